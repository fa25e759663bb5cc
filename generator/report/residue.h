// `residue:` of a report: words to look for in what a release shows, and words that
// may stand there.
//
// In:  the map under `residue:`.
// Out: report::Residue; both lists are secret, and pass no door.
#pragma once

#include "base/diagnostic.h"
#include "report/report.h"
#include "source/value.h"

namespace sable::report {

Residue read_residue(const source::Value& map, const CodeBook& book,
                     base::Diagnostics& diagnostics);

}  // namespace sable::report
