#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A report with one table; `fields` are indented by six blanks.
std::string with_table(const std::string& fields) {
  return report_with("  - table:\n" + fields + "  - p: x\n");
}

// The table in notation, or what is wrong with it.
std::string table(const std::string& fields, const Files& files = {}) {
  const Read read = read_yaml(with_table(fields), files);
  if (!read.ok) {
    std::string out;
    for (const std::string& each : codes(read.sources, read.diagnostics)) {
      out += (out.empty() ? "" : "\n") + each;
    }
    return out;
  }
  return notation({read.report.body.front()});
}

std::vector<std::string> messages(const std::string& fields, const Files& files = {}) {
  const Read read = read_yaml(with_table(fields), files);
  return lines(read.sources, read.diagnostics);
}

TEST(Tables, HaveColumnsHeadRowsAndFoot) {
  EXPECT_EQ(table("      id: fees\n"
                  "      mark: S\n"
                  "      caption: {mark: U, text: Fees at *the* locks}\n"
                  "      columns:\n"
                  "        - {align: left, width: 30%}\n"
                  "        - {align: decimal, width: 2.5cm, redact: {code: b1}}\n"
                  "        - {}\n"
                  "      head: [[Year, Fee, Share]]\n"
                  "      rows:\n"
                  "        - [1995, \"410.5\", \"*rich* text\"]\n"
                  "        - {mark: S, cells: [{text: 1996, head: true}, NO, 1.10]}\n"
                  "        - {redact: {code: [b1, b3]}, cells: [1997, 2, 3]}\n"
                  "        - {redact: {code: b1}, withheld: true}\n"
                  "      foot: [Mean, {text: \"404\", redact: {code: b3}}, \"\"]\n"),
            "table#fees @2  caption @0 'Fees at em(the) locks' | left 30% | decimal 2.5cm "
            "redact[b1] | - | head {0 'Year', 1 'Fee', 2 'Share'} row {0 '1995', 1 '410.5', 2 "
            "'em(rich) text'} row @2 0+3 {0! '1996', 1 'NO', 2 '1.10'} row redact[b1,b3] 0+3 {0 "
            "'1997', 1 '2', 2 '3'} row redact[b1 absent] 0+3 {} foot {0 'Mean', 1 redact[b3] "
            "'404', 2 ''}");
}

TEST(Tables, CountTheirColumnsByTheFirstRow) {
  EXPECT_EQ(table("      rows: [[a, b], [c, d]]\n"),
            "table | - | - | row {0 'a', 1 'b'} row {0 'c', 1 'd'}");
  EXPECT_EQ(table("      head: [{text: a, colspan: 2}, b]\n      rows: [[c, d, e]]\n"),
            "table | - | - | - | head {0+2x1 'a', 2 'b'} row {0 'c', 1 'd', 2 'e'}");
  EXPECT_EQ(table("      rows: [{redact: {code: b1}, withheld: true}]\n"),
            "table | - | row redact[b1 absent] 0+1 {}");
}

TEST(Tables, MayBeWithheldOrLacking) {
  EXPECT_EQ(table("      redact: {code: b1, extent: 5 lines}\n      rows: [[a]]\n"),
            "redact[b1 5lines] table | - | row {0 'a'}");
  EXPECT_EQ(table("      redact: {code: b1}\n      withheld: true\n"), "redact[b1 absent] table |");
  EXPECT_EQ(table("      rows: [[a]]\n    redact: {code: b1}\n"),
            "redact[b1] table | - | row {0 'a'}");
  EXPECT_EQ(table("      redact: {code: b1}\n      withheld: true\n      rows: [[a]]\n"),
            "SBL0215 [true]");
}

TEST(Tables, PlaceCellsThatSpan) {
  EXPECT_EQ(table("      rows:\n"
                  "        - [{text: a, rowspan: 2}, b, {text: c, rowspan: 3}]\n"
                  "        - [d]\n"
                  "        - [{text: e, colspan: 2}]\n"),
            "table | - | - | - | row {0+1x2 'a', 1 'b', 2+1x3 'c'} row {1 'd'} row {0+2x1 'e'}");
}

TEST(Tables, ARowMayBeWithheldBesideACellFromAbove) {
  EXPECT_EQ(table("      rows:\n"
                  "        - [{text: a, rowspan: 2}, b, c]\n"
                  "        - {mark: S, redact: {code: b1}, cells: [d, e]}\n"),
            "table | - | - | - | row {0+1x2 'a', 1 'b', 2 'c'} row @2 redact[b1] 1+2 {1 'd', 2 "
            "'e'}");
}

