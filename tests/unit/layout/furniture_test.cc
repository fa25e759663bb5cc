// What stands around the text of a page: watermarks, numbers of lines, marks for
// printers, running numbers of pages.

#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string dump(const std::string& css, const std::string& body) {
  testing::Bench bench;
  return bench.dump(css, body);
}

base::Result<Output> lay_out(testing::Bench& bench, const std::string& css,
                             const std::string& body) {
  return bench.lay_out(css, body, "");
}

constexpr const char* kWatermark = "<running name='w'><p>DRAFT</p></running><p>Text.</p>";

TEST(Watermark, StandsBehindThePageAndIsTurnedAboutItsMiddle) {
  testing::Bench bench;
  const auto output =
      lay_out(bench, "@page { @watermark { content: element(w); rotate: -45deg } } p { margin: 0 }",
              kWatermark);
  ASSERT_TRUE(output.has_value());
  const Page& page = output->pages.pages.front();
  EXPECT_EQ(page.turned, 1u);
  EXPECT_EQ(page.rotation, -45);
  EXPECT_EQ(page.turned_about.x, base::Length::points(100));
  EXPECT_EQ(page.turned_about.y, base::Length::points(200));
  EXPECT_EQ(page.fragments.front().artifact, Artifact::watermark);
  EXPECT_EQ(page.fragments.front().leaf, kNoLeaf);
}

TEST(Watermark, WithoutItsElementThereIsNone) {
  testing::Bench bench;
  const auto output =
      lay_out(bench, "@page { @watermark { content: element(w) } }", "<p>Text.</p>");
  ASSERT_TRUE(output.has_value());
  EXPECT_EQ(output->pages.pages.front().turned, 0u);
}

constexpr const char* kNumbers =
    "@page { margin: 0 0 0 40pt; @line-numbers { content: counter(line); margin-right: 4pt; "
    "text-align: right; font-size: 6pt } } p { margin: 0 } .n { line-numbering: auto }"
    "td, table { padding: 0 }";

TEST(LineNumbers, StandOnTheBaselinesOfTheLinesThatAreNumbered) {
  const std::string pages =
      dump(kNumbers, "<p class='n'>one<br/>two</p><p>not</p><p class='n'>three</p>");
  // Baselines of 12 pt lines of 10 pt Liberation Serif; the margin ends at 36 pt.
  EXPECT_THAT(pages, HasSubstr("text 33,9.37 to 36 LiberationSerif 6 \"1\" artifact"));
  EXPECT_THAT(pages, HasSubstr("text 33,21.37 to 36 LiberationSerif 6 \"2\" artifact"));
  EXPECT_THAT(pages, HasSubstr("text 33,45.37 to 36 LiberationSerif 6 \"3\" artifact"));
  EXPECT_THAT(pages, Not(HasSubstr("\"4\"")));
}

TEST(LineNumbers, BeginAnewOnEachPage) {
  std::string body;
  for (int i = 0; i < 40; ++i) body += "<p class='n'>x</p>";
  const std::string pages = dump(kNumbers, body);
  EXPECT_THAT(pages, HasSubstr("\"33\""));
  EXPECT_THAT(pages, Not(HasSubstr("\"34\"")));
}

TEST(PrintMarks, ThePageMovesOntoALargerSheet) {
  testing::Bench bench;
  const auto output = lay_out(bench, "@page { bleed: 9pt; marks: crop } p { margin: 0 }",
                              "<h1 id='a'>Title</h1><p><a href='http://x'>link</a></p>");
  ASSERT_TRUE(output.has_value());
  const Page& page = output->pages.pages.front();
  const auto points = [](int64_t n) { return base::Length::points(n); };
  // 9 pt of bleed, 18 pt of mark, 6 pt to the edge.
  EXPECT_EQ(page.size.width, points(200 + 66));
  EXPECT_EQ(page.size.height, points(400 + 66));
  ASSERT_TRUE(page.trim && page.bleed);
  EXPECT_EQ(page.trim->x, points(33));
  EXPECT_EQ(page.trim->bottom(), points(433));
  EXPECT_EQ(page.bleed->x, points(24));
  EXPECT_EQ(page.bleed->right(), points(242));
  EXPECT_EQ(page.links.front().area.x, points(33));
  EXPECT_EQ(output->pages.destinations.front().place.x, points(33));
  EXPECT_GE(output->pages.outline.front().y, points(33));
  int marks = 0;
  for (const Fragment& fragment : page.fragments) {
    const auto* filled = std::get_if<Filled>(&fragment.item);
    if (filled == nullptr) continue;
    ++marks;
    // None reaches into the page or its bleed.
    const bool beside =
        filled->area.right() <= page.bleed->x || filled->area.x >= page.bleed->right();
    const bool above =
        filled->area.bottom() <= page.bleed->y || filled->area.y >= page.bleed->bottom();
    EXPECT_TRUE(beside || above);
  }
  EXPECT_EQ(marks, 8);
}

