// Non-interference (P1): two reports that differ only in what a release withholds
// give the same bytes on every channel, whatever the number of threads and
// whatever else is rendered beside it.

#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pictures/make.h"
#include "property/random_report.h"
#include "settable.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Program;

constexpr uint64_t kPairs = 120;

struct Pair {
  std::string one, other;
};

// Both can be set in full.
Pair settable_pair(uint64_t seed) {
  const auto [one, other] = property::secret_pair(seed);
  return {settable(one), settable(other)};
}

Pair pair_of(uint64_t seed) {
  Pair pair = settable_pair(seed);
  // The canary stands in withheld text alone.
  replace_all(pair.other, property::kCanary,
              std::string(property::kCanary) +
                  " שלום 日本語 👩‍👩‍👧 e\u0301 {{{x}}} <redaction/> ");
  return pair;
}

// Everything that a run lets out.
struct Channels {
  int status = 0;
  std::string output;
  std::string messages;
  std::map<std::string, std::string> files;  // those written, by name
};

// What two runs differ in; empty if in nothing.
std::string differences(const Channels& a, const Channels& b) {
  std::string all;
  if (a.status != b.status) all += fmt::format("exit status: {} and {}\n", a.status, b.status);
  if (a.output != b.output) all += "standard output\n";
  if (a.messages != b.messages) all += fmt::format("messages:\n{}and\n{}", a.messages, b.messages);
  for (const auto& [name, bytes] : a.files) {
    const auto found = b.files.find(name);
    if (found == b.files.end())
      all += name + " is written once\n";
    else if (found->second != bytes)
      all += name + " differs\n";
  }
  for (const auto& [name, bytes] : b.files) {
    if (!a.files.contains(name)) all += name + " is written once\n";
  }
  return all;
}

using Files = std::map<std::string, std::string>;

Channels run(const std::string& report, const std::vector<std::string>& options,
             const Files& pictures = {}) {
  Program program;
  program.world.files.insert(pictures.begin(), pictures.end());
  const auto before = program.world.files;
  program.world.files["report.yaml"] = report;
  std::vector<std::string> words = {"render", "report.yaml"};
  words.insert(words.end(), options.begin(), options.end());
  auto outcome = program.run(words);
  Channels channels{outcome.status, std::move(outcome.output), std::move(outcome.messages), {}};
  for (auto& [name, bytes] : program.world.files) {
    if (name != "report.yaml" && !before.contains(name)) channels.files[name] = std::move(bytes);
  }
  return channels;
}

// Of a report with what is new in it since another.
Channels compared(const std::string& report, const std::string& earlier) {
  Program program;
  program.world.files["report.yaml"] = report;
  program.world.files["earlier.yaml"] = earlier;
  const auto before = program.world.files;
  auto outcome = program.run({"render", "report.yaml", "--changes-since", "earlier.yaml"});
  Channels channels{outcome.status, std::move(outcome.output), std::move(outcome.messages), {}};
  for (auto& [name, bytes] : program.world.files) {
    if (!before.contains(name)) channels.files[name] = std::move(bytes);
  }
  return channels;
}

// Four processes of ctest share the pairs.
class Sealed : public ::testing::TestWithParam<uint64_t> {
 protected:
  static constexpr uint64_t kShares = 4;

  std::vector<uint64_t> seeds() const {
    std::vector<uint64_t> mine;
    for (uint64_t seed = GetParam(); seed < kPairs; seed += kShares) mine.push_back(seed);
    return mine;
  }
};

TEST_P(Sealed, PairsGiveTheSameBytesOnEveryChannel) {
  size_t rendered = 0;
  for (const uint64_t seed : seeds()) {
    const Pair pair = pair_of(seed);
    ASSERT_NE(pair.one, pair.other);
    const Channels one = run(pair.one, {"--jobs", "1"});
    const Channels other = run(pair.other, {"--jobs", "3"});
    EXPECT_EQ(differences(one, other), "") << "seed " << seed;
    EXPECT_TRUE(one.status == 0 || one.files.empty()) << "seed " << seed;
    if (one.files.size() == property::kRedactedReleases.size()) ++rendered;
  }
  // A pair that is refused is compared too, but says less.
  EXPECT_GE(rendered, kPairs / kShares * 5 / 6);
}

INSTANTIATE_TEST_SUITE_P(Pairs, Sealed, ::testing::Range(uint64_t{0}, uint64_t{4}));

Files pictures() {
  const std::string samples = gradient(48, 32, 3);
  const std::string drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 40\">"
      "<path d=\"M0 0L90 40\" stroke=\"red\"/><text y=\"20\">Aske</text></svg>";
  return {{"map.png", plain_png(48, 32, PngColors::rgb, samples)},
          {"photo.jpg", jpeg_file({.width = 48, .height = 32}, samples)},
          {"coast.svg", drawing}};
}

TEST(SealedFigures, PairsGiveTheSameBytesOnEveryChannel) {
  size_t rendered = 0;
  for (uint64_t seed = 6000; seed < 6040; ++seed) {
    const auto [first, second] = property::secret_figures(seed);
    const std::string a = settable(first), b = settable(second);
    ASSERT_NE(a, b);
    const Channels one = run(a, {"--jobs", "1"}, pictures());
    const Channels other = run(b, {"--jobs", "3"}, pictures());
    EXPECT_EQ(differences(one, other), "") << "seed " << seed;
    for (const auto& [name, bytes] : one.files) {
      EXPECT_EQ(bytes.find(property::kCanary), std::string::npos);
    }
    if (one.status == 0) ++rendered;
  }
  EXPECT_GE(rendered, 32u);
}

