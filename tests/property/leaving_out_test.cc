// Releases that leave out what they withhold: reports that differ only in that give the
// same Released, which has no box.

#include <gtest/gtest.h>

#include <string>

#include "base/span.h"
#include "random_report.h"
#include "release/profile.h"
#include "release/withhold.h"
#include "report/report.h"
#include "source/read.h"

namespace sable::property {
namespace {

// What the release `foia` lets out once it leaves out instead of boxing; empty if it is
// refused. `omits`: false for the control.
std::string let_out(const std::string& yaml, bool omits) {
  base::SourceSet sources;
  const base::FileId file = sources.add("report.yaml", yaml, base::Secrecy::secret);
  const auto document = source::read(sources, file);
  if (!document) return {};
  const auto reading = report::read_report(sources, file, document->tree);
  if (!reading) return {};
  auto profiles = release::read_profiles(reading->report);
  if (!profiles) return {};
  for (release::Profile& profile : *profiles) {
    if (profile.name != "foia") continue;
    profile.omits = omits;
    const auto withheld = release::withhold(reading->report, profile);
    if (!withheld) return {};
    EXPECT_TRUE(!omits || withheld->holes == 0);
    return released::dump(withheld->released);
  }
  return {};
}

TEST(LeavingOut, TellsNoPairApart) {
  constexpr uint64_t kSeeds = 200;
  size_t let = 0, boxed = 0;
  for (uint64_t seed = 20000; seed < 20000 + kSeeds; ++seed) {
    const auto [one, other] = secret_pair(seed);
    const std::string of_one = let_out(one, true);
    ASSERT_EQ(of_one, let_out(other, true)) << "seed " << seed;
    EXPECT_EQ(of_one.find(kCanary), std::string::npos) << "seed " << seed;
    EXPECT_EQ(of_one.find("hole"), std::string::npos) << "seed " << seed;
    if (!of_one.empty()) ++let;
    if (let_out(one, false).find("hole") != std::string::npos) ++boxed;
  }
  // Others refer to what is left out.
  EXPECT_GT(let, kSeeds / 3);
  EXPECT_GT(boxed, kSeeds / 2);
}

}  // namespace
}  // namespace sable::property
