// Loading: each refusal, with its place in the template and its repair.
#include "markup/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace sable::markup::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A report.mustache that fills blocks by the partial "block".
const std::pair<std::string, std::string> kReport{"report", "{{#body}}{{>block}}{{/body}}"};

TEST(LoadTemplate, AcceptsTheSmallest) {
  EXPECT_THAT(refusals({{"report", "{{#body}}{{/body}}"}}), IsEmpty());
}

TEST(LoadTemplate, AddsItsFilesToTheSourcesAsOpen) {
  const Loaded loaded = load({kReport, {"block", "x"}});
  ASSERT_TRUE(loaded.result);
  ASSERT_EQ(loaded.sources.size(), 2u);
  EXPECT_EQ(loaded.sources.file(0).name, "t/report.mustache");
  EXPECT_EQ(loaded.sources.file(1).name, "t/block.mustache");
  EXPECT_EQ(loaded.sources.file(0).secrecy, base::Secrecy::open);
  EXPECT_EQ(loaded.sources.file(1).secrecy, base::Secrecy::open);
}

TEST(LoadTemplate, RefusesAFolderWithoutATemplate) {
  EXPECT_THAT(refusals({{"block", "x"}}),
              ElementsAre("SBL0600 there is no template in the folder \"t\" | a template is a "
                          "folder with a file report.mustache: check the name"));
}

TEST(LoadTemplate, RefusesUnclosedTags) {
  EXPECT_THAT(refusals({{"report", "a\nb {{report.language\n{{#body}}{{/body}}"}}),
              ElementsAre("SBL0601 t/report.mustache:2:3 a tag is not closed | close it with "
                          "\"}}\""));
}

TEST(LoadTemplate, RefusesATextThatEndsInAnOpener) {
  EXPECT_THAT(refusals({{"report", "{{#body}}{{/body}}{{"}}),
              ElementsAre("SBL0601 t/report.mustache:1:19 a tag is not closed | close it with "
                          "\"}}\""));
  EXPECT_THAT(refusals({{"report", "{{#body}}{{/body}}{{{"}}),
              ElementsAre("SBL0601 t/report.mustache:1:19 a tag is not closed | close it with "
                          "\"}}\""));
}

TEST(LoadTemplate, RefusesCommentsThatHoldTags) {
  EXPECT_THAT(
      refusals({{"report", "{{! see {{text}} there }}{{#body}}{{/body}}"}}),
      ElementsAre("SBL0601 t/report.mustache:1:24 \"}}\" closes no tag | delete it, or "
                  "write &#125; for one of the braces; a comment ends at its first \"}}\""));
}

TEST(LoadTemplate, RefusesUnclosedSections) {
  EXPECT_THAT(refusals({{"report", "{{#body}}\n {{#heading}}\n{{/body}}"}}),
              ElementsAre("SBL0602 t/report.mustache:2:2 the section {{#heading}} is not closed "
                          "| close it with {{/heading}} | t/report.mustache:3:1 before this end"));
  EXPECT_THAT(refusals({{"report", "{{#body}}"}}),
              ElementsAre("SBL0602 t/report.mustache:1:1 the section {{#body}} is not closed | "
                          "close it with {{/body}}"));
}

TEST(LoadTemplate, RefusesEndsOfNothing) {
  EXPECT_THAT(refusals({{"report", "{{/x}}{{#body}}{{/body}}"}}),
              ElementsAre("SBL0603 t/report.mustache:1:1 {{/x}} closes no section | delete it, or "
                          "open the section with {{#x}}"));
}

TEST(LoadTemplate, RefusesMismatchedEnds) {
  EXPECT_THAT(
      refusals({{"report", "{{#body}}x{{/boddy}}"}}),
      ElementsAre("SBL0603 t/report.mustache:1:11 {{/boddy}} stands where {{#body}} has to be "
                  "closed | write {{/body}} | t/report.mustache:1:1 opened here"));
}

