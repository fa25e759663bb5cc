// The keys of a release that have to do with decisions, and of copies for officers:
// `as-of`, `approval`, `consultation`, `review`.
#pragma once

#include "release/profile.h"
#include "report/fields.h"

namespace sable::release {

void read_copies(const report::Fields& fields, const report::Report& report, Profile& profile,
                 base::Diagnostics& diagnostics);

}  // namespace sable::release
