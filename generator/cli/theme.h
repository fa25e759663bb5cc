// A template's theme: the tokens that its style sheet sees as variables, and the
// template that it extends.
//
// In:  theme.yaml: `extends`, and a map `tokens:` of names to CSS values.
// Out: the tokens; what it extends.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/world.h"
#include "style/styler.h"

namespace sable::cli {

struct Theme {
  style::Tokens tokens;
  std::string extends;  // the name of another template, or empty
  base::Span extends_place;
};

// The tokens may be left out where another template has them.
base::Result<Theme> load_theme(const base::World& world, base::SourceSet& sources,
                               const std::string& path);

}  // namespace sable::cli
