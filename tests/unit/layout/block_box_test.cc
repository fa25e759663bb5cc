#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kBox =
    "p { margin: 0 } redaction { display: block; background: black; height: attr(lines lh, 1lh);"
    " orphans: 2; widows: 2 }"
    "redaction::code { content: attr(codes); font-size: 6pt; color: white }";

std::string box(int lines, const char* more = "") {
  return "<p>Before.</p><redaction kind='section' extent='lines' lines='" + std::to_string(lines) +
         "' codes='b1'" + more + "/><p>After.</p>";
}

std::string dump(const std::string& css, const std::string& body) {
  testing::Bench bench;
  return bench.dump(kBox + css, body);
}

// A page holds 33 lines of 12 pt.
TEST(BlockBox, GoesOnOverPagesWithAllItsLines) {
  const std::string pages = dump("", box(70));
  EXPECT_THAT(pages, HasSubstr("fill 0,12 200x384 #000000"));
  EXPECT_THAT(pages, HasSubstr("fill 0,0 200x396 #000000"));
  EXPECT_THAT(pages, HasSubstr("fill 0,0 200x60 #000000"));
  EXPECT_THAT(pages, HasSubstr("text 0,69.37"));
}

TEST(BlockBox, IsOneAreaWhereItStandsOnOnePage) {
  EXPECT_THAT(dump("", box(6)), HasSubstr("fill 0,12 200x72 #000000"));
}

TEST(BlockBox, ShowsItsCodesOnEachPageAndIsReadOnce) {
  testing::Bench bench;
  const auto output = bench.lay_out(kBox, box(70), "");
  ASSERT_TRUE(output.has_value());
  int leaves = 0, artifacts = 0;
  for (const Page& page : output->pages.pages) {
    for (const Fragment& fragment : page.fragments) {
      const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
      if (glyphs == nullptr || glyphs->runs.front().run->size != base::Length::points(6)) continue;
      (fragment.leaf == kNoLeaf ? artifacts : leaves) += 1;
    }
  }
  EXPECT_EQ(leaves, 1);
  EXPECT_EQ(artifacts, 2);
}

// Ten points of the margin are kept free at each side: 30 pt are left for the codes.
TEST(CodesInTheMargin, StandBelowOneAnotherWhereTheMarginIsTooNarrow) {
  const auto laid_out = [](const char* codes) {
    return dump(
        "@page { margin: 20pt 50pt } redaction { display: inline; code-position: margin }"
        "redaction::code { margin-left: 10pt; color: black; font: 6pt/8pt Serif }",
        "<p>a <redaction kind='span' extent='words' codes='" + std::string(codes) + "'/> b</p>");
  };
  EXPECT_THAT(laid_out("aa bb"), HasSubstr("\"aa bb\""));
  const std::string several = laid_out("aaaa bbbb cccc dddddddddddddddd");
  EXPECT_THAT(several, HasSubstr("\"aaaa bbbb\""));
  EXPECT_THAT(several, HasSubstr("\"cccc\""));
  EXPECT_THAT(several, HasSubstr("\"dddddddddddddddd\""));
  EXPECT_THAT(several, Not(HasSubstr("cccc dd")));
}

TEST(BlockBox, KeepsOrphansAndWidowsAndBreakInside) {
  std::string many;
  for (int i = 0; i < 31; ++i) many += "<p>Line.</p>";
  // One line is left below the paragraphs and the first.
  EXPECT_THAT(dump("", many + box(6)), HasSubstr("fill 0,0 200x72"));
  const std::string avoid = dump("redaction { break-inside: avoid }", many.substr(60) + box(6));
  EXPECT_THAT(avoid, HasSubstr("fill 0,0 200x72"));
  EXPECT_THAT(dump("", many.substr(60) + box(6)), Not(HasSubstr("200x72")));
}

TEST(BlockBox, AShareOfThePageIsOfOnePage) {
  EXPECT_THAT(dump("redaction { height: 100% }", box(70)), HasSubstr("fill 0,0 200x400 #000000"));
}

TEST(BlockBox, ABoxInLinesShowsItsCodesWhereItGoesOnOnAPage) {
  const auto codes = [](const std::string& position) {
    const std::string pages =
        dump("redaction { display: inline } redaction { code-position: " + position + " }",
             "<p>Before <redaction kind='paragraph' extent='lines' lines='40' "
             "codes='b1'/></p>");
    int count = 0;
    for (size_t at = 0; (at = pages.find("\"b1\"", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(codes("inside"), 2);
  EXPECT_EQ(codes("margin"), 2);
  EXPECT_EQ(codes("beside"), 1);  // behind the last line
}

}  // namespace
}  // namespace sable::layout
