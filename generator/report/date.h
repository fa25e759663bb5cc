// Calendar dates as reports write them: ISO 8601 extended, "1997-07-16".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sable::report {

struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
  bool operator==(const Date&) const = default;
};

// Four digits, two, two, with hyphens, and a day that the proleptic Gregorian
// calendar has; nullopt for anything else.
std::optional<Date> parse_date(std::string_view text);

}  // namespace sable::report
