#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {
namespace {

// A list with so many levels below it: `[{text: x, numbered: [x]}]`.
std::string nested_lists(int levels) {
  std::string inner = "[x]";
  for (int i = 0; i < levels; ++i)
    inner =
        std::string("[{text: x, ") + (i % 2 == 0 ? "numbered" : "bullets") + ": " + inner + "}]";
  return inner;
}

using testing::ElementsAre;
using testing::IsEmpty;

const char* const kWhole = R"(sable: 1
template: intelligence
report:
  kind: Intelligence Report
  office: {text: Office of *Northern* Analysis, redact: {code: b6}}
  title: {mark: U, text: "Norland: expectations"}
  date: 1997-07-16
  number: {redact: {code: b3, label: number}, withheld: true}
  language: en-GB
marking:
  system: us-ic
  overall: SECRET//NOFORN
  banner: overall
  codeword: {text: " Umbra *x* ", redact: {code: b1, label: codeword}}
body:
  - heading: {level: 2, mark: U, text: Low expectations, id: low}
  - p: {mark: S//NF, text: "See :ref[low].:fn[treaty]"}
  - run-in: Talks.
    p: They :redact[failed]{code=b5}.
  - bullets:
      - {mark: S, text: one, bullets: [two, {text: three, bullets: [four]}]}
      - {redact: {code: [b1, b3], extent: 3 lines}, text: five}
  - quote: {mark: C, body: [{p: six}]}
  - quote: seven
  - box: {id: dues, mark: C, title: {mark: U, text: Dues}, body: [{p: six}, {box: seven}]}
  - box: {redact: {code: b1}, withheld: true}
  - section:
      heading: Eight
      redact: {code: b1, extent: page}
      body:
        - heading: nine
        - section: {heading: ten, body: [{heading: eleven}]}
  - p: twelve
    redact: {code: "b1,b7A", id: block-12}
  - redact: {code: b3}
    withheld: true
notes:
  treaty: {mark: U, text: "The treaty. :redact[More.]{code=b3}", redact: {code: b5}}
releases:
  full: {unredacted: true}
)";

TEST(ReadReport, ReadsEveryField) {
  const Read read = read_yaml(kWhole);
  ASSERT_THAT(lines(read.sources, read.diagnostics), IsEmpty());
  ASSERT_TRUE(read.ok);
  const Report& report = read.report;
  EXPECT_EQ(report.template_name, "intelligence");
  EXPECT_EQ(report.language, "en-GB");
  EXPECT_EQ(report.system->name(), "us-ic");
  EXPECT_EQ(report.system->banner(report.overall.value()), "SECRET//NOFORN");
  EXPECT_EQ(report.banner, BannerScope::overall);
  EXPECT_EQ(notation(report.codeword->text), "Umbra *x*");
  EXPECT_EQ(report.codeword->redaction->codes, std::vector<std::string>{"b1"});
  EXPECT_EQ(report.codeword->redaction->label, "codeword");
  EXPECT_FALSE(report.codeword->redaction->absent);
  EXPECT_EQ(notation(report.titles.kind->text), "Intelligence Report");
  EXPECT_EQ(notation(report.titles.office->text), "Office of em(Northern) Analysis");
  EXPECT_EQ(report.titles.office->redaction->codes, std::vector<std::string>{"b6"});
  EXPECT_EQ(notation(report.titles.title->text), "Norland: expectations");
  EXPECT_EQ(report.titles.title->mark, marking::Marking{});
  EXPECT_EQ(notation(report.titles.date->text), "1997-07-16");
  EXPECT_TRUE(report.titles.number->redaction->absent);
  EXPECT_EQ(report.releases.entries.size(), 1u);
}

TEST(ReadReport, ReadsBlocks) {
  const Read read = read_yaml(kWhole);
  ASSERT_TRUE(read.ok);
  EXPECT_EQ(notation(read.report.body),
            "h2#low @0 'Low expectations'\n"
            "p @2.20 'See ref[low].fn[treaty]'\n"
            "run-in 'Talks.' p 'They redact[b5](failed).'\n"
            "list {@2 'one' {'two'; 'three' {'four'}}; redact[b1,b3 3lines] 'five'}\n"
            "quote @1 {p 'six'}\n"
            "quote {p 'seven'}\n"
            "box#dues @1 @0 'Dues' {p 'six'\nbox {p 'seven'}}\n"
            "redact[b1 absent] box {}\n"
            "redact[b1 0page] section h1 'Eight' {h2 'nine'\n"
            "section h2 'ten' {h3 'eleven'}}\n"
            "redact[b1,b7A id=block-12] p 'twelve'\n"
            "redact[b3 absent] p ''");
  const Note& note = read.report.notes.at("treaty");
  EXPECT_EQ(note.redaction->codes, std::vector<std::string>{"b5"});
  ASSERT_EQ(note.paragraphs.size(), 1u);
  EXPECT_EQ(notation(note.paragraphs[0]), "The treaty. redact[b3](More.)");
}

TEST(ReadReport, ReadsPageNumbers) {
  const auto with = [](const std::string& keys) {
    return read_yaml(keys + report_with("  - p: x\n"));
  };
  const Read both = with("numbering: sections\npage-numbers: {front: upper-roman, by: section}\n");
  ASSERT_TRUE(both.ok);
  EXPECT_EQ(both.report.page_numbers.front, "upper-roman");
  EXPECT_TRUE(both.report.page_numbers.by_section);
  const Read none = with("page-numbers: {by: report}\n");
  ASSERT_TRUE(none.ok);
  EXPECT_EQ(none.report.page_numbers.front, "");
  EXPECT_FALSE(none.report.page_numbers.by_section);
  const Read unnumbered = with("page-numbers: {by: section}\n");
  EXPECT_THAT(codes(unnumbered.sources, unnumbered.diagnostics), ElementsAre("SBL0224 [section]"));
  const Read roman = with("page-numbers: {front: roman}\n");
  EXPECT_EQ(roman.diagnostics.size(), 1u);
}

TEST(ReadReport, ReadsColumns) {
  const Read read = read_yaml(
      "columns: 3\n" + report_with("  - section: {heading: a, columns: 2, body: [{p: x}]}\n"
                                   "  - section: {heading: b, columns: 1, body: [{p: x}]}\n"));
  ASSERT_TRUE(read.ok);
  EXPECT_EQ(read.report.columns, 3u);
  EXPECT_EQ(std::get<Section>(read.report.body[0].value).columns, 2u);
  EXPECT_EQ(std::get<Section>(read.report.body[1].value).columns, 0u);
  const Read many = read_yaml("columns: 5\n" + report_with("  - p: x\n"));
  EXPECT_EQ(many.diagnostics.size(), 1u);
}

TEST(ReadReport, ListsTheCodesInUseWithTheirFirstPlace) {
  const Read read = read_yaml(kWhole);
  std::vector<std::string> uses;
  for (const auto& [code, span] : read.report.codes) {
    uses.push_back(code + " " + std::to_string(read.sources.locate(0, span.begin).line));
  }
  EXPECT_THAT(uses, ElementsAre("b1 14", "b3 8", "b5 19", "b6 5", "b7A 34"));
}

TEST(ReadReport, ParagraphsOfOneFieldAreBlocksOfOneSpan) {
  const Read read =
      read_yaml(report_with("  - p:\n"
                            "      mark: S\n"
                            "      text: |\n"
                            "        one\n"
                            "        goes on\n"
                            "\n"
                            "        two\n"
                            "      redact: {code: b1}\n"
                            "  - p: three\n"));
  ASSERT_TRUE(read.ok);
  EXPECT_EQ(notation(read.report.body),
            "redact[b1] p @2 'one goes on'\nredact[b1] p @2 'two'\np 'three'");
  EXPECT_EQ(read.report.body[0].span, read.report.body[1].span);
  EXPECT_NE(read.report.body[1].span, read.report.body[2].span);
}

TEST(ReadReport, FoldedScalarsKeepTheirParagraphs) {
  for (const char* text : {"  - p: >\n      one\n      goes on\n\n      two\n",
                           "  - p: one\n      goes on\n\n      two\n",
                           "  - p: \"one\n      goes on\n\n      two\"\n"}) {
    const Read read = read_yaml(report_with(text));
    ASSERT_TRUE(read.ok) << text;
    EXPECT_EQ(notation(read.report.body), "p 'one goes on'\np 'two'") << text;
  }
}

TEST(ReadReport, RefusesWhatIsNoReport) {
  for (const char* yaml : {"", "text\n", "- a\n", "# nothing\n"}) {
    const Read read = read_yaml(yaml);
    EXPECT_THAT(lines(read.sources, read.diagnostics),
                ElementsAre("error SBL0200 [] this file holds no report | a report begins with "
                            "`sable: 1`"));
  }
}

TEST(ReadReport, SaysWhatIsMissing) {
  const Read read = read_yaml("body: []\n");
  EXPECT_THAT(
      lines(read.sources, read.diagnostics),
      ElementsAre("error SBL0203 [body] a report lacks the field `sable` | add a line `sable: …`",
                  "error SBL0203 [body] a report lacks the field `template` | add a line "
                  "`template: …`",
                  "error SBL0203 [body] a report lacks the field `marking` | add a line "
                  "`marking: …`",
                  "error SBL0203 [body] a report lacks the field `report` | add a line "
                  "`report: …`"));
}

TEST(ReadReport, SuggestsFields) {
  const Read read = read_yaml(report_with("  - {p: {mrk: S, text: a}}\n  - {chart: x}\n"));
  EXPECT_THAT(
      lines(read.sources, read.diagnostics),
      ElementsAre("error SBL0201 [mrk] a paragraph has no such field | did you mean `mark`?",
                  "error SBL0204 [chart] the field `chart` of a block is not supported by this "
                  "version | take it out"));
  EXPECT_EQ(read.diagnostics[0].echo, "mrk");
}

TEST(ReadReport, ChecksTheHead) {
  const Read read = read_yaml(
      "sable: 2\n"
      "template: [a]\n"
      "variables: {a: b}\n"
      "report: {title: T, date: 1997-02-29, language: english!, subject: x}\n"
      "marking: {system: us-ci, banner: each}\n"
      "body: text\n");
  EXPECT_THAT(codes(read.sources, read.diagnostics),
              ElementsAre("SBL0206 [2]", "SBL0202 []", "SBL0204 [variables]",
                          "SBL0207 [1997-02-29]", "SBL0208 [english!]", "SBL0201 [subject]",
                          "SBL0220 [us-ci]", "SBL0205 [each]", "SBL0202 [text]"));
}

std::vector<std::string> wrong_in_marking(const std::string& field) {
  const Read read = read_yaml(
      "sable: 1\ntemplate: plain\nreport: {title: T}\nmarking: {system: legacy, overall: Secret, " +
      field + "}\nbody:\n  - p: a\n");
  return lines(read.sources, read.diagnostics);
}

TEST(ReadReport, ReadsACodewordThatTheSourceLacks) {
  EXPECT_THAT(wrong_in_marking("codeword: Umbra"), IsEmpty());
  EXPECT_THAT(wrong_in_marking("codeword: {redact: {code: b3, extent: 2 words}, withheld: true}"),
              IsEmpty());
}

TEST(ReadReport, ChecksTheCodeword) {
  EXPECT_THAT(wrong_in_marking("redact: {code: b3}"),
              ElementsAre("error SBL0222 [{code: b3}] a marking cannot be withheld, but the "
                          "codeword behind it can | write `codeword: {text: …, redact: {code: "
                          "…}}`, or `codeword: {redact: {code: …}, withheld: true}` if this source "
                          "does not have it"));
  EXPECT_THAT(wrong_in_marking("codeword: {redact: {code: b3}}"),
              ElementsAre("error SBL0203 [redact] the codeword lacks the field `text` | write its "
                          "text, or `withheld: true` if this source itself does not have it"));
  EXPECT_THAT(wrong_in_marking("codeword: {text: a, mark: Secret}"),
              ElementsAre("error SBL0201 [mark] the codeword has no such field | what may "
                          "stand here: text, redact, withheld"));
  EXPECT_THAT(wrong_in_marking("codeword: \"A :redact[b]{code=b1}\""),
              ElementsAre("error SBL0218 [A :redact[b]{code=b1}] a redaction stands where none can "
                          "be: in a codeword | put `redact: {code: …}` beside the text to "
                          "withhold the whole of it"));
  EXPECT_THAT(wrong_in_marking("codeword: \"A\\nb\""),
              ElementsAre("error SBL0221 [A\\nb] a codeword has to be one line of text | take out "
                          "the line ends"));
  EXPECT_THAT(wrong_in_marking("codeword: {text: a, redact: {code: b3, extent: 2 lines}}"),
              ElementsAre("error SBL0240 [{code: b3, extent: 2 lines}] the box of a codeword "
                          "cannot have this extent | write `words`, a number of words, or "
                          "`undisclosed`"));
}

TEST(ReadReport, ARunInMayBeWithheldInPartAndAsAWhole) {
  const Read read = read_yaml(
      report_with("  - {run-in: \"The :redact[men]{code=b1}.\", p: a}\n"
                  "  - {run-in: {text: The *men*., redact: {code: b1, extent: words}}, p: b}\n"
                  "  - {run-in: {redact: {code: b3}, withheld: true}, p: c}\n"
                  "  - {run-in: {text: The calendar.}, p: d}\n"));
  ASSERT_THAT(lines(read.sources, read.diagnostics), IsEmpty());
  EXPECT_EQ(notation(read.report.body),
            "run-in 'The redact[b1](men).' p 'a'\n"
            "run-in 'redact[b1 0words](The em(men).)' p 'b'\n"
            "run-in 'redact[b3 absent]()' p 'c'\n"
            "run-in 'The calendar.' p 'd'");
  EXPECT_THAT(wrong_in("  - {run-in: {text: a, mark: S}, p: b}\n"), ElementsAre("SBL0204 [mark]"));
  EXPECT_THAT(wrong_in("  - {run-in: {redact: {code: b1}}, p: b}\n"),
              ElementsAre("SBL0203 [redact]"));
}

TEST(ReadReport, RefusesAMarkAboveTheOverallMarking) {
  const auto marked = [](const char* overall) {
    const Read read =
        read_yaml(std::string("sable: 1\ntemplate: plain\nreport: {title: {text: T, mark: C}}\n"
                              "marking: {system: us-ic, overall: ") +
                  overall +
                  "}\nbody:\n"
                  "  - bullets: [{mark: S, text: a}]\n"
                  "  - quote: {mark: C//NF, body: [{p: b}]}\n"
                  "notes: {n: {mark: TS, text: c}}\n");
    std::vector<std::string> above;
    for (const std::string& line : lines(read.sources, read.diagnostics)) {
      if (line.find("SBL0223") != std::string::npos) above.push_back(line);
    }
    return above;
  };
  EXPECT_THAT(marked("TOP SECRET//NOFORN"), IsEmpty());
  const std::string end =
      "this portion is marked above the overall marking | raise `overall` so that it covers every "
      "portion, or correct the mark";
  EXPECT_THAT(marked("SECRET"),
              ElementsAre("error SBL0223 [C//NF] " + end, "error SBL0223 [TS] " + end));
  EXPECT_THAT(marked("SECRET//NOFORN"), ElementsAre("error SBL0223 [TS] " + end));
}

TEST(ReadReport, RefusesUnknownMarks) {
  EXPECT_THAT(wrong_in("  - p: {mark: SEKRET, text: a}\n"), ElementsAre("SBL0500 [SEKRET]"));
  EXPECT_THAT(wrong_in("  - p: {mark: U//OC, text: a}\n"), ElementsAre("SBL0501 [U//OC]"));
  EXPECT_THAT(wrong_in("  - p: {mark: [S], text: a}\n"), ElementsAre("SBL0202 []"));
}

struct BodyCase {
  std::string body;
  std::vector<std::string> wrong;
};
void PrintTo(const BodyCase& one, std::ostream* out) { *out << one.body; }

class Body : public testing::TestWithParam<BodyCase> {};
TEST_P(Body, IsChecked) { EXPECT_EQ(wrong_in(GetParam().body), GetParam().wrong); }

INSTANTIATE_TEST_SUITE_P(
    Blocks, Body,
    testing::Values(
        BodyCase{"  - just text\n", {"SBL0202 [just text]"}}, BodyCase{"  - {}\n", {"SBL0211 []"}},
        BodyCase{"  - {run-in: a}\n", {"SBL0211 [run-in]", "SBL0217 [a]"}},
        BodyCase{"  - {p: a, heading: b}\n", {"SBL0211 [p]"}},
        BodyCase{"  - {paragraph: a}\n", {"SBL0201 [paragraph]"}},
        BodyCase{"  - {p: \"\"}\n", {"SBL0209 [\"\"]"}},
        BodyCase{"  - p: {mark: S}\n", {"SBL0203 [mark]"}},
        BodyCase{"  - p: {text: [a]}\n", {"SBL0202 []"}},
        BodyCase{"  - heading: {text: a, level: 4}\n", {"SBL0205 [4]"}},
        BodyCase{"  - heading: {text: a, id: \"a b\"}\n", {"SBL0216 [a b]"}},
        BodyCase{"  - heading: |\n      a\n\n      b\n", {"SBL0210 [a\n\n      b]"}},
        BodyCase{"  - bullets: []\n", {"SBL0209 [[]]"}},
        BodyCase{"  - bullets: " + nested_lists(8) + "\n", {"SBL0212 [[x]]"}},
        BodyCase{"  - section: {heading: a, body: [{section: {heading: b, body: [{section: "
                 "{heading: c, body: [{section: {heading: d, body: []}}]}}]}}]}\n",
                 {"SBL0213 [{heading: d, body: []}]"}},
        BodyCase{"  - section: {body: [{p: a}]}\n", {"SBL0203 [body]"}},
        BodyCase{"  - section: {heading: {text: a, level: 2}, body: [{p: a}]}\n", {"SBL0217 [2]"}},
        BodyCase{"  - box: {title: a}\n", {"SBL0203 [title]"}},
        BodyCase{"  - box: {heading: a, body: [{p: b}]}\n", {"SBL0204 [heading]"}},
        BodyCase{"  - box: {title: a, text: b}\n", {"SBL0211 [b]"}},
        BodyCase{"  - box: [{box: [{box: [{box: [{box: x}]}]}]}]\n", {"SBL0219 [x]"}},
        BodyCase{"  - quote: {mark: S}\n", {"SBL0203 [mark]"}}));

INSTANTIATE_TEST_SUITE_P(
    Redactions, Body,
    testing::Values(
        BodyCase{"  - {p: a, redact: b1}\n", {"SBL0202 [b1]"}},
        BodyCase{"  - {p: a, redact: {extent: 2 lines}}\n", {"SBL0203 [extent]"}},
        BodyCase{"  - {p: a, redact: {code: []}}\n", {"SBL0231 [[]]"}},
        BodyCase{"  - {p: a, redact: {code: [b1, b0]}}\n", {"SBL0234 [b0]"}},
        BodyCase{"  - {p: a, redact: {code: \"b1, bx\"}}\n", {"SBL0234 [bx]"}},
        BodyCase{"  - p: a :redact[b]{code=b10}\n", {"SBL0234 [b10]"}},
        BodyCase{"  - p: a :redact[b]{code=b1 statute='50 USC 3024'}\n",
                 {"SBL0299 [:redact[b]{code=b1 statute='50 USC 3024'}]"}},
        BodyCase{"  - {p: a, redact: {code: b3, statute: ''}}\n", {"SBL0239 []"}},
        BodyCase{"  - {p: a, redact: {code: b1, extent: 1000 pages}}\n", {"SBL0235 [1000 pages]"}},
        BodyCase{"  - {p: a, redact: {code: b1, lable: c}}\n", {"SBL0201 [lable]"}},
        BodyCase{"  - {p: {text: a, redact: {code: b1}}, redact: {code: b3}}\n",
                 {"SBL0214 [{code: b3}]"}},
        BodyCase{"  - {p: a, withheld: true}\n", {"SBL0215 [true]", "SBL0215 [true]"}},
        BodyCase{"  - {p: a, redact: {code: b1}, withheld: true}\n", {"SBL0215 [true]"}},
        BodyCase{"  - {p: a, redact: {code: b1}, withheld: yes}\n", {"SBL0205 [yes]"}},
        BodyCase{"  - {redact: {code: b1}}\n", {"SBL0211 [redact]"}},
        BodyCase{"  - p: {redact: {code: b1}}\n", {"SBL0203 [redact]"}},
        BodyCase{"  - p: {redact: {code: b1}, withheld: true}\n", {}},
        BodyCase{"  - section: {redact: {code: b1}, withheld: true}\n", {}},
        BodyCase{"  - quote: {redact: {code: b1}, withheld: true}\n", {}},
        BodyCase{"  - bullets: [{redact: {code: b1}, withheld: true, bullets: [a]}]\n",
                 {"SBL0215 [[a]]"}}));

// One mistake, one message: neither that there is no overall marking, nor that a mark
// is above it.
TEST(ReadReport, AMisspeltOverallSaysWhichWasMeant) {
  const auto with_overall = [](const std::string& overall) {
    const Read read = read_yaml(
        "sable: 1\ntemplate: plain\nreport: {title: Talks}\n"
        "marking: {system: legacy, overall: " +
        overall + "}\nbody:\n  - p: {mark: TS, text: a}\n");
    return lines(read.sources, read.diagnostics);
  };
  const std::string message =
      "this marking's level is not one of the system legacy | did you mean `Secret`? levels are U "
      "(Unclassified), C (Confidential), S (Secret), TS (Top Secret)";
  EXPECT_THAT(with_overall("Secrte"), ElementsAre("error SBL0500 [Secrte] " + message));
  EXPECT_THAT(with_overall("SECRET"), ElementsAre("error SBL0500 [SECRET] " + message));
  EXPECT_THAT(with_overall("Purple"),
              ElementsAre("error SBL0500 [Purple] this marking's level is not one of the system "
                          "legacy | levels are U (Unclassified), C (Confidential), S (Secret), TS "
                          "(Top Secret)"));
}

// A portion's mark may be withheld with it: the help does not tell it.
TEST(ReadReport, TheMarkOfAPortionIsNotSpelt) {
  const Read read = read_yaml(report_with("  - p: {mark: SECRTE, text: a, redact: {code: b1}}\n"));
  ASSERT_EQ(read.diagnostics.size(), 1u);
  EXPECT_THAT(read.diagnostics[0].help, testing::StartsWith("levels are"));
}

TEST(ReadReport, AnUnknownSystemSaysWhichThereAre) {
  const auto help = [](const std::string& system) {
    const Read read =
        read_yaml("sable: 1\ntemplate: plain\nreport: {title: Talks}\nmarking: {system: " + system +
                  ", overall: S}\nbody:\n  - p: a\n");
    return read.diagnostics.size() == 1 ? read.diagnostics[0].help : "several";
  };
  const std::string list =
      "the systems are us-ic, us-dod, us-cui, us-cui-dod, uk, nato, tlp, corporate, "
      "legacy; one of your own is a file or a map";
  EXPECT_EQ(help("us"), "did you mean `us-ic` or `us-dod` or `us-cui` or `us-cui-dod`? " + list);
  EXPECT_EQ(help("legacie"), "did you mean `legacy`? " + list);
  EXPECT_EQ(help("elsewhere"), list);
}

// One message with the whole form, not one for each field.
TEST(ReadReport, AQuoteThatTakesItsTextAsAParagraphDoes) {
  const auto wrong = [](const std::string& block) {
    const Read read = read_yaml(report_with("  - " + block + "\n"));
    return lines(read.sources, read.diagnostics);
  };
  const std::string quote =
      "the text stands in the blocks of `body` here | write `quote: {body: [{p: …}]}`; to withhold "
      "it all, `quote: {redact: {code: …}, body: [{p: …}]}`";
  EXPECT_THAT(wrong("quote: {text: a b, redact: {code: b1}}"),
              ElementsAre("error SBL0211 [a b] " + quote));
  EXPECT_THAT(wrong("quote: {body: a b, redact: {code: b1}}"),
              ElementsAre("error SBL0211 [a b] " + quote));
  EXPECT_THAT(
      wrong("section: {heading: h, p: a b}"),
      ElementsAre("error SBL0211 [a b] the text stands in the blocks of `body` here | write "
                  "`section: {heading: …, body: [{p: …}]}`; to withhold it all, `section: "
                  "{redact: {code: …}, heading: …, body: [{p: …}]}`"));
  // What the message says is accepted.
  EXPECT_THAT(wrong("quote: {redact: {code: b1}, body: [{p: a}]}"), IsEmpty());
  EXPECT_THAT(wrong("section: {redact: {code: b1}, heading: h, body: [{p: a}]}"), IsEmpty());
}

}  // namespace
}  // namespace sable::report
