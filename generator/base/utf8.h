// UTF-8, strictly (RFC 3629): no overlong forms, no surrogates, nothing above
// U+10FFFF.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sable::base {

// Offset of the first byte that is not part of well-formed UTF-8, or nullopt.
std::optional<size_t> find_bad_utf8(std::string_view text);

// The code point at `offset` of well-formed UTF-8; advances `offset` past it.
char32_t next_code_point(std::string_view text, size_t& offset);

void append_utf8(std::string& out, char32_t code_point);

}  // namespace sable::base
