// Declarations, their names and values checked.
//
// In:  raw declarations and the places where they stand.
// Out: longhands with parsed values, or values that wait for custom properties.
#pragma once

#include <string>
#include <vector>

#include "style/property.h"
#include "style/syntax.h"
#include "style/variables.h"

namespace sable::style {

struct Declaration {
  bool important = false;
  base::Span span;       // of the value
  std::string custom;    // "--x" of a custom property; `tokens` is its value
  PropertyRef property;  // of any other
  Longhands longhands;   // parsed; empty where the value has var()
  TokenList tokens;      // of a custom property, or with var()

  bool is_custom() const { return !custom.empty(); }
  bool is_pending() const { return !is_custom() && !tokens.empty(); }
};
using Declarations = std::vector<Declaration>;

// `places`: a Place, or several where one block serves several.
Declarations parse_declarations(const std::vector<RawDeclaration>& raw, unsigned places,
                                Findings& findings);

// Names of the attributes whose values the declarations take by attr().
std::vector<std::string> attributes_of(const Declarations& declarations);

}  // namespace sable::style