TEST(LoadTemplate, RefusesCrossedSections) {
  EXPECT_THAT(
      refusals({{"report", "{{#body}}{{#heading}}{{#h1}}{{/heading}}{{/h1}}{{/body}}"}}),
      ElementsAre("SBL0602 t/report.mustache:1:22 the section {{#h1}} is not closed | close it "
                  "with {{/h1}} | t/report.mustache:1:29 before this end",
                  "SBL0603 t/report.mustache:1:41 {{/h1}} stands where {{#body}} has to be closed "
                  "| write {{/body}} | t/report.mustache:1:1 opened here",
                  "SBL0603 t/report.mustache:1:48 {{/body}} closes no section | delete it, or "
                  "open the section with {{#body}}"));
}

TEST(LoadTemplate, RefusesUnescapedText) {
  const std::string repair =
      " a tag asks for unescaped text | write {{name}}: text of a report is never markup";
  EXPECT_THAT(
      refusals({{"report", "{{{report.language}}}{{& report.language}}{{#body}}{{/body}}"}}),
      ElementsAre("SBL0604 t/report.mustache:1:1" + repair,
                  "SBL0604 t/report.mustache:1:22" + repair));
}

TEST(LoadTemplate, RefusesOtherDelimiters) {
  EXPECT_THAT(refusals({{"report", "{{=<% %>=}}{{#body}}{{/body}}"}}),
              ElementsAre("SBL0605 t/report.mustache:1:1 a tag changes the delimiters | delete "
                          "it: the delimiters are always {{ and }}"));
}

TEST(LoadTemplate, RefusesTagsWithoutANameOrWithOneThatMeansSomethingElse) {
  EXPECT_THAT(
      refusals({{"report", "{{ }}{{#}}{{.}}{{$a}}{{>*a}}{{#body}}{{/body}}"}}),
      ElementsAre("SBL0611 t/report.mustache:1:1 a tag has no name | name a value, or delete the "
                  "tag",
                  "SBL0611 t/report.mustache:1:6 a tag has no name | write the name after its "
                  "sign",
                  "SBL0611 t/report.mustache:1:11 the implicit iterator \".\" is not supported | "
                  "items of lists are frames: write the name of one of their values",
                  "SBL0611 t/report.mustache:1:16 template inheritance is not supported | use a "
                  "partial: {{>name}}",
                  "SBL0611 t/report.mustache:1:22 the name of a partial cannot come from a value "
                  "| write the name of a file of the template's folder"));
}

TEST(LoadTemplate, RefusesUnknownNames) {
  EXPECT_THAT(
      refusals({kReport, {"block", "<p>\n{{#paragraph}}{{#spanz}}{{x}}{{/spanz}}{{/paragraph}}"}}),
      ElementsAre("SBL0606 t/block.mustache:2:15 a paragraph has no value \"spanz\" | did you mean "
                  "\"spans\"?"));
  EXPECT_THAT(refusals({{"report", "{{report.tilte-text}}{{#body}}{{/body}}"}}),
              ElementsAre("SBL0606 t/report.mustache:1:1 the document has no value "
                          "\"report.tilte-text\" | did you mean \"report.title-text\"?"));
}

TEST(LoadTemplate, ListsTheNamesWhereNoneIsNear) {
  EXPECT_THAT(
      refusals({kReport, {"block", "{{#paragraph}}{{wholly-other}}{{/paragraph}}"}}),
      ElementsAre("SBL0606 t/block.mustache:1:15 a paragraph has no value \"wholly-other\" | a tag "
                  "sees the names of a paragraph (language, mark, quote-mark, run-in, spans) and "
                  "what starts with "
                  "report, marking or release"));
}

TEST(LoadTemplate, AFrameDoesNotSeeTheFrameAroundIt) {
  EXPECT_THAT(
      refusals({kReport, {"block", "{{#paragraph}}{{#spans}}{{mark}}{{/spans}}{{/paragraph}}"}}),
      ElementsAre(
          testing::StartsWith("SBL0606 t/block.mustache:1:25 a span has no value \"mark\"")));
}

