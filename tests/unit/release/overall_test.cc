#include "release/overall.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string marked_report(const std::string& overall, const std::string& body,
                          const std::string& releases) {
  return "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
         "marking: {system: us-ic" +
         overall + "}\nbody:\n" + body + "releases:\n" + releases;
}

// The banner of the release `r`.
std::string banner(const std::string& overall, const std::string& body, const std::string& rule) {
  const Released released = release(marked_report(overall, body, "  r: {" + rule + "}\n"), "r");
  if (!released.wrong.empty()) return released.wrong.front();
  return released.value.system->banner(released.value.overall);
}

const std::string kWithheldSecret =
    "  - p: {mark: S//NF, text: a, redact: {code: b1}}\n  - p: {mark: C, text: b}\n";

TEST(Overall, IsTheJoinOfWhatIsShown) {
  EXPECT_EQ(banner("", kWithheldSecret, "withhold: b1, ceiling: TOP SECRET//NOFORN"),
            "CONFIDENTIAL");
  EXPECT_EQ(banner(", overall: SECRET//NOFORN", kWithheldSecret,
                   "withhold: b1, ceiling: TOP SECRET//NOFORN"),
            "CONFIDENTIAL");
  EXPECT_EQ(banner("", "  - p: {mark: S, text: a}\n  - p: {mark: C//NF, text: b}\n",
                   "ceiling: TOP SECRET//NOFORN"),
            "SECRET//NOFORN");
}

TEST(Overall, IsTheDeclaredOneWhereSomethingShownHasNoMark) {
  EXPECT_EQ(banner(", overall: SECRET//NOFORN", kWithheldSecret + "  - p: c\n",
                   "withhold: b1, ceiling: TOP SECRET//NOFORN"),
            "SECRET//NOFORN");
  // A mark on the parent serves the portions below it.
  EXPECT_EQ(banner(", overall: SECRET",
                   "  - bullets: [{mark: C, text: a, bullets: [b]}]\n"
                   "  - quote: {mark: C, body: [{p: c}]}\n"
                   "  - box: {mark: C, title: t, body: [{p: c}]}\n",
                   "withhold: b1, ceiling: SECRET"),
            "CONFIDENTIAL");
  // What is withheld needs none.
  EXPECT_EQ(banner(", overall: SECRET", "  - {p: a, redact: {code: b1}}\n",
                   "withhold: b1, ceiling: SECRET"),
            "UNCLASSIFIED");
}

TEST(Overall, IsTheDeclaredOneOfUnredactedAndDeclassifiedReleases) {
  EXPECT_EQ(banner(", overall: SECRET//NOFORN", kWithheldSecret, "unredacted: true"),
            "SECRET//NOFORN");
  EXPECT_EQ(banner(", overall: SECRET//NOFORN", kWithheldSecret,
                   "withhold: b1, declassified: {authority: A, date: 2019-05-14}"),
            "SECRET//NOFORN");
  EXPECT_EQ(banner("", kWithheldSecret, "unredacted: true"), "SECRET//NOFORN");
}

TEST(Ceiling, WithoutOneNothingAboveTheLowestLevelIsShown) {
  const std::string body =
      "  - p: {mark: S, text: a}\n  - p: {mark: U, text: b}\n  - p: c\n  - p: d\n";
  EXPECT_THAT(release(marked_report(", overall: SECRET", body, "  r: {withhold: b1}\n"), "r").wrong,
              ElementsAre("SBL0410 [a] the release `r` shows a portion that is marked above the "
                          "lowest level",
                          "SBL0410 [c] the release `r` shows a portion without a mark, and the "
                          "overall marking for which it counts is above the lowest level"));
  EXPECT_THAT(release(marked_report("", "  - p: {mark: U//NF, text: a}\n  - p: b\n",
                                    "  r: {withhold: b1}\n"),
                      "r")
                  .wrong,
              IsEmpty());
}

TEST(Ceiling, WithholdsPortionsAboveIt) {
  const std::string body =
      "  - heading: {mark: S, text: a, id: x}\n"
      "  - p: {mark: S, text: b}\n"
      "  - p:\n      mark: S\n      text: |\n        c\n\n        d\n"
      "  - p: {mark: C, text: \"e:fn[y] :ref[x]\"}\n"
      "  - bullets: [{mark: S, text: f, bullets: [g]}, {mark: C, text: h, bullets: [i]}]\n"
      "  - quote: {mark: S, body: [{p: j}]}\n"
      "  - box: {mark: S, title: {mark: U, text: t}, body: [{p: j}]}\n"
      "  - box: {mark: C, title: {mark: S, text: t}, body: [{p: j}]}\n"
      "  - p: k\n"
      "notes: {y: {mark: S, text: l}}\n";
  const Released shown =
      release(marked_report(", overall: SECRET", body, "  r: {ceiling: CONFIDENTIAL}\n"), "r");
  ASSERT_THAT(shown.wrong, IsEmpty());
  EXPECT_EQ(notation(shown.value.body) + notation(shown.value.notes),
            "h1 box1 heading[ words]\n"
            "box2 paragraph[ paragraph]\n"
            "box3 paragraph[ paragraph]\n"
            "p @1 'efn0 ref[ withheld]'\n"
            "list {box4 bullet[ paragraph]; @1 'h' {'i'}}\n"
            "box5 quote[ paragraph]\n"
            "box6 box[ paragraph]\n"
            "box @1 'box7 field[ words]' {p 'j'}\n"
            "box8 paragraph[ paragraph]\n"
            "note box9 note[ paragraph]");
  EXPECT_EQ(shown.value.overall, (marking::Marking{1}));
}

TEST(Ceiling, ComparesControlsToo) {
  const std::string body = "  - p: {mark: C//NF, text: a}\n  - p: {mark: C, text: b}\n";
  const Released shown = release(marked_report("", body, "  r: {ceiling: SECRET}\n"), "r");
  EXPECT_EQ(notation(shown.value.body), "box1 paragraph[ paragraph]\np @1 'b'");
}

}  // namespace
}  // namespace sable::release
