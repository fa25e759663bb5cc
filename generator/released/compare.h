// The comparison of two sequences. Private to the room.
//
// In:  two sequences of numbers.
// Out: what both have, what only one has, in order.
//
// Wu, Manber, Myers and Miller, "An O(NP) Sequence Comparison Algorithm", 1990.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sable::released {

struct Step {
  enum class Kind : uint8_t { gone, kept, added } kind = Kind::kept;
  size_t before = 0;  // the index in the first sequence, unless added
  size_t now = 0;     // the index in the second, unless gone
};

std::vector<Step> compare(const std::vector<uint32_t>& before, const std::vector<uint32_t>& now);

}  // namespace sable::released
