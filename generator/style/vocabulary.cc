#include "style/vocabulary.h"

#include <algorithm>

#include <fmt/format.h>

#include "markup/elements.h"
#include "style/findings.h"

namespace sable::style {
namespace {

std::vector<std::string> all_attribute_names() {
  std::vector<std::string> names;
  for (const markup::ElementRule& element : markup::elements()) {
    const std::vector<std::string> own = markup::attribute_names(element);
    names.insert(names.end(), own.begin(), own.end());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

const std::vector<std::string>& element_names() {
  static const std::vector<std::string> names = markup::element_names();
  return names;
}

const std::vector<std::string>& attribute_names() {
  static const std::vector<std::string> names = all_attribute_names();
  return names;
}

std::string element_help(std::string_view name) {
  const std::string_view instead = markup::instead_of(name);
  if (!instead.empty()) return fmt::format("what templates write for it: {}", instead);
  return suggest(name, element_names());
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace sable::style
