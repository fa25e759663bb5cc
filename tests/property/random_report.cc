#include "random_report.h"

#include "composer.h"

namespace sable::property {

namespace {

// Seeds side by side have the same template, so that a batch of them loads one.
constexpr std::array<std::string_view, 4> kTemplates = {"intelligence", "assessment", "memorandum",
                                                        "plain"};
constexpr uint64_t kSeedsOfTemplate = 126;

constexpr uint64_t kOther = 0x5DEECE66Du;

// What all releases withhold.
const Varying kNarrow = {{"b1", "b3", "b6", "b7A"}};

std::string narrow(uint64_t seed, uint64_t hidden, bool figures) {
  Recipe recipe{seed, hidden, figures};
  recipe.varying = kNarrow;
  return Composer(recipe).compose();
}

// By Composer::releases().
Varying withheld_by(const std::string& release) {
  if (release == "foia") return {{"b1", "b3", "b6", "b7A", "undisclosed"}};
  if (release == "partner") return {{"b1", "b3"}, 1};
  if (release == "closed") return {{"b1", "b3", "b5", "b6", "b7A", "b7C", "undisclosed"}, 0};
  return {{"b1", "b3"}};
}

Source composed(uint64_t seed, uint64_t hidden, const Varying& varying) {
  Recipe recipe{seed, hidden};
  recipe.wide = true;
  recipe.varying = varying;
  recipe.template_name = kTemplates[seed / kSeedsOfTemplate % kTemplates.size()];
  Composer composer(recipe);
  std::string report = composer.compose();
  return {std::move(report), composer.files()};
}

}  // namespace

std::string random_report(uint64_t seed) { return narrow(seed, ~seed, false); }

std::pair<std::string, std::string> secret_pair(uint64_t seed) {
  return {narrow(seed, ~seed, false), narrow(seed, seed ^ kOther, false)};
}

std::pair<std::string, std::string> secret_figures(uint64_t seed) {
  return {narrow(seed, ~seed, true), narrow(seed, seed ^ kOther, true)};
}

SourcePair source_pair(uint64_t seed) {
  SourcePair pair;
  // Two of seven are of each release, one is of all.
  const size_t kind = seed % kKindsOfPairs;
  const bool of_one = kind + 1 < kKindsOfPairs;
  if (of_one) {
    pair.releases = {kWideReleases[kind % kWideReleases.size()]};
  } else {
    pair.releases = {kWideReleases.begin(), kWideReleases.end()};
  }
  const Varying varying = withheld_by(of_one ? pair.releases.front() : "");
  pair.one = composed(seed, ~seed, varying);
  pair.other = composed(seed, seed ^ kOther, varying);
  return pair;
}

}  // namespace sable::property
