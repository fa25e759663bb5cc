// Parsers of single values.
//
// In:  a cursor at the value.
// Out: the value; or nullopt, the cursor holding the problem or, where only the
//      kind of value is wrong, none (the property's row says what it expects).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "style/cursor.h"
#include "style/value.h"

namespace sable::style {

struct KeywordName {
  std::string_view name;
  int id = 0;
};

// What a measure may be, beside a length.
enum MeasureFlags : unsigned {
  kNonNegative = 0,
  kNegative = 1,
  kPercent = 2,
  kPlainNumber = 4,
};

std::optional<Value> parse_keyword(Cursor& cursor, std::span<const KeywordName> names);
std::optional<Measure> parse_measure(Cursor& cursor, unsigned flags);
std::optional<Value> parse_color(Cursor& cursor);
// auto is Keyword 0; also attr().
std::optional<Value> parse_dimension(Cursor& cursor);
std::optional<Value> parse_families(Cursor& cursor);
std::optional<Value> parse_features(Cursor& cursor);
std::optional<Value> parse_content(Cursor& cursor);
std::optional<Value> parse_page_size(Cursor& cursor);
// A whole number from 1 to `most`, as a Measure without unit.
std::optional<Value> parse_count(Cursor& cursor, int64_t most);

// `inherit`, `initial` or `unset`, alone.
std::optional<Wide> parse_wide(Cursor& cursor);

// As the attribute of attr() has it: a number and nothing else.
std::optional<Number> parse_attribute_number(std::string_view text);

}  // namespace sable::style
