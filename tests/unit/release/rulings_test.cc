// Releases that follow decisions: what is shown as of a day, who has to have approved,
// copies for officers.

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string kBody =
    "  - p: One :redact[alpha]{code=b1 id=k1} two :redact[beta :redact[gamma]{code=b3 id=k3}]"
    "{code=b6 id=k2} three.\n";

const std::string kApproved =
    "    history:\n"
    "      - {status: proposed, by: A. Lindqvist, on: 2023-09-01}\n"
    "      - {status: approved, by: J. Okafor, on: 2023-10-02}\n";

std::string yaml(const std::string& releases, const std::string& body = kBody) {
  return "sable: 1\n"
         "template: plain\n"
         "decisions: d.yaml\n"
         "report: {title: Talks}\n"
         "marking: {system: legacy, overall: Unclassified}\n"
         "body:\n" +
         body + "releases:\n" + releases;
}

Released released(const std::string& releases, const std::string& name,
                  const std::string& decisions, const std::string& body = kBody) {
  base::MemoryWorld world;
  world.files["d.yaml"] = "sable-decisions: 1\ndecisions:\n" + decisions;
  return release(yaml(releases, body), name, &world);
}

std::string shown(const Released& released) {
  if (!released.wrong.empty()) return fmt::format("{}", fmt::join(released.wrong, "\n"));
  return notation(released.value.body);
}

const std::string kFoia = "  foia: {withhold: [b1, b3, b6]}\n";

TEST(Rulings, ALetGoSpanIsShownFromThatDayOn) {
  const std::string decisions = "  k1:\n" + kApproved +
                                "      - {status: appealed, by: C. Moreau, on: 2024-01-10}\n"
                                "      - {status: released, by: D. Iwu, on: 2024-03-05}\n";
  EXPECT_EQ(shown(released(kFoia, "foia", decisions)),
            "p 'One alpha two box1[(b)(6) words id=k2] three.'");
  const auto as_of = [&](const std::string& day) {
    return shown(
        released("  foia: {withhold: [b1, b3, b6], as-of: " + day + "}\n", "foia", decisions));
  };
  const std::string withheld =
      "p 'One box1[(b)(1) words id=k1] two box2[(b)(6) words id=k2] three.'";
  EXPECT_EQ(as_of("2023-11-06"), withheld);
  EXPECT_EQ(as_of("2024-03-04"), withheld);
  EXPECT_EQ(as_of("2024-03-05"), "p 'One alpha two box1[(b)(6) words id=k2] three.'");
}

// Otherwise an old release could not be made again after an appeal.
TEST(Rulings, AnOlderReleaseIsMadeAgainToTheByte) {
  const std::string releases = "  foia: {withhold: [b1, b3, b6], as-of: 2023-11-06}\n";
  const Released before = released(releases, "foia", "  k1:\n" + kApproved);
  const Released after = released(
      releases, "foia",
      "  k1:\n" + kApproved + "      - {status: appealed, by: C. Moreau, on: 2024-01-10}\n" +
          "      - {status: released, by: D. Iwu, on: 2024-03-05}\n");
  EXPECT_EQ(dump(before.value), dump(after.value));
}

TEST(Rulings, OnlyPublicFieldsPass) {
  const std::string decisions =
      "  k1:\n"
      "    equity: Coastal Affairs\n"
      "    basis: Zb\n"
      "    justification: Names a source.\n"
      "    reason: Zr\n"
      "    history:\n"
      "      - {status: proposed, by: Zp, on: 2023-09-01}\n"
      "      - {status: referred, by: Zq, on: 2023-09-02, note: Zn}\n"
      "  k3: {justification: Zinner}\n";
  const Released foia = released(kFoia, "foia", decisions);
  const std::string all = dump(foia.value);
  EXPECT_THAT(all, HasSubstr("justification=\"Names a source.\" referred-to=\"Coastal Affairs\""));
  for (const char* secret : {"Zb", "Zr", "Zp", "Zq", "Zn", "Zinner", "2023-09"}) {
    EXPECT_THAT(all, Not(HasSubstr(secret)));
  }
  // What is shown needs no justification.
  const std::string shown =
      dump(released("  foia: {withhold: [b6], show: [b1, b3]}\n", "foia", decisions).value);
  EXPECT_THAT(shown, Not(HasSubstr("Names a source")));
  EXPECT_THAT(shown, Not(HasSubstr("Coastal")));
}

