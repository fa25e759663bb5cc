#include "cli/superseded.h"

#include <algorithm>

#include <fmt/format.h>

#include "release/album.h"
#include "release/release_set.h"
#include "released/changes.h"
#include "released/withdrawn.h"
#include "report/fields.h"

namespace sable::cli {

namespace {

const release::Profile* named(const std::vector<release::Profile>& profiles,
                              const std::string& name) {
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&](const auto& profile) { return profile.name == name; });
  return found == profiles.end() ? nullptr : &*found;
}

base::Result<release::Withheld> pass(const Ready& ready, const report::Report& report,
                                     const std::string& folder, const release::Profile& profile) {
  const release::Album album(ready.world, folder, ready.tools);
  return release::withhold(report, profile, &album);
}

// Of an earlier version of the report.
base::Result<release::Withheld> earlier_version(const Ready& ready, const release::Profile& later) {
  const release::Supersedes& earlier = *later.supersedes;
  const std::string path = base::join_path(ready.folder, earlier.report);
  const auto id = load_report(ready.world, ready.sources, path, nullptr);
  if (!id) return base::fail(id.error());
  base::Result<Intake> intake = take_in(ready.world, ready.sources, *id, ready.timings);
  if (!intake) return base::fail(std::move(intake.error()));
  const release::Profile* profile = named(intake->profiles, earlier.release.name);
  if (profile != nullptr) {
    if (auto refused = release::refuse_superseded(later, *profile)) {
      return base::fail(*std::move(refused));
    }
    return pass(ready, intake->report, intake->folder, *profile);
  }
  std::vector<std::string> names;
  for (const release::Profile& one : intake->profiles) names.push_back(one.name);
  return base::fail(base::error_at(earlier.release.span, "SBL0462",
                                   "the earlier report has no such release",
                                   report::suggestion(earlier.release.name, names)));
}

base::Diagnostics taken_back(const std::vector<released::Ordinal>& places,
                             const std::string& earlier) {
  base::Diagnostics findings;
  for (const released::Ordinal place : places) {
    base::Diagnostic finding = base::error_without_place(
        base::Fault::input, "SBL0461",
        fmt::format("words that the superseded release `{}` has shown are withheld here", earlier),
        "show them: what was released cannot be taken back");
    finding.ordinal = place;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

base::Result<void> hold_to_earlier(const Ready& ready, const release::Profile& profile,
                                   bool outline, release::Withheld& withheld) {
  if (!profile.supersedes || profile.unredacted) return {};
  const release::Supersedes& earlier = *profile.supersedes;
  const bool same_source = earlier.report.empty();
  // Of one source the decisions were compared (release_set.h).
  if (same_source && !outline) return {};
  const release::Profile* known = named(ready.profiles, earlier.release.name);
  if (known != nullptr && same_source) {
    if (auto refused = release::refuse_superseded(profile, *known)) {
      return base::fail(*std::move(refused));
    }
  }
  if (same_source && known == nullptr) return {};  // it is wrong itself, and was reported
  base::Result<release::Withheld> before = same_source
                                               ? pass(ready, ready.report, ready.folder, *known)
                                               : earlier_version(ready, profile);
  if (!before) return base::fail(std::move(before.error()));
  if (!same_source) {
    base::Diagnostics taken =
        taken_back(released::withdrawn(withheld.released, before->released), earlier.release.name);
    if (!taken.empty()) return base::fail(std::move(taken));
  }
  if (outline) released::mark_released(withheld.released, std::move(before->released));
  return {};
}

}  // namespace sable::cli
