// Whole runs of the program, in memory.

#include "cli/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace sable::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class RunTest : public ::testing::Test {
 protected:
  RunTest() { program_.world.files["a.yaml"] = report_with("on 3 May"); }

  std::string written(const std::string& path) const {
    const auto found = program_.world.files.find(path);
    return found == program_.world.files.end() ? std::string() : found->second;
  }

  Program program_;
};

TEST_F(RunTest, NoWordsGiveAUsageAndStatus2) {
  const Outcome outcome = program_.run({});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.output, IsEmpty());
  EXPECT_THAT(outcome.messages, HasSubstr("sable render report.yaml"));
}

TEST_F(RunTest, VersionGoesToStandardOutput) {
  const Outcome outcome = program_.run({"--version"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, StartsWith("sable "));
  EXPECT_THAT(outcome.messages, IsEmpty());
}

TEST_F(RunTest, RenderWritesTheReleasesThatRedact) {
  const Outcome outcome = program_.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, IsEmpty());
  EXPECT_EQ(outcome.messages, "wrote out/a/a.public.pdf (1 page)\n");
  EXPECT_THAT(written("out/a/a.public.pdf"), StartsWith("%PDF-1.7"));
  EXPECT_THAT(written("out/a/unredacted/a.full.pdf"), IsEmpty());
}