TEST(Approvals, EachSpanNeedsTheSecondPerson) {
  const std::string releases = "  foia: {withhold: [b1], show: [b3, b6], approval: two-person}\n";
  const auto of = [&](const std::string& decisions) {
    return released(releases, "foia", decisions).wrong;
  };
  EXPECT_THAT(of("  k1:\n" + kApproved), IsEmpty());
  EXPECT_THAT(of("  k2: {equity: Us}\n"), ElementsAre(HasSubstr("SBL0430 [:redact[alpha]")));
  EXPECT_THAT(of("  k1:\n    history: [{status: proposed, by: A, on: 2023-09-01}]\n"),
              ElementsAre(HasSubstr("SBL0430")));
  EXPECT_THAT(of("  k1:\n    history:\n"
                 "      - {status: proposed, by: A. Lindqvist, on: 2023-09-01}\n"
                 "      - {status: approved, by: a. lindqvist, on: 2023-10-02}\n"),
              ElementsAre(HasSubstr("SBL0431")));
  EXPECT_THAT(of("  k1:\n" + kApproved +
                 "      - {status: appealed, by: C, on: 2023-10-03}\n"
                 "      - {status: upheld, by: D, on: 2023-10-04}\n"),
              IsEmpty());
}

TEST(Approvals, CountAsOfTheDayOfTheRelease) {
  const std::string decisions = "  k1:\n" + kApproved;
  EXPECT_THAT(released("  foia: {withhold: [b1], show: [b3, b6], approval: two-person, as-of: "
                       "2023-10-01}\n",
                       "foia", decisions)
                  .wrong,
              ElementsAre(HasSubstr("SBL0430")));
}

TEST(Approvals, WhoReleasesHasNotDecidedBefore) {
  const std::string releases = "  foia: {withhold: [b1], show: [b3, b6], approval: two-person}\n";
  const auto by = [&](const std::string& who) {
    return released(releases, "foia",
                    "  k1:\n" + kApproved +
                        "      - {status: appealed, by: C. Moreau, on: 2024-01-10}\n"
                        "      - {status: released, by: " +
                        who + ", on: 2024-03-05}\n")
        .wrong;
  };
  EXPECT_THAT(by("D. Iwu"), IsEmpty());
  EXPECT_THAT(by("C. Moreau"), ElementsAre(HasSubstr("SBL0432")));
  EXPECT_THAT(by("J. Okafor"), ElementsAre(HasSubstr("SBL0432")));
}

// A span inside a box is not reachable: nothing about it is said.
TEST(Approvals, OfWhatIsReachableOnly) {
  const std::string decisions = "  k1:\n" + kApproved + "  k2:\n" + kApproved;
  EXPECT_THAT(
      released("  foia: {withhold: [b1, b3, b6], approval: two-person}\n", "foia", decisions).wrong,
      IsEmpty());
  EXPECT_THAT(released("  foia: {withhold: [b1, b3], show: [b6], approval: two-person}\n", "foia",
                       decisions)
                  .wrong,
              ElementsAre(HasSubstr("SBL0430 [:redact[gamma]")));
}

TEST(Approvals, AReportCanAskForThemInEachRelease) {
  const std::string releases =
      "approval: two-person\nreleases:\n" + kFoia + "  full: {unredacted: true}\n";
  base::MemoryWorld world;
  world.files["d.yaml"] = "sable-decisions: 1\ndecisions:\n  k1:\n" + kApproved;
  std::string source = yaml(kFoia);
  source.replace(source.find("releases:\n" + kFoia), std::string::npos, releases);
  EXPECT_THAT(release(source, "foia", &world).wrong, ElementsAre(HasSubstr("SBL0430")));
  EXPECT_THAT(release(source, "full", &world).wrong, IsEmpty());
}

TEST(Consultation, ShowsTheMatterOfOneOffice) {
  const std::string decisions =
      "  k1: {equity: Coastal Affairs}\n  k2: {equity: Harbours}\n  k3: {equity: Coastal "
      "Affairs}\n";
  EXPECT_EQ(shown(released("  ca: {consultation: Coastal Affairs}\n", "ca", decisions)),
            "p 'One outlined[(b)(1)](alpha) two box1[(b)(6) words id=k2] three.'");
  EXPECT_EQ(shown(released("  h: {consultation: Harbours}\n", "h", decisions)),
            "p 'One box1[(b)(1) words id=k1] two outlined[(b)(6)](beta box2[(b)(3) words id=k3]) "
            "three.'");
  const Released copy = released("  ca: {consultation: Coastal Affairs}\n", "ca", decisions);
  EXPECT_EQ(copy.value.notice, "CONSULTATION COPY – Coastal Affairs");
  EXPECT_EQ(copy.value.purpose, released::Purpose::consultation);
}

