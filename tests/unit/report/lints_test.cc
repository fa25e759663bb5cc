// Advice on the wording of a report: cases for each lint, and that what is withheld has no
// part in it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kLint[] = {"SBL0242", "SBL0243", "SBL0244", "SBL0245", "SBL0246"};

// The codes of the lints that a report of that body gives rise to.
std::vector<std::string> told(const std::string& body, const std::string& lints = "",
                              const std::string& head = "marking: {system: us-ic, overall: S}") {
  const Read read = read_yaml("sable: 1\ntemplate: plain\nreport: {title: Talks}\n" + head +
                              "\nbody:\n" + body + lints);
  std::vector<std::string> codes;
  for (const base::Diagnostic& one : read.diagnostics) {
    if (std::find(std::begin(kLint), std::end(kLint), one.code) != std::end(kLint)) {
      EXPECT_EQ(one.severity, base::Severity::warning);
      codes.push_back(one.code);
    }
  }
  return codes;
}

std::vector<std::string> of_text(const std::string& text, const std::string& lints = "") {
  return told("  - p: |\n      " + text + "\n", lints);
}

TEST(Lints, LikelihoodAndConfidenceStandInSentencesOfTheirOwn) {
  for (const char* text :
       {"We judge with high confidence that talks are likely to go on.",
        "Talks will almost certainly go on; we have moderate confidence in this.",
        "It is probable, with low confidence, that talks go on.",
        "Talks are very unlikely, which we say with High Confidence."}) {
    EXPECT_THAT(of_text(text), ElementsAre("SBL0242")) << text;
  }
  for (const char* text :
       {"Talks are likely to go on. We have high confidence in this judgment.",
        "We have high confidence in the source.", "Talks are likely to go on.",
        "Confidence is likely to return to the market.",
        "Talks are likely, said Mr. Holt. We have low confidence in his word."}) {
    EXPECT_THAT(of_text(text), IsEmpty()) << text;
  }
  // An abbreviation ends no sentence.
  EXPECT_THAT(of_text("Talks with Mr. Holt are likely, e.g. in May, with high confidence."),
              ElementsAre("SBL0242"));
}

TEST(Lints, TermsAreThoseOfTheRows) {
  for (const char* text :
       {"Talks will possibly go on.", "Perhaps talks go on.", "We cannot rule out that talks end.",
        "In all likelihood talks go on.", "There is a good chance of talks.", "An end is doubtful.",
        "It is virtually certain that talks go on.", "An end cannot be ruled out.",
        "The odds are fifty-fifty."}) {
    EXPECT_THAT(of_text(text), ElementsAre("SBL0243")) << text;
  }
  for (const char* text :
       {"There is almost no chance of talks.", "Talks are very unlikely.", "Talks are unlikely.",
        "There is a roughly even chance of talks.", "Talks are likely.", "Talks are very likely.",
        "Talks are almost certain.", "There is a remote chance of talks.",
        "Talks are highly improbable.", "Talks are improbable.", "Talks are probable.",
        "Talks are highly probable.", "Talks are nearly certain.", "Talks may go on in May.",
        "The unlikelihood of talks was noted.", "The possible end of talks was noted."}) {
    EXPECT_THAT(of_text(text), IsEmpty()) << text;
  }
}

TEST(Lints, TermsAreOfOneRow) {
  EXPECT_THAT(of_text("Talks are likely. An end is improbable. A delay is very likely."),
              ElementsAre("SBL0244"));
  EXPECT_THAT(of_text("Talks are probable. An end is improbable."), IsEmpty());
}

TEST(Lints, LikelihoodIsAskedForOrOfTheUnitedStates) {
  const std::string text = "  - p: Talks will possibly go on.\n";
  EXPECT_THAT(told(text, "lints: {likelihood: false}\n"), IsEmpty());
  EXPECT_THAT(told(text, "", "marking: {system: corporate, overall: Internal}"), IsEmpty());
  EXPECT_THAT(
      told(text, "lints: {likelihood: true}\n", "marking: {system: corporate, overall: Internal}"),
      ElementsAre("SBL0243"));
}

