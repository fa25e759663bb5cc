#include "style/property.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sable::style {
namespace {

struct Reference {
  PropertyRef property;
  unsigned places;
};

struct Registry {
  std::array<const PropertyRow*, kPropertyCount> by_id{};
  std::unordered_map<std::string_view, std::vector<Reference>> by_name;

  Registry() {
    for (const auto rows : {text_properties(), box_properties(), fragment_properties()}) {
      for (const PropertyRow& row : rows) {
        by_id[static_cast<size_t>(row.id)] = &row;
        by_name[row.name].push_back({{&row, nullptr}, row.places});
      }
    }
    for (const ShorthandRow& row : shorthands()) {
      by_name[row.name].push_back({{nullptr, &row}, row.places});
    }
  }
};

const Registry& registry() {
  static const Registry kRegistry;
  return kRegistry;
}

std::string help_for(PropertyRef property, TokenRange value) {
  if (property.shorthand != nullptr) return fmt::format("it takes {}", property.shorthand->expects);
  std::vector<std::string> names;
  for (const KeywordName& each : property.longhand->keywords) names.emplace_back(each.name);
  if (!value.empty() && value[0].is(TokenKind::ident)) {
    const std::string word = lower_case(value[0].text);
    const std::string* near = word.size() > 40 ? nullptr : base::nearest(word, names);
    if (near != nullptr && *near != word) return fmt::format("did you mean '{}'?", *near);
  }
  const std::string_view other = property.longhand->expects;
  if (names.empty()) return fmt::format("it takes {}", other);
  const std::string list = fmt::format("{}", fmt::join(names, ", "));
  if (other.empty()) return fmt::format("it takes one of: {}", list);
  return fmt::format("it takes {}, or one of: {}", other, list);
}

std::string_view name_of(PropertyRef property) {
  return property.shorthand != nullptr ? property.shorthand->name : property.longhand->name;
}

std::optional<Longhands> parse_own(PropertyRef property, Cursor& cursor) {
  if (property.shorthand != nullptr) return property.shorthand->parse(cursor, *property.shorthand);
  auto value = property.longhand->parse(cursor);
  if (!value) return std::nullopt;
  Longhands longhands;
  longhands.emplace_back(property.longhand->id, std::move(*value));
  return longhands;
}

}  // namespace

const PropertyRow& row_of(Property property) {
  return *registry().by_id[static_cast<size_t>(property)];
}

std::span<const Property> longhands_of(PropertyRef property) {
  if (property.shorthand != nullptr) return property.shorthand->longhands;
  return {&property.longhand->id, 1};
}

std::optional<PropertyRef> find_property(std::string_view name, unsigned places) {
  const auto found = registry().by_name.find(name);
  if (found == registry().by_name.end()) return std::nullopt;
  for (const Reference& each : found->second) {
    if ((each.places & places) == places) return each.property;
  }
  return std::nullopt;
}

bool is_property_name(std::string_view name) { return registry().by_name.contains(name); }

std::vector<std::string> property_names(unsigned places) {
  std::vector<std::string> names;
  for (const auto& [name, references] : registry().by_name) {
    if (find_property(name, places)) names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<Longhands> parse_value(PropertyRef property, TokenRange value, base::Span place,
                                     Problem& problem) {
  Cursor cursor(value, place);
  if (const auto wide = parse_wide(cursor)) {
    Longhands longhands;
    for (const Property each : longhands_of(property)) longhands.push_back({each, *wide});
    return longhands;
  }
  auto longhands = parse_own(property, cursor);
  cursor.skip_space();
  if (longhands && cursor.at_end()) return longhands;
  const base::Span where = cursor.at_end() ? span_of(value, place) : cursor.here();
  cursor.fail({where,
               "SBL0722",
               fmt::format("this is not a value of the property '{}'", name_of(property)),
               help_for(property, value),
               {}});
  problem = cursor.problem();
  return std::nullopt;
}

}  // namespace sable::style
