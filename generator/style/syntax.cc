// CSS Syntax 3, 5: parsing. What is malformed is reported and skipped, and the
// parser goes on with the next declaration or rule.

#include "style/syntax.h"

#include <optional>
#include <utility>

#include "style/property.h"

namespace sable::style {
namespace {

constexpr size_t kDeepest = 32;

TokenKind closer_of(const Token& token) {
  if (token.is(TokenKind::open_brace)) return TokenKind::close_brace;
  if (token.is(TokenKind::open_bracket)) return TokenKind::close_bracket;
  return TokenKind::close_paren;
}

bool opens(const Token& token) {
  return token.is(TokenKind::open_brace) || token.is(TokenKind::open_bracket) ||
         token.is(TokenKind::open_paren) || token.is(TokenKind::function);
}

bool closes(const Token& token) {
  return token.is(TokenKind::close_brace) || token.is(TokenKind::close_bracket) ||
         token.is(TokenKind::close_paren);
}

// Copies the tokens with every bracket closed: reports brackets that are not,
// closes them, and drops those that close nothing. A "}" also ends what is open
// in ( and [, so that one forgotten ")" does not swallow the rest of the sheet.
class Balancer {
 public:
  explicit Balancer(Findings& findings) : findings_(findings) {}

  std::optional<TokenList> balance(const TokenList& tokens) {
    for (const Token& token : tokens) {
      if (opens(token)) {
        if (open_.size() == kDeepest) return too_deep(token);
        open_.push_back(token);
      } else if (closes(token) && !close(token)) {
        continue;
      }
      out_.push_back(token);
    }
    while (!open_.empty()) close_unclosed();
    return std::move(out_);
  }

 private:
  bool close(const Token& token) {
    while (token.is(TokenKind::close_brace) && !open_.empty() && in_brace() &&
           !open_.back().is(TokenKind::open_brace)) {
      close_unclosed();
    }
    if (!open_.empty() && closer_of(open_.back()) == token.kind) {
      open_.pop_back();
      return true;
    }
    findings_.add({token.span,
                   "SBL0703",
                   "this bracket closes nothing",
                   "remove it, or add the bracket that opens it",
                   {}});
    return false;
  }

  bool in_brace() const {
    for (const Token& token : open_) {
      if (token.is(TokenKind::open_brace)) return true;
    }
    return false;
  }

  void close_unclosed() {
    Token closer{.kind = closer_of(open_.back()), .span = open_.back().span};
    findings_.add(
        {closer.span, "SBL0703", "this bracket is not closed", "add the closing bracket", {}});
    out_.push_back(std::move(closer));
    open_.pop_back();
  }

  std::optional<TokenList> too_deep(const Token& token) {
    findings_.add({token.span,
                   "SBL0704",
                   "brackets are nested too deeply here",
                   "nest at most 32 brackets",
                   {}});
    return std::nullopt;
  }

  Findings& findings_;
  TokenList out_;
  TokenList open_;
};

class Parser {
 public:
  explicit Parser(Findings& findings) : findings_(findings) {}

  // 5.4.1: a list of rules
  std::vector<RawRule> rules(TokenRange tokens) {
    std::vector<RawRule> list;
    size_t at = 0;
    while (at < tokens.size()) rule_or_space(tokens, at, list);
    return list;
  }

 private:
  void rule_or_space(TokenRange tokens, size_t& at, std::vector<RawRule>& list) {
    if (tokens[at].is(TokenKind::whitespace)) {
      ++at;
    } else if (tokens[at].is(TokenKind::semicolon)) {
      findings_.add(
          {tokens[at].span, "SBL0705", "a semicolon cannot stand between rules", "remove it", {}});
      ++at;
    } else {
      rule(tokens, at, list);
    }
  }

  // 5.4.2, 5.4.3: an at-rule or a qualified rule
  void rule(TokenRange tokens, size_t& at, std::vector<RawRule>& list) {
    RawRule rule;
    const size_t begin = at;
    rule.at_rule = tokens[at].is(TokenKind::at_keyword);
    rule.name_span = tokens[at].span;
    if (rule.at_rule) rule.name = lower_case(tokens[at++].text);
    const size_t prelude = at;
    while (at < tokens.size() && !tokens[at].is(TokenKind::open_brace) &&
           !(rule.at_rule && tokens[at].is(TokenKind::semicolon))) {
      at = opens(tokens[at]) ? behind_block(tokens, at) : at + 1;
    }
    const TokenRange head = trimmed(tokens.subspan(prelude, at - prelude));
    rule.prelude.assign(head.begin(), head.end());
    rule.has_block = at < tokens.size() && tokens[at].is(TokenKind::open_brace);
    TokenRange behind;  // a block that lacks its "}"
    if (rule.has_block) {
      const size_t end = behind_block(tokens, at);
      // What is in the block of an unknown rule is nobody's business.
      if (!rule.at_rule || rule.name == "page" || inside_) {
        const bool unclosed = tokens[end - 1].span == tokens[at].span;
        behind = block(tokens.subspan(at + 1, end - at - 2), unclosed && !inside_, rule);
      }
      at = end;
    } else if (at < tokens.size()) {
      ++at;
    }
    if (!rule.has_block && !rule.at_rule) return no_block(tokens.subspan(begin, at - begin));
    list.push_back(std::move(rule));
    size_t next = 0;
    while (next < behind.size()) rule_or_space(behind, next, list);
  }

  void no_block(TokenRange tokens) {
    findings_.add({span_of(trimmed(tokens), {}),
                   "SBL0705",
                   "this rule has no block of declarations",
                   "write the declarations in braces behind the selector",
                   {}});
  }

