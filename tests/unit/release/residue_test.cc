#include "release/residue.h"

#include <chrono>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kFoia =
    "releases:\n  foia: {audience: public, withhold: [b1, b3], show: [b5], ceiling: S}\n"
    "  full: {unredacted: true}\n";

struct Found {
  bool refused = false;
  std::vector<std::string> findings;  // "SBL0451 [stretch of the source] (echo)"
  std::string refusal;
};

Found search(const std::string& yaml, const std::string& name = "foia") {
  const Source source = read_source(yaml);
  const auto profiles = read_profiles(source.report);
  if (!profiles) throw std::runtime_error(profiles.error().front().message);
  for (const Profile& profile : *profiles) {
    if (profile.name != name) continue;
    const auto withheld = withhold(source.report, profile);
    if (!withheld) throw std::runtime_error(withheld.error().front().message);
    Found found;
    const auto refusal = refuse_residue(source.report, profile, *withheld);
    if (!refusal) {
      found.refused = true;
      const base::Diagnostic& told = refusal.error().front();
      found.refusal = fmt::format("{} {} {} {}", refusal.error().size(), told.code, told.message,
                                  told.span || !told.echo.empty() || told.ordinal);
    }
    for (const auto& each : find_residue(source.sources, source.report, profile, *withheld)) {
      const std::string& text = source.sources.file(each.span->file).text;
      found.findings.push_back(
          fmt::format("{} [{}] ({})", each.code,
                      text.substr(each.span->begin, each.span->end - each.span->begin), each.echo));
    }
    return found;
  }
  throw std::runtime_error("no such release");
}

std::string report(const std::string& title, const std::string& rest,
                   const std::string& releases = kFoia) {
  return "sable: 1\ntemplate: plain\nreport: {title: \"" + title +
         "\"}\nmarking: {system: us-ic, overall: S}\n" + rest + releases;
}

// Whether a paragraph with that span refuses one with those words.
bool stands(const std::string& withheld, const std::string& shown,
            const std::string& language = "en-US") {
  return search("sable: 1\ntemplate: plain\nreport: {title: T, language: " + language +
                "}\nmarking: {system: us-ic, overall: S}\nbody:\n  - p: \"It :redact[" + withheld +
                "]{code=b1} was.\"\n  - p: \"" + shown + "\"\n" + kFoia)
      .refused;
}

TEST(Residue, IsOneConstantSentence) {
  const Found found =
      search(report("T", "body:\n  - p: \"A :redact[Kaldec]{code=b1}.\"\n  - p: Kaldec\n"));
  EXPECT_EQ(found.refusal,
            "1 SBL0450 words that this release withholds stand elsewhere in it false");
  const Found other = search(report(
      "T",
      "body:\n  - p: \"A :redact[Jo Orr]{code=b3}, :redact[Ulm]{code=b1}.\"\n  - p: Ulm Jo Orr\n"));
  EXPECT_EQ(other.refusal, found.refusal);
  EXPECT_EQ(other.findings.size(), 2u);
}

TEST(Residue, IsNoneWhereTheWordsStandNowhereElse) {
  const Found found =
      search(report("T", "body:\n  - p: \"A :redact[Kaldec]{code=b1}.\"\n  - p: Kalder\n"));
  EXPECT_FALSE(found.refused);
  EXPECT_THAT(found.findings, IsEmpty());
}

TEST(Residue, IsNoneInAReleaseThatShowsTheSpan) {
  const std::string yaml =
      report("T", "body:\n  - p: \"A :redact[Kaldec]{code=b5}.\"\n  - p: Kaldec\n");
  EXPECT_FALSE(search(yaml).refused);
  EXPECT_FALSE(search(yaml, "full").refused);
}

