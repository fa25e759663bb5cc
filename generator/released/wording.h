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
  bool spaced = false;  // space stands before it
};

// A text that is compared as one.
struct Wording {
  uint32_t kind = 0;  // what it is: only texts of one kind are alike
  uint32_t mark = 0;  // its portion mark
  std::vector<Inlines*> parts;
  std::vector<Word> words;
  Ordinal ordinal = 0;       // of what it is a text of
  const char* what = "";     // "paragraph", as a register says it
  int level = 0;             // of a heading or a bullet
  std::string portion = {};  // "S//NF"; empty: it has no mark
  std::string section = {};  // as holes.h names it
  Ordinal row = 0;           // of a cell: that of its row, and 1 more; else 0
  bool is_head = false;      // a line of the title block, or the banner's codeword
  bool unseen = false;       // of a picture: words and regions that no page has as text
};

// Gives equal texts equal numbers, over several releases.
class Numbering {
 public:
  uint32_t of(std::string_view text);

 private:
  std::map<std::string, uint32_t, std::less<>> numbers_;
};

enum class Texts : uint8_t { seen, all };

// It points into the release. `all`: the unseen ones too.
std::vector<Wording> wordings_of(Released& released, Numbering& numbering,
                                 Texts texts = Texts::seen);

// The box that a word is, or nullptr.
const Hole* hole_of(const Word& word);
std::vector<uint32_t> keys_of(const Wording& wording);

}  // namespace sable::released
