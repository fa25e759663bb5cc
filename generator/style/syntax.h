// Rules and declarations, before anybody asks what they mean.
//
// In:  tokens.
// Out: rules with their preludes, declarations and the at-rules inside them
//      (CSS Syntax 3, 5). Brackets are balanced in all that comes out.
#pragma once

#include <string>
#include <vector>

#include "style/token.h"

namespace sable::style {

struct RawDeclaration {
  std::string name;  // in lower case; a custom property ("--x") as written
  base::Span name_span;
  TokenList value;  // trimmed, without "!important"
  bool important = false;
};

struct RawRule {
  bool at_rule = false;
  std::string name;  // of an at-rule, in lower case
  base::Span name_span;
  TokenList prelude;  // trimmed
  bool has_block = false;
  std::vector<RawDeclaration> declarations;
  std::vector<RawRule> rules;  // at-rules inside the block
};

std::vector<RawRule> parse_rules(const TokenList& tokens, Findings& findings);

}  // namespace sable::style
