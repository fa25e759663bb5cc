#include "layout/table_widths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace sable::layout {
namespace {

using base::Length;
using style::Dimension;
using ::testing::ElementsAre;

Length pt(int64_t points) { return Length::points(points); }

Dimension of_length(int64_t points) { return {Dimension::Kind::length, pt(points), 0}; }

const Dimension kAuto;

TEST(ColumnWidths, AreWhatTheCellsWouldLikeWhereThereIsRoom) {
  const auto columns =
      column_widths({{0, 1, pt(10), pt(30)}, {1, 1, pt(20), pt(50)}, {0, 1, pt(25), pt(28)}},
                    {kAuto, kAuto}, {pt(200), false});
  EXPECT_THAT(columns.widths, ElementsAre(pt(30), pt(50)));
  EXPECT_FALSE(columns.overfull);
}

TEST(ColumnWidths, ShareWhatIsLeftBetweenLeastAndMost) {
  // 30 of the least, 70 to give, wished 20 and 80 more.
  const auto columns = column_widths({{0, 1, pt(10), pt(30)}, {1, 1, pt(20), pt(100)}},
                                     {kAuto, kAuto}, {pt(100), false});
  EXPECT_THAT(columns.widths, ElementsAre(pt(24), pt(76)));
}

TEST(ColumnWidths, FillATableThatHasAWidth) {
  const auto columns = column_widths({{0, 1, pt(10), pt(20)}, {1, 1, pt(10), pt(60)}},
                                     {kAuto, kAuto}, {pt(160), true});
  EXPECT_THAT(columns.widths, ElementsAre(pt(40), pt(120)));
}

TEST(ColumnWidths, ThatAreGivenStay) {
  const auto columns = column_widths({{0, 1, pt(10), pt(20)}, {1, 1, pt(10), pt(60)}},
                                     {of_length(50), kAuto}, {pt(160), true});
  EXPECT_THAT(columns.widths, ElementsAre(pt(50), pt(110)));
  Dimension quarter;
  quarter.kind = Dimension::Kind::percent;
  quarter.percent = 2500;
  EXPECT_THAT(column_widths({{0, 1, pt(10), pt(20)}, {1, 1, pt(10), pt(60)}}, {quarter, kAuto},
                            {pt(160), true})
                  .widths,
              ElementsAre(pt(40), pt(120)));
}

TEST(ColumnWidths, GrowUnderACellThatSpansThem) {
  const auto columns =
      column_widths({{0, 1, pt(10), pt(20)}, {1, 1, pt(10), pt(40)}, {0, 2, pt(50), pt(90)}},
                    {kAuto, kAuto}, {pt(300), false});
  EXPECT_THAT(columns.widths, ElementsAre(pt(30), pt(60)));
}

TEST(ColumnWidths, AreSharedOutWhereNothingFits) {
  const auto columns = column_widths({{0, 1, pt(100), pt(100)}, {1, 1, pt(300), pt(300)}},
                                     {kAuto, kAuto}, {pt(200), false});
  EXPECT_TRUE(columns.overfull);
  EXPECT_THAT(columns.widths, ElementsAre(pt(50), pt(150)));
}

TEST(ColumnWidths, OfATableWithoutCells) {
  EXPECT_TRUE(column_widths({}, {}, {pt(200), true}).widths.empty());
}

// On random cells: nothing is narrower than it must be while there is room, and the
// whole is never wider than the room, and exactly as wide where the table fills it.
TEST(ColumnWidths, KeepTheirPromisesOnRandomCells) {
  std::mt19937 random(20260101);
  const auto upto = [&](uint32_t n) { return static_cast<uint32_t>(random() % n); };
  for (int round = 0; round < 2000; ++round) {
    const uint32_t count = 1 + upto(6);
    std::vector<CellWidths> cells;
    for (uint32_t i = 0; i < 12; ++i) {
      CellWidths cell;
      cell.column = upto(count);
      cell.columns = 1 + upto(count - cell.column);
      cell.least = Length::raw(upto(40 * 65536));
      cell.most = cell.least + Length::raw(upto(200 * 65536));
      cells.push_back(cell);
    }
    const TableRoom room{pt(100 + upto(400)), upto(2) == 1};
    const auto columns = column_widths(cells, std::vector<Dimension>(count), room);
    const Length sum = std::accumulate(columns.widths.begin(), columns.widths.end(), Length());
    EXPECT_LE(sum, room.width);
    const bool whole = room.fills || columns.overfull;
    EXPECT_TRUE(!whole || sum == room.width);
    if (columns.overfull) continue;
    for (const CellWidths& cell : cells) {
      const auto from = columns.widths.begin() + cell.column;
      EXPECT_GE(std::accumulate(from, from + cell.columns, Length()), cell.least);
    }
  }
}

}  // namespace
}  // namespace sable::layout
