// The officer's day of docs/releases.md, with the example that it speaks of.

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace sable::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const std::string kFolder = SABLE_SOURCE_DIR "/examples/aldor-fisheries/";
const std::string kReport = "aldor-fisheries.yaml";
const std::string kDecisions = "aldor-fisheries.decisions.yaml";

// The program beside the example.
struct Desk : Program {
  Desk() {
    for (const std::string& name : {kReport, kDecisions}) {
      world.files[name] = bytes_of(kFolder + name);
    }
  }
};

// The words of each command that the section names, without `sable`.
std::vector<std::vector<std::string>> commands_of_the_day() {
  const std::string document = bytes_of(SABLE_SOURCE_DIR "/docs/releases.md");
  const size_t begin = document.find("## An officer's day");
  const std::string section = document.substr(begin, document.find("\n## ", begin + 3) - begin);
  std::vector<std::vector<std::string>> commands;
  const std::string opener = "`sable ";
  for (size_t at = section.find(opener); at != std::string::npos; at = section.find(opener, at)) {
    at += opener.size();
    std::istringstream words(section.substr(at, section.find('`', at) - at));
    commands.emplace_back();
    for (std::string word; words >> word;) commands.back().push_back(word);
  }
  return commands;
}

TEST(OfficersDay, EachCommandWorks) {
  Desk program;
  const auto commands = commands_of_the_day();
  ASSERT_THAT(commands, SizeIs(8));
  for (const std::vector<std::string>& words : commands) {
    const int expected = words.front() == "diff" ? 1 : 0;  // there is a difference
    EXPECT_EQ(program.run(words).status, expected) << ::testing::PrintToString(words);
  }
  for (const char* path :
       {"out/aldor-fisheries/review/aldor-fisheries.review.review.pdf",
        "out/aldor-fisheries/consultation/aldor-fisheries.imagery.consultation.pdf",
        "out/aldor-fisheries/aldor-fisheries.foia.pdf",
        "out/aldor-fisheries/aldor-fisheries.foia-2024.pdf", "foia-register.pdf"}) {
    EXPECT_TRUE(program.world.files.contains(path)) << path;
  }
  const auto& files = program.world.files;
  EXPECT_THAT(files.at("out/aldor-fisheries/review/aldor-fisheries.review.review.pdf"),
              HasSubstr("<sable:notice>REVIEW COPY"));
  EXPECT_THAT(files.at("out/aldor-fisheries/aldor-fisheries.foia.pdf"),
              Not(HasSubstr("sable:notice")));
}

// What was decided in 2024 has no say in what was released in 2023.
TEST(OfficersDay, TheFirstReleaseStaysAsItWas) {
  const auto foia = [](Program& program, const std::string& name) {
    program.run({"render", kReport, "--release", name, "--output", "x.pdf"});
    return program.world.files["x.pdf"];
  };
  Desk now, then;
  std::istringstream lines(then.world.files[kDecisions]);
  std::string earlier;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("on: 2024-") == std::string::npos) earlier += line + '\n';
  }
  ASSERT_NE(earlier, then.world.files[kDecisions]);
  then.world.files[kDecisions] = earlier;
  EXPECT_TRUE(foia(now, "foia") == foia(then, "foia"));
  EXPECT_FALSE(foia(now, "foia-2024") == foia(then, "foia-2024"));
}

TEST(OfficersDay, WithoutTheSecondPersonNothingIsReleased) {
  Desk program;
  std::string& decisions = program.world.files[kDecisions];
  for (size_t at; (at = decisions.find("by: J. Okafor")) != std::string::npos;) {
    decisions.replace(at, 13, "by: A. Lindqvist");
  }
  const Outcome outcome = program.run({"render", kReport, "--release", "foia"});
  EXPECT_EQ(outcome.status, 42);
  EXPECT_THAT(outcome.messages, HasSubstr("one person both proposed and approved it"));
  for (const char* word : {"deputy", "Lindqvist", "attach"}) {
    EXPECT_THAT(outcome.messages, Not(HasSubstr(word)));
  }
  EXPECT_EQ(program.run({"check", kReport}).status, 1);
}

// The decisions that the documentation shows are read as they stand there.
TEST(OfficersDay, TheDecisionsOfTheDocumentationAreRead) {
  const std::string document = bytes_of(SABLE_SOURCE_DIR "/docs/releases.md");
  const std::string fence = "```yaml\nsable-decisions: 1\n";
  const size_t begin = document.find(fence);
  ASSERT_NE(begin, std::string::npos);
  Program program;
  program.world.files["talks.decisions.yaml"] =
      document.substr(begin + 8, document.find("```", begin + 8) - begin - 8);
  program.world.files["a.yaml"] =
      "sable: 1\ntemplate: plain\ndecisions: talks.decisions.yaml\nreport: {title: Talks}\n"
      "marking: {system: legacy, overall: Unclassified}\nbody:\n"
      "  - p: The :redact[deputy]{id=r7k2m9} came.\n"
      "releases: {foia: {withhold: b1, approval: two-person}}\n";
  EXPECT_EQ(program.run({"check", "a.yaml"}).messages, "a.yaml: nothing to mend\n");
}

}  // namespace
}  // namespace sable::cli::testing
