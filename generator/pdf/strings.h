// Names and strings as PDF spells them (ISO 32000-1, 7.3.4, 7.3.5, 7.9.2).
//
// In:  bytes and well-formed UTF-8.
// Out: characters appended to an object's or a stream's text.
#pragma once

#include <string>
#include <string_view>

namespace sable::pdf {

// Longest string and name that PDF/A-2 allows (ISO 19005-2, 6.1.13), in bytes.
constexpr size_t kLongestString = 32767;
constexpr size_t kLongestName = 127;

// "/Name", with #xx for what may not stand in a name.
void append_name(std::string& out, std::string_view name);

// Bytes in parentheses; the four that would be misread are escaped.
void append_literal(std::string& out, std::string_view bytes);
// The same, one byte and no parentheses.
inline void append_literal_byte(std::string& out, char byte) {
  if (byte == '(' || byte == ')' || byte == '\\') {
    out += '\\';
    out += byte;
  } else if (byte == '\r') {
    out += "\\r";  // a bare CR would be read as LF
  } else {
    out += byte;
  }
}

// "<hex>".
void append_hex_string(std::string& out, std::string_view bytes);

// A text string: ASCII in parentheses, anything else as UTF-16BE with its mark.
void append_text_string(std::string& out, std::string_view utf8);
// Bytes that append_text_string's value takes.
size_t text_string_length(std::string_view utf8);

// UTF-16BE in hexadecimal, without brackets or byte-order mark.
void append_utf16_hex(std::string& out, std::string_view utf8);

// Text for people as metadata may hold it: line ends and tabs become blanks;
// other control characters and noncharacters, which XML 1.0 cannot hold, go.
std::string clean_text(std::string_view utf8);

// A URI in ASCII: other bytes and blanks are percent-encoded (RFC 3986, 2.1).
std::string ascii_uri(std::string_view uri);

}  // namespace sable::pdf
