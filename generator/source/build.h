// The tree, from the events of the YAML library.
//
// In:  the bytes behind the byte order mark, what the lexer saw.
// Out: the tree; findings that need one: duplicate keys, and what the library
//      refuses although the lexer found nothing.
//
// The library decides about structure, the lexer about places. Each event has to
// meet the token that the lexer saw there, and each text has to be the same by
// both readings; a difference is an error, never a choice.
#pragma once

#include <string_view>

#include "source/findings.h"
#include "source/lexer.h"
#include "source/value.h"

namespace sable::source {

struct Sources {
  std::string_view text;      // as it stands in the file
  std::string_view readable;  // the same with bytes masked that the library misreads
  uint32_t shift = 0;         // the length of the byte order mark
};

Value build(const Sources& sources, const Lexed& lexed, Findings& findings);

}  // namespace sable::source
