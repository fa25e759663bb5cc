#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using testing::ElementsAre;

// What a release of that rule shows of a table in a report marked SECRET.
std::string shown_by(const std::string& rule, const std::string& table,
                     const std::string& rest = {}) {
  const Released released = release(
      "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
      "marking: {system: us-ic, overall: SECRET}\nbody:\n  - table: " +
          table + "\n" + rest + "releases:\n  r: {" + rule + "}\n",
      "r");
  return released.wrong.empty() ? notation(released.value.body) : released.wrong.front();
}

const std::string kFoia = "withhold: [b1, b3], show: [b5], ceiling: SECRET";
const std::string kLow = "withhold: [b1, b3], show: [b5], ceiling: UNCLASSIFIED";

TEST(WithholdTables, ShowsThem) {
  EXPECT_EQ(shown_by(kFoia,
                     "{id: t, mark: C, caption: \"'Fees'\", head: [a], rows: [[b]], "
                     "foot: [c]}"),
            "table1#t @1 caption '‘Fees’' head {'a'} row {'b'} foot {'c'}");
}

TEST(WithholdTables, LeavesAHoleForACell) {
  EXPECT_EQ(shown_by(kFoia,
                     "{rows: [[a, {text: b, redact: {code: b1, extent: 2 lines, id: x}}, "
                     "{text: c, redact: {code: b5}}]]}"),
            "table0  row {'a', box1 cell[(b)(1) 2lines id=x], 'c'}");
}

TEST(WithholdTables, LeavesOneHoleForARow) {
  EXPECT_EQ(shown_by(kFoia,
                     "{rows: [[a, b], {redact: {code: \"b1,b5\"}, cells: [c, {text: d, "
                     "redact: {code: b3}}]}, {redact: {code: b5}, withheld: true}]}"),
            "table0  row {'a', 'b'} row box1 row[(b)(1) words] over 2 row box2 row[(b)(5) words] "
            "over 2");
}

// Its head stays, unless it is redacted itself; its foot does not.
TEST(WithholdTables, LeavesAHoleForEachCellOfAColumn) {
  EXPECT_EQ(shown_by(kFoia,
                     "{columns: [{}, {redact: {code: b1}}], head: [a, b], rows: [[c, "
                     "{text: d, redact: {code: b3}}], [e, \"\"], [{text: f, colspan: 2}]], "
                     "foot: [g, h]}"),
            "table0  head {'a', 'b'} row {'c', box1 cell[(b)(1) words]} row {'e', box2 "
            "cell[(b)(1) words]} row {box3 cell[(b)(1) words]} foot {'g', box4 cell[(b)(1) "
            "words]}");
  EXPECT_EQ(shown_by(kFoia, "{columns: [{redact: {code: b5}}], rows: [[a]]}"), "table0  row {'a'}");
}

TEST(WithholdTables, LeavesAHoleForACaption) {
  EXPECT_EQ(shown_by(kFoia, "{caption: {text: a, redact: {code: b1}}, rows: [[b]]}"),
            "table1 caption box1 field[(b)(1) words] row {'b'}");
  EXPECT_EQ(shown_by(kFoia, "{caption: \"a :redact[c]{code=b1}\", rows: [[b]]}"),
            "table1 caption 'a box1[(b)(1) words]' row {'b'}");
}

TEST(WithholdTables, LeavesOneHoleForATable) {
  EXPECT_EQ(
      shown_by(kFoia, "{caption: a, rows: [[\"b :redact[c]{code=b1}\"]], redact: {code: b3}}"),
      "box1 table[(b)(3) paragraph]");
}

TEST(WithholdTables, NumbersThoseThatAreShown) {
  const std::string tables =
      "{caption: a, rows: [[b]], redact: {code: b1}}\n"
      "  - table: {rows: [[c]]}\n"
      "  - table: {id: d, caption: d, rows: [[\"See :ref[d].\"]]}";
  EXPECT_EQ(shown_by(kFoia, tables),
            "box1 table[(b)(1) paragraph]\ntable0  row {'c'}\ntable1#d caption 'd' row {'See "
            "ref[d].'}");
  EXPECT_EQ(shown_by("show: [b1, b3, b5], ceiling: SECRET", tables),
            "table1 caption 'a' row {'b'}\ntable0  row {'c'}\ntable2#d caption 'd' row {'See "
            "ref[d].'}");
}

TEST(WithholdTables, ReferencesFollow) {
  const std::string paragraph = "  - p: {mark: U, text: \"See :ref[t].\"}\n";
  EXPECT_EQ(shown_by(kFoia, "{id: t, caption: a, rows: [[b]], redact: {code: b1}}", paragraph),
            "box1 table[(b)(1) paragraph]\np @0 'See ref[ withheld].'");
  EXPECT_EQ(
      shown_by(kFoia, "{id: t, caption: {text: a, redact: {code: b1}}, rows: [[b]]}", paragraph),
      "table1#t caption box1 field[(b)(1) words] row {'b'}\np @0 'See ref[t].'");
  EXPECT_EQ(shown_by(kLow, "{id: t, mark: S, caption: a, rows: [[b]]}", paragraph),
            "box1 table[ paragraph]\np @0 'See ref[ withheld].'");
}

// Notes that a withheld cell calls are not looked at.
TEST(WithholdTables, NotesAreCalledFromWhatIsShown) {
  EXPECT_EQ(shown_in("foia",
                     "  - table: {columns: [{redact: {code: b1}}, {}], rows: [[\"a:fn[n]\", "
                     "\"b:fn[m]\"]]}\n",
                     "  n: {mark: U, text: one}\n  m: {mark: U, text: two}\n"),
            "table0  row {box1 cell[(b)(1) words], 'bfn0'}\nnote @0 'two'");
}

