// Implements hyphen_patterns.h.
//
// libhyphen would open a path itself and so reach past the World. It also takes
// a stdio stream, and is given one over the bytes in memory.
#include "text/hyphen_patterns.h"

#include <hyphen.h>
#include <stdio.h>

#include "text/pattern_file.h"

namespace sable::text {
namespace {

constexpr int kLeftMinimum = 2;
constexpr int kRightMinimum = 3;

}  // namespace

void PatternSet::Release::operator()(_HyphenDict* patterns) const { hnj_hyphen_free(patterns); }

std::optional<PatternSet> PatternSet::open(std::string_view bytes) {
  std::optional<std::string> normal = normalise_patterns(bytes);
  if (!normal) return std::nullopt;
  std::string lines = std::move(*normal);
  FILE* stream = fmemopen(lines.data(), lines.size(), "r");
  if (!stream) return std::nullopt;
  PatternSet set;
  set.patterns_.reset(hnj_hyphen_load_file(stream));
  std::fclose(stream);
  if (!set.patterns_) return std::nullopt;
  return set;
}

std::vector<size_t> PatternSet::letters_before_points(const std::string& word,
                                                      size_t letters) const {
  std::string levels(word.size() + 5, '\0');
  // Allocated only for patterns with replacements, of which there are none.
  char** replacements = nullptr;
  int *places = nullptr, *cuts = nullptr;
  std::vector<size_t> points;
  if (hnj_hyphen_hyphenate3(patterns_.get(), word.c_str(), static_cast<int>(word.size()),
                            levels.data(), nullptr, &replacements, &places, &cuts, kLeftMinimum,
                            kRightMinimum, 0, 0)) {
    return points;
  }
  // levels[i] is that of the place behind letter i.
  for (size_t i = kLeftMinimum - 1; i + 1 + kRightMinimum <= letters; ++i) {
    if (levels[i] & 1) points.push_back(i + 1);
  }
  return points;
}

}  // namespace sable::text
