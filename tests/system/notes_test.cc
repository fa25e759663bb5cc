// Notes and page breaks of whole reports: what must hold of any, from YAML to the
// places on the page.
//
// The large report is seven hundred pages long where the program is optimised, and
// a twentieth of that elsewhere.

#include <map>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judges.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

#ifdef NDEBUG
constexpr int kScale = 20;
#else
constexpr int kScale = 1;
#endif

// ---- Reports. Each word stands once. ----

class Writer {
 public:
  explicit Writer(uint32_t seed) : engine_(seed) {}

  int below(int limit) { return static_cast<int>(engine_() % static_cast<uint32_t>(limit)); }
  bool in_hundred(int share) { return below(100) < share; }

  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + word();
    return text;
  }

  // Words with calls of `calls` new notes among them.
  std::string prose(int count, int calls) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += (i > 0 ? " " : "") + word();
      if (calls > 0 && below(count - i) < calls) {
        text += call();
        --calls;
      }
    }
    for (; calls > 0; --calls) text += call();
    return text;
  }

  std::string call() { return fmt::format(":fn[n{}]", ++notes_); }

  // The longest note has that many words; in paragraphs of some fifty.
  std::string notes(int most) {
    std::string text = notes_ > 0 ? "notes:\n" : "";
    for (int i = 1; i <= notes_; ++i) {
      text += fmt::format("  n{}: |\n", i);
      int left = in_hundred(5) ? most : 1 + below(30);
      for (bool first = true; left > 0; first = false, left -= 50)
        text += fmt::format("{}    {}\n", first ? "" : "\n", words(std::min(left, 50)));
    }
    return text;
  }

  int notes_made() const { return notes_; }
  int words_made() const { return words_; }

 private:
  // Letters alone, so that no pattern of hyphens and no sign is met.
  std::string word() {
    std::string text = "q";
    for (int rest = words_++; rest > 0; rest /= 20) text += "bcdfghjklmnprstvwxyz"[rest % 20];
    return text;
  }

  std::mt19937 engine_;
  int notes_ = 0;
  int words_ = 0;
};

std::string head() {
  return "sable: 1\ntemplate: intelligence\nreport: {title: Pages}\n"
         "marking: {system: corporate, overall: Internal}\nbody:\n";
}

constexpr std::string_view kReleases = "releases: {full: {unredacted: true}}\n";

std::string block(Writer& random) {
  const int kind = random.below(10);
  const int calls = random.in_hundred(30) ? 1 + random.below(4) : 0;
  if (kind == 0) return fmt::format("  - heading: \"{}\"\n", random.prose(3, calls > 0));
  if (kind == 1) return fmt::format("  - quote: |\n      {}\n", random.prose(25, calls));
  if (kind > 4)
    return fmt::format("  - p: |\n      {}\n", random.prose(5 + random.below(90), calls));
  std::string text = "  - bullets:\n";
  for (int i = 0; i < 3; ++i) {
    text += fmt::format("      - text: \"{}\"\n", random.prose(12, i == 1 ? calls : 0));
    if (kind == 4) text += fmt::format("        bullets: [\"{}\"]\n", random.words(8));
  }
  return text;
}

std::string random_report(uint32_t seed, int blocks) {
  Writer random(seed);
  std::string text = head();
  for (int i = 0; i < blocks; ++i) text += block(random);
  return text + random.notes(random.in_hundred(50) ? 120 : 500) + std::string(kReleases);
}

// ---- Pages. ----

struct Text {
  double left = 0, baseline = 0, right = 0, size = 0;
  std::string words;
};

struct Page {
  std::vector<Text> texts;
  double rule = 0;  // above the notes; 0: there is none
};

// Calls and numbers of notes are told by these.
constexpr std::string_view kTellTale = R"(
note::footnote-call { content: "c" counter(footnote); font-size: 5pt }
note::footnote-marker { content: "m" counter(footnote) " "; font-size: 4pt }
html, note { hyphens: none }
h1, h2, h3 { hyphens: none; text-transform: none; letter-spacing: 0 }
)";
constexpr double kCall = 5, kNumber = 4, kNoteText = 9;

std::vector<Page> pages_of(const std::string& dump) {
  static const std::regex rule(R"(  fill [\d.-]+,([\d.-]+) (?:144|432)x0.5 #\w+ artifact)");
  static const std::regex text(
      R"re(  text ([\d.-]+),([\d.-]+) to ([\d.-]+) \S+ ([\d.]+) "(.*)"(?: #\w+)?)re");
  std::vector<Page> pages;
  std::istringstream lines(dump);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("page ")) pages.emplace_back();
    if (std::regex_match(line, match, rule)) pages.back().rule = std::stod(match[1]);
    if (!std::regex_match(line, match, text)) continue;
    pages.back().texts.push_back({std::stod(match[1]), std::stod(match[2]), std::stod(match[3]),
                                  std::stod(match[4]), match[5]});
  }
  return pages;
}

class Bench {
 public:
  explicit Bench(const std::string& css = {}) {
    program_.world.files[program_.home + "/templates/intelligence/style.css"] +=
        std::string(kTellTale) + css;
  }

