// Paragraphs, from markup and style to places on the page.
#include "layout/paragraph.h"

#include <sstream>

#include <gtest/gtest.h>

#include "layout/breaker.h"
#include "layout_bench.h"

namespace sable::layout {
namespace {

using base::Length;
using testing::Bench;

// x of a text's left and right edges.
struct Span {
  double begin = 0, end = 0;
};

Span span_of(const std::string& dump, const std::string& text) {
  std::istringstream lines(dump);
  for (std::string line; std::getline(lines, line);) {
    if (line.find('"' + text) == std::string::npos) continue;
    Span span;
    EXPECT_EQ(std::sscanf(line.c_str(), "text %lf,%*f to %lf", &span.begin, &span.end), 2) << line;
    return span;
  }
  ADD_FAILURE() << text << " is not in\n" << dump;
  return {};
}

TEST(Paragraph, RightToLeftTextBeginsAtTheRight) {
  Bench bench;
  EXPECT_EQ(bench.dump("", "<p>\u05D0\u05D1 x</p>", " lang='he'"),
            "text 181.68,9.37 to 200 LiberationSerif 10 \"\u05D0\u05D1 x\"\n");
  EXPECT_EQ(bench.dump("", "<p>\u05D0\u05D1 x</p>"),
            "text 0,9.37 to 18.32 LiberationSerif 10 \"\u05D0\u05D1 x\"\n");
}

TEST(Paragraph, DirOfABlockWinsOverItsLanguage) {
  Bench bench;
  const std::string hebrew = "<p dir='auto'>\u05D0\u05D1 x</p><p dir='auto'>x \u05D0\u05D1</p>";
  const std::string seen = bench.dump("", hebrew);
  EXPECT_EQ(span_of(seen, "\u05D0\u05D1 x").end, 200);
  EXPECT_EQ(span_of(seen, "x \u05D0\u05D1").begin, 0);
  EXPECT_EQ(span_of(bench.dump("", "<p dir='ltr'>\u05D0</p>", " lang='he'"), "\u05D0").begin, 0);
}

TEST(Paragraph, AnIndentStandsWhereTheLineBegins) {
  Bench bench;
  EXPECT_EQ(
      span_of(bench.dump("p { text-indent: 20pt }", "<p>\u05D0</p>", " lang='he'"), "\u05D0").end,
      180);
}

TEST(Paragraph, DirInALineIsolates) {
  Bench bench;
  // Without isolation the number would be taken to the Hebrew side: 1 between them.
  const std::string plain = bench.dump("", "<p>\u05D0\u05D1 <em>1</em>: x</p>");
  const std::string isolated = bench.dump("em { color: red; font-style: normal }",
                                          "<p><em dir='rtl'>\u05D0\u05D1</em> 1: x</p>");
  EXPECT_LT(span_of(isolated, "\u05D0\u05D1").begin, span_of(isolated, " 1: x").begin);
}

// UAX #9: a box is neutral; what is on either side of it is judged by itself.
TEST(Paragraph, ABoxAmongHebrewIsPartOfIt) {
  Bench bench;
  const std::string css =
      "redaction { background: black; min-width: 20pt }"
      "redaction::code { content: none }";
  const std::string seen =
      bench.dump(css, "<p>x \u05D0\u05D1 <redaction kind='span' codes='b1'/> \u05D2\u05D3 y</p>");
  const size_t fill = seen.find("fill ");
  ASSERT_NE(fill, std::string::npos) << seen;
  const double box = std::stod(seen.substr(fill + 5));
  EXPECT_LT(span_of(seen, " \u05D2\u05D3").begin, box) << seen;
}

TEST(Paragraph, PartsOfAnArabicWordJoinAcrossStyles) {
  Bench bench;
  const std::string css = "p { font-family: Arabic } em { color: red; font-style: normal }";
  const std::string whole = bench.dump(css, "<p>\u0628\u0628\u0628</p>");
  const std::string parts = bench.dump(css, "<p>\u0628<em>\u0628</em>\u0628</p>");
  const std::string apart = bench.dump(css, "<p>\u0628\u200C\u0628\u200C\u0628</p>");
  const double width = span_of(whole, "\u0628\u0628\u0628").end;
  EXPECT_EQ(span_of(parts, "\u0628\"").end, width);
  EXPECT_GT(span_of(apart, "\u0628").end, width + 5) << "letters that do not join are wider";
}

TEST(Paragraph, ACharacterIsTakenFromTheFallback) {
  Bench bench;
  const std::string seen = bench.dump("", "<p>x \u0628 y</p>");
  EXPECT_NE(seen.find("\"x \u0628 y\""), std::string::npos) << seen;
  EXPECT_EQ(bench.dump("", "<p>x \u4E2D</p>"),
            "SBL0850 no font of this style has the character U+4E2D");
}

TEST(Paragraph, SmallCapitalsAreTheFontsOwnOrScaled) {
  Bench bench;
  bench.add("Pagella",
            "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyrepagella-regular.otf");
  const std::string caps = "p { font-variant-caps: small-caps }";
  const std::string own = bench.dump(caps + "p { font-family: Pagella }", "<p>Aa</p>");
  const std::string scaled = bench.dump(caps, "<p>Aa</p>");
  EXPECT_NE(own.find("10 \"Aa\""), std::string::npos);
  // A of Liberation Serif is 0.722 em wide: 7.22 pt and four fifths of it.
  EXPECT_NEAR(span_of(scaled, "Aa").end, 7.22 * 1.8, 0.02);
  const std::string plain = bench.dump("p { font-family: Pagella }", "<p>Aa</p>");
  EXPECT_NE(span_of(own, "Aa").end, span_of(plain, "Aa").end);
}

TEST(Paragraph, FeaturesHaveTheirEffect) {
  Bench bench;
  bench.add("Pagella",
            "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyrepagella-regular.otf");
  const auto width = [&](const std::string& declaration, const std::string& text) {
    const std::string seen =
        bench.dump("p { font-family: Pagella; " + declaration + " }", "<p>" + text + "</p>");
    return span_of(seen, text).end;
  };
  EXPECT_EQ(width("font-variant-numeric: tabular-nums", "1111"),
            width("font-variant-numeric: tabular-nums", "8888"));
  EXPECT_NE(width("font-variant-numeric: proportional-nums", "1111"),
            width("font-variant-numeric: tabular-nums", "1111"));
  EXPECT_NE(width("font-variant-numeric: oldstyle-nums proportional-nums", "1868"),
            width("font-variant-numeric: proportional-nums", "1868"));
  EXPECT_LT(width("font-family: Serif; font-variant-position: super", "456"),
            width("font-family: Serif", "456"));
  EXPECT_NE(width("font-kerning: none", "AVAT"), width("", "AVAT"));
  EXPECT_NE(width("font-variant-ligatures: none", "office"), width("", "office"));
}

constexpr const char* kProse =
    "<p>Well, so it was, they said; the end. \u201CNo,\u201D he said, \u201Cnot so, not so.\u201D "
    "Then, in the end, all came, and it was well, and so on, and on, and on, as it was.</p>";

TEST(Paragraph, PunctuationHangsInTheMargins) {
  Bench bench;
  const std::string css = "p { text-align: justify }";
  const auto farthest = [](const std::string& dump) {
    std::istringstream lines(dump);
    Span all{1000, 0};
    for (std::string line; std::getline(lines, line);) {
      Span span;
      if (std::sscanf(line.c_str(), "text %lf,%*f to %lf", &span.begin, &span.end) != 2) continue;
      all = {std::min(all.begin, span.begin), std::max(all.end, span.end)};
    }
    return all;
  };
  const Span flush = farthest(bench.dump(css, kProse));
  EXPECT_EQ(flush.begin, 0);
  EXPECT_EQ(flush.end, 200);
  const Span hanging = farthest(bench.dump(css + "p { margin-kerning: auto }", kProse));
  // 70 % of a full stop or comma, which is a quarter of an em: 1.75 pt.
  EXPECT_NEAR(hanging.end, 201.75, 0.01);
  EXPECT_EQ(farthest(bench.dump("p { margin-kerning: auto; text-align: center }", kProse)).end,
            farthest(bench.dump("p { text-align: center }", kProse)).end);
  EXPECT_LE(farthest(bench.dump("p { margin-kerning: auto; text-align: left }", kProse)).end, 200);
}

TEST(Paragraph, ALineTooWideIsNamed) {
  Bench bench;
  const auto pages =
      bench.lay_out("",
                    "<p>One line of words that is as full as lines are, and then "
                    "Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx it is</p>",
                    "");
  ASSERT_TRUE(pages.has_value());
  ASSERT_EQ(pages->warnings.size(), 1u);
  EXPECT_EQ(pages->warnings[0].code, "SBL0851");
  EXPECT_TRUE(pages->warnings[0].message.starts_with("line 3 of a paragraph is "))
      << pages->warnings[0].message;
}

TEST(Paragraph, TheLastLineIsNotOneShortWord) {
  Bench bench;
  BreakSettings settings;
  settings.line_width = Length::points(100);
  settings.tolerance = 1000;
  const auto box = [](int64_t width) {
    Item item;
    item.width = Length::points(width);
    return item;
  };
  Item space;
  space.kind = ItemKind::glue;
  space.width = Length::points(4);
  space.stretch = Length::points(40);
  space.shrink = Length::points(1);
  Item forbidden, fill, end;
  forbidden.kind = end.kind = ItemKind::penalty;
  forbidden.penalty = kForbidden;
  end.penalty = kForced;
  fill.kind = ItemKind::glue;
  fill.fills = true;
  const std::vector<Item> items{box(30), space,  box(30),   space, box(30),
                                space,   box(8), forbidden, fill,  end};
  EXPECT_EQ(break_total_fit(items, settings)->breaks, (std::vector<uint32_t>{5, 9}));
  settings.short_last_line = Length::points(25);
  EXPECT_EQ(break_total_fit(items, settings)->breaks, (std::vector<uint32_t>{3, 9}));
}

TEST(Paragraph, ASoftHyphenIsThereOnlyWhereALineEnds) {
  Bench bench;
  EXPECT_NE(bench.dump("", "<p>hy\u00ADphen</p>").find("\"hyphen\""), std::string::npos);
  const std::string broken = bench.dump(
      "p { text-align: justify }",
      "<p>Words that go on until the line is now extraordi\u00ADnarily full of them</p>");
  EXPECT_NE(broken.find("extraordi-\""), std::string::npos) << broken;
}

TEST(Paragraph, NoBreakSpacesKeepAndStretch) {
  Bench bench;
  const std::string seen = bench.dump("p { text-align: justify }",
                                      "<p>Words that go on until the line is quite full "
                                      "10\u00A0000\u00A0pt and then some more</p>");
  EXPECT_EQ(seen.find("10\"\n"), std::string::npos) << seen;
}

// ---- A word over two pages. ----

// The words of the second page's first line. The page holds 45 lines, and the second
// line of the paragraph, its 45th, ends at `break_here`.
std::string first_of_second_page(const std::string& break_here) {
  testing::Bench bench;
  std::string body;
  for (int i = 0; i < 43; ++i) body += "<p>x</p>";
  body += "<p>aaaaaaa<br/>bbbbbbb bbbb" + break_here + "cccccccccc ddddd ddddd</p>";
  for (int i = 0; i < 30; ++i) body += "<p>y</p>";
  const auto output = bench.lay_out(
      "@page { size: 70pt 540pt } p { margin: 0; orphans: 1; widows: 1; hyphens: manual }", body,
      "");
  EXPECT_TRUE(output.has_value());
  std::istringstream lines(dump(output->pages));
  std::string line;
  while (std::getline(lines, line) && !line.starts_with("page 2")) {
  }
  std::getline(lines, line);
  return line.substr(line.find('"'));
}

TEST(Paragraph, APageEndsRatherALineEarlierThanWithinAWord) {
  EXPECT_TRUE(first_of_second_page(" ").starts_with("\"cccc"));
  EXPECT_TRUE(first_of_second_page("&#173;").starts_with("\"bbbb"));
}

}  // namespace
}  // namespace sable::layout
