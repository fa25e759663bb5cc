// The public register is sealed as the release is (P1): two reports that differ only in
// what the release withholds give the same register, in each format.

#include <gtest/gtest.h>

#include "property/random_report.h"
#include "settable.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;

std::string logged(const std::string& report, std::vector<std::string> more) {
  Program program;
  program.world.files["report.yaml"] = report;
  std::vector<std::string> words = {"log", "report.yaml", "--release", "foia", "--output", "-"};
  words.insert(words.end(), more.begin(), more.end());
  const Outcome outcome = program.run(words);
  return std::to_string(outcome.status) + "\n" + outcome.messages + outcome.output;
}

TEST(PublicRegister, PairsGiveTheSameBytes) {
  size_t made = 0;
  for (uint64_t seed = 7000; seed < 7006; ++seed) {
    const auto [first, second] = property::secret_pair(seed);
    const std::string a = settable(first), b = settable(second);
    ASSERT_NE(a, b);
    for (const char* format : {"table", "json", "csv", "pdf"}) {
      const std::string one = logged(a, {"--public", "--format", format});
      EXPECT_TRUE(one == logged(b, {"--public", "--format", format})) << seed << format;
      EXPECT_EQ(one.find(property::kCanary), std::string::npos) << seed << format;
      if (one.starts_with("0\n")) ++made;
    }
  }
  EXPECT_GE(made, 20u);
}

// Positive controls: a label that is told, and the places of the internal register.
TEST(PublicRegisterControl, WhatIsDeclaredIsSeen) {
  const std::string report = cli::testing::report_with("Nobody");
  std::string other = report;
  replace_all(other, "{code=b1}", "{code=b1 label=name}");
  const auto of = [](const std::string& yaml) {
    Program program;
    program.world.files["report.yaml"] = yaml;
    return program.run({"log", "report.yaml", "--release", "public", "--public"}).output;
  };
  EXPECT_NE(of(report), of(other));
  EXPECT_NE(of(report), "");
}

TEST(PublicRegisterControl, TheInternalOneDiffersWithTheSource) {
  size_t differ = 0;
  for (uint64_t seed = 7000; seed < 7004; ++seed) {
    const auto [first, second] = property::secret_pair(seed);
    if (logged(settable(first), {}) != logged(settable(second), {})) ++differ;
  }
  EXPECT_GE(differ, 2u);
}

}  // namespace
}  // namespace sable::testing
