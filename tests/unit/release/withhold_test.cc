#include "release/withhold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A body, and what the two releases show of it.
struct Case {
  std::string name;
  std::string body;
  std::string foia;
  std::string full;
  std::string notes = {};
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class Withhold : public testing::TestWithParam<Case> {};
TEST_P(Withhold, LeavesHoles) {
  EXPECT_EQ(shown_in("foia", GetParam().body, GetParam().notes), GetParam().foia);
  EXPECT_EQ(shown_in("full", GetParam().body, GetParam().notes), GetParam().full);
}

INSTANTIATE_TEST_SUITE_P(
    Spans, Withhold,
    testing::Values(
        Case{"a span", "  - p: a :redact[b]{code=b1} c\n", "p 'a box1[(b)(1) words] c'",
             "p 'a b c'"},
        Case{"a span whose code is shown", "  - p: a :redact[b]{code=b5} c\n", "p 'a b c'",
             "p 'a b c'"},
        Case{"only the codes that the release cites",
             "  - p: a :redact[b]{code=b5,b3,b1 extent=\"2 lines\" label=name id=x}\n",
             "p 'a box1[(b)(3),(b)(1) 2lines label=name id=x]'", "p 'a b'"},
        Case{"the outermost withheld span",
             "  - p: :redact[a :redact[b]{code=b3 label=inner}]{code=b1}\n",
             "p 'box1[(b)(1) words]'", "p 'a b'"},
        Case{"an inner span of one that is shown",
             "  - p: :redact[a :redact[b]{code=b3} c]{code=b5}\n", "p 'a box1[(b)(3) words] c'",
             "p 'a b c'"},
        Case{"a span in emphasis and links",
             "  - p: \"*a :redact[b]{code=b1}* :link[:redact[c]{code=b1}]{https://d}\"\n",
             "p 'em(a box1[(b)(1) words]) box2[(b)(1) words]'",
             "p 'em(a b) link[https://d](c)'"},
        Case{"matter that the source lacks", "  - p: a :redact[]{code=b5} :redact[]{code=b1,b5}\n",
             "p 'a box1[(b)(5) words] box2[(b)(1) words]'",
             "p 'a box1[(b)(5) words] box2[(b)(1),(b)(5) words]'"}));

INSTANTIATE_TEST_SUITE_P(
    Blocks, Withhold,
    testing::Values(
        Case{"a paragraph",
             "  - {p: {mark: S, text: a}, run-in: b, redact: {code: b1, extent: 3 lines, id: x}}\n"
             "  - p: {mark: S, text: c, redact: {code: b1}}\n",
             "box1 paragraph[(b)(1) 3lines id=x]\nbox2 paragraph[(b)(1) paragraph]",
             "run-in 'b' p @2 'a'\np @2 'c'"},
        Case{"paragraphs of one field are one hole",
             "  - p: |\n      a\n\n      b\n\n      c\n    redact: {code: b1}\n  - p: d\n",
             "box1 paragraph[(b)(1) paragraph]\np 'd'", "p 'a'\np 'b'\np 'c'\np 'd'"},
        Case{"holes side by side stay apart",
             "  - {p: a, redact: {code: b1}}\n  - {p: b, redact: {code: b1}}\n",
             "box1 paragraph[(b)(1) paragraph]\nbox2 paragraph[(b)(1) paragraph]", "p 'a'\np 'b'"},
        Case{"a heading's text",
             "  - heading: {mark: S, level: 2, id: x, text: a, redact: {code: b1}}\n",
             "h2 box1 heading[(b)(1) words]", "h2#x @2 'a'"},
        Case{"a heading as a block",
             "  - {heading: {level: 2, id: x, text: a}, redact: {code: b1}}\n",
             "box1 heading[(b)(1) words]", "h2#x 'a'"},
        Case{"bullets and what stands below them",
             "  - bullets:\n"
             "      - {mark: S, text: a, redact: {code: b1}, bullets: [b, c]}\n"
             "      - {mark: S, text: d, bullets: [{text: e, redact: {code: b3}}]}\n",
             "list {box1 bullet[(b)(1) paragraph]; @2 'd' {box2 bullet[(b)(3) paragraph]}}",
             "list {@2 'a' {'b'; 'c'}; @2 'd' {'e'}}"},
        Case{"a list", "  - {bullets: [a, b], redact: {code: b1}}\n",
             "box1 paragraph[(b)(1) paragraph]", "list {'a'; 'b'}"},
        Case{"quotes",
             "  - {quote: {mark: S, body: [{p: a}]}, redact: {code: b1}}\n"
             "  - quote: {mark: S, body: [{p: b, redact: {code: b1}}]}\n"
             "  - quote: c\n",
             "box1 quote[(b)(1) paragraph]\nquote @2 {box2 paragraph[(b)(1) paragraph]}\nquote "
             "{p 'c'}",
             "quote @2 {p 'a'}\nquote @2 {p 'b'}\nquote {p 'c'}"},
        Case{"sections",
             "  - {section: {heading: a, body: [{p: b}]}, redact: {code: b1, extent: page}}\n"
             "  - section: {heading: {text: c, redact: {code: b1}}, body: [{p: d}]}\n",
             "box1 section[(b)(1) page]\nsection h1 box2 heading[(b)(1) words] {p 'd'}",
             "section h1 'a' {p 'b'}\nsection h1 'c' {p 'd'}"},
        Case{"boxes",
             "  - {box: {id: x, mark: S, title: a, body: [{p: b}]}, redact: {code: b1}}\n"
             "  - box: {id: y, title: {text: c, redact: {code: b1}}, body: [{p: d}]}\n"
             "  - box: {id: z, title: e, body: [{p: f, redact: {code: b3}}]}\n"
             "  - p: \":ref[x] :ref[y] :ref[z]\"\n",
             "box1 box[(b)(1) paragraph]\nbox 'box2 field[(b)(1) words]' {p 'd'}\n"
             "box#z 'e' {box3 paragraph[(b)(3) paragraph]}\n"
             "p 'ref[ withheld] ref[ withheld] ref[z]'",
             "box#x @2 'a' {p 'b'}\nbox#y 'c' {p 'd'}\nbox#z 'e' {p 'f'}\n"
             "p 'ref[x] ref[y] ref[z]'"},
        Case{"matter that the source lacks", "  - {redact: {code: b5}, withheld: true}\n",
             "box1 paragraph[(b)(5) paragraph]", "box1 paragraph[(b)(5) paragraph]"}));

INSTANTIATE_TEST_SUITE_P(
    Notes, Withhold,
    testing::Values(
        Case{"only those called from what is shown, in the order of first calls",
             "  - p: a:fn[z] :redact[b:fn[y]]{code=b1} c:fn[x] d:fn[z]\n",
             "p 'afn0 box1[(b)(1) words] cfn1 dfn0'\nnote @0 'last'\nnote 'first'",
             "p 'afn0 bfn1 cfn2 dfn0'\nnote @0 'last'\nnote 'middle'\nnote 'first'",
             "  x: first\n  y: middle\n  z: {mark: U, text: last}\n"},
        Case{"withheld wholly or in part", "  - p: a:fn[x] b:fn[y]\n",
             "p 'afn0 bfn1'\nnote box1 note[(b)(1) paragraph]\nnote @2 'd box2[(b)(3) words]''e'",
             "p 'afn0 bfn1'\nnote @2 'c'\nnote @2 'd d''e'",
             "  x: {mark: S, text: c, redact: {code: b1}}\n"
             "  y:\n    mark: S\n    text: |\n      d :redact[d]{code=b3}\n\n      e\n"},
        Case{"of a withheld note's neighbour", "  - p: a:fn[x]\n", "p 'afn0'\nnote 'one'",
             "p 'afn0'\nnote 'one'", "  w: never called\n  x: one\n"}));

INSTANTIATE_TEST_SUITE_P(
    References, Withhold,
    testing::Values(Case{
        "to shown and withheld headings, forwards and backwards",
        "  - heading: {text: a, id: a}\n"
        "  - p: \":ref[a] :ref[b] :ref[c] :ref[d]\"\n"
        "  - heading: {text: b, id: b, redact: {code: b1, id: hole-b}}\n"
        "  - {heading: {text: c, id: c}, redact: {code: b1, id: hole-c}}\n"
        "  - section: {heading: s, redact: {code: b1, id: hole-s}, body: [{heading: {text: d, "
        "id: d}}]}\n",
        "h1#a 'a'\n"
        "p 'ref[a] ref[hole-b withheld] ref[ withheld] ref[ withheld]'\n"
        "h1 box1 heading[(b)(1) words id=hole-b]\n"
        "box2 heading[(b)(1) words id=hole-c]\n"
        "box3 section[(b)(1) paragraph id=hole-s]",
        "h1#a 'a'\np 'ref[a] ref[b] ref[c] ref[d]'\nh1#b 'b'\nh1#c 'c'\nsection h1 's' "
        "{h2#d 'd'}"}));

TEST(Typography, StopsAtHoles) {
  EXPECT_EQ(shown_in("foia",
                     "  - p: \"a \\\":redact[\\\"b]{code=b1}\\\" -- :redact[-]{code=b1}- "
                     "`\\\"--\\\"`\"\n"),
            "p 'a “box1[(b)(1) words]” – box2[(b)(1) words]- code(\"--\")'");
  // Where nothing is withheld the text is set as if no span were there.
  EXPECT_EQ(shown_in("full", "  - p: \"a :redact[-]{code=b1}- b\"\n"), "p 'a – b'");
}

const char* const kTitled = R"(sable: 1
template: plain
report:
  kind: {text: Report, redact: {code: b1}}
  office: "Office -- of :redact[Northern]{code=b3} Analysis"
  title: {mark: S, text: "Talks:fn[x]", redact: {code: b5}}
  date: 1997-07-16
  number: {text: IR 97--1, redact: {code: b6}}
  language: en-GB
marking: {system: us-ic, overall: SECRET, banner: overall,
          codeword: {text: Umbra *a*, redact: {code: b3, label: codeword}}}
body:
  - p: {mark: C, text: a}
notes:
  x: b
releases:
  foia:
    audience: public
    withhold: [b1, b3]
    show: [b5, b6]
    declassified: {authority: Archivist, date: 2019-05-14}
    stamp: "Approved for Release: {date} {number}"
    boxes: grey
    codes: margin
  partner: {audience: ally, revealed-by: foia, withhold: [b5, b6], show: [b1, b3], ceiling: SECRET, show-marks: true}
  full: {unredacted: true}
)";

