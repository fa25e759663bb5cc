#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A report with one figure; `fields` stand between braces.
std::string with_figure(const std::string& fields) {
  return report_with("  - figure: {" + fields + "}\n  - p: x\n");
}

std::string figure(const std::string& fields) {
  const Read read = read_yaml(with_figure(fields), {{"map.png", ""}});
  EXPECT_THAT(lines(read.sources, read.diagnostics), IsEmpty());
  return read.ok ? notation({read.report.body.front()}) : "";
}

std::vector<std::string> wrong(const std::string& fields) {
  const Read read = read_yaml(with_figure(fields), {{"map.png", ""}});
  return codes(read.sources, read.diagnostics);
}

TEST(Figures, HaveAFileWordsAndRegions) {
  EXPECT_EQ(figure("id: map, mark: S, file: maps/map.png, alt: A *map*, caption: {mark: U, text: "
                   "The coast}, width: 62.5%, float: top, regions: [{redact: {code: b1}, area: [1, "
                   "20, 300, 4]}, {redact: {code: b3}, area: [0%, 62.5%, 25.25%, 4%]}]"),
            "figure#map @2  maps/map.png 62.5% top alt 'A em(map)' caption @0 'The coast' "
            "redact[b1] 1,20 300x4 redact[b3] 0,6250 2525x400%");
}

// A release that withholds the figure must not hang on its file.
TEST(Figures, AreReadWithoutTheirFiles) {
  EXPECT_EQ(figure("file: missing.png, alt: a"), "figure missing.png  alt 'a'");
}

TEST(Figures, CanBeWithheldOrAbsent) {
  EXPECT_EQ(figure("file: a.png, alt: a, redact: {code: b1}"), "redact[b1] figure a.png  alt 'a'");
  EXPECT_EQ(figure("redact: {code: b1}, withheld: true"), "redact[b1 absent] figure   alt ''");
  EXPECT_EQ(
      figure("file: a.png, alt: {redact: {code: b1}, text: b}, caption: \"a :redact[b]{code=b3}\""),
      "figure a.png  alt redact[b1] 'b' caption 'a redact[b3](b)'");
  EXPECT_THAT(wrong("file: a.png, redact: {code: b1}, withheld: true"),
              ElementsAre("SBL0215 [true]"));
}

TEST(Figures, NeedAnAlternativeText) {
  const Read read = read_yaml(with_figure("file: map.png"));
  EXPECT_THAT(lines(read.sources, read.diagnostics),
              ElementsAre("error SBL0310 [file] this figure lacks the field `alt` | add `alt: …`: "
                          "say in a sentence what the picture shows, for those who do not see it"));
  EXPECT_THAT(wrong("file: map.png, alt: \" \""), ElementsAre("SBL0209 [\" \"]"));
}

TEST(Figures, AlternativeTextsAreWordsAlone) {
  EXPECT_THAT(
      wrong("file: map.png, alt: \"a :redact[b :fn[n]]{code=b1} :link[c]{https://d.e}\""),
      ElementsAre("SBL0312 [:fn[n]]", "SBL0270 [:fn[n]]", "SBL0312 [:link[c]{https://d.e}]"));
}

TEST(Figures, FilesStandBesideTheReport) {
  EXPECT_THAT(wrong("file: ../map.png, alt: a"), ElementsAre("SBL0290 [../map.png]"));
  EXPECT_THAT(wrong("file: /map.png, alt: a"), ElementsAre("SBL0290 [/map.png]"));
  EXPECT_THAT(wrong("alt: a"), ElementsAre("SBL0203 [alt]"));
}

TEST(Figures, WidthsAndPlacesAreChecked) {
  EXPECT_THAT(wrong("file: a.png, alt: a, width: wide"), ElementsAre("SBL0285 [wide]"));
  EXPECT_THAT(wrong("file: a.png, alt: a, float: up"), ElementsAre("SBL0205 [up]"));
}

TEST(Figures, AreasAreFourNumbersOfOneKind) {
  for (const char* area : {"[1, 2, 3]", "[1, 2, 3, 4, 5]", "[1, 2, 3, 4%]", "[1, 2, 0, 4]",
                           "[1, 2, -3, 4]", "[1.5, 2, 3, 4]", "[1.555%, 2%, 3%, 4%]",
                           "[a, b, c, d]", "[1, 2, 3, [4]]", "[1, 2, 3, 12345678]"}) {
    EXPECT_THAT(wrong(std::string("file: a.png, alt: a, regions: [{redact: {code: b1}, area: ") +
                      area + "}]"),
                ElementsAre("SBL0315 []"))
        << area;
  }
  EXPECT_THAT(wrong("file: a.png, alt: a, regions: []"), ElementsAre("SBL0313 []"));
  EXPECT_THAT(wrong("file: a.png, alt: a, regions: [{area: [1, 2, 3, 4]}]"),
              ElementsAre("SBL0203 [area]"));
  EXPECT_THAT(
      wrong("file: a.png, alt: a, regions: [{redact: {code: b1, extent: 2 lines}, area: [1, "
            "2, 3, 4]}]"),
      ElementsAre("SBL0314 [{code: b1, extent: 2 lines}]"));
}

TEST(Figures, ReferencesNeedACaption) {
  const std::string body = "  - figure: {id: f, file: a.png, alt: a}\n  - p: \":ref[f]\"\n";
  const Read read = read_yaml(report_with(body), {});
  EXPECT_THAT(lines(read.sources, read.diagnostics),
              ElementsAre("error SBL0278 [:ref[f]] a reference names a figure that has no number | "
                          "give the figure a `caption`: with it, it is numbered"));
}

// Codes of regions are codes of the report, which each release has to name.
TEST(Figures, CodesOfTheirRegionsCount) {
  const Read read = read_yaml(with_figure(
      "file: a.png, alt: a, regions: [{redact: {code: b6, id: r}, area: [1, 2, 3, 4]}]"));
  ASSERT_TRUE(read.ok);
  EXPECT_TRUE(read.report.codes.contains("b6"));
}

}  // namespace
}  // namespace sable::report