// The shape of a row that can be withheld is withheld with it.
TEST(Tables, ARowThatMayBeWithheldStandsByItself) {
  EXPECT_EQ(table("      rows:\n"
                  "        - {redact: {code: b1}, cells: [{text: a, rowspan: 2}, b]}\n"
                  "        - [c]\n"),
            "SBL0284 [{text: a, rowspan: 2}]");
  EXPECT_EQ(table("      rows:\n"
                  "        - {mark: S, cells: [{text: a, rowspan: 2}, b]}\n"
                  "        - [c]\n"),
            "SBL0284 [{text: a, rowspan: 2}]");
  EXPECT_EQ(table("      rows:\n"
                  "        - [a, {text: b, rowspan: 2}, c]\n"
                  "        - {redact: {code: b1}, cells: [d, e]}\n"),
            "SBL0284 []");
}

TEST(TableErrors, RowsOfAnotherLength) {
  EXPECT_THAT(messages("      rows: [[a, b], [c]]\n"),
              ElementsAre("error SBL0280 [] this row has fewer cells than the table has columns | "
                          "write a cell for each column, an empty one as `\"\"`; `colspan` lets a "
                          "cell stand for several"));
  EXPECT_EQ(table("      rows: [[a, b], [c, d, e]]\n"), "SBL0280 []");
  EXPECT_EQ(table("      rows: [[a, b], [c, {text: d, colspan: 2}]]\n"),
            "SBL0280 [{text: d, colspan: 2}]");
  EXPECT_EQ(table("      columns: [{}]\n      rows: [[a, b]]\n"), "SBL0280 []");
  EXPECT_EQ(table("      rows: [[]]\n"), "SBL0280 []");
}

TEST(TableErrors, SpansThatOverlapOrLeaveTheGrid) {
  EXPECT_EQ(table("      rows:\n"
                  "        - [a, {text: b, rowspan: 2}]\n"
                  "        - [{text: c, colspan: 2}]\n"),
            "SBL0281 [{text: c, colspan: 2}]");
  EXPECT_EQ(table("      rows:\n        - [{text: a, rowspan: 2}, b]\n"),
            "SBL0282 [{text: a, rowspan: 2}]");
  EXPECT_EQ(table("      head: [{text: a, rowspan: 2}]\n      rows: [[b]]\n"),
            "SBL0282 [{text: a, rowspan: 2}]");
  EXPECT_EQ(table("      rows: [[{text: a, rowspan: 0}]]\n"), "SBL0283 [0]");
  EXPECT_EQ(table("      rows: [[{text: a, colspan: two}]]\n"), "SBL0283 [two]");
}

TEST(TableErrors, Columns) {
  EXPECT_THAT(messages("      columns: [{align: middle}]\n      rows: [[a]]\n"),
              ElementsAre("error SBL0205 [middle] `align` does not take this value | what may "
                          "stand here: left, right, center, decimal"));
  for (const char* width : {"wide", "3", "cm", "-1cm", "1..2cm", "3em", "0%", ".5cm", "3 cm"}) {
    EXPECT_EQ(table("      columns: [{width: " + std::string(width) + "}]\n      rows: [[a]]\n"),
              "SBL0285 [" + std::string(width) + "]");
  }
  EXPECT_EQ(table("      columns: []\n      rows: [[a]]\n"), "SBL0287 []");
  EXPECT_EQ(table("      columns: [{redact: {code: b1, id: x}}]\n      rows: [[a]]\n"),
            "SBL0288 [{code: b1, id: x}]");
}

TEST(TableErrors, Shapes) {
  EXPECT_EQ(table("      caption: a\n"), "SBL0203 [caption]");
  EXPECT_EQ(table("      rows: []\n"), "SBL0287 []");
  EXPECT_EQ(table("      rows: [a]\n"), "SBL0202 [a]");
  EXPECT_EQ(table("      rows: [[{tekst: a}]]\n"), "SBL0201 [tekst]\nSBL0203 [tekst]");
  EXPECT_EQ(table("      rows: [{cell: [a]}]\n"), "SBL0201 [cell]\nSBL0203 [cell]");
  EXPECT_EQ(table("      rows: [[{text: a, redact: {code: b77}}]]\n"), "SBL0234 [b77]");
  EXPECT_EQ(table("      rows: [[\"a\\n\\nb\"]]\n"), "SBL0210 [\"a\\n\\nb\"]");
  EXPECT_EQ(table("      rows: [[\":redact[a]\"]]\n"), "SBL0231 [:redact[]");
  EXPECT_EQ(table("      rows: [[{text: a, redact: {code: b1, extent: 3 pages}}]]\n"),
            "SBL0241 [{code: b1, extent: 3 pages}]");
}

