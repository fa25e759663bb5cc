// How strips are divided among columns: by hand, and against every other division.
#include <limits>
#include <numeric>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/chapter.h"
#include "layout/column_fill.h"

namespace sable::layout {
namespace {

using base::Length;
using ::testing::ElementsAre;

struct Strips {
  std::vector<int64_t> heights;
  std::vector<Cost> break_costs;  // one more

  explicit Strips(std::vector<int64_t> of) : heights(std::move(of)) {
    break_costs.resize(heights.size() + 1);
  }
  Length height(uint32_t first, uint32_t last) const {
    return Length::points(
        std::accumulate(heights.begin() + first, heights.begin() + last, int64_t{0}));
  }
  uint32_t size() const { return static_cast<uint32_t>(heights.size()); }
  ColumnFill fill(uint32_t count, int64_t room) const {
    const ColumnFiller filler(0, break_costs);
    return filler.fill({0, size(), count, Length(), Length(), Length::points(room)},
                       [this](uint32_t first, uint32_t last) { return height(first, last); });
  }
};

TEST(ColumnFill, TheHighestColumnIsAsLowAsCanBe) {
  const ColumnFill fill = Strips({10, 10, 10, 10, 10}).fill(2, 1000);
  EXPECT_THAT(fill.ends, ElementsAre(3u, 5u));
  EXPECT_EQ(fill.height, Length::points(30));
  EXPECT_THAT(Strips({40, 10, 10, 10}).fill(3, 1000).ends, ElementsAre(1u, 4u));
}

TEST(ColumnFill, BreaksThatAreForbiddenAreNotTaken) {
  Strips strips({10, 10, 10, 10});
  strips.break_costs[2] = cost::kKeep;
  EXPECT_THAT(strips.fill(2, 1000).ends, ElementsAre(3u, 4u));
  EXPECT_EQ(strips.fill(2, 1000).cost, 0);
}

TEST(ColumnFill, UnlessThereIsNoRoomOtherwise) {
  Strips strips({10, 10, 10, 10});
  strips.break_costs[2] = cost::kKeep;
  const ColumnFill fill = strips.fill(2, 25);
  EXPECT_THAT(fill.ends, ElementsAre(2u, 4u));
  EXPECT_EQ(fill.cost, cost::kKeep);
  // The dearer one only where the cheaper one does not help.
  strips.break_costs[1] = strips.break_costs[3] = cost::kMinimum;
  EXPECT_EQ(strips.fill(2, 25).cost, cost::kKeep);
}

// The least height over all divisions of [first, size) whose breaks are allowed.
int64_t least(const Strips& strips, uint32_t first, uint32_t count, Cost bound) {
  if (first == strips.size()) return 0;
  if (count == 0) return std::numeric_limits<int64_t>::max();
  int64_t best = std::numeric_limits<int64_t>::max();
  int64_t height = 0;
  for (uint32_t end = first + 1; end <= strips.size(); ++end) {
    height += strips.heights[end - 1];
    if (end < strips.size() && strips.break_costs[end] >= bound) continue;
    best = std::min(best, std::max(height, least(strips, end, count - 1, bound)));
  }
  return best;
}

TEST(ColumnFill, NoDivisionIsLower) {
  std::mt19937 engine(4711);
  const auto below = [&engine](uint32_t limit) { return static_cast<uint32_t>(engine() % limit); };
  for (int round = 0; round < 2000; ++round) {
    Strips strips(std::vector<int64_t>(1 + below(10)));
    for (int64_t& height : strips.heights) height = 1 + below(30);
    for (Cost& cost : strips.break_costs) {
      if (below(4) == 0) cost = below(2) == 0 ? cost::kKeep : cost::kMinimum;
    }
    strips.break_costs.back() = 0;
    const uint32_t count = 1 + below(4);
    const ColumnFill roomy = strips.fill(count, 100'000);
    EXPECT_EQ(roomy.height, Length::points(least(strips, 0, count, cost::kKeep)));
    EXPECT_EQ(roomy.ends.back(), strips.size());
    EXPECT_LE(roomy.ends.size(), count);
    const ColumnFill narrow = strips.fill(count, 0);
    EXPECT_EQ(narrow.height,
              Length::points(least(strips, 0, count, std::numeric_limits<Cost>::max())));
  }
}

}  // namespace
}  // namespace sable::layout
