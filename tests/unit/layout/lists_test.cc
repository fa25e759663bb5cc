// Lists, terms, code and rules, from markup to places on the page.
#include <gtest/gtest.h>

#include "layout/counter_style.h"
#include "layout_bench.h"

namespace sable::layout {
namespace {

using testing::Bench;

TEST(CounterStyle, OfListsAndBeyondTheirRange) {
  EXPECT_EQ(in_style(4, ""), "4");
  EXPECT_EQ(in_style(1, "lower-alpha") + in_style(26, "lower-alpha") + in_style(27, "lower-alpha") +
                in_style(703, "upper-alpha"),
            "azaaAAA");
  EXPECT_EQ(in_style(1994, "lower-roman"), "mcmxciv");
  EXPECT_EQ(in_style(3999, "upper-roman"), "MMMCMXCIX");
  EXPECT_EQ(in_style(4000, "upper-roman"), "4000");
  EXPECT_EQ(in_style(0, "lower-alpha"), "0");
}

TEST(Lists, CountFromTheirStart) {
  Bench bench;
  const std::string seen = bench.dump("ol { list-style-type: lower-roman; padding-left: 20pt }",
                                      "<ol start='9'><li>a</li><li>b</li></ol>");
  EXPECT_NE(seen.find("\"ix.\""), std::string::npos) << seen;
  EXPECT_NE(seen.find("\"x.\""), std::string::npos) << seen;
}

TEST(Lists, AMarkerMayHaveAStyleOfItsOwn) {
  Bench bench;
  const std::string seen =
      bench.dump("li::marker { content: '(' counter(list-item, upper-alpha) ')' }",
                 "<ol start='2'><li>a</li></ol>");
  EXPECT_NE(seen.find("\"(B)\""), std::string::npos) << seen;
}

TEST(Terms, AreItemsOfALabelAndABody) {
  Bench bench;
  const auto output = bench.lay_out(
      "", "<dl><dt>a</dt><dd>b</dd><dd><redaction kind='bullet'/></dd><dt>c</dt><dd>d</dd></dl>",
      "");
  ASSERT_TRUE(output.has_value());
  EXPECT_EQ(dump_structure(output->pages),
            "Document\n"
            "  L\n"
            "    LI\n"
            "      Lbl\n"
            "        \"a\"\n"
            "      LBody\n"
            "        \"b\"\n"
            "    LI\n"
            "      LBody\n"
            "        P\n"
            "          Span\n"
            "            = \"[redacted]\"\n"
            "    LI\n"
            "      Lbl\n"
            "        \"c\"\n"
            "      LBody\n"
            "        \"d\"\n");
}

TEST(Code, KeepsItsSpacesAndLines) {
  Bench bench;
  EXPECT_EQ(bench.dump("", "<pre>a\n\n    b  c</pre>"),
            "text 0,9.37 to 4.44 LiberationSerif 10 \"a\"\n"
            "text 0,33.37 to 24.44 LiberationSerif 10 \"    b  c\"\n");
}

TEST(Code, GoesOnBelowWhereItMay) {
  Bench bench;
  const std::string line = std::string(30, 'x') + "  " + std::string(30, 'y');
  const std::string seen = bench.dump("pre { white-space: pre-wrap }", "<pre>" + line + "</pre>");
  EXPECT_NE(seen.find("text 0,9.37 to 155 LiberationSerif 10 \"" + std::string(30, 'x')),
            std::string::npos)
      << seen;
  EXPECT_NE(seen.find("text 0,21.37 to 150 LiberationSerif 10 \"" + std::string(30, 'y')),
            std::string::npos)
      << seen;
}

TEST(Rules, MayBeDashed) {
  Bench bench;
  const std::string seen = bench.dump("hr { border-top: 10pt dashed #000; margin: 0 }", "<hr/>");
  EXPECT_EQ(seen,
            "fill 0,0 30x10 #000000 artifact\nfill 50,0 30x10 #000000 artifact\n"
            "fill 100,0 30x10 #000000 artifact\nfill 150,0 30x10 #000000 artifact\n");
}

}  // namespace
}  // namespace sable::layout
