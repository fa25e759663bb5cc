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

// A theme in a file of its own: "name: text" in each line.
struct Themed {
  base::SourceSet sources;
  base::Result<Sheet> sheet;

  Themed(const std::string& theme, std::string css, const std::vector<std::string>& families = {})
      : sheet(parse(theme, std::move(css), families)) {}

  base::Result<Sheet> parse(const std::string& theme, std::string css,
                            const std::vector<std::string>& families) {
    const base::FileId file = sources.add("theme", theme, base::Secrecy::open);
    Tokens tokens;
    for (size_t begin = 0; begin < theme.size();) {
      const size_t colon = theme.find(": ", begin);
      const size_t end = theme.find('\n', begin);
      tokens[theme.substr(begin, colon - begin)] = {
          theme.substr(colon + 2, end - colon - 2),
          base::Span{file, static_cast<uint32_t>(colon + 2), static_cast<uint32_t>(end)}};
      begin = end + 1;
    }
    return parse_sheet(sources, {sources.add("css", std::move(css), base::Secrecy::open)}, tokens,
                       families);
  }

  // "theme SBL0733 '12' (12) message | help <- css 1:5 note"
  std::string said() const {
    std::string text;
    for (const base::Diagnostic& each : sheet ? base::Diagnostics() : sheet.error()) {
      const base::SourceFile& file = sources.file(each.span->file);
      text += fmt::format("{} {} '{}' ({}) {} | {}", file.name, each.code,
                          file.text.substr(each.span->begin, each.span->end - each.span->begin),
                          each.echo, each.message, each.help);
      for (const base::Label& label : each.related) {
        const auto at = sources.locate(label.span.file, label.span.begin);
        text += fmt::format(" <- {} {}:{} {}", sources.file(label.span.file).name, at.line,
                            at.column, label.text);
      }
      text += "\n";
    }
    return text;
  }
};

TEST(Theme, AWrongTokenIsToldOnceAtItsPlace) {
  EXPECT_EQ(
      Themed("size: 12\nink: red\n",
             "p { font-size: var(--size) }\nh1 { font-size: var(--size); color: var(--ink) }\n"
             "h2 { border: var(--size) solid var(--ink) }")
          .said(),
      "theme SBL0733 '12' (12) this token does not give a value of the property 'font-size' "
      "| write a unit behind it, such as 12pt <- css 1:16 it is read here, and in 2 more "
      "places\n");
}

// Through another token, too; and those that serve elsewhere are not at fault.
TEST(Theme, TheTokenAtFaultIsFound) {
  EXPECT_EQ(Themed("line: 1pt solid var(--ink)\nink: blakc\n",
                   "p { color: var(--ink); border: var(--line) }")
                .said(),
            "theme SBL0733 'blakc' (blakc) this token does not give a value of the property "
            "'color' | did you mean 'black'? <- css 1:12 it is read here, and in 1 more place\n");
  EXPECT_EQ(Themed("line: 1pd solid var(--ink)\nink: black\n",
                   "p { color: var(--ink); border: var(--line) }")
                .said(),
            "theme SBL0733 '1pd solid var(--ink)' (1pd solid var(--ink)) this token does not give "
            "a value of the property 'border' | did you mean 'pt'? <- css 1:32 it is read here\n");
}

TEST(Theme, ADeclarationThatNoTokenExplainsIsToldItself) {
  EXPECT_EQ(Themed("ink: red\n", "p { color: var(--ink); font-size: var(--ink) }").said(),
            "css SBL0733 'var(--ink)' (red) the custom properties put in here do not give a value "
            "of this property | it takes a length or a percentage, or one of: smaller, larger\n");
  EXPECT_EQ(Themed("a: 1pt\nb: 2pt\n", "p { margin: var(--a) var(--b) x }").said(),
            "css SBL0733 'var(--a) var(--b) x' (x) the custom properties put in here do not give a "
            "value of this property | it takes one to four lengths <- theme 1:4 a token that it "
            "reads <- theme 2:4 a token that it reads\n");
}

// Through a definition of the sheet as well.
TEST(Theme, ATokenIsAtFaultThroughADefinitionOfTheSheet) {
  EXPECT_EQ(Themed("ink: blakc\nfill: red\n",
                   ":root { --c: var(--fill) } em { --c: var(--ink) } p { color: var(--c) }")
                .said(),
            "theme SBL0733 'blakc' (blakc) this token does not give a value of the property "
            "'color' | did you mean 'black'? <- css 1:62 it is read here\n");
}

// A fallback that is not put in clears nobody, and a place in the value tells which of
// several tokens is wrong.
TEST(Theme, TokensThatAreNotReadHaveNoPart) {
  EXPECT_EQ(Themed("ink: blakc\nfill: red\n",
                   "p { color: var(--ink) } em { color: var(--fill, var(--ink)) }")
                .said(),
            "theme SBL0733 'blakc' (blakc) this token does not give a value of the property "
            "'color' | did you mean 'black'? <- css 1:12 it is read here\n");
  EXPECT_EQ(Themed("size: 11\nleading: 13pt\ntext: serif\n",
                   "p { font: var(--size)/var(--leading) var(--text) }")
                .said(),
            "theme SBL0733 '11' (11) this token does not give a value of the property 'font' | "
            "write a unit behind it, such as 12pt <- css 1:11 it is read here\n");
}

TEST(Theme, OtherFaultsOfTokensHavePlacesToo) {
  EXPECT_EQ(Themed("a: red;\n", "").said(),
            "theme SBL0734 'red;' (red;) a token of the theme is not a value of a style sheet | "
            "write it as it would stand in the style sheet, such as 11pt, #333 or \"Liberation "
            "Serif\", serif\n");
  EXPECT_EQ(Themed("a: var(--c)\nb: red\n", "p { color: var(--a) }").said(),
            "theme SBL0730 'var(--c)' (--c) this custom property is not defined anywhere | did you "
            "mean '--a'?\n");
}

TEST(Families, AListWithoutAFontIsToldOnceAtItsPlace) {
  const std::vector<std::string> families = {"TeX Gyre Termes", "Liberation Mono"};
  const std::string help =
      "did you mean \"TeX Gyre Termes\"? the families are TeX Gyre Termes, Liberation Mono";
  EXPECT_EQ(
      Themed("text: 'TeX Gyre Terms', serif\nsize: 10pt\n",
             "p { font: var(--size)/1.2 var(--text) } h1 { font-family: var(--text) }", families)
          .said(),
      "theme SBL0735 ''TeX Gyre Terms', serif' ('TeX Gyre Terms', serif) this token names no "
      "font family that there is | " +
          help + " <- css 1:11 it is read here, and in 1 more place\n");
  EXPECT_EQ(Themed("", "p { font-family: 'TeX Gyre Terms' }", families).said(),
            "css SBL0735 ''TeX Gyre Terms'' (TeX Gyre Terms) none of these font families is in the "
            "font manifest | " +
                help + "\n");
  // One that is there is enough, in any case of letters.
  EXPECT_EQ(Themed("text: Nowhere, tex gyre termes\n",
                   "p { font-family: var(--text) } em { font-family: 'Liberation Mono' }"
                   "pre { font-family: inherit }",
                   families)
                .said(),
            "");
  EXPECT_EQ(Themed("", "p { font-family: Nowhere }").said(), "");
}

}  // namespace
}  // namespace sable::style