TEST(TableCeilings, WithholdWhatIsMarkedAbove) {
  EXPECT_EQ(shown_by(kLow, "{mark: S, rows: [[{mark: U, text: a}]]}"), "box1 table[ paragraph]");
  EXPECT_EQ(shown_by(kLow, "{mark: U, rows: [[a], {mark: S, cells: [b]}]}"),
            "table0 @0  row {'a'} row box1 row[ words] over 1");
  EXPECT_EQ(shown_by(kLow,
                     "{mark: U, caption: {mark: S, text: c}, rows: [[a, {mark: S, text: b}], "
                     "{mark: U, cells: [{mark: S, text: c}, d]}]}"),
            "table1 @0 caption box1 field[ words] row {'a', box2 cell[ words]} row @0 {box3 "
            "cell[ words], 'd'}");
}

// What has no mark, nor anything around it, counts as the overall marking.
TEST(TableCeilings, CountPartsWithoutAMark) {
  EXPECT_EQ(shown_by(kLow, "{caption: {mark: U, text: c}, rows: [[a]]}"), "box1 table[ paragraph]");
  EXPECT_EQ(shown_by(kLow, "{rows: [{mark: U, cells: [a, {mark: S, text: b}]}, [c, d]]}"),
            "table0  row @0 {'a', box1 cell[ words]} row {box2 cell[ words], box3 cell[ words]}");
}

// The mark of what is withheld is withheld with it, and decides nothing.
TEST(TableCeilings, MarksOfWhatIsWithheldHaveNoSay) {
  for (const char* part :
       {"{mark: U, redact: {code: b1}, cells: [b, c]}", "{redact: {code: b1}, cells: [b, c]}",
        "[{mark: U, text: b, redact: {code: b1}}, c]", "[{text: b, redact: {code: b1}}, c]",
        "[b, {mark: U, text: c}]", "[b, c]"}) {
    const std::string columns = "columns: [{}, {redact: {code: b1}}], ";
    EXPECT_EQ(shown_by(kLow, "{" + columns + "rows: [[a, d], " + part + "]}"),
              "box1 table[ paragraph]")
        << part;
  }
}

TEST(TableCeilings, MarksThatMustNotBeShownAreErrors) {
  const std::string rule = "withhold: [b1], show: [b3, b5]";
  EXPECT_EQ(shown_by(rule, "{mark: S, rows: [[a]]}"),
            "SBL0410 [table: {mark: S, rows: [[a]]}] the release `r` shows a portion that is "
            "marked above the lowest level");
  EXPECT_EQ(shown_by(rule, "{mark: U, rows: [{mark: S, cells: [a]}]}"),
            "SBL0410 [{mark: S, cells: [a]}] the release `r` shows a portion that is marked above "
            "the lowest level");
  EXPECT_EQ(shown_by(rule, "{mark: U, rows: [{mark: S, redact: {code: b1}, cells: [a]}]}"),
            "table0 @0  row box1 row[(b)(1) words] over 1");
}

TEST(TableMarks, StayWhereTheReleaseShowsThem) {
  const std::string rule = kLow + ", show-marks: true";
  EXPECT_EQ(shown_by(rule, "{mark: S, rows: [[a]]}"), "p @2 'box1 table[ paragraph]'");
  EXPECT_EQ(shown_by(rule, "{mark: U, rows: [{mark: S, cells: [a]}, [{mark: C, text: b}]]}"),
            "table0 @0  row @2 box1 row[ words] over 1 row {@1 box2 cell[ words]}");
}

TEST(TableMarks, OfWhatIsShownMakeTheOverallMarking) {
  const auto overall = [](const std::string& table) {
    const Released released = release(
        "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
        "marking: {system: us-ic, overall: TOP SECRET}\nbody:\n  - table: " +
            table + "\nreleases:\n  r: {withhold: b1, ceiling: TOP SECRET}\n",
        "r");
    return released.value.system->banner(released.value.overall);
  };
  EXPECT_EQ(overall("{mark: C, rows: [[a]]}"), "CONFIDENTIAL");
  EXPECT_EQ(overall("{mark: C, caption: {mark: S, text: b}, rows: [[a]]}"), "SECRET");
  EXPECT_EQ(overall("{mark: C, rows: [{mark: S, cells: [a]}]}"), "SECRET");
  EXPECT_EQ(overall("{mark: C, rows: [{mark: S, redact: {code: b1}, cells: [a]}]}"),
            "CONFIDENTIAL");
  EXPECT_EQ(overall("{mark: C, rows: [[{mark: S, text: a}]]}"), "SECRET");
  EXPECT_EQ(overall("{mark: C, rows: [[{mark: S, text: a, redact: {code: b1}}]]}"), "CONFIDENTIAL");
  EXPECT_EQ(overall("{rows: [[{mark: S, text: a}, b]]}"), "TOP SECRET");
}

TEST(TableOrdinals, RunInReadingOrder) {
  const Released released =
      release(report_with("  - table: {caption: a, head: [b], rows: [[c], {redact: {code: b1}, "
                          "cells: [d]}], foot: [e]}\n"),
              "foia");
  EXPECT_THAT(released.sources,
              ElementsAre("{mark: U, text: Talks}", testing::_, "a", "[b]", "b", "[c]", "c",
                          "{redact: {code: b1}, cells: [d]}", "[e]", "e"));
  EXPECT_EQ(released.value.ordinals, 10u);
}

}  // namespace
}  // namespace sable::release
