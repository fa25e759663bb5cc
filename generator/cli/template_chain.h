// A template and those that it extends.
//
// In:  the name of a template; the folder of all of them.
// Out: their folders, nearest first, and the tokens of all.
//
// What a template lacks, a partial or a token, is that of the template which it
// extends. Style sheets add up: that of the farthest comes first in the cascade.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"
#include "cli/places.h"
#include "style/styler.h"

namespace sable::cli {

struct TemplateChain {
  std::vector<std::string> folders;  // its own, then that of what it extends, …
  style::Tokens tokens;
};

base::Result<TemplateChain> find_template_chain(const base::World& world, base::SourceSet& sources,
                                                const Places& places, const std::string& name);

}  // namespace sable::cli
