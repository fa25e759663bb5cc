// The texts of a release in reading order, cut into words. Private to the room.
//
// In:  a Released.
// Out: for each of its texts (a paragraph, a bullet, a cell, a note, …) its words, as
//      numbers that two releases can be compared by, and where each of them stands.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "released/released.h"

namespace sable::released {

// A word of a text, or what stands among words: a box, a call, a reference, a picture.
struct Word {
  uint32_t key = 0;  // equal words have equal keys
  std::variant<Inline*, Hole*, Figure*> owner;
  size_t begin = 0, end = 0;  // bytes of an Inline that is a Text
  Change change = Change::none;
};

// A text that is compared as one.
struct Wording {
  uint32_t kind = 0;  // what it is: only texts of one kind are alike
  uint32_t mark = 0;  // its portion mark
  std::vector<Inlines*> parts;
  std::vector<Word> words;
  Ordinal ordinal = 0;  // of what it is a text of
};

// Gives equal texts equal numbers, over several releases.
class Numbering {
 public:
  uint32_t of(std::string_view text);

 private:
  std::map<std::string, uint32_t, std::less<>> numbers_;
};

// It points into the release.
std::vector<Wording> wordings_of(Released& released, Numbering& numbering);

}  // namespace sable::released