// A warning beside it does not keep a table from being checked.
TEST(TableErrors, AreFoundBesideWarnings) {
  EXPECT_EQ(table("      rows: [[\"a *b\"], [c, d]]\n"), "SBL0254 [*]\nSBL0280 []");
}

TEST(TableReferences, NameTablesWithACaption) {
  const std::string named = "  - table: {id: fees, caption: Fees, rows: [[a]]}\n";
  EXPECT_THAT(wrong_in(named + "  - p: See :ref[fees].\n"), IsEmpty());
  EXPECT_THAT(wrong_in("  - table: {id: fees, rows: [[a]]}\n  - p: See :ref[fees].\n"),
              ElementsAre("SBL0278 [:ref[fees]]"));
  EXPECT_THAT(wrong_in(named + "  - heading: {text: a, id: fees}\n"),
              ElementsAre("SBL0274 [{text: a, id: fees}]"));
  EXPECT_THAT(wrong_in(named + "  - p: \"See :ref[feas].\"\n"),
              ElementsAre("SBL0273 [:ref[feas]]"));
}

TEST(TableMarks, ThatAreMissingAreCounted) {
  const auto warnings = [](const std::string& fields) {
    const std::string body = "  - p: {mark: U, text: x}\n  - table: {" + fields + "}\n";
    std::string yaml = report_with(body);
    const std::string overall = ", overall: SECRET";
    const size_t at = yaml.find(", overall");
    if (at != std::string::npos) yaml.erase(at, yaml.find('}', at) - at);
    const Read read = read_yaml(yaml);
    std::vector<std::string> out = lines(read.sources, read.diagnostics);
    return out.empty() ? std::string() : out.front().substr(0, 32);
  };
  EXPECT_EQ(warnings("mark: S, caption: a, rows: [[b]]"), "");
  EXPECT_EQ(warnings("caption: {mark: U, text: a}, rows: [{mark: S, cells: [b]}]"), "");
  EXPECT_EQ(warnings("rows: [[{mark: S, text: b}]]"), "");
  EXPECT_EQ(warnings("caption: a, rows: [{mark: S, cells: [b]}]"),
            "warning SBL0277 [] 1 portion has");
  EXPECT_EQ(warnings("caption: a, rows: [[b, {mark: S, text: c}]]"),
            "warning SBL0277 [] 2 portions ha");
}

// Files of values.

const Files kFees = {{"fees.csv", "Year,Fee,Clerk\n1995,\"1,410\",Aske\n1996,*x*,Bodo\n"}};

TEST(CsvTables, TakeHeadAndRowsFromTheFile) {
  EXPECT_EQ(table("      csv: fees.csv\n", kFees),
            "table literal | - | - | - | head {0 'Year', 1 'Fee', 2 'Clerk'} row {0 '1995', 1 "
            "'1,410', 2 'Aske'} row {0 '1996', 1 '*x*', 2 'Bodo'}");
  EXPECT_EQ(table("      csv: fees.csv\n      header: false\n      foot: [a, b, c]\n", kFees),
            "table literal | - | - | - | row {0 'Year', 1 'Fee', 2 'Clerk'} row {0 '1995', 1 "
            "'1,410', 2 'Aske'} row {0 '1996', 1 '*x*', 2 'Bodo'} foot {0 'a', 1 'b', 2 'c'}");
}

TEST(CsvTables, ShowSomeColumns) {
  EXPECT_EQ(table("      csv: fees.csv\n      show-columns: [Fee, Year]\n", kFees),
            "table literal | - | - | head {0 'Fee', 1 'Year'} row {0 '1,410', 1 '1995'} row {0 "
            "'*x*', 1 '1996'}");
  EXPECT_EQ(table("      csv: fees.csv\n      header: false\n      show-columns: [3]\n", kFees),
            "table literal | - | row {0 'Clerk'} row {0 'Aske'} row {0 'Bodo'}");
}

