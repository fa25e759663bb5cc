// Tables that a release withholds in part: nothing of a withheld cell, row, column,
// caption or table in the PDF, nor of the columns of a file that are not shown; and
// a release does not hang on any of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "channels.h"
#include "judges.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Each withheld word begins so, and no other.
const Canary kCanary{"Wqxz", ""};

// A report and its files of values.
struct Source {
  std::string report;
  std::string shown;     // a file of which a column, a row and a cell are withheld
  std::string withheld;  // one of a table that is withheld whole
};

// What stands in withheld places; another set has other lengths, marks and shapes.
Source source(bool other) {
  const auto either = [other](const char* one, const char* two) { return other ? two : one; };
  Source made;
  made.report = std::string(R"(sable: 1
template: intelligence
report: {title: {mark: U, text: Dues}}
marking: {system: us-ic, overall: SECRET}
body:
  - p: {mark: U, text: "See :ref[one], :ref[two] and :ref[gone]."}
  - table:
      id: one
      caption: {redact: {code: b1}, text: )") +
                either("Wqxzaa", "\"Wqxzab is a longer caption by far:fn[inner]\"") + R"(}
      columns: [{}, {redact: {code: b1}}, {}]
      head: [Year, Dues, Share]
      rows:
        - [1995, )" +
                either("Wqxzac", "{mark: U, text: \"Wqxzad :ref[two] \\n and more, Wqxzae\"}") +
                R"(, "x"]
        - [1996, "", {redact: {code: b1}, )" +
                either("text: Wqxzaf", "mark: U, withheld: true") + R"(}]
        - {redact: {code: b1}, )" +
                either("cells: [Wqxzag, Wqxzah, Wqxzai]",
                       "mark: U, cells: [{text: \"Wqxzaj:fn[inner]\", colspan: 3}]") +
                R"(}
      foot: [Mean, )" +
                either("Wqxzak", "\"\"") + R"(, ""]
  - table:
      id: gone
      redact: {code: b1}
      )" +
                either("mark: S\n      caption: Wqxzal",
                       "caption: \"Wqxzal:fn[inner]\"\n      header: false") +
                R"(
      csv: data/withheld.csv
  - table:
      id: two
      mark: U
      caption: Dues of a file
      csv: shown.csv
      show-columns: [Harbour, Clerk, Dues]
      columns: [{}, {redact: {code: b1}}, {align: right}]
      redact-rows: {2: {code: b1}}
      redact-cells: {3: {Dues: {code: b1}}}
notes:
  inner: {mark: U, text: Wqxzam}
releases:
  full: {unredacted: true}
  public: {audience: some, withhold: [b1], ceiling: SECRET}
  marked: {audience: others, withhold: [b1], ceiling: UNCLASSIFIED}
)";
  made.shown = std::string("Harbour,Dues,Clerk,Remarks\nAske,410.5,") +
               either("Wqxzan,Jvkqrm", "\"Wqxzap, and\nmore\",") + "\n" +
               either("Wqxzaq,1,Wqxzar,", ",,,Wqxzas is long") + "\nCarrow," +
               either("Wqxzat,,", "\"7,250,000 Wqxzau\",Wqxzav,Wqxzaw") + "\n";
  made.withheld = either("Wqxzax\nWqxzay\n", "Wqxzaz,Wqxzba\n1,2\n3,4\n5,6\n7,8\n9,10\n");
  return made;
}

Outcome run(const Source& from, const std::vector<std::string>& words) {
  Program program;
  program.world.files["reports/report.yaml"] = from.report;
  program.world.files["reports/shown.csv"] = from.shown;
  program.world.files["reports/data/withheld.csv"] = from.withheld;
  return program.run(words);
}

Outcome rendered(const Source& from, const std::string& release) {
  return run(from, {"render", "reports/report.yaml", "--release", release, "--output", "-"});
}

TEST(Tables, OfAReleaseHoldNothingThatIsWithheld) {
  for (const bool other : {false, true}) {
    for (const char* release : {"public", "marked"}) {
      const Outcome outcome = rendered(source(other), release);
      ASSERT_EQ(outcome.status, 0) << outcome.messages;
      EXPECT_EQ(complaints_of_qpdf(outcome.output), "");
      EXPECT_THAT(findings(channels_of(outcome.output), {kCanary}), IsEmpty()) << release;
    }
  }
}

TEST(Tables, ReleasesDoNotHangOnWhatIsWithheld) {
  for (const char* release : {"public", "marked"}) {
    const Outcome one = rendered(source(false), release);
    const Outcome other = rendered(source(true), release);
    EXPECT_TRUE(one.output == other.output) << release;
    EXPECT_EQ(one.messages, other.messages);
    for (const char* stage : {"released", "markup", "pages", "structure"}) {
      const std::vector<std::string> words = {
          "render", "reports/report.yaml", "--release", release, "--dump", stage};
      EXPECT_EQ(run(source(false), words).output, run(source(true), words).output) << stage;
    }
  }
}

TEST(TablesControl, TheFullVersionsShowItAndDiffer) {
  const Outcome one = rendered(source(false), "full");
  const Outcome other = rendered(source(true), "full");
  ASSERT_EQ(one.status, 0) << one.messages;
  ASSERT_EQ(other.status, 0) << other.messages;
  EXPECT_FALSE(one.output == other.output);
  const std::string text = running_text(one.output);
  for (const char* word : {"Wqxzaa", "Wqxzac", "Wqxzaf", "Wqxzag", "Wqxzak", "Wqxzal", "Wqxzan",
                           "Wqxzaq", "Wqxzat", "Wqxzax"}) {
    EXPECT_THAT(text, HasSubstr(word));
  }
}

// Columns that no release shows are in none.
TEST(Tables, ColumnsThatAreNotShownAreInNoRelease) {
  Source from = source(false);
  const std::string pdf = rendered(from, "full").output;
  EXPECT_THAT(findings(channels_of(pdf), {Canary{"Jvkqrm", ""}}), IsEmpty());
  EXPECT_THAT(findings(channels_of(pdf), {kCanary}), Not(IsEmpty()));
}

// What is wrong with a file is told by its place, without its words.
TEST(Tables, MessagesHoldNoWordsOfAFile) {
  Source from = source(true);
  from.shown += "Wqxzbb,Wqxzbc\n";
  from.withheld = "Wqxzbd :redact[Wqxzbe]{code=b1}\nWqxzbf\n";
  const Outcome outcome = run(from, {"check", "reports/report.yaml", "--excerpts"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages,
              AllOf(HasSubstr("reports/shown.csv:6:1: error: "), HasSubstr("[SBL0161]"),
                    HasSubstr("reports/data/withheld.csv:1:1: error: "), HasSubstr("[SBL0292]"),
                    Not(HasSubstr("Wqxz"))));
}

// A report from standard input stands in no folder.
TEST(Tables, OfStandardInputNameNoFiles) {
  Program program;
  program.world.files["shown.csv"] = source(false).shown;
  const Outcome outcome = program.run({"check", "-"}, source(false).report);
  EXPECT_THAT(outcome.messages, HasSubstr("[SBL0290]"));
}

}  // namespace
}  // namespace sable::testing
