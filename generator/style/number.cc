#include "style/number.h"

#include <algorithm>
#include <string>

namespace sable::style {
namespace {

constexpr int kMostDigits = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view take_digits(std::string_view& text) {
  size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

bool take_sign(std::string_view& text) {
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
  const bool negative = text[0] == '-';
  text.remove_prefix(1);
  return negative;
}

// The exponent behind the digits, or nullopt if it is not one or beyond reason.
std::optional<int> take_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = take_sign(text);
  const std::string_view digits = take_digits(text);
  if (digits.empty() || digits.size() > 3 || !text.empty()) return std::nullopt;
  const int value = std::stoi(std::string(digits));
  return negative ? -value : value;
}

// Drops zeros that carry nothing, so that "1.500000000000" is no long number.
void trim(std::string& whole, std::string& fraction) {
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  const size_t last = fraction.find_last_not_of('0');
  fraction.erase(last == std::string::npos ? 0 : last + 1);
}

void shift_point(std::string& whole, std::string& fraction, int exponent) {
  for (; exponent > 0; --exponent) {
    whole += fraction.empty() ? '0' : fraction[0];
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    fraction.insert(fraction.begin(), whole.empty() ? '0' : whole.back());
    if (!whole.empty()) whole.pop_back();
  }
}

}  // namespace

std::optional<Number> parse_number(std::string_view text) {
  const bool negative = take_sign(text);
  std::string whole(take_digits(text));
  std::string fraction;
  if (!text.empty() && text[0] == '.') {
    text.remove_prefix(1);
    fraction = take_digits(text);
  }
  const auto exponent = take_exponent(text);
  if (!exponent || (whole.empty() && fraction.empty())) return std::nullopt;
  shift_point(whole, fraction, *exponent);
  trim(whole, fraction);
  if (whole.size() > kMostDigits || fraction.size() > kMostDigits) return std::nullopt;
  Number number;
  for (const char c : whole + fraction) number.mantissa = number.mantissa * 10 + (c - '0');
  for (size_t i = 0; i < fraction.size(); ++i) number.scale *= 10;
  if (negative) number.mantissa = -number.mantissa;
  return number;
}

int64_t scaled(Number number, int64_t numerator, int64_t denominator, int64_t limit) {
  __extension__ using Wide = __int128;
  // 10^18 × 2^63 would not fit 128 bits twice over, but holds once: 60 + 63 bits.
  const Wide product = Wide(number.mantissa) * numerator;
  const Wide divisor = Wide(number.scale) * denominator;
  const Wide half = divisor / 2;
  const Wide value = (product < 0 ? product - half : product + half) / divisor;
  return static_cast<int64_t>(std::clamp<Wide>(value, -limit, limit));
}

}  // namespace sable::style