TEST(LoadTemplate, NoDottedNamesButFromTheRoots) {
  EXPECT_THAT(
      refusals({kReport, {"block", "{{#heading.spans}}{{/heading.spans}}{{report.kind.mark}}"}}),
      ElementsAre(testing::StartsWith(
          "SBL0606 t/block.mustache:1:1 a block has no value \"heading.spans\"")));
}

TEST(LoadTemplate, EmptyPartsOfDottedNamesAreUnknown) {
  for (const char* name : {"report.", ".report", "report..language", "report.spans.text"}) {
    EXPECT_THAT(refusals({{"report", std::string("{{") + name + "}}{{#body}}{{/body}}"}}),
                ElementsAre(testing::StartsWith("SBL0606 t/report.mustache:1:1 ")))
        << name;
  }
}

TEST(LoadTemplate, RefusesToWriteWhatIsNoText) {
  EXPECT_THAT(
      refusals({kReport,
                {"block",
                 "{{heading}}{{#paragraph}}{{spans}}{{/paragraph}}"
                 "{{#heading}}{{h1}}{{/heading}}"}}),
      ElementsAre("SBL0607 t/block.mustache:1:1 \"heading\" is a frame and cannot be written as "
                  "text | open it: {{#heading}} … {{/heading}}",
                  "SBL0607 t/block.mustache:1:26 \"spans\" is a list and cannot be written as text "
                  "| open it: {{#spans}} … {{/spans}}",
                  "SBL0607 t/block.mustache:1:61 \"h1\" is a flag and cannot be written as text | "
                  "open it: {{#h1}} … {{/h1}}"));
}

TEST(LoadTemplate, RefusesMissingPartials) {
  EXPECT_THAT(refusals({{"report", "{{#body}}{{>blok}}{{>other}}{{/body}}"}, {"block", ""}}),
              ElementsAre("SBL0608 t/report.mustache:1:10 the template has no partial \"blok\" | "
                          "did you mean {{>block}}?",
                          "SBL0608 t/report.mustache:1:19 the template has no partial \"other\" | "
                          "add the file other.mustache to the template's folder"));
}

TEST(LoadTemplate, TheReportIsNoPartial) {
  EXPECT_THAT(refusals({{"report", "{{#body}}{{>report}}{{/body}}"}}),
              ElementsAre(testing::StartsWith("SBL0608 t/report.mustache:1:10 ")));
}

TEST(LoadTemplate, RefusesPartialsThatNeverEnd) {
  EXPECT_THAT(refusals({kReport, {"block", "<p/>{{>block}}"}}),
              ElementsAre("SBL0609 t/block.mustache:1:5 the partial \"block\" includes itself "
                          "without end | include it inside a section over a list or frame, so that "
                          "it ends with the text"));
}

TEST(LoadTemplate, FlagsTextsInvertedSectionsAndRootsEndNothing) {
  for (const char* inside :
       {"{{#marking.per-page}}{{>block}}{{/marking.per-page}}",
        "{{#release.stamp}}{{>block}}{{/release.stamp}}", "{{^heading}}{{>block}}{{/heading}}",
        "{{#report.title}}{{>line}}{{/report.title}}"}) {
    EXPECT_THAT(
        refusals(
            {kReport, {"block", inside}, {"line", "{{#report.title}}{{>line}}{{/report.title}}"}}),
        ElementsAre(testing::StartsWith("SBL0609 ")))
        << inside;
  }
}

TEST(LoadTemplate, FindsEndlessPartialsBehindOthers) {
  const auto told = refusals({kReport,
                              {"block", "{{#quote}}{{#blocks}}{{>a}}{{/blocks}}{{/quote}}{{>a}}"},
                              {"a", "{{>block}}"}});
  ASSERT_EQ(told.size(), 1u);
  EXPECT_THAT(told[0], testing::StartsWith("SBL0609 "));
}

