// Calendar dates in the words of a language, by ICU (UTS #35, part 4).
//
// In:  a date of ISO 8601, "1998-09-24"; a tag of BCP 47.
// Out: "September 24, 1998".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sable::text {

struct DateWords {
  std::string long_form;  // as the language and its region write it
  std::string day_first;  // the same, but English as "24 September 1998" everywhere
};

// Nothing for a text that is no date of the proleptic Gregorian calendar, and for
// a language of which ICU knows no months.
std::optional<DateWords> date_words(std::string_view date, const std::string& language);

}  // namespace sable::text
