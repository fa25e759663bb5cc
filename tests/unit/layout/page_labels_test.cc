// What pages are called where parts are numbered for themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/page_labels.h"
#include "layout_bench.h"

namespace sable::layout::testing {
namespace {

using ::testing::ElementsAre;

constexpr const char* kBook =
    "p { margin: 0 } h1 { margin: 0; font: 10pt/12pt Serif; break-before: page }"
    " .front { counter-reset: page 1; page-number-style: lower-roman }"
    " .main { counter-reset: page 1; break-before: page }"
    " .odd { break-before: right }"
    " h1[number] { counter-reset: page 1; page-number-prefix: attr(number) '-' }";

std::vector<std::string> labels(const std::string& css, std::string_view body) {
  Bench bench;
  const auto output = bench.lay_out(kBook + css, body, "");
  std::vector<std::string> labels;
  if (!output) return {output.error().front().code};
  for (const Page& page : output->pages.pages) labels.push_back(page.label);
  return labels;
}

// The words of the head of each page.
std::vector<std::string> heads(const std::string& running, std::string_view body) {
  Bench bench;
  const std::string seen = bench.dump(
      std::string(kBook) +
          "@page { margin: 20pt; @top-center { content: element(head) } } .t { font: 5pt Serif }",
      "<running name='head'><p>=" + running + "</p></running>" + std::string(body));
  std::vector<std::string> heads;
  for (size_t at = seen.find("\"="); at != std::string::npos; at = seen.find("\"=", at + 1))
    heads.push_back(seen.substr(at + 2, seen.find('"', at + 1) - at - 2));
  return heads;
}

constexpr const char* kParts =
    "<div class='front'><p>title</p><h1>contents</h1><h1>tables</h1></div>"
    "<p class='main'>a</p><h1>b</h1>";

TEST(PageLabels, GoOnThroughADocumentWithoutParts) {
  EXPECT_THAT(labels("", "<p>a</p><h1>b</h1><h1>c</h1>"), ElementsAre("1", "2", "3"));
}

TEST(PageLabels, FrontMatterIsNumberedForItself) {
  EXPECT_THAT(labels("", kParts), ElementsAre("i", "ii", "iii", "1", "2"));
  EXPECT_THAT(labels(".front { page-number-style: upper-alpha }", kParts),
              ElementsAre("A", "B", "C", "1", "2"));
}

TEST(PageLabels, SectionsHaveTheirNumberBeforeThatOfThePage) {
  EXPECT_THAT(labels("", "<p>t</p><h1 number='1'>a</h1><h1>more</h1><h1 number='A'>b</h1>"),
              ElementsAre("1", "1-1", "1-2", "A-1"));
}

// The blank page is the last of the part before.
TEST(PageLabels, ABlankPageBelongsToThePartBeforeIt) {
  EXPECT_THAT(labels(".main { break-before: right }",
                     "<div class='front'><p>a</p><h1>b</h1><h1>c</h1></div><p class='main'>d</p>"),
              ElementsAre("i", "ii", "iii", "iv", "1"));
}

TEST(PageLabels, OfSeveralPartsThatBeginOnAPageTheLastCounts) {
  EXPECT_THAT(labels("h1 { break-before: auto }", "<h1 number='1'>a</h1><h1 number='2'>b</h1>"),
              ElementsAre("2-1"));
}

TEST(PageLabels, AnyFirstNumber) {
  EXPECT_THAT(labels(".n { counter-reset: footnote page 38; page-number-style: upper-roman }",
                     "<p class='n'>a</p><h1>b</h1>"),
              ElementsAre("XXXVIII", "XXXIX"));
}

// Roman numerals end at 3999.
TEST(PageLabels, ANumberThatAStyleHasNotIsDecimal) {
  EXPECT_THAT(labels(".n { counter-reset: page 3999; page-number-style: lower-roman }",
                     "<p class='n'>a</p><h1>b</h1>"),
              ElementsAre("mmmcmxcix", "4000"));
}

TEST(PageLabels, StandInRunningHeads) {
  EXPECT_THAT(heads("<page-number/>", kParts), ElementsAre("i", "ii", "iii", "1", "2"));
  EXPECT_THAT(heads("<page-number/>/<page-count/>", kParts),
              ElementsAre("i/5", "ii/5", "iii/5", "1/5", "2/5"));
  EXPECT_THAT(heads("<page-number/>/<page-count of='part'/>", kParts),
              ElementsAre("i/iii", "ii/iii", "iii/iii", "1/2", "2/2"));
  EXPECT_THAT(heads("<page-number format='upper-roman'/>", kParts),
              ElementsAre("I", "II", "III", "I", "II"));
}

// Numbers over a whole production are not those of parts.
TEST(PageLabels, RunningNumbersAreThoseOfTheDocument) {
  EXPECT_THAT(heads("<page-number first='7' digits='3'/>", kParts),
              ElementsAre("007", "008", "009", "010", "011"));
}

TEST(PageLabels, ReverseBlankStandsBehindALabel) {
  EXPECT_THAT(heads("<page-number reverse-blank=' (Reverse Blank)'/>",
                    "<div class='front'><p>a</p></div><p class='main odd'>d</p>"),
              ElementsAre("i (Reverse Blank)", "ii", "1"));
}

TEST(PageLabels, CountersInMarginBoxes) {
  Bench bench;
  const std::string seen =
      bench.dump(std::string(kBook) +
                     "@page { margin: 20pt; @top-center { content: '=' counter(page) ' ' "
                     "counter(page, decimal) ' ' counter(page, upper-alpha) ' ' counter(pages) } }",
                 kParts);
  EXPECT_NE(seen.find("\"=ii 2 B 5\""), std::string::npos) << seen;
}

TEST(PageLabels, ReferencesPrintThem) {
  Bench bench;
  const std::string seen = bench.dump(
      kBook,
      "<div class='front'><p>see <ref to='x' show='page'/>, <ref to='y' show='page'/></p></div>"
      "<p class='main'>a</p><h1 id='y' number='A'>b</h1>"
      "<h1 id='x'>c</h1>");
  EXPECT_NE(seen.find("\"A-2\""), std::string::npos) << seen;
  EXPECT_NE(seen.find("\"A-1\""), std::string::npos) << seen;
}

// CSS Fragmentation 3, 3.1: the frame goes to the next page with its first child.
TEST(PageLabels, ABreakBeforeTheFirstChildTakesTheFrameAlong) {
  EXPECT_THAT(labels("div { border-top: 2pt solid black; padding-top: 5pt }",
                     "<p>a</p><div><div><h1 number='2'>b</h1></div></div><p>c</p>"),
              ElementsAre("1", "2-1"));
  Bench bench;
  const std::string seen =
      bench.dump(std::string(kBook) + "div { border-top: 2pt solid black; padding-top: 5pt }",
                 "<p>a</p><div><h1 number='2'>b</h1></div>");
  EXPECT_EQ(seen.find("fill"), seen.find("fill 0,0 200x2")) << seen;
}

// A float is on the page where it stands.
TEST(References, ShowThePageOfAFloat) {
  Bench bench;
  const std::string seen =
      bench.dump(std::string(kBook) + ".f { float: top }",
                 "<p>see <ref to='x' show='page'/></p><h1>b</h1><div id='x' class='f'>c</div>"
                 "<p>d</p>");
  EXPECT_NE(seen.find("\"2\""), std::string::npos) << seen;
}

}  // namespace
}  // namespace sable::layout::testing
