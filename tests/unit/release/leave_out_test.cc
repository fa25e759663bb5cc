// `withheld-as: omit`: a release is what it would be had the matter not been written.

#include "release/leave_out.h"

#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "release/closing_up.h"
#include "releasing.h"

namespace sable::release {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kReleases =
    "releases:\n"
    "  r: {withhold: [b1, b3], show: [b5, b6], ceiling: SECRET, withheld-as: omit}\n";

std::string report(const std::string& rest, const std::string& titles = "title: {mark: U, text: T}",
                   const std::string& overall = "SECRET") {
  return "sable: 1\ntemplate: plain\nreport: {" + titles +
         "}\nmarking: {system: us-ic, overall: " + overall + "}\n" + rest + kReleases;
}

// Everything that the release holds.
std::string dump_of(const std::string& yaml) {
  const Released released = release(yaml, "r");
  EXPECT_THAT(released.wrong, IsEmpty()) << yaml;
  return released::dump(released.value);
}

struct Case {
  std::string with, without;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.with; }

class LeftOutOfBodies : public ::testing::TestWithParam<Case> {};

TEST_P(LeftOutOfBodies, LeavesNoTrace) {
  const std::string top = "TOP SECRET";
  const std::string head = "title: {mark: U, text: T}";
  EXPECT_EQ(dump_of(report(GetParam().with, head, top)),
            dump_of(report(GetParam().without, head, top)));
}

// What differs is seen.
TEST_P(LeftOutOfBodies, IsInTheFullRelease) {
  std::string with = report(GetParam().with, "title: T", "TOP SECRET");
  std::string without = report(GetParam().without, "title: T", "TOP SECRET");
  for (std::string* yaml : {&with, &without}) {
    yaml->replace(yaml->find("{withhold"), std::string::npos, "{unredacted: true}\n");
  }
  EXPECT_NE(dump_of(with), dump_of(without));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, LeftOutOfBodies,
    ::testing::Values(
        Case{"body:\n  - {p: {mark: S, text: 'a :redact[x]{code=b1} b'}}\n",
             "body:\n  - {p: {mark: S, text: a b}}\n"},
        Case{"body:\n  - {p: {mark: S, text: ':redact[x]{code=b1} b'}}\n",
             "body:\n  - {p: {mark: S, text: b}}\n"},
        Case{"body:\n  - {p: {mark: S, text: 'a :redact[x]{code=b1}.'}}\n",
             "body:\n  - {p: {mark: S, text: a.}}\n"},
        Case{"body:\n  - {p: {mark: S, text: 'a :redact[x]{code=b1}, b'}}\n",
             "body:\n  - {p: {mark: S, text: 'a, b'}}\n"},
        Case{"body:\n  - {p: {mark: S, text: 'a (:redact[x]{code=b1}) b'}}\n",
             "body:\n  - {p: {mark: S, text: a b}}\n"},
        Case{"body:\n  - {p: {mark: S, text: ':redact[x]{code=b1}, of b'}}\n",
             "body:\n  - {p: {mark: S, text: of b}}\n"},
        Case{"body:\n  - {p: {mark: S, text: 'a *:redact[x]{code=b1}* :redact[y]{code=b3} b'}}\n",
             "body:\n  - {p: {mark: S, text: a b}}\n"},
        Case{"body:\n  - {p: {mark: S, text: 'a *c :redact[x]{code=b1}* b'}}\n",
             "body:\n  - {p: {mark: S, text: 'a *c* b'}}\n"},
        Case{"body:\n  - {p: {mark: S, text: a}}\n  - {p: {mark: TS, text: x}}\n  - {p: {mark: S, "
             "text: b}}\n",
             "body:\n  - {p: {mark: S, text: a}}\n  - {p: {mark: S, text: b}}\n"},
        Case{
            "body:\n  - {p: {mark: S, text: ':redact[x]{code=b1}'}}\n  - {p: {mark: S, text: b}}\n",
            "body:\n  - {p: {mark: S, text: b}}\n"},
        Case{"body:\n  - {p: {mark: TS, text: a}, run-in: x}\n  - p: {mark: S, text: b}\n",
             "body:\n  - p: {mark: S, text: b}\n"},
        Case{"body:\n  - {p: {mark: S, text: a}, run-in: ':redact[x]{code=b1}'}\n",
             "body:\n  - {p: {mark: S, text: a}}\n"},
        Case{"body:\n  - bullets: [{mark: S, text: a}, {mark: TS, text: x, bullets: [y]}]\n",
             "body:\n  - bullets: [{mark: S, text: a}]\n"},
        Case{"body:\n  - bullets: [{mark: TS, text: x}]\n  - {p: {mark: S, text: a}}\n",
             "body:\n  - {p: {mark: S, text: a}}\n"},
        Case{"body:\n  - heading: {mark: TS, text: x}\n  - {p: {mark: S, text: a}}\n",
             "body:\n  - {p: {mark: S, text: a}}\n"},
        Case{"body:\n  - section:\n      heading: {mark: TS, text: x}\n"
             "      body: [{p: {mark: S, text: a}}, {p: {mark: TS, text: y}}]\n"
             "  - {p: {mark: S, text: b}}\n",
             "body:\n  - {p: {mark: S, text: a}}\n  - {p: {mark: S, text: b}}\n"},
        Case{"body:\n  - section:\n      heading: {mark: S, text: x}\n      redact: {code: b1}\n"
             "      body: [{p: {mark: S, text: a}}]\n"
             "  - {p: {mark: S, text: b}}\n",
             "body:\n  - {p: {mark: S, text: b}}\n"},
        Case{"body:\n  - quote: [{p: {mark: TS, text: x}}]\n  - {p: {mark: S, text: b}}\n",
             "body:\n  - {p: {mark: S, text: b}}\n"},
        Case{"body:\n  - {p: {mark: S, text: 'a:fn[n] b:fn[m]'}}\n"
             "notes: {n: {mark: TS, text: x}, m: {mark: S, text: y}}\n",
             "body:\n  - {p: {mark: S, text: 'a b:fn[m]'}}\nnotes: {m: {mark: S, text: y}}\n"},
        Case{"body:\n  - {p: {mark: S, text: 'a:fn[n]'}}\nnotes: {n: {mark: S, text: "
             "':redact[x]{code=b1}'}}\n",
             "body:\n  - {p: {mark: S, text: a}}\n"},
        Case{"body:\n  - table:\n      caption: {mark: TS, text: x}\n      head: [a, b]\n"
             "      rows: [{mark: S, cells: [1, 2]}, {mark: TS, cells: [3, 4]}]\n",
             "body:\n  - table:\n      head: [a, b]\n      rows: [{mark: S, cells: [1, 2]}]\n"},
        Case{"body:\n  - table:\n      mark: S\n      columns: [{}, {redact: {code: b1}}, {}]\n"
             "      head: [a, b, c]\n      rows: [[1, 2, 3], [{text: 4, colspan: 2}, 5]]\n",
             "body:\n  - table:\n      mark: S\n      head: [a, c]\n      rows: [[1, 3], [\"\", "
             "5]]\n"},
        Case{"body:\n  - table:\n      mark: S\n      rows:\n"
             "        - [{text: a, rowspan: 3}, 1]\n"
             "        - {redact: {code: b1}, cells: [2]}\n        - [3]\n",
             "body:\n  - table:\n      mark: S\n      rows: [[{text: a, rowspan: 2}, 1], [3]]\n"}));

TEST(LeaveOut, FieldsAndCodewordsGo) {
  const std::string body = "body:\n  - {p: {mark: S, text: a}}\n";
  EXPECT_EQ(dump_of(report(body,
                           "title: {mark: U, text: T}, office: {text: O, redact: {code: b1}}, "
                           "number: {text: ':redact[N]{code=b1}'}")),
            dump_of(report(body)));
  std::string coded = report(body);
  coded.replace(coded.find("overall: SECRET"), 15,
                "overall: SECRET, codeword: {text: Lantern, redact: {code: b1}}");
  EXPECT_EQ(dump_of(coded), dump_of(report(body)));
}

TEST(LeaveOut, AnIndexEntryGoesWithTheWordsOfItsTerm) {
  const auto indexed = [](const std::string& term) {
    return dump_of(report("index: true\nbody:\n  - p: {mark: S, text: '" + term + "'}\n"));
  };
  const std::string left =
      indexed(":term[the :redact[man from Ulen]{code=b1} matter]{as=\"Holt\"}");
  EXPECT_EQ(left, indexed(":term[the matter]"));
  EXPECT_THAT(indexed(":term[the matter]{as=\"Holt\"}"), HasSubstr("Holt"));
}

TEST(LeaveOut, AReferenceToWhatGoesIsAnError) {
  const std::string yaml = report(
      "body:\n  - heading: {id: h, mark: S, text: x, redact: {code: b1}}\n"
      "  - {p: {mark: S, text: 'see :ref[h]'}}\n");
  EXPECT_THAT(release(yaml, "r").wrong, ElementsAre(HasSubstr("SBL0411 [:ref[h]]")));
  const std::string both = report(
      "body:\n  - heading: {id: h, mark: S, text: x, redact: {code: b1}}\n"
      "  - {p: {mark: S, text: 'a:redact[, see :ref[h]]{code=b1}'}}\n");
  EXPECT_THAT(release(both, "r").wrong, IsEmpty());
}

TEST(LeaveOut, TheCaptionOfADeclassifiedReleaseTellsThatItIsAPart) {
  const auto caption = [](const std::string& paragraph) {
    std::string yaml = report("body:\n  - {p: {mark: S, text: '" + paragraph + "'}}\n");
    const size_t ceiling = yaml.find("ceiling: SECRET");
    yaml.replace(ceiling, 15, "declassified: {authority: A, date: 2024-01-02}");
    return release(yaml, "r").value.declassified->caption;
  };
  EXPECT_EQ(caption("a"), "Declassified");
  EXPECT_THAT(caption("a :redact[x]{code=b1}"), HasSubstr("in part"));
}

TEST(Clearance, IsACeilingThatLeavesOut) {
  const auto profiles = [](const std::string& rule) {
    return profiles_of(
        report("body: [{p: a}]\n").substr(0, report("body: [{p: a}]\n").find("releases")) +
        "releases:\n  r: " + rule + "\n");
  };
  const Profiles cleared = profiles("{clearance: SECRET}");
  ASSERT_THAT(cleared.wrong, IsEmpty());
  EXPECT_TRUE(cleared.all.front().omits);
  EXPECT_EQ(cleared.all.front().ceiling, (marking::Marking{2}));
  EXPECT_FALSE(profiles("{clearance: SECRET, withheld-as: box}").all.front().omits);
  EXPECT_FALSE(profiles("{ceiling: SECRET}").all.front().omits);
  EXPECT_TRUE(profiles("{ceiling: SECRET, withheld-as: omit}").all.front().omits);
  EXPECT_THAT(profiles("{ceiling: SECRET, clearance: SECRET}").wrong,
              ElementsAre(HasSubstr("SBL0412")));
  EXPECT_THAT(profiles("{clearance: SECRT}").wrong, ElementsAre(HasSubstr("[SECRT]")));
  EXPECT_THAT(profiles("{unredacted: true, withheld-as: omit}").wrong,
              ElementsAre(HasSubstr("SBL0402")));
}

}  // namespace
}  // namespace sable::release
