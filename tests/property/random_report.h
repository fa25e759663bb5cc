// Random reports with withheld spans, for tests of what must hold for any report.
//
// In:  a seed.
// Out: the YAML of a report that `check` accepts; the same for the same seed, on
//      every machine.
//
// Each has the releases of `kRedactedReleases` and `full`, which is unredacted.
// What the redacted ones withhold varies in every way that a source allows: empty
// or up to 10,000 characters, other scripts, emoji, line ends and empty lines,
// `{{…}}`, XML and YAML syntax, emphasis, nested redactions, notes and references,
// bullets and blocks below it, its own mark, or matter that the source lacks.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace sable::property {

inline constexpr std::array<const char*, 2> kRedactedReleases = {"foia", "partner"};

// Stands in every withheld text that is long enough, and nowhere else.
inline constexpr const char* kCanary = "Zqjxvkw";

std::string random_report(uint64_t seed);

// Two reports that differ only in what the redacted releases withhold.
std::pair<std::string, std::string> secret_pair(uint64_t seed);

// The same with figures at the end. The report's folder has to have these pictures;
// figures that are withheld may name others.
inline constexpr std::array<const char*, 3> kFigureFiles = {"map.png", "photo.jpg", "coast.svg"};
std::pair<std::string, std::string> secret_figures(uint64_t seed);

}  // namespace sable::property
