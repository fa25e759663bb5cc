// The releases of a report as a set: whoever has several of them has their union.
//
// In:  a report without errors, and all its profiles.
// Out: an error for each pair of releases of which one shows what the other withholds to
//      people who can have both; for what a release withholds although the one that it
//      supersedes has shown it; and for names that no release has.
//
// Two audiences overlap if they share a name, or if that of the release which shows is
// `public`: everybody has that one. A release without an audience overlaps with all.
// Releases that supersede each other are one line, in which a later one may show more.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "release/profile.h"
#include "report/report.h"

namespace sable::release {

// Why a release cannot supersede that one: it is none, or has been given to others. What
// is new would then tell of words that the readers never had.
std::optional<base::Diagnostic> refuse_superseded(const Profile& later, const Profile& earlier);

base::Diagnostics check_release_set(const report::Report& report,
                                    const std::vector<Profile>& profiles);

}  // namespace sable::release
