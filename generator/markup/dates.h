// The dates of a release in words. This room knows no language: they are made
// outside and handed in.
//
// In:  ISO dates, as a release holds them.
// Out: their parts, as digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sable::markup {

// Empty where there are none: then the ISO form stands in their place.
struct DateForms {
  std::string long_form;  // "September 24, 1998"
  std::string day_first;  // "24 September 1998"
};

struct Dates {
  DateForms report;
  DateForms declassified;
};

// "1998", "9", "24".
struct DateParts {
  std::string year, month, day;
};

// Nothing for a text that does not have the shape of an ISO date.
std::optional<DateParts> date_parts(std::string_view date);

}  // namespace sable::markup
