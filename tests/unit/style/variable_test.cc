#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

using base::Color;

constexpr std::string_view kPage =
    "<html><body class='black'><p>x</p><div class='own'><em>y</em></div></body></html>";

TEST(Variable, OfTheTheme) {
  const Styled styled("p { color: var(--ink); font: bold var( --size )/2 var(--text) }", kPage,
                      {{"ink", "#00f"}, {"size", " 11.5pt "}, {"text", "'A B', serif"}});
  EXPECT_EQ(styled["p"].color, (Color{0, 0, 255}));
  EXPECT_EQ(styled["p"].font_size, pt(23, 2));
  EXPECT_EQ(styled["p"].line_height, pt(23));
  EXPECT_EQ(styled.families("p"), (std::vector<std::string>{"A B", "serif"}));
}

TEST(Variable, TheSheetIsStrongerThanTheTheme) {
  const Styled styled(":root { --ink: red } p { color: var(--ink) }", kPage, {{"ink", "blue"}});
  EXPECT_EQ(styled["p"].color, (Color{255, 0, 0}));
}

TEST(Variable, TokensReferToOneAnother) {
  const Styled styled(
      "p { border: var(--rule) }", kPage,
      {{"rule", "var(--width) solid var(--ink)"}, {"width", "2pt"}, {"ink", "red"}});
  EXPECT_EQ(styled["p"].border.top, (BorderEdge{LineStyle::solid, pt(2), {255, 0, 0}}));
}

TEST(Variable, InheritsAndIsScoped) {
  const Styled styled(
      "body.black { --fill: black } .own { --fill: red } "
      "p, em, div { background: var(--fill, white) }",
      kPage);
  EXPECT_EQ(styled["p"].background, Color());
  EXPECT_EQ(styled["em"].background, (Color{255, 0, 0}));
  EXPECT_EQ(styled["div"].background, (Color{255, 0, 0}));
}

// A reference is resolved where it is declared (CSS Variables 1, 3).
TEST(Variable, ResolvesAtTheDeclaringElement) {
  const Styled styled("body { --b: var(--a) } .own { --a: red } em { color: var(--b) }", kPage,
                      {{"a", "blue"}});
  EXPECT_EQ(styled["em"].color, (Color{0, 0, 255}));
}

TEST(Variable, Fallbacks) {
  const Styled styled(
      "p { color: var(--none, blue); margin: 1pt var(--none, 2pt 3pt) 4pt } "
      "em { color: var(--none, var(--nor-this, red)) }",
      kPage);
  EXPECT_EQ(styled["p"].color, (Color{0, 0, 255}));
  EXPECT_EQ(styled["p"].margin, (Edges{pt(1), pt(2), pt(3), pt(4)}));
  EXPECT_EQ(styled["em"].color, (Color{255, 0, 0}));
}

// Defined, but not on this element: the property is unset (CSS Variables 1, 3.1).
TEST(Variable, MissingOnThisElement) {
  const Styled styled(
      "body { color: red } .own { --c: blue } p { color: blue; color: var(--c); "
      "margin: 9pt; margin: var(--c2) } .own { --c2: 1pt }",
      kPage);
  EXPECT_EQ(styled["p"].color, (Color{255, 0, 0}));
  EXPECT_EQ(styled["p"].margin, Edges());
}

TEST(Variable, WideKeywords) {
  const Styled styled(
      "body { --c: red } p { --c: initial; color: var(--c, blue) } "
      "div { --c: inherit } em { color: var(--c) }",
      kPage);
  EXPECT_EQ(styled["p"].color, (Color{0, 0, 255}));
  EXPECT_EQ(styled["em"].color, (Color{255, 0, 0}));
}

TEST(Variable, CascadesLikeAnyProperty) {
  const Styled styled("p { --c: red !important } body p { --c: blue } p { color: var(--c) }",
                      kPage);
  EXPECT_EQ(styled["p"].color, (Color{255, 0, 0}));
}

TEST(Variable, NamesKeepTheirCase) {
  const Styled styled("p { --C: red; --c: blue; color: var(--C) }", kPage);
  EXPECT_EQ(styled["p"].color, (Color{255, 0, 0}));
}

