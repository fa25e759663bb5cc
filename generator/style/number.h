// A number of a style sheet, exactly as written.
//
// In:  decimal digits.
// Out: mantissa / scale, where scale is a power of ten. "11.25" is 1125 / 100, so
//      that no floating point stands between the sheet and a line break.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sable::style {

struct Number {
  int64_t mantissa = 0;
  int64_t scale = 1;
  bool operator==(const Number&) const = default;

  bool is_zero() const { return mantissa == 0; }
  bool is_negative() const { return mantissa < 0; }
};

// Reads "[+-]digits[.digits][e[+-]digits]" (CSS Syntax 3, 4.3.12), all of `text`.
// nullopt where that needs more than nine digits before or after the point.
std::optional<Number> parse_number(std::string_view text);

// number × numerator / denominator, rounded to the nearest integer, halves away
// from zero, held within ±limit.
int64_t scaled(Number number, int64_t numerator, int64_t denominator, int64_t limit);

}  // namespace sable::style
