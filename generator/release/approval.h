// Two persons for each decision: `approval: two-person`.
//
// In:  what a release withholds by codes, and what it shows because a ruling has let it
//      go.
// Out: an error for each span for which one person alone has decided, or nobody.
#pragma once

#include "release/prose.h"

namespace sable::release {

void check_approvals(const Prose& prose, const Decisions& decisions, const Profile& profile,
                     base::Diagnostics& diagnostics);

}  // namespace sable::release
