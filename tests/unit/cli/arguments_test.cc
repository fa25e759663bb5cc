#include "cli/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sable::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

RenderArguments render_of(const std::vector<std::string>& words) {
  const auto parsed = parse_arguments(words);
  EXPECT_TRUE(std::holds_alternative<Arguments>(parsed));
  return std::get<RenderArguments>(std::get<Arguments>(parsed).command);
}

base::Diagnostic misuse_of(const std::vector<std::string>& words) {
  const auto parsed = parse_arguments(words);
  const auto* misuse = std::get_if<Misuse>(&parsed);
  if (misuse == nullptr || misuse->diagnostics.size() != 1) return {};
  return misuse->diagnostics[0];
}

TEST(Arguments, RenderTakesFilesAndReleases) {
  const RenderArguments render =
      render_of({"render", "--release", "foia", "a.yaml", "-r", "partner", "b.yaml"});
  EXPECT_THAT(render.files, ElementsAre("a.yaml", "b.yaml"));
  EXPECT_THAT(render.releases, ElementsAre("foia", "partner"));
  EXPECT_EQ(render.output, "");
  EXPECT_EQ(render.dump, Dump::none);
  EXPECT_FALSE(render.timings);
}

TEST(Arguments, RenderTakesPlacesAndStages) {
  const RenderArguments render =
      render_of({"render", "-", "-o", "-", "--templates", "t", "--fonts=f.yaml", "--dump",
                 "structure", "--timings", "--jobs", "3"});
  EXPECT_THAT(render.files, ElementsAre("-"));
  EXPECT_EQ(render.output, "-");
  EXPECT_EQ(render.places.templates, "t");
  EXPECT_EQ(render.places.fonts, "f.yaml");
  EXPECT_EQ(render.dump, Dump::structure);
  EXPECT_TRUE(render.timings);
  EXPECT_EQ(render.jobs, 3u);
}

TEST(Arguments, BothCommandsTakeMessageOptions) {
  for (const char* command : {"render", "check"}) {
    const auto parsed =
        parse_arguments({command, "a.yaml", "--color", "always", "--excerpts", "--quiet"});
    ASSERT_TRUE(std::holds_alternative<Arguments>(parsed)) << command;
    const MessageArguments& messages = std::get<Arguments>(parsed).messages;
    EXPECT_EQ(messages.color, Color::always);
    EXPECT_TRUE(messages.excerpts);
    EXPECT_TRUE(messages.quiet);
  }
}

TEST(Arguments, CheckTakesFiles) {
  const auto parsed = parse_arguments({"check", "a.yaml"});
  ASSERT_TRUE(std::holds_alternative<Arguments>(parsed));
  const auto* check = std::get_if<CheckArguments>(&std::get<Arguments>(parsed).command);
  ASSERT_NE(check, nullptr);
  EXPECT_THAT(check->files, ElementsAre("a.yaml"));
}

TEST(Arguments, BothCommandsTakePlaces) {
  const auto parsed = parse_arguments({"check", "a.yaml", "--templates", "t", "--fonts", "f.yaml"});
  ASSERT_TRUE(std::holds_alternative<Arguments>(parsed));
  const auto& check = std::get<CheckArguments>(std::get<Arguments>(parsed).command);
  EXPECT_EQ(check.places.templates, "t");
  EXPECT_EQ(check.places.fonts, "f.yaml");
}

TEST(Arguments, AReportIsNoCommand) {
  for (const char* report : {"first.yaml", "first.yml", "talks/first"}) {
    const base::Diagnostic diagnostic = misuse_of({report});
    EXPECT_EQ(diagnostic.code, "SBL1001");
    EXPECT_EQ(diagnostic.help, "did you mean sable render " + std::string(report) + "?");
  }
}

TEST(Arguments, HelpMayBeAWord) {
  const auto text = [](const std::vector<std::string>& words) {
    const auto parsed = parse_arguments(words);
    const auto* answer = std::get_if<Answer>(&parsed);
    return answer != nullptr ? answer->text : "no answer";
  };
  EXPECT_EQ(text({"help"}), text({"--help"}));
  EXPECT_EQ(text({"help", "render"}), text({"render", "--help"}));
  EXPECT_NE(text({"help"}), text({"help", "render"}));
  EXPECT_EQ(misuse_of({"help", "rendr"}).help, "did you mean sable render?");
}

TEST(Arguments, NoWordsGiveUsageWithAnExample) {
  const auto parsed = parse_arguments({});
  ASSERT_TRUE(std::holds_alternative<Misuse>(parsed));
  EXPECT_THAT(std::get<Misuse>(parsed).usage, HasSubstr("sable render report.yaml"));
  EXPECT_TRUE(std::get<Misuse>(parsed).diagnostics.empty());
}

TEST(Arguments, HelpAndVersionAreAnswers) {
  const auto version = parse_arguments({"--version"});
  ASSERT_TRUE(std::holds_alternative<Answer>(version));
  EXPECT_THAT(std::get<Answer>(version).text, ::testing::MatchesRegex("sable [0-9.]+\n"));
  const auto help = parse_arguments({"render", "--help"});
  ASSERT_TRUE(std::holds_alternative<Answer>(help));
  EXPECT_THAT(std::get<Answer>(help).text, HasSubstr("--release"));
}

TEST(Arguments, AWrongCommandIsGuessed) {
  const base::Diagnostic misuse = misuse_of({"rendr", "a.yaml"});
  EXPECT_EQ(misuse.code, "SBL1001");
  EXPECT_EQ(misuse.message, "there is no command rendr");
  EXPECT_EQ(misuse.help, "did you mean sable render?");
  EXPECT_EQ(misuse_of({"frobnicate"}).help, "the commands are render, check, log, extent, diff, marking");
}

TEST(Arguments, AWrongOptionIsGuessed) {
  const base::Diagnostic misuse = misuse_of({"render", "a.yaml", "--relese=foia"});
  EXPECT_EQ(misuse.code, "SBL1000");
  EXPECT_EQ(misuse.message, "sable render has no option --relese");
  EXPECT_EQ(misuse.help, "did you mean --release?");
  EXPECT_EQ(misuse_of({"check", "a.yaml", "--zzz"}).help, "type sable check --help");
}

TEST(Arguments, MissingWordsAreNamed) {
  EXPECT_EQ(misuse_of({"render"}).message, "sable render needs a file");
  EXPECT_EQ(misuse_of({"--quiet"}).code, "SBL1000");
  EXPECT_EQ(misuse_of({"render", "a.yaml", "--release"}).code, "SBL1000");
}

TEST(Arguments, AnUnknownStageOrColorIsRefused) {
  EXPECT_EQ(misuse_of({"render", "a.yaml", "--dump", "source"}).code, "SBL1000");
  EXPECT_EQ(misuse_of({"render", "a.yaml", "--color", "blue"}).code, "SBL1000");
}

}  // namespace
}  // namespace sable::cli
