// How strips are divided among columns that stand side by side (CSS Multi-column 1, 7).
//
// In:  for each break between them what it costs; the height of any stretch of them.
// Out: where each column ends, so that the highest one is as low as can be.
//
// The least height is found exactly: columns are filled up to a height, and where they do
// not hold all, the height grows to the least that lets a column take more. Breaks are
// taken that cost little, or, where these need more room than there is, dearer ones.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/length.h"
#include "layout/paginate.h"

namespace sable::layout {

// Strips [first, last) in columns.
struct ColumnFill {
  std::vector<uint32_t> ends;  // of each column that holds something
  base::Length height;         // of the highest one
  Cost cost = 0;               // of the breaks between them
  base::Length unforced = {};  // no less high with breaks that cost little
};

class ColumnFiller {
 public:
  // `break_costs`: of a break before strip first + i; one for each strip and one behind.
  ColumnFiller(uint32_t first, const std::vector<Cost>& break_costs);

  struct Task {
    uint32_t first = 0, last = 0;  // strips
    uint32_t count = 1;            // columns
    base::Length least;            // no less high, whatever the breaks
    base::Length unforced;         // the same, with breaks that cost little
    base::Length room;
  };
  // Must not fall where the stretch gets longer at its end.
  using HeightOf = std::function<base::Length(uint32_t first, uint32_t last)>;
  ColumnFill fill(const Task& task, const HeightOf& height_of) const;

 private:
  static constexpr size_t kTiers = 3;
  struct Attempt {
    bool fits = false;
    base::Length next;  // the least height that lets some column take more
  };
  Attempt attempt(const Task& task, size_t tier, base::Length height, const HeightOf& height_of,
                  std::vector<uint32_t>& ends) const;
  ColumnFill least(const Task& task, size_t tier, const HeightOf& height_of) const;
  uint32_t last_break(size_t tier, uint32_t strip) const { return before_[tier][strip - first_]; }
  uint32_t next_break(size_t tier, uint32_t strip) const { return behind_[tier][strip - first_]; }

  const uint32_t first_;
  const std::vector<Cost>& break_costs_;
  // The nearest break that a tier allows, at a strip or before it, or behind it.
  std::array<std::vector<uint32_t>, kTiers> before_, behind_;
  mutable std::vector<uint32_t> guesses_;  // how far columns reached the last time
};

}  // namespace sable::layout