TEST(Residue, IsFoundInEveryChannel) {
  const std::string span = "  - p: \"A :redact[Kaldec]{code=b1}.\"\n";
  const std::string body = "body:\n" + span;
  const std::string channels[] = {
      report("On Kaldec", body),
      report("T", body + "  - p: seen by Kaldec\n"),
      report("T", body + "  - run-in: Kaldec.\n    p: x\n"),
      report("T", body + "  - heading: Kaldec\n"),
      report("T", body + "  - section: {heading: Kaldec, body: [{p: x}]}\n"),
      report("T", body + "  - bullets: [x, {text: y, bullets: [Kaldec]}]\n"),
      report("T", body + "  - quote: [{p: Kaldec}]\n"),
      report("T", body + "  - box: {title: Kaldec, body: [{p: x}]}\n"),
      report("T", body + "  - table: {caption: Kaldec, rows: [[x]]}\n"),
      report("T", body + "  - table: {rows: [[x, Kaldec]]}\n"),
      report("T", body + "  - table: {id: kaldec, caption: c, rows: [[x]]}\n"),
      report("T", body + "  - p: \"x:fn[n]\"\nnotes:\n  n: Kaldec\n"),
      report("T", body + "  - p: \":term[x]{as=Kaldec}\"\n"),
      report("T", body + "  - p: \":link[x]{https://kaldec.example}\"\n"),
      report("T", body + "  - p: \":redact[x]{code=b3 label=Kaldec}\"\n"),
      report("T", body + "  - p: \":redact[x]{code=b3 id=about-kaldec}\"\n"),
      report("T", body, "releases:\n  foia: {withhold: b1, ceiling: S, stamp: For Kaldec}\n"),
      report("T", body, "releases:\n  foia: {withhold: b1, ceiling: S, watermark: KALDEC}\n"),
      report("T", body,
             "releases:\n  foia: {withhold: b1, ceiling: S, bates: {prefix: KALDEC-}}\n"),
      report("T", body,
             "releases:\n  foia: {withhold: b1, declassified: {authority: Kaldec, date: "
             "2019-05-14}}\n"),
  };
  for (const std::string& yaml : channels) EXPECT_TRUE(search(yaml).refused) << yaml;
}

TEST(Residue, IsFoundInEveryForm) {
  for (const char* form : {"Kaldec", "KALDEC", "kaldec", "Kaldec's", "Kaldec\u2019s", "Kaldecs",
                           "Kal-dec", "Kal\u00ADdec", "Kal dec", "Kál\u2011dec", "Kal\u2013dec",
                           "\u201CKaldec\u201D", "(Kaldec)", "*Kal*dec"}) {
    EXPECT_TRUE(stands("Kaldec", form)) << form;
  }
  for (const char* other : {"Kaldecian", "Skaldec", "Kal. The dec", "Kal", "K"}) {
    EXPECT_FALSE(stands("Kaldec", other)) << other;
  }
  EXPECT_TRUE(stands("agents' meeting", "an agent meetings"));
  EXPECT_FALSE(stands("agents' meeting", "a meeting of agents"));
  EXPECT_FALSE(stands("the agents", "agents"));
  EXPECT_TRUE(stands("cooperation", "co-operation"));
  EXPECT_TRUE(stands("Quarry Bay", "quarrybay"));
  EXPECT_TRUE(stands("1,200", "the 1200 men"));
  EXPECT_TRUE(stands("1 200", "the 1,200 men"));
  EXPECT_FALSE(stands("200", "the 1,200 men"));
  EXPECT_FALSE(stands("12", "1, 2"));
  EXPECT_TRUE(stands("王小明", "見王小明君"));
  EXPECT_FALSE(stands("der Botschafter", "des Botschafters", "de"));
  EXPECT_TRUE(stands("Botschafter", "des Botschafters", "de"));
  EXPECT_TRUE(stands("l'Évêque", "les évêques", "fr"));
}

TEST(Residue, LeavesOutWhatTellsNothing) {
  EXPECT_FALSE(stands("the", "the man"));
  EXPECT_FALSE(stands("he was", "he was"));
  EXPECT_FALSE(stands("7", "7 men"));
  EXPECT_FALSE(stands("x", "an x"));
  EXPECT_FALSE(stands("onus", "depends on us"));
  EXPECT_TRUE(stands("US", "by the US"));
  EXPECT_FALSE(stands("US", "by us"));
  EXPECT_TRUE(stands("the Harbour", "a harbour"));
  EXPECT_TRUE(stands("27", "27 men"));
}

TEST(Residue, LooksForSpansOfFourWordsAtMost) {
  EXPECT_TRUE(stands("one red green blue", "one red green blue"));
  EXPECT_FALSE(stands("one red green blue grey", "one red green blue grey"));
  EXPECT_TRUE(stands("one red-green blue-grey dot", "one red-green blue-grey dot"));
}

TEST(Residue, LooksForWhatIsWithheldInsideAWithheldBlock) {
  EXPECT_TRUE(
      search(report("T",
                    "body:\n  - redact: {code: b3}\n    p: \"A :redact[Kaldec]{code=b1}.\"\n"
                    "  - p: Kaldec\n"))
          .refused);
}

