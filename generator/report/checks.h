// What can be checked only of a report as a whole.
//
// In:  a report whose parts have been read.
// Out: diagnostics about notes, references, ids and marks; the codes that the
//      report uses.
#pragma once

#include "base/diagnostic.h"
#include "report/report.h"

namespace sable::report {

// Fills `report.codes`, and finds nothing wrong where only some texts are known.
// `lists_unmarked`: each portion without a mark is told.
void check_report(Report& report, Texts texts, bool lists_unmarked, base::Diagnostics& diagnostics);

}  // namespace sable::report
