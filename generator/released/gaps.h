// Where two texts that are alike differ. Private to the room.
//
// In:  a text of two releases (matching.h).
// Out: stretches of words that only one has, and what became of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "released/difference.h"
#include "released/wording.h"

namespace sable::released {

// A stretch of words of one text.
struct Stretch {
  size_t begin = 0, end = 0;
  bool empty() const { return begin == end; }
};

struct Gap {
  Stretch before, now;
  Turn turn = Turn::changed;
  bool boxes_only = false;  // there are no words on either side
};

// What two texts, or two stretches of them, have of words and boxes.
struct Share {
  size_t words = 0, boxes = 0;
};
Share contents_of(const Wording& text, Stretch stretch);

// What it is that these became those.
Turn turn_of(const Share& before, const Share& now);

struct WordPair {
  size_t before = 0, now = 0;
};

struct TextDifference {
  std::vector<Gap> gaps;
  std::vector<WordPair> kept;
};

// Gaps between which only a word or two stand are one.
TextDifference compare_texts(const Wording& before, const Wording& now);

// Words as they are read: a box as "[(b)(1)]", a picture as "[picture]".
std::string text_of(const Wording& text, Stretch stretch);
std::string text_of(const Wording& text);
std::vector<Hole> boxes_of(const Wording& text, Stretch stretch);

}  // namespace sable::released
