// Every part of a report, withheld as a whole and in part: nothing of it in what
// is made from the part elsewhere in the PDF (outline, running heads, document
// information, stamp, references), and something that reads well in its place.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "channels.h"
#include "judges.h"
#include "sound_report.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

// Each withheld word begins so, and no other.
const Canary kCanary{"Wqxz", ""};

constexpr const char* kReport = R"(sable: 1
template: intelligence
report:
  kind: {text: "Research :redact[Wqxzaa]{code=b6} Assessment", redact: {code: b1}}
  office: {text: "Office of :redact[Wqxzab]{code=b6} Affairs", redact: {code: b1}}
  title: {text: "Halmark before :redact[Wqxzac]{code=b6}", redact: {code: b1}}
  date: {text: 1996-02-29, redact: {code: b1}}
  number: {text: "RA 98-:redact[Wqxzad]{code=b6}", redact: {code: b1}}
marking:
  system: legacy
  overall: Secret
  codeword: {text: Wqxzae, redact: {code: b6}}
body:
  - p: "See :ref[part], :ref[whole] and :ref[section]."
  - section:
      heading: {text: "What :redact[Wqxzaf]{code=b6} Expects", id: part}
      body:
        - run-in: "The :redact[Wqxzag]{code=b6}."
          p: One.:fn[part] Two.:fn[whole]
        - run-in: {text: Wqxzah, redact: {code: b6}}
          p: Three.
        - section: {heading: "Shown", body: [{p: Text.}]}
  - section:
      heading: {text: Wqxzai, id: whole, redact: {code: b6}}
      body:
        - bullets:
            - {text: Wqxzaj, redact: {code: b6}, bullets: [Wqxzak]}
            - text: One of :redact[Wqxzal]{code=b6} here.
              bullets: [{text: Wqxzam, redact: {code: b6}}]
  - section:
      heading: {text: Wqxzan, id: section}
      redact: {code: b6, extent: page}
      body: [{p: Wqxzao}]
  - box:
      id: box
      title: "Box of :redact[Wqxzar]{code=b6} here"
      body: [{p: "See :ref[box], :ref[untitled] and :ref[boxed]."}]
  - box:
      id: untitled
      title: {text: Wqxzas, redact: {code: b6}}
      body: [{p: "In a box.", redact: {code: b1}}]
  - box:
      id: boxed
      redact: {code: b6}
      title: Wqxzat
      body: [{p: Wqxzau}]
notes:
  part: A note of :redact[Wqxzap]{code=b6}.
  whole: {text: Wqxzaq, redact: {code: b6}}
releases:
  full: {unredacted: true, stamp: "Copy of {number}"}
  part: {audience: part, withhold: [b6], show: [b1], ceiling: Secret, stamp: "Copy of {number}"}
  whole: {audience: whole, withhold: [b1, b6], ceiling: Secret, stamp: "Copy of {number}"}
  nothing: {audience: nothing, withhold: [b1, b6], ceiling: Unclassified, stamp: "Copy of {number}"}
)";

