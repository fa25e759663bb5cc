// sable diff: its formats, its exit status, its wrong uses, what the documentation shows.

#include <yaml-cpp/yaml.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace sable::cli::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

using Words = std::vector<std::string>;

std::string report(const std::string& sentence) {
  return "sable: 1\ntemplate: intelligence\nreport: {title: Dues of the clerk}\n"
         "marking: {system: legacy, overall: Unclassified}\nbody:\n"
         "  - heading: Coast\n"
         "  - p: 'The clerk :redact[Arne Holt]{code=b6 id=k1} was paid by :redact[Finn]{code=b4 "
         "label=merchant}.'\n"
         "  - p: " +
         sentence +
         "\nreleases:\n  full: {unredacted: true}\n"
         "  foia: {audience: public, withhold: [b4, b6]}\n"
         "  appeal: {audience: office, withhold: b4, show: b6, bates: {first: 7}}\n"
         "  trace: {audience: staff, withhold: [b4, b6], withheld-as: omit}\n";
}

class DiffTest : public ::testing::Test {
 protected:
  DiffTest() {
    program_.world.files["a.yaml"] = report("The quay is long.");
    program_.world.files["b.yaml"] = report("The quay is short.");
  }

  Outcome diff(Words more, const std::string& input = {}) {
    more.insert(more.begin(), "diff");
    return program_.run(more, input);
  }

  Program program_;
};

