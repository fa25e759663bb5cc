// Finds text that looks like a redaction and is not one, or stands where none
// can stand. Works on bytes and tokens, before any YAML is parsed: a redaction
// that has become a key or a comment must not pass as one.
//
// In:  the bytes behind the byte order mark, what the lexer saw.
// Out: findings that show places only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "source/findings.h"
#include "source/lexer.h"

namespace sable::source {

struct Sighting {
  size_t begin = 0;  // from the colon, if there is one, to the bracket
  size_t end = 0;
  bool well_formed = false;  // exactly `:redact[`
};

// Everything in `text` that looks like the opener of a redaction. Escaped ones
// (`\:redact[`, `:redact\[`) do not; `escape_width` is the number of
// backslashes that make one in `text` (two in double quotes).
std::vector<Sighting> sight_redactions(std::string_view text, size_t escape_width = 1);

void check_redactions(std::string_view text, const Lexed& lexed, Findings& findings);

}  // namespace sable::source
