#include "text/date_words.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <array>
#include <charconv>
#include <chrono>
#include <memory>

namespace sable::text {

namespace {

using Calendar = std::unique_ptr<UCalendar, decltype(&ucal_close)>;
using Format = std::unique_ptr<UDateFormat, decltype(&udat_close)>;

// English of no region: the day before the month.
constexpr const char* kWorldEnglish = "en-001";
constexpr const UChar* kUtc = u"UTC";
constexpr int32_t kToTheEnd = -1;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && digits.front() != '-' ? std::optional(value) : std::nullopt;
}

// Milliseconds since 1970-01-01, a whole number, as ICU counts them.
std::optional<UDate> milliseconds(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto year = number(date.substr(0, 4));
  const auto month = number(date.substr(5, 2));
  const auto day = number(date.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day calendar{std::chrono::year(*year),
                                             std::chrono::month(static_cast<unsigned>(*month)),
                                             std::chrono::day(static_cast<unsigned>(*day))};
  if (!calendar.ok()) return std::nullopt;
  using Milliseconds = std::chrono::milliseconds;
  return static_cast<UDate>(
      std::chrono::duration_cast<Milliseconds>(std::chrono::sys_days(calendar).time_since_epoch())
          .count());
}

std::string language_of(const char* locale) {
  std::array<char, ULOC_LANG_CAPACITY> language{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(locale, language.data(), ULOC_LANG_CAPACITY, &status);
  return U_SUCCESS(status) ? std::string(language.data()) : std::string();
}

// Where ICU lacks a language, it takes that of the machine, which must have no say.
bool is_of_language(const Format& format, const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const char* taken = udat_getLocaleByType(format.get(), ULOC_VALID_LOCALE, &status);
  const std::string language = language_of(locale);
  return U_SUCCESS(status) && taken != nullptr && !language.empty() &&
         language_of(taken) == language;
}

std::string utf8(const UChar* units, int32_t length) {
  std::string text(static_cast<size_t>(length) * 3, '\0');  // three bytes for a unit at most
  int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(text.data(), static_cast<int32_t>(text.size()), &size, units, length, &status);
  text.resize(U_SUCCESS(status) ? static_cast<size_t>(size) : 0);
  return text;
}

// Empty where ICU does not know the language.
std::string long_form(UDate date, const char* tag) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(tag, locale.data(), ULOC_FULLNAME_CAPACITY, nullptr, &status);
  const Format format(
      udat_open(UDAT_NONE, UDAT_LONG, locale.data(), kUtc, kToTheEnd, nullptr, 0, &status),
      &udat_close);
  const Calendar calendar(ucal_open(kUtc, kToTheEnd, locale.data(), UCAL_GREGORIAN, &status),
                          &ucal_close);
  if (U_FAILURE(status) || !is_of_language(format, locale.data())) return {};
  // Without ICU's turn to the Julian calendar before 1582.
  ucal_setGregorianChange(calendar.get(), U_DATE_MIN, &status);
  udat_setCalendar(format.get(), calendar.get());
  std::array<UChar, 128> units{};
  const int32_t length = udat_format(format.get(), date, units.data(),
                                     static_cast<int32_t>(units.size()), nullptr, &status);
  if (U_FAILURE(status) || length > static_cast<int32_t>(units.size())) return {};
  return utf8(units.data(), length);
}

}  // namespace

std::optional<DateWords> date_words(std::string_view date, const std::string& language) {
  const std::optional<UDate> moment = milliseconds(date);
  if (!moment) return std::nullopt;
  DateWords words;
  words.long_form = long_form(*moment, language.c_str());
  if (words.long_form.empty()) return std::nullopt;
  const bool english = language == "en" || language.starts_with("en-");
  words.day_first = english ? long_form(*moment, kWorldEnglish) : words.long_form;
  return words;
}

}  // namespace sable::text