TEST_F(DiffTest, OfTwoReleases) {
  const Outcome outcome = diff({"a.yaml", "-r", "foia", "-r", "appeal"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.messages, "");
  EXPECT_EQ(outcome.output,
            "a.yaml: release foia → release appeal\n"
            "\n"
            "the release as a whole\n"
            "  + added: running numbers\n"
            "    + from 000007\n"
            "\n"
            "Coast\n"
            "  + newly shown: paragraph\n"
            "      The clerk\n"
            "    - [(b)(6)]\n"
            "        5 USC 552(b)(6); words; id k1\n"
            "    + Arne Holt\n"
            "      was paid by [(b)(4)].\n"
            "\n"
            "1 passage newly shown, 1 added\n");
}

TEST_F(DiffTest, WhatIsTakenBackIsWithheld) {
  const Outcome outcome = diff({"a.yaml", "-r", "appeal", "-r", "foia"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, AllOf(HasSubstr("- newly withheld: paragraph\n"),
                                    HasSubstr("    - Arne Holt\n    + [(b)(6)]\n"),
                                    HasSubstr("1 passage newly withheld, 1 removed\n")));
}

TEST_F(DiffTest, OfTwoVersions) {
  const Outcome outcome = diff({"a.yaml", "b.yaml", "--release", "foia"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.output,
            "a.yaml, release foia → b.yaml, release foia\n"
            "\n"
            "Coast\n"
            "  ~ changed: paragraph\n"
            "      The quay is\n"
            "    - long\n"
            "    + short\n"
            "      .\n"
            "\n"
            "1 changed\n");
  const Outcome two = diff({"a.yaml", "b.yaml", "--release", "foia", "--release", "appeal"});
  EXPECT_THAT(two.output, AllOf(StartsWith("a.yaml, release foia → b.yaml, release appeal\n"),
                                HasSubstr("newly shown"), HasSubstr("+ short")));
}

TEST_F(DiffTest, WithoutADifferenceTheStatusIsZero) {
  const Outcome outcome = diff({"a.yaml", "a.yaml", "-r", "foia"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.output, HasSubstr("no difference\n"));
  EXPECT_EQ(diff({"a.yaml", "a.yaml", "-r", "foia", "--format", "json"}).status, 0);
}

TEST_F(DiffTest, AVersionMayComeFromStandardInput) {
  const Outcome outcome = diff({"a.yaml", "-", "-r", "foia"}, report("The quay is short."));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, HasSubstr("+ short\n"));
}

TEST_F(DiffTest, AnUnredactedSideIsSaid) {
  const std::string kept = "one side withholds nothing: keep this as you keep that release";
  EXPECT_THAT(diff({"a.yaml", "-r", "foia", "-r", "full"}).output, StartsWith(kept + "\n"));
  EXPECT_THAT(diff({"a.yaml", "-r", "full", "-r", "foia", "--format", "json"}).output,
              HasSubstr("\"keep\": \"" + kept));
  EXPECT_THAT(diff({"a.yaml", "-r", "foia", "-r", "appeal"}).output, Not(HasSubstr("keep")));
}

TEST_F(DiffTest, WhatIsOmittedLeavesNoTrace) {
  const Outcome outcome = diff({"a.yaml", "-r", "trace", "-r", "appeal"});
  EXPECT_THAT(outcome.output, AllOf(HasSubstr("+ added: paragraph\n"), HasSubstr("Arne Holt"),
                                    Not(HasSubstr("newly shown"))));
}

TEST_F(DiffTest, JsonCanBeRead) {
  const Outcome outcome =
      diff({"a.yaml", "b.yaml", "-r", "foia", "-r", "full", "--format", "json"});
  EXPECT_EQ(outcome.status, 1);
  const YAML::Node json = YAML::Load(outcome.output);  // of which JSON is a part
  EXPECT_EQ(json["difference"].as<int>(), 1);
  EXPECT_EQ(json["before"]["file"].as<std::string>(), "a.yaml");
  EXPECT_EQ(json["now"]["release"].as<std::string>(), "full");
  EXPECT_TRUE(json["now"]["unredacted"].as<bool>());
  ASSERT_EQ(json["changes"].size(), 3u);
  const YAML::Node first = json["changes"][0], second = json["changes"][1];
  EXPECT_EQ(first["change"].as<std::string>(), "shown");
  EXPECT_EQ(first["of"].as<std::string>(), "words");
  EXPECT_EQ(first["section"].as<std::string>(), "Coast");
  EXPECT_EQ(first["what"].as<std::string>(), "paragraph");
  EXPECT_EQ(first["before"].as<std::string>(), "[(b)(6)]");
  EXPECT_EQ(first["now"].as<std::string>(), "Arne Holt");
  EXPECT_EQ(first["left"].as<std::string>(), "The clerk");
  EXPECT_EQ(first["boxes-before"][0]["id"].as<std::string>(), "k1");
  EXPECT_EQ(first["boxes-before"][0]["codes"][0]["code"].as<std::string>(), "(b)(6)");
  EXPECT_EQ(second["boxes-before"][0]["label"].as<std::string>(), "merchant");
  EXPECT_EQ(json["totals"]["shown"].as<int>(), 2);
  EXPECT_EQ(json["totals"]["changed"].as<int>(), 1);
}

TEST_F(DiffTest, FilesAreOfTheFormatOfTheirNames) {
  EXPECT_EQ(diff({"a.yaml", "-r", "foia", "-r", "appeal", "-o", "x.json"}).messages,
            "wrote x.json\n");
  EXPECT_EQ(diff({"a.yaml", "-r", "foia", "-r", "appeal", "-o", "x.pdf"}).status, 1);
  EXPECT_EQ(diff({"a.yaml", "-r", "foia", "-r", "appeal", "-o", "x.txt", "-q"}).messages, "");
  EXPECT_THAT(program_.world.files["x.json"], StartsWith("{"));
  EXPECT_THAT(program_.world.files["x.pdf"], StartsWith("%PDF"));
  EXPECT_THAT(program_.world.files["x.txt"], StartsWith("a.yaml: release foia"));
}

// As pages of the later release that cannot be taken for it.
TEST_F(DiffTest, ThePdfSaysWhatItIs) {
  const auto pdf = [this](const char* before, const char* now) {
    return diff({"a.yaml", "-r", before, "-r", now, "--format", "pdf", "-o", "-"}).output;
  };
  const std::string made = pdf("foia", "appeal");
  EXPECT_THAT(made,
              AllOf(StartsWith("%PDF"),
                    HasSubstr("<sable:notice>COMPARISON OF foia WITH appeal – NOT A RELEASE<")));
  EXPECT_THAT(pdf("foia", "full"), HasSubstr("– CONTAINS WITHHELD MATTER<"));
  EXPECT_THAT(pdf("full", "foia"), HasSubstr("– CONTAINS WITHHELD MATTER<"));
  EXPECT_NE(made, pdf("trace", "appeal"));  // other words are marked
}

TEST_F(DiffTest, ColoursAreForTerminals) {
  const Words words = {"a.yaml", "-r", "foia", "-r", "appeal"};
  EXPECT_THAT(diff(words).output, Not(HasSubstr("\x1b")));
  Words always = words;
  always.insert(always.end(), {"--color", "always"});
  EXPECT_THAT(diff(always).output, HasSubstr("\x1b[32m+ newly shown"));
  always.insert(always.end(), {"-o", "x.txt"});
  diff(always);
  EXPECT_THAT(program_.world.files["x.txt"], Not(HasSubstr("\x1b")));
}

TEST_F(DiffTest, LinesAreOfEightyCharactersAtMost) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "wört ";
  program_.world.files["b.yaml"] = report(words);
  const std::string text = diff({"a.yaml", "b.yaml", "-r", "foia"}).output;
  for (size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
    size_t width = 0;
    for (size_t i = at; i < end; ++i) width += (text[i] & '\xC0') != '\x80';
    EXPECT_LE(width, 80u);
  }
  EXPECT_THAT(text, HasSubstr("\n      wört"));
}

TEST_F(DiffTest, WrongUsesSayWhatToType) {
  const auto refused = [this](Words words, const char* code, const char* help) {
    const Outcome outcome = diff(std::move(words));
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.output, IsEmpty());
    EXPECT_THAT(outcome.messages, AllOf(HasSubstr(code), HasSubstr(help)));
  };
  refused({"a.yaml"}, "SBL1042", "--release EARLIER --release LATER");
  refused({"a.yaml", "b.yaml"}, "SBL1042", "--release NAME");
  refused({"a.yaml", "-r", "foia"}, "SBL1042", "name two releases, or two versions");
  refused({"a.yaml", "-r", "foia", "-r", "appeal", "-r", "full"}, "SBL1042", "by commands");
  refused({"a.yaml", "-r", "foia", "-r", "foia"}, "SBL1043", "name two releases");
  refused({"a.yaml", "-r", "foia", "-r", "full", "--format", "pdf"}, "SBL1044", "--output");
  refused({"a.yaml", "b.yaml", "c.yaml", "-r", "foia"}, "SBL1045", "the earlier file");
  refused({"-", "-", "-r", "foia"}, "SBL1046", "name the file");
  refused({"a.yaml", "-r", "foia", "-r", "apeal"}, "SBL1002", "did you mean appeal?");
  refused({"a.yaml", "b.yaml", "-r", "apeal"}, "a.yaml: the report has no release apeal", "appeal");
  refused({"a.yaml", "-r", "foia", "-r", "full", "--format", "csv"}, "SBL1000",
          "sable diff --help");
  refused({"-r", "foia"}, "sable diff needs a file", "sable diff report.yaml");
}

TEST_F(DiffTest, FilesThatAreMissingOrWrong) {
  EXPECT_EQ(diff({"none.yaml", "-r", "foia", "-r", "full"}).status, 3);
  EXPECT_EQ(diff({"a.yaml", "none.yaml", "-r", "foia"}).status, 3);
  program_.world.files["b.yaml"] = "sable: 1\n";
  const Outcome wrong = diff({"a.yaml", "b.yaml", "-r", "foia"});
  EXPECT_EQ(wrong.status, 42);
  EXPECT_THAT(wrong.output, IsEmpty());
}

TEST(DiffOfTheDocumentation, IsWhatTheProgramPrints) {
  const std::string document = bytes_of(SABLE_SOURCE_DIR "/docs/releases.md");
  const std::string opener = "```text\naldor-fisheries.yaml: release foia";
  const size_t at = document.find(opener);
  ASSERT_NE(at, std::string::npos);
  const size_t begin = at + 8;
  Program program;
  for (const char* name : {"aldor-fisheries.yaml", "aldor-fisheries.decisions.yaml"}) {
    program.world.files[name] =
        bytes_of(std::string(SABLE_SOURCE_DIR "/examples/aldor-fisheries/") + name);
  }
  EXPECT_EQ(program.run({"diff", "aldor-fisheries.yaml", "-r", "foia", "-r", "foia-2024"}).output,
            document.substr(begin, document.find("```", begin) - begin));
}

}  // namespace
}  // namespace sable::cli::testing
