// The door: the only way from a Report to a Released.
//
// In:  a report that may hold secrets, and a profile.
// Out: what that release shows, and nothing else; and, kept apart, the places
//      in the source that its ordinals stand for.
//
// `withhold` computes pub(S, r): the outermost withheld span wins, and whatever
// is reachable only from inside one (notes, inner spans, ids) is not looked at.
// Numbers of notes and holes are given here, from what is shown.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "release/album.h"
#include "release/hole_source.h"
#include "release/profile.h"
#include "released/released.h"
#include "report/report.h"

namespace sable::release {

struct Withheld {
  released::Released released;
  // sources[ordinal]: where it stands in the source. Stays before the door.
  std::vector<base::Span> sources;
  uint32_t holes = 0;                         // how many are in it
  std::vector<HoleSource> hole_sources = {};  // [number - 1]: before the door as well
};

// Errors are those that only this release has (a portion above its ceiling);
// they name positions and codes, never words. `album`: where the pictures of the report
// are; a report without figures needs none.
base::Result<Withheld> withhold(const report::Report& report, const Profile& profile,
                                const Album* album = nullptr);

}  // namespace sable::release