TEST(Lints, AcronymsAreSpeltOutFirst) {
  const char* on = "lints: {acronyms: true}\n";
  for (const char* text : {"The BOF met.", "BOFs met.", "The R&D office met.", "The G7X met. BOF",
                           "The B2B office met."}) {
    const size_t expected = std::string(text).find("G7X") != std::string::npos ? 2u : 1u;
    EXPECT_EQ(of_text(text, on).size(), expected) << text;
  }
  for (const char* text :
       {"The Bureau of Fisheries (BOF) met. BOF left.", "BOF (Bureau of Fisheries) met.",
        "The US and NATO met.", "Chapter XIV ends.", "ALL IN CAPITALS", "A B C.",
        "Write `BOF` there.", "The McDonald report of 1997."}) {
    EXPECT_THAT(of_text(text, on), IsEmpty()) << text;
  }
  EXPECT_THAT(of_text("The BOF met. The BOF left.", on), ElementsAre("SBL0245"));
  EXPECT_THAT(of_text("The BOF met."), IsEmpty());
  EXPECT_THAT(of_text("The BOF and the MOT met.", "lints: {acronyms: [BOF]}\n"),
              ElementsAre("SBL0245"));
}

TEST(Lints, AMarkIsNoText) {
  for (const char* text : {"(U) Ships came in.", "(S//NF) The clerk was away.",
                           "(S//REL TO USA, GBR) The clerk was away."}) {
    EXPECT_THAT(of_text(text), ElementsAre("SBL0246")) << text;
  }
  for (const char* text : {"(a) Ships came in.", "(see above) Ships came in.", "Ships (U) came in.",
                           "(1) Ships came in."}) {
    EXPECT_THAT(of_text(text), IsEmpty()) << text;
  }
  EXPECT_THAT(
      told("  - p: (C) Ships came in.\n", "", "marking: {system: corporate, overall: Internal}"),
      IsEmpty());
}

TEST(Lints, LookAtHeadingsItemsCellsCaptionsAndNotes) {
  const auto lint_in = [](const std::string& body) { return told(body).size(); };
  EXPECT_EQ(lint_in("  - heading: Perhaps talks\n"), 1u);
  EXPECT_EQ(lint_in("  - bullets: [Perhaps talks., {text: No., bullets: [Perhaps.]}]\n"), 2u);
  EXPECT_EQ(lint_in("  - table: {caption: Perhaps, rows: [[a, perhaps]]}\n"), 2u);
  EXPECT_EQ(lint_in("  - quote: [{p: Perhaps talks.}]\n"), 1u);
  EXPECT_EQ(lint_in("  - p: \"Talks.:fn[n]\"\nnotes: {n: Perhaps.}\n"), 1u);
  EXPECT_EQ(lint_in("  - box: {title: Perhaps, body: [{p: Perhaps.}]}\n"), 2u);
}

TEST(Lints, DoNotDependOnWhatIsWithheld) {
  const auto of = [](const std::string& words) {
    const std::string lints = "lints: {acronyms: true}\n";
    return told("  - p: \"Talks are :redact[" + words +
                    "]{code=b1} with high confidence.\"\n"
                    "  - p: {text: " +
                    words +
                    ", redact: {code: b1}}\n"
                    "  - bullets: [{text: " +
                    words +
                    ", redact: {code: b1}}]\n"
                    "  - section: {heading: Ends, redact: {code: b1}, body: [{p: " +
                    words + "}]}\n",
                lints);
  };
  const std::vector<std::string> plain = of("going on");
  for (const char* words : {"likely", "possibly", "the BOF", "(U) likely and probable"}) {
    EXPECT_EQ(of(words), plain) << words;
  }
  // The control: in the open they are seen.
  EXPECT_THAT(of_text("Talks are likely with high confidence."), ElementsAre("SBL0242"));
}

TEST(Lints, PortionsWithoutAMarkAreListed) {
  const auto unmarked = [](const std::string& body, const std::string& lints) {
    const Read read = read_yaml(
        "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: Talks}}\n"
        "marking: {system: us-ic, overall: S}\nbody:\n" +
        body + lints);
    return codes(read.sources, read.diagnostics);
  };
  const std::string body =
      "  - p: one\n"
      "  - p: {mark: S, text: two}\n"
      "  - bullets: [{mark: S, text: three, bullets: [four]}, five]\n"
      "  - quote: {mark: U, body: [{p: six}]}\n"
      "  - table: {mark: U, caption: seven, rows: [[eight]]}\n"
      "  - heading: nine\n";
  EXPECT_THAT(unmarked(body, "lints: {marks: true}\n"),
              ElementsAre("SBL0247 [p: one]", "SBL0247 [five]", "SBL0247 [nine]"));
  EXPECT_THAT(unmarked(body, ""), IsEmpty());
}

TEST(Lints, TheSettingIsChecked) {
  const Read read = read_yaml(
      "sable: 1\ntemplate: plain\nreport: {title: Talks}\nmarking: {system: us-ic, overall: S}\n"
      "body: [{p: a}]\nlints: {acronym: true}\n");
  EXPECT_FALSE(read.ok);
}

}  // namespace
}  // namespace sable::report
