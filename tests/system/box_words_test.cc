// Each form of box is read as its words and nothing else (P11), by programs of others.
//
// pdftotext puts the actual text of a box in place of what is drawn (ISO 32000-1,
// 14.9.4). The mutool of Debian 12 reads what is drawn: there it is the codes.

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judges.h"
#include "pictures/make.h"
#include "settable.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kWords = "[redacted: (b)(1)]";
constexpr const char* kCodes = "(b)(1)";

// One redaction in a report of little else.
struct Form {
  std::string name;
  std::string block = "  - p: Second.\n";
  std::string title = "Talks";
  std::string notes = {};
};

std::ostream& operator<<(std::ostream& out, const Form& form) { return out << form.name; }

std::vector<Form> forms() {
  return {
      {"words", "  - p: \"Before :redact[Wqxz]{code=b1 extent=words} after.\"\n"},
      {"two lines", "  - p: \"Before :redact[Wqxz]{code=b1 extent='2 lines'} after.\"\n"},
      {"paragraph", "  - {p: Wqxz, redact: {code: b1}}\n"},
      {"paragraph of undisclosed size", "  - {p: Wqxz, redact: {code: b1, extent: undisclosed}}\n"},
      {"half a page", "  - {p: Wqxz, redact: {code: b1, extent: half page}}\n"},
      {"run-in", "  - {run-in: {text: Wqxz, redact: {code: b1}}, p: Shown.}\n"},
      {"bullet", "  - bullets: [Shown., {text: Wqxz, redact: {code: b1}}]\n"},
      {"term", "  - terms: [{term: {text: Wqxz, redact: {code: b1}}, text: Shown.}]\n"},
      {"code", "  - code: \"dues = :redact[Wqxz]{code=b1}\"\n"},
      {"quote", "  - quote: {redact: {code: b1}, body: [{p: Wqxz}]}\n"},
      {"heading", "  - heading: {text: Wqxz, redact: {code: b1}}\n"},
      {"cell", "  - table: {rows: [[Shown, {text: Wqxz, redact: {code: b1}}]]}\n"},
      {"row", "  - table: {rows: [[Shown, Two], {redact: {code: b1}, cells: [Wqxz, Four]}]}\n"},
      {"column",
       "  - table: {columns: [{}, {redact: {code: b1}}], head: [One, Two], rows: [[Three, "
       "Wqxz]]}\n"},
      {"caption", "  - table: {caption: {text: Wqxz, redact: {code: b1}}, rows: [[One, Two]]}\n"},
      {"table", "  - table: {redact: {code: b1}, rows: [[Wqxz]]}\n"},
      {"figure", "  - figure: {redact: {code: b1}, file: map.png, alt: A map., caption: Wqxz}\n"},
      {"region",
       "  - figure: {file: map.png, alt: A map., regions: [{redact: {code: b1}, "
       "area: [10%, 10%, 50%, 50%]}]}\n"},
      {"box", "  - box: {redact: {code: b1}, title: Wqxz, body: [{p: Two.}]}\n"},
      {"title of a box", "  - box: {title: {text: Wqxz, redact: {code: b1}}, body: [{p: Two.}]}\n"},
      {"section as a sheet",
       "  - section: {heading: Wqxz, redact: {code: b1, extent: 4 pages}, body: [{p: Two.}]}\n"},
      {.name = "title", .title = "{text: Wqxz, redact: {code: b1}}"},
      {.name = "note",
       .block = "  - p: \"Second.:fn[n]\"\n",
       .notes = "notes:\n  n: {text: Wqxz, redact: {code: b1}}\n"},
  };
}

std::string rendered(const Form& form, const std::string& release) {
  Program program;
  program.world.files["report.yaml"] =
      "sable: 1\ntemplate: intelligence\nreport: {title: " + form.title +
      "}\nmarking: {system: legacy, overall: Secret}\nbody:\n  - p: First.\n" + form.block +
      "  - p: Last.\n" + form.notes +
      "releases:\n  full: {unredacted: true}\n  public: {withhold: [b1], ceiling: Secret}\n";
  program.world.files["map.png"] = plain_png(64, 48, PngColors::gray, gradient(64, 48, 1));
  const Outcome outcome =
      program.run({"render", "report.yaml", "--release", release, "--output", "-"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  return outcome.output;
}

std::string drawn_text(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran = run_program({"mutool", "draw", "-q", "-F", "text", scratch.put("file.pdf", pdf)});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  return ran.output;
}

// What stands in place of what is withheld: all from a bracket to its end, and codes
// that stand without one.
std::vector<std::string> boxes_in(const std::string& text) {
  std::vector<std::string> boxes;
  for (size_t at = text.find_first_of("[("); at != std::string::npos;
       at = text.find_first_of("[(", at)) {
    const size_t end = text[at] == '[' ? text.find(']', at) : text.find_first_of(" \n\f", at) - 1;
    boxes.push_back(text.substr(at, end + 1 - at));
    at = std::min(end, text.size() - 1) + 1;
  }
  return boxes;
}

class BoxWords : public ::testing::TestWithParam<Form> {};

TEST_P(BoxWords, AreReadInPlaceOfWhatIsWithheld) {
  const std::string pdf = rendered(GetParam(), "public");
  for (const std::string& text : {running_text(pdf), laid_out_text(pdf)}) {
    EXPECT_THAT(boxes_in(text), ElementsAre(kWords));
    EXPECT_THAT(text, Not(HasSubstr("Wqxz")));
  }
  const std::string drawn = drawn_text(pdf);
  EXPECT_THAT(boxes_in(drawn), ElementsAre(AnyOf(kCodes, kWords)));
  EXPECT_THAT(drawn, Not(HasSubstr("Wqxz")));
}

TEST_P(BoxWords, AreNotInAReleaseThatShowsIt) {
  const std::string pdf = rendered(GetParam(), "full");
  for (const std::string& text : {running_text(pdf), laid_out_text(pdf), drawn_text(pdf)}) {
    EXPECT_THAT(boxes_in(text), IsEmpty());
    EXPECT_THAT(text, Not(HasSubstr("redacted")));
    if (GetParam().name == "region") continue;  // of a picture
    EXPECT_THAT(text, HasSubstr("Wqxz"));
  }
}

std::string name_of(const ::testing::TestParamInfo<Form>& info) {
  std::string name = info.param.name;
  for (const char* other : {" ", "-"}) replace_all(name, other, "_");
  return name;
}

INSTANTIATE_TEST_SUITE_P(Forms, BoxWords, ::testing::ValuesIn(forms()), name_of);

TEST(BoxWordsControl, OtherWordsAreSeen) {
  EXPECT_THAT(boxes_in("a [redacted: (b)(1)]\n(b)(1) b\f[redacted]"),
              ElementsAre(kWords, kCodes, "[redacted]"));
  EXPECT_THAT(boxes_in("a [redacted: (b)(1) and"), ElementsAre("[redacted: (b)(1) and"));
  EXPECT_THAT(boxes_in("none\n"), IsEmpty());
}

// A label is read with the codes: other words than those that are looked for.
TEST(BoxWordsControl, ALabelIsSeen) {
  const Form form{"label", "  - p: \"Before :redact[Wqxz]{code=b1 label=name} after.\"\n"};
  EXPECT_THAT(boxes_in(running_text(rendered(form, "public"))),
              ElementsAre("[redacted: (b)(1) name]"));
}

}  // namespace
}  // namespace sable::testing
