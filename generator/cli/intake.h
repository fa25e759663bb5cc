// The stages before the door, joined: read, validate, profiles.
//
// In:  a file of the SourceSet, or a path.
// Out: a report that may hold secrets, with its release profiles.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"
#include "cli/timings.h"
#include "release/profile.h"
#include "report/report.h"

namespace sable::cli {

struct Intake {
  report::Report report;
  std::vector<release::Profile> profiles;
  // They speak of the source as a whole, withheld matter included: for `check`
  // and for full renders, never for those of a release that redacts.
  base::Diagnostics warnings;
  std::string folder;  // where its pictures are
};

// Everything that can be found wrong with a report in one run, and what of it is
// sound.
struct Examination {
  report::Report report;                   // as far as it could be read
  bool sound = false;                      // there are no errors, or only in `releases:`
  std::vector<release::Profile> profiles;  // those without errors
  base::Diagnostics findings;              // in the order of the files
};

// Puts a report into the SourceSet, as secret; "-" is read from `input`.
base::Result<base::FileId> load_report(const base::World& world, base::SourceSet& sources,
                                       const std::string& path, std::FILE* input);

// Files that the report names are read from its folder, and added to the SourceSet;
// a report from standard input has no folder.
// `release_files`: releases that serve many reports.
Examination examine(const base::World& world, base::SourceSet& sources, base::FileId file,
                    Timings& timings, const std::vector<source::Value>& release_files = {});
// Gives the place of `template:` to what was found wrong with it as a whole.
void point_at_template(const report::Report& report, base::Diagnostics& findings);

base::Result<Intake> take_in(const base::World& world, base::SourceSet& sources, base::FileId file,
                             Timings& timings,
                             const std::vector<source::Value>& release_files = {});

// The files of --release-file, as they are written.
base::Result<std::vector<source::Value>> load_release_files(const base::World& world,
                                                            base::SourceSet& sources,
                                                            const std::vector<std::string>& paths);

}  // namespace sable::cli
