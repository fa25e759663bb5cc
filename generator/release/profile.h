// Release profiles: who gets what.
//
// In:  the `releases:` of a report, or a profile file.
// Out: rules that say for each code whether it is withheld or shown.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "marking/marking.h"
#include "released/released.h"
#include "report/report.h"
#include "source/value.h"

namespace sable::release {

struct Declassified {
  std::string authority;
  std::string date;  // YYYY-MM-DD
};

// Another release that this one names, with its place.
struct ReleaseName {
  std::string name;
  base::Span span;
};

// The release that this one comes after: of this report, or of an earlier version of it.
struct Supersedes {
  ReleaseName release;
  std::string report;      // a file in the folder of the report or below; empty: this report
  base::Span report_span;  // its place
};

struct Profile {
  std::string name;
  base::Span span;
  bool unredacted = false;
  std::string audience;
  std::vector<std::string> withhold;  // codes, normalised: "b1"
  std::vector<std::string> show;
  // Portions marked above it are withheld whole. None: the lowest level of the
  // system, and a portion above it that nothing withholds or declassifies is an
  // error.
  std::optional<marking::Marking> ceiling;
  bool show_marks = false;  // of withheld portions
  released::Appearance boxes = released::Appearance::black;
  released::CodePlace codes = released::CodePlace::inside;
  std::optional<Declassified> declassified;
  std::string stamp;  // may hold {date} and {number}
  std::string watermark;
  bool numbers_lines = false;
  std::optional<released::Bates> bates;
  // What is withheld leaves no box and no gap: the lines close up without a trace.
  bool omits = false;
  std::string as_of = {};         // YYYY-MM-DD: what was decided later does not count
  bool two_persons = false;       // each span needs the approval of a second person
  std::string consultation = {};  // the office that it is for: a rule of its own
  bool review = false;            // outlines what is withheld elsewhere
  // Whose withholding a review copy outlines; empty: all that carries a code.
  std::string review_of = {};
  base::Span review_span = {};
  std::shared_ptr<const Profile> reviewed = {};  // the profile of that name
  std::vector<std::string> audiences = {};    // by name; empty: not told
  std::vector<ReleaseName> revealed_by = {};  // show to the same people what this one withholds
  std::optional<Supersedes> supersedes = {};
  bool outlines_new = false;  // what the superseded release withheld is outlined
};

// Copies for officers are no releases.
released::Purpose purpose_of(const Profile& profile);

// The profiles under `releases:`, in the order of the file, and then those of profile
// files (`sable-releases: 1`, `releases`), whose names have to be others. Every code
// that `report` uses has to stand in each profile's `withhold` or `show`; a profile
// without a rule that does not say `unredacted: true` is an error.
base::Result<std::vector<Profile>> read_profiles(const report::Report& report,
                                                 const std::vector<source::Value>& files = {});

// Finds the releases that review copies name. Copies whose release is not among them are
// reported, unless it is one of `unsound`, and taken out.
void resolve_reviews(std::vector<Profile>& profiles, const std::vector<std::string>& unsound,
                     base::Diagnostics& diagnostics);

// The same with all that is wrong, of a report that may be wrong itself.
struct ProfileExamination {
  std::vector<Profile> sound;
  base::Diagnostics findings;
};
ProfileExamination examine_profiles(const report::Report& report,
                                    const std::vector<source::Value>& files = {});

}  // namespace sable::release
