// Cells that are aligned on a sign, and captions of tables that go on.
#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Where each text of a dump begins and ends: "0 8.88 aa".
std::vector<std::string> places(const std::string& css, const std::string& body,
                                const char* root = "") {
  testing::Bench bench;
  std::istringstream lines(
      bench.dump("table { width: 100% } td { text-align: decimal }" + css, body, root));
  std::vector<std::string> found;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("text ")) continue;
    const std::string left = line.substr(5, line.find(',') - 5);
    const size_t to = line.find(" to ") + 4;
    const size_t quote = line.find('"');
    found.push_back(left + " " + line.substr(to, line.find(' ', to) - to) + " " +
                    line.substr(quote + 1, line.rfind('"') - quote - 1));
  }
  return found;
}

std::string column(const std::vector<std::string>& cells) {
  std::string rows;
  for (const std::string& cell : cells) rows += "<tr><td>" + cell + "</td></tr>";
  return "<table>" + rows + "</table>";
}

// A digit is 5 pt wide, a point 2.5.
TEST(ColumnAxis, CellsAreAlignedOnTheDecimalSign) {
  EXPECT_THAT(places("", column({"410.5", "12.25", "7"})),
              ElementsAre("172.5 195 410.5", "177.5 200 12.25", "182.5 187.5 7"));
}

TEST(ColumnAxis, TheSignIsThatOfTheLanguage) {
  EXPECT_THAT(places("", column({"1.234,5", "12,25"}), " lang='de'"),
              ElementsAre("165 195 1.234,5", "177.5 200 12,25"));
}

TEST(ColumnAxis, AnyStringMayBeTheSign) {
  EXPECT_THAT(places("td { text-align: ':' }", column({"9:30", "10:5"})),
              ElementsAre("182.22 200 9:30", "177.22 195 10:5"));
}

// Without the sign a value ends where it would stand: behind its number.
TEST(ColumnAxis, NotesAndUnitsStayBehind) {
  const std::string note = "<note kind='foot'>n</note>";
  EXPECT_THAT(places("note::footnote-call { font-size: 5pt }",
                     column({"4.5", "398" + note, "17 t", "12 345", "n/a"})),
              ElementsAre("187.5 200 4.5", "177.5 192.5 398", "192.5 195 1", "182.5 197.78 17 t",
                          "165 192.5 12 345", "180.28 192.5 n/a", "190 195 1", "195 200 n"));
}

TEST(ColumnAxis, AColumnIsAsWideAsBothSidesOfTheAxis) {
  EXPECT_THAT(places("table { width: auto }",
                     "<table><tr><td>1000.5</td><td>a</td></tr><tr><td>.125</td><td>b</td></tr>"
                     "</table>"),
              ElementsAre("0 27.5 1000.5", "38.06 42.5 a", "20 37.5 .125", "37.5 42.5 b"));
}

TEST(ColumnAxis, BoxesFillTheirCellsAndMoveNothing) {
  EXPECT_THAT(places("", column({"410.5", "<redaction kind='cell' codes='b1'/>", "12.25"})),
              ElementsAre("172.5 195 410.5", ::testing::_, "177.5 200 12.25"));
}

TEST(ColumnAxis, LinksMoveWithTheirText) {
  testing::Bench bench;
  EXPECT_THAT(bench.dump("table { width: 100% } td { text-align: decimal }",
                         column({"<a href='https://a.b'>4.5</a>", "1.250"})),
              HasSubstr("link 177.5,0.46 12.5x"));
}

constexpr const char* kCaption =
    "table { width: 100% } caption[number]::continued { content: 'Table ' attr(number) ' "
    "(continued)';"
    " margin-bottom: 6pt } td { padding: 0 }";

std::string table(const std::string& caption, int count, const std::string& head = "") {
  std::string rows;
  for (int i = 0; i < count; ++i) rows += "<tr><td>cell</td></tr>";
  return "<table>" + caption + head + "<tbody>" + rows + "</tbody></table>";
}

// 32 rows below the caption, 31 below what stands for it.
TEST(ContinuedCaption, StandsAboveEachFurtherPart) {
  testing::Bench bench;
  const std::string seen = bench.dump(kCaption, table("<caption number='3'>Dues</caption>", 70));
  EXPECT_THAT(seen, HasSubstr("text 0,9.37 to 20.55 LiberationSerif 10 \"Dues\"\n"));
  size_t found = 0;
  const std::string again =
      "text 0,9.37 to 78.16 LiberationSerif 10 \"Table 3 (continued)\" artifact\n"
      "text 0,27.37";
  for (size_t at = 0; (at = seen.find(again, at)) != std::string::npos; ++at) ++found;
  EXPECT_EQ(found, 2U) << seen;
}

TEST(ContinuedCaption, StandsAboveTheHead) {
  testing::Bench bench;
  EXPECT_THAT(bench.dump(kCaption, table("<caption number='3'>Dues</caption>", 40,
                                         "<thead><tr><td>Head</td></tr></thead>")),
              HasSubstr("\"Table 3 (continued)\" artifact\ntext 0,27.37 to 21.1 LiberationSerif "
                        "10 \"Head\" artifact\ntext 0,39.37"));
}

TEST(ContinuedCaption, OfATableOnOnePageIsNotThere) {
  testing::Bench bench;
  EXPECT_THAT(bench.dump(kCaption, table("<caption number='3'>Dues</caption>", 9)),
              Not(HasSubstr("continued")));
  EXPECT_THAT(bench.dump(kCaption, table("<caption>(S)</caption>", 70)),
              Not(HasSubstr("continued")));
}

// The caption's marking counts on each page that shows it again.
TEST(ContinuedCaption, CountsForTheMarkingOfItsPage) {
  const auto marks = [](const std::string& caption) {
    testing::Bench bench;
    const auto output =
        bench.lay_out(kCaption, "<section mark='Public'>" + table(caption, 40) + "</section>", "");
    std::vector<uint8_t> levels;
    for (const Page& page : output->pages.pages) levels.push_back(page.mark.level);
    return levels;
  };
  EXPECT_THAT(marks("<caption number='1' mark='Internal'>a</caption>"), ElementsAre(1, 1));
  EXPECT_THAT(marks("<caption mark='Internal'>a</caption>"), ElementsAre(1, 0));
  EXPECT_THAT(marks("<caption number='1'>a</caption>"), ElementsAre(0, 0));
}

}  // namespace
}  // namespace sable::layout
