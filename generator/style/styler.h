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
#include <string>

#include "base/diagnostic.h"
#include "markup/tree.h"
#include "style/computed.h"

namespace sable::style {

// Custom properties that a theme defines: "box-color" → "#000". The sheet reads
// them as var(--box-color).
using Tokens = std::map<std::string, std::string>;

class Sheet {
 public:
  struct Rules;
  explicit Sheet(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
  const Rules& rules() const { return *rules_; }

 private:
  std::shared_ptr<const Rules> rules_;
};

// Parses a file of the SourceSet. Every error that can be found in one run.
base::Result<Sheet> parse_sheet(const base::SourceSet& sources, base::FileId file,
                                const Tokens& tokens);

StyledTree apply(const Sheet& sheet, const markup::Tree& tree);

}  // namespace sable::style
