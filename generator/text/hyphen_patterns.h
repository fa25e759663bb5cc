// A language's hyphenation patterns, opened by libhyphen.
//
// In:  the bytes of a pattern file.
// Out: hyphenation points of lower-case words.
//
// F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct _HyphenDict;  // NOLINT(bugprone-reserved-identifier): libhyphen's own tag

namespace sable::text {

class PatternSet {
 public:
  // Nothing if the bytes are not patterns (see pattern_file.h).
  static std::optional<PatternSet> open(std::string_view bytes);

  // How many letters stand before each point of a lower-case NFC word in UTF-8,
  // ascending, at least two and at most `letters` − 3.
  std::vector<size_t> letters_before_points(const std::string& word, size_t letters) const;

 private:
  struct Release {
    void operator()(_HyphenDict* patterns) const;
  };
  std::unique_ptr<_HyphenDict, Release> patterns_;
};

}  // namespace sable::text
