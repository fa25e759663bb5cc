// Runs of `*`, `_` and backticks that found no partner in their bracket.
//
// In:  those of one paragraph.
// Out: an error for those that would have one across the edge of a redaction, a
//      warning for the others, which stay as text.
#pragma once

#include <cstdint>
#include <vector>

#include "base/diagnostic.h"
#include "report/emphasis.h"

namespace sable::report {

struct Unmatched {
  DelimiterRun run;
  uint32_t scope = 0;  // the bracket in which it stands, as a number
  bool in_redaction = false;
};

void report_unmatched(std::vector<Unmatched> unmatched, const source::Value& prose,
                      base::Diagnostics& diagnostics);

}  // namespace sable::report
