// What a release leaves out without a trace (`withheld-as: omit`).
//
// In:  a report, and the decisions of a release.
// Out: the report as if nothing that the release withholds had been written: blocks,
//      rows, columns, fields and notes are gone, lines close up.
//
// The door then finds nothing to withhold in it. What cannot be left out by itself
// takes what it belongs to along: a region, or the words for those who do not see it,
// its figure. A single cell is empty, since a grid has no gaps.
#pragma once

#include "base/diagnostic.h"
#include "release/profile.h"
#include "report/report.h"

namespace sable::release {

struct LeftOut {
  report::Report report;
  bool anything = false;  // whether something is left out
  // References to what is left out: what they print would be a trace of it.
  base::Diagnostics errors = {};
};

LeftOut leave_out(const report::Report& report, const Profile& profile);

}  // namespace sable::release
