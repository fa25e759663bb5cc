// A pattern file, made safe for libhyphen.
//
// In:  the bytes of a file (first line its character set, then a pattern or a
//      keyword a line), whoever wrote them.
// Out: the same patterns in UTF-8, spelt so that libhyphen 2.8 cannot be led
//      outside its buffers.
//
// libhyphen trusts its files: patterns with replacements, levels outside the
// word's ends, and an empty NOHYPHEN list make it write beyond them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sable::text {

// Nothing if this is not a pattern file in a character set that ICU knows.
//
// Patterns with a replacement (Schiffahrt, Schiff-fahrt) keep a line from
// ending there, since the letters cannot change once they are shaped.
std::optional<std::string> normalise_patterns(std::string_view bytes);

}  // namespace sable::text
