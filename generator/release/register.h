// What officers know of the holes of a release: for the internal register.
//
// In:  a report, a profile, and where the holes come from.
// Out: for each hole its place, its standing, and the private fields of its ruling.
//      Nothing of the withheld words.
#pragma once

#include <vector>

#include "base/span.h"
#include "release/hole_source.h"
#include "release/profile.h"
#include "released/register.h"

namespace sable::release {

// By the numbers of the holes, less one. `sources`: where their spans stand.
std::vector<released::Officers> officers_of(const report::Report& report, const Profile& profile,
                                            const std::vector<HoleSource>& holes,
                                            const base::SourceSet& sources);

}  // namespace sable::release
