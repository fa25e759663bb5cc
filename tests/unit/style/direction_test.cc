// Directions, and the sides that follow from them.
#include "style/direction.h"

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

constexpr Direction kLeft = Direction::left_to_right;
constexpr Direction kRight = Direction::right_to_left;

TEST(Direction, OfLanguages) {
  for (const char* tag :
       {"he", "ar-EG", "fa", "ur-PK", "ug", "az-Arab", "yi", "AR", "ku-Arab-IQ"}) {
    EXPECT_EQ(direction_of_language(tag), kRight) << tag;
  }
  for (const char* tag : {"", "en-US", "az", "ru", "ja", "ar-Latn", "ks-Deva", "not a tag",
                          "en-x-arab", "uz-Cyrl", "a"}) {
    EXPECT_EQ(direction_of_language(tag), kLeft) << tag;
  }
}

Styled rooted(std::string_view root, std::string_view body, std::string css = "") {
  return Styled(std::move(css),
                "<html " + std::string(root) + "><body>" + std::string(body) + "</body></html>");
}

TEST(Direction, TheReportsLanguageGivesIt) {
  EXPECT_EQ(rooted("lang='he'", "<p>x</p>")["p"].direction, kRight);
  EXPECT_EQ(rooted("lang='en-US'", "<p>x</p>")["p"].direction, kLeft);
  EXPECT_EQ(rooted("", "<p>x</p>")["p"].direction, kLeft);
}

TEST(Direction, TheNearestAttributeWins) {
  const Styled styled = rooted("lang='he'",
                               "<div dir='ltr'><p id='a'>x</p><p id='b' lang='ar'>x</p>"
                               "<p id='c' lang='ar' dir='ltr'>x</p></div>"
                               "<p id='d' lang='fr'>x</p><p id='e' dir='auto'>x</p>");
  EXPECT_EQ(styled["a"].direction, kLeft);
  EXPECT_EQ(styled["b"].direction, kRight);
  EXPECT_EQ(styled["c"].direction, kLeft);
  EXPECT_EQ(styled["d"].direction, kLeft);
  EXPECT_EQ(styled["e"].direction, Direction::automatic);
}

TEST(Direction, LogicalSidesFollowIt) {
  const std::string css =
      "p { margin-inline-start: 1pt; margin-inline-end: 2pt; padding-inline-start: 3pt;"
      "    padding-inline-end: 4pt }";
  const ComputedStyle left = rooted("", "<p>x</p>", css)["p"];
  EXPECT_EQ(left.margin, (Edges{{}, pt(2), {}, pt(1)}));
  EXPECT_EQ(left.padding, (Edges{{}, pt(4), {}, pt(3)}));
  const ComputedStyle right = rooted("lang='ar'", "<p>x</p>", css)["p"];
  EXPECT_EQ(right.margin, (Edges{{}, pt(1), {}, pt(2)}));
  EXPECT_EQ(right.padding, (Edges{{}, pt(3), {}, pt(4)}));
}

TEST(Direction, OfLogicalAndPhysicalSidesTheLaterWins) {
  const std::string first = "p { margin-left: 1pt; margin-inline-start: 2pt }";
  const std::string last = "p { margin-inline-start: 2pt; margin-left: 1pt }";
  EXPECT_EQ(rooted("", "<p>x</p>", first)["p"].margin.left, pt(2));
  EXPECT_EQ(rooted("", "<p>x</p>", last)["p"].margin.left, pt(1));
  EXPECT_EQ(rooted("lang='he'", "<p>x</p>", last)["p"].margin, (Edges{{}, pt(2), {}, pt(1)}));
}

TEST(FontVariants, BecomeFeatures) {
  EXPECT_EQ(style_of("font-variant-numeric: tabular-nums oldstyle-nums").features, "tnum,onum");
  EXPECT_EQ(style_of("font-variant-position: super").features, "sups");
  EXPECT_EQ(
      style_of("font-variant-ligatures: no-common-ligatures discretionary-ligatures").features,
      "-liga,-clig,dlig");
  EXPECT_EQ(style_of("font-variant-ligatures: none").features, "-liga,-clig,-dlig,-hlig,-calt");
  EXPECT_EQ(style_of("font-kerning: none").features, "-kern");
  EXPECT_EQ(style_of("font-kerning: auto; font-variant-numeric: normal").features, "");
}

TEST(FontVariants, SettingsWinAndStandLast) {
  EXPECT_EQ(style_of("font-feature-settings: \"onum\" 0; font-variant-numeric: oldstyle-nums;"
                     "font-kerning: normal")
                .features,
            "kern,onum,-onum");
}

TEST(FontVariants, EachIsInheritedByItself) {
  const Styled styled = rooted("", "<p><em>x</em></p>",
                               "p { font-variant-numeric: tabular-nums; font-kerning: none }"
                               "em { font-variant-numeric: oldstyle-nums }");
  EXPECT_EQ(styled["em"].features, "-kern,onum");
}

TEST(FontVariants, OneOfAGroup) {
  EXPECT_EQ(complaint("font-variant-numeric: lining-nums oldstyle-nums").substr(0, 7), "SBL0722");
  EXPECT_EQ(complaint("font-variant-position: super sub").substr(0, 7), "SBL0722");
  EXPECT_EQ(complaint("font-variant-ligatures: normal contextual").substr(0, 7), "SBL0722");
}

}  // namespace
}  // namespace sable::style
