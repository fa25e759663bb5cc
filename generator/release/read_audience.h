// Who a release is for, and what other releases it knows of.
//
// In:  `audience`, `revealed-by`, `supersedes` and `outline-new` of a release.
// Out: these fields of its profile. Whether the releases that they name exist is seen
//      when all are read (release_set.h).
#pragma once

#include "base/diagnostic.h"
#include "release/profile.h"
#include "report/fields.h"

namespace sable::release {

void read_audience(const report::Fields& fields, Profile& profile, base::Diagnostics& diagnostics);

}  // namespace sable::release
