// Non-interference (P1) as far as the door: reports that differ only in what a
// release withholds give the same Released. Each test has a control that plants
// a leak and must see it.

#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "base/span.h"
#include "random.h"
#include "random_report.h"
#include "release/profile.h"
#include "release/withhold.h"
#include "report/report.h"
#include "source/read.h"

namespace sable::property {
namespace {

constexpr uint64_t kSeeds = 150;
constexpr uint64_t kControlSeeds = 40;  // enough to see a leak

// A wrong door: what it does to a report before the true one opens.
using Leak = std::function<void(report::Report&, release::Profile&)>;
const Leak kNoLeak = [](report::Report&, release::Profile&) {};

std::string first_message(const base::Diagnostics& diagnostics, const base::SourceSet& sources) {
  for (const base::Diagnostic& d : diagnostics) {
    if (d.severity != base::Severity::error) continue;
    const auto at = sources.locate(d.span->file, d.span->begin);
    return "refused: " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " + d.code +
           " " + d.message;
  }
  return "refused";
}

// What each release lets out: its dump, and how many places it names. Reports
// that are refused give the reason under every name.
std::map<std::string, std::string> let_out(const std::string& yaml, const Leak& leak = kNoLeak) {
  base::SourceSet sources;
  const base::FileId file = sources.add("report.yaml", yaml, base::Secrecy::secret);
  const auto refused = [&](const base::Diagnostics& diagnostics) {
    const std::string reason = first_message(diagnostics, sources);
    return std::map<std::string, std::string>{
        {"full", reason}, {"foia", reason}, {"partner", reason}};
  };
  const auto document = source::read(sources, file);
  if (!document) return refused(document.error());
  auto reading = report::read_report(sources, file, document->tree);
  if (!reading) return refused(reading.error());
  auto profiles = release::read_profiles(reading->report);
  if (!profiles) return refused(profiles.error());
  std::map<std::string, std::string> out;
  for (release::Profile& profile : *profiles) {
    leak(reading->report, profile);
    const auto withheld = release::withhold(reading->report, profile);
    if (!withheld) return refused(withheld.error());
    out[profile.name] =
        released::dump(withheld->released) + std::to_string(withheld->sources.size());
  }
  return out;
}

// How many of the pairs a release tells apart.
size_t pairs_told_apart(const std::string& release, const Leak& leak) {
  size_t told = 0;
  for (uint64_t seed = 0; seed < kControlSeeds; ++seed) {
    const auto [one, other] = secret_pair(seed);
    if (let_out(one, leak)[release] != let_out(other, leak)[release]) ++told;
  }
  return told;
}

void each_redacted(report::Inlines& inlines, const std::function<void(report::Redacted&)>& visit) {
  for (report::Inline& one : inlines) {
    if (auto* redacted = std::get_if<report::Redacted>(&one.value)) {
      visit(*redacted);
    } else if (auto* styled = std::get_if<report::Styled>(&one.value)) {
      each_redacted(styled->children, visit);
    }
  }
}

void each_redacted(std::vector<report::Block>& blocks,
                   const std::function<void(report::Redacted&)>& visit) {
  for (report::Block& block : blocks) {
    if (auto* paragraph = std::get_if<report::Paragraph>(&block.value)) {
      each_redacted(paragraph->text.text, visit);
    }
  }
}

TEST(RandomReports, AreTheSameForTheSameSeed) {
  EXPECT_EQ(random_report(7), random_report(7));
  EXPECT_NE(random_report(7), random_report(8));
  EXPECT_EQ(secret_pair(7).first, random_report(7));
  EXPECT_NE(secret_pair(7).first, secret_pair(7).second);
}

TEST(NonInterference, RedactedReleasesTellNoPairApart) {
  for (uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto [one, other] = secret_pair(seed);
    auto of_one = let_out(one);
    auto of_other = let_out(other);
    // A pair that is refused would prove nothing.
    for (const auto* out : {&of_one, &of_other}) {
      for (const auto& [release, text] : *out) {
        ASSERT_NE(text.substr(0, 7), "refused") << "seed " << seed << ", " << text;
      }
    }
    for (const char* release : kRedactedReleases) {
      ASSERT_EQ(of_one[release], of_other[release]) << "seed " << seed;
    }
  }
}

// The controls: were the door to leak any of these, the test above would fail.

TEST(NonInterferenceControl, TheSecretsDiffer) {
  EXPECT_GT(pairs_told_apart("full", kNoLeak), kControlSeeds * 9 / 10);
}

TEST(NonInterferenceControl, SeesTheLengthOfASpan) {
  const Leak leak = [](report::Report& report, release::Profile&) {
    each_redacted(report.body, [](report::Redacted& redacted) {
      const base::Span span = redacted.redaction.span;
      redacted.redaction.extent = report::Extent{report::ExtentKind::words, span.end - span.begin};
    });
  };
  EXPECT_GT(pairs_told_apart("foia", leak), kControlSeeds / 4);
}

TEST(NonInterferenceControl, SeesWhetherTheSourceLacksTheMatter) {
  const Leak leak = [](report::Report& report, release::Profile&) {
    each_redacted(report.body, [](report::Redacted& redacted) {
      if (redacted.redaction.absent) redacted.redaction.label = "absent";
    });
  };
  EXPECT_GT(pairs_told_apart("foia", leak), 0u);
}

TEST(NonInterferenceControl, SeesTheNumberOfWithheldParagraphs) {
  const Leak leak = [](report::Report& report, release::Profile&) {
    for (report::Block& block : report.body) {
      if (const auto* paragraph = std::get_if<report::Paragraph>(&block.value)) {
        block.span = paragraph->text.span;
      }
    }
  };
  EXPECT_GT(pairs_told_apart("foia", leak), kControlSeeds / 20);
}

TEST(NonInterferenceControl, SeesTheMarksOfWithheldPortions) {
  const Leak leak = [](report::Report&, release::Profile& profile) { profile.show_marks = true; };
  EXPECT_GT(pairs_told_apart("foia", leak), kControlSeeds / 4);
}

TEST(NonInterferenceControl, SeesNotesThatOnlyWithheldTextCalls) {
  const Leak leak = [](report::Report& report, release::Profile&) {
    report::Paragraph paragraph;
    for (const auto& [id, note] : report.notes) {
      paragraph.text.text.push_back({{}, report::NoteCall{id}});
    }
    report.body.push_back({{}, std::nullopt, {}, std::move(paragraph)});
  };
  EXPECT_GT(pairs_told_apart("foia", leak), kControlSeeds / 4);
}

// P2, as far as the door.
TEST(Canaries, StandInNoRedactedRelease) {
  size_t in_full = 0;
  for (uint64_t seed = 0; seed < kSeeds; ++seed) {
    auto out = let_out(random_report(seed));
    for (const char* release : kRedactedReleases) {
      EXPECT_EQ(out[release].find(kCanary), std::string::npos) << "seed " << seed;
    }
    if (out["full"].find(kCanary) != std::string::npos) ++in_full;
  }
  EXPECT_GT(in_full, kSeeds * 9 / 10);
}

// An author's slip: one character too few or too many.
std::string with_slip(std::string yaml, Random& random) {
  constexpr std::string_view kSlips = " :[]{}\\\n\"'#*`-,";
  const size_t at = random.below(yaml.size());
  if (random.one_in(2)) return yaml.erase(at, 1);
  return yaml.insert(at, 1, random.pick(kSlips));
}

// Fail closed: a slip is refused, or changes nothing about what is withheld.
TEST(Slips, ShowNothingThatWasWithheld) {
  constexpr uint64_t kSlips = 1000;
  size_t accepted = 0;
  size_t refused = 0;
  for (uint64_t seed = 0; seed < kSlips; ++seed) {
    Random random(seed);
    const std::string yaml = with_slip(random_report(seed % 100), random);
    auto out = let_out(yaml);
    for (const char* release : kRedactedReleases) {
      EXPECT_EQ(out[release].find(kCanary), std::string::npos) << "seed " << seed;
    }
    ++(out["full"].starts_with("refused") ? refused : accepted);
  }
  EXPECT_GT(accepted, kSlips / 10);
  EXPECT_GT(refused, kSlips / 10);
}

}  // namespace
}  // namespace sable::property