  std::string dump(const std::string& report, const std::string& stage = "pages") {
    program_.world.files["report.yaml"] = report;
    const Outcome outcome =
        program_.run({"render", "report.yaml", "--release", "full", "--dump", stage, "--quiet"});
    EXPECT_EQ(outcome.status, 0) << outcome.messages;
    messages = outcome.messages;
    return outcome.output;
  }

  std::vector<Page> pages(const std::string& report) { return pages_of(dump(report)); }

  std::string messages;

 private:
  Program program_;
};

std::vector<std::string> numbers(const Page& page, double size) {
  std::vector<std::string> all;
  for (const Text& text : page.texts) {
    if (text.size != size) continue;
    const size_t end = text.words.find_last_of("0123456789");
    all.push_back(text.words.substr(1, end));
  }
  return all;
}

// Every word once, within the text area, notes below the rule and text above it.
void expect_complete(const std::vector<Page>& pages, int words) {
  std::set<std::string> seen;
  for (size_t i = 0; i < pages.size(); ++i) {
    for (const Text& text : pages[i].texts) {
      EXPECT_GE(text.left, 89.9) << "page " << i + 1;
      EXPECT_LE(text.right, 522.5) << "page " << i + 1 << ": " << text.words;
      EXPECT_GE(text.baseline, 72) << "page " << i + 1;
      EXPECT_LE(text.baseline, 720) << "page " << i + 1 << ": " << text.words;
      const bool note = text.size == kNoteText || text.size == kNumber;
      EXPECT_EQ(note, pages[i].rule > 0 && text.baseline > pages[i].rule)
          << "page " << i + 1 << ": " << text.words;
      std::istringstream stream(text.words);
      for (std::string word; stream >> word;) {
        const bool own = word[0] == 'q';
        EXPECT_TRUE(!own || seen.insert(word).second) << word << " is there twice";
      }
    }
  }
  EXPECT_EQ(static_cast<int>(seen.size()), words);
}

// Notes begin on the pages of their calls, in order, through the report.
void expect_notes_beside_calls(const std::vector<Page>& pages, int notes) {
  int next = 1;
  for (size_t i = 0; i < pages.size(); ++i) {
    const std::vector<std::string> calls = numbers(pages[i], kCall);
    EXPECT_EQ(calls, numbers(pages[i], kNumber)) << "page " << i + 1;
    for (const std::string& call : calls) EXPECT_EQ(call, std::to_string(next++));
  }
  EXPECT_EQ(next, notes + 1);
}

TEST(RandomReports, HaveEachNoteBesideItsCallAndEachWordOnce) {
  Bench bench;
  for (uint32_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    const std::string report = random_report(seed, 80);
    Writer random(seed);
    std::string same = head();
    for (int i = 0; i < 80; ++i) same += block(random);
    random.notes(random.in_hundred(50) ? 120 : 500);
    const std::vector<Page> pages = bench.pages(report);
    expect_complete(pages, random.words_made());
    expect_notes_beside_calls(pages, random.notes_made());
  }
}

TEST(LargeReport, IsLaidOutRight) {
  // 35 sections of a page and 80 notes are a twentieth of 700 pages with 1,600 notes.
  Writer random(7);
  std::string report = head();
  for (int i = 0; i < 35 * kScale; ++i) {
    const int calls = i % 30 == 10 ? 18 : 2;
    report += fmt::format("  - heading: \"{}\"\n", random.words(3));
    report += fmt::format("  - p: |\n      {}\n", random.prose(250, calls));
    report += fmt::format("  - p: |\n      {}\n", random.words(370));
  }
  report += random.notes(500) + std::string(kReleases);
  Bench bench;
  const std::vector<Page> pages = bench.pages(report);
  EXPECT_GE(pages.size(), 35u * kScale);
  EXPECT_GE(random.notes_made(), 80 * kScale);
  expect_complete(pages, random.words_made());
  expect_notes_beside_calls(pages, random.notes_made());
}

// ---- Numbers. ----

TEST(NoteNumbers, BeginAnewOnEachPage) {
  Bench bench("@page { counter-reset: footnote }");
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    for (const Page& page : bench.pages(random_report(seed, 60))) {
      const std::vector<std::string> calls = numbers(page, kCall);
      EXPECT_EQ(calls, numbers(page, kNumber));
      for (size_t i = 0; i < calls.size(); ++i) EXPECT_EQ(calls[i], std::to_string(i + 1));
    }
    EXPECT_EQ(bench.messages, "");
  }
}

TEST(NoteNumbers, BeginAnewInEachSection) {
  Bench bench("h1 { counter-reset: footnote }");
  std::string report = head();
  for (int i = 0; i < 3; ++i) {
    report += fmt::format("  - heading: Part\n  - p: \"one :fn[a{0}] two :fn[b{0}]\"\n", i);
  }
  report += "notes: {a0: q, b0: q, a1: q, b1: q, a2: q, b2: q}\n";
  const std::vector<Page> pages = bench.pages(report + std::string(kReleases));
  EXPECT_THAT(numbers(pages[0], kCall), ElementsAre("1", "2", "1", "2", "1", "2"));
  EXPECT_THAT(numbers(pages[0], kNumber), ElementsAre("1", "2", "1", "2", "1", "2"));
}

