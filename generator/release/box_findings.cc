#include "release/box_findings.h"

#include "release/public_warnings.h"
#include "release/source_places.h"
#include "release/spans.h"

namespace sable::release {

base::Diagnostics find_telling_boxes(const base::SourceSet& sources, const report::Report& report,
                                     const Profile& profile, const Withheld& withheld) {
  base::Diagnostics found;
  if (profile.unredacted) return found;
  const std::vector<PublicWarning> warnings = public_warnings(withheld.released);
  if (warnings.empty()) return found;
  const std::vector<Site> sites = sites_of(report, Decisions(report, profile));
  const SourcePlaces places(sources, withheld, sites, profile.span);
  for (const PublicWarning& warning : warnings) {
    found.push_back(base::warning_at(places.hole(warning.ordinal, warning.hole),
                                     code_of(warning.kind), message_of(warning.kind),
                                     help_of(warning.kind)));
  }
  return found;
}

}  // namespace sable::release