std::string field(const std::optional<released::Field>& field) {
  if (!field) return "none";
  if (const auto* hole = std::get_if<released::Hole>(&field->text)) return notation(*hole);
  return notation(std::get<released::Inlines>(field->text));
}

TEST(WithholdTitles, ShowsOrBoxesEachField) {
  const Released foia = release(kTitled, "foia");
  ASSERT_THAT(foia.wrong, IsEmpty());
  const released::Titles& titles = foia.value.titles;
  EXPECT_EQ(field(foia.value.codeword), "box1 banner[(b)(3) words label=codeword]");
  EXPECT_EQ(field(titles.kind), "box2 field[(b)(1) words]");
  EXPECT_EQ(field(titles.office), "Office – of box3[(b)(3) words] Analysis");
  EXPECT_EQ(field(titles.title), "Talksfn0");
  EXPECT_EQ(field(titles.date), "1997-07-16");
  EXPECT_EQ(field(titles.number), "IR 97--1");
  EXPECT_EQ(notation(foia.value.notes), "\nnote 'b'");
  EXPECT_EQ(titles.title->mark, (marking::Marking{2}));
}

TEST(WithholdTitles, TakesTheSettings) {
  const released::Released foia = release(kTitled, "foia").value;
  EXPECT_EQ(foia.release, "foia");
  EXPECT_EQ(foia.audience, "public");
  EXPECT_FALSE(foia.unredacted);
  EXPECT_EQ(foia.template_name, "plain");
  EXPECT_EQ(foia.language, "en-GB");
  EXPECT_EQ(foia.banner, released::BannerScope::overall);
  EXPECT_EQ(foia.boxes, released::Appearance::grey);
  EXPECT_EQ(foia.codes, released::CodePlace::margin);
  EXPECT_EQ(foia.stamp, "Approved for Release: 2019-05-14 IR 97--1");
  EXPECT_EQ(foia.declassified->authority, "Archivist");
  EXPECT_EQ(foia.declassified->date, "2019-05-14");
  EXPECT_EQ(foia.declassified->caption,
            "Declassified in part – sanitized copy approved for release");
  EXPECT_TRUE(release(kTitled, "full").value.unredacted);
}

