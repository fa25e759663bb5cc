// A template's theme: the tokens that its style sheet sees as variables.
//
// In:  theme.yaml, a map `tokens:` of names to CSS values.
// Out: style::Tokens.
#pragma once

#include "base/diagnostic.h"
#include "base/world.h"
#include "style/styler.h"

namespace sable::cli {

base::Result<style::Tokens> load_theme(const base::World& world, base::SourceSet& sources,
                                       const std::string& path);

}  // namespace sable::cli
