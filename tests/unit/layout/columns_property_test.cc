// What holds for pages of any strips in columns: random ones, by seed.
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "layout/paginate.h"
#include "page_samples.h"

namespace sable::layout {
namespace {

using base::Length;
using testing::line;
using testing::room;
using testing::rooms;

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<uint32_t>(limit)); }
  bool in_hundred(int share) { return below(100) < share; }

 private:
  std::mt19937 engine_;
};

// Stretches of strips in columns and of others, in turn.
Galley random_galley(Random& random, int strips) {
  Galley galley;
  for (uint32_t set = 0; set < 2; ++set) {
    ColumnSet columns;
    columns.count = 2 + set;
    columns.balanced = random.in_hundred(70);
    galley.columns.push_back(columns);
  }
  uint32_t columns = kNoColumns;
  for (int i = 0; i < strips; ++i) {
    if (random.in_hundred(20)) {
      columns = static_cast<uint32_t>(random.below(3));
      if (columns == 2) columns = kNoColumns;
    }
    Strip strip = line(random.in_hundred(10) ? 15 + random.below(20) : 10);
    if (random.in_hundred(30)) strip.space_before = Length::points(random.below(12));
    strip.may_break_before = !random.in_hundred(15);
    strip.breaks_minimum = random.in_hundred(15);
    if (random.in_hundred(20)) strip.keep = static_cast<uint8_t>(1 + random.below(100));
    strip.columns = columns;
    galley.strips.push_back(std::move(strip));
  }
  return galley;
}

// The least cost over every way to break strips from `first` on.
Cost least(const Galley& galley, const RoomOfPage& room_of_page, std::vector<PagePlan>& plans,
           uint32_t first) {
  const auto count = static_cast<uint32_t>(galley.strips.size());
  if (first == count) return cost_of(galley, plans, room_of_page);
  Cost best = std::numeric_limits<Cost>::max();
  for (uint32_t last = first + 1; last <= count; ++last) {
    PagePlan plan;
    plan.first = first;
    plan.last = last;
    plans.push_back(plan);
    best = std::min(best, least(galley, room_of_page, plans, last));
    plans.pop_back();
  }
  return best;
}

constexpr Cost kEmergency = 100'000'000'000;

TEST(AnyColumns, CostNoMoreThanTheBestOfAllWays) {
  int compared = 0;
  for (uint32_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    const Galley galley = random_galley(random, 8 + random.below(4));
    const RoomOfPage room_of_page = rooms(room(40 + random.below(60)));
    std::vector<PagePlan> plans;
    const Cost best = least(galley, room_of_page, plans, 0);
    if (best >= kEmergency) continue;
    EXPECT_EQ(cost_of(galley, paginate(galley, room_of_page), room_of_page), best)
        << "seed " << seed;
    ++compared;
  }
  EXPECT_GE(compared, 50);
}

Length stack(const Galley& galley, uint32_t first, uint32_t last) {
  Length height;
  for (uint32_t i = first; i < last; ++i) {
    height += galley.strips[i].height;
    if (i > first) height += galley.strips[i].space_before;
  }
  return height;
}

// The height of a page as its plan has it, whatever the breaker thought.
Length height_of(const Galley& galley, const PagePlan& plan) {
  Length height;
  uint32_t from = plan.first;
  const auto stretch = [&](uint32_t last, Length its_height) {
    if (from == last) return;
    if (from > plan.first) height += galley.strips[from].space_before;
    height += its_height;
    from = last;
  };
  for (const ColumnsPlan& columns : plan.columns) {
    stretch(columns.first, stack(galley, from, columns.first));
    Length highest;
    uint32_t first = columns.first;
    for (const uint32_t end : columns.ends) {
      EXPECT_GT(end, first);
      highest = std::max(highest, stack(galley, first, end));
      first = end;
    }
    EXPECT_EQ(first, columns.last);
    EXPECT_EQ(highest, columns.height);
    EXPECT_LE(columns.ends.size(), galley.columns[galley.strips[columns.first].columns].count);
    stretch(columns.last, highest);
  }
  stretch(plan.last, stack(galley, from, plan.last));
  return height;
}

TEST(AnyColumns, HoldAllStripsInOrderAndFitThePage) {
  for (uint32_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    const Galley galley = random_galley(random, 200);
    const PageRoom page = room(60 + random.below(300));
    for (const auto& plans :
         {paginate(galley, rooms(page)), paginate_by_page(galley, rooms(page))}) {
      uint32_t next = 0;
      for (const PagePlan& plan : plans) {
        EXPECT_EQ(plan.first, next);
        next = plan.last;
        EXPECT_LE(height_of(galley, plan), page.height) << "seed " << seed;
        for (const ColumnsPlan& columns : plan.columns) {
          for (uint32_t i = columns.first; i < columns.last; ++i)
            EXPECT_EQ(galley.strips[i].columns, galley.strips[columns.first].columns);
        }
      }
      EXPECT_EQ(next, galley.strips.size());
    }
  }
}

// Strips that are higher than the page: nothing is right, and nothing is lost.
TEST(AnyColumns, NothingIsLostWhereNothingFits) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    const Galley galley = random_galley(random, 40);
    uint32_t next = 0;
    for (const PagePlan& plan : paginate(galley, rooms(room(12)))) {
      EXPECT_EQ(plan.first, next);
      next = plan.last;
      height_of(galley, plan);
    }
    EXPECT_EQ(next, 40u);
  }
}

}  // namespace
}  // namespace sable::layout