TEST(PrintMarks, WithoutThemThePageIsTheSheet) {
  testing::Bench bench;
  const auto output = lay_out(bench, "", "<p>x</p>");
  ASSERT_TRUE(output.has_value());
  EXPECT_FALSE(output->pages.pages.front().trim);
  EXPECT_EQ(output->pages.pages.front().size.width, base::Length::points(200));
}

TEST(PageNumber, CountsFromAFirstNumberWithZerosBeforeIt) {
  EXPECT_THAT(
      dump(
          "@page { margin-top: 20pt; @top-left { content: element(n) } } h1 { break-before: page }",
          "<running name='n'><p>K-<page-number first='99' digits='5'/></p></running>"
          "<p>a</p><h1>b</h1>"),
      ::testing::AllOf(HasSubstr("K-00099"), HasSubstr("K-00100")));
}

TEST(PageNumber, CountsThePagesThatASheetStandsFor) {
  const std::string pages = dump(
      "@page { margin-top: 20pt; @top-left { content: element(n) } }"
      "redaction { display: block; height: 100%; break-before: page; break-after: page }",
      "<running name='n'><p>K-<page-number first='7' digits='3'/> <page-number/></p></running>"
      "<p>a</p><redaction kind='section' extent='page' pages='3' codes='b'/>"
      "<redaction kind='section' extent='page' codes='b'/><p>b</p>");
  for (const char* number : {"K-007 1", "K-008–010 2", "K-011 3", "K-012 4"}) {
    EXPECT_THAT(pages, HasSubstr(number));
  }
  EXPECT_THAT(pages, HasSubstr("stands for 3 pages"));
}

TEST(PageNumber, SaysWhereTheOtherSideOfTheSheetIsBlank) {
  const std::string pages = dump(
      "@page { margin-top: 20pt; @top-left { content: element(n) } } h1 { break-before: right }",
      "<running name='n'><p>Page <page-number reverse-blank=' (Reverse Blank)'/></p></running>"
      "<p>a</p><h1>b</h1><p>c</p>");
  EXPECT_THAT(pages,
              ::testing::AllOf(HasSubstr("Page 1 (Reverse Blank)"), HasSubstr("\"Page 3\"")));
}

// ---- Text that is set smaller to fit. ----

// Its first size in points, and how many lines there are.
std::pair<std::string, size_t> fitted(const std::string& css, const std::string& text) {
  testing::Bench bench;
  const auto output =
      lay_out(bench, "p { margin: 0; hyphens: none } " + css, "<p>" + text + "</p>");
  EXPECT_TRUE(output.has_value());
  std::istringstream lines(dump(output->pages));
  std::pair<std::string, size_t> found;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  text")) continue;
    const std::string before = line.substr(0, line.find(" \""));
    if (found.second++ == 0) found.first = before.substr(before.rfind(' ') + 1);
  }
  return found;
}

TEST(TextFit, IsSetSmallerOnOneLineOrElseOnTwo) {
  const std::string words = "SECRET//ORCON/NOFORN/ALPHA BRAVO CHARLIE";
  EXPECT_EQ(fitted("", words).second, 2u);
  const auto one = fitted("p { text-fit: shrink }", words);
  EXPECT_EQ(one.second, 1u);
  EXPECT_LT(std::stod(one.first), 10);
  EXPECT_GE(std::stod(one.first), 7);
  const auto two = fitted("p { text-fit: shrink }", words + " " + words);
  EXPECT_EQ(two.second, 2u);
  EXPECT_GE(std::stod(two.first), 5);
  EXPECT_GT(fitted("p { text-fit: shrink }",
                   words + " " + words + " " + words + " " + words + " " + words)
                .second,
            2u);
  EXPECT_EQ(fitted("p { text-fit: shrink }", "SECRET"), fitted("", "SECRET"));
}

}  // namespace
}  // namespace sable::layout
