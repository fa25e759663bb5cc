// Shorthands: CSS Cascade 4, 3. Each sets all of its longhands, those that it
// does not mention to their initial values.

#include <array>

#include "style/property.h"

namespace sable::style {
namespace {

using Parsed = std::optional<Longhands>;

// One to four values for top, right, bottom, left (CSS 2.2, 8.3).
Parsed parse_sides(Cursor& cursor, const ShorthandRow& row) {
  std::vector<Value> values;
  while (values.size() < 4 && !cursor.done()) {
    auto value = row_of(row.longhands[values.size()]).parse(cursor);
    if (!value) return std::nullopt;
    values.push_back(std::move(*value));
  }
  if (values.empty()) return std::nullopt;
  static constexpr std::array<std::array<size_t, 4>, 4> kSource = {
      {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}}};
  Longhands longhands;
  for (size_t side = 0; side < 4; ++side) {
    longhands.push_back({row.longhands[side], values[kSource[values.size() - 1][side]]});
  }
  return longhands;
}

// Values in any order, each at most once: takes what the first of `kinds` that
// is still missing can parse. The rest becomes initial.
std::vector<std::optional<Value>> parse_any_order(Cursor& cursor, std::span<const Property> kinds) {
  std::vector<std::optional<Value>> values(kinds.size());
  for (bool progress = true; progress && !cursor.done();) {
    progress = false;
    for (size_t i = 0; i < kinds.size() && !progress; ++i) {
      if (values[i]) continue;
      const size_t begin = cursor.position();
      Cursor attempt = cursor;
      values[i] = row_of(kinds[i]).parse(attempt);
      progress = values[i].has_value();
      if (progress) cursor.go_back(attempt.position());
      if (!progress) cursor.go_back(begin);
    }
  }
  return values;
}

bool any_of(const std::vector<std::optional<Value>>& values) {
  for (const auto& value : values) {
    if (value) return true;
  }
  return false;
}

// The problem that the value itself has, such as an unknown unit or colour, is
// worth more than "not a value": asks each kind for it.
void find_problem(Cursor& cursor, std::span<const Property> kinds) {
  for (const Property kind : kinds) {
    Cursor attempt = cursor;
    row_of(kind).parse(attempt);
    // An unknown word may be a mistyped style as well as a mistyped colour.
    if (attempt.failed() && !cursor.peek().is(TokenKind::ident)) cursor.fail(attempt.problem());
  }
}

// width || style || color (CSS Backgrounds 3, 4.4), for as many sides as the row has.
Parsed parse_border(Cursor& cursor, const ShorthandRow& row) {
  const size_t sides = row.longhands.size() / 3;
  const std::array<Property, 3> kinds = {row.longhands[0], row.longhands[sides],
                                         row.longhands[2 * sides]};
  const auto values = parse_any_order(cursor, kinds);
  if (!cursor.done()) find_problem(cursor, kinds);
  if (!any_of(values) || cursor.failed()) return std::nullopt;
  Longhands longhands;
  for (size_t i = 0; i < row.longhands.size(); ++i) {
    longhands.push_back({row.longhands[i], values[i / sides].value_or(Value(Wide::initial))});
  }
  return longhands;
}

Parsed parse_decoration(Cursor& cursor, const ShorthandRow& row) {
  const auto values = parse_any_order(cursor, row.longhands);
  if (!cursor.done()) find_problem(cursor, row.longhands);
  if (!any_of(values) || cursor.failed()) return std::nullopt;
  Longhands longhands;
  for (size_t i = 0; i < values.size(); ++i) {
    longhands.push_back({row.longhands[i], values[i].value_or(Value(Wide::initial))});
  }
  return longhands;
}

Parsed parse_single(Cursor& cursor, const ShorthandRow& row) {
  auto value = row_of(row.longhands[0]).parse(cursor);
  if (!value) return std::nullopt;
  Longhands longhands;
  longhands.emplace_back(row.longhands[0], std::move(*value));
  return longhands;
}

// [ style || caps || weight ]? size [ / line-height ]? family (CSS Fonts 4, 2.7)
Parsed parse_font(Cursor& cursor, const ShorthandRow& row) {
  static constexpr std::array<Property, 3> kHead = {
      Property::font_style, Property::font_variant_caps, Property::font_weight};
  while (cursor.take_ident("normal")) {
  }
  const auto head = parse_any_order(cursor, kHead);
  auto size = row_of(Property::font_size).parse(cursor);
  if (!size) return std::nullopt;
  std::optional<Value> height;
  if (cursor.peek_word().is_delim('/')) {
    cursor.next();
    height = row_of(Property::line_height).parse(cursor);
    if (!height) return std::nullopt;
  }
  auto families = row_of(Property::font_family).parse(cursor);
  if (!families) return std::nullopt;
  Longhands longhands;
  for (const Property each : row.longhands) longhands.push_back({each, Wide::initial});
  const auto set = [&](Property property, std::optional<Value> value) {
    for (Longhand& each : longhands) {
      if (each.property == property && value) each.value = std::move(*value);
    }
  };
  for (size_t i = 0; i < kHead.size(); ++i) set(kHead[i], head[i]);
  set(Property::font_size, std::move(size));
  set(Property::line_height, std::move(height));
  set(Property::font_family, std::move(families));
  return longhands;
}

constexpr std::string_view kLine = "a width, a style (solid, double, dashed, none) and a colour";

std::vector<ShorthandRow> border_shorthands() {
  using enum Property;
  return {
      {"border",
       kBoxes,
       {border_top_width, border_right_width, border_bottom_width, border_left_width,
        border_top_style, border_right_style, border_bottom_style, border_left_style,
        border_top_color, border_right_color, border_bottom_color, border_left_color},
       kLine,
       parse_border},
      {"border-top",
       kBoxes,
       {border_top_width, border_top_style, border_top_color},
       kLine,
       parse_border},
      {"border-right",
       kBoxes,
       {border_right_width, border_right_style, border_right_color},
       kLine,
       parse_border},
      {"border-bottom",
       kBoxes,
       {border_bottom_width, border_bottom_style, border_bottom_color},
       kLine,
       parse_border},
      {"border-left",
       kBoxes,
       {border_left_width, border_left_style, border_left_color},
       kLine,
       parse_border},
      {"border-style",
       kBoxes,
       {border_top_style, border_right_style, border_bottom_style, border_left_style},
       "one to four styles: solid, double, dashed, none",
       parse_sides},
      {"border-width",
       kBoxes,
       {border_top_width, border_right_width, border_bottom_width, border_left_width},
       "one to four lengths",
       parse_sides},
      {"border-color",
       kBoxes,
       {border_top_color, border_right_color, border_bottom_color, border_left_color},
       "one to four opaque colours",
       parse_sides},
  };
}

}  // namespace