  // 5.4.4: declarations and at-rules. CSS Syntax 3 takes all that follows a block
  // without its "}" for a part of it. Here a rule that begins inside such a block ends
  // it, so that one lost brace is one mistake: returns the tokens from there.
  TokenRange block(TokenRange tokens, bool unclosed, RawRule& rule) {
    size_t at = 0;
    while (at < tokens.size()) {
      const Token& token = tokens[at];
      if (token.is(TokenKind::whitespace) || token.is(TokenKind::semicolon)) {
        ++at;
      } else if (unclosed && begins_rule(tokens, at)) {
        findings_.add({token.span,
                       "SBL0706",
                       "a rule begins here inside the block above",
                       "close that block before it with '}'",
                       {}});
        return tokens.subspan(at);
      } else if (token.is(TokenKind::at_keyword)) {
        const bool outer = std::exchange(inside_, true);
        this->rule(tokens, at, rule.rules);
        inside_ = outer;
      } else {
        declaration(tokens, at, rule);
      }
    }
    return {};
  }

  // Whether a "{" comes before the ";" of a declaration, or a page begins.
  static bool begins_rule(TokenRange tokens, size_t at) {
    if (tokens[at].is(TokenKind::at_keyword)) return lower_case(tokens[at].text) == "page";
    const bool custom = tokens[at].is(TokenKind::ident) && is_custom(tokens[at].text);
    while (!custom && at < tokens.size() && !tokens[at].is(TokenKind::semicolon)) {
      if (tokens[at].is(TokenKind::open_brace)) return true;
      at = opens(tokens[at]) ? behind_block(tokens, at) : at + 1;
    }
    return false;
  }

  // 5.4.6
  void declaration(TokenRange tokens, size_t& at, RawRule& rule) {
    const size_t begin = at;
    RawDeclaration declaration;
    declaration.name_span = tokens[at].span;
    const bool named = tokens[at].is(TokenKind::ident);
    if (named) declaration.name = property_name(tokens[at++].text);
    while (at < tokens.size() && tokens[at].is(TokenKind::whitespace)) ++at;
    if (!named || at == tokens.size() || !tokens[at].is(TokenKind::colon)) {
      at = begin;
      return malformed(tokens, at);
    }
    const size_t value = ++at;
    if (!find_end(tokens, at, is_custom(declaration.name))) return;
    const TokenRange range = trimmed(tokens.subspan(value, at - value));
    declaration.value.assign(range.begin(), range.end());
    take_important(declaration);
    rule.declarations.push_back(std::move(declaration));
  }

  static bool is_custom(std::string_view name) { return name.starts_with("--"); }
  static std::string property_name(const std::string& text) {
    return is_custom(text) ? text : lower_case(text);
  }

  // Moves `at` to the ";" or the end. A "{" inside means that a rule begins in
  // this one; a known property and a ":" mean that the ";" before it is missing.
  bool find_end(TokenRange tokens, size_t& at, bool custom) {
    while (at < tokens.size() && !tokens[at].is(TokenKind::semicolon)) {
      if (tokens[at].is(TokenKind::open_brace) && !custom) {
        nested(tokens, at);
        return false;
      }
      if (!custom && begins_declaration(tokens, at)) {
        findings_.add({tokens[at].span, "SBL0707", "a semicolon is missing before this property",
                       "end each declaration with a semicolon", tokens[at].text});
        return true;
      }
      at = opens(tokens[at]) ? behind_block(tokens, at) : at + 1;
    }
    return true;
  }

  static bool begins_declaration(TokenRange tokens, size_t at) {
    if (!tokens[at].is(TokenKind::ident) || !is_property_name(lower_case(tokens[at].text))) {
      return false;
    }
    for (++at; at < tokens.size() && tokens[at].is(TokenKind::whitespace);) ++at;
    return at < tokens.size() && tokens[at].is(TokenKind::colon);
  }

  void nested(TokenRange tokens, size_t& at) {
    findings_.add({tokens[at].span,
                   "SBL0706",
                   "a rule cannot begin inside another",
                   "close the rule before it with '}'; nested rules are not supported",
                   {}});
    at = behind_block(tokens, at);
  }

  void malformed(TokenRange tokens, size_t& at) {
    const size_t begin = at;
    while (at < tokens.size() && !tokens[at].is(TokenKind::semicolon)) {
      if (tokens[at].is(TokenKind::open_brace)) return nested(tokens, at);
      at = opens(tokens[at]) ? behind_block(tokens, at) : at + 1;
    }
    const TokenRange range = trimmed(tokens.subspan(begin, at - begin));
    findings_.add({span_of(range, tokens[begin].span),
                   "SBL0706",
                   "this is not a declaration",
                   "write a property, a colon, a value and a semicolon",
                   {}});
  }

  static void take_important(RawDeclaration& declaration) {
    TokenList& value = declaration.value;
    if (value.empty() || !value.back().is_ident("important")) return;
    size_t mark = value.size() - 1;
    while (mark > 0 && value[mark - 1].is(TokenKind::whitespace)) --mark;
    if (mark == 0 || !value[mark - 1].is_delim('!')) return;
    value.resize(mark - 1);
    while (!value.empty() && value.back().is(TokenKind::whitespace)) value.pop_back();
    declaration.important = true;
  }

  Findings& findings_;
  bool inside_ = false;  // a block: its at-rules are boxes of a page
};

}  // namespace

std::vector<RawRule> parse_rules(const TokenList& tokens, Findings& findings) {
  const auto balanced = Balancer(findings).balance(tokens);
  if (!balanced) return {};
  return Parser(findings).rules(*balanced);
}

}  // namespace sable::style
