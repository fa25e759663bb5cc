// The overall marking of a release.
//
// In:  what the release shows.
// Out: the join of the marks of its portions.
//
// Computed from Released alone, so that no withheld portion has a say.
#pragma once

#include "marking/marking.h"
#include "released/released.h"

namespace sable::release {

struct RollUp {
  marking::Marking join;  // of the shown portions that have a mark
  bool unmarked = false;  // some shown portion has none, and no parent with one
};

RollUp roll_up(const released::Released& released);

}  // namespace sable::release
