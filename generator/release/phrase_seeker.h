// Looks for phrases in texts, all of them in one pass.
//
// In:  phrases, texts, in any spelling.
// Out: which phrase stands where.
//
// A phrase begins where a word has its first letters, which is remembered for each word,
// so that of a long text hardly a place is looked at twice.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "words/lexicon.h"

namespace sable::release {

struct PhraseHit {
  uint32_t phrase = 0;          // what `add` gave
  uint32_t begin = 0, end = 0;  // bytes of the text
};

class PhraseSeeker {
 public:
  explicit PhraseSeeker(std::string_view language)
      : lexicon_(language), german_(language.substr(0, language.find('-')) == "de") {}

  // Its number, or nothing if it is not one that can be looked for: more than `most`
  // words, or none but common ones, single letters and single digits. A phrase that is
  // known already has the number that it has. An article before a name is left out.
  std::optional<uint32_t> add(std::string_view phrase, size_t most);
  bool has(std::string_view phrase);  // in any form
  bool empty() const { return phrases_.empty(); }

  // Of phrases that begin at one place the longest is told.
  std::vector<PhraseHit> find(std::string_view text);

  words::Lexicon& lexicon() { return lexicon_; }

 private:
  struct Phrase {
    std::string folded;  // its words, folded, without anything between them
    std::string stems;   // the same of their stems
    std::string stem;    // of `folded`
    size_t words = 0;
    std::string exact;  // written so, not only folded so; or empty
  };
  struct Run;

  std::vector<words::Word> content_of(std::string_view phrase, size_t most);
  Phrase phrase_of(std::string_view text, const std::vector<words::Word>& words);
  const std::vector<uint32_t>& candidates(words::WordId word);
  // The end of the phrase where it begins with the word `at`; 0: it does not stand there.
  size_t match(const Phrase& phrase, std::string_view text, size_t at);
  bool is(const Run& run, const Phrase& phrase, std::string_view text);

  words::Lexicon lexicon_;
  bool german_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, uint32_t> numbers_;  // of phrases, by their folded form
  std::array<std::vector<uint32_t>, 256> by_first_;    // phrases by their first byte
  std::vector<words::Word> words_;                     // of the text at hand
  std::vector<std::vector<uint32_t>> candidates_;      // by word
  std::vector<bool> known_;                            // whether those of a word are
};

}  // namespace sable::release