TEST(LoadTemplate, AcceptsPartialsThatEndWithTheText) {
  EXPECT_THAT(
      refusals({kReport, {"block", "{{#quote}}{{#blocks}}{{>block}}{{/blocks}}{{/quote}}"}}),
      IsEmpty());
}

TEST(LoadTemplate, WantsOneBodyAtTheTopLevel) {
  EXPECT_THAT(refusals({{"report", "<html/>"}}),
              ElementsAre("SBL0610 t/report.mustache:1:1 report.mustache has no section {{#body}} "
                          "| add {{#body}}{{>block}}{{/body}} where the blocks of the report go"));
  EXPECT_THAT(refusals({{"report", "{{#body}}{{/body}}{{#body}}{{/body}}"}}),
              ElementsAre("SBL0610 t/report.mustache:1:19 the body is filled twice | keep one "
                          "{{#body}} | t/report.mustache:1:1 the first one"));
  EXPECT_THAT(refusals({{"report",
                         "{{#report.kind}}{{/report.kind}}{{#marking.per-page}}{{#body}}"
                         "{{/body}}{{/marking.per-page}}"}}),
              ElementsAre("SBL0610 t/report.mustache:1:54 {{#body}} stands inside another section "
                          "| move it to the top level of report.mustache"));
  EXPECT_THAT(refusals({{"report", "{{>a}}{{#body}}{{/body}}{{^body}}{{/body}}"},
                        {"a", "{{#body}}{{/body}}"}}),
              testing::UnorderedElementsAre(
                  "SBL0610 t/a.mustache:1:1 the body can be filled by {{#body}} in report.mustache "
                  "alone | move it to the top level of report.mustache",
                  "SBL0610 t/report.mustache:1:25 the body can be filled by {{#body}} in "
                  "report.mustache alone | move it to the top level of report.mustache"));
}

TEST(LoadTemplate, RefusesBytesThatAreNoText) {
  EXPECT_THAT(refusals({{"report", "a\xFF{{#body}}{{/body}}"}}),
              ElementsAre("SBL0612 t/report.mustache:1:2 the template is not UTF-8 | save the file "
                          "as UTF-8"));
  const std::string told =
      "SBL0612 t/report.mustache:1:2 the template holds a character that no document may hold | "
      "delete it: it is a control character or a noncharacter";
  EXPECT_THAT(refusals({{"report", "a\xEF\xB7\x90{{#body}}{{/body}}"}}), ElementsAre(told));
  EXPECT_THAT(refusals({{"report", "a\x01{{#body}}{{/body}}"}}), ElementsAre(told));
}

TEST(LoadTemplate, ReportsTheFaultsOfAllFilesAtOnce) {
  EXPECT_THAT(refusals({{"report", "{{nothing}}{{#body}}{{>block}}{{>gone}}{{/body}}"},
                        {"block", "{{/x}}"},
                        {"spare", "{{{y}}}"}}),
              ElementsAre(testing::StartsWith("SBL0603 t/block.mustache:1:1 "),
                          testing::StartsWith("SBL0604 t/spare.mustache:1:1 "),
                          testing::StartsWith("SBL0606 t/report.mustache:1:1 "),
                          testing::StartsWith("SBL0608 t/report.mustache:1:31 ")));
}

TEST(LoadTemplate, TellsOnceWhatSeveralFramesSee) {
  EXPECT_THAT(
      refusals({kReport,
                {"block", "{{#heading}}{{>a}}{{/heading}}{{#paragraph}}{{>a}}{{/paragraph}}"},
                {"a", "{{gone}}"}}),
      ElementsAre(testing::StartsWith("SBL0606 t/a.mustache:1:1 ")));
}

}  // namespace
}  // namespace sable::markup::test
