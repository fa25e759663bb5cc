// The banner of a page is the join over what the page shows (P6): no more, and no less.
//
// The marks are counted once more here, from the Released and from what stands on the
// pages, without the marks that the layout keeps.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judges.h"
#include "portions.h"
#include "property/random_report.h"
#include "settable.h"
#include "typesetter.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;
using namespace released;
using layout::Role;
using marking::Marking;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// ---- What stands on a page. ----

std::string words_of(const layout::GlyphRun& glyphs) {
  std::string words;
  for (const layout::PlacedRun& placed : glyphs.runs) words += placed.run->text;
  return words;
}

// From the least to the most that the mark of a page may be. They are the same, but for
// an index: an entry has the marks of all places of its term.
struct Bounds {
  Marking least, most;
};

class Counter {
 public:
  Counter(const Released& released, const layout::Pages& pages, const Portions& portions)
      : released_(released), pages_(pages), portions_(portions) {
    for (const layout::Page& page : pages.pages) {
      for (const layout::Fragment& it : page.fragments) {
        const auto* glyphs = std::get_if<layout::GlyphRun>(&it.item);
        if (glyphs != nullptr && is_box(it)) in_boxes_.insert(words_of(*glyphs));
      }
    }
  }

  Bounds of(const layout::Page& page) {
    bounds_ = {};
    for (const layout::Fragment& it : page.fragments) count(it);
    return bounds_;
  }

 private:
  bool is_box(const layout::Fragment& it) const {
    return it.leaf != layout::kNoLeaf && !pages_.structure.leaves[it.leaf].actual_text.empty();
  }

  bool is_in(const layout::Fragment& it, Role role) const {
    if (it.leaf == layout::kNoLeaf) return false;
    layout::ElementId at = pages_.structure.leaves[it.leaf].element;
    for (; at != layout::kNoElement; at = pages_.structure.elements[at].parent) {
      if (pages_.structure.elements[at].role == role) return true;
    }
    return false;
  }

  void join(Marking least, Marking most) {
    bounds_.least = released_.system->join(bounds_.least, least);
    bounds_.most = released_.system->join(bounds_.most, most);
  }

  void count(const layout::Fragment& it) {
    const bool in_text =
        it.artifact == layout::Artifact::none || it.artifact == layout::Artifact::layout;
    if (!in_text || is_box(it)) return;
    if (std::holds_alternative<layout::Image>(it.item)) return portion(it);
    const auto* glyphs = std::get_if<layout::GlyphRun>(&it.item);
    if (glyphs == nullptr) return;
    const std::string words = words_of(*glyphs);
    // The head of a table once more: its boxes are boxes there, too.
    if (it.leaf == layout::kNoLeaf && in_boxes_.contains(words)) return;
    if (is_in(it, Role::index)) return join({}, portions_.terms.value_or(Marking()));
    if (it.provenance.ordinal == markup::Provenance::kNone) return of_the_template(it, words);
    portion(it);
  }

  // A call of a note stands in the text, and counts as that does.
  void portion(const layout::Fragment& it) {
    const bool is_call = portions_.notes.contains(it.provenance.ordinal) && !is_in(it, Role::note);
    const auto found = portions_.found.find(it.provenance.ordinal);
    ASSERT_NE(found, portions_.found.end()) << it.provenance.ordinal;
    if (found->second.shown && !is_call) join(found->second.mark, found->second.mark);
  }

  // Its headings say nothing; what else it says is not marked.
  void of_the_template(const layout::Fragment& it, const std::string& words) {
    static const std::set<std::string> kHeadings = {
        "Contents", "Tables", "Figures", "Notes", "Index", "Classified from", "Distribution"};
    if (it.leaf == layout::kNoLeaf || kHeadings.contains(words)) return;
    join(released_.overall, released_.overall);
  }

  const Released& released_;
  const layout::Pages& pages_;
  const Portions& portions_;
  std::set<std::string> in_boxes_;  // what is written in them
  Bounds bounds_;
};

// The marking stands alone in a line at the head of the page, or before the codeword.
bool heads(const layout::Page& page, const std::string& banner) {
  for (const layout::Fragment& it : page.fragments) {
    const auto* glyphs = std::get_if<layout::GlyphRun>(&it.item);
    if (glyphs == nullptr || it.artifact != layout::Artifact::header) continue;
    const std::string words = words_of(*glyphs);
    if (words == banner || words.starts_with(banner + " ")) return true;
  }
  return false;
}

