// Advice on how a report is worded.
//
// In:  a report, and what it wants to be told.
// Out: warnings, each at its place.
//
// What is withheld in any release is not looked at, so that no warning depends on it. The
// words of the text are in the echo alone.
//
// Source of the terms: Intelligence Community Directive 203, Analytic Standards,
// 2 January 2015, D.6.e(2).
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/fields.h"
#include "report/report.h"

namespace sable::report {

// `lints:` of a report.
struct Lints {
  std::optional<bool> likelihood;  // none: in English reports of the United States
  bool marks = false;              // portions without one are listed
  bool acronyms = false;
  std::vector<std::string> known_acronyms;
};

Lints read_lints(const source::Value& value, base::Diagnostics& diagnostics);

void lint(const Report& report, const Lints& lints, base::Diagnostics& diagnostics);

}  // namespace sable::report
