#include "pdf/strings.h"

#include <algorithm>

#include "base/utf8.h"

namespace sable::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

void append_hex_byte(std::string& out, unsigned byte) {
  out += kHex[(byte >> 4) & 15];
  out += kHex[byte & 15];
}

void append_unit_hex(std::string& out, unsigned unit) {
  append_hex_byte(out, unit >> 8);
  append_hex_byte(out, unit & 255);
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_regular(char c) {
  return c > 0x20 && c < 0x7F && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool is_nonchar(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

}  // namespace

void append_name(std::string& out, std::string_view name) {
  out += '/';
  for (const char c : name) {
    if (is_regular(c)) {
      out += c;
    } else {
      out += '#';
      append_hex_byte(out, static_cast<unsigned char>(c));
    }
  }
}

void append_literal(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char c : bytes) append_literal_byte(out, c);
  out += ')';
}

void append_hex_string(std::string& out, std::string_view bytes) {
  out += '<';
  for (const char c : bytes) append_hex_byte(out, static_cast<unsigned char>(c));
  out += '>';
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for (size_t at = 0; at < utf8.size();) {
    const char32_t c = base::next_code_point(utf8, at);
    if (c < 0x10000) {
      append_unit_hex(out, c);
    } else {
      append_unit_hex(out, 0xD800 + ((c - 0x10000) >> 10));
      append_unit_hex(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
}

void append_text_string(std::string& out, std::string_view utf8) {
  if (is_printable_ascii(utf8)) {
    append_literal(out, utf8);
    return;
  }
  out += "<FEFF";
  append_utf16_hex(out, utf8);
  out += '>';
}

size_t text_string_length(std::string_view utf8) {
  if (is_printable_ascii(utf8)) return utf8.size();
  size_t length = 2;
  for (size_t at = 0; at < utf8.size();) {
    length += base::next_code_point(utf8, at) < 0x10000 ? 2 : 4;
  }
  return length;
}

std::string clean_text(std::string_view utf8) {
  std::string out;
  for (size_t at = 0; at < utf8.size();) {
    const char32_t c = base::next_code_point(utf8, at);
    if (c == '\n' || c == '\t' || c == '\r' || c == 0x85) {
      out += ' ';
    } else if (!is_control(c) && !is_nonchar(c)) {
      base::append_utf8(out, c);
    }
  }
  return out;
}

std::string ascii_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    if (c > 0x20 && c < 0x7F) {
      out += c;
    } else {
      out += '%';
      append_hex_byte(out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace sable::pdf
