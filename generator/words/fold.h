// Private to the room: words as ICU and Snowball see them.
//
// In:  UTF-8.
// Out: folded forms and stems, UTF-8. Bytes that ICU refuses stay as they are.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sable::words {

// Without case, compatibility variants and what is ignored by default; marks stay.
std::string fold_case(std::string_view word);
// Letters without the marks on them: é, ø and ł are e, o and l. Marks that are vowels
// (of Indic scripts, say) stay.
std::string without_marks(std::string_view folded);

bool is_letter_or_digit(char32_t c);
bool is_mark(char32_t c);
bool is_capital(char32_t c);
bool is_lower(char32_t c);
// Soft hyphens, joiners and the like: they are part of a word, and nothing in it.
bool is_ignored(char32_t c);

// Of a language that Snowball does not know, words stay as they are.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  std::string stem(std::string_view folded) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace sable::words
