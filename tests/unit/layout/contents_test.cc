// Contents, references to pages, leaders and generated text of blocks.
#include <gtest/gtest.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using testing::Bench;

constexpr const char* kPlain =
    "h1, h2 { font: 10pt/12pt Serif } .break { break-before: page } "
    "toc-page::before { content: leader('.') }";

TEST(Leader, FillsItsLine) {
  Bench bench;
  const std::string seen = bench.dump(kPlain, "<toc/><h1 class='break'>aa</h1>");
  // Dots of 2.5 pt from where the title ends to the page at the right edge.
  EXPECT_EQ(seen,
            "text 0,9.37 to 8.88 LiberationSerif 10 \"aa\"\n"
            "text 10,9.37 to 195 LiberationSerif 10 \"" +
                std::string(74, '.') +
                "\" artifact\n"
                "text 195,9.37 to 200 LiberationSerif 10 \"2\"\nlink 0,0.46 200x11.07 entry 1\n"
                "text 0,9.37 to 8.88 LiberationSerif 10 \"aa\"\n");
}

TEST(Leader, StaysOnTheLineOfWhatItLeadsTo) {
  Bench bench;
  const std::string title(3, 'x');
  std::string words;
  for (int i = 0; i < 13; ++i) words += (i > 0 ? " " : "") + title;
  const std::string seen = bench.dump(kPlain, "<toc/><h1 class='break'>" + words + "</h1>");
  // Thirteen words fill the line: the last goes to the next, with leader and page.
  EXPECT_NE(seen.find("text 195,21.37 to 200 LiberationSerif 10 \"2\""), std::string::npos) << seen;
  EXPECT_NE(seen.find(",21.37 to 195 LiberationSerif 10 \"...."), std::string::npos) << seen;
}

TEST(BlockContent, StandsBeforeAndBehind) {
  Bench bench;
  EXPECT_EQ(bench.dump("p::before { content: 'b ' } p::after { content: ' c' }", "<p>a</p><p/>"),
            "text 0,9.37 to 18.88 LiberationSerif 10 \"b a c\"\n"
            "text 0,21.37 to 11.94 LiberationSerif 10 \"b c\"\n");
}

TEST(BlockContent, ShowsTheNumberOfAHeading) {
  Bench bench;
  EXPECT_EQ(
      bench.dump("h1 { font: 10pt/12pt Serif } h1[number]::before { content: attr(number) ' ' }",
                 "<h1 number='2.1'>a</h1>"),
      "text 0,9.37 to 19.44 LiberationSerif 10 \"2.1 a\"\n");
}

TEST(MinimumWidth, OfAnInlineBlockIsLeftEmptyBehindIt) {
  Bench bench;
  EXPECT_EQ(bench.dump("span { display: inline-block; min-width: 30pt }",
                       "<p><span>a</span>b</p><p><span>aaaaaaaa</span>b</p>"),
            "text 0,9.37 to 35 LiberationSerif 10 \"a b\"\n"
            "text 0,21.37 to 43.01 LiberationSerif 10 \"aaaaaaaa b\"\n");
}

TEST(References, ShowThePageOfWhatComesLater) {
  Bench bench;
  const std::string seen = bench.dump(kPlain,
                                      "<p>see <ref to='x' show='page'/></p><h1 "
                                      "class='break'>a</h1><h1 id='x' class='break'>b</h1>");
  EXPECT_NE(seen.find("\"see \"\ntext 15.27,9.37 to 20.27 LiberationSerif 10 \"3\""),
            std::string::npos)
      << seen;
}

TEST(References, ShowTheNumberOfAHeadingOrACaption) {
  Bench bench;
  const std::string seen = bench.dump(
      kPlain,
      "<p><ref to='x' show='number'/> <ref to='t' show='number'/></p><h1 id='x' number='3'>b</h1>"
      "<table id='t'><caption number='7'>c</caption><tr><td>d</td></tr></table>");
  EXPECT_NE(seen.find("\"3\"\ntext 5,9.37 to 7.5 LiberationSerif 10 \" \"\ntext 7.5,9.37 to 12.5 "
                      "LiberationSerif 10 \"7\""),
            std::string::npos)
      << seen;
}

TEST(References, ANumberThatIsNotThereIsAnError) {
  Bench bench;
  EXPECT_EQ(bench.dump(kPlain, "<p><ref to='x' show='number'/></p><h1 id='x'>b</h1>"),
            "SBL0852 a <ref> names nothing that this document shows");
}

// A reference to page 9 is narrow: its paragraph has three lines, cannot be split, and
// drives its target to page 10. One to page 10 is wide: a fourth line lets the paragraph
// be split, and the target comes back to page 9.
TEST(References, KeepTheWidestPlaceWhereTheyCannotAgree) {
  Bench bench;
  std::string body = "<p>x</p>";
  for (int page = 2; page <= 8; ++page) body += "<p class='break'>x</p>";
  for (int line = 1; line < 31; ++line) body += "<p>x</p>";
  body += "<p>a<br/>b<br/>" + std::string(68, 'i') + " <ref to='x' show='page'/></p>";
  body += "<div id='x' class='whole'>";
  for (int line = 0; line < 31; ++line) body += "<p>x</p>";
  const auto output =
      bench.lay_out(std::string(kPlain) + ".whole { break-inside: avoid }", body + "</div>", "");
  ASSERT_TRUE(output.has_value());
  EXPECT_TRUE(output->warnings.empty());
  EXPECT_EQ(output->pages.pages.size(), 9u);
  EXPECT_NE(dump(output->pages).find("\"\u20079\""), std::string::npos);
}

TEST(Index, JoinsPagesThatFollowOneAnother) {
  Bench bench;
  std::string body = "<index/>";
  for (const char* terms : {"ab", "a", "ab", "", "a"}) {
    body += "<p class='break'>x";
    for (const char* at = terms; *at != 0; ++at)
      body += std::string("<span index=''>") + *at + "</span>";
    body += "</p>";
  }
  const std::string seen = bench.dump(kPlain, body);
  std::string words;
  for (size_t at = seen.find('"'); at != std::string::npos; at = seen.find('"', at + 1)) {
    const size_t end = seen.find('"', at + 1);
    words += seen.substr(at + 1, end - at - 1);
    at = end;
  }
  EXPECT_TRUE(words.starts_with("a, 2\u20134, 6b, 2, 4x")) << words;
}

TEST(Contents, StructureIsNestedByLevel) {
  Bench bench;
  const auto output = bench.lay_out(kPlain, "<toc/><h1 number='1'>a</h1><h2>b</h2><h1>c</h1>", "");
  ASSERT_TRUE(output.has_value());
  const std::string seen = dump_structure(output->pages);
  EXPECT_EQ(seen.substr(0, seen.find("  Sect\n    H1")),
            "Document\n"
            "  Sect\n"
            "    TOC\n"
            "      TOCI\n"
            "        Lbl\n"
            "          \"1 \"\n"
            "        Reference\n"
            "          Link\n"
            "            \"a 1\"\n"
            "        TOC\n"
            "          TOCI\n"
            "            Reference\n"
            "              Link\n"
            "                \"b 1\"\n"
            "      TOCI\n"
            "        Reference\n"
            "          Link\n"
            "            \"c 1\"\n")
      << seen;
}

}  // namespace
}  // namespace sable::layout