std::span<const ShorthandRow> shorthands() {
  using enum Property;
  static const std::vector<ShorthandRow> rows = [] {
    std::vector<ShorthandRow> all = border_shorthands();
    all.push_back({"margin",
                   kEverywhere,
                   {margin_top, margin_right, margin_bottom, margin_left},
                   "one to four lengths",
                   parse_sides});
    all.push_back({"padding",
                   kBoxes,
                   {padding_top, padding_right, padding_bottom, padding_left},
                   "one to four lengths",
                   parse_sides});
    all.push_back({"columns", kElement, {column_count}, "a number of columns", parse_single});
    all.push_back({"column-rule",
                   kElement,
                   {column_rule_width, column_rule_style, column_rule_color},
                   kLine,
                   parse_border});
    all.push_back({"background", kBoxes, {background_color}, "a colour", parse_single});
    all.push_back({"list-style", kElement, {list_style_type}, "the mark of a list", parse_single});
    all.push_back({"text-decoration",
                   kBoxes,
                   {text_decoration_line, text_decoration_thickness, text_decoration_color},
                   "lines (underline, line-through, none), a thickness and a colour",
                   parse_decoration});
    all.push_back({"font",
                   kEverywhere,
                   {font_style, font_variant_caps, font_weight, font_size, line_height, font_family,
                    font_feature_settings},
                   "such as italic bold 11pt/13pt \"Liberation Serif\"",
                   parse_font});
    return all;
  }();
  return rows;
}

}  // namespace sable::style
