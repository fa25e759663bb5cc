#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Notes, AreCalledAndDefined) {
  EXPECT_THAT(wrong_in("  - p: a:fn[one]:fn[one]\n", "  one: text\n"), IsEmpty());
  EXPECT_THAT(wrong_in("  - p: a:fn[tow]\n", "  two: text\n"),
              ElementsAre("SBL0270 [:fn[tow]]", "SBL0272 [two]"));
  EXPECT_THAT(wrong_in("  - p: a\n", "  one:\n"), ElementsAre("SBL0271 [one]", "SBL0272 [one]"));
  EXPECT_THAT(wrong_in("  - p: a:fn[one]\n", "  one: b:fn[two]\n  two: c\n"),
              ElementsAre("SBL0275 [:fn[two]]"));
  EXPECT_THAT(wrong_in("  - p: :redact[a:fn[one]]{code=b1}\n", "  one: b\n"), IsEmpty());
}

TEST(Notes, OfNearlyThatNameArePointedAt) {
  const Read read = read_yaml(report_with("  - p: a:fn[treatty]\n", "  treaty: text\n"));
  ASSERT_EQ(read.diagnostics.size(), 2u);
  const base::Diagnostic& unknown = read.diagnostics[0];
  EXPECT_EQ(unknown.message, "there is no note of that id");
  EXPECT_EQ(unknown.echo, "treatty");
  ASSERT_EQ(unknown.related.size(), 1u);
  EXPECT_EQ(unknown.related[0].text, "did you mean this one?");
  const base::Span place = unknown.related[0].span;
  EXPECT_EQ(read.sources.file(0).text.substr(place.begin, place.end - place.begin), "treaty");
}

TEST(References, LeadToTheTitlesOfBoxes) {
  EXPECT_THAT(wrong_in("  - box: {id: x, title: a, body: [{p: b}]}\n  - p: \":ref[x]\"\n"),
              IsEmpty());
  EXPECT_THAT(wrong_in("  - box: {id: x, body: [{p: b}]}\n  - p: \":ref[x]\"\n"),
              ElementsAre("SBL0278 [:ref[x]]"));
  EXPECT_THAT(
      wrong_in("  - box: {id: x, title: a, body: [{p: b}]}\n  - p: \":ref[x]{show=number}\"\n"),
      ElementsAre("SBL0279 [:ref[x]{show=number}]"));
  EXPECT_THAT(wrong_in("  - box: {id: x, title: a, body: [{heading: {id: x, text: b}}]}\n"),
              ElementsAre("SBL0274 [{id: x, text: b}]"));
}

TEST(References, LeadToHeadings) {
  EXPECT_THAT(wrong_in("  - heading: {text: a, id: x}\n  - p: \":ref[x]\"\n"), IsEmpty());
  EXPECT_THAT(wrong_in("  - p: a :ref[x]\n"), ElementsAre("SBL0273 [:ref[x]]"));
  EXPECT_THAT(wrong_in("  - p: a :ref[x] :redact[b]{code=b1 id=x}\n"),
              ElementsAre("SBL0276 [:ref[x]]"));
}

TEST(Ids, AreGivenOnce) {
  EXPECT_THAT(wrong_in("  - heading: {text: a, id: x}\n  - heading: {text: b, id: x}\n"),
              ElementsAre("SBL0274 [{text: b, id: x}]"));
  EXPECT_THAT(wrong_in("  - heading: {text: a, id: x}\n  - p: b :redact[b]{code=b1 id=x}\n"),
              ElementsAre("SBL0274 [:redact[b]{code=b1 id=x}]"));
  // One redaction of several paragraphs has one id.
  EXPECT_THAT(
      wrong_in(
          "  - p: |\n      a :redact[b]{code=b1 id=y}\n\n      c\n    redact: {code: b1, id: x}\n"),
      IsEmpty());
}

TEST(Extents, PagesAreForWholeBlocks) {
  const std::string redact = ", redact: {code: b1, extent: 4 pages}}\n";
  EXPECT_THAT(wrong_in("  - {p: a" + redact), IsEmpty());
  EXPECT_THAT(wrong_in("  - {quote: a" + redact), IsEmpty());
  EXPECT_THAT(wrong_in("  - {section: {heading: a, body: [{p: b}]}" + redact), IsEmpty());
  EXPECT_THAT(wrong_in("  - bullets:\n      - {text: a" + redact), IsEmpty());
  EXPECT_THAT(wrong_in("  - heading: {text: a, redact: {code: b1, extent: page}}\n"), IsEmpty());
  const std::string in_line = "SBL0241 [{code: b1, extent: 4 pages}]";
  EXPECT_THAT(wrong_in("  - heading: {text: a" + redact), ElementsAre(in_line));
  EXPECT_THAT(wrong_in("  - p: a\n    run-in: {text: a" + redact), ElementsAre(in_line));
  EXPECT_THAT(wrong_in("  - p: a:fn[x]\n", "  x: {text: b" + redact), ElementsAre(in_line));
  EXPECT_THAT(wrong_in("  - p: a :redact[b]{code=b1 extent=\"1 page\"}\n"),
              ElementsAre("SBL0241 [:redact[b]{code=b1 extent=\"1 page\"}]"));
}

TEST(Marks, MissingWithoutAnOverallMarkingAreWarnedOf) {
  const Read read = read_yaml(
      "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\nmarking: {system: us-ic}\n"
      "body:\n  - p: {mark: S, text: a}\n  - heading: b\n  - bullets:\n      - {mark: S, text: c, "
      "bullets: [d]}\n      - e\n");
  EXPECT_TRUE(read.ok);
  EXPECT_THAT(lines(read.sources, read.diagnostics),
              ElementsAre("warning SBL0277 [] 2 portions have no mark and the report declares no "
                          "overall marking, so they are taken as the lowest level | mark each "
                          "portion, or write `overall:` under `marking:`"));
}

TEST(Diagnostics, StandInTheOrderOfTheFile) {
  EXPECT_THAT(wrong_in("  - p: a :ref[x]\n  - {q: b}\n  - p: c :fn[y]\n"),
              ElementsAre("SBL0273 [:ref[x]]", "SBL0201 [q]", "SBL0270 [:fn[y]]"));
}

}  // namespace
}  // namespace sable::report