TEST(Residue, DoesNotReachAcrossABox) {
  EXPECT_FALSE(search(report("T",
                             "body:\n  - p: \"A :redact[Quarry Bay]{code=b1}.\"\n"
                             "  - p: \"Quarry :redact[zzz]{code=b3} Bay\"\n"))
                   .refused);
}

TEST(Residue, LooksForTermsOfTheAuthor) {
  const std::string body = "body:\n  - p: \"A :redact[zzz]{code=b1}.\"\n  - p: By Kaldecs.\n";
  const Found found = search(report("T", "residue: {terms: [Kaldec]}\n" + body));
  EXPECT_TRUE(found.refused);
  EXPECT_THAT(found.findings, ElementsAre("SBL0455 [Kaldecs] (Kaldecs)"));
  EXPECT_TRUE(search(report("T", "residue: {terms: [{term: Kaldec, code: b3}]}\n" + body)).refused);
  EXPECT_FALSE(
      search(report("T", "residue: {terms: [{term: Kaldec, code: b5}]}\n" + body)).refused);
}

TEST(Residue, KeepsToWaivers) {
  const std::string body = "body:\n  - p: \"A :redact[Kaldec]{code=b1}.\"\n  - p: Kaldecs\n";
  EXPECT_FALSE(
      search(report("T", "residue: {waivers: [{term: KALDEC, because: x}]}\n" + body)).refused);
  EXPECT_TRUE(
      search(report("T", "residue: {waivers: [{term: Kalder, because: x}]}\n" + body)).refused);
}

TEST(Residue, TellsThePlaceOfEachInTheOpen) {
  const Found found = search(
      report("T", "body:\n  - p: \"Kaldec :redact[Kaldec]{code=b1} and Kaldecs, Kaldec.\"\n"));
  EXPECT_THAT(found.findings,
              ElementsAre("SBL0451 [Kaldec] (Kaldec)", "SBL0451 [Kaldecs] (Kaldecs)",
                          "SBL0451 [Kaldec] (Kaldec)"));
}

TEST(Residue, WarnsOfTellingWordsOfLongerTexts) {
  const Found found = search(report("T", R"(
body:
  - redact: {code: b1}
    p: In March the clerk Marlow took 45,310 crowns by a subterfuge, which was notorious.
  - p: The sum of 45310, they say, and Marlow; in March. It was notorious.
)"));
  EXPECT_FALSE(found.refused);
  EXPECT_THAT(found.findings, ElementsAre("SBL0456 [Marlow] (Marlow)", "SBL0457 [45310] (45310)"));
}

TEST(Residue, WarnsOfRareWordsOnceAndOfKnownOnesNever) {
  const std::string withheld =
      "body:\n  - {p: It was an uncontrovertible thing, redact: {code: b1}}\n";
  EXPECT_THAT(search(report("T", withheld + "  - p: uncontrovertible\n")).findings,
              ElementsAre("SBL0458 [uncontrovertible] (uncontrovertible)"));
  EXPECT_THAT(search(report("T", withheld + "  - p: uncontrovertible uncontrovertible\n")).findings,
              IsEmpty());
  EXPECT_THAT(search(report("uncontrovertible", withheld + "  - p: uncontrovertible\n")).findings,
              IsEmpty());
}

TEST(Residue, TakesATermAndAWaiverToBeWords) {
  EXPECT_THROW(search(report("T", "residue: {terms: ['']}\nbody: [{p: x}]\n")), std::runtime_error);
  EXPECT_THROW(search(report("T", "residue: {waivers: [{term: a}]}\nbody: [{p: x}]\n")),
               std::runtime_error);
}

// About a thousand pages, with as many spans.
TEST(Residue, IsLookedForInOnePass) {
  std::string body = "body:\n";
  for (int i = 0; i < 1000; ++i) {
    body += fmt::format("  - p: \"The :redact[Kal{}dec Ort]{{code=b1}} ", i);
    for (int j = 0; j < 480; ++j) body += fmt::format("word{} ", (i * 7 + j * 13) % 5000);
    body += "\"\n";
  }
  const Source source = read_source(report("T", body));
  const auto profiles = read_profiles(source.report);
  const auto withheld = withhold(source.report, profiles->front());
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(refuse_residue(source.report, profiles->front(), *withheld).has_value());
  const auto took = std::chrono::steady_clock::now() - begin;
  // A debug build on a busy machine; a pass for each span would take minutes.
  EXPECT_LT(std::chrono::duration_cast<std::chrono::seconds>(took).count(), 10);
}

}  // namespace
}  // namespace sable::release
