#include "source/escape.h"

namespace sable::source {
namespace {

constexpr char32_t kUnknown = 0xFFFFFFFF;

char32_t simple_escape(char letter) {
  switch (letter) {
    case '0':
      return 0x00;
    case 'a':
      return 0x07;
    case 'b':
      return 0x08;
    case 't':
    case '\t':
      return 0x09;
    case 'n':
      return 0x0A;
    case 'v':
      return 0x0B;
    case 'f':
      return 0x0C;
    case 'r':
      return 0x0D;
    case 'e':
      return 0x1B;
    case ' ':
    case '"':
    case '/':
    case '\\':
      return static_cast<unsigned char>(letter);
    case 'N':
      return 0x85;
    case '_':
      return 0xA0;
    case 'L':
      return 0x2028;
    case 'P':
      return 0x2029;
    default:
      return kUnknown;
  }
}

uint32_t hex_digits_of(char letter) {
  return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

char32_t hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<char32_t>(digit - '0');
  const char lower = static_cast<char>(digit | 0x20);
  if (lower >= 'a' && lower <= 'f') return static_cast<char32_t>(lower - 'a' + 10);
  return kUnknown;
}

bool is_scalar_value(char32_t code_point) {
  return code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

Escape read_hex(std::string_view text, size_t at, uint32_t digits) {
  char32_t value = 0;
  for (uint32_t i = 0; i < digits; ++i) {
    const size_t place = at + 2 + i;
    const char32_t digit = place < text.size() ? hex_value(text[place]) : kUnknown;
    if (digit == kUnknown) return {Escape::Kind::unknown, 2 + i, 0};
    value = (value << 4) | digit;
  }
  const auto kind = is_scalar_value(value) ? Escape::Kind::character : Escape::Kind::unknown;
  return {kind, 2 + digits, value};
}

}  // namespace

Escape read_escape(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return {};
  const char letter = text[at + 1];
  if (letter == '\n') return {Escape::Kind::line_break, 2, 0};
  if (letter == '\r' && at + 2 < text.size() && text[at + 2] == '\n') {
    return {Escape::Kind::line_break, 3, 0};
  }
  if (const uint32_t digits = hex_digits_of(letter)) return read_hex(text, at, digits);
  const char32_t code_point = simple_escape(letter);
  if (code_point == kUnknown) return {Escape::Kind::unknown, 1, 0};
  return {Escape::Kind::character, 2, code_point};
}

}  // namespace sable::source
