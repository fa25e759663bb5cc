// Bars beside lines that are new, and what the structure says of them.

#include <gmock/gmock.h>

#include "layout_bench.h"

namespace sable::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kPage = "@page { size: 200pt 400pt; margin: 20pt } p { margin: 0 } ";

// The bars of each page: those rules that are one point wide.
std::vector<std::string> bars(const std::string& css, const std::string& body) {
  testing::Bench bench;
  const auto output = bench.lay_out(kPage + css, body, "");
  if (!output) return {output.error().front().message};
  std::vector<std::string> found;
  for (const Page& page : output->pages.pages) {
    for (const Fragment& fragment : page.fragments) {
      const auto* rule = std::get_if<Filled>(&fragment.item);
      if (rule == nullptr || rule->area.width != base::Length::points(1)) continue;
      EXPECT_EQ(fragment.artifact, Artifact::layout);
      found.push_back(base::to_points(rule->area.x, 0) + " " + base::to_points(rule->area.y, 0) +
                      "+" + base::to_points(rule->area.height, 0));
    }
  }
  return found;
}

TEST(ChangeBars, StandBesideLinesWithWhatIsNew) {
  EXPECT_THAT(bars("", "<p>One</p><p>Two <span changed='new'>three</span></p><p>Four</p>"),
              ElementsAre("13 32+12"));
}

TEST(ChangeBars, WithoutChangesThereAreNone) {
  EXPECT_THAT(bars("", "<p>One</p><p>Two <span>three</span></p>"), IsEmpty());
}

TEST(ChangeBars, GoOnOverNeighbouringLinesAndTheSpaceBetween) {
  EXPECT_THAT(bars("p { margin-bottom: 10pt }",
                   "<p><span changed='new'>One</span></p><p><span changed='new'>Two</span></p>"
                   "<p>Three</p><p><span changed='cut'>Four</span></p>"),
              ElementsAre("13 20+34", "13 86+12"));
}

TEST(ChangeBars, StandWhereTheStyleSheetPutsThem) {
  const std::string two_pages =
      "<p><span changed='new'>One</span></p><p class='n'><span changed='new'>Two</span></p>";
  EXPECT_THAT(bars("html { change-bar-placement: right; change-bar-offset: 3pt }",
                   "<p><span changed='new'>One</span></p>"),
              ElementsAre("183 20+12"));
  EXPECT_THAT(bars(".n { break-before: page } html { change-bar-placement: outside }", two_pages),
              ElementsAre("186 20+12", "13 20+12"));
  EXPECT_THAT(bars(".n { break-before: page } html { change-bar-placement: inside }", two_pages),
              ElementsAre("13 20+12", "186 20+12"));
}

TEST(ChangeBars, StandBesideBoxesRowsAndNotes) {
  EXPECT_THAT(bars("redaction[kind='paragraph'] { height: 24pt }",
                   "<redaction kind='paragraph' changed='new'/>"),
              ElementsAre("13 20+24"));
  EXPECT_THAT(bars("td { padding: 0 }",
                   "<table><tr><td>a</td></tr><tr><td><span changed='new'>b</span></td></tr>"
                   "</table>"),
              ElementsAre("13 32+12"));
  EXPECT_THAT(bars("note { font-size: 10pt; line-height: 12pt }",
                   "<p>One<note kind='foot'><p><span changed='new'>two</span></p></note></p>"),
              ElementsAre("13 368+12"));
}

TEST(ChangeBars, StandBesideAllLinesOfABox) {
  EXPECT_THAT(
      bars("", "<p>One <redaction kind='span' extent='lines' lines='3' changed='new'/></p>"),
      ElementsAre("13 20+36"));
}

TEST(ChangeBars, StructureSaysWhatIsNew) {
  testing::Bench bench;
  const auto output = bench.lay_out(
      kPage, "<p>One <span changed='new'>two</span> <redaction kind='span' changed='new'/></p>",
      "");
  ASSERT_TRUE(output.has_value());
  EXPECT_THAT(dump_structure(output->pages), HasSubstr("Span change=new\n      \"two\""));
  EXPECT_THAT(dump_structure(output->pages), HasSubstr("Span change=new\n      = \"[redacted]"));
}

}  // namespace
}  // namespace sable::layout