TEST(Review, OutlinesAllThatHasACode) {
  const Released copy =
      released("  r: {unredacted: true, review: true}\n", "r", "  k1: {equity: Us}\n");
  EXPECT_EQ(shown(copy),
            "p 'One outlined[(b)(1)](alpha) two outlined[(b)(6)](beta outlined[(b)(3)](gamma)) "
            "three.'");
  EXPECT_EQ(copy.value.notice, "REVIEW COPY – CONTAINS WITHHELD MATTER");
}

TEST(Review, OutlinesWhatOneReleaseWithholds) {
  const std::string releases =
      "  r: {unredacted: true, review: foia}\n  foia: {withhold: [b1], show: [b3, b6]}\n";
  EXPECT_EQ(shown(released(releases, "r", "  k1: {equity: Us}\n")),
            "p 'One outlined[(b)(1)](alpha) two beta gamma three.'");
}

TEST(Review, OutlinesWhatACeilingWithholds) {
  const std::string source =
      "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: Talks}}\n"
      "marking: {system: us-ic, overall: SECRET}\n"
      "body:\n  - p: {mark: S, text: High.}\n  - p: {mark: U, text: Low.}\n"
      "  - bullets: [{mark: S, text: Also high}]\n"
      "releases:\n  r: {unredacted: true, review: foia}\n  foia: {ceiling: UNCLASSIFIED}\n";
  EXPECT_EQ(notation(release(source, "r").value.body),
            "outlined[] p @2 'High.'\np @0 'Low.'\nlist {@2 'outlined[](Also high)'}");
}

// Every kind of part that can be withheld.
TEST(Review, OutlinesBlocksRowsCellsNotesAndFields) {
  const std::string body =
      "  - {p: Whole., redact: {code: b1}}\n"
      "  - section: {heading: {text: Head, redact: {code: b1}}, body: [{p: In.}]}\n"
      "  - bullets: [{text: Item, redact: {code: b1}, bullets: [Below]}]\n"
      "  - {quote: Said., redact: {code: b1}}\n"
      "  - table:\n"
      "      columns: [{}, {}]\n"
      "      rows:\n"
      "        - {cells: [a, b], redact: {code: b1}}\n"
      "        - {cells: [{text: c, redact: {code: b3}}, d]}\n";
  const std::string all = shown(released("  r: {unredacted: true, review: true}\n", "r", "", body));
  for (const char* part : {"outlined[(b)(1)] p 'Whole.'", "outlined[(b)(1)](Head)",
                           "outlined[(b)(1)](Item)", "outlined[](Below)", "outlined[(b)(1)] quote",
                           "outlined[(b)(1)](a)", "outlined[](b)", "outlined[(b)(3)](c)"}) {
    EXPECT_THAT(all, HasSubstr(part));
  }
}

// What is wrong with the keys of copies.
TEST(Copies, ReadTheirKeys) {
  base::MemoryWorld world;
  world.files["d.yaml"] = "sable-decisions: 1\ndecisions:\n  k1: {equity: Us}\n";
  const auto wrong = [&](const std::string& releases) {
    const Source source = read_source(yaml(releases), &world);
    std::vector<std::string> found;
    for (const base::Diagnostic& one : examine_profiles(source.report).findings) {
      found.push_back(one.code);
    }
    return found;
  };
  EXPECT_THAT(wrong("  a: {consultation: Us}\n"), IsEmpty());
  EXPECT_THAT(wrong("  a: {consultation: Them}\n"), ElementsAre("SBL0435"));
  EXPECT_THAT(wrong("  a: {consultation: Us, withhold: [b1, b3, b6]}\n"), ElementsAre("SBL0434"));
  EXPECT_THAT(wrong("  a: {withhold: [b1, b3, b6], review: true}\n"), ElementsAre("SBL0436"));
  EXPECT_THAT(wrong("  a: {unredacted: true, review: b}\n"), ElementsAre("SBL0438"));
  EXPECT_THAT(wrong("  a: {unredacted: true, review: a}\n"), ElementsAre("SBL0438"));
  EXPECT_THAT(wrong("  a: {unredacted: true, review: true, bates: {first: 1}}\n"),
              ElementsAre("SBL0437"));
  EXPECT_THAT(wrong("  a: {withhold: [b1, b3, b6], as-of: 2023-13-01}\n"), ElementsAre("SBL0207"));
  world.files["d.yaml"] = "sable-decisions: 1\ndecisions: {}\n";
  EXPECT_THAT(wrong("  a: {withhold: [b1, b3, b6], as-of: 2023-12-01}\n"), ElementsAre("SBL0433"));
}

}  // namespace
}  // namespace sable::release
