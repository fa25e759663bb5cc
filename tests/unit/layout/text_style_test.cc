// What properties of text and margins do to a line and its place.
#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string dump(const std::string& css, const std::string& body) {
  testing::Bench bench;
  return bench.dump("p { margin: 0 } " + css, body);
}

// Four letters are 17.75 pt wide.
TEST(TextStyle, LinesAreAligned) {
  const std::string words = "<p>aaaa</p>";
  EXPECT_THAT(dump("", words), HasSubstr("text 0,9.37 to 17.75 "));
  EXPECT_THAT(dump("p { text-align: right }", words), HasSubstr("text 182.25,9.37 to 200 "));
  EXPECT_THAT(dump("p { text-align: end }", words), HasSubstr("text 182.25,9.37 to 200 "));
  EXPECT_THAT(dump("p { text-align: center }", words), HasSubstr("text 91.1"));
}

TEST(TextStyle, TheLastLineIsAlignedByItself) {
  EXPECT_THAT(dump("p { text-align: justify }", "<p>aa aa</p>"), HasSubstr("to 20.25 "));
  EXPECT_THAT(dump("p { text-align: justify; text-align-last: right }", "<p>aa aa</p>"),
              HasSubstr("text 179.75,9.37 to 200 "));
  EXPECT_THAT(dump("p { text-align: justify; text-align-last: justify }", "<p>aa aa</p>"),
              HasSubstr("text 0,9.37 to 200 "));
}

TEST(TextStyle, LettersAreSpacedAndChanged) {
  EXPECT_THAT(dump("p { letter-spacing: 2pt }", "<p>aaaa</p>"), HasSubstr("to 25.75 "));
  EXPECT_THAT(dump("p { text-transform: uppercase }", "<p>ab</p>"), HasSubstr("\"AB\""));
  EXPECT_THAT(dump("p { text-indent: 12pt }", "<p>aaaa</p>"), HasSubstr("text 12,9.37 "));
}

TEST(TextStyle, LinesStandUnderAndThroughText) {
  EXPECT_THAT(dump("span { text-decoration: underline 1pt #f00 }", "<p>a<span>a</span></p>"),
              HasSubstr("fill 4.44,9.97 4.44x1 #ff0000"));
  EXPECT_THAT(dump("span { text-decoration: line-through 1pt #f00 }", "<p>a<span>a</span></p>"),
              HasSubstr("4.44x1 #ff0000"));
}

// CSS 2.2, 8.3.1: of margins that meet the largest counts; at the top of a page none.
TEST(Margins, ThatMeetAreOne) {
  const std::string two = "<p>a</p><p>b</p>";
  EXPECT_THAT(dump("p { margin: 10pt 0 6pt }", two),
              AllOf(HasSubstr("text 0,9.37 "), HasSubstr("text 0,31.37 ")));
  EXPECT_THAT(dump("p { margin: 10pt 0 16pt }", two), HasSubstr("text 0,37.37 "));
  EXPECT_THAT(dump("p + p { margin-left: 7pt; padding-top: 3pt }", two),
              HasSubstr("text 7,24.37 "));
}

}  // namespace
}  // namespace sable::layout