// A PDF whose running foot has the section's title and that of the file.
std::string rendered(const std::string& report, const std::string& release) {
  Program program;
  std::string& pages =
      program.world.files[program.home + "/templates/intelligence/running.mustache"];
  pages = replaced(pages, "<p class=\"folio\">",
                   "<p>[<section-title/>|{{report.title-text}}]</p>\n<p class=\"folio\">");
  program.world.files["report.yaml"] = report;
  const Outcome outcome =
      program.run({"render", "report.yaml", "--release", release, "--output", "-"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_EQ(complaints_of_qpdf(outcome.output), "");
  return outcome.output;
}

// What stands behind a label in a listing: "Author: …".
std::string entry(const std::string& listing, const std::string& label) {
  const size_t at = listing.find(label + ":");
  if (at == std::string::npos) return "none";
  const size_t begin = listing.find_first_not_of(' ', at + label.size() + 1);
  return listing.substr(begin, listing.find('\n', at) - begin);
}

TEST(WithheldParts, OfAReleaseStandInNoChannel) {
  for (const char* release : {"part", "whole"}) {
    EXPECT_THAT(findings(channels_of(rendered(kReport, release)), {kCanary}), IsEmpty()) << release;
  }
}

TEST(WithheldPartsControl, StandInTheFullVersion) {
  const std::string pdf = rendered(kReport, "full");
  EXPECT_THAT(findings(channels_of(pdf), {kCanary}), Not(IsEmpty()));
  const std::string facts = information(pdf);
  EXPECT_EQ(entry(facts, "Title"), "Halmark before Wqxzac");
  EXPECT_EQ(entry(facts, "Author"), "Office of Wqxzab Affairs");
  EXPECT_EQ(entry(facts, "Subject"), "Research Wqxzaa Assessment");
  EXPECT_EQ(entry(facts, "Keywords"), "RA 98-Wqxzad");
  EXPECT_THAT(entry(facts, "CreationDate"), HasSubstr("Feb 29 00:00:00 1996"));
  EXPECT_THAT(outline_titles(pdf),
              UnorderedElementsAre("What Wqxzaf Expects", "Shown", "Wqxzai", "Wqxzan"));
  EXPECT_THAT(running_text(pdf),
              AllOf(HasSubstr("Secret Wqxzae"), HasSubstr("Copy of RA 98-Wqxzad"),
                    HasSubstr("See What Wqxzaf Expects, Wqxzai and Wqxzan."),
                    HasSubstr("[Wqxzan|Halmark before Wqxzac]")));
}

TEST(WithheldParts, OfBoxesAreNotInReferencesToThem) {
  EXPECT_THAT(running_text(rendered(kReport, "full")),
              HasSubstr("See Box of Wqxzar here, Wqxzas and Wqxzat."));
  EXPECT_THAT(running_text(rendered(kReport, "part")),
              HasSubstr("See Box of [withheld] here, [withheld] and [withheld]."));
}

TEST(WithheldParts, InPartLeaveTheirOtherWords) {
  const std::string pdf = rendered(kReport, "part");
  const std::string facts = information(pdf);
  EXPECT_EQ(entry(facts, "Title"), "Halmark before [withheld]");
  EXPECT_EQ(entry(facts, "Author"), "Office of [withheld] Affairs");
  EXPECT_EQ(entry(facts, "Subject"), "Research [withheld] Assessment");
  EXPECT_EQ(entry(facts, "Keywords"), "RA 98-[withheld]");
  EXPECT_THAT(entry(facts, "CreationDate"), HasSubstr("Feb 29 00:00:00 1996"));
  EXPECT_THAT(outline_titles(pdf),
              UnorderedElementsAre("What [withheld] Expects", "Shown", "[withheld]"));
  EXPECT_THAT(opened_by_qpdf(pdf), AllOf(HasSubstr(">Halmark before [withheld]</rdf:li>"),
                                         HasSubstr(">Office of [withheld] Affairs</rdf:li>")));
  const std::string text = running_text(pdf);
  EXPECT_THAT(text, AllOf(HasSubstr("Copy of RA 98-[withheld]"),
                          HasSubstr("See What [withheld] Expects, [withheld] and [withheld]."),
                          HasSubstr("[[withheld]|Halmark before [withheld]]")));
}

TEST(WithheldParts, AsAWholeLeaveWhatElseIsShown) {
  const std::string pdf = rendered(kReport, "whole");
  const std::string facts = information(pdf);
  EXPECT_EQ(entry(facts, "Title"), "[title withheld]");
  for (const char* label : {"Author", "Subject", "Keywords"}) {
    EXPECT_EQ(entry(facts, label), "none") << label;
  }
  EXPECT_THAT(entry(facts, "CreationDate"), HasSubstr("Jan  1 00:00:00 1970"));
  const std::string opened = opened_by_qpdf(pdf);
  for (const char* trace : {"<dc:creator>", "1996-02", "D:1996", "February"}) {
    EXPECT_EQ(opened.find(trace), std::string::npos) << trace;
  }
  EXPECT_THAT(running_text(pdf), AllOf(HasSubstr("Copy of [withheld]"),
                                       HasSubstr("|[title withheld]]"), Not(HasSubstr("RA 98"))));
  const std::string kind = replaced(kReport, "Assessment\", redact: {code: b1}", "Assessment\"");
  EXPECT_EQ(entry(information(rendered(kind, "whole")), "Title"),
            "Research [withheld] Assessment [title withheld]");
}

// Nothing is shown but the marking: a release still has a title, and can be read.
TEST(WithheldParts, MayBeAllThatThereIs) {
  const std::string pdf = rendered(kReport, "nothing");
  EXPECT_THAT(findings(channels_of(pdf), {kCanary}), IsEmpty());
  EXPECT_EQ(entry(information(pdf), "Title"), "[title withheld]");
  EXPECT_THAT(outline_titles(pdf), UnorderedElementsAre("[withheld]", "[withheld]", "[withheld]"));
}

}  // namespace
}  // namespace sable::testing
