// Rows of text in columns, for a terminal.
//
// In:  rows of cells in UTF-8.
// Out: a line for each, with columns of equal width, two blanks apart; the last is as
//      wide as it is, and nothing stands behind it.
#pragma once

#include <string>
#include <vector>

namespace sable::cli {

using Cells = std::vector<std::string>;

std::string aligned(const std::vector<Cells>& rows);

}  // namespace sable::cli
