#include "text/number_signs.h"

#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include <array>
#include <memory>

namespace sable::text {

namespace {

constexpr const char* kPoint = ".";
constexpr int32_t kLongestSign = 8;

std::string language_of(const char* locale) {
  std::array<char, ULOC_LANG_CAPACITY> language{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(locale, language.data(), ULOC_LANG_CAPACITY, &status);
  return U_SUCCESS(status) ? std::string(language.data()) : std::string();
}

}  // namespace

std::string decimal_sign(std::string_view language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(language).c_str(), locale.data(), ULOC_FULLNAME_CAPACITY, nullptr,
                      &status);
  if (U_FAILURE(status)) return kPoint;
  const std::unique_ptr<UNumberFormat, decltype(&unum_close)> format(
      unum_open(UNUM_DECIMAL, nullptr, 0, locale.data(), nullptr, &status), &unum_close);
  if (U_FAILURE(status)) return kPoint;
  // Where ICU lacks a language, it takes that of the machine, which must have no say.
  const char* taken = unum_getLocaleByType(format.get(), ULOC_VALID_LOCALE, &status);
  if (U_FAILURE(status) || language_of(taken) != language_of(locale.data())) return kPoint;
  std::array<UChar, kLongestSign> sign{};
  const int32_t length = unum_getSymbol(format.get(), UNUM_DECIMAL_SEPARATOR_SYMBOL, sign.data(),
                                        kLongestSign, &status);
  std::array<char, kLongestSign * 3> utf8{};
  int32_t bytes = 0;
  u_strToUTF8(utf8.data(), static_cast<int32_t>(utf8.size()), &bytes, sign.data(), length, &status);
  return U_SUCCESS(status) && bytes > 0 ? std::string(utf8.data(), static_cast<size_t>(bytes))
                                        : kPoint;
}

}  // namespace sable::text
