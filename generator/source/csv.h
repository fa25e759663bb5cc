// Reads a table of comma-separated values: RFC 4180.
//
// In:  a file of the SourceSet.
// Out: its records as rows of text cells, each with the exact place it came from,
//      or every diagnostic that can be found in one run.
//
// Strict: UTF-8 only; quotes stand around whole cells; each record has as many
// cells as the first one. Cells are literal text: nothing in them is looked for
// but what no report may hold.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "source/value.h"

namespace sable::source {

// Of more no table is set; a mistaken file should not fill the memory.
inline constexpr size_t kMostCsvBytes = 16u << 20;

using CsvRow = std::vector<Value>;

// At least one row of at least one cell.
base::Result<std::vector<CsvRow>> read_csv(const base::SourceSet& sources, base::FileId file);

}  // namespace sable::source
