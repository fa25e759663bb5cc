#include "source/csv.h"

#include <gtest/gtest.h>

#include "reading.h"

namespace sable::source {
namespace {

// "[a|b] [c|d]", or one line for each finding.
std::string read_rows(std::string text) {
  base::SourceSet sources;
  const base::FileId file = sources.add("fees.csv", std::move(text), base::Secrecy::sealed);
  const auto rows = read_csv(sources, file);
  if (!rows) return shown(sources, rows.error());
  std::string out;
  for (const CsvRow& row : *rows) {
    out += out.empty() ? "[" : " [";
    for (size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "|" : "") + row[i].text;
    out += "]";
  }
  return out;
}

TEST(Csv, ReadsRecordsOfBareCells) {
  EXPECT_EQ(read_rows("Year,Fee\n1995,410.5\n"), "[Year|Fee] [1995|410.5]");
  EXPECT_EQ(read_rows("Year,Fee\r\n1995,410.5"), "[Year|Fee] [1995|410.5]");
  EXPECT_EQ(read_rows("a"), "[a]");
  EXPECT_EQ(read_rows(" a , b\n,\n"), "[ a | b] [|]");
}

TEST(Csv, ReadsQuotedCells) {
  EXPECT_EQ(read_rows("\"a,b\",\"say \"\"no\"\"\"\n\"\",\"two\nlines\"\n"),
            "[a,b|say \"no\"] [|two\nlines]");
}

TEST(Csv, GuessesNothing) {
  EXPECT_EQ(read_rows("NO,1.10,010,~,*em*,# x\n"), "[NO|1.10|010|~|*em*|# x]");
}

TEST(Csv, TakesAByteOrderMarkForNoText) {
  EXPECT_EQ(read_rows("\xEF\xBB\xBF"
                      "a,b\n"),
            "[a|b]");
}

TEST(Csv, KnowsThePlaceOfEachCell) {
  base::SourceSet sources;
  const std::string text = "\xEF\xBB\xBFYear,\"a \"\"b\"\" c\"\n";
  const base::FileId file = sources.add("fees.csv", text, base::Secrecy::sealed);
  const auto rows = read_csv(sources, file);
  ASSERT_TRUE(rows);
  const auto stretch = [&](base::Span span) {
    return text.substr(span.begin, span.end - span.begin);
  };
  const CsvRow& row = rows->front();
  EXPECT_EQ(stretch(row[0].span), "Year");
  EXPECT_EQ(stretch(row[1].span), "\"a \"\"b\"\" c\"");
  EXPECT_EQ(row[1].text, "a \"b\" c");
  EXPECT_EQ(stretch(row[1].span_of(6, 7)), "c");
}

TEST(Csv, RefusesRecordsOfDifferentLength) {
  EXPECT_EQ(read_rows("a,b\nc\nd,e,f\n"), "2:1-2:2 SBL0161\n3:1-3:6 SBL0161");
  EXPECT_EQ(read_rows("a,b\n\nc,d\n"), "2:1-3:1 SBL0161");
}

TEST(Csv, RefusesStrayAndOpenQuotes) {
  EXPECT_EQ(read_rows("a,b\"c\n"), "1:4-1:5 SBL0163");
  EXPECT_EQ(read_rows("a,\"b\"c\n"), "1:6-1:7 SBL0163");
  EXPECT_EQ(read_rows("a,\"b\nc,d\n"), "1:3-1:4 SBL0162");
}

TEST(Csv, RefusesAnEmptyFile) {
  EXPECT_EQ(read_rows(""), "1:1-1:1 SBL0160");
  EXPECT_EQ(read_rows("\xEF\xBB\xBF"), "1:2-1:2 SBL0160");
}

TEST(Csv, RefusesWhatNoReportMayHold) {
  EXPECT_EQ(read_rows("a\xFF\n"), "1:2-1:3 SBL0101");
  EXPECT_EQ(read_rows(std::string("a\0b\n", 4)), "1:2-1:3 SBL0102");
  EXPECT_EQ(read_rows("a\xEF\xB7\x90\n"), "1:2-1:3 SBL0103");
  EXPECT_EQ(read_rows("a\rb\n"), "1:2-1:3 SBL0104");
}

}  // namespace
}  // namespace sable::source
