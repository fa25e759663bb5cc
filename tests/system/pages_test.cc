// What must hold of the pages of any release: looked at are every report of
// tests/suite/, every example and random ones.

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judges.h"
#include "marking/marking.h"
#include "property/random_report.h"
#include "settable.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;
using cli::testing::Program;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A box, and a text, as `--dump pages` prints them; in points.
struct Box {
  double left = 0, top = 0, width = 0, height = 0;
};
struct Text {
  double left = 0, baseline = 0, right = 0, size = 0;
  std::string words;
  std::string layer;  // "", "artifact", "header", "footer"
};
struct Page {
  std::vector<Box> boxes;
  std::vector<Text> texts;
};

std::vector<Page> pages_of(const std::string& dump) {
  static const std::regex box(R"(  fill ([\d.-]+),([\d.-]+) ([\d.]+)x([\d.]+) #\w+ \w+)");
  static const std::regex text(
      R"re(  text ([\d.-]+),([\d.-]+) to ([\d.-]+) \S+ ([\d.]+) "(.*)"(?: #\w+)?(?: (\w+))?)re");
  std::vector<Page> pages;
  std::istringstream lines(dump);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("page ")) pages.emplace_back();
    if (std::regex_match(line, match, box)) {
      pages.back().boxes.push_back(
          {std::stod(match[1]), std::stod(match[2]), std::stod(match[3]), std::stod(match[4])});
    } else if (std::regex_match(line, match, text)) {
      pages.back().texts.push_back({std::stod(match[1]), std::stod(match[2]), std::stod(match[3]),
                                    std::stod(match[4]), match[5], match[6]});
    }
  }
  return pages;
}

// What stands in a box by right: its codes, the words of a withheld page, or the
// blank that carries its words.
bool belongs_in_a_box(const Text& text) {
  static const std::regex sheet("Page withheld.*|[1-9]\\d* pages? withheld in full.*");
  if (std::regex_match(text.words, sheet)) return true;
  return text.words.find_first_not_of(' ') == std::string::npos || text.words.starts_with("(b)(") ||
         text.words == "undisclosed" || text.words == "withheld";
}

// The middle of the small letters lies in the box.
bool covers(const Box& box, const Text& text) {
  constexpr double kThinnest = 5, kOverlap = 1;  // rules and struck lines are thinner
  const double middle = text.baseline - text.size / 4;
  return box.height > kThinnest && middle > box.top && middle < box.top + box.height &&
         text.right > box.left + kOverlap && text.left < box.left + box.width - kOverlap;
}

std::vector<std::string> covered_texts(const std::string& dump) {
  std::vector<std::string> covered;
  for (const Page& page : pages_of(dump)) {
    for (const Text& text : page.texts) {
      const bool hit = std::any_of(page.boxes.begin(), page.boxes.end(),
                                   [&](const Box& box) { return covers(box, text); });
      if (hit && !belongs_in_a_box(text)) covered.push_back(text.words);
    }
  }
  return covered;
}

