// Borders, padding and backgrounds of blocks that go on over pages.

#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kCss =
    "p { margin: 0 } aside { border: 2pt solid black; padding: 3pt 4pt; background: #eee }";

std::string lines(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += "<p>Line.</p>";
  return all;
}

std::string dump(const std::string& css, const std::string& body) {
  testing::Bench bench;
  return bench.dump(kCss + css, body);
}

size_t count(const std::string& text, const std::string& what) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; ++at) ++found;
  return found;
}

// A page holds 33 lines of 12 pt: 400 pt less 5 above leave 32, and 4 below them.
TEST(Edges, AreSlicedAtABreakUnlessTheyAreCloned) {
  const std::string pages = dump("", "<aside>" + lines(40) + "</aside>");
  EXPECT_THAT(pages, HasSubstr("ground 0,0 200x389 #eeeeee"));
  EXPECT_THAT(pages, HasSubstr("ground 0,0 200x101 #eeeeee"));
  EXPECT_EQ(count(pages, "200x2 #000000"), 2U);  // one at the top, one at the foot
}

TEST(Edges, StandOnEachPageWhereTheyAreCloned) {
  const std::string pages =
      dump("aside { box-decoration-break: clone }", "<aside>" + lines(70) + "</aside><p>x</p>");
  EXPECT_EQ(count(pages, "200x2 #000000"), 6U);
  // 32 lines with five points above and below on the first two pages.
  EXPECT_EQ(count(pages, "ground 0,0 200x394 #eeeeee"), 2U);
  EXPECT_THAT(pages, HasSubstr("ground 0,0 200x82 #eeeeee"));
  EXPECT_THAT(pages, HasSubstr("fill 0,392 200x2 #000000"));
  // The first line of the second page stands below the edge.
  EXPECT_EQ(count(pages, "text 6,14.37 "), 3U) << pages;
}

TEST(Edges, OfABoxInABoxStandInsideThoseAroundIt) {
  const std::string pages = dump("aside { box-decoration-break: clone }",
                                 "<aside><p>x</p><aside>" + lines(50) + "</aside></aside>");
  // Outside from the top of the page, inside below its edge; both closed at its foot.
  EXPECT_EQ(count(pages, "fill 0,0 200x2 #000000"), 2U) << pages;
  EXPECT_THAT(pages, HasSubstr("fill 6,5 188x2 #000000"));
  EXPECT_THAT(pages, HasSubstr("ground 0,0 200x392 #eeeeee"));
  EXPECT_THAT(pages, HasSubstr("ground 6,17 188x370 #eeeeee"));
}

TEST(Edges, HoldWhatATableRepeatsInThem) {
  std::string rows;
  for (int i = 0; i < 50; ++i) rows += "<tr><td>cell</td></tr>";
  const std::string pages = dump("aside { box-decoration-break: clone } td, th { padding: 0 }",
                                 "<aside><table><thead><tr><th>Head</th></tr></thead><tbody>" +
                                     rows + "</tbody></table></aside>");
  EXPECT_EQ(count(pages, "\"Head\""), 2U);
  EXPECT_EQ(count(pages, "text 6,14.37 to 27.1 LiberationSerif 10 \"Head\""), 2U) << pages;
  EXPECT_EQ(count(pages, "ground 0,0 200x394 #eeeeee"), 1U) << pages;
}

// A forced break inside a box leaves room for its lower edge.
TEST(Edges, AreClosedAtAForcedBreak) {
  const std::string pages =
      dump("aside { box-decoration-break: clone } .new { break-before: page }",
           "<aside><p>One.</p><p class='new'>Two.</p></aside>");
  EXPECT_EQ(count(pages, "ground 0,0 200x22 #eeeeee"), 2U) << pages;
}

TEST(Edges, AreNotClonedWhereTheyTakeTheBetterPartOfAPage) {
  const std::string pages = dump("aside { box-decoration-break: clone; padding: 120pt 0 }",
                                 "<aside>" + lines(30) + "</aside>");
  EXPECT_EQ(count(pages, "200x2 #000000"), 2U) << pages;
}

TEST(Edges, ABoxThatIsKeptTogetherMovesToTheNextPage) {
  const std::string box = lines(30) + "<aside>" + lines(5) + "</aside>";
  EXPECT_THAT(dump("aside { break-inside: avoid }", box), HasSubstr("ground 0,0 200x70 #eeeeee"));
  EXPECT_THAT(dump("", box), Not(HasSubstr("200x70")));
}

}  // namespace
}  // namespace sable::layout
