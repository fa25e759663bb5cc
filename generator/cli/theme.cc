#include "cli/theme.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/open_file.h"
#include "cli/shape.h"

namespace sable::cli {

namespace {

// CSS Syntax 3, 4.3.11, less escapes and what is beyond ASCII.
bool is_token_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  return !name.empty() && name[0] != '-' && std::all_of(name.begin(), name.end(), fits);
}

void add_token(const source::Entry& entry, style::Tokens& tokens, base::Diagnostics& problems) {
  if (!is_token_name(entry.key)) {
    problems.push_back(base::error_at(entry.key_span, "SBL1014",
                                      "a token's name has letters, digits, - and _ only"));
  } else if (entry.value.kind != source::Kind::text) {
    problems.push_back(base::error_at(entry.value.span, "SBL1014",
                                      fmt::format("the token {} is not a text", entry.key),
                                      "write a CSS value; put # colours between quotes"));
  } else {
    tokens.emplace(entry.key, style::TokenText(entry.value.text, entry.value.span));
  }
}

}  // namespace

base::Result<Theme> load_theme(const base::World& world, base::SourceSet& sources,
                               const std::string& path) {
  const base::Result<source::Value> tree = read_open_file(world, sources, path);
  if (!tree) return base::fail(tree.error());
  base::Diagnostics problems;
  Theme theme;
  const bool extends = tree->kind == source::Kind::map && tree->find("extends") != nullptr;
  std::vector<std::string> needed, optional = {"name", "description", "extends"};
  (extends ? optional : needed).emplace_back("tokens");
  const MapShape shape(*tree, needed, optional, problems);
  if (extends) {
    theme.extends = shape.text("extends");
    theme.extends_place = shape.place("extends");
  }
  const source::Value* map = shape.map("tokens");
  for (const source::Entry& entry : map != nullptr ? map->entries : std::vector<source::Entry>()) {
    add_token(entry, theme.tokens, problems);
  }
  if (base::has_errors(problems)) return base::fail(std::move(problems));
  return theme;
}

}  // namespace sable::cli
