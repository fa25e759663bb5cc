// Order, inheritance, and what is carried down the tree.

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

using base::Color;
using base::Length;

constexpr Color kRed{255, 0, 0};
constexpr Color kBlue{0, 0, 255};

Color color_of(const std::string& css) {
  return Styled(css, "<html><body class='b'><p id='i' class='c d'>x</p></body></html>")["p"].color;
}

TEST(Cascade, LaterWins) {
  EXPECT_EQ(color_of("p { color: blue } p { color: red }"), kRed);
  EXPECT_EQ(color_of("p { color: blue; color: red }"), kRed);
}

TEST(Cascade, SpecificityBeatsOrder) {
  const std::string ascending[] = {"*", "p", "body p", ".c", "p.c", ".c.d", ".b .c.d", "#i", "p#i"};
  for (size_t i = 1; i < std::size(ascending); ++i) {
    EXPECT_EQ(color_of(ascending[i] + "{ color: red }" + ascending[i - 1] + "{ color: blue }"),
              kRed)
        << ascending[i];
  }
  EXPECT_EQ(color_of("p:not(.x) { color: red } body p { color: blue }"), kRed);
  EXPECT_EQ(color_of("[id] { color: red } html body p { color: blue }"), kRed);
}

TEST(Cascade, TheMostSpecificOfAListCounts) {
  EXPECT_EQ(color_of("p, #i { color: red } .c { color: blue }"), kRed);
}

TEST(Cascade, ImportantWins) {
  EXPECT_EQ(color_of("p { color: red !important } #i { color: blue }"), kRed);
  EXPECT_EQ(color_of("p { color: red ! IMPORTANT; color: blue }"), kRed);
  EXPECT_EQ(color_of("#i { color: blue !important } p { color: red !important }"), kBlue);
}

TEST(Cascade, TheProgramsOwnSheetLoses) {
  const Styled styled("* { font-style: normal; display: inline } ",
                      "<html><p><em>x</em></p></html>");
  EXPECT_EQ(styled["em"].slant, FontSlant::normal);
  EXPECT_EQ(styled["p"].display, Display::inline_);
}

TEST(Cascade, Inherits) {
  const Styled styled(
      "html { color: red; font: italic 12pt/14pt serif; hyphens: auto; widows: 4; "
      "code-position: beside; margin: 3pt; background: blue; break-before: page }",
      "<html><p>x</p></html>");
  const ComputedStyle& p = styled["p"];
  EXPECT_EQ(p.color, kRed);
  EXPECT_EQ(p.slant, FontSlant::italic);
  EXPECT_EQ(p.font_size, pt(12));
  EXPECT_EQ(p.line_height, pt(14));
  EXPECT_EQ(p.hyphens, Hyphens::automatic);
  EXPECT_EQ(p.widows, 4);
  EXPECT_EQ(p.code_position, CodePosition::beside);
  EXPECT_EQ(p.margin, Edges());
  EXPECT_EQ(p.background, std::nullopt);
  EXPECT_EQ(p.break_before, Break::automatic);
}

TEST(Cascade, WideKeywords) {
  const Styled styled(
      "html { color: red; margin: 3pt; border: 1pt solid blue; line-height: 30pt }"
      "p { color: initial; margin: inherit; border: inherit; line-height: initial }"
      "em { color: unset; margin: unset; display: initial } "
      "strong { margin-left: 1pt; margin: unset; border: 2pt solid; border-color: initial }",
      "<html><p>x</p><em>y</em><strong>z</strong></html>");
  EXPECT_EQ(styled["p"].color, Color());
  EXPECT_EQ(styled["p"].margin, (Edges{pt(3), pt(3), pt(3), pt(3)}));
  EXPECT_EQ(styled["p"].border.left, (BorderEdge{LineStyle::solid, pt(1), kBlue}));
  EXPECT_EQ(styled["p"].line_height, pt(12));
  EXPECT_EQ(styled["em"].color, kRed);
  EXPECT_EQ(styled["em"].margin, Edges());
  EXPECT_EQ(styled["strong"].margin, Edges());
  EXPECT_EQ(styled["strong"].border.top, (BorderEdge{LineStyle::solid, pt(2), kRed}));
}

