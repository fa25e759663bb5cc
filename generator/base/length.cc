#include "base/length.h"

#include <cassert>

namespace sable::base {

void append_points(std::string& out, Length length, int decimals) {
  assert(decimals >= 0 && decimals <= 5);
  int64_t power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  const bool negative = length.units() < 0;
  const uint64_t magnitude =
      negative ? ~static_cast<uint64_t>(length.units()) + 1 : static_cast<uint64_t>(length.units());
  uint64_t whole = magnitude / Length::kUnitsPerPoint;
  const uint64_t rest = magnitude % Length::kUnitsPerPoint;
  uint64_t fraction =
      (rest * static_cast<uint64_t>(power) + Length::kUnitsPerPoint / 2) / Length::kUnitsPerPoint;
  if (fraction == static_cast<uint64_t>(power)) {
    fraction = 0;
    ++whole;
  }
  if (negative && (whole != 0 || fraction != 0)) out += '-';
  out += std::to_string(whole);
  if (fraction == 0) return;
  out += '.';
  for (int64_t place = power / 10; place > 0 && fraction != 0; place /= 10) {
    out += static_cast<char>('0' + fraction / static_cast<uint64_t>(place));
    fraction %= static_cast<uint64_t>(place);
  }
}

std::string to_points(Length length, int decimals) {
  std::string out;
  append_points(out, length, decimals);
  return out;
}

}  // namespace sable::base
