// Random reports with withheld matter, for tests of what must hold for any report.
//
// In:  a seed.
// Out: the YAML of a report that `check` accepts; the same for the same seed.
//
// What the redacted releases withhold varies in every way that a source allows: empty
// or up to 10,000 characters, other scripts, emoji, line ends and empty lines,
// `{{…}}`, XML and YAML syntax, emphasis, nested redactions, notes and references,
// bullets and blocks below it, its own mark, its file, or matter that the source lacks.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sable::property {

// Stands in every withheld text that is long enough, and nowhere else.
inline constexpr const char* kCanary = "Zqjxvkw";

// Without figures and files of values; some words are in no font. Each has the
// releases of `kRedactedReleases` and `full`, which is unredacted.
inline constexpr std::array<const char*, 2> kRedactedReleases = {"foia", "partner"};
std::string random_report(uint64_t seed);

// Two reports that differ only in what the redacted releases withhold.
std::pair<std::string, std::string> secret_pair(uint64_t seed);

// The same with figures at the end. The report's folder has to have these pictures;
// figures that are withheld may name others.
inline constexpr std::array<const char*, 3> kFigureFiles = {"map.png", "photo.jpg", "coast.svg"};
std::pair<std::string, std::string> secret_figures(uint64_t seed);

// A report with the files that it names, the pictures excepted: tables, decisions, an
// earlier version.
struct Source {
  std::string report;
  std::map<std::string, std::string> files;
};

// Two that some releases must not tell apart. The templates, the settings of the
// report and of its releases, and all kinds of redaction take part; what a release
// shows can be set in full.
struct SourcePair {
  Source one, other;
  // These withhold all that differs: one alone, by its codes and its ceiling, or all.
  std::vector<std::string> releases;
};
inline constexpr std::array<const char*, 6> kWideReleases = {"foia",   "partner", "closed",
                                                             "appeal", "quiet",   "cleared"};
// Which releases is a matter of the seed: seed % kKindsOfPairs.
inline constexpr uint64_t kKindsOfPairs = kWideReleases.size() + 1;
// Besides there are the unredacted `full` and `copy`, a copy for officers: which kind of
// copy is a secret.
inline constexpr std::array<const char*, 2> kPrivateReleases = {"full", "copy"};
SourcePair source_pair(uint64_t seed);

}  // namespace sable::property