size_t count(const std::string& text, const std::string& word) {
  size_t found = 0;
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

// A release of a report, by the stages of `--dump`.
struct Printed {
  std::string name;  // "redactions/spans foia"
  std::string released, pages, structure;
};

// A structure tree without its contents, which show the boxes of headings once more.
std::string without_contents(const std::string& structure) {
  std::istringstream lines(structure);
  std::string out;
  size_t contents = std::string::npos;  // how deep they stand
  for (std::string line; std::getline(lines, line);) {
    const size_t depth = line.find_first_not_of(' ');
    if (contents != std::string::npos && depth > contents) continue;
    contents = line.substr(depth) == "TOC" ? depth : std::string::npos;
    out += line + '\n';
  }
  return out;
}

// In an alternative text a hole is a word, not a box.
size_t holes_in_alternatives(const std::string& structure) {
  static const std::regex alternative("alt=\"([^\n]*)\"");
  size_t holes = 0;
  for (std::sregex_iterator it(structure.begin(), structure.end(), alternative), end; it != end;
       ++it) {
    holes += count((*it)[1], "[withheld]");
  }
  return holes;
}

// Each hole is a box that is read as one (P11), and there are no others.
std::vector<std::string> unread_holes(const Printed& one) {
  const size_t holes = count(one.released, " hole ") + count(one.released, "\nhole ");
  // Among text that runs from right to left a mark holds its brackets in order.
  const std::string structure = without_contents(one.structure);
  const size_t read = count(structure, "= \"[redacted") + count(structure, "= \"\u200E[redacted") +
                      holes_in_alternatives(structure);
  if (holes == read) return {};
  return {std::to_string(holes) + " holes, of which " + std::to_string(read) + " are read"};
}

// The marking of a banner: without the codeword that the release shows, and the
// blank before its box.
std::string marking_in(std::string banner, const std::string& released) {
  static const std::regex codeword("\ncodeword #\\d+\n  text \"(.*)\"\n");
  std::smatch match;
  if (std::regex_search(released, match, codeword) && banner.ends_with(match[1].str())) {
    banner.resize(banner.size() - match[1].str().size());
  }
  return banner.substr(0, banner.find_last_not_of(' ') + 1);
}

// The marking of a page comes from what it shows (P6): it never exceeds that of
// the release.
std::vector<std::string> banners_too_high(const Printed& one) {
  static const std::regex marking_line("\nmarking (\\S+) overall=(.*) per-page=");
  std::smatch match;
  if (!std::regex_search(one.released, match, marking_line)) return {"no marking"};
  const auto system = marking::find_system(match[1].str());
  // One of the report's own has no more than a name here; banners_test.cc has the system.
  if (system == nullptr) return {};
  const auto overall = system->parse(match[2].str());
  std::vector<std::string> wrong;
  for (const Page& page : pages_of(one.pages)) {
    for (const Text& text : page.texts) {
      if (text.layer != "header" || belongs_in_a_box(text)) continue;
      const std::string banner = marking_in(text.words, one.released);
      const auto shown = system->parse(banner);
      if (!overall || !shown || !system->dominates(*overall, *shown)) {
        wrong.push_back(banner + " on a page of a release that is " + match[2].str());
      }
    }
  }
  return wrong;
}

// All codes that a release cites, of whatever set.
std::string cited_codes(const std::string& released) {
  static const std::regex codes("codes=\"([^\"]*)\"");
  std::string all;
  for (std::sregex_iterator it(released.begin(), released.end(), codes), end; it != end; ++it) {
    all += (*it)[1].str() + "\n";
  }
  return all;
}

std::vector<std::string> complaints_about(const Printed& one) {
  std::vector<std::string> all;
  const std::string codes = cited_codes(one.released);
  for (const std::string& words : covered_texts(one.pages)) {
    if (codes.find(words) != std::string::npos) continue;
    all.push_back("a box covers what is shown: " + words);
  }
  for (const auto& some : {unread_holes(one), banners_too_high(one)}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// All releases of a report that redact; none if the report is refused.
std::vector<Printed> redacted_releases(const std::string& report, const std::string& name,
                                       std::map<std::string, std::string> values) {
  Program program;
  program.world.files.merge(values);
  program.world.files["report.yaml"] = report;
  const auto dump = [&program](const std::string& release, const std::string& stage) {
    std::vector<std::string> words = {"render", "report.yaml", "--dump", stage};
    if (!release.empty()) words.insert(words.end(), {"--release", release});
    return program.run(words).output;
  };
  std::vector<Printed> all;
  const std::string released = dump("", "released");
  static const std::regex head("release \"([^\"]+)\"");
  for (std::sregex_iterator it(released.begin(), released.end(), head), end; it != end; ++it) {
    const std::string release = (*it)[1];
    all.push_back({name + " " + release, dump(release, "released"), dump(release, "pages"),
                   dump(release, "structure")});
  }
  return all;
}

size_t expect_no_complaints(const std::string& report, const std::string& name,
                            std::map<std::string, std::string> values = {}) {
  const std::vector<Printed> releases = redacted_releases(report, name, std::move(values));
  for (const Printed& one : releases) {
    // Its text has characters that no font has.
    if (name == "errors/fonts") continue;
    EXPECT_NE(one.pages, "") << one.name;
    EXPECT_THAT(complaints_about(one), IsEmpty()) << one.name;
  }
  return releases.size();
}

TEST(RedactedPages, OfTheSuiteAndTheExamples) {
  size_t releases = 0;
  for (const char* folder : {SABLE_SOURCE_DIR "/tests/suite", SABLE_SOURCE_DIR "/examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".yaml" || is_decisions(entry.path())) continue;
      const std::string name = fs::relative(entry.path(), folder).replace_extension().string();
      releases += expect_no_complaints(bytes_of_file(entry.path().string()), name,
                                       values_in(entry.path().parent_path().string()));
    }
  }
  EXPECT_GE(releases, 25u);
}

// Words that are wider than their column reach into the next, where a box may stand;
// the program warns of each.
bool has_wide_words(const std::string& report) {
  Program program;
  program.world.files["report.yaml"] = report;
  return program.run({"render", "report.yaml"}).messages.find("SBL0851") != std::string::npos;
}

TEST(RedactedPages, OfRandomReports) {
  constexpr uint64_t kReports = 40;
  size_t releases = 0;
  for (uint64_t seed = 5000; seed < 5000 + kReports; ++seed) {
    const std::string report = settable(property::random_report(seed));
    if (has_wide_words(report)) continue;
    releases += expect_no_complaints(report, "seed " + std::to_string(seed));
  }
  EXPECT_GE(releases, kReports);
}

// ---- Positive controls. ----

TEST(PagesControl, ACoveredTextIsSeen) {
  const std::string text =
      "page 1 612x792 level=0\n  text 72,136.71 to 222.29 Serif 11 \"shown\"\n";
  EXPECT_THAT(covered_texts(text), IsEmpty());
  EXPECT_THAT(covered_texts(text + "  fill 108.37,126.61 49.5x52 #000000 artifact\n"),
              ElementsAre("shown"));
  EXPECT_THAT(covered_texts(text + "  fill 108.37,140 49.5x52 #000000 artifact\n"), IsEmpty());
  EXPECT_THAT(covered_texts(text + "  fill 230,126.61 49.5x52 #000000 artifact\n"), IsEmpty());
  EXPECT_THAT(covered_texts("page 1 612x792 level=0\n"
                            "  text 121.19,135.58 to 139.52 Sans 7.5 \"(b)(1)\" #ffffff\n"
                            "  fill 105.61,126.91 49.5x12.18 #000000 artifact\n"),
              IsEmpty());
}

TEST(PagesControl, AHoleThatIsNotReadIsSeen) {
  const Printed one = {"", "block #1\n  hole 1 kind=1\n", "", "P\n  Span\n    \"(b)(1)\"\n"};
  EXPECT_THAT(unread_holes(one), ElementsAre("1 holes, of which 0 are read"));
}

TEST(PagesControl, ABannerThatIsTooHighIsSeen) {
  const auto banners = [](const std::string& banner, const std::string& codeword = "") {
    return banners_too_high(
        {"", "\nmarking us-ic overall=CONFIDENTIAL per-page=true\n" + codeword,
         "page 1 612x792 level=0\n  text 1,2 to 3 Sans 12 \"" + banner + "\" header\n", ""});
  };
  EXPECT_THAT(banners("SECRET"), ElementsAre("SECRET on a page of a release that is CONFIDENTIAL"));
  EXPECT_THAT(banners("UNCLASSIFIED"), IsEmpty());
  const std::string codeword = "codeword #0\n  text \"Umbra\"\n";
  EXPECT_THAT(banners("CONFIDENTIAL Umbra", codeword), IsEmpty());
  EXPECT_THAT(banners("SECRET Umbra", codeword),
              ElementsAre("SECRET on a page of a release that is CONFIDENTIAL"));
  EXPECT_THAT(banners("CONFIDENTIAL Umbra"), ::testing::SizeIs(1));
}

TEST(PagesControl, PagesAreRead) {
  const auto pages = pages_of(
      "page 1 612x792 level=0\n"
      "  text 1,2 to 3 Serif 4 \"a \"b\"\" #ffffff header\n"
      "page 2 612x792 level=0\n");
  ASSERT_EQ(pages.size(), 2u);
  ASSERT_EQ(pages[0].texts.size(), 1u);
  EXPECT_EQ(pages[0].texts[0].words, "a \"b\"");
  EXPECT_EQ(pages[0].texts[0].layer, "header");
}

}  // namespace
}  // namespace sable::testing