TEST(Variable, InPages) {
  const Styled styled(
      "@page { margin: var(--m); @top-left { content: var(--t); color: var(--ink) } }"
      "html { --ink: red }",
      kPage, {{"m", "1in 2in"}, {"t", "'x'"}});
  const PageMaster& master = styled.styled.master({});
  EXPECT_EQ(master.margin, (Edges{pt(72), pt(144), pt(72), pt(144)}));
  ASSERT_EQ(master.boxes.size(), 1U);
  EXPECT_EQ(styled.styled.style(master.boxes[0].style).color, (Color{255, 0, 0}));
}

TEST(Variable, Undefined) {
  EXPECT_EQ(Parsed("p { color: var(--inc) }", {{"ink", "red"}}).errors(),
            "SBL0730 1:12 'var(--inc)'\n");
  EXPECT_EQ(Parsed("p { color: var(--inc) }", {{"ink", "red"}}).help(), "did you mean '--ink'?");
  EXPECT_EQ(Parsed("p { --a: var(--b) }").errors(), "SBL0730 1:10 'var(--b)'\n");
  EXPECT_EQ(Parsed("p { color: var(--a, var(--b)) }").errors(), "SBL0730 1:21 'var(--b)'\n");
}

TEST(Variable, Malformed) {
  for (const char* value : {"var()", "var(x)", "var(--a b)", "var(1)"}) {
    EXPECT_TRUE(Parsed(std::string("p { color: ") + value + " }", {{"a", "red"}})
                    .errors()
                    .starts_with("SBL0730"))
        << value;
  }
}

TEST(Variable, Cycles) {
  EXPECT_EQ(Parsed("p { --a: var(--a) }").errors(), "SBL0731 1:10 'var(--a)'\n");
  EXPECT_EQ(Parsed("p { --a: var(--b); --b: x var(--c); --c: var(--a, 1) }").errors(),
            "SBL0731 1:10 'var(--b)'\n");
  const Parsed theme("", {{"a", "var(--b)"}, {"b", "var(--a)"}});
  ASSERT_FALSE(theme.sheet);
  EXPECT_EQ(theme.errors(), "SBL0731\n");
  EXPECT_EQ(theme.sheet.error()[0].echo, "--a");
}

TEST(Variable, CannotBlowUp) {
  std::string css = ":root { --x0: a a a a a a a a;";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "var(--x" + std::to_string(i - 1) + ") ";
    css += "--x" + std::to_string(i) + ":" + before + before + ";";
  }
  EXPECT_TRUE(Parsed(css + "} p { font-family: var(--x29) }").errors().starts_with("SBL0732"));
  std::string chain = ":root { --y0: red;";
  for (int i = 1; i < 5000; ++i) {
    chain += "--y" + std::to_string(i) + ": var(--y" + std::to_string(i - 1) + ");";
  }
  EXPECT_TRUE(Parsed(chain + "}").errors().starts_with("SBL0732"));
}

TEST(Variable, AWrongValueIsFoundInTheSheet) {
  EXPECT_EQ(Parsed("p { color: var(--ink) }", {{"ink", "12pt"}}).errors(),
            "SBL0733 1:12 'var(--ink)'\n");
  const Parsed scoped("body { --c: red } p { --c: 3pt } em { color: var(--c) }");
  EXPECT_EQ(scoped.errors(), "SBL0733 1:46 'var(--c)'\n");
  ASSERT_EQ(scoped.sheet.error()[0].related.size(), 1U);
  EXPECT_EQ(scoped.sheet.error()[0].related[0].span, (base::Span{0, 27, 30}));
}

TEST(Variable, WrongThemes) {
  for (const char* value : {"red;", "a { b", "}", "'open", "(", ")(", "/* x", "\xFF", "[1]"}) {
    const Parsed parsed("", {{"x", value}});
    EXPECT_EQ(parsed.errors(), "SBL0734\n") << value;
  }
}

}  // namespace
}  // namespace sable::style
