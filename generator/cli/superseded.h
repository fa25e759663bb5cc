// The release that another one supersedes: what it showed has to be shown again, and
// what is newly released may be outlined.
//
// In:  a report and what the door let pass of it; an earlier version of the report, if
//      the release names one.
// Out: the release with what is new in it marked; or what it takes back, as places in
//      the release.
#pragma once

#include <string>

#include "base/world.h"
#include "cli/intake.h"
#include "release/withhold.h"

namespace sable::cli {

// A report with what is needed to let another of its releases through the door.
struct Ready {
  const base::World& world;
  base::SourceSet& sources;
  const report::Report& report;
  const std::vector<release::Profile>& profiles;
  std::string folder;
  picture::SvgTools tools;
  Timings& timings;
};

// Does nothing for a release that supersedes none. `outline`: as its profile says.
base::Result<void> hold_to_earlier(const Ready& ready, const release::Profile& profile,
                                   bool outline, release::Withheld& withheld);

}  // namespace sable::cli