struct Judged {
  std::vector<std::string> wrong;
  size_t exactly = 0;  // pages with one marking that is right
  size_t below = 0;    // of them, less than that of the release
};

Judged judge(const Released& released, const layout::Pages& pages, const Portions& portions) {
  Judged judged;
  const marking::System& system = *released.system;
  Counter counter(released, pages, portions);
  for (const layout::Page& page : pages.pages) {
    const bool is_end = &page == &pages.pages.front() || &page == &pages.pages.back();
    const bool as_whole =
        is_end && released.banner == BannerScope::per_page && system.marks_ends_as_whole();
    const Bounds right = as_whole ? Bounds{released.overall, released.overall} : counter.of(page);
    if (!system.dominates(page.mark, right.least) || !system.dominates(right.most, page.mark)) {
      judged.wrong.push_back(fmt::format("page {} is {}, and shows {}", page.label,
                                         system.banner(page.mark), system.banner(right.least)));
    }
    const bool per_page = released.banner == BannerScope::per_page;
    if (!heads(page, system.banner(per_page ? page.mark : released.overall)))
      judged.wrong.push_back("page " + page.label + " has another banner");
    judged.exactly += right.least == right.most;
    judged.below += right.least == right.most && right.least != released.overall;
  }
  return judged;
}

Judged judge(const Released& released, const layout::Pages& pages) {
  return judge(released, pages, Portions(released));
}

// ---- Reports. ----

struct Sum {
  size_t releases = 0, exactly = 0, below = 0;
};

void expect_right(const std::string& name, const std::string& report,
                  const std::map<std::string, std::string>& files, Sum& sum) {
  for (const SetRelease& one : set_releases(report, files)) {
    const Judged judged = judge(one.released, one.pages);
    EXPECT_THAT(judged.wrong, IsEmpty()) << name << " " << one.name;
    ++sum.releases;
    sum.exactly += judged.exactly;
    sum.below += judged.below;
  }
}

TEST(Banners, AreTheJoinOfTheirPagesInTheSuiteAndTheExamples) {
  Sum sum;
  for (const char* folder : {SABLE_SOURCE_DIR "/tests/suite", SABLE_SOURCE_DIR "/examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".yaml" || is_decisions(entry.path())) continue;
      expect_right(fs::relative(entry.path(), folder).string(),
                   bytes_of_file(entry.path().string()),
                   values_in(entry.path().parent_path().string()), sum);
    }
  }
  EXPECT_GE(sum.releases, 100u);
  EXPECT_GE(sum.exactly, 200u);
  EXPECT_GE(sum.below, 20u);
}

TEST(Banners, AreTheJoinOfTheirPagesInRandomReports) {
  constexpr uint64_t kReports = 60, kStep = 13;  // of all templates, all kinds of releases
  Sum sum;
  for (uint64_t i = 0; i < kReports; ++i) {
    const property::Source source = property::source_pair(i * kStep).one;
    expect_right("wide " + std::to_string(i * kStep), source.report, source.files, sum);
    if (i % 4 != 0) continue;
    expect_right("seed " + std::to_string(i), settable(property::random_report(i)), {}, sum);
  }
  EXPECT_GE(sum.releases, 2 * kReports);
  EXPECT_GE(sum.exactly, 4 * kReports);
  EXPECT_GE(sum.below, 10u);
}

// Unclassified paragraphs that fill more than a page.
std::string filling() {
  std::string filling;
  for (int i = 0; i < 90; ++i) filling += "  - p: {mark: U, text: Ships came in.}\n";
  return filling;
}

// What is classified stands on neither the first nor the last page.
std::string report_with(const std::string& body, const std::string& rest) {
  return "sable: 1\ntemplate: intelligence\nreport: {title: {text: Harbour dues, mark: U}}\n"
         "marking: {system: us-ic, overall: SECRET//NOFORN}\nbody:\n" +
         filling() + body + filling() + rest;
}

std::vector<std::string> banners(const SetRelease& one) {
  std::vector<std::string> banners;
  for (const layout::Page& page : one.pages.pages) {
    banners.push_back(one.released.system->banner(page.mark));
  }
  return banners;
}

