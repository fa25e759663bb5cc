// Releases as a set, and residue, as a user of the program meets them.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace sable::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string report(const std::string& body, const std::string& releases) {
  return "sable: 1\ntemplate: plain\nreport: {title: Talks}\n"
         "marking: {system: corporate, overall: Public}\nbody:\n" +
         body + "releases:\n" + releases;
}

const std::string kOne = "  foia: {audience: public, withhold: [b1]}\n";

TEST(Residue, RefusesByOneSentenceAndWritesNothing) {
  const auto refused = [](const std::string& name) {
    Program program;
    program.world.files["a.yaml"] =
        report("  - p: \"Met :redact[" + name + "]{code=b1} and " + name + ".\"\n", kOne);
    const auto before = program.world.files;
    const Outcome outcome = program.run({"render", "a.yaml", "--excerpts"});
    EXPECT_EQ(outcome.status, 42);
    EXPECT_TRUE(program.world.files == before);
    EXPECT_EQ(outcome.output, "");
    return outcome.messages;
  };
  EXPECT_EQ(refused("Kaldec"),
            "release foia:\n"
            "sable: error: words that this release withholds stand elsewhere in it [SBL0450]\n"
            "  help: `sable check` says where\n");
  EXPECT_EQ(refused("Kaldec"), refused("Jo Marlow Orr"));
}

TEST(Residue, IsToldByCheckWithWordsOnlyWhereTheyMayBe) {
  Program program;
  program.world.files["a.yaml"] =
      report("  - p: \"Met :redact[Kaldec]{code=b1}.\"\n  - p: Seen by Kaldecs.\n", kOne);
  const Outcome quiet = program.run({"check", "a.yaml"});
  EXPECT_EQ(quiet.status, 1);
  EXPECT_THAT(quiet.messages, HasSubstr("a.yaml:7:16: error: words that are withheld stand in the "
                                        "open in the text of the release `foia` [SBL0451]"));
  EXPECT_THAT(quiet.messages, Not(HasSubstr("Kaldec")));
  EXPECT_THAT(program.run({"check", "a.yaml", "--excerpts"}).messages,
              HasSubstr("(here: Kaldecs)"));
}

TEST(Residue, OfOneReleaseKeepsTheOthersBackToo) {
  Program program;
  program.world.files["a.yaml"] =
      report("  - p: \"Met :redact[Kaldec]{code=b1}. Kaldec.\"\n",
             kOne + "  ally: {audience: ally, show: [b1], ceiling: Public}\n");
  EXPECT_EQ(program.run({"render", "a.yaml"}).status, 42);
  EXPECT_FALSE(program.world.files.contains("out/a/a.ally.pdf"));
  EXPECT_EQ(program.run({"render", "a.yaml", "--release", "ally"}).status, 0);
}

const std::string kLine =
    "  foia: {audience: public, withhold: [b1, b3]}\n"
    "  appeal: {audience: public, withhold: [b1], show: [b3], supersedes: foia, outline-new: "
    "true}\n";

std::string lined(const std::string& kept, const std::string& freed) {
  return report(
      "  - p: \"Met :redact[" + kept + "]{code=b1} by :redact[" + freed + "]{code=b3}.\"\n", kLine);
}

TEST(OutlineNew, MarksWhatTheSupersededReleaseWithheld) {
  Program program;
  program.world.files["a.yaml"] = lined("Kaldec", "the old river");
  const Outcome markup =
      program.run({"render", "a.yaml", "--release", "appeal", "--dump", "markup"});
  EXPECT_EQ(markup.status, 0) << markup.messages;
  EXPECT_THAT(markup.output, HasSubstr("changed=\"released\""));
  const Outcome first = program.run({"render", "a.yaml", "--release", "foia", "--dump", "markup"});
  EXPECT_THAT(first.output, Not(HasSubstr("changed=")));
}

TEST(OutlineNew, TellsNothingOfWhatIsStillWithheld) {
  const auto pdf = [](const std::string& source) {
    Program program;
    program.world.files["a.yaml"] = source;
    const Outcome outcome = program.run({"render", "a.yaml", "--release", "appeal"});
    EXPECT_EQ(outcome.status, 0) << outcome.messages;
    return program.world.files["out/a/a.appeal.pdf"];
  };
  const std::string one = pdf(lined("Kaldec", "the old river"));
  EXPECT_TRUE(one == pdf(lined("a longer name than that, and another", "the old river")));
  // The control: what the later release shows is seen.
  EXPECT_FALSE(one == pdf(lined("Kaldec", "the new river")));
}

const std::string kEarlier =
    report("  - p: \"Met Kaldec by the river.\"\n", "  foia: {audience: public, withhold: [b1]}\n");
const std::string kAppeal =
    "  appeal: {audience: public, withhold: [b1], supersedes: {release: foia, report: "
    "old/a.yaml}}\n";

TEST(Supersedes, RefusesToTakeBackWhatAnEarlierReportShowed) {
  Program program;
  program.world.files["old/a.yaml"] = kEarlier;
  program.world.files["a.yaml"] =
      report("  - p: \"Met :redact[Kaldec]{code=b1} by the river.\"\n", kAppeal);
  const Outcome rendered = program.run({"render", "a.yaml"});
  EXPECT_EQ(rendered.status, 42);
  EXPECT_THAT(rendered.messages, HasSubstr("body/1: error: words that the superseded release "
                                           "`foia` has shown are withheld here [SBL0461]"));
  const Outcome checked = program.run({"check", "a.yaml"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.messages, HasSubstr("a.yaml:6:9: error: words that the superseded release"));

  program.world.files["a.yaml"] =
      report("  - p: \"Met Kaldec by :redact[Orr]{code=b1} the river.\"\n", kAppeal);
  EXPECT_EQ(program.run({"render", "a.yaml"}).status, 0);
}

TEST(Supersedes, NeedsTheEarlierReportAndItsRelease) {
  Program program;
  program.world.files["a.yaml"] = report("  - p: x\n", kAppeal);
  EXPECT_EQ(program.run({"render", "a.yaml"}).status, 3);
  program.world.files["old/a.yaml"] =
      report("  - p: x\n", "  other: {audience: public, withhold: [b1]}\n");
  const Outcome outcome = program.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 42);
  EXPECT_THAT(outcome.messages, HasSubstr("the earlier report has no such release [SBL0462]"));
}

}  // namespace
}  // namespace sable::cli::testing
