// The CSS subset: parse, select, cascade, compute.
//
// In:  a style sheet, the theme's tokens, a markup tree.
// Out: the styled tree.
//
// CSS Syntax 3 for the grammar, Selectors 3 for matching, CSS Cascade 4 for
// order and inheritance, CSS Variables 1 for custom properties. A property,
// value, selector or at-rule that the engine does not know is an error with
// its line, not a silence.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "markup/tree.h"
#include "style/computed.h"

namespace sable::style {

// What a theme writes for a token, and where, if it comes from a file.
struct TokenText {
  TokenText() = default;
  TokenText(std::string its_text, std::optional<base::Span> its_place = {})
      : text(std::move(its_text)), place(its_place) {}
  TokenText(const char* its_text) : text(its_text) {}

  std::string text;
  std::optional<base::Span> place = {};
};

// Custom properties that a theme defines: "box-color" → "#000". The sheet reads
// them as var(--box-color).
using Tokens = std::map<std::string, TokenText>;

class Sheet {
 public:
  struct Rules;
  explicit Sheet(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
  const Rules& rules() const { return *rules_; }

 private:
  std::shared_ptr<const Rules> rules_;
};

// Parses files of the SourceSet, later ones behind those before them in the cascade. Every error
// that can be found in one run; a token that gives no value where it is read is told once, at its
// own place. `families` are those that there are fonts of: each list of families has to name one.
// Without them the lists are not looked at.
base::Result<Sheet> parse_sheet(const base::SourceSet& sources,
                                const std::vector<base::FileId>& files, const Tokens& tokens,
                                const std::vector<std::string>& families = {});

StyledTree apply(const Sheet& sheet, const markup::Tree& tree);

}  // namespace sable::style
