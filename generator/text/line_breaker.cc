// Implements LineBreaker of breaks.h: UAX #14 by ICU.
//
// ICU's documented tailorings of the annex (rule LB25 for numbers, and the
// languages' own rules) are kept as they are; nothing is added to them.
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include <string>
#include <unordered_map>

#include "text/breaks.h"
#include "text/utf16_text.h"

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
