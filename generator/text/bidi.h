// Directions within a paragraph: the Unicode Bidirectional Algorithm, by ICU.
//
// In:  the text of a paragraph, and its direction if that is known.
// Out: the embedding level of each byte (UAX #9, P2–I2, L1); the order in which
//      the pieces of a line stand from left to right (L2).
//
// A level is odd where text runs from right to left.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sable::text {

// UAX #9, 4.3, HL1: the level of the paragraph is given, or that of its first
// strong character, left to right where there is none.
enum class BaseDirection : uint8_t { left_to_right, right_to_left, automatic };

// The bytes from the end of the run before it up to `end`.
struct LevelRun {
  uint32_t end = 0;
  uint8_t level = 0;
  bool operator==(const LevelRun&) const = default;
};

struct Levels {
  uint8_t base = 0;            // of the paragraph
  std::vector<LevelRun> runs;  // in the order of the text; empty: all at `base`

  uint8_t at(uint32_t offset) const;
  // Where the level may change behind `offset`; at most `limit`.
  uint32_t end_of_run(uint32_t offset, uint32_t limit) const;
  bool is_right_to_left() const { return (base & 1) != 0; }
  // Whether the pieces of a line may stand in another order than in the text.
  bool reorders() const { return base != 0 || !runs.empty(); }
};

// The text is one paragraph; a line end in it does not begin another.
Levels resolve_levels(std::string_view text, BaseDirection direction);

// L2: indices of pieces with these levels, from left to right.
std::vector<uint32_t> visual_order(const std::vector<uint8_t>& levels);

// Cursive joining across a cut (Unicode 15, 9.2, Joining_Type): whether what
// stands before a place, and what stands behind it, joins to the other side.
bool joins_onward(std::string_view before);
bool joins_back(std::string_view after);

}  // namespace sable::text