// What a codeword is shown as, in a report that is SECRET overall.
std::string codeword(const std::string& codeword, const std::string& rule) {
  const Released made = release(
      "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
      "marking: {system: us-ic, overall: SECRET, codeword: " +
          codeword + "}\nbody:\n  - p: {mark: U, text: a}\nreleases: {one: {" + rule + "}}\n",
      "one");
  return made.wrong.empty() ? field(made.value.codeword) : made.wrong.front();
}

TEST(WithholdTitles, ACodewordIsShownWithheldOrAbsent) {
  const std::string under_b3 = "{text: Umbra, redact: {code: b3}}";
  EXPECT_EQ(codeword("Umbra", "unredacted: true"), "Umbra");
  EXPECT_EQ(codeword(under_b3, "unredacted: true"), "Umbra");
  EXPECT_EQ(codeword(under_b3, "show: [b3], ceiling: SECRET"), "Umbra");
  EXPECT_EQ(codeword(under_b3, "withhold: [b3], ceiling: SECRET"), "box1 banner[(b)(3) words]");
  const std::string lacking = "{redact: {code: b3, extent: 2 words}, withheld: true}";
  EXPECT_EQ(codeword(lacking, "unredacted: true"), "box1 banner[(b)(3) 2words]");
}

// It counts as marked with the overall marking, which it qualifies.
TEST(WithholdTitles, ACodewordIsNoMoreOpenThanTheOverallMarking) {
  EXPECT_EQ(codeword("Umbra", "ceiling: CONFIDENTIAL"), "box1 banner[ words]");
  EXPECT_THAT(codeword("Umbra", "withhold: [b3]"), testing::StartsWith("SBL0410 [Umbra]"));
}

