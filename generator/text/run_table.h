// The cache of shaped runs.
//
// In:  runs, each shaped in a style (font, size, spacing, features, language).
// Out: the run of a (style, text), in a few dozen nanoseconds.
//
// A page has some 500 words and a report some thousands of different ones, so
// nearly every request is answered here. Open addressing with linear probing;
// the order of its slots is never seen outside.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "text/shaper.h"

namespace sable::text {

uint64_t hash_text(uint64_t seed, std::string_view text);

class RunTable {
 public:
  RunTable();

  // nullptr if there is none. `hash` is hash_text(style, text).
  const ShapedRun* find(uint64_t hash, uint32_t style, std::string_view text) const;
  // The pair must not be there yet. Pointers stay valid.
  const ShapedRun* add(uint64_t hash, uint32_t style, ShapedRun run);

 private:
  struct Slot {
    uint64_t hash = 0;
    const ShapedRun* run = nullptr;  // nullptr: free
    uint32_t style = 0;
  };
  void place(const Slot& slot);
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at most half in use
  std::deque<ShapedRun> runs_;
};

}  // namespace sable::text
