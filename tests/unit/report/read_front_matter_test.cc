// Authority blocks, statements and lists of a report: what is read, and what is refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Read read_with(const std::string& tail, const std::string& marking = "system: us-ic, overall: S") {
  return read_yaml(
      "sable: 1\ntemplate: plain\nreport: {title: {text: Talks, mark: S}, date: "
      "1997-07-16}\nmarking: {" +
      marking + "}\nbody:\n  - p: {text: One., mark: S}\n" + tail);
}

std::vector<std::string> codes_of(const Read& read) {
  std::vector<std::string> codes;
  for (const base::Diagnostic& one : read.diagnostics) codes.push_back(one.code);
  return codes;
}

std::vector<std::string> told(const std::string& authority,
                              const std::string& marking = "system: us-ic, overall: S") {
  return codes_of(read_with("authority: " + authority + "\n", marking));
}

std::vector<std::string> block_of(const std::string& authority) {
  const Read read = read_with("authority: " + authority + "\n");
  EXPECT_THAT(codes_of(read), IsEmpty()) << authority;
  std::vector<std::string> block;
  for (const LabelledLine& line : read.report.front_matter.authority) {
    block.push_back(line.label + ": " + notation(line.text.text));
  }
  return block;
}

TEST(FrontMatter, AnOriginalDecision) {
  EXPECT_THAT(block_of("{classified-by: J. Holt, reason: 1.4(c), declassify-on: 2022-07-16}"),
              ElementsAre("Classified By: J. Holt", "Reason: 1.4(c)", "Declassify On: 20220716"));
  EXPECT_THAT(
      block_of("{classified-by: J. Holt, reason: '1.4(b) and (d)', downgrade: CONFIDENTIAL "
               "on 20050101, declassify-on: '25X1, 2047-01-01'}"),
      ElementsAre("Classified By: J. Holt", "Reason: 1.4(b) and (d)",
                  "Downgrade To: CONFIDENTIAL on 20050101", "Declassify On: 25X1, 20470101"));
}

TEST(FrontMatter, ADerivedOneTakesTheLongestOfItsSources) {
  const std::string sources =
      "derived-from: [{source: Memo A, date: 1994-03-01, declassify-on: OADR}, "
      "{source: Memo B, date: 1996-05-02, declassify-on: 2015-05-02}]";
  EXPECT_THAT(block_of("{classified-by: J. Holt, " + sources + "}"),
              ElementsAre("Classified By: J. Holt", "Derived From: Multiple Sources",
                          "Declassify On: 20190301"));
  EXPECT_THAT(told("{classified-by: J. Holt, " + sources + ", declassify-on: 2019-03-01}"),
              IsEmpty());
  EXPECT_THAT(told("{classified-by: J. Holt, " + sources + ", declassify-on: 2019-02-28}"),
              ElementsAre("SBL0263"));
  EXPECT_THAT(block_of("{classified-by: J. Holt, derived-from: [{source: Memo B, declassify-on: "
                       "2015-05-02}]}"),
              ElementsAre("Classified By: J. Holt", "Derived From: Memo B; declassify on 20150502",
                          "Declassify On: 20150502"));
}

TEST(FrontMatter, WhatIsRefused) {
  const std::string who = "classified-by: J. Holt, ";
  EXPECT_THAT(told("{reason: 1.4(c), declassify-on: 2022-07-16}"), ElementsAre("SBL0203"));
  EXPECT_THAT(told("{" + who + "declassify-on: 2022-07-16}"), ElementsAre("SBL0261"));
  EXPECT_THAT(told("{" + who + "reason: 1.4(c), derived-from: Memo, declassify-on: 2022-07-16}"),
              ElementsAre("SBL0261"));
  EXPECT_THAT(told("{" + who + "reason: 1.5(c), declassify-on: 2022-07-16}"),
              ElementsAre("SBL0261"));
  EXPECT_THAT(told("{" + who + "reason: 1.4(j), declassify-on: 2022-07-16}"),
              ElementsAre("SBL0261"));
  EXPECT_THAT(told("{" + who + "reason: 1.4(c)}"), ElementsAre("SBL0264"));
  EXPECT_THAT(told("{" + who + "derived-from: Memo}"), ElementsAre("SBL0264"));
  EXPECT_THAT(told("{" + who + "reason: 1.4(c), declassify-on: 2022-07-17}"),
              ElementsAre("SBL0263"));
  for (const char* value : {"OADR", "X1", "X8", "MR", "25X1", "2022-02-30"}) {
    EXPECT_THAT(told("{" + who + "reason: 1.4(c), declassify-on: " + value + "}"),
                ElementsAre("SBL0260"))
        << value;
  }
  EXPECT_THAT(told("{" + who + "derived-from: [{source: Memo, declassify-on: OADR}]}"),
              ::testing::UnorderedElementsAre("SBL0263", "SBL0264"));
}

