#include "style/token.h"

#include <fmt/format.h>

namespace sable::style {
namespace {

bool opens(const Token& token) {
  return token.is(TokenKind::function) || token.is(TokenKind::open_paren) ||
         token.is(TokenKind::open_bracket) || token.is(TokenKind::open_brace);
}

bool closes(const Token& token) {
  return token.is(TokenKind::close_paren) || token.is(TokenKind::close_bracket) ||
         token.is(TokenKind::close_brace);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\{:x} ", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string number_text(const Number& number) {
  return number.scale == 1 ? fmt::format("{}", number.mantissa)
                           : fmt::format("{}/{}", number.mantissa, number.scale);
}

const char* mark(TokenKind kind) {
  switch (kind) {
    case TokenKind::whitespace:
      return " ";
    case TokenKind::colon:
      return ":";
    case TokenKind::semicolon:
      return ";";
    case TokenKind::comma:
      return ",";
    case TokenKind::open_brace:
      return "{";
    case TokenKind::close_brace:
      return "}";
    case TokenKind::open_paren:
      return "(";
    case TokenKind::close_paren:
      return ")";
    case TokenKind::open_bracket:
      return "[";
    case TokenKind::close_bracket:
      return "]";
    default:
      return "";
  }
}

std::string to_text(const Token& token) {
  switch (token.kind) {
    case TokenKind::ident:
    case TokenKind::delim:
      return token.text;
    case TokenKind::function:
      return token.text + "(";
    case TokenKind::at_keyword:
      return "@" + token.text;
    case TokenKind::hash:
      return "#" + token.text;
    case TokenKind::string:
      return quoted(token.text);
    case TokenKind::number:
      return number_text(token.number);
    case TokenKind::percentage:
      return number_text(token.number) + "%";
    case TokenKind::dimension:
      return number_text(token.number) + token.text;
    default:
      return mark(token.kind);
  }
}

}  // namespace

bool Token::is_ident(std::string_view name) const {
  return kind == TokenKind::ident && lower_case(text) == name;
}

bool Token::is_function(std::string_view name) const {
  return kind == TokenKind::function && lower_case(text) == name;
}

base::Span span_of(TokenRange tokens, base::Span otherwise) {
  if (tokens.empty()) return {otherwise.file, otherwise.end, otherwise.end};
  return {tokens.front().span.file, tokens.front().span.begin, tokens.back().span.end};
}

TokenRange trimmed(TokenRange tokens) {
  while (!tokens.empty() && tokens.front().is(TokenKind::whitespace)) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().is(TokenKind::whitespace)) {
    tokens = tokens.first(tokens.size() - 1);
  }
  return tokens;
}

size_t behind_block(TokenRange tokens, size_t open) {
  size_t depth = 0;
  for (size_t i = open; i < tokens.size(); ++i) {
    if (opens(tokens[i])) ++depth;
    if (closes(tokens[i]) && --depth == 0) return i + 1;
  }
  return tokens.size();
}

std::string to_text(TokenRange tokens) {
  std::string text;
  for (const Token& token : tokens) {
    text += to_text(token);
    // A name that stood before a comment must not grow into what follows it.
    if (token.is(TokenKind::ident) || token.is(TokenKind::hash)) text += "/**/";
  }
  return text;
}

}  // namespace sable::style
