// Heights, vertical alignment, spacing and collapsed borders of cells.
#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string dump(const std::string& css, const std::string& body) {
  testing::Bench bench;
  return bench.dump("table { width: 100% } td { padding: 0 } " + css, body);
}

size_t count(const std::string& text, const std::string& what) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; ++at) ++found;
  return found;
}

constexpr const char* kHigh =
    "<table><tr><td>a<br/>b<br/>c</td><td "
    "class='x'>d</td></tr><tr><td>e</td><td>f</td></tr></table>";

TEST(Cells, StandAtTheTopInTheMiddleOrAtTheBottomOfTheirRow) {
  EXPECT_THAT(dump("", kHigh), HasSubstr("text 100,9.37 to 105 LiberationSerif 10 \"d\""));
  EXPECT_THAT(dump(".x { vertical-align: middle }", kHigh), HasSubstr("text 100,21.37 to 105 "));
  EXPECT_THAT(dump(".x { vertical-align: bottom }", kHigh), HasSubstr("text 100,33.37 to 105 "));
}

TEST(Cells, StandOnTheBaselineOfTheirRow) {
  const std::string row =
      "<table><tr><td class='x'>a</td><td "
      "class='y'>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
  const std::string css =
      "td { vertical-align: baseline } .x { font-size: 20pt; line-height: 30pt }";
  const std::string seen = dump(css, row);
  // The first line of the larger text gives the baseline; the row is as high as it.
  EXPECT_THAT(seen, AllOf(HasSubstr("text 0,21.75 "), HasSubstr("text 127.94,21.75 "),
                          HasSubstr("text 0,39.37 ")))
      << seen;
  EXPECT_THAT(
      dump(css + ".y { padding-top: 40pt }", row),
      AllOf(HasSubstr("text 0,49.37 "), HasSubstr("text 127.94,49.37 "), HasSubstr("text 0,67 ")));
}

