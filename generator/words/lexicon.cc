#include "words/lexicon.h"

#include <deque>
#include <unordered_map>

#include "base/utf8.h"
#include "words/common.h"
#include "words/fold.h"

namespace sable::words {

namespace {

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_word_sign(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c);
  return is_letter_or_digit(c);
}

// Of scripts that are written without spaces: South-East Asian ones, ideographs, kana.
bool stands_alone(char32_t c) {
  if (c < 0x0E00) return false;
  if ((c >= 0xAC00 && c <= 0xD7FF) || (c >= 0x3130 && c <= 0x318F)) return false;  // Hangul
  return c <= 0x0EFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x2E80 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ'; }

bool joins(char32_t c) {
  return c == '-' || c == '.' || c == '/' || c == '_' || c == '&' || is_apostrophe(c) ||
         (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == U'。' || c == U'…';
}

bool is_break(char32_t c) { return c == 0xFFFC; }

bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == 0xA0; }

// Between groups of three digits.
bool groups_digits(char32_t c) {
  return c == ',' || c == '.' || is_apostrophe(c) || c == 0xA0 || c == 0x202F || c == 0x2009;
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<Word>& words) : text_(text), words_(words) {}

  // `intern`: gives the id of a word as it is written.
  template <typename Intern>
  void cut(Intern intern) {
    while (at_ < text_.size()) {
      size_t next = at_;
      const char32_t c = peek(next);
      if (is_word_sign(c)) {
        const size_t begin = at_;
        read_word(c);
        if (!is_possessive(begin)) {
          words_.push_back({intern(text_.substr(begin, at_ - begin)), static_cast<uint32_t>(begin),
                            static_cast<uint32_t>(at_), gap_});
        }
        last_end_ = at_;
        gap_ = Gap::joint;
        nothing_between_ = true;
      } else {
        pass(c, next);
        at_ = next;
      }
    }
  }

 private:
  char32_t peek(size_t& at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      ++at;
      return byte;
    }
    return base::next_code_point(text_, at);
  }

  void read_word(char32_t first) {
    size_t next = at_;
    peek(next);
    at_ = next;
    bool digits = is_ascii_digit(first);
    const bool alone = stands_alone(first);
    while (at_ < text_.size()) {
      next = at_;
      const char32_t c = peek(next);
      if (is_ignored(c) || (c >= 0x80 && is_mark(c))) {
        at_ = next;
      } else if (alone || !is_word_sign(c) || stands_alone(c)) {
        if (!(digits && groups_digits(c) && group_follows(next))) break;
        at_ = next + 3;
      } else {
        digits = digits && is_ascii_digit(c);
        at_ = next;
      }
    }
  }

  // Three digits and no fourth.
  bool group_follows(size_t at) const {
    size_t count = 0;
    while (at + count < text_.size() &&
           is_ascii_digit(static_cast<unsigned char>(text_[at + count])))
      ++count;
    return count == 3;
  }

  // The s of "Kaldec's".
  bool is_possessive(size_t begin) const {
    return at_ - begin == 1 && (text_[begin] == 's' || text_[begin] == 'S') && after_apostrophe_ &&
           last_end_ > 0;
  }

  void pass(char32_t c, size_t next) {
    if (is_break(c)) {
      gap_ = Gap::hole;
    } else if (gap_ != Gap::hole) {
      const bool ends = ends_sentence(c) && !is_abbreviated(c) &&
                        (next >= text_.size() || is_blank(static_cast<unsigned char>(text_[next])));
      if (ends) {
        gap_ = Gap::sentence;
      } else if (gap_ != Gap::sentence && !joins(c) && !is_ignored(c)) {
        gap_ = Gap::space;
      }
    }
    after_apostrophe_ = is_apostrophe(c) && nothing_between_;
    nothing_between_ = false;
  }

