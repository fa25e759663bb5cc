// The properties that the engine knows.
//
// In:  a name, a place, a value.
// Out: longhands with parsed values; how each is computed and inherited.
//
// One row for each property. A property may have two rows, for two places, such
// as `vertical-align` of elements and of margin boxes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "style/context.h"
#include "style/cursor.h"
#include "style/value.h"
#include "style/value_parser.h"

namespace sable::style {

// Computed in this order: later ones may be relative to font size, line height
// and colour.
enum class Property : uint8_t {
  font_size,
  line_height,
  color,
  font_family,
  font_style,
  font_weight,
  font_variant_caps,
  font_kerning,
  font_variant_ligatures,
  font_variant_numeric,
  font_variant_position,
  font_feature_settings,
  text_align,
  text_align_last,
  text_indent,
  hyphens,
  margin_kerning,
  letter_spacing,
  text_transform,
  white_space,
  vertical_align,
  text_decoration_line,
  text_decoration_thickness,
  text_decoration_color,
  list_style_type,
  display,
  margin_top,
  margin_right,
  margin_bottom,
  margin_left,
  padding_top,
  padding_right,
  padding_bottom,
  padding_left,
  margin_inline_start,
  margin_inline_end,
  padding_inline_start,
  padding_inline_end,
  border_top_style,
  border_right_style,
  border_bottom_style,
  border_left_style,
  border_top_width,
  border_right_width,
  border_bottom_width,
  border_left_width,
  border_top_color,
  border_right_color,
  border_bottom_color,
  border_left_color,
  background_color,
  width,
  min_width,
  max_width,
  height,
  min_height,
  border_collapse,
  border_spacing,
  code_position,
  break_before,
  break_after,
  break_inside,
  box_decoration_break,
  counter_reset,
  page_number_style,
  page_number_prefix,
  column_count,
  column_gap,
  column_fill,
  column_span,
  column_rule_style,
  column_rule_width,
  column_rule_color,
  note_placement,
  floating,
  clear,
  widows,
  orphans,
  page,
  content,
  box_align,
  size,
  max_height,
  vertical_justify,
  spread_balance,
  line_numbering,
  bleed,
  marks,
  rotate,
  change_bar_width,
  change_bar_color,
  change_bar_offset,
  change_bar_placement,
  text_fit,
};
constexpr size_t kPropertyCount = static_cast<size_t>(Property::text_fit) + 1;

// Where a declaration stands; a property's row has those that admit it.
enum Place : unsigned {
  kElement = 1,
  kPseudo = 2,
  kPage = 4,
  kMarginBox = 8,
  kNoteArea = 16,
  kGenerated = kPseudo | kMarginBox,
  kBoxes = kElement | kPseudo | kMarginBox | kNoteArea,
  kEverywhere = 31,
};

struct PropertyRow {
  Property id;
  std::string_view name;
  unsigned places = kBoxes;
  bool inherited = false;
  std::span<const KeywordName> keywords;  // those that it takes, for messages
  std::string_view expects;               // what else it takes, for messages
  std::optional<Value> (*parse)(Cursor&) = nullptr;
  void (*compute)(Context&, const Value&, const Scope&) = nullptr;
  void (*copy)(Context&, const Context&) = nullptr;
};

struct Longhand {
  // In place: g++ 12 takes a variant that is moved for one that may hold nothing.
  template <typename V>
  Longhand(Property its_property, V&& its_value)
      : property(its_property), value(std::forward<V>(its_value)) {}
  Property property;
  Value value;
};
using Longhands = std::vector<Longhand>;

struct ShorthandRow {
  std::string_view name;
  unsigned places = kBoxes;
  std::vector<Property> longhands;
  std::string_view expects;
  std::optional<Longhands> (*parse)(Cursor&, const ShorthandRow&) = nullptr;
};

std::span<const PropertyRow> text_properties();
std::span<const PropertyRow> box_properties();
std::span<const PropertyRow> fragment_properties();
std::span<const ShorthandRow> shorthands();

// A longhand or a shorthand; one of the two is set.
struct PropertyRef {
  const PropertyRow* longhand = nullptr;
  const ShorthandRow* shorthand = nullptr;
};

const PropertyRow& row_of(Property property);
std::span<const Property> longhands_of(PropertyRef property);

// The property of that name which may stand in all of `places`.
std::optional<PropertyRef> find_property(std::string_view name, unsigned places);
bool is_property_name(std::string_view name);
// Names that may stand in all of `places`.
std::vector<std::string> property_names(unsigned places);

// The whole of a value, without var(). What is wrong goes to `problem`.
std::optional<Longhands> parse_value(PropertyRef property, TokenRange value, base::Span place,
                                     Problem& problem);

}  // namespace sable::style
