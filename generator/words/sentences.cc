#include "words/sentences.h"

#include <algorithm>
#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace sable::words {

namespace {

constexpr std::string_view kAbbreviations[] = {"Mr.",  "Mrs.", "Ms.",  "Dr.",  "St.",  "No.",
                                               "Gen.", "Col.", "Lt.",  "e.g.", "i.e.", "cf.",
                                               "vs.",  "U.S.", "Adm.", "Gov."};

std::string_view without_blanks(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool ends_with_abbreviation(std::string_view text) {
  text = without_blanks(text);
  return std::any_of(std::begin(kAbbreviations), std::end(kAbbreviations),
                     [&](std::string_view abbreviation) {
                       if (!text.ends_with(abbreviation)) return false;
                       const size_t at = text.size() - abbreviation.size();
                       return at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
                     });
}

}  // namespace

std::vector<std::string_view> sentences_of(std::string_view text, std::string_view language) {
  std::vector<std::string_view> sentences;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createSentenceInstance(
      icu::Locale(std::string(language).c_str()), status));
  UText* view = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  if (U_SUCCESS(status)) breaks->setText(view, status);
  size_t begin = 0;
  while (U_SUCCESS(status)) {
    const int32_t next = breaks->next();
    const size_t end = next == icu::BreakIterator::DONE ? text.size() : static_cast<size_t>(next);
    const std::string_view piece = text.substr(begin, end - begin);
    const bool is_last = next == icu::BreakIterator::DONE;
    if (!is_last && ends_with_abbreviation(piece)) continue;
    if (const std::string_view sentence = without_blanks(piece); !sentence.empty()) {
      sentences.push_back(sentence);
    }
    if (is_last) break;
    begin = end;
  }
  utext_close(view);
  // Without ICU's data the whole is one.
  if (U_FAILURE(status) && !without_blanks(text).empty()) return {without_blanks(text)};
  return sentences;
}

}  // namespace sable::words
