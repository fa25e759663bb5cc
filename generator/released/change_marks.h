// Changes told by words, and written into the release. Private to the room.
//
// In:  the texts of a release, some of whose words have changed (Word::change).
// Out: the release with its texts cut where changes begin and end.
#pragma once

#include <cstddef>
#include <vector>

#include "released/wording.h"

namespace sable::released {

// Something beside the word is gone; a word that is new itself says more.
void mark_cut(Word& word);

// A word is gone before word `next`. Where another one came for it that one tells.
void mark_cut_in(Wording& text, size_t next);

// A whole text is gone before text `next`: the word before it tells, or if there is
// none that behind it.
void mark_cut_between(std::vector<Wording>& all, size_t next);

// The number of a note is not written by an author: the word before its call tells.
void tell_calls(Wording& text);

void write_changes(const std::vector<Wording>& all);

}  // namespace sable::released
