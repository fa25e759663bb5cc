#include "pdf/number.h"

#include <charconv>

namespace sable::pdf {

Thousandths to_thousandths(base::Length length) {
  constexpr int64_t kUnits = base::Length::kUnitsPerPoint;
  return (length.units() * 1000 + kUnits / 2) >> 16;  // arithmetic shift: rounds to nearest
}

void append_integer(std::string& out, int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_thousandths(std::string& out, Thousandths value) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  const int64_t whole = value / 1000;
  int64_t rest = value % 1000;
  if (whole != 0 || rest == 0) append_integer(out, whole);
  if (rest == 0) return;
  out += '.';
  for (int64_t unit = 100; rest != 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void append_reference(std::string& out, uint32_t object) {
  append_integer(out, object);
  out += " 0 R";
}

}  // namespace sable::pdf
