// Tables, from markup and style to places on the page.
#include <gtest/gtest.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using testing::Bench;

constexpr const char* kPlain = "table { width: 100% } td, th { font-weight: 400 }";

std::string rows(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += "<tr><td>r" + std::to_string(i) + "</td></tr>";
  return out;
}

size_t count(const std::string& text, const std::string& word) {
  size_t found = 0;
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

TEST(Table, CellsStandBesideOneAnother) {
  Bench bench;
  EXPECT_EQ(bench.dump(kPlain, "<table><tr><td>aa</td><td>aa</td></tr></table>"),
            "text 0,9.37 to 8.88 LiberationSerif 10 \"aa\"\n"
            "text 100,9.37 to 108.88 LiberationSerif 10 \"aa\"\n");
}

TEST(Table, ARowIsAsHighAsItsHighestCell) {
  Bench bench;
  EXPECT_EQ(bench.dump(kPlain,
                       "<table><tr><td>a</td><td>b<br/>c</td></tr><tr><td>d</td><td>e</td></tr>"
                       "</table>"),
            "text 0,9.37 to 4.44 LiberationSerif 10 \"a\"\n"
            "text 100,9.37 to 105 LiberationSerif 10 \"b\"\n"
            "text 100,21.37 to 104.44 LiberationSerif 10 \"c\"\n"
            "text 0,33.37 to 5 LiberationSerif 10 \"d\"\n"
            "text 100,33.37 to 104.44 LiberationSerif 10 \"e\"\n");
}

TEST(Table, ACellThatSpansRowsReachesOverThem) {
  Bench bench;
  const std::string seen =
      bench.dump("td { border-bottom: 1pt solid #f00 }",
                 "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>");
  // Its own border is below the second row, those of the others below their rows.
  EXPECT_EQ(count(seen, "fill 0,25 4.44x1 #ff0000"), 1u) << seen;
  EXPECT_EQ(count(seen, "fill 4.44,12 5x1 #ff0000"), 1u) << seen;
  EXPECT_EQ(count(seen, "fill 4.44,25 5x1 #ff0000"), 1u) << seen;
}

TEST(Table, HeadAndFootAreRepeatedOnEachPage) {
  Bench bench;
  // 33 lines of 12 pt fit on a page of 400 pt: head, foot, and 31 rows.
  const std::string seen =
      bench.dump(kPlain, "<table><thead><tr><th>head</th></tr></thead><tbody>" + rows(70) +
                             "</tbody><tfoot><tr><td>foot</td></tr></tfoot></table>");
  EXPECT_EQ(count(seen, "\"head\""), 3u);
  EXPECT_EQ(count(seen, "\"foot\""), 3u);
  // One of each is read; the others are artifacts.
  EXPECT_EQ(count(seen, "\"head\" artifact"), 2u);
  EXPECT_EQ(count(seen, "\"foot\" artifact"), 2u);
  EXPECT_EQ(count(seen, "\"r"), 70u);
  EXPECT_EQ(count(seen, "text 0,9.37 "), 3u) << "the head stands at the top";
}

TEST(Table, AHeadThatTakesTheBetterPartOfAPageIsNotRepeated) {
  Bench bench;
  std::string head;
  for (int i = 0; i < 20; ++i) head += "<tr><th>head</th></tr>";
  const std::string seen = bench.dump(
      kPlain, "<table><thead>" + head + "</thead><tbody>" + rows(40) + "</tbody></table>");
  EXPECT_EQ(count(seen, "\"head\""), 20u);
  EXPECT_EQ(count(seen, "\"r"), 40u);
}

TEST(Table, ARowIsNotCutUnlessItMayBe) {
  Bench bench;
  std::string lines = "x";
  for (int i = 0; i < 9; ++i) lines += "<br/>x";
  const std::string body = rows(28) + "<tr class='c'><td>" + lines + "</td></tr>";
  const std::string kept = bench.dump(kPlain, "<table>" + body + "</table>");
  const std::string cut =
      bench.dump(std::string(kPlain) + ".c { break-inside: auto }", "<table>" + body + "</table>");
  // 28 rows of 12 pt: five lines more fit below them.
  EXPECT_EQ(count(kept, "text 0,345.37"), 0u) << kept;
  EXPECT_EQ(count(cut, "text 0,345.37"), 1u) << cut;
  EXPECT_EQ(count(cut, "\"x\""), 10u);
}

TEST(Table, ARowHigherThanAPageGoesOn) {
  Bench bench;
  std::string lines = "x";
  for (int i = 0; i < 49; ++i) lines += "<br/>x";
  const std::string seen =
      bench.dump(kPlain, "<table><tr><td>" + lines + "</td><td>y</td></tr></table>");
  EXPECT_EQ(count(seen, "\"x\""), 50u);
  EXPECT_EQ(count(seen, "text 0,9.37"), 2u) << "two pages begin with a line of it";
}

// A row that would fill the page does not, below a head.
TEST(Table, ARowBelowARepeatedHeadStaysOnItsPage) {
  Bench bench;
  std::string lines = "x";
  for (int i = 0; i < 31; ++i) lines += "<br/>x";
  const std::string seen =
      bench.dump(kPlain, "<table><thead><tr><th>h<br/>h</th></tr></thead><tbody>" + rows(3) +
                             "<tr><td>" + lines + "</td></tr></tbody></table>");
  EXPECT_EQ(count(seen, "\"x\""), 32u);
  // 33 lines of 12 pt: the last baseline is at 393.37.
  EXPECT_EQ(count(seen, ",405.37 "), 0u) << seen;
}

TEST(Table, TheBottomBorderStaysWithTheLastRow) {
  Bench bench;
  // 33 rows fill the page; the border does not fit below them.
  const std::string seen =
      bench.dump(std::string(kPlain) + "table { border-bottom: 5pt solid #00f }",
                 "<table>" + rows(33) + "</table>");
  EXPECT_EQ(count(seen, "fill 0,0 "), 0u) << seen;
  EXPECT_EQ(count(seen, "#0000ff"), 1u);
}

TEST(Table, WordsThatDoNotFitAreAWarning) {
  Bench bench;
  const auto pages =
      bench.lay_out(kPlain,
                    "<table><tr><td>Donaudampfschifffahrtsgesellschaftskapitän</td>"
                    "<td>Donaudampfschifffahrtsgesellschaftskapitän</td></tr></table>",
                    "");
  ASSERT_TRUE(pages.has_value());
  ASSERT_FALSE(pages->warnings.empty());
  EXPECT_EQ(pages->warnings.front().code, "SBL0856");
}

}  // namespace
}  // namespace sable::layout
