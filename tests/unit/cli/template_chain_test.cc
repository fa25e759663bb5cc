#include "cli/template_chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sable::cli {
namespace {

using ::testing::ElementsAre;

class TemplateChainTest : public ::testing::Test {
 protected:
  void add(const std::string& name, const std::string& theme, bool whole) {
    world_.files["/t/" + name + "/theme.yaml"] = theme;
    if (!whole) return;
    world_.files["/t/" + name + "/report.mustache"] = "";
    world_.files["/t/" + name + "/style.css"] = "";
  }
  base::Result<TemplateChain> find(const std::string& name) {
    return find_template_chain(world_, sources_, {"/t", ""}, name);
  }
  // "SBL1025 t/theme.yaml:2"
  std::string problem(const std::string& name) {
    const auto chain = find(name);
    if (chain) return "";
    const base::Diagnostic& first = chain.error().front();
    if (!first.span) return first.code;
    return first.code + " " + sources_.file(first.span->file).name + ":" +
           std::to_string(sources_.locate(first.span->file, first.span->begin).line);
  }
  base::MemoryWorld world_;
  base::SourceSet sources_;
};

TEST_F(TemplateChainTest, ATemplateOfItsOwnIsAlone) {
  add("plain", "tokens: {ink: black}\n", true);
  const auto chain = find("plain");
  ASSERT_TRUE(chain.has_value());
  EXPECT_THAT(chain->folders, ElementsAre("/t/plain"));
  EXPECT_EQ(chain->tokens.at("ink").text, "black");
}

TEST_F(TemplateChainTest, TheNearestTokenCounts) {
  add("plain", "tokens: {ink: black, rule: red, paper: a4}\n", true);
  add("house", "extends: plain\ntokens: {ink: blue, rule: green}\n", false);
  add("memo", "extends: house\ntokens: {ink: grey}\n", false);
  const auto chain = find("memo");
  ASSERT_TRUE(chain.has_value());
  EXPECT_THAT(chain->folders, ElementsAre("/t/memo", "/t/house", "/t/plain"));
  EXPECT_EQ(chain->tokens.at("ink").text, "grey");
  EXPECT_EQ(chain->tokens.at("rule").text, "green");
  EXPECT_EQ(chain->tokens.at("paper").text, "a4");
}

TEST_F(TemplateChainTest, EveryFaultIsToldWhereItIsWritten) {
  add("lost", "name: lost\nextends: nowhere\n", false);
  add("a", "extends: b\n", false);
  add("b", "name: b\nextends: a\n", false);
  add("self", "extends: self\n", true);
  add("bare", "tokens: {}\n", false);
  add("over", "extends: bare\n", false);
  EXPECT_EQ(problem("none"), "SBL1022");
  EXPECT_EQ(problem("lost"), "SBL1022 /t/lost/theme.yaml:2");
  EXPECT_EQ(problem("a"), "SBL1025 /t/b/theme.yaml:2");
  EXPECT_EQ(problem("self"), "SBL1025 /t/self/theme.yaml:1");
  EXPECT_EQ(problem("bare"), "SBL1024");
  EXPECT_EQ(problem("over"), "SBL1024");
}

}  // namespace
}  // namespace sable::cli
