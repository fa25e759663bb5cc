#include <gtest/gtest.h>

#include "reading.h"

namespace sable::source {
namespace {

TEST(Structure, NothingIsGuessed) {
  EXPECT_EQ(read_text("a: NO\nb: 1.10\nc: 010\nd: 2019-05-14\ne: null\nf: true\ng: ~\nh:\ni: ''\n"),
            "{a: \"NO\", b: \"1.10\", c: \"010\", d: \"2019-05-14\", e: \"null\", f: \"true\", "
            "g: null, h: null, i: \"\"}");
}

TEST(Structure, NullAsAKeyIsAWord) {
  EXPECT_EQ(read_text("a:\nnull: x\n~: y\n"), "{a: null, null: \"x\", ~: \"y\"}");
}

TEST(Structure, ListsAndMapsNest) {
  EXPECT_EQ(read_text("a:\n- x\n- - y\n  - z\n-\n- b: 1\n  c:\nd: {e: [f, {g: h}], i: , j: []}\n"),
            "{a: [\"x\", [\"y\", \"z\"], null, {b: \"1\", c: null}], "
            "d: {e: [\"f\", {g: \"h\"}], i: null, j: []}}");
  EXPECT_EQ(read_text("[a: b, 'c':d, ]"), "[{a: \"b\"}, {c: \"d\"}]");
}

TEST(Structure, BracketsMayBreakOverLines) {
  EXPECT_EQ(read_text("a: {\n  b: c,\n  d: [e,\n    f]\n}\ng: h\n"),
            "{a: {b: \"c\", d: [\"e\", \"f\"]}, g: \"h\"}");
}

TEST(Structure, QuestionMarksStandBetweenBrackets) {
  EXPECT_EQ(read_text("a: {b: Is it so?, c?: ?d}\n"), "{a: {b: \"Is it so?\", c?: \"?d\"}}");
}

TEST(Structure, SpansOfCollections) {
  const Reading reading("a:\n  - b: c\n    d: e\n  - {f: g}   \nh: [i]\n");
  const Value& tree = reading.tree();
  EXPECT_EQ(reading.source(tree.span), "a:\n  - b: c\n    d: e\n  - {f: g}   \nh: [i]");
  EXPECT_EQ(reading.source(tree.entries[0].key_span), "a");
  EXPECT_EQ(reading.source(tree.find("a")->span), "- b: c\n    d: e\n  - {f: g}");
  EXPECT_EQ(reading.source(tree.find("a")->items[0].span), "b: c\n    d: e");
  EXPECT_EQ(reading.source(tree.find("a")->items[1].span), "{f: g}");
  EXPECT_EQ(reading.source(tree.find("h")->span), "[i]");
}

TEST(Structure, NullsHaveAPlace) {
  const Reading reading("a:\nb: ~\n-c:\n");
  EXPECT_EQ(reading.tree().find("a")->span, (base::Span{0, 2, 2}));
  EXPECT_EQ(reading.source(reading.tree().find("b")->span), "~");
  EXPECT_EQ(reading.tree().find("a")->span_of(0, 0), (base::Span{0, 2, 2}));
}

TEST(Structure, DuplicateKeysNameTheFirst) {
  EXPECT_EQ(read_text("a: 1\nb: 2\n'a': 3\n"), "3:1-3:4 SBL0137 (1:1-1:2 it stands here first)");
  EXPECT_EQ(read_text("a: {b: 1, \"\\x62\": 2}\n"),
            "1:11-1:17 SBL0137 (1:5-1:6 it stands here first)");
  const Reading reading("a: 1\na: 2\n");
  EXPECT_EQ(reading.found().front().message, "this key stands twice in one map");
  EXPECT_EQ(reading.found().front().help, "keep one of the two entries, or join them");
}

TEST(Structure, DuplicateKeysInALargeMap) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "key" + std::to_string(i) + ": x\n";
  EXPECT_TRUE(Reading(text).result);
  EXPECT_EQ(read_text(text + "key3: y\nkey99: z\n"),
            "101:1-101:5 SBL0137 (4:1-4:5 it stands here first)\n"
            "102:1-102:6 SBL0137 (100:1-100:6 it stands here first)");
}

TEST(Structure, BadIndentation) {
  EXPECT_EQ(read_text("a:\n    b: 1\n  c: 2\n"),
            "3:3-3:7 SBL0120 (1:1-1:2 the entries above begin here)");
  EXPECT_EQ(read_text("a:\n  - b\n c: 2\n"),
            "3:2-3:6 SBL0120 (1:1-1:2 the entries above begin here)");
  EXPECT_EQ(read_text("a: 'b'\n  c: d\n"),
            "2:3-2:7 SBL0120 (1:1-1:2 the entries above begin here)");
  EXPECT_EQ(read_text("a:\nb\n"), "2:1-2:2 SBL0120 (1:1-1:2 the entries above begin here)");
  EXPECT_EQ(read_text("a: - b\n"), "1:4-1:5 SBL0120");
  EXPECT_EQ(read_text("a: b\n- c\n"), "2:1-2:4 SBL0120 (1:1-1:2 the entries above begin here)");
}

TEST(Structure, KeysNeedAColon) {
  EXPECT_EQ(read_text("a: 'b'\nc\nd: e\n"), "2:1-2:2 SBL0121");
  EXPECT_EQ(read_text("{a, b: c}\n"), "1:2-1:3 SBL0121");
  EXPECT_EQ(read_text("p: {mark: S, text: First, second}\n"), "1:27-1:33 SBL0121");
  EXPECT_EQ(read_text(": a\n"), "1:1-1:2 SBL0116");
}

TEST(Structure, ColonsInText) {
  EXPECT_EQ(read_text("a: Norland: expectations\n"), "1:11-1:12 SBL0116");
  EXPECT_EQ(read_text("a: the following:\n"), "1:17-1:18 SBL0116");
  EXPECT_EQ(read_text("p: some prose\n  mark: U\n"), "2:7-2:8 SBL0116");
  EXPECT_EQ(read_text("a: \"b\": c\n"), "1:7-1:8 SBL0116");
  EXPECT_EQ(read_text("{a: b: c}\n"), "1:6-1:7 SBL0116");
  EXPECT_EQ(read_text("a: 10:30 and Col. 3:17\n"), "{a: \"10:30 and Col. 3:17\"}");
}

TEST(Structure, TextBehindTheEndOfAValue) {
  EXPECT_EQ(read_text("a: \"Low\" was the phrase\n"), "1:10-1:24 SBL0115");
  EXPECT_EQ(read_text("a: [sic] he said\n"), "1:10-1:17 SBL0115");
  EXPECT_EQ(read_text("a: > 5 percent\n"), "1:4-1:5 SBL0122");
  EXPECT_EQ(read_text("a: |text\n"), "1:4-1:5 SBL0122");
}

TEST(Structure, ReservedStarts) {
  EXPECT_EQ(read_text("a: @b\nc: `d` e\nf: %g\n"),
            "1:4-1:5 SBL0117\n2:4-2:5 SBL0117\n3:4-3:5 SBL0117");
  EXPECT_EQ(read_text("a: *Emphasis* first: more\n"), "1:4-1:14 SBL0131");
  EXPECT_EQ(read_text("a: ]\nb: ,\n"), "1:4-1:5 SBL0124\n2:4-2:5 SBL0124");
}

TEST(Structure, PartsOfYamlThatReportsDoWithout) {
  EXPECT_EQ(read_text("a: &x b\nc: *x\n"), "1:4-1:6 SBL0130\n2:4-2:6 SBL0131");
  EXPECT_EQ(read_text("a: !!str b\nc: ! d\n"), "1:4-1:9 SBL0132\n2:4-2:5 SBL0132");
  EXPECT_EQ(read_text("a: {<<: b}\n"), "1:5-1:7 SBL0133");
  EXPECT_EQ(read_text("? a\n: b\n"), "1:1-1:2 SBL0134\n2:1-2:2 SBL0116");
  EXPECT_EQ(read_text("{a: b}: c\n"), "1:1-1:7 SBL0134");
  EXPECT_EQ(read_text("%YAML 1.2\n---\na: b\n"), "1:1-1:10 SBL0135");
  EXPECT_EQ(read_text("a: b\n---\nc: d\n"),
            "2:1-2:4 SBL0136 (1:1-1:2 the first document begins here)");
  EXPECT_EQ(read_text("---\na: b\n...\n"), "{a: \"b\"}");
  EXPECT_EQ(read_text(std::string(1030, 'k') + ": b\n"), "1:1031-1:1032 SBL0116");
}

TEST(Structure, Brackets) {
  EXPECT_EQ(read_text("a: [b, c\nd: e\n"), "1:4-1:5 SBL0123");
  EXPECT_EQ(read_text("- {a: b\n- {c: d}\n"), "1:3-1:4 SBL0123");
  EXPECT_EQ(read_text("a: [b}\n"), "1:6-1:7 SBL0124 (1:4-1:5 opened here)");
  EXPECT_EQ(read_text("a: [b,, c]\n"), "1:7-1:8 SBL0125");
  EXPECT_EQ(read_text("a: [b [c] d]\n"), "1:7-1:8 SBL0125");
  EXPECT_EQ(read_text("a: [- b]\n"), "1:5-1:6 SBL0125");
  EXPECT_EQ(read_text("a: [|\n b]\n"), "1:5-1:6 SBL0122");
}

TEST(Structure, DepthIsLimited) {
  const Limits three{.depth = 3};
  EXPECT_EQ(shown(Reading("a:\n  b:\n    - c\n", three)), "{a: {b: [\"c\"]}}");
  EXPECT_EQ(shown(Reading("a:\n  b:\n    - - c\n", three)), "3:7-3:8 SBL0138");
  EXPECT_EQ(shown(Reading("a: [[[b]]]\n", three)), "1:6-1:7 SBL0138");
  EXPECT_EQ(shown(Reading("[[a: b]]\n", three)), "[[{a: \"b\"}]]");
  EXPECT_EQ(shown(Reading("[[[a: b]]]\n", three)), "1:4-1:5 SBL0138");
}

TEST(Structure, DeepNestingEndsEarly) {
  for (const std::string unit : {"[", "{a: ", "- ", "[a: ", "? "}) {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += unit;
    EXPECT_FALSE(Reading(text).result) << unit;
  }
  std::string stairs;
  for (size_t i = 0; i < 1000; ++i) stairs += std::string(i, ' ') + "a:\n";
  EXPECT_EQ(read_text(stairs), "65:65-65:66 SBL0138");
}

TEST(Structure, LargeFlatFile) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "- {mark: S, text: \"line " + std::to_string(i) + "\"}\n";
  const Reading reading(text);
  ASSERT_TRUE(reading.result);
  ASSERT_EQ(reading.tree().items.size(), 20000u);
  EXPECT_EQ(reading.tree().items[19999].find("text")->text, "line 19999");
  EXPECT_EQ(reading.source(reading.tree().items[19999].find("text")->span), "\"line 19999\"");
}

TEST(Structure, SeveralErrorsInOneRun) {
  EXPECT_EQ(read_text("a: b c # d\ne: \"f\ng: h: i\nj: &k l\nm: [n\no: p\n"),
            "1:8-1:11 SBL0110\n"
            "2:4-2:5 SBL0114 (3:1-3:8 the text would go on here)\n"
            "3:5-3:6 SBL0116\n"
            "4:4-4:6 SBL0130\n"
            "5:4-5:5 SBL0123");
}

}  // namespace
}  // namespace sable::source