// A picture that is shown is seen.
TEST(SealedFigures, AnotherPictureGivesOtherBytes) {
  size_t differ = 0;
  for (uint64_t seed = 6000; seed < 6010; ++seed) {
    const std::string report = settable(property::secret_figures(seed).first);
    Files others = pictures();
    for (auto& [name, bytes] : others) {
      const bool drawing = name.ends_with(".svg");
      if (drawing) replace_all(bytes, "red", "blue");
    }
    others["map.png"] = plain_png(48, 32, PngColors::rgb, gradient(48, 32, 3, 7));
    others["photo.jpg"] = jpeg_file({.width = 48, .height = 32}, gradient(48, 32, 3, 7));
    if (differences(run(report, {}, pictures()), run(report, {}, others)) != "") ++differ;
  }
  EXPECT_GE(differ, 6u);
}

// What a release looks like does not depend on those that are rendered before it
// in the same process, the unredacted one among them.
TEST(Sealed, OtherReleasesHaveNoSay) {
  for (uint64_t seed = 1000; seed < 1010; ++seed) {
    const Pair pair = settable_pair(seed);
    const Channels alone = run(pair.one, {"--release", "foia"});
    const Channels beside =
        run(pair.other, {"--release", "partner", "--release", "foia", "--release", "full"});
    ASSERT_EQ(alone.files.size(), alone.status == 0 ? 1u : 0u);
    for (const auto& [name, bytes] : alone.files) {
      ASSERT_TRUE(beside.files.contains(name)) << "seed " << seed << beside.messages;
      EXPECT_TRUE(beside.files.at(name) == bytes) << "seed " << seed;
    }
  }
}

// Nor does one report on the next of the same command.
TEST(Sealed, OtherReportsHaveNoSay) {
  const Pair pair = pair_of(2000);
  Program program;
  program.world.files["a.yaml"] = settable(property::random_report(2001));
  program.world.files["report.yaml"] = pair.other;
  ASSERT_EQ(program.run({"render", "a.yaml", "report.yaml", "--release", "foia", "--output", "out"})
                .status,
            0);
  const Channels alone = run(pair.one, {"--release", "foia", "--output", "out"});
  ASSERT_EQ(alone.files.size(), 1u);
  EXPECT_TRUE(program.world.files.at("out/report.foia.pdf") ==
              alone.files.at("out/report.foia.pdf"));
}

// Neither the report nor the one that it is compared with.
TEST(Sealed, ComparisonsTellNothing) {
  size_t rendered = 0;
  for (uint64_t seed = 4000; seed < 4016; ++seed) {
    const Pair now = pair_of(seed), before = pair_of(seed + 1);
    const Channels one = compared(now.one, before.one), other = compared(now.other, before.other);
    EXPECT_EQ(differences(one, other), "") << "seed " << seed;
    if (one.status == 0) ++rendered;
  }
  EXPECT_GE(rendered, 10u);
}

TEST(Sealed, DumpsAreTheSame) {
  for (uint64_t seed = 3000; seed < 3010; ++seed) {
    const Pair pair = pair_of(seed);
    for (const char* stage : {"released", "markup", "pages", "structure"}) {
      const Channels one = run(pair.one, {"--dump", stage});
      const Channels other = run(pair.other, {"--dump", stage});
      EXPECT_EQ(differences(one, other), "") << "seed " << seed << " " << stage;
    }
  }
}

// ---- Positive controls: a leak is seen. ----

TEST(SealedControl, TheUnredactedReleasesDiffer) {
  size_t differ = 0;
  for (uint64_t seed = 0; seed < 10; ++seed) {
    const Pair pair = settable_pair(seed);
    const Channels one = run(pair.one, {"--release", "full"});
    const Channels other = run(pair.other, {"--release", "full"});
    ASSERT_EQ(one.status, 0) << one.messages;
    ASSERT_EQ(other.status, 0) << other.messages;
    if (one.files != other.files) ++differ;
  }
  EXPECT_EQ(differ, 10u);
}

// A release that shows a code which the pairs take for withheld.
TEST(SealedControl, AShownCodeIsSeen) {
  size_t differ = 0;
  for (uint64_t seed = 0; seed < 10; ++seed) {
    Pair pair = pair_of(seed);
    for (std::string* report : {&pair.one, &pair.other}) {
      replace_all(*report, "withhold: [b1, b3, b6, b7A]", "withhold: [b3, b6, b7A]");
      replace_all(*report, "show: [b5]", "show: [b1, b5]");
    }
    if (!differences(run(pair.one, {}), run(pair.other, {})).empty()) ++differ;
  }
  EXPECT_GE(differ, 5u);
}

// A word that both versions show, and that is another one in the earlier.
TEST(SealedControl, AShownWordOfTheEarlierVersionIsSeen) {
  const std::string now = cli::testing::report_with("Nobody");
  std::string earlier = now;
  replace_all(earlier, "end on time", "end in time");
  const Channels a = compared(now, now), b = compared(now, earlier);
  ASSERT_EQ(a.files.size(), 1u);
  EXPECT_THAT(differences(a, b), ::testing::HasSubstr("differs"));
  EXPECT_EQ(differences(a, run(now, {})), "");
}

// One letter outside of the boxes, and every channel but the names tells.
TEST(SealedControl, OneLetterIsSeen) {
  const std::string one = cli::testing::report_with("Nobody");
  std::string other = one;
  replace_all(other, "end on time", "end in time");
  const Channels a = run(one, {}), b = run(other, {});
  ASSERT_EQ(a.files.size(), 1u);
  EXPECT_THAT(differences(a, b), ::testing::HasSubstr("differs"));
}

}  // namespace
}  // namespace sable::testing
