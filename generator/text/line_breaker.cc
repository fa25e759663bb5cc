// Implements LineBreaker of breaks.h: UAX #14 by ICU.
//
// ICU's documented tailorings of the annex (rule LB25 for numbers, and the
// languages' own rules) are kept as they are; nothing is added to them.
#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "text/breaks.h"

namespace sable::text {
namespace {

struct IteratorRelease {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, IteratorRelease>;

// The root locale for a tag that ICU cannot read; never the machine's locale.
Iterator open_iterator(const std::string& language) {
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(language.c_str(), locale, sizeof locale, nullptr, &status);
  if (U_FAILURE(status)) locale[0] = '\0';
  status = U_ZERO_ERROR;
  Iterator iterator(ubrk_open(UBRK_LINE, locale, nullptr, 0, &status));
  return U_SUCCESS(status) ? std::move(iterator) : nullptr;
}

BreakClass class_of(UBreakIterator* iterator) {
  return ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD ? BreakClass::mandatory
                                                        : BreakClass::allowed;
}

// A text in UTF-16, which ICU's iterators read fastest, and the way back.
class Utf16Text {
 public:
  void assign(std::string_view utf8);
  const UChar* units() const { return units_.data(); }
  int32_t size() const { return static_cast<int32_t>(units_.size()); }
  // Byte offset of a unit's character.
  uint32_t byte_of(int32_t unit) const {
    const auto index = static_cast<size_t>(unit);
    return index <= ascii_ ? static_cast<uint32_t>(unit) : bytes_[index - ascii_];
  }

 private:
  std::vector<UChar> units_;
  std::vector<uint32_t> bytes_;  // of the units from `ascii_` on, and of the end
  size_t ascii_ = 0;             // how many units before the first that is not ASCII
};

void Utf16Text::assign(std::string_view utf8) {
  const auto is_ascii = [](char c) { return static_cast<uint8_t>(c) < 0x80; };
  const auto stop = std::find_if_not(utf8.begin(), utf8.end(), is_ascii);
  ascii_ = static_cast<size_t>(stop - utf8.begin());
  units_.assign(utf8.begin(), stop);
  bytes_.clear();
  for (size_t offset = ascii_; offset < utf8.size();) {
    const auto begin = static_cast<uint32_t>(offset);
    const char32_t code_point = base::next_code_point(utf8, offset);
    if (code_point < 0x10000) {
      units_.push_back(static_cast<UChar>(code_point));
      bytes_.push_back(begin);
      continue;
    }
    units_.push_back(static_cast<UChar>(U16_LEAD(code_point)));
    units_.push_back(static_cast<UChar>(U16_TRAIL(code_point)));
    bytes_.insert(bytes_.end(), 2, begin);
  }
  bytes_.push_back(static_cast<uint32_t>(utf8.size()));
}

}  // namespace

struct LineBreaker::Iterators {
  Utf16Text text;
  std::unordered_map<std::string, Iterator> by_language;
  std::string last_language;
  UBreakIterator* last = nullptr;

  UBreakIterator* of(std::string_view language);
};

UBreakIterator* LineBreaker::Iterators::of(std::string_view language) {
  if (last && last_language == language) return last;
  last_language = language;
  const auto [entry, is_new] = by_language.try_emplace(last_language);
  if (is_new) entry->second = open_iterator(last_language);
  return last = entry->second.get();
}

LineBreaker::LineBreaker() : iterators_(std::make_unique<Iterators>()) {}

LineBreaker::~LineBreaker() = default;

void LineBreaker::find(std::string_view text, std::string_view language,
                       std::vector<BreakOpportunity>& opportunities) {
  opportunities.clear();
  if (text.empty()) return;
  iterators_->text.assign(text);
  UBreakIterator* iterator = iterators_->of(language);
  UErrorCode status = U_ZERO_ERROR;
  if (iterator) ubrk_setText(iterator, iterators_->text.units(), iterators_->text.size(), &status);
  if (!iterator || U_FAILURE(status)) {
    // Only where ICU's own data are lost: overfull lines, which layout reports.
    opportunities.push_back({static_cast<uint32_t>(text.size()), BreakClass::allowed});
    return;
  }
  for (int32_t unit; (unit = ubrk_next(iterator)) != UBRK_DONE;) {
    opportunities.push_back({iterators_->text.byte_of(unit), class_of(iterator)});
  }
}

}  // namespace sable::text
