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
  const std::vector<std::string_view> foia = {"b1",   "b3",      "b6",         "b7A",
                                              "25X1", "house-1", "undisclosed"};
  if (release == "foia") return {foia};
  if (release == "partner") return {{"b1", "b3"}, 1};
  if (release == "appeal") return {{"b1", "b3", "25X1", "undisclosed"}};
  if (release == "quiet") return {foia, ~size_t{0}, true};
  if (release == "cleared") return {{"b1", "b3", "b6"}, 1, true};
  if (release != "closed") return {{"b1", "b3"}};
  return {{"b1", "b3", "b5", "b6", "b7A", "b7C", "25X1", "house-1", "undisclosed"}, 0};
}

Source composed(const Recipe& recipe) {
  Composer composer(recipe);
  std::string report = composer.compose();
  Source source{std::move(report), composer.files()};
  if (source.report.find("report: earlier.yaml") == std::string::npos) return source;
  // What it withheld was other matter.
  Recipe earlier = recipe;
  earlier.hidden += kOther;
  earlier.is_earlier = true;
  Composer before(earlier);
  source.files["earlier.yaml"] = before.compose();
  source.files.insert(before.files().begin(), before.files().end());
  return source;
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
  // One of seven is of each release, one is of all.
  const size_t kind = seed % kKindsOfPairs;
  const bool of_one = kind < kWideReleases.size();
  if (of_one) {
    pair.releases = {kWideReleases[kind]};
  } else {
    pair.releases = {kWideReleases.begin(), kWideReleases.end()};
  }
  Recipe recipe{seed, ~seed};
  recipe.wide = true;
  recipe.varying = withheld_by(of_one ? pair.releases.front() : "");
  recipe.template_name = kTemplates[seed / kSeedsOfTemplate % kTemplates.size()];
  // Nothing may refer to what a release leaves out: such a report is refused.
  recipe.references = of_one && !recipe.varying.omits;
  recipe.has_earlier = !of_one || pair.releases.front() == "appeal";
  pair.one = composed(recipe);
  recipe.hidden = seed ^ kOther;
  pair.other = composed(recipe);
  return pair;
}

}  // namespace sable::property