TEST(Cascade, LineHeightAsANumberInheritsAsOne) {
  const Styled styled(
      "html { font-size: 10pt; line-height: 1.5 } p { font-size: 20pt } "
      "div { line-height: 150%; font-size: 10pt } em { font-size: 20pt }",
      "<html><p>x</p><div><em>y</em></div></html>");
  EXPECT_EQ(styled["p"].line_height, pt(30));
  EXPECT_EQ(styled["em"].line_height, pt(15));
}

TEST(Cascade, RelativeUnitsSeeTheRightSizes) {
  const Styled styled(
      "html { font-size: 12pt } p { font-size: 2em; margin: 1em 1rem 1lh; "
      "line-height: 2 } em { font-size: 50% }",
      "<html><p><em>x</em></p></html>");
  EXPECT_EQ(styled["p"].font_size, pt(24));
  EXPECT_EQ(styled["p"].margin, (Edges{pt(24), pt(12), pt(48), pt(12)}));
  EXPECT_EQ(styled["em"].font_size, pt(12));
}

TEST(Cascade, Language) {
  const Styled styled("",
                      "<html lang='en-US'><p>x</p><p lang='fr' id='f'><em>y</em></p>"
                      "<div lang=''>z</div></html>");
  EXPECT_EQ(styled["p"].language, "en-US");
  EXPECT_EQ(styled["f"].language, "fr");
  EXPECT_EQ(styled["em"].language, "fr");
  EXPECT_EQ(styled["div"].language, "");
}

// CSS Text Decoration 3, 2
TEST(Cascade, DecorationReachesDescendants) {
  const Styled styled(
      "s { text-decoration: line-through 1pt red } "
      "em { color: blue; text-decoration: none } a { text-decoration: underline }",
      "<html><s>x<em>y</em><a href='#'>z</a><redaction kind='span'/>"
      "<note><p>n</p></note></s></html>");
  EXPECT_EQ(styled["s"].decoration, (Decoration{false, true, pt(1), kRed}));
  EXPECT_EQ(styled["em"].decoration, styled["s"].decoration);
  EXPECT_EQ(styled["a"].decoration, (Decoration{true, true, {}, {}}));
  EXPECT_EQ(styled["redaction"].decoration, Decoration());
  EXPECT_EQ(styled["p"].decoration, Decoration());
}

TEST(Cascade, ShiftsAddUpWithinALine) {
  const Styled styled("html { font-size: 9pt } sup { font-size: 6pt }",
                      "<html><sup>x<em>y</em><sup id='two'>z</sup><note><p>n</p></note></sup>"
                      "</html>");
  EXPECT_EQ(styled["sup"].baseline_shift, pt(3));
  EXPECT_EQ(styled["em"].baseline_shift, pt(3));
  EXPECT_EQ(styled["two"].baseline_shift, pt(5));
  EXPECT_EQ(styled["note"].baseline_shift, Length());
  EXPECT_EQ(styled["p"].baseline_shift, Length());
}

TEST(Cascade, StructureOfTheProgramsOwnSheet) {
  const Styled styled("",
                      "<html><head><title>t</title></head><body><running name='head'/>"
                      "<p>a<em>b</em><strong>c</strong><s>d</s></p><ul><li>e</li></ul>"
                      "<pre>f</pre><redaction id='block' kind='paragraph'/>"
                      "<p><redaction id='span' kind='span'/></p>"
                      "<h1><redaction id='heading' kind='heading'/></h1></body></html>");
  EXPECT_EQ(styled["html"].display, Display::block);
  EXPECT_EQ(styled["head"].display, Display::none);
  EXPECT_EQ(styled["running"].display, Display::none);
  EXPECT_EQ(styled["p"].display, Display::block);
  EXPECT_EQ(styled["li"].display, Display::list_item);
  EXPECT_EQ(styled["em"].display, Display::inline_);
  EXPECT_EQ(styled["em"].slant, FontSlant::italic);
  EXPECT_EQ(styled["strong"].weight, 700);
  EXPECT_TRUE(styled["s"].decoration.line_through);
  EXPECT_EQ(styled["pre"].white_space, WhiteSpace::pre);
  EXPECT_EQ(styled["block"].display, Display::block);
  EXPECT_EQ(styled["span"].display, Display::inline_block);
  EXPECT_EQ(styled["heading"].display, Display::inline_block);
  EXPECT_EQ(styled["h1"].font_size, pt(10));  // looks belong to templates
}

}  // namespace
}  // namespace sable::style
