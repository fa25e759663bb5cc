#include "words/fold.h"

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace sable::words {

namespace {

std::string normalised(std::string_view text, const icu::Normalizer2* form) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::UnicodeString to = form->normalize(from, status);
  if (U_FAILURE(status)) return std::string(text);
  std::string out;
  to.toUTF8String(out);
  return out;
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// Of Latin, Greek, Cyrillic, Hebrew and Arabic letters; those of other scripts are
// letters of their own.
bool is_accent(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

// Letters that Unicode does not take apart.
const char* plain_form(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ħ':
      return "h";
    case U'ŧ':
      return "t";
    case U'ı':
      return "i";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    default:
      return nullptr;
  }
}

}  // namespace

std::string fold_case(std::string_view word) {
  if (is_ascii(word)) {
    std::string folded(word);
    for (char& c : folded) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return folded;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return U_FAILURE(status) ? std::string(word) : normalised(word, form);
}

std::string without_marks(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  const std::string apart = U_FAILURE(status) ? std::string(folded) : normalised(folded, form);
  std::string out;
  for (size_t at = 0; at < apart.size();) {
    const char32_t c = base::next_code_point(apart, at);
    if (is_accent(c)) continue;
    if (const char* plain = plain_form(c)) {
      out += plain;
    } else {
      base::append_utf8(out, c);
    }
  }
  return out;
}

bool is_letter_or_digit(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

bool is_mark(char32_t c) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

bool is_capital(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

bool is_ignored(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

struct Stemmer::Handle {
  sb_stemmer* stemmer = nullptr;
  ~Handle() {
    if (stemmer != nullptr) sb_stemmer_delete(stemmer);
  }
};

Stemmer::Stemmer(std::string_view language) : handle_(std::make_unique<Handle>()) {
  const std::string primary(language.substr(0, language.find('-')));
  handle_->stemmer = sb_stemmer_new(primary.c_str(), "UTF_8");
}

Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view folded) const {
  if (handle_->stemmer == nullptr) return std::string(folded);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* stem = sb_stemmer_stem(handle_->stemmer, bytes, static_cast<int>(folded.size()));
  if (stem == nullptr) return std::string(folded);
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(handle_->stemmer))};
}

}  // namespace sable::words
