// Prose that YAML would drop or swallow without a word.
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::source {
namespace {

TEST(LostProse, CommentBehindProseIsAnError) {
  EXPECT_EQ(read_text("p: The delegation met in room #4 of the palace.\n"), "1:31-1:48 SBL0110");
  EXPECT_EQ(read_text("p: Two words # note\n"), "1:14-1:20 SBL0110");
  EXPECT_EQ(read_text("p: one\n  two   # note\n"), "2:9-2:15 SBL0110");
  EXPECT_EQ(read_text("p: {text: Two words # x\n }\n"), "1:21-1:24 SBL0110");
  EXPECT_EQ(read_text("p: Ende.   # x\n"), "1:12-1:15 SBL0110");
  EXPECT_EQ(read_text("p: 代表団   # x\n"), "1:10-1:13 SBL0110");
  const Reading reading("p: Two words # note\n");
  EXPECT_EQ(reading.found().front().message,
            "YAML takes the rest of this line for a comment and would drop it");
  EXPECT_EQ(reading.found().front().help,
            "put the text in quotes or in a block under `|`; or, if it is a comment, move it to a "
            "line of its own above");
  EXPECT_EQ(reading.found().front().echo, "");
}

TEST(LostProse, CommentBehindAWord) {
  EXPECT_EQ(read_text("mode: sealed   # note\n"), "{mode: \"sealed\"}");
  EXPECT_EQ(read_text("mode: sealed # note\n"), "{mode: \"sealed\"}\nwarning 1:14-1:20 SBL0111");
  EXPECT_EQ(read_text("p: Room #4\n"), "1:9-1:11 SBL0110");
  EXPECT_EQ(read_text("p: Room   #4\n"), "1:11-1:13 SBL0110");
  EXPECT_EQ(read_text("p: #4 of the palace\n"), "1:4-1:20 SBL0110");
  EXPECT_EQ(read_text("- #4 of the palace\n"), "1:3-1:19 SBL0110");
}

TEST(LostProse, CommentsThatLoseNothing) {
  EXPECT_EQ(read_text("# a\na: # b\n  # c\n  - 'x y' # d\n  - [e, f] # g\n  - | # h\n    i # j\n"
                      "  - >  # k\n    l\n# m\nn: # o\n"),
            "{a: [\"x y\", [\"e\", \"f\"], \"i # j\n\", \"l\n\"], n: null}");
  EXPECT_EQ(read_text("a: x#y z#\n"), "{a: \"x#y z#\"}");
  EXPECT_EQ(read_text("a:\n  - b: some prose\n    # note\n    c: d\n  # note\n  - e\n"),
            "{a: [{b: \"some prose\", c: \"d\"}, \"e\"]}");
}

TEST(LostProse, CommentsWithoutABlank) {
  EXPECT_EQ(read_text("a: 'b'#c\n"), "1:7-1:9 SBL0113");
  EXPECT_EQ(read_text("a: [b,#c\n  d]\n"), "1:7-1:9 SBL0113");
}

TEST(LostProse, CommentLineWhereTextGoesOn) {
  EXPECT_EQ(read_text("p: The delegation met in room\n  #4 of the palace.\n"), "2:3-2:20 SBL0112");
  EXPECT_EQ(read_text("p: met in room\n  #4 of the\n  palace\n"),
            "2:3-2:12 SBL0112\n3:3-3:9 SBL0112");
  EXPECT_EQ(read_text("p: |\n    met in room\n  #4 of the palace\n"), "3:3-3:19 SBL0112");
  EXPECT_EQ(read_text("mode: sealed\n  # note\nb: c\n"), "{mode: \"sealed\", b: \"c\"}");
}

TEST(LostProse, QuotesThatSwallowKeys) {
  EXPECT_EQ(read_text("- text: \"The talks\n  mark: U\n- b: \"c\"\n"),
            "1:9-1:10 SBL0114 (2:3-2:10 the text would go on here)");
  EXPECT_EQ(read_text("a: {mark: U, text: \"The talks}\nb: \"c\"\n"),
            "1:20-1:21 SBL0114 (2:1-2:7 the text would go on here)");
  EXPECT_EQ(read_text("a: 'Tis the season\n"), "1:4-1:5 SBL0114");
  EXPECT_EQ(read_text("a: \"The talks\n\n  go on\"\nb: c\n"),
            "{a: \"The talks\ngo on\", b: \"c\"}");
  const Reading reading("a: \"x\n");
  EXPECT_EQ(reading.found().front().message, "this quote is never closed");
}

TEST(LostProse, BlocksThatEndTooSoon) {
  EXPECT_EQ(read_text("a: |\n    one\n  two\n"), "3:3-3:6 SBL0126");
  EXPECT_EQ(read_text("a: |\n      \n  two\n"), "2:1-2:7 SBL0126");
}

TEST(LostProse, Escapes) {
  EXPECT_EQ(read_text("a: \"x\\qy\"\n"), "1:6-1:8 SBL0118");
  EXPECT_EQ(read_text("a: \"\\:redact[b]\"\n"), "1:5-1:7 SBL0118");
  EXPECT_EQ(read_text("a: \"\\u12\"\n"), "1:5-1:9 SBL0118");
  EXPECT_EQ(read_text("a: \"\\ud800\"\n"), "1:5-1:11 SBL0118");
  EXPECT_EQ(read_text("a: \"\\0\"\nb: \"\\e\"\nc: \"\\ufdd0\"\nd: \"\\N\"\n"),
            "1:5-1:7 SBL0119\n2:5-2:7 SBL0119\n3:5-3:11 SBL0119\n4:5-4:7 SBL0119");
}

}  // namespace
}  // namespace sable::source
