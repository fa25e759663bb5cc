// Which texts stand in place of which box. Private to the room.
//
// In:  boxes that only one of two releases has, each a text of its own, and the texts
//      that only the other one has, with nothing between that both have.
// Out: for each box its texts.
//
// Boxes and texts are in reading order, and each box is one stretch of texts: a box for
// a row is its cells, one for a section as many texts as the boxes behind it leave.
#pragma once

#include <vector>

#include "released/wording.h"

namespace sable::released {

using TextList = std::vector<const Wording*>;

struct BoxGroup {
  TextList boxes, texts;  // neither is empty
};

std::vector<BoxGroup> group_by_box(const TextList& boxes, const TextList& texts);

}  // namespace sable::released
