// Non-interference (P1): two reports that differ only in what a release withholds
// give the same bytes on every channel, whatever the number of threads and
// whatever else is rendered beside it.

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interference.h"
#include "pictures/make.h"
#include "property/random_report.h"
#include "settable.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using ::testing::HasSubstr;

constexpr uint64_t kShares = 16;  // processes of ctest that share the pairs
constexpr uint64_t kPairs = 16 * 126;

std::vector<uint64_t> seeds_from(uint64_t first, uint64_t count) {
  std::vector<uint64_t> seeds;
  for (uint64_t i = 0; i < count; ++i) seeds.push_back(first + i);
  return seeds;
}

class Pairs : public ::testing::TestWithParam<uint64_t> {};

TEST_P(Pairs, AreToldApartByNoChannel) {
  const uint64_t share = kPairs / kShares;
  const Tally tally = try_pairs(seeds_from(GetParam() * share, share));
  for (const Finding& finding : tally.told_apart) {
    ADD_FAILURE() << finding.what << "again: ./dev fuzz pairs 0 " << finding.seed;
  }
  EXPECT_EQ(tally.pairs, share);
  EXPECT_GT(tally.beside, 0u);
  for (const auto& [feature, times] : tally.drawn) EXPECT_GE(times, 2u) << feature;
  size_t registers = 0;
  for (const auto& [format, made] : tally.registers) registers += made;
  EXPECT_GE(registers, property::kKindsOfPairs / 2);
  // A pair that is refused is compared too, but says less.
  EXPECT_GE(tally.rendered, share * 9 / 10) << tally.refused.front().what;
}

INSTANTIATE_TEST_SUITE_P(Random, Pairs, ::testing::Range(uint64_t{0}, kShares));

// A report alone, in the place of the first that `words` do not name.
Channels run(const std::string& report, std::vector<std::string> options, Files files = {}) {
  files["report.yaml"] = report;
  options.insert(options.begin(), {"render", "report.yaml"});
  return let_out(options, files);
}

TEST(Pairs, DumpsAreTheSame) {
  for (uint64_t seed = 3000; seed < 3008; ++seed) {
    const property::SourcePair pair = property::source_pair(seed);
    for (const char* stage : {"released", "markup", "pages", "structure"}) {
      std::vector<std::string> options = {"--dump", stage};
      for (const std::string& name : pair.releases) {
        options.insert(options.end(), {"--release", name});
      }
      Files one = random_pictures(), other = one;
      one.insert(pair.one.files.begin(), pair.one.files.end());
      other.insert(pair.other.files.begin(), pair.other.files.end());
      EXPECT_EQ(
          differences(run(pair.one.report, options, one), run(pair.other.report, options, other)),
          "")
          << "seed " << seed << " " << stage;
    }
  }
}

// ---- Positive controls: a leak is seen. ----

// What the releases of a pair show after all: so `try_pairs` finds a wrong door.
TEST(PairsControl, AShownCodeIsSeen) {
  const Plant shows_b1 = [](std::string& report) {
    replace_all(report, "withhold: [b1, b3", "withhold: [b3");
    replace_all(report, "show: [b5", "show: [b1, b5");
    replace_all(report, "    ceiling: UNCLASSIFIED\n",
                "    ceiling: UNCLASSIFIED\n    show: [b1]\n");
  };
  const Tally tally = try_pairs(seeds_from(0, 14), shows_b1);
  EXPECT_GE(tally.told_apart.size(), 8u);
}

// A ceiling that is too high by a level.
TEST(PairsControl, AHigherCeilingIsSeen) {
  const Plant higher = [](std::string& report) {
    replace_all(report, "ceiling: CONFIDENTIAL", "ceiling: SECRET//NOFORN");
    replace_all(report, "ceiling: UNCLASSIFIED", "ceiling: CONFIDENTIAL");
  };
  const Tally tally = try_pairs({0, 7, 1, 8, 15, 22, 29, 2, 9, 16, 23, 30}, higher);
  EXPECT_GE(tally.told_apart.size(), 4u);
  // Pairs of the release without a ceiling.
  for (const Finding& finding : tally.told_apart) EXPECT_NE(finding.seed % 7, 0u);
}

// Marks that are told, of portions whose marks are withheld.
TEST(PairsControl, ShownMarksAreSeen) {
  const Plant marks = [](std::string& report) {
    replace_all(report, "    boxes:", "    show-marks: true\n    boxes:");
    replace_all(report, "    show-marks: true\n    codes: ", "    codes: ");
  };
  size_t told = 0;
  for (uint64_t seed = 0; seed < 70; seed += 7) {
    told += try_pairs({seed}, marks).told_apart.size();
  }
  EXPECT_GE(told, 2u);
}

TEST(PairsControl, TheUnredactedReleasesDiffer) {
  const Plant full = [](std::string& report) {
    replace_all(report, "  foia:\n", "  foia: {unredacted: true}\n  other:\n");
  };
  const Tally tally = try_pairs({0, 7, 14, 21, 28, 35, 42, 49}, full);
  EXPECT_GE(tally.told_apart.size(), 6u);
}

TEST(PairsControl, EveryChannelIsCompared) {
  const Channels plain = {{"exit status", "0"}, {"messages", ""}, {"out/a.pdf", "%PDF"}};
  EXPECT_EQ(differences(plain, plain), "");
  for (const auto& [name, bytes] : plain) {
    Channels other = plain;
    other[name] += "x";
    EXPECT_THAT(differences(plain, other), HasSubstr(name + " differs"));
    other.erase(name);
    EXPECT_THAT(differences(plain, other), HasSubstr(name + " is written once"));
    EXPECT_THAT(differences(other, plain), HasSubstr(name + " is written once"));
  }
}

// One letter outside of the boxes.
TEST(PairsControl, OneLetterIsSeen) {
  const std::string one = cli::testing::report_with("Nobody");
  std::string other = one;
  replace_all(other, "end on time", "end in time");
  const Channels a = run(one, {}), b = run(other, {});
  EXPECT_TRUE(a.contains("out/report/report.public.pdf"));
  EXPECT_EQ(differences(a, b), "out/report/report.public.pdf differs\n");
}

// A word that both versions show, and that is another one in the earlier.
TEST(PairsControl, AShownWordOfTheEarlierVersionIsSeen) {
  const std::string now = cli::testing::report_with("Nobody");
  std::string earlier = now;
  replace_all(earlier, "end on time", "end in time");
  const std::vector<std::string> options = {"--changes-since", "earlier.yaml"};
  const Channels same = run(now, options, {{"earlier.yaml", now}});
  const Channels other = run(now, options, {{"earlier.yaml", earlier}});
  EXPECT_THAT(differences(same, other), HasSubstr("differs"));
  EXPECT_EQ(differences(same, run(now, {})), "");
}

// A picture that is shown is seen.
TEST(PairsControl, AnotherPictureIsSeen) {
  const std::string report =
      "sable: 1\ntemplate: plain\nreport: {title: Coast}\n"
      "marking: {system: corporate}\nbody:\n"
      "  - figure: {file: FILE, alt: The coast.}\nreleases: {public: {ceiling: Public}}\n";
  for (const char* name : {"map.png", "photo.jpg", "coast.svg"}) {
    std::string one = report;
    replace_all(one, "FILE", name);
    Files others = random_pictures(7);
    replace_all(others["coast.svg"], "red", "blue");
    const Channels a = run(one, {}, random_pictures()), b = run(one, {}, others);
    EXPECT_THAT(differences(a, b), HasSubstr("public.pdf differs")) << name;
  }
}

}  // namespace
}  // namespace sable::testing
