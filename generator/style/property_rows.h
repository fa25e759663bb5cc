// Building stones of the rows in text_properties.cc and box_properties.cc.
//
// `Field` is a generic lambda that gives a field of a Context; from it a row's
// functions to compute and to copy follow.
#pragma once

#include <type_traits>

#include "style/property.h"

namespace sable::style {

using ParseFunction = std::optional<Value> (*)(Cursor&);

struct RowHead {
  Property id;
  std::string_view name;
  unsigned places = kBoxes;
  bool inherited = false;
};

template <typename Enum>
constexpr KeywordName name(std::string_view word, Enum value) {
  return {word, static_cast<int>(value)};
}

// Lines: borders and the rules between columns.
constexpr unsigned kNotPage = kBoxes;
inline constexpr KeywordName kLineStyles[] = {
    name("none", LineStyle::none),      name("solid", LineStyle::solid),
    name("double", LineStyle::double_), name("dashed", LineStyle::dashed),
    name("dotted", LineStyle::dotted),  name("hidden", LineStyle::hidden)};
inline constexpr KeywordName kLineWidths[] = {{"thin", 1}, {"medium", 3}, {"thick", 5}};

template <auto Field>
void copy_field(Context& to, const Context& from) {
  Field(to) = Field(from);
}

template <auto Field>
void set_keyword(Context& to, const Value& value, const Scope&) {
  auto& field = Field(to);
  field = static_cast<std::remove_reference_t<decltype(field)>>(std::get<Keyword>(value).id);
}

// A length, or a keyword that means zero (`normal`, `auto`).
template <auto Field>
void set_length(Context& to, const Value& value, const Scope& scope) {
  const auto* measure = std::get_if<Measure>(&value);
  Field(to) = measure != nullptr ? scope.length(*measure) : base::Length();
}

template <auto Field>
void set_color(Context& to, const Value& value, const Scope&) {
  const auto* color = std::get_if<base::Color>(&value);
  Field(to) = color != nullptr ? *color : to.style.color;
}

template <auto Field>
void set_count(Context& to, const Value& value, const Scope&) {
  auto& field = Field(to);
  field = static_cast<std::remove_reference_t<decltype(field)>>(
      std::get<Measure>(value).number.mantissa);
}

template <const auto& Names>
std::optional<Value> one_of(Cursor& cursor) {
  return parse_keyword(cursor, Names);
}

template <unsigned Flags>
std::optional<Value> measure(Cursor& cursor) {
  const auto parsed = parse_measure(cursor, Flags);
  if (!parsed) return std::nullopt;
  return *parsed;
}

// One of the keywords, or else a measure.
template <unsigned Flags, const auto& Names>
std::optional<Value> measure_or(Cursor& cursor) {
  if (auto keyword = parse_keyword(cursor, Names)) return keyword;
  return measure<Flags>(cursor);
}

// As parse_color, for all that has to be opaque.
inline std::optional<Value> opaque_color(Cursor& cursor) {
  auto color = parse_color(cursor);
  if (color && std::holds_alternative<Transparent>(*color)) return std::nullopt;
  return color;
}

template <auto Field, const auto& Names>
PropertyRow keyword_row(const RowHead& head) {
  return {head.id, head.name,     head.places,        head.inherited,   Names,
          "",      one_of<Names>, set_keyword<Field>, copy_field<Field>};
}

template <auto Field, unsigned Flags = kNonNegative>
PropertyRow length_row(const RowHead& head) {
  return {head.id,
          head.name,
          head.places,
          head.inherited,
          {},
          "a length, such as 12pt",
          measure<Flags>,
          set_length<Field>,
          copy_field<Field>};
}

// CSS Backgrounds 3, 4.3: thin, medium and thick are 1, 3 and 5 px.
template <auto Field>
void set_line_width(Context& to, const Value& value, const Scope& scope) {
  const auto* keyword = std::get_if<Keyword>(&value);
  Field(to) = keyword != nullptr ? base::Length::points(keyword->id * 3, 4)
                                 : scope.length(std::get<Measure>(value));
}

template <auto Field>
PropertyRow line_width_row(Property id, std::string_view name) {
  return {id,
          name,
          kNotPage,
          false,
          kLineWidths,
          "a length",
          measure_or<kNonNegative, kLineWidths>,
          set_line_width<Field>,
          copy_field<Field>};
}

template <auto Field>
PropertyRow color_row(const RowHead& head) {
  return {head.id,
          head.name,
          head.places,
          head.inherited,
          {},
          "an opaque colour, such as black or #000",
          opaque_color,
          set_color<Field>,
          copy_field<Field>};
}

}  // namespace sable::style