  // "Dr." and "J." end no sentence.
  bool is_abbreviated(char32_t c) const {
    if (c != '.' || words_.empty() || words_.back().end != at_) return false;
    const std::string_view word =
        text_.substr(words_.back().begin, words_.back().end - words_.back().begin);
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    if (word.size() == 1 || (capital && word.size() == 2)) return true;
    for (const char* title : {"Mrs", "Gen", "Col", "Adm", "Sen", "Rep", "Rev", "Maj", "Capt"}) {
      if (word == title) return true;
    }
    return false;
  }

  std::string_view text_;
  std::vector<Word>& words_;
  size_t at_ = 0;
  size_t last_end_ = 0;
  Gap gap_ = Gap::sentence;
  bool nothing_between_ = false, after_apostrophe_ = false;
};

// Digits with what groups them, as the digits alone.
std::string digits_of(std::string_view word) {
  std::string digits;
  for (const char c : word) {
    if (is_ascii_digit(static_cast<unsigned char>(c))) digits += c;
  }
  return digits;
}

bool is_number(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const char32_t c = base::next_code_point(word, at);
    if (!is_ascii_digit(c) && !groups_digits(c) && !is_ignored(c)) return false;
  }
  return true;
}

uint32_t count_letters(std::string_view text) {
  uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

struct Capitals {
  uint32_t capitals = 0, lower = 0;
  bool first = false;
};

Capitals capitals_of(std::string_view word) {
  Capitals found;
  for (size_t at = 0; at < word.size();) {
    const bool begins = at == 0;
    const char32_t c = base::next_code_point(word, at);
    const bool capital = c < 0x80 ? c >= 'A' && c <= 'Z' : is_capital(c);
    const bool lower = c < 0x80 ? c >= 'a' && c <= 'z' : is_lower(c);
    found.first = found.first || (begins && capital);
    found.capitals += capital ? 1 : 0;
    found.lower += lower ? 1 : 0;
  }
  return found;
}

}  // namespace

struct Lexicon::Impl {
  explicit Impl(std::string_view its_language) : language(its_language), stemmer(its_language) {}

  Entry entry_of(std::string_view word) const {
    Entry entry;
    entry.number = is_number(word);
    const std::string cased = entry.number ? digits_of(word) : fold_case(word);
    entry.folded = without_marks(cased);
    entry.stem = entry.number ? entry.folded : without_marks(stemmer.stem(cased));
    entry.common = is_common(language, entry.folded);
    entry.calendar = is_of_calendar(language, entry.folded);
    entry.article = is_article(language, entry.folded);
    entry.letters = count_letters(entry.folded);
    const Capitals capitals = capitals_of(word);
    entry.capital = capitals.first;
    entry.acronym = capitals.capitals >= 2 && capitals.lower == 0;
    size_t at = 0;
    entry.alone = stands_alone(base::next_code_point(word, at));
    return entry;
  }

  WordId intern(std::string_view word) {
    const auto found = ids.find(word);
    if (found != ids.end()) return found->second;
    const auto id = static_cast<WordId>(entries.size());
    spellings.emplace_back(word);
    ids.emplace(spellings.back(), id);
    entries.push_back(entry_of(word));
    return id;
  }

  std::string language;
  Stemmer stemmer;
  std::deque<std::string> spellings;  // keeps what the keys of `ids` point to
  std::unordered_map<std::string_view, WordId> ids;
  std::deque<Entry> entries;
};

Lexicon::Lexicon(std::string_view language) : impl_(std::make_unique<Impl>(language)) {}
Lexicon::~Lexicon() = default;

void Lexicon::cut(std::string_view text, std::vector<Word>& words) {
  words.clear();
  Cutter(text, words).cut([this](std::string_view word) { return impl_->intern(word); });
}

const Entry& Lexicon::operator[](WordId id) const { return impl_->entries[id]; }
size_t Lexicon::size() const { return impl_->entries.size(); }
std::string Lexicon::stem(const std::string& folded) { return impl_->stemmer.stem(folded); }

}  // namespace sable::words
