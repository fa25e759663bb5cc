// CSS Syntax 3, 4: tokenization.

#include "base/utf8.h"
#include "style/token.h"

namespace sable::style {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_newline(char c) { return c == '\n' || c == '\r' || c == '\f'; }
bool is_space(char c) { return is_newline(c) || c == ' ' || c == '\t'; }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) { return is_name_start(c) || is_digit(c) || c == '-'; }

uint32_t hex_value(char c) {
  if (is_digit(c)) return static_cast<uint32_t>(c - '0');
  return static_cast<uint32_t>((c | 0x20) - 'a' + 10);
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, base::FileId file, Findings& findings)
      : text_(text), file_(file), findings_(findings) {}

  TokenList run() {
    TokenList tokens;
    while (at_ < text_.size()) {
      if (comment()) continue;
      begin_ = at_;
      Token token = next();
      token.span = span_from(begin_);
      tokens.push_back(std::move(token));
    }
    return tokens;
  }

 private:
  char peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  base::Span span_from(size_t begin) const {
    return {file_, static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
  }

  // 4.3.2
  bool comment() {
    if (peek() != '/' || peek(1) != '*') return false;
    const size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) {
      findings_.add({{file_, static_cast<uint32_t>(at_), static_cast<uint32_t>(at_ + 2)},
                     "SBL0701",
                     "this comment is not closed",
                     "close it with */",
                     {}});
      at_ = text_.size();
    } else {
      at_ = end + 2;
    }
    return true;
  }

  // 4.3.1
  Token next() {
    const char c = peek();
    if (is_space(c)) return whitespace();
    if (c == '"' || c == '\'') return string();
    if (c == '#' && (is_name(peek(1)) || starts_escape(1))) return named(TokenKind::hash);
    if (c == '@' && starts_name(1)) return named(TokenKind::at_keyword);
    if (starts_number()) return numeric();
    if (starts_name(0)) return ident_like();
    return punctuation();
  }

  Token whitespace() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return {.kind = TokenKind::whitespace};
  }

  // 4.3.8
  bool starts_escape(size_t ahead) const {
    return peek(ahead) == '\\' && at_ + ahead + 1 < text_.size() && !is_newline(peek(ahead + 1));
  }

  // 4.3.9
  bool starts_name(size_t ahead) const {
    if (peek(ahead) == '-') {
      return is_name_start(peek(ahead + 1)) || peek(ahead + 1) == '-' || starts_escape(ahead + 1);
    }
    return is_name_start(peek(ahead)) || starts_escape(ahead);
  }

  // 4.3.10
  bool starts_number() const {
    const size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
    return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
  }

  // 4.3.11
  std::string name() {
    std::string result;
    while (at_ < text_.size()) {
      if (is_name(text_[at_])) {
        result += text_[at_++];
      } else if (starts_escape(0)) {
        ++at_;
        escape(result);
      } else {
        break;
      }
    }
    return result;
  }

  // 4.3.7, behind the backslash
  void escape(std::string& out) {
    if (!is_hex(peek())) {
      base::append_utf8(out, base::next_code_point(text_, at_));
      return;
    }
    uint32_t value = 0;
    for (int i = 0; i < 6 && is_hex(peek()); ++i) value = value * 16 + hex_value(text_[at_++]);
    if (at_ < text_.size() && is_space(text_[at_])) ++at_;
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    base::append_utf8(out,
                      value == 0 || surrogate || value > 0x10FFFF ? U'\xFFFD' : char32_t{value});
  }

  Token named(TokenKind kind) {
    ++at_;
    return {.kind = kind, .text = name()};
  }

  // 4.3.4, "url(" being a function like any other
  Token ident_like() {
    std::string text = name();
    if (peek() != '(') return {.kind = TokenKind::ident, .text = std::move(text)};
    ++at_;
    return {.kind = TokenKind::function, .text = std::move(text)};
  }

  // 4.3.5
  Token string() {
    const char quote = text_[at_++];
    Token token{.kind = TokenKind::string};
    while (at_ < text_.size() && text_[at_] != quote) {
      if (is_newline(text_[at_])) return unclosed(std::move(token));
      if (text_[at_] == '\\') {
        string_escape(token.text);
      } else {
        token.text += text_[at_++];
      }
    }
    if (at_ >= text_.size()) return unclosed(std::move(token));
    ++at_;
    return token;
  }

  void string_escape(std::string& out) {
    ++at_;
    if (at_ >= text_.size()) return;
    if (!is_newline(text_[at_])) return escape(out);
    const bool crlf = text_[at_] == '\r' && peek(1) == '\n';
    at_ += crlf ? 2 : 1;
  }

  Token unclosed(Token token) {
    findings_.add({span_from(begin_),
                   "SBL0702",
                   "this string is not closed on its line",
                   "close the quote; a line break inside a string is written \\A",
                   {}});
    return token;
  }

  // 4.3.3, 4.3.12
  Token numeric() {
    Token token{.kind = TokenKind::number, .integer = true};
    const size_t begin = at_;
    token.signed_ = !is_digit(peek()) && peek() != '.';
    if (token.signed_) ++at_;
    digits();
    if (peek() == '.' && is_digit(peek(1))) {
      token.integer = false;
      ++at_;
      digits();
    }
    if (exponent()) token.integer = false;
    value(token, text_.substr(begin, at_ - begin));
    if (starts_name(0)) {
      token.kind = TokenKind::dimension;
      token.text = name();
    } else if (peek() == '%') {
      token.kind = TokenKind::percentage;
      ++at_;
    }
    return token;
  }

  void digits() {
    while (is_digit(peek())) ++at_;
  }

  bool exponent() {
    if (peek() != 'e' && peek() != 'E') return false;
    const size_t sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
    if (!is_digit(peek(sign))) return false;
    at_ += sign;
    digits();
    return true;
  }

  void value(Token& token, std::string_view written) {
    if (const auto number = parse_number(written)) {
      token.number = *number;
      return;
    }
    findings_.add({span_from(begin_),
                   "SBL0725",
                   "this number has too many digits",
                   "write at most nine digits before and nine behind the point",
                   {}});
  }

  Token punctuation() {
    static constexpr std::string_view kMarks = ":;,{}()[]";
    static constexpr TokenKind kKinds[] = {
        TokenKind::colon,       TokenKind::semicolon,    TokenKind::comma,
        TokenKind::open_brace,  TokenKind::close_brace,  TokenKind::open_paren,
        TokenKind::close_paren, TokenKind::open_bracket, TokenKind::close_bracket};
    const char c = text_[at_++];
    const size_t mark = kMarks.find(c);
    if (c != '\0' && mark != std::string_view::npos) return {.kind = kKinds[mark]};
    return {.kind = TokenKind::delim, .text = std::string(1, c)};
  }

  std::string_view text_;
  base::FileId file_;
  Findings& findings_;
  size_t at_ = 0;
  size_t begin_ = 0;
};

}  // namespace

TokenList tokenize(std::string_view text, base::FileId file, Findings& findings) {
  return Tokenizer(text, file, findings).run();
}

}  // namespace sable::style
