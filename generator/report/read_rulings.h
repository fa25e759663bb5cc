// The file of decisions of a report, and what it gives to the report's redactions.
#pragma once

#include "report/portion.h"
#include "report/report.h"

namespace sable::report {

// `name`: the value of `decisions:`. Reads the file into `report.rulings`.
void read_rulings(const source::Value& name, Report& report, Context& context);

// Gives codes to the redactions that leave them to their rulings, and holds the two
// against each other. Fills nothing in and finds nothing wrong where only some texts
// are known.
void apply_rulings(Report& report, Texts texts, base::Diagnostics& diagnostics);

}  // namespace sable::report