TEST(Cells, OverSeveralRowsAreAlignedInAllOfThem) {
  EXPECT_THAT(dump("td { vertical-align: bottom }",
                   "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
              HasSubstr("text 0,21.37 "));
}

TEST(Cells, AreAsHighAsTheyAndTheirRowsSay) {
  EXPECT_THAT(dump(".x { height: 60pt }", kHigh), HasSubstr("text 0,69.37 "));
  EXPECT_THAT(dump(".x { height: 60pt; padding: 5pt }", kHigh), HasSubstr("text 0,79.37 "));
  EXPECT_THAT(dump("tr { height: 50pt }", kHigh), HasSubstr("text 0,59.37 "));
  EXPECT_THAT(dump(".x { height: 10pt }", kHigh), HasSubstr("text 0,45.37 "));
}

TEST(Cells, AWidthIsTheLeastOfTheirColumn) {
  EXPECT_THAT(dump("table { width: auto } .x { width: 50pt }", kHigh),
              HasSubstr("text 5,9.37 to 10 LiberationSerif 10 \"d\""));
  EXPECT_THAT(dump("table { width: auto } td { width: 50pt }", kHigh), HasSubstr("text 50,9.37 "));
}

constexpr const char* kFour =
    "<table><tr><td>a</td><td>a</td></tr><tr><td>a</td><td>a</td></tr></table>";

TEST(SeparateBorders, HaveSpaceBetweenThemAndAroundThem) {
  const std::string css =
      "table { border: 2pt solid black; border-spacing: 10pt 4pt } td { border: 1pt solid #f00 }";
  const std::string seen = dump(css, kFour);
  // The table has 2 pt of border and 10 pt at the left, 6 pt above; two columns of 83 pt.
  EXPECT_EQ(count(seen, "fill 12,6 83x1 #ff0000"), 1U) << seen;
  EXPECT_EQ(count(seen, "fill 105,6 83x1 #ff0000"), 1U) << seen;
  EXPECT_EQ(count(seen, "fill 12,24 83x1 #ff0000"), 1U) << seen;
  EXPECT_EQ(count(seen, "fill 0,42 200x2 #000000"), 1U) << seen;
}

TEST(SeparateBorders, ACellOverTwoColumnsHasTheSpaceBetweenThem) {
  EXPECT_THAT(dump("table { border-spacing: 10pt } td { border: 1pt solid #f00 }",
                   "<table><tr><td colspan='2'>a</td></tr><tr><td>a</td><td>a</td></tr></table>"),
              AllOf(HasSubstr("fill 10,10 180x1 #ff0000"), HasSubstr("fill 10,34 85x1 #ff0000")));
}

constexpr const char* kCollapse =
    "table { border-collapse: collapse } td { border: 2pt solid #f00 }";

TEST(CollapsedBorders, AreOneLineBetweenCells) {
  const std::string seen = dump(kCollapse, kFour);
  // Lines of 2 pt around the grid: its columns begin at 1 and 100 and end at 199.
  EXPECT_EQ(count(seen, "fill 0,0 200x2 #ff0000"), 1U) << seen;
  EXPECT_EQ(count(seen, "fill 99,1 2x14 #ff0000"), 1U) << seen;
  EXPECT_THAT(seen, HasSubstr("fill 0,14 200x2 #ff0000"));
  EXPECT_THAT(seen, HasSubstr("text 2,11.37 "));
  EXPECT_THAT(seen, HasSubstr("text 101,25.37 "));
}

// CSS 2.2, 17.6.2.1.
TEST(CollapsedBorders, TheWidestWinsThenTheStyleThenTheInnermost) {
  const std::string cell = "td { border-bottom: 1pt solid #0f0 } ";
  const auto middle = [&](const std::string& css) {
    return dump("table { border-collapse: collapse } " + css, kFour);
  };
  EXPECT_THAT(middle(cell + "tr { border-bottom: 3pt solid #00f }"),
              AllOf(HasSubstr("200x3 #0000ff"), Not(HasSubstr("#00ff00"))));
  EXPECT_THAT(middle(cell + "tr { border-bottom: 1pt dashed #00f }"), Not(HasSubstr("#0000ff")));
  EXPECT_THAT(middle(cell + "tr { border-bottom: 1pt solid #00f }"), Not(HasSubstr("#0000ff")));
  EXPECT_THAT(middle(cell + "tr { border-bottom: 1pt double #00f }"),
              AllOf(HasSubstr("#0000ff"), Not(HasSubstr("#00ff00"))));
  EXPECT_THAT(middle(cell + "tr { border-bottom: 5pt hidden #00f }"),
              AllOf(Not(HasSubstr("#0000ff")), Not(HasSubstr("#00ff00"))));
  EXPECT_THAT(middle(cell + "tr { border-bottom: 5pt none #00f }"), HasSubstr("#00ff00"));
  // Of two cells the one above wins.
  EXPECT_THAT(middle("td { border-top: 1pt solid #00f; border-bottom: 1pt solid #0f0 }"),
              HasSubstr("fill 0,13 200x1 #00ff00"));
}

TEST(CollapsedBorders, NoneRunsThroughACell) {
  const std::string seen = dump(
      kCollapse, "<table><tr><td colspan='2'>a</td></tr><tr><td>a</td><td>a</td></tr></table>");
  EXPECT_EQ(count(seen, "fill 99,"), 1U) << seen;
}

TEST(CollapsedBorders, StandAtBothSidesOfAPageBreakAndBelowARepeatedHead) {
  std::string rows;
  for (int i = 0; i < 40; ++i) rows += "<tr><td>r</td></tr>";
  const std::string seen = dump(
      kCollapse, "<table><thead><tr><td>head</td></tr></thead><tbody>" + rows + "</tbody></table>");
  // Rows of 14 pt behind 1 pt: 27 rows and the head on the first page.
  EXPECT_THAT(seen, HasSubstr("fill 0,392 200x2 #ff0000"));
  EXPECT_EQ(count(seen, "\"head\""), 2U);
  EXPECT_THAT(seen, HasSubstr("text 2,11.37 to 20.88 LiberationSerif 10 \"head\" artifact"))
      << seen;
  EXPECT_THAT(seen, HasSubstr("fill 0,14 200x2 #ff0000"));
}

TEST(CollapsedBorders, OfARowThatIsCutGoOn) {
  std::string lines;
  for (int i = 0; i < 40; ++i) lines += "<p>x</p>";
  const std::string seen =
      dump(std::string(kCollapse) + "p { margin: 0 } tr { break-inside: auto }",
           "<table><tr><td>" + lines + "</td></tr></table>");
  EXPECT_EQ(count(seen, "fill 0,1 2x"), 2U) << seen;    // on both pages
  EXPECT_EQ(count(seen, "200x2 #ff0000"), 2U) << seen;  // at the top and at the end
}

}  // namespace
}  // namespace sable::layout
