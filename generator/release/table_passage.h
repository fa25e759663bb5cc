// Tables through the door.
//
// In:  a table that is not withheld whole, and the mark that it counts as.
// Out: what a release shows of it: cells and rows that it withholds, and the cells
//      of columns that it withholds, are holes at their places in the grid.
#pragma once

#include "release/passage.h"

namespace sable::release {

// `above`: the mark of what stands around the table. Its number is given by the
// caller.
released::Table pass_table(const report::Table& from, const Mark& above, Passage& passage);

}  // namespace sable::release
