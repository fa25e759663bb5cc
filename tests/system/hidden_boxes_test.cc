// A template that hides what is withheld, in each way that it can: the program
// refuses the release (P11).

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "settable.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::HasSubstr;

constexpr const char* kReport =
    "sable: 1\ntemplate: sly\nreport: {title: Spring talks}\n"
    "marking: {system: corporate}\nbody:\n"
    "  - p: Nothing is withheld here.\n"
    "  - p: The talks open :redact[late]{code=b1} and end on time.\n"
    "  - {p: They were short., redact: {code: b3}}\n"
    "releases: {public: {withhold: [b1, b3], ceiling: Public}}\n";

struct Sly {
  std::string css;
  std::string redaction = {};  // in place of the partial
  std::string report = kReport;
};

Outcome rendered(const Sly& sly) {
  Program program;
  const std::string folder = "/sable/templates/sly/";
  program.world.files[folder + "theme.yaml"] =
      "name: sly\ndescription: Sly\nextends: intelligence\n";
  if (!sly.css.empty()) program.world.files[folder + "style.css"] = sly.css;
  if (!sly.redaction.empty()) program.world.files[folder + "redaction.mustache"] = sly.redaction;
  program.world.files["report.yaml"] = sly.report;
  return program.run({"render", "report.yaml", "--output", "out.pdf"});
}

void expect_refused(const Sly& sly, const std::string& code) {
  const Outcome outcome = rendered(sly);
  EXPECT_NE(outcome.status, 0);
  EXPECT_THAT(outcome.messages, HasSubstr(code));
  EXPECT_THAT(outcome.messages, HasSubstr("body/2: error"));
}

TEST(HiddenBoxes, AnHonestTemplateIsNotRefused) {
  const Outcome outcome = rendered({});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
}

TEST(HiddenBoxes, DisplayNone) { expect_refused({"redaction { display: none }"}, "SBL0961"); }

TEST(HiddenBoxes, LeftOutByTheTemplate) {
  expect_refused({"", "<span>{{extent}}</span>"}, "SBL0961");
}

TEST(HiddenBoxes, NeitherGroundNorBorder) {
  expect_refused({"body redaction { background: transparent; border: none }"}, "SBL0961");
}

TEST(HiddenBoxes, CodesInTheColourOfTheBox) {
  expect_refused({"body redaction { background: #000 } body redaction::code { color: #222 }"},
                 "SBL0965");
}

TEST(HiddenBoxes, WhiteOnWhite) {
  expect_refused({"body redaction { background: #fff } body redaction::code { color: #fff }"},
                 "SBL0965");
}

TEST(HiddenBoxes, CodesTooSmallToRead) {
  expect_refused({"body redaction::code { font-size: 0.5pt }"}, "SBL0965");
}

TEST(HiddenBoxes, NoCodes) {
  expect_refused({"body redaction::code { content: \"\" }"}, "SBL0964");
}

TEST(HiddenBoxes, OtherCodesAreSeen) {
  expect_refused({"body redaction::code { content: \"(b)(9)\" }"}, "SBL0964");
}

TEST(HiddenBoxes, OtherCodesAreRead) {
  expect_refused({"", "<redaction kind=\"{{kind}}\" extent=\"{{extent}}\" codes=\"(b)(9)\"/>"},
                 "SBL0962");
}

TEST(HiddenBoxes, OneOfTwoAlike) {
  std::string report = kReport;
  replace_all(report, "open :redact[late]{code=b1}",
              "open :redact[late]{code=b1} or :redact[not]{code=b1 label='a word'}");
  const std::string partial =
      "{{^label}}<redaction kind=\"{{kind}}\" extent=\"{{extent}}\" "
      "codes=\"{{codes}}\"/>{{/label}}";
  expect_refused({"", partial, report}, "SBL0961");
}

TEST(HiddenBoxes, OffThePage) {
  for (const char* css :
       {"p { text-indent: -900pt }", "p { margin-left: 900pt }", "p { padding-left: 900pt }",
        "@page { margin: -400pt }", "@page { size: 600pt 300pt; margin-top: 290pt }"}) {
    SCOPED_TRACE(css);
    expect_refused({css}, "SBL0961");
  }
}

// Lines so close that the box of the second lies over the codes of the first.
TEST(HiddenBoxes, BehindAnotherBox) {
  const std::string close = "body p { line-height: 1pt } body p > redaction { min-width: 300pt }";
  std::string report = kReport;
  replace_all(report, "and end on time", "and end as :redact[planned]{code=b1} on time");
  expect_refused({close, "", report}, "SBL0965");
  std::string apart = close;
  replace_all(apart, "1pt", "13pt");
  const Outcome outcome = rendered({apart, "", report});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  const Outcome alone = rendered({close});
  EXPECT_EQ(alone.status, 0) << alone.messages;
}

TEST(HiddenBoxes, BehindTheBorderOfAnotherBox) {
  const std::string close =
      "body p { line-height: 3pt } body redaction::code { color: #000 }\n"
      "body p > redaction { min-width: 300pt; background: transparent; border: 3pt solid black }";
  std::string report = kReport;
  replace_all(report, "  - {p: They were short., redact: {code: b3}}\n", "");
  const Outcome alone = rendered({close, "", report});
  EXPECT_EQ(alone.status, 0) << alone.messages;
  replace_all(report, "and end on time", "and end as :redact[planned]{code=b1} on time");
  expect_refused({close, "", report}, "SBL0965");
}

// What a running head paints lies over the text.
TEST(HiddenBoxes, BehindARunningHead) {
  expect_refused({".banner { background: #000; padding-bottom: 600pt }"}, "SBL0965");
}

// A cell too narrow for codes beside the box has a box all the same.
TEST(HiddenBoxes, NarrowCells) {
  std::string report = kReport;
  replace_all(report, "  - p: Nothing is withheld here.\n",
              "  - table:\n      columns: [{width: 1cm}, {}]\n"
              "      rows: [[{text: a, redact: {code: [b1, b3]}}, b]]\n");
  replace_all(report, "ceiling: Public", "ceiling: Public, codes: beside");
  const Outcome outcome = rendered({"", "", report});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
}

}  // namespace
}  // namespace sable::testing
