// Boxes that stand where an earlier release showed words.
//
// In:  two Released.
// Out: the places in the later one of boxes for which words are gone.
//
// Both are compared as one sequence of words each (compare.h). A box is for words that
// are gone if nothing that both have stands between.
#pragma once

#include <vector>

#include "released/released.h"

namespace sable::released {

// In reading order, each once.
std::vector<Ordinal> withdrawn(Released now, Released before);

}  // namespace sable::released
