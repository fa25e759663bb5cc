#include "cli/template_chain.h"

#include <algorithm>

#include "cli/theme.h"

namespace sable::cli {

namespace {

base::Diagnostics placed(base::Diagnostics problems, base::Span place) {
  for (base::Diagnostic& problem : problems) {
    if (!problem.span) problem.span = place;
  }
  return problems;
}

}  // namespace

base::Result<TemplateChain> find_template_chain(const base::World& world, base::SourceSet& sources,
                                                const Places& places, const std::string& name) {
  TemplateChain chain;
  std::string next = name;
  base::Span named_at;
  while (true) {
    const bool first = chain.folders.empty();
    base::Result<std::string> folder = find_template(world, places, next);
    if (!folder) {
      return base::fail(first ? std::move(folder.error())
                              : placed(std::move(folder.error()), named_at));
    }
    if (std::find(chain.folders.begin(), chain.folders.end(), *folder) != chain.folders.end()) {
      return base::fail(base::error_at(named_at, "SBL1025", "a template extends itself in the end",
                                       "take out one `extends` of those that form the circle"));
    }
    base::Result<Theme> theme = load_theme(world, sources, base::join_path(*folder, "theme.yaml"));
    if (!theme) return base::fail(std::move(theme.error()));
    // What is there already is nearer.
    chain.tokens.merge(theme->tokens);
    chain.folders.push_back(*folder);
    if (theme->extends.empty()) break;
    next = theme->extends;
    named_at = theme->extends_place;
  }
  if (base::Diagnostics missing = missing_files(world, chain.folders.back()); !missing.empty()) {
    return base::fail(std::move(missing));
  }
  return chain;
}

}  // namespace sable::cli
