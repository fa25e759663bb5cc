// The warnings that a document has to carry on its first page because of its marking.
//
// In:  a marking, and the system that it is of.
// Out: the sentences, in the order of the banner. Sources: 10 CFR 1045.140 (RD, FRD),
//      32 CFR 2001.24(c) (foreign government information), 32 CFR 2001.24(g) (NATO).
#pragma once

#include <string>
#include <vector>

#include "marking/marking.h"

namespace sable::marking {

// Of systems other than `us-ic` and `us-dod`: none.
std::vector<std::string> notices(const System& system, const Marking& marking);

}  // namespace sable::marking
