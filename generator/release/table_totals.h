// Withheld numbers that follow from a total which is shown.
//
// In:  a table of a release.
// Out: the cells or rows that are the only ones withheld of a column or row whose other
//      numbers and whose total are shown.
//
// A row is a total if it is the last, or of the foot, and its first cell says so; a
// column if it is the last and its head says so.
#pragma once

#include <string_view>
#include <vector>

#include "released/released.h"

namespace sable::release {

// `language`: without subtags.
std::vector<released::Ordinal> follows_from_totals(const released::Table& table,
                                                   std::string_view language);

}  // namespace sable::release
