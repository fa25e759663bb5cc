// Lines without the spans that a release leaves out.
//
// In:  inline content of a report, and what of it goes.
// Out: the rest, as if the words had not been written: one blank where two would meet,
//      none before a point or comma, no empty parentheses.
#pragma once

#include <functional>

#include "report/report.h"

namespace sable::release {

// `goes`: of a redaction, a call of a note; asked for each. Returns whether any went.
bool close_up(report::Inlines& inlines, const std::function<bool(const report::Inline&)>& goes);

// Whether there is nothing to read: blanks and calls of notes alone.
bool is_blank(const report::Inlines& inlines);

}  // namespace sable::release
