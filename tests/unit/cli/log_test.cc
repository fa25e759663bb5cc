// sable log: the registers, in each format.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/register_text.h"
#include "program.h"

namespace sable::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// Three pages: the second begins with a section that is withheld in part.
std::string report() {
  std::string body;
  const auto fill = [&] {
    for (int i = 0; i < 16; ++i) {
      body +=
          "  - p: The lighters lie at the quay until the tide serves, and the clerk counts them "
          "as they come in, one by one, and writes the sum into the book of the harbor.\n";
    }
  };
  body += "  - heading: {text: ':redact[QXZJ]{code=b3 id=h1} and dues'}\n";
  body +=
      "  - p: 'Before :redact[QXZJ]{code=b1 id=k1 extent=\"3 lines\" label=a}, behind.:fn[n]'\n";
  fill();
  body += "  - section: {heading: Lighters, body: [{p: QXZJ, redact: {code: b6, id: k2}}]}\n";
  fill();
  body += "  - table: {rows: [[a, {text: QXZJ, redact: {code: b6}}]]}\n";
  return "sable: 1\ntemplate: intelligence\ndecisions: d.yaml\n"
         "report: {title: Harbor dues, number: H 1, date: 2020-01-02}\n"
         "marking:\n  system: legacy\n  overall: Unclassified\n"
         "  codeword: {text: QXZJ, redact: {code: b3}}\n"
         "contents: true\nbody:\n" +
         body +
         "notes:\n  n: 'A :redact[QXZJ]{code=b6} of it.'\n"
         "releases:\n  full: {unredacted: true}\n"
         "  foia: {withhold: [b1, b3, b6], bates: {prefix: H-, first: 7, digits: 3}}\n";
}

const std::string kDecisions =
    "sable-decisions: 1\ndecisions:\n"
    "  k1:\n"
    "    equity: Port Office\n"
    "    justification: '=Would, as \"they\" say, harm'\n"
    "    reason: Zreason\n"
    "    basis: Zbasis\n"
    "    history:\n"
    "      - {status: proposed, by: Zproposer, on: 2020-02-01}\n"
    "      - {status: referred, by: Zreferrer, on: 2020-02-02}\n";

class LogTest : public ::testing::Test {
 protected:
  LogTest() {
    program_.world.files["a.yaml"] = report();
    program_.world.files["d.yaml"] = kDecisions;
  }

  std::string logged(std::vector<std::string> more) {
    std::vector<std::string> words = {"log", "a.yaml", "--release", "foia"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = program_.run(words);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.messages, "");
    return outcome.output;
  }

  Program program_;
};

TEST_F(LogTest, FindsThePageOfEachBox) {
  EXPECT_EQ(logged({"--public", "--format", "csv"}),
            "release,number,id,page,bates,section,kind,codes,extent,description,justification,"
            "referred-to\r\n"
            "foia,1,,every page,,banner,banner,(b)(3) 5 USC 552(b)(3),words,,,\r\n"
            "foia,2,h1,1,H-007,[withheld] and dues,span,(b)(3) 5 USC 552(b)(3),words,,,\r\n"
            "foia,3,k1,1,H-007,[withheld] and dues,span,(b)(1) 5 USC 552(b)(1),3 lines,a,"
            "\" =Would, as \"\"they\"\" say, harm\",Port Office\r\n"
            "foia,4,k2,2,H-008,Lighters,paragraph,(b)(6) 5 USC 552(b)(6),paragraph,,,\r\n"
            "foia,5,,3,H-009,[withheld] and dues,cell,(b)(6) 5 USC 552(b)(6),words,,,\r\n"
            "foia,6,,1,H-007,notes,span,(b)(6) 5 USC 552(b)(6),words,,,\r\n");
}

TEST_F(LogTest, ThePublicOneHasNothingPrivate) {
  for (const char* format : {"table", "csv", "json"}) {
    const std::string text = logged({"--public", "--format", format});
    for (const char* secret : {"QXZJ", "Zreason", "Zbasis", "Zproposer", "Zreferrer", "a.yaml"}) {
      EXPECT_THAT(text, Not(HasSubstr(secret))) << format;
    }
    EXPECT_THAT(text, HasSubstr("Port Office")) << format;
  }
}

TEST_F(LogTest, TheInternalOneTellsOfficersButNoWithheldWords) {
  for (const char* format : {"table", "csv", "json"}) {
    const std::string text = logged({"--format", format});
    EXPECT_THAT(text, Not(HasSubstr("QXZJ")));
    for (const char* told : {"Zreason", "Zbasis", "Zreferrer", "referred", "a.yaml:12:16"}) {
      EXPECT_THAT(text, HasSubstr(told)) << format;
    }
  }
}

