// What two releases show otherwise, as a list.
//
// In:  two Released: two releases of one report, or one release of two versions of it.
// Out: what is newly shown, newly withheld, added, removed or changed, in reading order.
//      Nothing that neither shows is in it: it is a function of the two values alone.
//
// Words stand in place of a box, and a box in place of words, if nothing that both have
// stands between. What is numbered by the program (notes, boxes, tables, sections) is no
// difference by its number alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "released/released.h"

namespace sable::released {

enum class Turn : uint8_t {
  shown,     // words stand where a box stood
  withheld,  // a box stands where words stood
  added,
  removed,
  changed
};

// What of it is other than it was.
enum class Aspect : uint8_t {
  words,
  box,         // its codes, extent, label, id, justification, or to whom it is referred
  mark,        // of a portion
  look,        // of the same words: emphasis, the address of a link; of a picture its pixels
  kind,        // a paragraph that was a bullet, the level of a heading
  setting,     // of the release as a whole: overall marking, stamp, contents
  arrangement  // nothing of all this: what has no words of its own, such as widths
};

struct Alteration {
  Turn turn = Turn::changed;
  Aspect of = Aspect::words;
  std::string section;  // as holes.h names it; of a setting empty
  std::string what;     // "paragraph"; of a setting its name
  // Words, with boxes as "[(b)(1)]"; a line end where another text begins, and " | "
  // between the cells of a row.
  std::string before, now;
  std::string left, right;  // what both show beside it, in the same text
  std::vector<Hole> boxes_before, boxes_now;
};

using Difference = std::vector<Alteration>;

// Empty only if both show the same in the same way, but for their names, and for whom
// they are.
Difference difference(Released before, Released now);

// The same, with the differences marked in `now`: words that are newly shown as
// Change::released, what is new or other as added, and what is gone beside cut.
Difference mark_difference(Released& now, Released before);

size_t count(const Difference& difference, Turn turn);

const char* turn_name(Turn turn);        // "shown"
const char* aspect_name(Aspect aspect);  // "words"

}  // namespace sable::released
