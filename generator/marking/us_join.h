// The join of two markings of the United States: the roll-up of portions.
//
// In:  Markings whose kinds are those of us_register.h.
// Out: the least marking that protects both. Private to the room.
//
// Source: IC Markings System Register and Manual, 31 December 2016: roll-up rules of
// each marking. Where a rule takes something away, the reason says so.
#pragma once

#include <vector>

#include "marking/marking.h"
#include "marking/us_register.h"

namespace sable::marking::us {

// `reasons` may be null.
Marking join(const Marking& a, const Marking& b, Dialect dialect, std::vector<Reason>* reasons);

}  // namespace sable::marking::us
