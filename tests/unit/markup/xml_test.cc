// Faults of filled markup: each names the template's line, once.
#include "markup/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markup/elements.h"
#include "samples.h"

namespace sable::markup::test {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

// The errors of a document with this on its third line, and two paragraphs.
std::vector<std::string> errors_of(const std::string& inside) {
  return filled({{"report", "<html>\n<body>\n" + inside + "\n{{#body}}{{/body}}</body></html>"}},
                release_of({}))
      .errors();
}

TEST(Markup, NotWellFormed) {
  EXPECT_THAT(errors_of("<p>a</p> <p class=x>a</p>"),
              ElementsAre(StartsWith("SBL0630 t/report.mustache:3:10 the filled template is not "
                                     "well-formed XML: not well-formed (invalid token) | ")));
  EXPECT_THAT(errors_of("<p id=\"a\" id=\"b\"/>"),
              ElementsAre(StartsWith("SBL0630 t/report.mustache:3:1 the filled template is not "
                                     "well-formed XML: duplicate attribute | write each attribute "
                                     "once")));
}

TEST(Markup, Unclosed) {
  EXPECT_THAT(errors_of("<p><em>a</p>"),
              ElementsAre("SBL0630 t/report.mustache:3:4 this element is not closed | write </em> "
                          "where it ends, before </p> | t/report.mustache:3:9 </p> stands here"));
  // An end tag that fits nothing is itself the mistake.
  EXPECT_THAT(errors_of("<p><em>a</me></p>"),
              ElementsAre("SBL0630 t/report.mustache:3:9 the filled template is not well-formed "
                          "XML: mismatched tag | close elements in the reverse order of their "
                          "opening | t/report.mustache:3:4 <em> is open from here"));
}

// Where it was opened may be another file than the one in which that shows.
TEST(Markup, UnclosedInAPartial) {
  EXPECT_THAT(
      filled({{"report", "<html>\n<body>\n{{>head}}\n<p>x</p>\n{{#body}}{{/body}}</body></html>"},
              {"head", "<div>a</div>\n<p>b <span>c\n"}},
             release_of({}))
          .errors(),
      ElementsAre(StartsWith("SBL0645 t/report.mustache:4:1 <p> cannot stand in <span>"),
                  "SBL0630 t/head.mustache:2:6 this element is not closed | write </span> "
                  "where it ends, before </body> | t/report.mustache:5:19 </body> stands "
                  "here"));
}

TEST(Markup, UnclosedAtTheEnd) {
  EXPECT_THAT(
      filled({{"report", "<html>\n<body>{{#body}}{{/body}}"}}, release_of({})).errors(),
      ElementsAre("SBL0630 t/report.mustache:2:1 this element is not closed | write </body> where "
                  "it ends"));
}

TEST(Markup, NoEntitiesButFive) {
  EXPECT_THAT(errors_of("<p>&nbsp;</p>"),
              ElementsAre(StartsWith("SBL0630 t/report.mustache:3:1 the filled template is not "
                                     "well-formed XML: undefined entity | write the character "
                                     "itself or its number, as in &#160;")));
}

TEST(Markup, NoDocumentType) {
  EXPECT_THAT(filled({{"report",
                       "<!DOCTYPE html [<!ENTITY a \"b\">]>\n<html><body>{{#body}}{{/body}}"
                       "</body></html>"}},
                     release_of({}))
                  .errors(),
              ElementsAre("SBL0631 t/report.mustache:1:1 the template emits a document type | "
                          "delete <!DOCTYPE …>: the markup has no entities and no schema of its "
                          "own"));
}

TEST(Markup, NoProcessingInstructions) {
  EXPECT_THAT(errors_of("<?php x?>"),
              ElementsAre("SBL0632 t/report.mustache:3:1 the template emits a processing "
                          "instruction | delete <?…?>"));
}

TEST(Markup, UnknownElements) {
  EXPECT_THAT(errors_of("<p><strnog>a</strnog></p> <video/>"),
              ElementsAre("SBL0640 t/report.mustache:3:4 the template emits an unknown element | "
                          "did you mean \"strong\"? | echo strnog",
                          "SBL0640 t/report.mustache:3:27 the template emits an unknown element | "
                          "use one of the elements that docs/templates.md lists | echo video"));
}

TEST(Markup, ElementsOfHtmlThatAreNone) {
  EXPECT_THAT(errors_of("<p><b>a</b><i>b</i></p>"),
              ElementsAre("SBL0640 t/report.mustache:3:4 the template emits an unknown element | "
                          "write <strong>, or <span> with a class and font-weight in the style "
                          "sheet | echo b",
                          "SBL0640 t/report.mustache:3:12 the template emits an unknown element | "
                          "write <em>, or <span> with a class and font-style in the style sheet | "
                          "echo i"));
  // What is written instead is there.
  for (const char* name : {"b", "center", "font", "u", "article", "q", "strike", "tt"}) {
    EXPECT_EQ(find_element(name), nullptr) << name;
    const std::string_view instead = instead_of(name);
    ASSERT_THAT(instead, StartsWith("<")) << name;
    EXPECT_NE(find_element(instead.substr(1, instead.find('>') - 1)), nullptr) << name;
  }
  EXPECT_EQ(instead_of("p"), "");
}

TEST(Markup, UnknownAttributes) {
  EXPECT_THAT(errors_of("<p clas=\"a\" style=\"b\"/>"),
              ElementsAre("SBL0641 t/report.mustache:3:1 <p> has an unknown attribute | did you "
                          "mean \"class\"? | echo clas",
                          "SBL0641 t/report.mustache:3:1 <p> has an unknown attribute | it may "
                          "have: id, class, lang, dir, mark | echo style"));
}

// Filled text and values are never echoed: those of a full version may be withheld
// elsewhere.
TEST(Markup, WrongValues) {
  EXPECT_THAT(
      errors_of("<redaction kind=\"word\" lines=\"0\"/>"),
      ElementsAre("SBL0642 t/report.mustache:3:1 the attribute \"kind\" of <redaction> has "
                  "a value that it cannot have | it is one of: paragraph bullet heading "
                  "section quote note field span banner table row cell figure region box",
                  "SBL0642 t/report.mustache:3:1 the attribute \"lines\" of <redaction> has "
                  "a value that it cannot have | it is a whole number from 1 to 9999"));
}

TEST(Markup, EmptyElementsHaveNoContent) {
  EXPECT_THAT(errors_of("<redaction kind=\"span\">secret</redaction><hr><p/></hr>"),
              ElementsAre("SBL0643 t/report.mustache:3:1 <redaction> has to be empty | write "
                          "<redaction/>",
                          "SBL0643 t/report.mustache:3:46 <hr> has to be empty | write <hr/>"));
}

TEST(Markup, ABlankInABoxIsContentToo) {
  EXPECT_THAT(errors_of("<redaction kind=\"span\"> </redaction>"),
              ElementsAre(StartsWith("SBL0643 t/report.mustache:3:1 <redaction> has to be empty")));
}

TEST(Markup, TextWhereNoneCanStand) {
  EXPECT_THAT(errors_of("<ul>stray<li/></ul>"),
              ElementsAre("SBL0644 t/report.mustache:3:1 text cannot stand in <ul> | put it into "
                          "an element that holds text"));
}

TEST(Markup, ElementsWhereTheyCannotStand) {
  EXPECT_THAT(errors_of("<li/><ul><p/></ul><p><div/></p><div><running name=\"a\"/><html/></div>"),
              ElementsAre("SBL0645 t/report.mustache:3:1 <li> cannot stand in <body> | it stands "
                          "in: ul ol",
                          "SBL0645 t/report.mustache:3:10 <p> cannot stand in <ul> | take it out "
                          "of <ul>",
                          "SBL0645 t/report.mustache:3:22 <div> cannot stand in <p> | <p> holds "
                          "text and inline elements only",
                          "SBL0645 t/report.mustache:3:37 <running> cannot stand in <div> | it "
                          "stands in: body",
                          "SBL0645 t/report.mustache:3:56 <html> cannot stand in <div> | there is "
                          "one <html>, around everything"));
}

TEST(Markup, TheOutermostElementIsHtml) {
  EXPECT_THAT(filled({{"report", "<div>{{#body}}{{/body}}</div>"}}, release_of({})).errors(),
              ElementsAre("SBL0645 t/report.mustache:1:1 the outermost element is not <html> | put "
                          "everything that the template emits inside <html>"));
}

TEST(Markup, MissingAttributes) {
  EXPECT_THAT(errors_of("<figure><img/></figure>"),
              ElementsAre("SBL0648 t/report.mustache:3:9 <img> lacks the attribute \"src\" | write "
                          "<img src=\"…\">",
                          "SBL0648 t/report.mustache:3:9 <img> lacks the attribute \"alt\" | write "
                          "<img alt=\"…\">"));
}

TEST(Markup, DeepNesting) {
  std::string open, close;
  for (int i = 0; i < 510; ++i) {
    open += "<div>";
    close += "</div>";
  }
  EXPECT_THAT(errors_of(open + close), testing::IsEmpty());
  EXPECT_THAT(errors_of(open + "<p/>" + close),
              ElementsAre("SBL0646 t/report.mustache:3:2551 elements are nested too deeply | no "
                          "more than 512 may stand inside one another"));
}

TEST(Markup, AFaultInABlockIsToldOnceWithItsBlock) {
  const auto released = release_of({paragraph(0, words("a")), paragraph(1, words("b"))});
  EXPECT_THAT(
      filled({{"report", page("{{#body}}{{>block}}{{/body}}")},
              {"block",
               "{{#paragraph}}\n <foo>{{#spans}}{{text}}{{/spans}}</foo>\n"
               "{{/paragraph}}\n"}},
             released)
          .errors(),
      ElementsAre("SBL0640 t/block.mustache:2:2 the template emits an unknown element | use "
                  "one of the elements that docs/templates.md lists | at " +
                  block_path(released, 0) + " | echo foo"));
}

}  // namespace
}  // namespace sable::markup::test
