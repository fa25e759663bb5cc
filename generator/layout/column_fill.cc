#include "layout/column_fill.h"

#include <algorithm>
#include <limits>

#include "layout/chapter.h"

namespace sable::layout {

namespace {

using base::Length;

constexpr Length kUnbounded = Length::raw(std::numeric_limits<int64_t>::max());

// The furthest end of a stretch from `first` that is no higher; `first` if there is none.
uint32_t reach(const ColumnFiller::Task& task, uint32_t first, Length height,
               const ColumnFiller::HeightOf& height_of) {
  uint32_t fits = first;
  uint32_t step = 1;
  // By doubling and then halving: a column holds few of the strips that follow.
  while (fits < task.last) {
    const uint32_t next = std::min(task.last, fits + step);
    if (height_of(first, next) > height) break;
    fits = next;
    step *= 2;
  }
  for (; step > 0; step /= 2) {
    const uint32_t next = fits + step;
    if (next <= task.last && height_of(first, next) <= height) fits = next;
  }
  return fits;
}

}  // namespace

ColumnFiller::ColumnFiller(uint32_t first, const std::vector<Cost>& break_costs)
    : first_(first), break_costs_(break_costs) {
  constexpr std::array<Cost, kTiers> kBounds = {cost::kKeep, cost::kMinimum,
                                                std::numeric_limits<Cost>::max()};
  const auto count = static_cast<uint32_t>(break_costs.size());
  for (size_t tier = 0; tier < kTiers; ++tier) {
    before_[tier].resize(count);
    behind_[tier].resize(count);
    uint32_t nearest = first;
    for (uint32_t i = 0; i < count; ++i) {
      if (break_costs[i] < kBounds[tier]) nearest = first + i;
      before_[tier][i] = nearest;
    }
    nearest = first + count - 1;
    for (uint32_t i = count; i-- > 0;) {
      if (break_costs[i] < kBounds[tier]) nearest = first + i;
      behind_[tier][i] = nearest;
    }
  }
}

ColumnFiller::Attempt ColumnFiller::attempt(const Task& task, size_t tier, Length height,
                                            const HeightOf& height_of,
                                            std::vector<uint32_t>& ends) const {
  Attempt attempt{false, kUnbounded};
  ends.clear();
  uint32_t from = task.first;
  while (from < task.last && ends.size() < task.count) {
    const uint32_t furthest = reach(task, from, height, height_of);
    const uint32_t end = furthest == task.last ? furthest : last_break(tier, furthest);
    if (furthest < task.last) {
      const uint32_t more = std::min(task.last, next_break(tier, furthest + 1));
      attempt.next = std::min(attempt.next, height_of(from, more));
    }
    if (end <= from) return attempt;
    ends.push_back(end);
    from = end;
  }
  attempt.fits = from == task.last;
  return attempt;
}

ColumnFill ColumnFiller::least(const Task& task, size_t tier, const HeightOf& height_of) const {
  ColumnFill fill;
  fill.height = task.least;
  for (Attempt made = attempt(task, tier, fill.height, height_of, fill.ends); !made.fits;
       made = attempt(task, tier, fill.height, height_of, fill.ends)) {
    fill.height = made.next;
  }
  // Where less was needed than `least`, as in a single column.
  Length highest;
  uint32_t from = task.first;
  for (const uint32_t end : fill.ends) {
    highest = std::max(highest, height_of(from, end));
    if (end != task.last) fill.cost += break_costs_[end - first_];
    from = end;
  }
  fill.height = highest;
  return fill;
}

ColumnFill ColumnFiller::fill(const Task& task, const HeightOf& height_of) const {
  ColumnFill best = least(task, 0, height_of);
  for (size_t tier = 1; tier < kTiers && best.height > task.room; ++tier) {
    ColumnFill dearer = least(task, tier, height_of);
    if (dearer.height < best.height) best = std::move(dearer);
  }
  return best;
}

}  // namespace sable::layout
