// Tokens of CSS.
//
// In:  the bytes of a style sheet (UTF-8).
// Out: tokens with exact spans (CSS Syntax 3, 4). Comments are dropped; there is
//      no url token, because no property takes one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "style/findings.h"
#include "style/number.h"

namespace sable::style {

enum class TokenKind : uint8_t {
  ident,       // text
  function,    // text: the name, the "(" is part of the token
  at_keyword,  // text: the name without "@"
  hash,        // text: behind "#"
  string,      // text: unescaped
  number,      // number
  percentage,  // number
  dimension,   // number, text: the unit
  delim,       // text: one character
  whitespace,
  colon,
  semicolon,
  comma,
  open_brace,
  close_brace,
  open_paren,
  close_paren,
  open_bracket,
  close_bracket,
};

struct Token {
  TokenKind kind = TokenKind::whitespace;
  bool integer = false;  // of a number: written without point and exponent
  bool signed_ = false;  // of a number: written with + or -
  std::string text = {};
  Number number = {};
  base::Span span = {};

  bool is(TokenKind other) const { return kind == other; }
  bool is_delim(char c) const { return kind == TokenKind::delim && text[0] == c; }
  // An identifier equal to `name`, which is in lower case (ASCII case folded).
  bool is_ident(std::string_view name) const;
  bool is_function(std::string_view name) const;
};

using TokenList = std::vector<Token>;
using TokenRange = std::span<const Token>;

TokenList tokenize(std::string_view text, base::FileId file, Findings& findings);

// From the first to the last token; a point at `otherwise` if there is none.
base::Span span_of(TokenRange tokens, base::Span otherwise);

// The tokens without white space at either end.
TokenRange trimmed(TokenRange tokens);

// Index behind the bracket that closes the one (or the function) at `open`; the
// size if none does.
size_t behind_block(TokenRange tokens, size_t open);

// A text that is the same for the same tokens, and for no others.
std::string to_text(TokenRange tokens);

}  // namespace sable::style