// Its headings, labels and justifications could be what tells the words.
TEST_F(LogTest, WhatCannotBeReleasedHasNoPublicRegister) {
  const auto refused = [this](const std::string& file, const std::string& from,
                              const std::string& to) {
    std::string& text = program_.world.files[file];
    text.replace(text.find(from), from.size(), to);
    return program_.run({"log", "a.yaml", "--release", "foia", "--public"});
  };
  const Outcome in_the_open = refused("a.yaml", "Lighters", "QXZJ");
  EXPECT_EQ(in_the_open.status, 42);
  EXPECT_THAT(in_the_open.output, IsEmpty());
  EXPECT_THAT(in_the_open.messages, HasSubstr("SBL0450"));
  EXPECT_EQ(refused("a.yaml", "heading: QXZJ", "heading: Lighters").status, 0);
  const Outcome justified = refused("d.yaml", "say, harm", "say, harm Qxzj");
  EXPECT_EQ(justified.status, 42);
  EXPECT_THAT(justified.output, IsEmpty());
}

TEST_F(LogTest, KeepsALedgerOfThePages) {
  const std::string text = logged({"--public"});
  EXPECT_THAT(text, HasSubstr("Page  Bates  State\n"
                              "1     H-007  released in part, referred\n"
                              "2     H-008  released in part\n"
                              "3     H-009  released in part\n"
                              "\n"
                              "3 pages: 0 released in full, 3 in part, 0 withheld; 1 with referred "
                              "matter\n"));
  EXPECT_THAT(logged({"--public", "--format", "json"}),
              HasSubstr("{\"page\": \"1\", \"bates\": \"H-007\", \"state\": \"in-part\", "
                        "\"referred\": true, \"stands-for\": 1}"));
}

TEST_F(LogTest, IsSetByATemplateOfItsOwn) {
  const std::string pdf = logged({"--public", "--output", "-", "--format", "pdf"});
  EXPECT_THAT(pdf, StartsWith("%PDF-1.7"));
  const Outcome written =
      program_.run({"log", "a.yaml", "--release", "foia", "--output", "out/r.pdf"});
  EXPECT_EQ(written.messages, "wrote out/r.pdf\n");
  EXPECT_THAT(program_.world.files["out/r.pdf"], StartsWith("%PDF-1.7"));
  EXPECT_THAT(program_.world.files["out/r.pdf"], HasSubstr("INTERNAL REGISTER"));
}

TEST_F(LogTest, RefusesWhatItCannotDo) {
  const auto said = [&](const std::vector<std::string>& words) {
    const Outcome outcome = program_.run(words);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.output, "");
    return outcome.messages;
  };
  EXPECT_THAT(said({"log", "a.yaml"}), HasSubstr("sable log needs a release"));
  EXPECT_THAT(said({"log", "--release", "foia"}), HasSubstr("sable log needs a file"));
  EXPECT_THAT(said({"log", "a.yaml", "--release", "fioa"}), HasSubstr("did you mean foia?"));
  EXPECT_THAT(said({"log", "a.yaml", "--release", "full"}), HasSubstr("withholds nothing"));
  EXPECT_THAT(said({"log", "a.yaml", "--release", "foia", "--format", "pdf"}),
              HasSubstr("needs a place"));
}

TEST(RegisterText, JsonEscapesWhatItHasTo) {
  released::Register made;
  made.release = "a\"b\\c\n";
  EXPECT_THAT(register_json(made), HasSubstr("\"release\": \"a\\\"b\\\\c\\u000a\""));
}

// A page that shows nothing else counts as all that its box declares.
TEST(Registers, AWithheldPageStandsForAsManyAsAreDeclared) {
  released::Released release;
  released::Block& block = release.body.emplace_back();
  block.ordinal = 3;
  released::Hole hole;
  hole.kind = released::HoleKind::section;
  hole.extent = {released::ExtentKind::page, 4};
  hole.number = 1;
  block.value = hole;
  release.bates = released::Bates{"K-", 7, 3};
  const released::Register made = register_of(
      release, {{{3, {1}}}, {{"1", true, false, 1}, {"2", false, true, 4}, {"3", true, false, 1}}});
  EXPECT_EQ(made.ledger[0].bates, "K-007");
  EXPECT_EQ(made.ledger[1].bates, "K-008–011");
  EXPECT_EQ(made.ledger[2].bates, "K-012");
  EXPECT_EQ(made.totals.in_full, 2u);
  EXPECT_EQ(made.totals.withheld, 4u);
  EXPECT_EQ(made.ledger[1].stands_for, 4u);
  EXPECT_EQ(made.entries[0].extent, "4 pages");
  EXPECT_STREQ(released::extent_name({released::ExtentKind::half_page, 0}).c_str(), "half page");
}

}  // namespace
}  // namespace sable::cli::testing