TEST(WithholdTitles, ShowsMarksOfWithheldPortionsIfAsked) {
  const Released partner = release(kTitled, "partner");
  ASSERT_THAT(partner.wrong, IsEmpty());
  EXPECT_EQ(field(partner.value.titles.title), "box1 field[(b)(5) words]");
  EXPECT_EQ(partner.value.titles.title->mark, (marking::Marking{2}));
  EXPECT_EQ(partner.value.overall, (marking::Marking{1}));
  EXPECT_THAT(partner.value.notes, IsEmpty());
}

// The stamp of a release that withholds b6, for a report of that number.
std::string stamp_of(const std::string& number) {
  return release("sable: 1\ntemplate: plain\nreport: {title: T, number: " + number +
                     "}\nmarking: {system: us-ic, overall: U}\nbody:\n  - p: a\nreleases:\n"
                     "  foia: {withhold: [b6], declassified: {authority: A, date: 2019-05-14},\n"
                     "         stamp: \"{date}: {number}.\"}\n",
                 "foia")
      .value.stamp;
}

TEST(WithholdStamp, PrintsWhatTheReleaseShowsOfTheNumber) {
  EXPECT_EQ(stamp_of("IR 97"), "2019-05-14: IR 97.");
  EXPECT_EQ(stamp_of("{text: IR 97, redact: {code: b6}}"), "2019-05-14: [withheld].");
  EXPECT_EQ(stamp_of("\"IR :redact[97]{code=b6}\""), "2019-05-14: IR [withheld].");
}

