// A reader of tokens with one problem at most.
//
// In:  the tokens of a value or a selector.
// Out: the tokens one by one; the first thing that was wrong.
#pragma once

#include <optional>
#include <string>

#include "style/token.h"

namespace sable::style {

class Cursor {
 public:
  // `place` stands for the tokens where there are none.
  Cursor(TokenRange tokens, base::Span place) : tokens_(tokens), place_(place) {}

  bool at_end() const { return at_ >= tokens_.size(); }
  // White space behind the last token, so that nothing has to ask first.
  const Token& peek(size_t ahead = 0) const {
    static const Token kEnd;
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : kEnd;
  }
  const Token& next() {
    const Token& token = peek();
    if (!at_end()) ++at_;
    return token;
  }
  bool skip_space() {
    const size_t begin = at_;
    while (!at_end() && peek().is(TokenKind::whitespace)) ++at_;
    return at_ > begin;
  }
  // Whether nothing but white space is left.
  bool done() {
    skip_space();
    return at_end();
  }
  // The next token that is not white space.
  const Token& peek_word() {
    skip_space();
    return peek();
  }
  bool take(TokenKind kind) {
    if (!peek_word().is(kind)) return false;
    next();
    return true;
  }
  bool take_ident(std::string_view name) {
    if (!peek_word().is_ident(name)) return false;
    next();
    return true;
  }

  // The arguments of the function at the cursor, without its brackets; moves behind it.
  Cursor take_function() {
    const size_t end = behind_block(tokens_, at_);
    const size_t close = end > at_ + 1 ? end - 1 : end;
    const Cursor inside(tokens_.subspan(at_ + 1, close - at_ - 1), tokens_[at_].span);
    at_ = end;
    return inside;
  }

  size_t position() const { return at_; }
  void go_back(size_t position) { at_ = position; }

  // Where the next token stands, or the end of the last.
  base::Span here() const {
    return at_end() ? base::Span{end().file, end().end, end().end} : peek().span;
  }

  bool failed() const { return !problem_.code.empty(); }
  const Problem& problem() const { return problem_; }
  // Notes a problem at the cursor, unless there is one.
  void fail(const char* code, std::string message, std::string help, std::string echo = {}) {
    fail({here(), code, std::move(message), std::move(help), std::move(echo)});
  }
  void fail(Problem problem) {
    if (!failed()) problem_ = std::move(problem);
  }

 private:
  base::Span end() const { return tokens_.empty() ? place_ : tokens_.back().span; }

  TokenRange tokens_;
  base::Span place_;
  size_t at_ = 0;
  Problem problem_;
};

}  // namespace sable::style