TEST(FrontMatter, RetiredValuesStandInOlderReports) {
  EXPECT_THAT(
      told("{classified-by: J. Holt, declassify-on: OADR}", "system: legacy, overall: Secret"),
      ::testing::Not(::testing::Contains("SBL0260")));
}

TEST(FrontMatter, OnlyClassifiedReportsHaveAnAuthority) {
  const std::string block = "{classified-by: J. Holt, reason: 1.4(c), declassify-on: 2022-07-16}";
  EXPECT_THAT(told(block, "system: us-ic, overall: U"), ::testing::Contains("SBL0262"));
  EXPECT_THAT(told(block, "system: tlp, overall: TLP:RED"), ::testing::Contains("SBL0262"));
}

// What follows from a source that may be withheld would tell of it.
TEST(FrontMatter, AWithheldSourceReckonsNothing) {
  const auto with = [](const char* until, const char* own) {
    return told(std::string("{classified-by: J. Holt, derived-from: [{source: Memo A, "
                            "declassify-on: 2015-05-02}, {source: Memo B, declassify-on: ") +
                until + ", redact: {code: b1}}]" + own + "}");
  };
  EXPECT_THAT(with("2030-01-01", ""), ElementsAre("SBL0264"));
  EXPECT_THAT(with("2012-01-01", ""), ElementsAre("SBL0264"));
  EXPECT_THAT(with("2030-01-01", ", declassify-on: 2015-05-02"), IsEmpty());
  EXPECT_THAT(with("2012-01-01", ", declassify-on: 2015-05-02"), IsEmpty());
}

TEST(FrontMatter, AWholeAboveItsPortionsNeedsItsReason) {
  EXPECT_THAT(codes_of(read_with("", "system: us-ic, overall: TS")), ElementsAre("SBL0248"));
  EXPECT_THAT(codes_of(read_with("", "system: us-dod, overall: TS")), ElementsAre("SBL0248"));
  EXPECT_THAT(codes_of(read_with("",
                                 "system: us-ic, overall: TS, compilation: The list of all "
                                 "stations is more than each of them.")),
              IsEmpty());
  EXPECT_THAT(codes_of(read_with("  - p: unmarked\n", "system: us-ic, overall: TS")), IsEmpty());
  EXPECT_THAT(codes_of(read_with("", "system: us-ic, overall: S")), IsEmpty());
}

TEST(FrontMatter, AWaiverEndsTheSearchForMarks) {
  const std::string tail = "  - p: unmarked\nlints: {marks: true}\n";
  EXPECT_THAT(codes_of(read_with(tail)), ElementsAre("SBL0247"));
  const Read read = read_with(tail, "system: us-ic, overall: S, waiver: {authority: the Director}");
  EXPECT_THAT(codes_of(read), IsEmpty());
  ASSERT_EQ(read.report.front_matter.statements.size(), 1u);
  EXPECT_EQ(notation(read.report.front_matter.statements[0].text.text),
            "Portion marking of this document is waived by the Director. It may not be used as a "
            "source of derivative classification.");
}

TEST(FrontMatter, StatementsAndLists) {
  const Read read = read_with(
      "distribution: [Office of Rivers, {text: Station L, redact: {code: b1}}]\n",
      "system: us-ic, overall: S, transmittal: {when-separated: U, of: the annex}, "
      "working-paper: {date: 1997-07-01}, cui: {controlled-by: Office of Rivers, category: PRVCY, "
      "poc: 555 0100}");
  EXPECT_THAT(codes_of(read), IsEmpty());
  const FrontMatter& front = read.report.front_matter;
  ASSERT_EQ(front.statements.size(), 2u);
  EXPECT_EQ(notation(front.statements[0].text.text),
            "When separated from the annex, this document is UNCLASSIFIED.");
  EXPECT_EQ(notation(front.statements[1].text.text), "created 1997-07-01");
  ASSERT_EQ(front.distribution.size(), 2u);
  EXPECT_TRUE(front.distribution[1].text.redaction.has_value());
  EXPECT_EQ(front.designation.size(), 3u);
}

}  // namespace
}  // namespace sable::report
