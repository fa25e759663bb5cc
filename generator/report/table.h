// Tables: columns, head, rows and foot, cell by cell, or a file of comma-separated
// values in place of head and rows.
//
// In:  the map under `table:`.
// Out: a Table whose cells have their places in its grid.
#pragma once

#include <optional>

#include "report/portion.h"
#include "report/report.h"

namespace sable::report {

// `redaction`: that of the whole table, if its map has one.
Table read_table(const source::Value& value, std::optional<Redaction>& redaction, Context& context);

// The steps of it, each in a file of its own.

// `csv:` and the fields beside it: head and rows.
void read_csv_rows(const Fields& fields, Table& table, Context& context);

// Gives each cell its column. Rows that leave the grid or do not fill it are
// errors, and so are spans that overlap.
void place_cells(Table& table, base::Span place, base::Diagnostics& diagnostics);

}  // namespace sable::report
