#include "release/release_set.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "release/spans.h"
#include "releasing.h"

namespace sable::release {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kBody =
    "body:\n  - p: \"A :redact[one]{code=b1} b :redact[two]{code=b3} c.\"\n"
    "  - {p: three, redact: {code: b1}}\n";

std::vector<std::string> wrong(const std::string& releases, const std::string& body = kBody,
                               const std::string& overall = "U") {
  return profiles_of(
             "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
             "marking: {system: us-ic, overall: " +
             overall + "}\n" + body + "releases:\n" + releases)
      .wrong;
}

std::vector<std::string> codes(const std::string& releases, const std::string& body = kBody) {
  std::vector<std::string> found;
  for (const std::string& one : wrong(releases, body)) found.push_back(one.substr(0, 7));
  return found;
}

const std::string kFoia = "  foia: {audience: public, withhold: [b1, b3]}\n";

TEST(ReleaseSet, RefusesToShowSomeWhatItWithholdsFromOthersWhoAreTheSame) {
  EXPECT_THAT(
      wrong("  a: {audience: [x, y], withhold: [b1, b3]}\n"
            "  b: {audience: [z, y], withhold: [b1], show: [b3]}\n"),
      ElementsAre("SBL0460 [:redact[two]{code=b3}] the release `a` withholds this, the release "
                  "`b` shows it, and there may be people who have both"));
  EXPECT_THAT(codes("  a: {audience: x, withhold: [b1, b3]}\n"
                    "  b: {audience: z, withhold: [b1], show: [b3]}\n"),
              IsEmpty());
}

TEST(ReleaseSet, EverybodyHasWhatThePublicHas) {
  EXPECT_THAT(codes(kFoia + "  ally: {audience: ally, withhold: [b1], show: [b3]}\n"), IsEmpty());
  EXPECT_THAT(codes("  foia: {audience: public, withhold: [b1], show: [b3]}\n"
                    "  ally: {audience: ally, withhold: [b1, b3]}\n"),
              ElementsAre("SBL0460"));
}

TEST(ReleaseSet, AReleaseForNobodyInParticularIsForAll) {
  EXPECT_THAT(codes(kFoia + "  b: {withhold: [b1], show: [b3]}\n"), ElementsAre("SBL0460"));
  EXPECT_THAT(codes("  a: {withhold: [b1, b3]}\n  b: {withhold: [b1, b3], boxes: grey}\n"),
              IsEmpty());
  EXPECT_THAT(codes(kFoia + "  full: {unredacted: true}\n"), IsEmpty());
}

TEST(ReleaseSet, MayBeRevealedByAnother) {
  EXPECT_THAT(codes("  a: {revealed-by: b, withhold: [b1, b3]}\n  b: {show: [b3], withhold: b1}\n"),
              IsEmpty());
  EXPECT_THAT(codes("  a: {revealed-by: [b], withhold: [b1, b3]}\n  b: {show: [b3], withhold: b1}\n"
                    "  c: {audience: q, show: [b3], withhold: b1}\n"),
              ElementsAre("SBL0460"));
  EXPECT_THAT(codes("  a: {revealed-by: x, withhold: [b1, b3]}\n"), ElementsAre("SBL0462"));
  EXPECT_THAT(codes("  a: {revealed-by: a, withhold: [b1, b3]}\n"), ElementsAre("SBL0462"));
}

TEST(ReleaseSet, CountsPortionsAboveACeiling) {
  const std::string body = "body:\n  - p: {mark: S, text: high}\n  - p: {mark: U, text: low}\n";
  EXPECT_THAT(wrong("  a: {ceiling: U}\n  b: {ceiling: S}\n", body, "S"),
              ElementsAre("SBL0460 [p: {mark: S, text: high}] the release `a` withholds this, the "
                          "release `b` shows it, and there may be people who have both"));
}

TEST(ReleaseSet, ALaterReleaseMayShowMoreAndNotLess) {
  const std::string first = "  first: {audience: public, withhold: [b1, b3]}\n";
  const std::string second = "  second: {audience: public, withhold: [b1], show: [b3], ";
  EXPECT_THAT(codes(first + second + "supersedes: first}\n"), IsEmpty());
  EXPECT_THAT(codes(first + second + "supersedes: {release: first}}\n"), IsEmpty());
  EXPECT_THAT(codes(first + second + "supersedes: first}\n" +
                    "  third: {audience: public, withhold: [], show: [b1, b3], ceiling: U, "
                    "supersedes: second}\n"),
              IsEmpty());
  EXPECT_THAT(
      wrong("  a: {withhold: [b1], show: [b3]}\n  b: {withhold: [b1, b3], supersedes: a}\n"),
      ElementsAre("SBL0461 [:redact[two]{code=b3}] the release `b` withholds this, and the release "
                  "`a`, which it supersedes, has shown it"));
}

TEST(ReleaseSet, RefusesCirclesAndNamesThatNoneHas) {
  EXPECT_THAT(codes("  a: {withhold: [b1, b3], supersedes: b}\n"
                    "  b: {withhold: [b1, b3], supersedes: a}\n"),
              ElementsAre("SBL0463", "SBL0463"));
  EXPECT_THAT(codes("  a: {withhold: [b1, b3], supersedes: x}\n"), ElementsAre("SBL0462"));
  // What is new is told against what the same readers have.
  EXPECT_THAT(codes("  a: {withhold: [b1, b3], supersedes: x}\n  x: {unredacted: true}\n"),
              ElementsAre("SBL0464"));
  EXPECT_THAT(codes("  a: {withhold: [b1, b3], supersedes: x}\n"
                    "  x: {unredacted: true, review: true}\n"),
              ElementsAre("SBL0464"));
  EXPECT_THAT(codes("  a: {audience: public, withhold: [b1, b3], supersedes: x}\n"
                    "  x: {audience: staff, withhold: [b1, b3]}\n"),
              ElementsAre("SBL0465"));
  EXPECT_THAT(codes("  a: {audience: staff, withhold: [b1, b3], supersedes: x}\n"
                    "  x: {audience: public, withhold: [b1, b3]}\n"),
              IsEmpty());
  EXPECT_THAT(codes("  a: {withhold: [b1, b3], outline-new: true}\n"), ElementsAre("SBL0452"));
  EXPECT_THAT(codes("  a: {withhold: [b1, b3], audience: ''}\n"), ElementsAre("SBL0453"));
  EXPECT_THAT(codes("  a: {withhold: [b1, b3], supersedes: {release: a, report: ../b.yaml}}\n"),
              ElementsAre("SBL0454"));
}

uint32_t count_holes(const released::Released& released) {
  const std::string dump = released::dump(released);
  uint32_t count = 0;
  for (size_t at = dump.find(" kind="); at != std::string::npos; at = dump.find(" kind=", at + 1)) {
    ++count;
  }
  return count;
}

// The walk over the report decides as the door does: as many spans that nothing around
// them withholds as the door makes holes.
TEST(Spans, AgreeWithTheDoor) {
  const char* body = R"(
body:
  - heading: {text: Head, redact: {code: b1}}
  - p: {mark: S, text: "A :redact[b]{code=b1} c"}
  - p: {mark: U, text: "*A :redact[b :redact[c]{code=b3}]{code=b5}* :link[:redact[x]{code=b1}]{https://x.example}"}
  - bullets: [{mark: S, text: a, bullets: [b]}, {mark: U, text: "c", redact: {code: b3}}]
  - quote: [{p: {mark: S, text: x}}, {p: {mark: U, text: ":redact[y]{code=b1}"}}]
  - box: {mark: S, title: t, body: [{p: {mark: S, text: x}}]}
  - section: {heading: {mark: U, text: h}, body: [{p: {mark: S, text: x}}]}
  - table:
      caption: {mark: U, text: "a :redact[b]{code=b1}"}
      columns: [{}, {redact: {code: b3}}]
      head: [[a, b]]
      rows:
        - [a, b]
        - [{mark: S, text: a}, b]
        - {redact: {code: b1}, cells: [a, b]}
  - code: {mark: U, text: x}
  - code: {mark: S, text: x, redact: {code: b1}}
  - p: {mark: U, text: "note:fn[n]"}
notes:
  n: {mark: S, text: a}
releases:
  low: {audience: a, ceiling: U, withhold: [b1], show: [b3, b5]}
  high: {audience: b, ceiling: S, withhold: [b1, b3, b5]}
  none: {audience: c, ceiling: S, show: [b1, b3, b5]}
)";
  const std::string yaml =
      std::string("sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n") +
      "marking: {system: us-ic, overall: S}\n" + body;
  const Source source = read_source(yaml);
  for (const char* name : {"low", "high", "none"}) {
    const ProfileExamination profiles = examine_profiles(source.report);
    for (const Profile& profile : profiles.sound) {
      if (profile.name != name) continue;
      const auto withheld = withhold(source.report, profile);
      ASSERT_TRUE(withheld.has_value());
      uint32_t outermost = 0;
      for (const Site& site : sites_of(source.report, Decisions(source.report, profile))) {
        if (site.outermost) ++outermost;
      }
      EXPECT_EQ(outermost, count_holes(withheld->released)) << name;
    }
  }
}

}  // namespace
}  // namespace sable::release