TEST(CsvTables, WithholdColumnsRowsAndCells) {
  EXPECT_EQ(table("      csv: fees.csv\n"
                  "      show-columns: [Year, Clerk]\n"
                  "      columns: [{}, {redact: {code: b6}}]\n"
                  "      redact-rows: {2: {code: b1}}\n"
                  "      redact-cells: {1: {Year: {code: b3}}}\n",
                  kFees),
            "table literal | - | - redact[b6] | head {0 'Year', 1 'Clerk'} row {0 redact[b3] "
            "'1995', 1 'Aske'} row redact[b1] 0+2 {0 '1996', 1 'Bodo'}");
}

TEST(CsvTables, AreReadFromTheFolderOfTheReport) {
  EXPECT_EQ(table("      csv: data/a.csv\n", {{"data/a.csv", "a\nb\n"}}),
            "table literal | - | head {0 'a'} row {0 'b'}");
  for (const char* path : {"/etc/passwd", "../a.csv", "data/../../a.csv", "data\\\\a.csv", ""}) {
    EXPECT_EQ(table("      csv: \"" + std::string(path) + "\"\n", {{"../a.csv", "a\nb\n"}}),
              "SBL0290 [\"" + std::string(path) + "\"]");
  }
  Read read = read_yaml(with_table("      rows: [[a]]\n"));
  read = read_yaml(with_table("      csv: a.csv\n"));
  const auto alone = read_report(read.sources, read.file, read.tree);
  ASSERT_FALSE(alone);
  EXPECT_THAT(codes(read.sources, alone.error()), ElementsAre("SBL0290 [a.csv]"));
}

TEST(CsvTables, WithoutTheirFileAreWrong) {
  EXPECT_THAT(messages("      csv: fees.csv\n"),
              ElementsAre("error SBL0291 [fees.csv] there is no such file beside the report | "
                          "check the spelling; the name is taken from the folder of the report"));
}

TEST(CsvTables, TellTheFaultsOfTheirFileInIt) {
  EXPECT_EQ(table("      csv: a.csv\n", {{"a.csv", "a,b\nc\n"}}), "SBL0161 [c]");
  EXPECT_EQ(table("      csv: a.csv\n", {{"a.csv", "a\n"}}), "SBL0287 [a.csv]");
  EXPECT_EQ(table("      csv: a.csv\n", {{"a.csv", "a,b\nc,say :redact[x]{code=b1}\n"}}),
            "SBL0292 [say :redact[x]{code=b1}]");
}

TEST(CsvTables, NameColumnsAndRowsThatAreThere) {
  const std::string csv = "      csv: fees.csv\n";
  EXPECT_EQ(table(csv + "      show-columns: [Fees]\n", kFees), "SBL0293 [Fees]");
  EXPECT_EQ(table(csv + "      show-columns: [Fee, Fee]\n", kFees), "SBL0293 [Fee]");
  EXPECT_EQ(table(csv + "      show-columns: []\n", kFees), "SBL0287 []");
  EXPECT_EQ(table("      csv: a.csv\n      show-columns: [a]\n", {{"a.csv", "a,a\nb,c\n"}}),
            "SBL0293 [a]");
  EXPECT_EQ(table(csv + "      redact-rows: {3: {code: b1}}\n", kFees), "SBL0294 [3]");
  EXPECT_EQ(table(csv + "      redact-rows: {0: {code: b1}}\n", kFees), "SBL0294 [0]");
  EXPECT_EQ(table(csv + "      redact-rows: {1: {kode: b1}}\n", kFees),
            "SBL0201 [kode]\nSBL0203 [kode]");
  EXPECT_EQ(table(csv + "      redact-cells: {1: {Feee: {code: b1}}}\n", kFees), "SBL0293 [Feee]");
  EXPECT_EQ(table(csv + "      show-columns: [Year]\n      redact-cells: {1: {Fee: {code: b1}}}\n",
                  kFees),
            "SBL0293 [Fee]");
  EXPECT_EQ(table(csv + "      columns: [{}]\n", kFees), "SBL0280 []");
}

TEST(CsvTables, StandInPlaceOfWrittenRows) {
  EXPECT_EQ(table("      csv: fees.csv\n      head: [a]\n      rows: [[b]]\n", kFees),
            "SBL0286 []\nSBL0286 []");
  EXPECT_EQ(
      table("      rows: [[a]]\n      show-columns: [a]\n      redact-rows: {1: {code: b1}}\n"),
      "SBL0286 []\nSBL0286 []");
}

}  // namespace
}  // namespace sable::report
