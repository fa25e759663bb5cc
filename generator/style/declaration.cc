#include "style/declaration.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::style {
namespace {

std::string_view place_name(unsigned places) {
  if ((places & kPage) != 0) return "in @page";
  if ((places & kMarginBox) != 0) return "in a margin box";
  if ((places & kNoteArea) != 0) return "in @footnote";
  if ((places & kPseudo) != 0) return "on a pseudo-element";
  return "on an element";
}

void unknown_property(const RawDeclaration& raw, unsigned places, Findings& findings) {
  if (is_property_name(raw.name)) {
    findings.add({raw.name_span,
                  "SBL0721",
                  fmt::format("the property '{}' cannot stand {}", raw.name, place_name(places)),
                  raw.name == "content" ? "give it to ::before, ::after or another pseudo-element"
                                        : "remove it, or move it to a rule where it has a meaning",
                  {}});
    return;
  }
  std::string help = suggest(raw.name, property_names(places));
  if (help.empty()) help = "use one of the properties that docs/templates.md lists";
  findings.add({raw.name_span, "SBL0720", "there is no such property", std::move(help), raw.name});
}

bool has_variables(const TokenList& value) {
  return std::any_of(value.begin(), value.end(),
                     [](const Token& token) { return token.is_function("var"); });
}

std::optional<Declaration> parse_one(const RawDeclaration& raw, unsigned places,
                                     Findings& findings) {
  Declaration declaration;
  declaration.important = raw.important;
  declaration.span = span_of(raw.value, raw.name_span);
  if (raw.name.starts_with("--")) {
    declaration.custom = raw.name;
    declaration.tokens = raw.value;
    return declaration;
  }
  const auto property = find_property(raw.name, places);
  if (!property) {
    unknown_property(raw, places, findings);
    return std::nullopt;
  }
  declaration.property = *property;
  if (has_variables(raw.value)) {
    declaration.tokens = raw.value;
    return declaration;
  }
  Problem problem;
  auto longhands = parse_value(*property, raw.value, raw.name_span, problem);
  if (!longhands) {
    findings.add(std::move(problem));
    return std::nullopt;
  }
  declaration.longhands = std::move(*longhands);
  return declaration;
}

// attr() in values that are not parsed yet.
void add_attributes(TokenRange value, std::vector<std::string>& names) {
  for (size_t at = 0; at < value.size(); ++at) {
    if (!value[at].is_function("attr")) continue;
    const TokenRange inside = trimmed(value.subspan(at + 1));
    if (!inside.empty()) names.push_back(inside[0].text);
  }
}

void add_attributes(const Value& value, std::vector<std::string>& names) {
  if (const auto* measure = std::get_if<AttributeMeasure>(&value)) {
    names.push_back(measure->attribute);
  }
  const auto* parts = std::get_if<ContentParts>(&value);
  if (parts == nullptr) return;
  for (const ContentPart& part : *parts) {
    if (!part.attribute.empty()) names.push_back(part.attribute);
  }
}

}  // namespace

Declarations parse_declarations(const std::vector<RawDeclaration>& raw, unsigned places,
                                Findings& findings) {
  Declarations declarations;
  for (const RawDeclaration& each : raw) {
    if (auto parsed = parse_one(each, places, findings)) declarations.push_back(std::move(*parsed));
  }
  return declarations;
}

std::vector<std::string> attributes_of(const Declarations& declarations) {
  std::vector<std::string> names;
  for (const Declaration& each : declarations) {
    add_attributes(each.tokens, names);
    for (const Longhand& longhand : each.longhands) add_attributes(longhand.value, names);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace sable::style