TEST(Banners, CountAParagraphOnEachPageThatItIsOn) {
  // It begins on the second page, with nothing but unclassified matter on both.
  std::string paragraph;
  for (int i = 0; i < 500; ++i) paragraph += "The clerk was away. ";
  const auto releases = set_releases(report_with("  - p: {mark: S, text: \"" + paragraph + "\"}\n",
                                                 "releases: {full: {unredacted: true}}\n"));
  ASSERT_THAT(releases, SizeIs(1));
  const std::vector<std::string> found = banners(releases[0]);
  ASSERT_GE(found.size(), 5u);
  EXPECT_EQ(found.front(), "SECRET//NOFORN");  // the marking of the whole, as covers have it
  EXPECT_EQ(found.back(), "SECRET//NOFORN");
  // Two pages or more, one behind the other, and others before and behind them.
  const auto begin = std::find(found.begin(), found.end(), "SECRET");
  const auto end = std::find_if(begin, found.end(), [](const auto& it) { return it != "SECRET"; });
  EXPECT_GE(end - begin, 2);
  EXPECT_EQ(std::count(found.begin() + 1, found.end() - 1, "SECRET"), end - begin);
  EXPECT_EQ(found[1], "UNCLASSIFIED");
  EXPECT_EQ(found[found.size() - 2], "UNCLASSIFIED");
}

TEST(Banners, DoNotCountAWithheldParagraph) {
  const auto releases = set_releases(
      report_with("  - p: {mark: S//NF, text: The clerk was away., redact: {code: b1}}\n",
                  "releases: {public: {withhold: [b1]}}\n"));
  ASSERT_THAT(releases, SizeIs(1));
  EXPECT_THAT(banners(releases[0]), ::testing::Each("UNCLASSIFIED"));
  EXPECT_GE(banners(releases[0]).size(), 3u);
}

// ---- Positive controls. ----

// The full release and the redacted one.
std::vector<SetRelease> two_releases() {
  std::vector<SetRelease> releases =
      set_releases(report_with("  - p: {mark: C, text: \"Dues were paid.:fn[rate]\"}\n"
                               "  - p: {mark: S, text: \"The clerk was away.\"}\n",
                               "notes:\n"
                               "  rate: {mark: C//NF, text: The rate is fixed.}\n"
                               "releases:\n"
                               "  full: {unredacted: true}\n"
                               "  partner: {withhold: [b1], ceiling: C//NF, show-marks: true}\n"));
  EXPECT_THAT(releases, SizeIs(2));
  if (releases.size() != 2) return {};
  const marking::System& system = *releases[0].released.system;
  EXPECT_EQ(system.banner(releases[0].pages.pages.front().mark), "SECRET//NOFORN");
  EXPECT_EQ(system.banner(releases[1].pages.pages.front().mark), "CONFIDENTIAL//NOFORN");
  for (const SetRelease& one : releases) {
    EXPECT_THAT(judge(one.released, one.pages).wrong, IsEmpty()) << one.name;
  }
  return releases;
}

TEST(BannersControl, AMarkThatIsWrongIsSeen) {
  for (SetRelease& one : two_releases()) {
    Marking& mark = one.pages.pages.front().mark;
    const Marking right = mark;
    for (const char* wrong : {"TS", "S", "S//NF", "C", "C//NF", "U"}) {
      mark = *one.released.system->parse(wrong);
      if (mark == right) continue;
      EXPECT_THAT(judge(one.released, one.pages).wrong, SizeIs(2)) << wrong;  // its banner, too
    }
  }
}

TEST(BannersControl, APortionThatIsLeftOutIsSeen) {
  for (const SetRelease& one : two_releases()) {
    Portions portions(one.released);
    const Marking note = *one.released.system->parse("C//NF");
    for (auto& [ordinal, portion] : portions.found) {
      if (portion.mark == note) portion.shown = false;
    }
    EXPECT_THAT(judge(one.released, one.pages, portions).wrong, SizeIs(1)) << one.name;
  }
}

TEST(BannersControl, AWithheldPortionThatCountsIsSeen) {
  const std::vector<SetRelease> releases = two_releases();
  ASSERT_THAT(releases, SizeIs(2));
  Portions portions(releases[1].released);
  size_t withheld = 0;
  for (auto& [ordinal, portion] : portions.found) {
    withheld += !portion.shown;
    portion.shown = true;
  }
  EXPECT_EQ(withheld, 1u);
  EXPECT_THAT(judge(releases[1].released, releases[1].pages, portions).wrong, SizeIs(1));
}

TEST(BannersControl, AnotherBannerIsSeen) {
  for (SetRelease& one : two_releases()) {
    for (layout::Fragment& it : one.pages.pages.front().fragments) {
      if (it.artifact == layout::Artifact::header) it.artifact = layout::Artifact::footer;
    }
    EXPECT_THAT(judge(one.released, one.pages).wrong, SizeIs(1));
  }
}

}  // namespace
}  // namespace sable::testing
