// What the tests of this room share: YAML in, a release out, in a notation that
// a test can compare whole.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "base/world.h"
#include "release/profile.h"
#include "release/withhold.h"
#include "report/report.h"

namespace sable::release {

struct Source {
  base::SourceSet sources;
  report::Report report;
};

// Throws, and so fails the test, if the report cannot be read.
// Files that it names stand in `world`.
Source read_source(const std::string& yaml, const base::World* world = nullptr);

// The profiles of `yaml`, or what is wrong with them: "SBL0404 [foia] message".
struct Profiles {
  std::vector<Profile> all;
  std::vector<std::string> wrong;
};
Profiles profiles_of(const std::string& yaml);

struct Released {
  released::Released value;
  std::vector<std::string> sources;  // the stretch of each ordinal
  std::vector<std::string> wrong;
};
Released release(const std::string& yaml, const std::string& name,
                 const base::World* world = nullptr);

// A report with that body and those notes, marked SECRET overall, with the releases
//   foia: withholds b1 and b3, shows b5, declassified;   full: unredacted.
std::string report_with(const std::string& body, const std::string& notes = {});
// What the release shows of such a body and its notes, in notation.
std::string shown_in(const std::string& name, const std::string& body,
                     const std::string& notes = {});

// "box1[(b)(1),(b)(3) words label=a id=x]", "em(a)", "fn0", "ref[x]", "ref[x withheld]".
std::string notation(const released::Inlines& inlines);
std::string notation(const released::Hole& hole);
std::string notation(const std::vector<released::Block>& blocks);
std::string notation(const std::vector<released::Note>& notes);

}  // namespace sable::release
