#include "cli/manifest.h"

#include <gtest/gtest.h>

#include "base/hash.h"
#include "cli/theme.h"

namespace sable::cli {
namespace {

const std::string kDigest(64, 'a');

std::string face(const std::string& style, const std::string& weight) {
  return "  - {family: Serif, style: " + style + ", weight: " + weight +
         ", file: /f.ttf, package: fonts-f, sha256: " + kDigest + "}\n";
}

const std::string kProfile =
    "color-profile: {file: /p.icc, package: icc, sha256: " + kDigest + "}\n";

// "line code", one for each diagnostic.
std::string problems(const base::Diagnostics& diagnostics, const base::SourceSet& sources) {
  std::string text;
  for (const base::Diagnostic& diagnostic : diagnostics) {
    const base::Span span = diagnostic.span.value_or(base::Span{});
    text +=
        std::to_string(sources.locate(span.file, span.begin).line) + ' ' + diagnostic.code + ' ';
  }
  return text;
}

std::string manifest_problems(const std::string& text) {
  base::MemoryWorld world;
  world.files["m.yaml"] = text;
  base::SourceSet sources;
  const auto manifest = load_manifest(world, sources, "m.yaml");
  return manifest ? "" : problems(manifest.error(), sources);
}

TEST(Manifest, FallbacksAreFamiliesThatItLists) {
  const std::string fonts = "fonts:\n" + face("normal", "400");
  base::MemoryWorld world;
  world.files["m.yaml"] = fonts + "fallback: [Serif]\n" + kProfile;
  base::SourceSet sources;
  const auto manifest = load_manifest(world, sources, "m.yaml");
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(manifest->fallbacks, std::vector<std::string>{"Serif"});
  EXPECT_EQ(manifest_problems(fonts + "fallback: [Serif, Sans]\n" + kProfile), "3 SBL1018 ");
  EXPECT_EQ(manifest_problems(fonts + "fallback: [[Serif]]\n" + kProfile), "3 SBL1018 ");
}

TEST(Manifest, GivesFontsPatternsAndProfile) {
  base::MemoryWorld world;
  world.files["m.yaml"] = "fonts:\n" + face("normal", "400") + face("italic", "700") +
                          "hyphenation:\n  - {language: en-US, file: /h.dic, package: hyphen}\n" +
                          kProfile;
  base::SourceSet sources;
  const auto manifest = load_manifest(world, sources, "m.yaml");
  ASSERT_TRUE(manifest.has_value());
  ASSERT_EQ(manifest->fonts.size(), 2u);
  EXPECT_EQ(manifest->fonts[1].family, "Serif");
  EXPECT_TRUE(manifest->fonts[1].italic);
  EXPECT_FALSE(manifest->fonts[0].italic);
  EXPECT_EQ(manifest->fonts[1].weight, 700);
  EXPECT_EQ(manifest->fonts[1].file, "/f.ttf");
  EXPECT_EQ(manifest->fonts[1].package, "fonts-f");
  EXPECT_EQ(manifest->fonts[1].sha256, kDigest);
  ASSERT_EQ(manifest->hyphenation.size(), 1u);
  EXPECT_EQ(manifest->hyphenation[0].language, "en-US");
  EXPECT_EQ(manifest->hyphenation[0].file, "/h.dic");
  EXPECT_EQ(manifest->color_profile.file, "/p.icc");
}

TEST(Manifest, EveryWrongShapeHasItsPlace) {
  EXPECT_EQ(manifest_problems("fonts: yes\n" + kProfile), "1 SBL1010 ");
  EXPECT_EQ(manifest_problems("- a\n"), "1 SBL1010 ");
  EXPECT_EQ(manifest_problems("fonts: []\n"), "1 SBL1012 ");
  EXPECT_EQ(manifest_problems("fonts: []\nfont: []\n" + kProfile), "2 SBL1011 ");
  EXPECT_EQ(manifest_problems("fonts:\n" + face("oblique", "400") + face("italic", "heavy") +
                              face("normal", "1001") + kProfile),
            "2 SBL1013 3 SBL1013 4 SBL1013 ");
}

TEST(Manifest, PathsAreAbsoluteAndDigestsWhole) {
  EXPECT_EQ(manifest_problems("fonts: []\ncolor-profile:\n  file: p.icc\n  package: icc\n"
                              "  sha256: abc\n"),
            "3 SBL1013 5 SBL1013 ");
}

TEST(Manifest, AFaceStandsInItOnce) {
  EXPECT_EQ(
      manifest_problems("fonts:\n" + face("normal", "400") + face("normal", "400") + kProfile),
      "3 SBL1015 ");
}

TEST(Manifest, TheRepositorysOwnIsSound) {
  const auto world = base::disk_world();
  base::SourceSet sources;
  const auto manifest = load_manifest(*world, sources, SABLE_SOURCE_DIR "/fonts/manifest.yaml");
  ASSERT_TRUE(manifest.has_value()) << problems(manifest.error(), sources);
  EXPECT_TRUE(load_color_profile(*world, manifest->color_profile).has_value());
}

TEST(Manifest, AnotherProfileThanTheListedOneIsRefused) {
  base::MemoryWorld world;
  const std::string digest = base::hex(base::sha256("profile"));
  EXPECT_EQ(load_color_profile(world, {"/p.icc", "icc", digest}).error()[0].code, "SBL1016");
  world.files["/p.icc"] = "profile";
  EXPECT_EQ(load_color_profile(world, {"/p.icc", "icc", digest}).value(), "profile");
  world.files["/p.icc"] = "another";
  EXPECT_EQ(load_color_profile(world, {"/p.icc", "icc", digest}).error()[0].code, "SBL1017");
}

class ThemeTest : public ::testing::Test {
 protected:
  base::Result<Theme> load(const std::string& text) {
    base::MemoryWorld world;
    world.files["t.yaml"] = text;
    return load_theme(world, sources_, "t.yaml");
  }
  base::SourceSet sources_;
};

TEST_F(ThemeTest, TokensAreTexts) {
  const auto theme = load("tokens:\n  box-color: '#000'\n  size: 11pt\n");
  ASSERT_TRUE(theme.has_value());
  const style::Tokens& tokens = theme->tokens;
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens.at("box-color").text, "#000");
  EXPECT_EQ(tokens.at("size").text, "11pt");
  EXPECT_EQ(sources_.locate(0, tokens.at("size").place->begin).line, 3u);
  EXPECT_EQ(theme->extends, "");
}

TEST_F(ThemeTest, EveryWrongTokenHasItsPlace) {
  const auto tokens = load("tokens:\n  box color: red\n  size: [11pt]\n  leading:\n");
  ASSERT_FALSE(tokens.has_value());
  EXPECT_EQ(problems(tokens.error(), sources_), "2 SBL1014 3 SBL1014 4 SBL1014 ");
}

TEST_F(ThemeTest, OneThatExtendsAnotherNeedsNoTokens) {
  const auto theme = load("name: memo\nextends: plain\n");
  ASSERT_TRUE(theme.has_value());
  EXPECT_EQ(theme->extends, "plain");
  EXPECT_EQ(sources_.locate(0, theme->extends_place.begin).line, 2u);
  EXPECT_TRUE(theme->tokens.empty());
}

TEST_F(ThemeTest, AMissingMapIsNoTheme) {
  EXPECT_EQ(problems(load("name: plain\n").error(), sources_), "1 SBL1012 ");
  EXPECT_EQ(load_theme(base::MemoryWorld(), sources_, "none.yaml").error()[0].code, "SBL0001");
}

}  // namespace
}  // namespace sable::cli
