#include "layout/column_fill.h"

#include <algorithm>
#include <limits>

#include "layout/chapter.h"

namespace sable::layout {

namespace {

using base::Length;

constexpr Length kUnbounded = Length::raw(std::numeric_limits<int64_t>::max());

// The furthest end of a stretch from `first` that is no higher; `first` if there is none.
// Sought from a guess on, since divisions that are tried one after another differ little.
uint32_t reach(const ColumnFiller::Task& task, uint32_t first, uint32_t guess, Length height,
               const ColumnFiller::HeightOf& height_of) {
  const auto fits = [&](uint32_t end) { return height_of(first, end) <= height; };
  uint32_t low = first;           // fits
  uint32_t high = task.last + 1;  // does not, or is behind the last strip
  guess = std::clamp(guess, first + 1, task.last);
  if (fits(guess)) {
    low = guess;
    for (uint32_t step = 1; low < task.last; step *= 2) {
      const uint32_t next = std::min(task.last, low + step);
      if (!fits(next)) {
        high = next;
        break;
      }
      low = next;
    }
  } else {
    high = guess;
    for (uint32_t step = 1; high > first + step; step *= 2) {
      if (fits(high - step)) {
        low = high - step;
        break;
      }
      high -= step;
    }
  }
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    (fits(middle) ? low : high) = middle;
  }
  return low;
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
  guesses_.resize(task.count);
  uint32_t from = task.first;
  while (from < task.last && ends.size() < task.count) {
    uint32_t& guess = guesses_[ends.size()];
    const uint32_t furthest = reach(task, from, guess, height, height_of);
    guess = furthest;
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
  fill.height = tier == 0 ? std::max(task.least, task.unforced) : task.least;
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
  best.unforced = best.height;
  for (size_t tier = 1; tier < kTiers && best.height > task.room; ++tier) {
    ColumnFill dearer = least(task, tier, height_of);
    dearer.unforced = best.unforced;
    if (dearer.height < best.height) best = std::move(dearer);
  }
  return best;
}

}  // namespace sable::layout