TEST(WithholdCaption, SaysWhetherAnythingIsWithheld) {
  EXPECT_EQ(release(report_with("  - p: a\n"), "foia").value.declassified->caption, "Declassified");
  EXPECT_EQ(release(report_with("  - p: :redact[]{code=b5}\n"), "foia").value.declassified->caption,
            "Declassified in part – sanitized copy approved for release");
}

TEST(WithholdShowMarks, KeepsTheMarksOfEveryKind) {
  const std::string yaml =
      "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
      "marking: {system: us-ic}\n"
      "body:\n"
      "  - heading: {mark: S, text: a, redact: {code: b1}}\n"
      "  - p: {mark: S, text: b, redact: {code: b1}}\n"
      "  - bullets: [{mark: S, text: c, redact: {code: b1}}]\n"
      "  - quote: {mark: S, body: [{p: d}], redact: {code: b1}}\n"
      "  - box: {mark: S, body: [{p: d}], redact: {code: b1}}\n"
      "  - p: {mark: U, text: \"e:fn[x]\"}\n"
      "notes: {x: {mark: S, text: f, redact: {code: b1}}}\n"
      "releases: {public: {withhold: b1, show-marks: true}}\n";
  const Released shown = release(yaml, "public");
  ASSERT_THAT(shown.wrong, IsEmpty());
  EXPECT_EQ(notation(shown.value.body) + notation(shown.value.notes),
            "h1 @2 box1 heading[(b)(1) words]\n"
            "p @2 'box2 paragraph[(b)(1) paragraph]'\n"
            "list {@2 box3 bullet[(b)(1) paragraph]}\n"
            "quote @2 {box4 quote[(b)(1) paragraph]}\n"
            "p @2 'box5 box[(b)(1) paragraph]'\n"
            "p @0 'efn0'\n"
            "note @2 box6 note[(b)(1) paragraph]");
  // What is shown is unclassified, whatever the boxes say of what they hide.
  EXPECT_EQ(shown.value.overall, marking::Marking{});
}

// It would tell what the box in the term does not.
TEST(WithholdTerms, AnEntryGoesWithTheWordsOfItsTerm) {
  const std::string body =
      "  - p: a :term[:redact[mole]{code=b1} one]{as=\"mole\"} :term[two]{as=\"second\"}\n";
  const auto dumped = [&](const char* name) {
    return released::dump(release(report_with(body), name).value);
  };
  EXPECT_THAT(dumped("full"), ::testing::HasSubstr("mole"));
  EXPECT_THAT(dumped("foia"), ::testing::Not(::testing::HasSubstr("mole")));
  EXPECT_THAT(dumped("foia"), ::testing::HasSubstr("as=\"second\""));
}

TEST(WithholdOrdinals, RunInReadingOrder) {
  const Released foia = release(report_with("  - section:\n"
                                            "      heading: a\n"
                                            "      body:\n"
                                            "        - p: b:fn[x]\n"
                                            "        - p: |\n"
                                            "            c\n"
                                            "\n"
                                            "            d\n"
                                            "          redact: {code: b1}\n"
                                            "  - bullets: [{text: e, bullets: [f]}, {text: g, "
                                            "redact: {code: b1}, bullets: [h]}]\n",
                                            "  x: i\n"),
                                "foia");
  EXPECT_EQ(foia.value.ordinals, foia.sources.size());
  EXPECT_THAT(foia.sources, ElementsAre("{mark: U, text: Talks}", testing::StartsWith("section:"),
                                        "b:fn[x]", testing::StartsWith("p: |"),
                                        testing::StartsWith("bullets:"), "{text: e, bullets: [f]}",
                                        "f", "{text: g, redact: {code: b1}, bullets: [h]}", "x"));
  EXPECT_EQ(foia.value.titles.title->ordinal, 0u);
  EXPECT_EQ(foia.value.body[0].ordinal, 1u);
  EXPECT_EQ(foia.value.body[1].ordinal, 4u);
  EXPECT_EQ(foia.value.notes[0].ordinal, 8u);
}

}  // namespace
}  // namespace sable::release
