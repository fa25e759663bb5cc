// Decisions beside a report: what the file may say, and how it and the report agree.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kBody = "  - p: The :redact[envoy]{code=b1 id=k1} arrives.\n";

// A report that names a file of decisions, which holds `decisions` below its head.
Read read_with(const std::string& decisions, const std::string& body = kBody) {
  return read_yaml("decisions: talks.decisions.yaml\n" + report_with(body),
                   {{"talks.decisions.yaml", "sable-decisions: 1\ndecisions:\n" + decisions}});
}

std::vector<std::string> wrong_with(const std::string& decisions, const std::string& body = kBody) {
  const Read read = read_with(decisions, body);
  return codes(read.sources, read.diagnostics);
}

std::string history(const std::string& events) { return "  k1:\n    history:\n" + events; }

TEST(Rulings, AreReadWhole) {
  const Read read = read_with(
      "  k1:\n"
      "    codes: [b1]\n"
      "    equity: Office of Coastal Affairs\n"
      "    basis: EO 13526 section 1.4(c)\n"
      "    justification: >-\n      Names a source\n      of the service.\n"
      "    reason: She still works there.\n"
      "    history:\n"
      "      - {status: proposed, by: A. Lindqvist, on: 2023-09-01}\n"
      "      - {status: referred, by: A. Lindqvist, on: 2023-09-02, note: by phone}\n");
  ASSERT_THAT(codes(read.sources, read.diagnostics), IsEmpty());
  const Ruling& ruling = read.report.rulings.at("k1");
  EXPECT_THAT(ruling.codes, ElementsAre("b1"));
  EXPECT_EQ(ruling.equity, "Office of Coastal Affairs");
  EXPECT_EQ(ruling.basis, "EO 13526 section 1.4(c)");
  EXPECT_EQ(ruling.justification, "Names a source of the service.");
  EXPECT_EQ(ruling.reason, "She still works there.");
  ASSERT_EQ(ruling.history.size(), 2u);
  EXPECT_EQ(ruling.history[1].step, Step::referred);
  EXPECT_EQ(ruling.history[1].by, "A. Lindqvist");
  EXPECT_EQ(ruling.history[1].note, "by phone");
}

TEST(Rulings, StandAsOfADay) {
  const Ruling ruling{{},
                      {},
                      {},
                      {},
                      {},
                      {},
                      {},
                      {{{}, Step::proposed, "A", "2023-09-01", {}},
                       {{}, Step::approved, "B", "2023-10-02", {}},
                       {{}, Step::released, "C", "2024-03-05", {}}}};
  EXPECT_EQ(standing(ruling, "2023-08-31"), std::nullopt);
  EXPECT_EQ(standing(ruling, "2023-09-01"), Step::proposed);
  EXPECT_EQ(standing(ruling, "2024-03-04"), Step::approved);
  EXPECT_EQ(standing(ruling, ""), Step::released);
  EXPECT_EQ(last_of(ruling, Step::released, "2024-01-01"), nullptr);
  EXPECT_EQ(last_of(ruling, Step::approved, "2024-01-01")->by, "B");
}

TEST(Rulings, APersonIsKnownInAnySpelling) {
  EXPECT_TRUE(same_person("J. Okafor", "j.okafor"));
  EXPECT_TRUE(same_person("J.  Okafor", "J. Okafor"));
  EXPECT_FALSE(same_person("J. Okafor", "A. Okafor"));
}

TEST(Rulings, GiveCodesAndStatutes) {
  const Read read = read_with("  k1: {codes: [b3, b6], statute: 50 USC 3024(i)(1)}\n",
                              "  - p: The :redact[envoy]{id=k1} arrives.\n");
  ASSERT_THAT(codes(read.sources, read.diagnostics), IsEmpty());
  EXPECT_THAT(notation(read.report.body), HasSubstr("redact[b3,b6"));
  EXPECT_TRUE(read.report.codes.contains("b6"));
}

TEST(Rulings, GiveCodesToBlocksToo) {
  const Read read =
      read_with("  k1: {codes: [b3]}\n", "  - {p: The envoy arrives., redact: {id: k1}}\n");
  EXPECT_THAT(codes(read.sources, read.diagnostics), IsEmpty());
  EXPECT_TRUE(read.report.codes.contains("b3"));
}

TEST(Rulings, ARedactionWithoutACodeNeedsOne) {
  EXPECT_THAT(wrong_with("  k1: {equity: Us}\n", "  - p: The :redact[envoy]{id=k1} arrives.\n"),
              ElementsAre("SBL0231 [:redact[envoy]{id=k1}]"));
  EXPECT_THAT(wrong_in("  - p: The :redact[envoy]{id=k1} arrives.\n"),
              ElementsAre(HasSubstr("SBL0231")));
  EXPECT_THAT(wrong_in("  - {p: The envoy., redact: {id: k1}}\n"),
              ElementsAre(HasSubstr("SBL0231")));
}

TEST(Rulings, CodesHaveToAgree) {
  EXPECT_THAT(wrong_with("  k1: {codes: [b1]}\n"), IsEmpty());
  EXPECT_THAT(wrong_with("  k1: {codes: [b1, b3]}\n"),
              ElementsAre("SBL0305 [:redact[envoy]{code=b1 id=k1}]"));
}

TEST(Rulings, StatutesHaveToAgree) {
  const std::string body = "  - p: A :redact[b]{code=b3 statute='5 USC 1' id=k1}.\n";
  EXPECT_THAT(wrong_with("  k1: {statute: 5 USC 1}\n", body), IsEmpty());
  EXPECT_THAT(wrong_with("  k1: {statute: 5 USC 2}\n", body), ElementsAre("SBL0308 [5 USC 2]"));
}

