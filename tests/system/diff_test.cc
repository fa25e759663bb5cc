// A comparison is sealed as releases are (P1): sources that differ only in what both sides
// withhold give the same text, JSON and PDF, the same messages and exit status.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "interference.h"
#include "property/random_report.h"
#include "settable.h"

namespace sable::testing {
namespace {

const std::vector<std::vector<std::string>> kFormats = {
    {"--format", "text"}, {"--format", "json"}, {"--format", "pdf", "--output", "x.pdf"}};

Channels compared(const Files& files, std::vector<std::string> words,
                  const std::vector<std::string>& format) {
  words.insert(words.begin(), "diff");
  words.insert(words.end(), format.begin(), format.end());
  return let_out(words, files);
}

const std::vector<std::string> kTwoReleases = {"a.yaml", "-r", "foia", "-r", "partner"};
const std::vector<std::string> kTwoVersions = {"a.yaml", "b.yaml", "-r", "foia"};

std::string all_of(const Channels& channels) {
  std::string all;
  for (const auto& [name, bytes] : channels) all += bytes;
  return all;
}

// Two releases of each report of a pair.
TEST(DiffPairs, OfTwoReleasesGiveTheSameBytes) {
  size_t differ = 0;
  for (uint64_t seed = 7100; seed < 7106; ++seed) {
    const auto [first, second] = property::secret_pair(seed);
    const Files one = {{"a.yaml", settable(first)}}, other = {{"a.yaml", settable(second)}};
    ASSERT_NE(one, other);
    for (const auto& format : kFormats) {
      const Channels made = compared(one, kTwoReleases, format);
      EXPECT_EQ(differences(made, compared(other, kTwoReleases, format)), "") << seed;
      EXPECT_EQ(all_of(made).find(property::kCanary), std::string::npos) << seed;
      if (made.at("exit status") == "1") ++differ;
    }
  }
  EXPECT_GE(differ, 12u);
}

// One release of two versions: all four ways to choose each from a pair.
TEST(DiffPairs, OfTwoVersionsGiveTheSameBytes) {
  for (uint64_t seed = 7200; seed < 7203; ++seed) {
    const auto [first, second] = property::secret_pair(seed);
    const auto [third, fourth] = property::secret_pair(seed + 50);
    for (const auto& format : kFormats) {
      const auto of = [&](const std::string& a, const std::string& b) {
        return compared({{"a.yaml", settable(a)}, {"b.yaml", settable(b)}}, kTwoVersions, format);
      };
      const Channels made = of(first, third);
      EXPECT_EQ(differences(made, of(second, third)), "") << seed;
      EXPECT_EQ(differences(made, of(first, fourth)), "") << seed;
      EXPECT_EQ(differences(made, of(second, fourth)), "") << seed;
      // Two of a pair are the same to that release.
      EXPECT_EQ(differences(of(first, second), of(first, first)), "") << seed;
    }
  }
}

std::string report(const std::string& both, const std::string& one) {
  return "sable: 1\ntemplate: intelligence\nreport: {title: Dues}\n"
         "marking: {system: legacy, overall: Unclassified}\nbody:\n"
         "  - p: 'The clerk :redact[" +
         both + "]{code=b1} came with :redact[" + one +
         "]{code=b6}.'\n"
         "releases:\n  foia: {audience: public, withhold: [b1, b6]}\n  partner: {audience: "
         "partner, withhold: b1, show: b6}\n";
}

TEST(DiffPairs, ByHand) {
  for (const auto& format : kFormats) {
    const auto of = [&](const std::string& both) {
      return compared({{"a.yaml", report(both, "Finn")}}, kTwoReleases, format);
    };
    EXPECT_EQ(differences(of("Holt"), of("a whole *crew* of forty, {{none}} of them known")), "");
  }
}

// Positive control: what one of the two shows is seen, on each channel that says it.
TEST(DiffPairsControl, WhatOneSideShowsIsSeen) {
  for (const auto& format : kFormats) {
    const auto of = [&](const std::string& one) {
      return compared({{"a.yaml", report("Holt", one)}}, kTwoReleases, format);
    };
    EXPECT_EQ(of("Finn").at("exit status"), "1");
    EXPECT_NE(differences(of("Finn"), of("Bonn")), "");
  }
}

}  // namespace
}  // namespace sable::testing
