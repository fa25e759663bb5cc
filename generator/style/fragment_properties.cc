// Properties of pages and columns that blocks have: CSS Lists 3 (counters of pages), CSS
// Multi-column 1.

#include <algorithm>

#include "style/property_rows.h"

namespace sable::style {
namespace {

constexpr KeywordName kResets[] = {{"none", 0}, {"footnote", 1}};
constexpr KeywordName kNumerals[] = {
    name("decimal", Numerals::decimal), name("lower-alpha", Numerals::lower_alpha),
    name("upper-alpha", Numerals::upper_alpha), name("lower-roman", Numerals::lower_roman),
    name("upper-roman", Numerals::upper_roman)};
constexpr KeywordName kFills[] = {{"balance", 1}, {"auto", 0}};
constexpr KeywordName kSpans[] = {{"none", 0}, {"all", 1}};
constexpr KeywordName kAutomatic[] = {{"auto", 0}};
constexpr KeywordName kNormal[] = {{"normal", 0}};
constexpr KeywordName kNone[] = {{"none", 0}};

// CSS Lists 3, 4.1, for the counters that pages have. `none` may stand beside another,
// so that a variable can hold one of them.
constexpr int64_t kMostPages = 99'999;

std::optional<Value> parse_resets(Cursor& cursor) {
  int notes = 0;
  int page = 0;
  for (int parts = 0; parts == 0 || (parts == 1 && !cursor.done()); ++parts) {
    if (cursor.take_ident("page")) {
      const auto number = page == 0 ? parse_count(cursor, kMostPages) : std::nullopt;
      if (!number) return std::nullopt;
      page = static_cast<int>(std::get<Measure>(*number).number.mantissa);
      continue;
    }
    const auto keyword = parse_keyword(cursor, kResets);
    if (!keyword) return std::nullopt;
    notes = std::max(notes, std::get<Keyword>(*keyword).id);
  }
  return Keyword{page * 2 + notes};
}

void compute_resets(Context& to, const Value& value, const Scope&) {
  const int id = std::get<Keyword>(value).id;
  to.style.resets_notes = id % 2 == 1;
  to.style.page_counter.first = static_cast<uint32_t>(id / 2);
}

void copy_resets(Context& to, const Context& from) {
  to.style.resets_notes = from.style.resets_notes;
  to.style.page_counter.first = from.style.page_counter.first;
}

// Texts and attributes.
std::optional<Value> parse_prefix(Cursor& cursor) {
  if (cursor.take_ident("none")) return Keyword{0};
  if (cursor.peek_word().is(TokenKind::ident)) return std::nullopt;
  auto value = parse_content(cursor);
  if (!value) return value;
  for (const ContentPart& part : std::get<ContentParts>(*value)) {
    if (part.item.kind != ContentItem::Kind::text) return std::nullopt;
  }
  return value;
}

void compute_prefix(Context& to, const Value& value, const Scope& scope) {
  std::string& prefix = to.style.page_counter.prefix;
  prefix.clear();
  if (std::holds_alternative<Keyword>(value)) return;
  for (const ContentPart& part : std::get<ContentParts>(value)) {
    const bool attribute = !part.attribute.empty() && scope.node != nullptr;
    prefix += attribute ? std::string(scope.node->attribute(part.attribute)) : part.item.text;
  }
}

// More would be narrower than words.
constexpr int64_t kMostColumns = 8;

std::optional<Value> parse_columns(Cursor& cursor) {
  if (cursor.take_ident("auto")) return Keyword{0};
  return parse_count(cursor, kMostColumns);
}

void compute_columns(Context& to, const Value& value, const Scope&) {
  const auto* count = std::get_if<Measure>(&value);
  to.style.columns.count =
      count != nullptr ? static_cast<uint32_t>(count->number.mantissa) : uint32_t{0};
}

void compute_gap(Context& to, const Value& value, const Scope& scope) {
  to.style.columns.gap.reset();
  if (const auto* gap = std::get_if<Measure>(&value)) to.style.columns.gap = scope.length(*gap);
}

#define SABLE_FIELD(path) \
  [](auto& c) -> auto& { return c.path; }
constexpr auto kPageNumerals = SABLE_FIELD(style.page_counter.numerals);
constexpr auto kPagePrefix = SABLE_FIELD(style.page_counter.prefix);
constexpr auto kCount = SABLE_FIELD(style.columns.count);
constexpr auto kGap = SABLE_FIELD(style.columns.gap);
constexpr auto kBalanced = SABLE_FIELD(style.columns.balanced);
constexpr auto kSpansAll = SABLE_FIELD(style.columns.spans);
constexpr auto kRuleStyle = SABLE_FIELD(style.columns.rule.style);
constexpr auto kRuleWidth = SABLE_FIELD(style.columns.rule.width);
constexpr auto kRuleColor = SABLE_FIELD(style.columns.rule.color);
#undef SABLE_FIELD

PropertyRow of_elements(PropertyRow row) {
  row.places = kElement;
  return row;
}

}  // namespace

std::span<const PropertyRow> fragment_properties() {
  using enum Property;
  static const std::vector<PropertyRow> rows = {
      {counter_reset, "counter-reset", kElement, false, kResets,
       "page with a number, such as page 1", parse_resets, compute_resets, copy_resets},
      {counter_reset, "counter-reset", kPage, false, kResets, "", one_of<kResets>, compute_resets,
       copy_resets},
      keyword_row<kPageNumerals, kNumerals>({page_number_style, "page-number-style", kElement}),
      {page_number_prefix, "page-number-prefix", kElement, false, kNone, "strings and attr()",
       parse_prefix, compute_prefix, copy_field<kPagePrefix>},
      {column_count, "column-count", kElement, false, kAutomatic, "a whole number from 1 to 8",
       parse_columns, compute_columns, copy_field<kCount>},
      {column_gap, "column-gap", kElement, false, kNormal, "a length",
       measure_or<kNonNegative, kNormal>, compute_gap, copy_field<kGap>},
      keyword_row<kBalanced, kFills>({column_fill, "column-fill", kElement}),
      keyword_row<kSpansAll, kSpans>({column_span, "column-span", kElement}),
      keyword_row<kRuleStyle, kLineStyles>({column_rule_style, "column-rule-style", kElement}),
      of_elements(line_width_row<kRuleWidth>(column_rule_width, "column-rule-width")),
      of_elements(color_row<kRuleColor>({column_rule_color, "column-rule-color"})),
  };
  return rows;
}

}  // namespace sable::style