TEST(Rulings, SpeakOfRedactionsThatThereAre) {
  EXPECT_THAT(wrong_with("  k2: {equity: Us}\n"), ElementsAre("SBL0307 [k2]"));
  EXPECT_THAT(wrong_with("  'k 2': {equity: Us}\n"), ElementsAre("SBL0216 ['k 2']"));
}

TEST(Rulings, CannotReleaseWhatTheReportLacks) {
  EXPECT_THAT(wrong_with(history("      - {status: proposed, by: A, on: 2023-09-01}\n"
                                 "      - {status: released, by: B, on: 2023-09-02}\n"),
                         "  - table: {redact: {code: b1, id: k1}, withheld: true}\n"),
              ElementsAre("SBL0306 [released]"));
}

TEST(Rulings, AReferralNamesAnOffice) {
  EXPECT_THAT(wrong_with(history("      - {status: proposed, by: A, on: 2023-09-01}\n"
                                 "      - {status: referred, by: A, on: 2023-09-02}\n")),
              ElementsAre("SBL0301 [referred]"));
}

// What a history may not be, and where that is told.
struct Wrong {
  const char* events;
  const char* finding;
};

class History : public ::testing::TestWithParam<Wrong> {};

TEST_P(History, IsRefused) {
  EXPECT_THAT(wrong_with(history(GetParam().events)), ElementsAre(GetParam().finding));
}

INSTANTIATE_TEST_SUITE_P(
    Events, History,
    ::testing::Values(
        Wrong{"      - {status: approved, by: A, on: 2023-09-01}\n", "SBL0304 [approved]"},
        Wrong{"      - {status: released, by: A, on: 2023-09-01}\n", "SBL0304 [released]"},
        Wrong{"      - {status: proposed, by: A, on: 2023-09-01}\n"
              "      - {status: appealed, by: B, on: 2023-09-02}\n",
              "SBL0304 [appealed]"},
        Wrong{"      - {status: proposed, by: A, on: 2023-09-01}\n"
              "      - {status: approved, by: B, on: 2023-09-02}\n"
              "      - {status: upheld, by: B, on: 2023-09-03}\n",
              "SBL0304 [upheld]"},
        Wrong{"      - {status: proposed, by: A, on: 2023-09-01}\n"
              "      - {status: released, by: B, on: 2023-09-02}\n"
              "      - {status: approved, by: B, on: 2023-09-03}\n",
              "SBL0304 [approved]"},
        Wrong{"      - {status: proposed, by: A, on: 2023-09-02}\n"
              "      - {status: approved, by: B, on: 2023-09-01}\n",
              "SBL0303 [approved]"},
        Wrong{"      - {status: granted, by: A, on: 2023-09-01}\n", "SBL0205 [granted]"},
        Wrong{"      - {status: proposed, by: A, on: 2023-02-30}\n", "SBL0207 [2023-02-30]"},
        Wrong{"      - {status: proposed, by: ' ', on: 2023-02-03}\n", "SBL0302 [' ']"},
        Wrong{"      - {status: proposed, on: 2023-02-03}\n", "SBL0203 [status]"},
        Wrong{"      - proposed\n", "SBL0202 [proposed]"}));

TEST(Rulings, TheFileIsTheOneItShouldBe) {
  const auto wrong = [](const std::string& name, const Files& files) {
    const Read read = read_yaml("decisions: " + name + "\n" + report_with(kBody), files);
    return codes(read.sources, read.diagnostics);
  };
  EXPECT_THAT(wrong("d.yaml", {}), ElementsAre("SBL0291 [d.yaml]"));
  EXPECT_THAT(wrong("../d.yaml", {}), ElementsAre("SBL0290 [../d.yaml]"));
  EXPECT_THAT(wrong("d.yaml", {{"d.yaml", "sable-decisions: 2\ndecisions:\n"}}),
              ElementsAre("SBL0300 [2]"));
  EXPECT_THAT(wrong("d.yaml", {{"d.yaml", "- a\n"}}), ElementsAre("SBL0300 []"));
  EXPECT_THAT(wrong("d.yaml", {{"d.yaml", "sable-decisions: 1\n"}}),
              ElementsAre("SBL0203 [sable-decisions]"));
}

// Texts of the file are never quoted, even where messages may quote the report.
TEST(Rulings, NoMessageHoldsTheirWords) {
  const Read read = read_with("  k1: {reason: Zwyx, equty: Zwyx, codes: b99}\n");
  ASSERT_FALSE(read.diagnostics.empty());
  for (const base::Diagnostic& one : read.diagnostics) {
    EXPECT_EQ((one.message + one.help).find("Zwyx"), std::string::npos);
    ASSERT_TRUE(one.span);
    const bool sealed = read.sources.file(one.span->file).secrecy == base::Secrecy::sealed;
    EXPECT_TRUE(one.span->file == read.file || sealed);
  }
}

TEST(Rulings, TwoPersonsAreAskedForByName) {
  EXPECT_TRUE(read_yaml("approval: two-person\n" + report_with(kBody)).report.two_persons);
  const Read read = read_yaml("approval: twice\n" + report_with(kBody));
  EXPECT_THAT(codes(read.sources, read.diagnostics), ElementsAre("SBL0205 [twice]"));
}

}  // namespace
}  // namespace sable::report
