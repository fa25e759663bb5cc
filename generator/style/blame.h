// Whose fault it is that a value is none once the tokens of the theme are put in:
// that of the declaration, or that of a token.
//
// In:  the declarations that were tried, and the tokens that each reaches.
// Out: diagnostics SBL0733 and SBL0735: one for each token at fault, at its place in
//      the theme; one at each declaration that no token explains.
//
// A token is cleared by a declaration that it serves. What is left is at fault where
// it stands alone; where several are left, one that is at fault elsewhere is so here
// too, and otherwise the declaration is told of all of them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "style/findings.h"
#include "style/styler.h"

namespace sable::style {

struct Failure {
  base::Span place;              // of the declaration's value
  std::string_view property;     // its name
  std::set<std::string> tokens;  // of the theme: that it reads, or the one known to be wrong
  Problem problem;               // as it is told of the declaration
};

class Blame {
 public:
  explicit Blame(const Tokens& theme) : theme_(theme) {}

  // These tokens gave a value.
  void clear(const std::set<std::string>& tokens);
  void add(Failure failure) { failures_.push_back(std::move(failure)); }
  void report(Findings& findings);

 private:
  std::set<std::string> suspects(const Failure& failure) const;
  base::Diagnostic of_token(const std::string& token, const Failure& first, size_t others) const;
  base::Diagnostic of_declaration(const Failure& failure) const;

  const Tokens& theme_;
  std::set<std::string> cleared_;
  std::vector<Failure> failures_;
};

}  // namespace sable::style
