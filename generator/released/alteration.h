// A difference in words. Private to the room.
//
// In:  texts of two releases, or stretches of a text that both have.
// Out: what is said of them: their words and boxes, what both show beside them.
#pragma once

#include <string>

#include "released/box_groups.h"
#include "released/difference.h"
#include "released/gaps.h"

namespace sable::released {

// Of whole texts; one of the two lists may be empty.
Alteration alteration_of(Turn turn, const TextList& before, const TextList& now);
// Of a stretch of a text.
Alteration alteration_of(const Wording& before, const Wording& now, const Gap& gap);

Stretch whole(const Wording& text);
// A text of boxes alone.
bool is_boxes(const Wording& text);
// What boxes say of themselves, but for their numbers.
bool say_the_same(const Hole& a, const Hole& b);
bool say_the_same(const std::vector<Hole>& a, const std::vector<Hole>& b);

std::string kind_of(const Wording& text);  // "heading of level 2"
// Its first words.
void shorten(std::string& text);

}  // namespace sable::released