// ---- Notes at the end. ----

const std::string kTwoParts =
    head() +
    "  - section: {heading: First, body: [{p: \"one :fn[a] two :fn[b]\"}]}\n"
    "  - section: {heading: Second, body: [{p: \"three :fn[c]\"}]}\n"
    "notes: {a: alpha, b: beta, c: gamma}\n" +
    std::string(kReleases);

TEST(NotesAtTheEnd, StandBehindTheTextUnderTheirHeading) {
  Bench bench("note { note-placement: end }");
  const std::vector<Page> pages = bench.pages(kTwoParts);
  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(pages[0].rule, 0);
  std::string text;
  for (const Text& each : pages[0].texts) text += each.words + "|";
  EXPECT_THAT(text, HasSubstr("three |c3|Notes|m1 |alpha|m2 |beta|m3 |gamma|"));
}

TEST(NotesAtTheEnd, HaveTheirElementsWhereTheyStand) {
  Bench bench("note { note-placement: end }");
  const std::string tags = bench.dump(kTwoParts, "structure");
  const size_t notes = tags.find("\"Notes\"");
  ASSERT_NE(notes, std::string::npos) << tags;
  EXPECT_GT(tags.find("Note"), tags.find("Reference"));
  EXPECT_GT(tags.find("\"alpha\""), notes);
  EXPECT_LT(tags.find("Link"), notes) << tags;
}

TEST(NotesAtTheEnd, NothingShowsWhereThereAreNone) {
  Bench bench;
  std::string text;
  for (const Page& page : bench.pages(kTwoParts)) {
    for (const Text& each : page.texts) text += each.words + "|";
  }
  EXPECT_THAT(text, ::testing::Not(HasSubstr("Notes")));
  EXPECT_THAT(text, HasSubstr("m1 |alpha|"));
}

// ---- What stays together without a word of the style sheet. ----

size_t page_of(const std::vector<Page>& pages, const std::string& words) {
  for (size_t i = 0; i < pages.size(); ++i) {
    for (const Text& text : pages[i].texts) {
      if (text.words == words) return i;
    }
  }
  ADD_FAILURE() << words << " is nowhere";
  return pages.size();
}

// In how many of many places on the page two lines are parted.
int times_parted(const std::string& blocks, const std::string& first, const std::string& second) {
  Bench bench("p + ul { break-before: auto }");
  int parted = 0;
  for (int lines = 27; lines < 36; ++lines) {
    std::string report = head();
    for (int i = 0; i < lines; ++i) report += "  - p: x\n";
    report += blocks;
    // More than the few lines that a last page should not have for itself.
    for (int i = 0; i < 12; ++i) report += "  - p: \"y\"\n";
    const std::vector<Page> pages = bench.pages(report + std::string(kReleases));
    parted += page_of(pages, first) != page_of(pages, second);
  }
  return parted;
}

TEST(Keeps, AColonIsKeptWithWhatItAnnounces) {
  EXPECT_EQ(times_parted("  - p: \"These:\"\n  - bullets: [alpha, beta]\n", "These:", "alpha"), 0);
  EXPECT_EQ(times_parted("  - p: \"Those.\"\n  - bullets: [alpha, beta]\n", "Those.", "alpha"), 1);
}

TEST(Keeps, ABulletIsKeptWithTheListBelowIt) {
  EXPECT_EQ(times_parted("  - bullets: [{text: alpha, bullets: [beta, gamma]}]\n", "alpha", "beta"),
            0);
  EXPECT_EQ(times_parted("  - bullets: [{text: alpha, bullets: [beta, gamma]}]\n", "beta", "gamma"),
            1);
}

// ---- Notes that go on. ----

TEST(LongNotes, SayThatTheyGoOn) {
  Bench bench(
      "note::footnote-continues { content: \"(to be continued)\" }"
      "@page { @footnote-continued { width: 100% } }");
  Writer random(3);
  std::string report = head() + "  - p: |\n      " + random.prose(30, 1) + "\n";
  for (int i = 0; i < 12; ++i) report += "  - p: |\n      " + random.words(80) + "\n";
  report += "notes:\n  n1: |\n    " + random.words(3000) + "\n";
  const std::string dump = bench.dump(report + std::string(kReleases));
  const std::vector<Page> pages = pages_of(dump);
  expect_notes_beside_calls(pages, 1);
  size_t notices = 0;
  for (size_t at = dump.find("(to be continued)"); at != std::string::npos;
       at = dump.find("(to be continued)", at + 1)) {
    ++notices;
  }
  EXPECT_GE(notices, 1u);
  // The rule above a note that goes on is as wide as the text.
  size_t wide = 0;
  for (size_t at = dump.find(" 432x0.5 "); at != std::string::npos;
       at = dump.find(" 432x0.5 ", at + 1)) {
    ++wide;
  }
  EXPECT_EQ(wide, notices);
}

}  // namespace
}  // namespace sable::testing
