// Widths and heights of blocks, and the lines of borders.
#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string dump(const std::string& css, const std::string& body, const char* root = "") {
  testing::Bench bench;
  return bench.dump("p { margin: 0 } div { background: #eee } " + css, body, root);
}

TEST(Sizes, AWidthIsThatOfTheContent) {
  const std::string box = "<div><p>x</p></div><p>y</p>";
  EXPECT_THAT(dump("div { width: 80pt }", box), HasSubstr("ground 0,0 80x12"));
  EXPECT_THAT(dump("div { width: 25%; padding: 0 5pt; margin-left: 7pt }", box),
              HasSubstr("ground 7,0 60x12"));
  EXPECT_THAT(dump("div { max-width: 80pt }", box), HasSubstr("ground 0,0 80x12"));
  EXPECT_THAT(dump("div { width: 10pt; min-width: 90pt }", box), HasSubstr("ground 0,0 90x12"));
  EXPECT_THAT(dump("div { width: 90pt; max-width: 50% }", box), HasSubstr("ground 0,0 90x12"));
  EXPECT_THAT(dump("div { min-width: 90pt }", box), HasSubstr("ground 0,0 200x12"));
  // Where text runs from right to left a block stands at the right.
  EXPECT_THAT(dump("div { width: 80pt }", box, " dir='rtl'"), HasSubstr("ground 120,0 80x12"));
}

TEST(Sizes, LinesAreBrokenToTheWidth) {
  EXPECT_THAT(dump("p { width: 20pt }", "<p>aaaa aaaa</p>"), HasSubstr("text 0,21.37 "));
}

TEST(Sizes, AHeightIsTheLeastOfABlock) {
  const std::string box = "<div><p>x</p></div><p>y</p>";
  EXPECT_THAT(dump("div { height: 50pt }", box),
              AllOf(HasSubstr("ground 0,0 200x50"), HasSubstr("text 0,59.37 ")));
  EXPECT_THAT(dump("div { min-height: 50pt; padding: 3pt 0 }", box),
              HasSubstr("ground 0,0 200x56"));
  EXPECT_THAT(dump("div { height: 25% }", box), HasSubstr("ground 0,0 200x100"));
  EXPECT_THAT(dump("div { height: 5pt }", box), HasSubstr("ground 0,0 200x12"));
  EXPECT_THAT(dump("div { height: 9pt }", "<div></div>"), HasSubstr("ground 0,0 200x9"));
  EXPECT_THAT(dump("div { height: 50pt } div p { margin-bottom: 8pt }", box),
              HasSubstr("ground 0,0 200x50"));
}

TEST(Sizes, AHighBlockGoesOnOverPages) {
  EXPECT_THAT(dump("div { min-height: 600pt; orphans: 1 }", "<div><p>x</p></div><p>y</p>"),
              AllOf(HasSubstr("ground 0,0 200x396"), HasSubstr("ground 0,0 200x204"),
                    HasSubstr("text 0,213.37 ")));
}

TEST(Lines, OfADoubleBorderAreTwoThirdsApart) {
  const std::string seen = dump("p { border: 3pt double #f00 }", "<p>x</p>");
  EXPECT_THAT(seen,
              AllOf(HasSubstr("fill 0,0 200x1 #ff0000"), HasSubstr("fill 2,2 196x1 #ff0000"),
                    HasSubstr("fill 2,15 196x1 #ff0000"), HasSubstr("fill 0,17 200x1 #ff0000"),
                    HasSubstr("fill 0,0 1x18 #ff0000"), HasSubstr("fill 2,2 1x14 #ff0000"),
                    HasSubstr("fill 197,2 1x14 #ff0000"), HasSubstr("fill 199,0 1x18 #ff0000")))
      << seen;
}

TEST(Lines, MayBeDashedAndDottedOnEverySide) {
  const std::string dashed = dump("p { border-left: 1pt dashed #f00 }", "<p>x</p>");
  EXPECT_THAT(dashed, AllOf(HasSubstr("fill 0,0 1x3 #ff0000"), HasSubstr("fill 0,5 1x3 #ff0000"),
                            HasSubstr("fill 0,10 1x2 #ff0000")));
  const std::string dotted = dump("p { border-right: 2pt dotted #f00 }", "<p>x</p>");
  EXPECT_THAT(dotted,
              AllOf(HasSubstr("fill 198,0 2x2 #ff0000"), HasSubstr("fill 198,4 2x2 #ff0000"),
                    HasSubstr("fill 198,8 2x2 #ff0000"), Not(HasSubstr("fill 198,12"))));
}

}  // namespace
}  // namespace sable::layout
