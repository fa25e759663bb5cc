// Escapes in double quotes (YAML 1.2, 5.7).
//
// In:  the text, the offset of a backslash.
// Out: what it stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sable::source {

struct Escape {
  enum class Kind : uint8_t {
    character,   // stands for code_point
    line_break,  // joins this line with the next
    unknown,
  };
  Kind kind = Kind::unknown;
  uint32_t length = 1;  // in bytes, with the backslash
  char32_t code_point = 0;
};

// `\'`, which yaml-cpp takes, is not in the standard and is `unknown` here.
Escape read_escape(std::string_view text, size_t at);

}  // namespace sable::source
