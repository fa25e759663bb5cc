// Residue: withheld words that stand in the open elsewhere in the same release.
//
// In:  a report, a profile, and what the door let pass for it.
// Out: whether the release has to be refused, and, for `check`, where and why.
//
// Looked for are the inline spans of up to four words that the release withholds, and
// the terms that the report lists; without the waivers. Words are compared as the room
// `words` folds them, whole, with or without hyphens and spaces within them, in any
// form that the language's stemmer takes for the same. Of longer withheld texts, names,
// numbers and rare words give warnings.
//
// It lies before the door: what it finds depends on what is withheld. A refusal is one
// sentence without a place or word, so that `render` tells nothing more than that.
#pragma once

#include "base/diagnostic.h"
#include "release/profile.h"
#include "release/withhold.h"
#include "report/report.h"

namespace sable::release {

// SBL0450, or nothing. An unredacted release has no residue.
base::Result<void> refuse_residue(const report::Report& report, const Profile& profile,
                                  const Withheld& withheld);

// With places and words, the gravest first. `sources` is that of the report.
base::Diagnostics find_residue(const base::SourceSet& sources, const report::Report& report,
                               const Profile& profile, const Withheld& withheld);

}  // namespace sable::release
