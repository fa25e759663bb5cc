// The warnings of public_warnings.h with their places in the source, for `check`.
//
// In:  a report, a profile, and what the door let pass for it.
// Out: warnings at the redactions that they speak of.
#pragma once

#include "base/diagnostic.h"
#include "release/profile.h"
#include "release/withhold.h"
#include "report/report.h"

namespace sable::release {

base::Diagnostics find_telling_boxes(const base::SourceSet& sources, const report::Report& report,
                                     const Profile& profile, const Withheld& withheld);

}  // namespace sable::release
