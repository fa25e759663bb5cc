// Boxes of elements in lines, and places where a line may end.
#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string dump(const std::string& css, const std::string& body, const char* root = "") {
  testing::Bench bench;
  return bench.dump("p { margin: 0 } " + css, body, root);
}

constexpr const char* kCode =
    "code { margin: 0 3pt; border: 1pt solid #f00; padding: 2pt 4pt; background: #eee }";

// An "a" is 4.44 pt wide, a space 2.5, a "b" 5; the text is 8.91 + 2.16 pt high.
TEST(InlineBoxes, TakeRoomAtBothEnds) {
  const std::string seen = dump(kCode, "<p>a <code>b</code> a</p>");
  EXPECT_THAT(seen, HasSubstr("text 0,9.37 to 34.88 LiberationSerif 10 \"a b a\""));
  // From the margin to the margin, and higher than its line.
  EXPECT_THAT(seen, HasSubstr("ground 9.94,-2.54 15x17.07 #eeeeee"));
  EXPECT_THAT(seen, HasSubstr("fill 9.94,-2.54 1x17.07 #ff0000"));
  EXPECT_THAT(seen, HasSubstr("fill 23.94,-2.54 1x17.07 #ff0000"));
  // Behind the text.
  EXPECT_LT(seen.find("ground"), seen.find("text")) << seen;
}

TEST(InlineBoxes, AreOpenWhereALineEnds) {
  std::string words;
  for (int i = 0; i < 20; ++i) words += "aaaa ";
  const std::string seen = dump(kCode, "<p>b <code>" + words + "</code> b</p>");
  size_t uprights = 0, grounds = 0;
  for (size_t at = 0; (at = seen.find("1x17.07 #ff0000", at)) != std::string::npos; ++at)
    ++uprights;
  for (size_t at = 0; (at = seen.find("ground", at)) != std::string::npos; ++at) ++grounds;
  EXPECT_EQ(uprights, 2U) << seen;
  EXPECT_EQ(grounds, 3U) << seen;
  EXPECT_THAT(seen, HasSubstr("ground 0,9.46"));
}

TEST(InlineBoxes, StayWithTheirTextWhereALineEnds) {
  // The box would fit without its edges: it goes to the next line with them.
  EXPECT_THAT(dump("code { padding: 0 20pt; background: #eee } p { width: 60pt }",
                   "<p>aaaaa <code>bbbb</code></p>"),
              AllOf(HasSubstr("text 0,9.37 to 22.19 "), HasSubstr("ground 0,12.46 60x"),
                    HasSubstr("text 20,21.37 ")));
}

TEST(InlineBoxes, OfElementsWithoutTextAreThere) {
  EXPECT_THAT(dump("span { padding-left: 7pt; background: #eee }", "<p>a<span></span>b</p>"),
              AllOf(HasSubstr("ground 4.44,0.46 7x11.07 #eeeeee"), HasSubstr("to 16.44 ")));
}

TEST(InlineBoxes, StandInsideOneAnother) {
  const std::string seen = dump(
      "code { padding: 0 4pt; background: #eee } sub { background: #ddd; vertical-align: baseline "
      "}",
      "<p><code>a<sub>b</sub></code></p>");
  EXPECT_THAT(seen, AllOf(HasSubstr("ground 0,0.46 17.44x11.07 #eeeeee"),
                          HasSubstr("ground 8.44,0.46 5x11.07 #dddddd")));
  EXPECT_LT(seen.find("#eeeeee"), seen.find("#dddddd"));
}

TEST(InlineBoxes, FollowTheShiftOfTheirText) {
  EXPECT_THAT(dump("span { vertical-align: 4pt; background: #eee }", "<p>a<span>b</span></p>"),
              AllOf(HasSubstr("ground 4.44,-3.54 5x11.07"), HasSubstr("text 4.44,5.37 ")));
}

TEST(InlineBoxes, OfTextFromRightToLeftAreMirrored) {
  // The box begins at its right.
  EXPECT_THAT(dump("span { padding-right: 9pt; padding-left: 2pt; background: #eee; "
                   "font-family: Arabic } html { font-family: Arabic }",
                   "<p><span>\u05d0\u05d1</span> \u05d2</p>", " lang='he'"),
              HasSubstr("ground"));
}

// What ends with a forced break has no further line for its edge.
TEST(InlineBoxes, ThatEndInABreakMakeNoLine) {
  EXPECT_THAT(dump("span { padding: 0 3pt }", "<p>a<span>b<br/></span></p><p>c</p>"),
              HasSubstr("text 0,21.37 to 4.44 LiberationSerif 10 \"c\""));
}

TEST(InlineBoxes, OfGeneratedContent) {
  EXPECT_THAT(dump("h1::before { content: attr(number); padding-right: 6pt } h1 { font-weight: 400;"
                   " font-size: 10pt; margin: 0 }",
                   "<h1 number='2'>b</h1>"),
              HasSubstr("text 0,9.37 to 16 LiberationSerif 10 \"2b\""));
}

TEST(InlineBoxes, WidenTheColumnsOfTables) {
  EXPECT_THAT(
      dump("code { padding: 0 10pt }", "<table><tr><td><code>a</code></td><td>b</td></tr></table>"),
      HasSubstr("text 24.44,9.37 "));
}

TEST(WordBreaks, LetALineEnd) {
  EXPECT_THAT(dump("p { width: 30pt }", "<p>aaaa<wbr/>bbbb</p>"),
              AllOf(HasSubstr("text 0,9.37 to 17.75 LiberationSerif 10 \"aaaa\""),
                    HasSubstr("text 0,21.37 to 20 LiberationSerif 10 \"bbbb\"")));
  EXPECT_THAT(dump("p { width: 60pt }", "<p>aaaa<wbr/>bbbb</p>"), Not(HasSubstr("21.37")));
  EXPECT_THAT(dump("p { width: 30pt }", "<p>aaaabbbb</p>"), Not(HasSubstr("\"bbbb\"")));
}

}  // namespace
}  // namespace sable::layout
