// The text of a scalar and where each stretch of it stands in the file.
//
// In:  the bytes behind the byte order mark, a token.
// Out: the text after folding, chomping and unescaping (YAML 1.2, chapters 7
//      and 8), and the segments that map it back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/token.h"
#include "source/value.h"

namespace sable::source {

struct Decoded {
  std::string text;
  std::vector<Segment> segments;  // source_begin counts from the start of the file
  Stretch content;                // without quotes, without the header of a block
  // yaml-cpp 0.7 is known to read this scalar otherwise: its text is no check.
  bool known_deviation = false;
};

// `shift`: the length of the byte order mark in front of `source`.
Decoded decode(std::string_view source, const Token& token, uint32_t shift);

}  // namespace sable::source
