// How much alike two texts are. Private to the room.
//
// In:  two texts (wording.h).
// Out: hundredths; 0 for what are two texts.
#pragma once

#include <cstddef>

#include "released/matching.h"

namespace sable::released {

// Dice's coefficient of the words of texts of one kind, 0 where it is less than `least`.
Likeness by_common_words(size_t least);

// The same for texts of which one may show what the other withholds in part: what counts
// are the words beside the boxes. Texts of boxes alone are like no other.
size_t likeness_beside_boxes(const Wording& a, const Wording& b);

}  // namespace sable::released
