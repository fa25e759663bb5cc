// Prose to measure with: words by a fixed generator, the same on every machine.
#pragma once

#include <cstdint>
#include <string>

namespace bench {

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next();
  uint64_t below(uint64_t limit) { return next() % limit; }

 private:
  uint64_t state_;
};

// That many words, in sentences of 8 to 22, with commas, and a made-up name for
// each twentieth word, so that a cache of words does not hold them all.
std::string prose(Random& random, int words);

}  // namespace bench
