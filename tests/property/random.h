// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): small, and the same everywhere.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sable::property {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  // 0 to `bound` - 1.
  size_t below(size_t bound) { return static_cast<size_t>(next() % bound); }
  // True one time in `n`.
  bool one_in(size_t n) { return below(n) == 0; }

  template <typename T>
  const auto& pick(const T& from) {
    return from[below(from.size())];
  }

 private:
  uint64_t state_;
};

}  // namespace sable::property
