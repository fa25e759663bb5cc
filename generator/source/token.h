// What the lexer sees: the scalars of a file and where values are missing.
//
// Offsets count bytes behind the byte order mark, if there is one; `Findings`
// and `decode` turn them into offsets of the file.
#pragma once

#include <cstdint>
#include <vector>

namespace sable::source {

// Bytes [begin, end).
struct Stretch {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const Stretch&) const = default;
};

enum class Style : uint8_t { missing, plain, single_quoted, double_quoted, literal, folded };
enum class Chomp : uint8_t { clip, strip, keep };  // YAML 1.2, 8.1.1.2

// A scalar, or the point at which a value would stand (`key:` with nothing).
struct Token {
  Style style = Style::missing;
  Chomp chomp = Chomp::clip;  // of a block scalar
  bool key = false;
  bool in_flow = false;    // inside [ ] or { }
  bool multiline = false;  // goes on over a line end
  bool escapes = false;    // a backslash in double quotes
  bool masked = false;     // see Lexed::masks
  uint32_t begin = 0;      // of a quoted scalar: its quote; of a block scalar: its header
  uint32_t end = 0;
  uint32_t content = 0;  // of a block scalar: the start of the line below the header
  uint32_t indent = 0;   // of a block scalar: the columns that are not content
};

}  // namespace sable::source
