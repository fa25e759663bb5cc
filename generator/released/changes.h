// What is new in a release against the same release of an earlier source.
//
// In:  two Released, made by one profile. Nothing that either withholds is in them,
//      so nothing of it can be told by what is marked here.
// Out: the later one with its changes marked: words, boxes and pictures that are new,
//      and the words beside which something is gone.
//
// Texts are first compared as wholes, then those that are alike word by word; each by
// the O(NP) algorithm of Wu, Manber, Myers and Miller, "An O(NP) Sequence Comparison
// Algorithm", 1990. What is numbered by the program (notes, tables, sections) is no
// change by its number alone.
#pragma once

#include "released/released.h"

namespace sable::released {

void mark_changes(Released& now, Released before);

// Marks what `now` shows and `before`, which it supersedes, did not: Change::released.
void mark_released(Released& now, Released before);

}  // namespace sable::released