TEST_F(RunTest, ReleasesOfAFileServeManyReports) {
  program_.world.files["b.yaml"] = report_with("on 4 May");
  std::string& bare = program_.world.files["b.yaml"];
  bare.erase(bare.find("releases:"));
  program_.world.files["agency.yaml"] =
      "sable-releases: 1\nreleases:\n  agency: {withhold: foia, ceiling: Secret}\n";
  const Outcome outcome = program_.run({"render", "a.yaml", "b.yaml", "--release-file",
                                        "agency.yaml", "--release", "agency", "-o", "out"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(written("out/a.agency.pdf"), StartsWith("%PDF"));
  EXPECT_THAT(written("out/b.agency.pdf"), StartsWith("%PDF"));
  EXPECT_EQ(program_.run({"check", "b.yaml", "--release-file", "agency.yaml"}).status, 0);
  EXPECT_EQ(program_.run({"check", "b.yaml"}).status, 1);
}

TEST_F(RunTest, FaultsOfAReleaseFileAreToldAtTheirPlace) {
  const auto checked = [this](const std::string& file) {
    program_.world.files["agency.yaml"] = file;
    const Outcome outcome = program_.run({"check", "a.yaml", "--release-file", "agency.yaml"});
    EXPECT_NE(outcome.status, 0);
    return outcome.messages;
  };
  const std::string head = "sable-releases: 1\nreleases:\n";
  EXPECT_THAT(checked(head + "  public: {withhold: foia, ceiling: SECRET}\n"),
              HasSubstr("agency.yaml:3:3: error: there is a release of this name already"));
  EXPECT_THAT(checked(head + "  other: {withold: foia}\n"), HasSubstr("agency.yaml:3:11"));
  EXPECT_THAT(checked("releases: {}\n"), HasSubstr("lacks the field `sable-releases`"));
  EXPECT_THAT(checked("sable-releases: 1\n"), HasSubstr("lacks the field `releases`"));
  EXPECT_THAT(checked("- a\n"), HasSubstr("agency.yaml:1"));
  EXPECT_THAT(checked("a: [\n"), HasSubstr("agency.yaml:"));
  program_.world.files.erase("agency.yaml");
  const Outcome missing = program_.run({"render", "a.yaml", "--release-file", "agency.yaml"});
  EXPECT_EQ(missing.status, 3);
  EXPECT_THAT(missing.messages, HasSubstr("agency.yaml"));
}

TEST_F(RunTest, FixWritesIdsIntoTheReport) {
  const std::string before = written("a.yaml");
  const Outcome fixed = program_.run({"check", "--fix", "a.yaml"});
  EXPECT_EQ(fixed.status, 0) << fixed.messages;
  EXPECT_THAT(fixed.messages, HasSubstr("an id now"));
  EXPECT_THAT(written("a.yaml"), HasSubstr("id=r"));
  const std::string after = written("a.yaml");
  EXPECT_NE(before, after);
  EXPECT_THAT(program_.run({"check", "--fix", "a.yaml"}).messages,
              HasSubstr("every redaction has an id"));
  EXPECT_EQ(written("a.yaml"), after);
  EXPECT_EQ(program_.run({"render", "a.yaml"}).status, 0);
}

TEST_F(RunTest, FixLeavesWhatIsWrongAsItIs) {
  program_.world.files["a.yaml"] += "nonsense: 1\n";
  const std::string before = written("a.yaml");
  EXPECT_EQ(program_.run({"check", "--fix", "a.yaml"}).status, 1);
  EXPECT_EQ(written("a.yaml"), before);
  EXPECT_EQ(program_.run({"check", "--fix", "-"}).status, 2);
}

TEST_F(RunTest, ChangesAreMarkedInWhatIsShown) {
  program_.world.files["old.yaml"] = report_with("on 4 May");
  const auto dumped = [this](const char* release) {
    return program_
        .run({"render", "a.yaml", "--changes-since", "old.yaml", "--release", release, "--dump",
              "structure"})
        .output;
  };
  EXPECT_THAT(dumped("full"), HasSubstr("change=new"));
  EXPECT_THAT(dumped("public"), Not(HasSubstr("change")));
}

TEST_F(RunTest, ChangesAreThoseOfOneReport) {
  program_.world.files["b.yaml"] = report_with("on 4 May");
  const Outcome outcome = program_.run({"render", "a.yaml", "b.yaml", "--changes-since", "b.yaml"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.messages, HasSubstr("--changes-since is for one report"));
}

TEST_F(RunTest, AnEarlierVersionThatIsMissingOrWrongIsToldAndNothingIsWritten) {
  const Outcome missing = program_.run({"render", "a.yaml", "--changes-since", "old.yaml"});
  EXPECT_EQ(missing.status, 3);
  EXPECT_THAT(missing.messages, HasSubstr("old.yaml"));
  program_.world.files["old.yaml"] = "sable: 1\nbody: nothing\n";
  const Outcome wrong = program_.run({"render", "a.yaml", "--changes-since", "old.yaml"});
  EXPECT_EQ(wrong.status, 42);
  EXPECT_THAT(wrong.messages, HasSubstr("old.yaml:2"));
  EXPECT_THAT(written("out/a/a.public.pdf"), IsEmpty());
}

TEST_F(RunTest, AnUnredactedReleaseIsWrittenWhenItIsNamed) {
  const Outcome outcome = program_.run({"render", "a.yaml", "--release", "full"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.messages, HasSubstr("wrote out/a/unredacted/a.full.pdf (1 page)\n"));
  EXPECT_THAT(written("out/a/unredacted/a.full.pdf"), StartsWith("%PDF-1.7"));
  EXPECT_THAT(written("out/a/a.public.pdf"), IsEmpty());
}

TEST_F(RunTest, StandardInputAndOutput) {
  const Outcome outcome =
      program_.run({"render", "-", "--output", "-", "--release", "public"}, report_with("x"));
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, StartsWith("%PDF-1.7"));
  EXPECT_THAT(outcome.messages, IsEmpty());
}

TEST_F(RunTest, QuietSaysNothingOfSuccess) {
  EXPECT_THAT(program_.run({"render", "a.yaml", "--quiet"}).messages, IsEmpty());
}

// The bytes of a redacted release do not depend on what it withholds, nor on
// which other releases are rendered, nor on the number of threads.
TEST_F(RunTest, ARedactedReleaseIsAFunctionOfWhatItShows) {
  const Outcome first = program_.run({"render", "a.yaml"});
  const std::string pdf = written("out/a/a.public.pdf");
  ASSERT_THAT(pdf, StartsWith("%PDF"));
  program_.world.files["a.yaml"] = report_with("*after* Agent Vela’s ‘walk’ {{x}} <b> & 東京");
  const Outcome second = program_.run({"render", "a.yaml"});
  EXPECT_EQ(second.messages, first.messages);
  EXPECT_EQ(written("out/a/a.public.pdf"), pdf);
  program_.run({"render", "a.yaml", "-r", "full", "-r", "public", "--jobs", "1"});
  EXPECT_EQ(written("out/a/a.public.pdf"), pdf);
}

// The control of the test above: what the release shows does change its bytes.
TEST_F(RunTest, TheFullReleaseFollowsTheSecret) {
  program_.run({"render", "a.yaml", "-r", "full"});
  const std::string pdf = written("out/a/unredacted/a.full.pdf");
  program_.world.files["a.yaml"] = report_with("on 4 May");
  program_.run({"render", "a.yaml", "-r", "full"});
  EXPECT_NE(written("out/a/unredacted/a.full.pdf"), pdf);
}

TEST_F(RunTest, DumpsHoldNothingThatIsWithheld) {
  program_.world.files["a.yaml"] = report_with("by courier XYZZY");
  for (const char* stage : {"released", "markup", "pages", "structure"}) {
    const Outcome outcome =
        program_.run({"render", "a.yaml", "--release", "public", "--dump", stage});
    EXPECT_EQ(outcome.status, 0) << stage;
    EXPECT_THAT(outcome.output, HasSubstr("talks")) << stage;
    EXPECT_THAT(outcome.output, Not(HasSubstr("XYZZY"))) << stage;
    EXPECT_THAT(program_.run({"render", "a.yaml", "-r", "full", "--dump", stage}).output,
                HasSubstr("XYZZY"))
        << stage;
  }
  EXPECT_THAT(written("out/a/a.public.pdf"), IsEmpty());
}

TEST_F(RunTest, TheDateIsTheReportsUnlessTheEnvironmentSetsOne) {
  program_.run({"render", "a.yaml"});
  EXPECT_THAT(written("out/a/a.public.pdf"), HasSubstr("D:19970716"));
  program_.world.epoch = 86'400;
  program_.run({"render", "a.yaml"});
  EXPECT_THAT(written("out/a/a.public.pdf"), HasSubstr("D:19700102"));
}

TEST_F(RunTest, AWrongReportIsStatus42AndLeavesEarlierOutputAlone) {
  program_.world.files["out/a/a.public.pdf"] = "earlier";
  program_.world.files["a.yaml"] = report_with("x") + "  partner: {audience: partner}\n";
  const Outcome outcome = program_.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 42);
  EXPECT_THAT(outcome.messages, HasSubstr("a.yaml:13:3: error: "));
  EXPECT_EQ(written("out/a/a.public.pdf"), "earlier");
}

TEST_F(RunTest, OneFailingReleaseKeepsTheOthersFromBeingWritten) {
  program_.world.files["a.yaml"] = report_with("x") + "  partner: {withhold: [b1]}\n";
  const Outcome outcome = program_.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 42);
  EXPECT_THAT(outcome.messages, StartsWith("release partner:\n"));
  EXPECT_THAT(written("out/a/a.public.pdf"), IsEmpty());
}

TEST_F(RunTest, MessagesQuoteAReportOnlyOnRequest) {
  program_.world.files["a.yaml"] = "sable: 1\nbody: [{q: courier XYZZY}]\n";
  EXPECT_THAT(program_.run({"check", "a.yaml"}).messages, Not(HasSubstr("XYZZY")));
  EXPECT_THAT(program_.run({"check", "a.yaml", "--excerpts"}).messages, HasSubstr("XYZZY"));
  program_.terminal = true;
  EXPECT_THAT(program_.run({"check", "a.yaml"}).messages, HasSubstr("XYZZY"));
}

TEST_F(RunTest, CheckHasItsOwnStatus) {
  EXPECT_EQ(program_.run({"check", "a.yaml"}).status, 0);
  EXPECT_EQ(program_.run({"check", "a.yaml"}).messages, "a.yaml: nothing to mend\n");
  program_.world.files["a.yaml"] = report_with("x") + "notes: {idle: Never called.}\n";
  const Outcome warned = program_.run({"check", "a.yaml"});
  EXPECT_EQ(warned.status, 0);
  EXPECT_THAT(warned.messages, HasSubstr("a.yaml: 0 errors, 1 warning\n"));
  program_.world.files["a.yaml"] = "sable: 2\n";
  EXPECT_EQ(program_.run({"check", "a.yaml"}).status, 1);
  EXPECT_EQ(program_.run({"check", "none.yaml"}).status, 3);
}

// What is wrong with a part hides nothing that is wrong with another.
TEST_F(RunTest, CheckSaysEverythingAtOnce) {
  std::string& report = program_.world.files["a.yaml"];
  report = report_with("x") + "  bad: {withold: [b1]}\n  shown: {withhold: [b1]}\n";
  Outcome outcome = program_.run({"check", "a.yaml"});
  EXPECT_THAT(outcome.messages, HasSubstr("SBL0201"));  // withold
  EXPECT_THAT(outcome.messages, HasSubstr("SBL0410"));  // the door, of another release
  report.replace(report.find("  - p:"), 6, "  - q:");
  outcome = program_.run({"check", "a.yaml"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("error: a block has no such field"));
  EXPECT_THAT(outcome.messages, HasSubstr("error: a release has no such field"));
  EXPECT_THAT(program_.run({"render", "a.yaml"}).messages,
              HasSubstr("error: a release has no such field"));
}

TEST_F(RunTest, CheckGoesOnBehindErrorsOfTheText) {
  program_.world.files["a.yaml"] =
      "sable: 1\n"
      "template: intelligence\n"
      "report: {titel: x}\n"
      "marking: {system: legacy, overall: Secret}\n"
      "body:\n"
      "  - p: The text :redact[ends # here]{code=b1}, before :fn[a] is called.\n"
      "  - p: A note :fn[b] is called.\n"
      "notes: {a: One.}\n"
      "releases: {foia: {withold: [b1]}}\n";
  const Outcome outcome = program_.run({"check", "a.yaml"});
  EXPECT_THAT(outcome.messages, HasSubstr("a.yaml:6:30: error: YAML takes the rest"));
  EXPECT_THAT(outcome.messages, HasSubstr("a.yaml:3:10: error: the title block has no such field"));
  EXPECT_THAT(outcome.messages, HasSubstr("a.yaml:9:19: error: a release has no such field"));
  // Nothing that follows from the cut alone: neither the bracket that is open now, nor
  // the note that is not called.
  EXPECT_EQ(outcome.messages.find(":6:"), outcome.messages.rfind(":6:"));
  EXPECT_THAT(outcome.messages, Not(HasSubstr("SBL027")));
  EXPECT_THAT(outcome.messages, Not(HasSubstr("SBL0404")));
}

TEST_F(RunTest, AMisspeltKeyOfReleasesIsOneError) {
  std::string& report = program_.world.files["a.yaml"];
  report.replace(report.find("releases:"), 9, "relaeses:");
  const Outcome outcome = program_.run({"check", "a.yaml"});
  EXPECT_THAT(outcome.messages, HasSubstr("did you mean `releases`?"));
  EXPECT_THAT(outcome.messages, HasSubstr("a.yaml: 1 error, 0 warnings"));
}

TEST_F(RunTest, CheckLooksAtEveryRelease) {
  program_.world.files["a.yaml"] = report_with("x") + "  partner: {withhold: [b1]}\n";
  const Outcome outcome = program_.run({"check", "a.yaml"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("SBL0410"));
}

// Warnings speak of withheld places too, so that a redacted release must not
// come with them.
TEST_F(RunTest, WarningsAreForCheckAndForFullRenders) {
  program_.world.files["a.yaml"] = report_with("x") + "notes: {idle: Never called.}\n";
  EXPECT_THAT(program_.run({"render", "a.yaml"}).messages, Not(HasSubstr("SBL0272")));
  EXPECT_THAT(program_.run({"render", "a.yaml", "-r", "full"}).messages, HasSubstr("SBL0272"));
  EXPECT_THAT(program_.run({"check", "a.yaml"}).messages, HasSubstr("SBL0272"));
}

TEST_F(RunTest, WrongNamesOnTheCommandLineAreStatus2) {
  EXPECT_EQ(program_.run({"rendr", "a.yaml"}).status, 2);
  EXPECT_EQ(program_.run({"render", "a.yaml", "--release", "nobody"}).status, 2);
  program_.world.files["b/a.yaml"] = report_with("y");
  EXPECT_EQ(program_.run({"render", "a.yaml", "b/a.yaml"}).status, 2);
  EXPECT_EQ(program_.run({"render", "a.yaml", "-r", "full", "-r", "public", "-o", "-"}).status, 2);
}

TEST_F(RunTest, SeveralReportsInOneRun) {
  program_.world.files["b.yaml"] = report_with("y");
  const Outcome outcome = program_.run({"render", "a.yaml", "none.yaml", "b.yaml"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(written("out/a/a.public.pdf"), StartsWith("%PDF"));
  EXPECT_THAT(written("out/b/b.public.pdf"), StartsWith("%PDF"));
}

TEST_F(RunTest, AFolderInPlaceOfAReport) {
  program_.world.files["talks/one.yaml"] = report_with("x");
  program_.world.files["talks/fees.csv"] = "a";
  for (const char* command : {"check", "render"}) {
    const Outcome outcome = program_.run({command, "talks"});
    EXPECT_EQ(outcome.status, 42) << command;
    EXPECT_EQ(outcome.messages,
              "sable: error: talks is a folder [SBL0005]\n"
              "  help: name a report in it: talks/one.yaml\n");
  }
  program_.world.files.erase("talks/one.yaml");
  EXPECT_THAT(program_.run({"check", "talks"}).messages, HasSubstr("help: name a report in it\n"));
}

TEST_F(RunTest, AFileOfValuesThatIsNotThereIsWrongWithTheReport) {
  std::string& report = program_.world.files["a.yaml"];
  report.replace(report.find("  - p:"), 0, "  - table: {csv: none.csv}\n");
  EXPECT_EQ(program_.run({"render", "a.yaml"}).status, 42);
}

TEST_F(RunTest, AFullDiskIsStatus3) {
  program_.world.fail_writes = true;
  const Outcome outcome = program_.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.messages, HasSubstr("no space left on device"));
}

TEST_F(RunTest, MissingFontsAreTheMachinesFault) {
  program_.world.files.erase("/usr/share/color/icc/sRGB.icc");
  const Outcome outcome = program_.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.messages, HasSubstr("icc-profiles-free"));
}

TEST_F(RunTest, AnUnknownTemplateIsBadInput) {
  std::string& report = program_.world.files["a.yaml"];
  report.replace(report.find("intelligence"), 12, "../../intelligence");
  const Outcome outcome = program_.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 42);
  EXPECT_THAT(outcome.messages, HasSubstr("SBL1022"));
}

TEST_F(RunTest, CheckLooksAtTheTemplate) {
  std::string& report = program_.world.files["a.yaml"];
  report.replace(report.find("intelligence"), 12, "inteligence");
  for (const char* command : {"check", "render"}) {
    const Outcome outcome = program_.run({command, "a.yaml"});
    EXPECT_EQ(outcome.status, command == std::string("check") ? 1 : 42);
    EXPECT_THAT(outcome.messages,
                StartsWith("a.yaml:2:11: error: there is no template of that name [SBL1022]\n"
                           "  help: did you mean `intelligence`? the templates in "
                           "/sable/templates are assessment, intelligence, memorandum, "
                           "plain, register, tlp-advisory\n"));
  }
  // Beside what is wrong with the report itself.
  report.replace(report.find("  - p:"), 6, "  - q:");
  EXPECT_THAT(program_.run({"check", "a.yaml"}).messages,
              ::testing::AllOf(HasSubstr("SBL0201"), HasSubstr("SBL1022")));
}

TEST_F(RunTest, CheckCompilesTheTemplate) {
  const std::string folder = program_.home + "/templates/intelligence/";
  program_.world.files[folder + "title-block.mustache"] = "<p>{{titel}}</p>";
  Outcome outcome = program_.run({"check", "a.yaml"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("title-block.mustache:1:4: error: "));
  program_.world.files.erase(folder + "theme.yaml");
  outcome = program_.run({"check", "a.yaml"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages,
              StartsWith("a.yaml:2:11: error: the template lacks " + folder + "theme.yaml"));
  // Another folder of templates, as for render.
  for (const char* name : {"report.mustache", "style.css", "theme.yaml"}) {
    program_.world.files["mine/intelligence/" + std::string(name)] = "";
  }
  program_.world.files["mine/intelligence/theme.yaml"] = "tokens: {}";
  program_.world.files["mine/intelligence/report.mustache"] = "<html><body>{{#blocks}}</body>";
  outcome = program_.run({"check", "a.yaml", "--templates", "mine"});
  EXPECT_THAT(outcome.messages, StartsWith("mine/intelligence/report.mustache:1:13: error: "));
}

// Once, though each release shows it.
TEST_F(RunTest, CheckFillsTheTemplate) {
  program_.world.files[program_.home + "/templates/intelligence/title-block.mustache"] =
      "<p><b>a</b></p>\n<p>{{#report.office}}<i/>{{/report.office}}<span>c</p>";
  const Outcome outcome = program_.run({"check", "a.yaml"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("title-block.mustache:1:4: error: the template emits an "
                                          "unknown element [SBL0640]"));
  EXPECT_THAT(outcome.messages,
              HasSubstr("title-block.mustache:2:44: error: this element is not closed"));
  EXPECT_THAT(outcome.messages, HasSubstr("a.yaml: 2 errors, 0 warnings\n"));
}

TEST_F(RunTest, AFolderOfTemplatesThatIsNotThere) {
  for (const char* command : {"check", "render"}) {
    const Outcome outcome = program_.run({command, "a.yaml", "--templates", "nowhere"});
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.messages, StartsWith("sable: error: there is no folder nowhere of "));
  }
}

// Behind the door a place is a block of the release; only a full render may
// tell where that stands in the source.
TEST_F(RunTest, ACharacterWithoutAFontIsFoundInItsBlock) {
  std::string& report = program_.world.files["a.yaml"];
  report.replace(report.find("end on time"), 11, "end \U00012000");
  const Outcome redacted = program_.run({"render", "a.yaml"});
  EXPECT_EQ(redacted.status, 42);
  EXPECT_THAT(redacted.messages, StartsWith("release public:\nbody/1: error: "));
  const Outcome full = program_.run({"render", "a.yaml", "-r", "full"});
  EXPECT_EQ(full.status, 42);
  EXPECT_THAT(full.messages, StartsWith("release full:\na.yaml:7:7: error: "));
}

TEST_F(RunTest, APortionMarkStandsInAnElementWithAMark) {
  std::string& block =
      program_.world.files[program_.home + "/templates/intelligence/title-block.mustache"];
  block = "<p mark=\"S\"><marking of=\"portion\"/> a</p>";
  EXPECT_EQ(program_.run({"render", "a.yaml"}).status, 0);
  block = "<p>a</p>\n<p><marking of=\"portion\"/> a</p>";
  const Outcome outcome = program_.run({"render", "a.yaml"});
  EXPECT_EQ(outcome.status, 42);
  EXPECT_THAT(outcome.messages, HasSubstr("title-block.mustache:2:4: error: a <marking "));
  EXPECT_THAT(outcome.messages, HasSubstr("SBL0854"));
}

TEST_F(RunTest, TimingsNameTheStages) {
  const Outcome outcome = program_.run({"render", "a.yaml", "--timings"});
  for (const char* stage : {"read", "validate", "withhold", "fill", "style", "lay out", "draw"}) {
    EXPECT_THAT(outcome.messages, HasSubstr(stage));
  }
}

}  // namespace
}  // namespace sable::cli::testing
