// Words of longer withheld texts that stand in the open elsewhere: names, numbers, and
// words that are rare in the release.
//
// In:  withheld texts, and what the release shows.
// Out: the words that both have, the most telling first. What stands in the open often
//      is known, and tells nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "release/shown_text.h"
#include "words/lexicon.h"

namespace sable::release {

struct TellingWord {
  const char* code = "";            // of the warning
  const char* what = "";            // "a name"
  const ShownText* text = nullptr;  // where it stands first in the open
  std::string_view words;           // as it stands there
  base::Span withheld;
};

class TellingWords {
 public:
  TellingWords(words::Lexicon& lexicon, std::string_view language);

  void add(std::string_view text, base::Span place);
  std::vector<TellingWord> find(const std::vector<ShownText>& texts);

 private:
  enum class Kind : uint8_t { name, number, rare };
  struct Candidate {
    Kind kind = Kind::rare;
    base::Span withheld;
    size_t order = 0;
    size_t count = 0;  // in the open
    const ShownText* text = nullptr;
    uint32_t begin = 0, end = 0;
  };

  std::optional<Kind> kind_of(const words::Word& word, bool brief) const;
  void forget_title(const std::vector<ShownText>& texts);
  void count(const ShownText& text);
  static bool tells(const Candidate& candidate, const std::string& stem);

  words::Lexicon& lexicon_;
  bool capitals_mean_names_;
  std::unordered_map<std::string, Candidate> candidates_;  // by stem
  std::vector<words::Word> words_;
};

}  // namespace sable::release
