// The words of texts, in the form in which they are compared: without case, marks,
// hyphens and endings.
//
// In:  UTF-8; a tag of BCP 47.
// Out: where words stand in a text; of each word its folded form and its stem.
//
// A word is a run of letters, digits and marks. Scripts that are written without spaces
// give a word for each character. Folding is NFKC_Casefold (UAX #44), then marks are
// taken off letters; stems are those of the Snowball algorithms, where there is one for
// the language.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sable::words {

using WordId = uint32_t;

// A word as it is written somewhere.
struct Entry {
  std::string folded;    // "kaldecs"
  std::string stem;      // "kaldec"
  bool common = false;   // an article, a pronoun, a preposition …
  bool calendar = false;  // a month or a day of the week
  bool article = false;  // an article, or what is left of one: "l", "d"
  bool number = false;   // digits
  bool capital = false;  // begins with a capital
  bool acronym = false;  // two capitals at least, and no other letters
  bool alone = false;    // of a script without spaces
  uint32_t letters = 0;  // characters of the folded form
};

// What stands between a word and the one before it.
enum class Gap : uint8_t {
  joint,     // a hyphen, dash, apostrophe, full stop or slash without a space
  space,     // anything else
  sentence,  // the end of a sentence, or the beginning of the text
  hole       // kBreak: the two do not follow each other
};

struct Word {
  WordId id = 0;
  uint32_t begin = 0, end = 0;  // bytes of the text
  Gap gap = Gap::space;
};

// Put where something stands between two words that is none.
inline constexpr std::string_view kBreak = "\xEF\xBF\xBC";  // U+FFFC

// Knows each word once. Ids count from 0 in the order in which words were met.
class Lexicon {
 public:
  explicit Lexicon(std::string_view language);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // Replaces `words` by those of `text`.
  void cut(std::string_view text, std::vector<Word>& words);
  const Entry& operator[](WordId id) const;
  size_t size() const;

  // Of a folded form.
  std::string stem(const std::string& folded);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sable::words
