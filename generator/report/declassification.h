// How long matter stays classified: the values of "Declassify On", and their arithmetic.
//
// In:  a value as an author writes it; the date of a source; values of several sources.
// Out: the value read, brought up to date, or the longest of them.
//
// Sources: E.O. 13526, 1.5, 1.6, 3.3 and 3.4; 32 CFR 2001.12, 2001.21(e), 2001.22(e) and
// 2001.26.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/date.h"

namespace sable::report {

// Ordered by how long they last, where no date tells it.
enum class Term : uint8_t {
  date,            // "2022-11-23"
  event,           // "completion of the talks"
  exempt,          // "25X1, 2049-12-31", "50X6, 2065-01-01": to that date
  weapons,         // "50X2-WMD": no date; key design concepts of weapons of mass destruction
  human,           // "50X1-HUM": no date; confidential human sources
  exempt_75,       // "75X3, 2099-01-01"
  not_applicable,  // "N/A to RD portions. See source list for NSI portions."
  retired          // "OADR", "X3", "MR": counts as 25 years from its source
};

struct DeclassifyOn {
  Term term = Term::date;
  std::string words;          // the event, the exemption ("25X1") or the retired value
  std::optional<Date> until;  // of terms that have a date
  bool operator==(const DeclassifyOn&) const = default;
};

// Nothing for what is no value: an exemption that does not exist, or lacks its date, or a
// date that the calendar does not have. Any other words are an event.
std::optional<DeclassifyOn> parse_declassify_on(std::string_view text);

// As documents print it: "20221123", "25X1, 20491231".
std::string print(const DeclassifyOn& value);

// The same day that many years later; 29 February becomes the 28th where there is none.
Date years_after(const Date& date, int years);
bool is_before(const Date& a, const Date& b);

// What the value of a source counts as in a derivation: a retired one, and an event without
// a date, end 25 years after the source. Nothing if that date is not known.
std::optional<DeclassifyOn> in_derivation(const DeclassifyOn& value,
                                          const std::optional<Date>& source);

// The one that lasts longest; nothing for none.
std::optional<DeclassifyOn> longest(const std::vector<DeclassifyOn>& values);

// Whether an original decision of that day may set the value: a date within 25 years
// (E.O. 13526, 1.5), or an exemption.
bool within_limit(const DeclassifyOn& value, const Date& decided);

}  // namespace sable::report
