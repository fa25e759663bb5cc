// The rules that a marking of the United States has to keep, apart from how it is
// written.
//
// In:  a Marking whose kinds are those of us_register.h.
// Out: the rules that it breaks; the marking that keeps them, where there is only one
//      that can be meant. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "marking/marking.h"
#include "marking/us_register.h"

namespace sable::marking::us {

std::vector<Finding> broken_rules(const Marking& marking, Dialect dialect);

// As far as it is certain; the same marking if there is nothing to mend.
Marking mended(const Marking& marking, Dialect dialect);

}  // namespace sable::marking::us
