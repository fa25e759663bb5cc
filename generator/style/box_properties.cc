// Properties of boxes, fragmentation and pages: CSS 2.2, 8 and 10, CSS
// Backgrounds 3, CSS Fragmentation 3, CSS Paged Media 3, GCPM 3.

#include "style/property_rows.h"

namespace sable::style {
namespace {

constexpr KeywordName kDisplays[] = {
    name("inline", Display::inline_), name("block", Display::block),
    name("list-item", Display::list_item), name("inline-block", Display::inline_block),
    name("none", Display::none)};
constexpr KeywordName kCollapses[] = {{"separate", 0}, {"collapse", 1}};
constexpr KeywordName kCodePositions[] = {name("inside", CodePosition::inside),
                                          name("beside", CodePosition::beside),
                                          name("margin", CodePosition::margin)};
constexpr KeywordName kJustify[] = {{"none", 0}, {"justify", 1}};
constexpr KeywordName kBalance[] = {{"none", 0}, {"auto", 1}};
constexpr KeywordName kMarks[] = {{"none", 0}, {"crop", kCropMarks}, {"cross", kRegistrationMarks}};
constexpr KeywordName kEdgeBreaks[] = {{"slice", 0}, {"clone", 1}};
constexpr KeywordName kNumbering[] = {{"none", 0}, {"auto", 1}};
constexpr KeywordName kPlacements[] = {name("foot", NotePlacement::foot),
                                       name("end", NotePlacement::end)};
constexpr KeywordName kFloats[] = {name("none", Float::none), name("top", Float::top),
                                   name("bottom", Float::bottom), name("left", Float::left),
                                   name("right", Float::right)};
constexpr KeywordName kClears[] = {name("none", Clear::none), name("left", Clear::left),
                                   name("right", Clear::right), name("both", Clear::both)};
constexpr KeywordName kBreaks[] = {
    name("auto", Break::automatic), name("avoid", Break::avoid), name("avoid-page", Break::avoid),
    name("page", Break::page),      name("always", Break::page), name("left", Break::left),
    name("verso", Break::left),     name("right", Break::right), name("recto", Break::right)};
constexpr KeywordName kInsideBreaks[] = {
    name("auto", Break::automatic), name("avoid", Break::avoid), name("avoid-page", Break::avoid)};
constexpr KeywordName kVerticals[] = {name("top", MarginBox::VerticalAlign::top),
                                      name("middle", MarginBox::VerticalAlign::middle),
                                      name("bottom", MarginBox::VerticalAlign::bottom)};
constexpr KeywordName kFits[] = {{"none", 0}, {"shrink", 1}};
constexpr KeywordName kBarPlacements[] = {
    name("left", ChangeBar::Placement::left), name("right", ChangeBar::Placement::right),
    name("inside", ChangeBar::Placement::inside), name("outside", ChangeBar::Placement::outside)};
constexpr KeywordName kAuto[] = {{"auto", 0}};
constexpr KeywordName kNone[] = {{"none", 0}};
constexpr KeywordName kContents[] = {{"normal", 0}, {"none", 1}};

// `avoid` may have a strength behind it, as keeps have in XSL 1.1, 4.8: the
// percentage of a page that is rather left empty.
std::optional<Value> parse_keep(Cursor& cursor, std::span<const KeywordName> names) {
  auto keyword = parse_keyword(cursor, names);
  if (!keyword || std::get<Keyword>(*keyword).id != static_cast<int>(Break::avoid)) return keyword;
  if (!cursor.peek_word().is(TokenKind::number)) return keyword;
  return parse_count(cursor, 100);
}

template <const auto& Names>
std::optional<Value> parse_break(Cursor& cursor) {
  return parse_keep(cursor, Names);
}

template <auto Field, auto Strength>
void set_break(Context& to, const Value& value, const Scope&) {
  const auto* strength = std::get_if<Measure>(&value);
  Field(to) = strength != nullptr ? Break::avoid : static_cast<Break>(std::get<Keyword>(value).id);
  Strength(to) = strength != nullptr ? static_cast<uint8_t>(strength->number.mantissa) : uint8_t{0};
}

template <auto Field, auto Strength>
void copy_break(Context& to, const Context& from) {
  Field(to) = Field(from);
  Strength(to) = Strength(from);
}

void compute_background(Context& to, const Value& value, const Scope&) {
  to.style.background.reset();
  if (const auto* color = std::get_if<base::Color>(&value)) to.style.background = *color;
  if (std::holds_alternative<CurrentColor>(value)) to.style.background = to.style.color;
}

// attr() of a missing or senseless attribute gives its fallback, or auto (CSS
// Values 5, 7.6).
std::optional<Measure> attribute_measure(const AttributeMeasure& value, const Scope& scope) {
  if (scope.node == nullptr) return std::nullopt;
  const std::string_view text = scope.node->attribute(value.attribute);
  const auto number = parse_attribute_number(text);
  if (!number) return std::nullopt;
  return Measure{*number, value.unit};
}

Dimension dimension_of(const Measure& measure, const Scope& scope) {
  if (measure.unit != Unit::percent) return {Dimension::Kind::length, scope.length(measure), 0};
  const auto percent = static_cast<int32_t>(scaled(measure.number, 100, 1, 100'000'000));
  return {Dimension::Kind::percent, {}, percent};
}

template <auto Field>
void set_dimension(Context& to, const Value& value, const Scope& scope) {
  Dimension& field = Field(to);
  field = Dimension();
  if (const auto* measure = std::get_if<Measure>(&value)) field = dimension_of(*measure, scope);
  const auto* attribute = std::get_if<AttributeMeasure>(&value);
  if (attribute == nullptr) return;
  if (const auto written = attribute_measure(*attribute, scope)) {
    field = dimension_of(*written, scope);
  } else if (attribute->fallback) {
    field = dimension_of(*attribute->fallback, scope);
  }
}

std::optional<Value> parse_page_name(Cursor& cursor) {
  if (cursor.take_ident("auto")) return std::string();
  if (!cursor.peek_word().is(TokenKind::ident)) return std::nullopt;
  return cursor.next().text;
}

void compute_page_name(Context& to, const Value& value, const Scope&) {
  to.style.page = std::get<std::string>(value);
}

// GCPM 3, 1.2: a running element stands in the margins only.
std::optional<Value> parse_pseudo_content(Cursor& cursor) {
  const base::Span place = cursor.here();
  auto value = parse_content(cursor);
  const auto* parts = value ? std::get_if<ContentParts>(&*value) : nullptr;
  if (parts == nullptr) return value;
  for (const ContentPart& part : *parts) {
    if (part.item.kind != ContentItem::Kind::running) continue;
    cursor.fail({place,
                 "SBL0721",
                 "a running element can stand in a page margin only",
                 "write element() in a margin box of @page",
                 {}});
    return std::nullopt;
  }
  return value;
}

ContentItem resolve_part(const ContentPart& part, const Scope& scope) {
  ContentItem item = part.item;
  if (!part.attribute.empty() && scope.node != nullptr) {
    item.text = scope.node->attribute(part.attribute);
  }
  return item;
}

// Texts side by side become one, empty ones none.
void compute_content(Context& to, const Value& value, const Scope& scope) {
  to.content.reset();
  if (std::holds_alternative<Keyword>(value)) {
    if (std::get<Keyword>(value).id == 1) to.content.emplace();
    return;
  }
  std::vector<ContentItem>& items = to.content.emplace();
  for (const ContentPart& part : std::get<ContentParts>(value)) {
    ContentItem item = resolve_part(part, scope);
    const bool text = item.kind == ContentItem::Kind::text;
    if (text && item.text.empty()) continue;
    if (text && !items.empty() && items.back().kind == ContentItem::Kind::text) {
      items.back().text += item.text;
    } else {
      items.push_back(std::move(item));
    }
  }
}

// CSS 2.2, 17.6.1: across, then down.
std::optional<Value> parse_spacing(Cursor& cursor) {
  const auto across = parse_measure(cursor, kNonNegative);
  if (!across) return std::nullopt;
  if (cursor.done()) return PageSize{*across, *across};
  const auto down = parse_measure(cursor, kNonNegative);
  if (!down) return std::nullopt;
  return PageSize{*across, *down};
}

void compute_spacing(Context& to, const Value& value, const Scope& scope) {
  const auto& spacing = std::get<PageSize>(value);
  to.style.border_spacing_x = scope.length(spacing.width);
  to.style.border_spacing_y = scope.length(spacing.height);
}

void copy_spacing(Context& to, const Context& from) {
  to.style.border_spacing_x = from.style.border_spacing_x;
  to.style.border_spacing_y = from.style.border_spacing_y;
}

void compute_page_size(Context& to, const Value& value, const Scope& scope) {
  const auto& size = std::get<PageSize>(value);
  to.page_size = {scope.length(size.width), scope.length(size.height)};
}

std::optional<Value> parse_max_height(Cursor& cursor) {
  const Token& token = cursor.peek_word();
  if (!token.is(TokenKind::percentage)) return std::nullopt;
  if (token.number.is_negative() || scaled(token.number, 1, 1, 1000) > 100) {
    cursor.fail("SBL0725", "this number is out of range", "write a share from 0% to 100%");
    return std::nullopt;
  }
  return Measure{cursor.next().number, Unit::percent};
}

void compute_max_height(Context& to, const Value& value, const Scope&) {
  const Number number = std::get<Measure>(value).number;
  to.max_height_percent = static_cast<uint16_t>(scaled(number, 1, 1, 100));
}

// CSS Paged Media 3, 7.2: none | [ crop || cross ]
std::optional<Value> parse_marks(Cursor& cursor) {
  auto first = parse_keyword(cursor, kMarks);
  if (!first || std::get<Keyword>(*first).id == 0 || cursor.done()) return first;
  const auto second = parse_keyword(cursor, kMarks);
  if (!second) return std::nullopt;
  const int both = std::get<Keyword>(*first).id | std::get<Keyword>(*second).id;
  if (both != (kCropMarks | kRegistrationMarks)) return std::nullopt;
  return Keyword{both};
}

void compute_marks(Context& to, const Value& value, const Scope&) {
  to.marks = static_cast<uint8_t>(std::get<Keyword>(value).id);
}

// CSS Transforms 2, 5: a whole number of degrees.
std::optional<Value> parse_rotation(Cursor& cursor) {
  if (cursor.take_ident("none")) return Keyword{0};
  const Token& token = cursor.peek_word();
  if (!token.is(TokenKind::dimension) || lower_case(token.text) != "deg" || !token.integer)
    return std::nullopt;
  const int64_t degrees = scaled(token.number, 1, 1, 1'000);
  if (degrees < -360 || degrees > 360) {
    cursor.fail("SBL0725", "this number is out of range", "write an angle from -360deg to 360deg");
    return std::nullopt;
  }
  cursor.next();
  return Keyword{static_cast<int>(degrees)};
}

void compute_rotation(Context& to, const Value& value, const Scope&) {
  to.rotation = static_cast<int16_t>(std::get<Keyword>(value).id);
}

template <int64_t Most>
std::optional<Value> count(Cursor& cursor) {
  return parse_count(cursor, Most);
}

// The four sides of margin, padding and border: a row for each.
#define SABLE_FIELD(path) \
  [](auto& c) -> auto& { return c.path; }
constexpr auto kMarginTop = SABLE_FIELD(style.margin.top);
constexpr auto kMarginRight = SABLE_FIELD(style.margin.right);
constexpr auto kMarginBottom = SABLE_FIELD(style.margin.bottom);
constexpr auto kMarginLeft = SABLE_FIELD(style.margin.left);
constexpr auto kPaddingTop = SABLE_FIELD(style.padding.top);
constexpr auto kPaddingRight = SABLE_FIELD(style.padding.right);
constexpr auto kPaddingBottom = SABLE_FIELD(style.padding.bottom);
constexpr auto kPaddingLeft = SABLE_FIELD(style.padding.left);
constexpr auto kTopStyle = SABLE_FIELD(style.border.top.style);
constexpr auto kRightStyle = SABLE_FIELD(style.border.right.style);
constexpr auto kBottomStyle = SABLE_FIELD(style.border.bottom.style);
constexpr auto kLeftStyle = SABLE_FIELD(style.border.left.style);
constexpr auto kTopWidth = SABLE_FIELD(style.border.top.width);
constexpr auto kRightWidth = SABLE_FIELD(style.border.right.width);
constexpr auto kBottomWidth = SABLE_FIELD(style.border.bottom.width);
constexpr auto kLeftWidth = SABLE_FIELD(style.border.left.width);
constexpr auto kTopColor = SABLE_FIELD(style.border.top.color);
constexpr auto kRightColor = SABLE_FIELD(style.border.right.color);
constexpr auto kBottomColor = SABLE_FIELD(style.border.bottom.color);
constexpr auto kLeftColor = SABLE_FIELD(style.border.left.color);
constexpr auto kDisplay = SABLE_FIELD(style.display);
constexpr auto kBackground = SABLE_FIELD(style.background);
constexpr auto kWidth = SABLE_FIELD(style.width);
constexpr auto kMinWidth = SABLE_FIELD(style.min_width);
constexpr auto kMaxWidth = SABLE_FIELD(style.max_width);
constexpr auto kMinHeight = SABLE_FIELD(style.min_height);
constexpr auto kCollapsesBorders = SABLE_FIELD(style.collapses_borders);
constexpr auto kHeight = SABLE_FIELD(style.height);
constexpr auto kCodePosition = SABLE_FIELD(style.code_position);
constexpr auto kBreakBefore = SABLE_FIELD(style.break_before);
constexpr auto kBreakAfter = SABLE_FIELD(style.break_after);
constexpr auto kBreakInside = SABLE_FIELD(style.break_inside);
constexpr auto kKeepBefore = SABLE_FIELD(style.keep_before);
constexpr auto kKeepAfter = SABLE_FIELD(style.keep_after);
constexpr auto kKeepInside = SABLE_FIELD(style.keep_inside);
constexpr auto kClonesEdges = SABLE_FIELD(style.clones_edges);
constexpr auto kFloating = SABLE_FIELD(style.floating);
constexpr auto kClear = SABLE_FIELD(style.clear);
constexpr auto kNotePlacement = SABLE_FIELD(style.note_placement);
constexpr auto kWidows = SABLE_FIELD(style.widows);
constexpr auto kOrphans = SABLE_FIELD(style.orphans);
constexpr auto kPageName = SABLE_FIELD(style.page);
constexpr auto kContent = SABLE_FIELD(content);
constexpr auto kVertical = SABLE_FIELD(vertical);
constexpr auto kPageSize = SABLE_FIELD(page_size);
constexpr auto kMaxHeight = SABLE_FIELD(max_height_percent);
constexpr auto kFills = SABLE_FIELD(fills);
constexpr auto kBalanced = SABLE_FIELD(balanced);
constexpr auto kBleed = SABLE_FIELD(bleed);
constexpr auto kPageMarks = SABLE_FIELD(marks);
constexpr auto kRotation = SABLE_FIELD(rotation);
constexpr auto kNumbersLines = SABLE_FIELD(style.numbers_lines);
constexpr auto kShrinks = SABLE_FIELD(style.shrinks_to_fit);
constexpr auto kBarWidth = SABLE_FIELD(style.change_bar.width);
constexpr auto kBarColor = SABLE_FIELD(style.change_bar.color);
constexpr auto kBarOffset = SABLE_FIELD(style.change_bar.offset);
constexpr auto kBarPlacement = SABLE_FIELD(style.change_bar.placement);
#undef SABLE_FIELD

constexpr unsigned kMargins = kEverywhere;

template <auto Field>
PropertyRow dimension_row(Property id, std::string_view name, unsigned places) {
  return {id,
          name,
          places,
          false,
          kAuto,
          "a length, a percentage or attr(name unit)",
          parse_dimension,
          set_dimension<Field>,
          copy_field<Field>};
}

template <auto Field>
PropertyRow count_row(Property id, std::string_view name) {
  return {id,
          name,
          kElement,
          true,
          {},
          "a whole number from 1 to 255",
          count<255>,
          set_count<Field>,
          copy_field<Field>};
}

template <auto Field, auto Strength, const auto& Names>
PropertyRow break_row(Property id, std::string_view name) {
  return {id,
          name,
          kElement,
          false,
          Names,
          "avoid with a strength from 1 to 100",
          parse_break<Names>,
          set_break<Field, Strength>,
          copy_break<Field, Strength>};
}

std::vector<PropertyRow> edge_rows() {
  using enum Property;
  return {
      length_row<kMarginTop, kNegative>({margin_top, "margin-top", kMargins}),
      length_row<kMarginRight, kNegative>({margin_right, "margin-right", kMargins}),
      length_row<kMarginBottom, kNegative>({margin_bottom, "margin-bottom", kMargins}),
      length_row<kMarginLeft, kNegative>({margin_left, "margin-left", kMargins}),
      length_row<kPaddingTop>({padding_top, "padding-top"}),
      length_row<kPaddingRight>({padding_right, "padding-right"}),
      length_row<kPaddingBottom>({padding_bottom, "padding-bottom"}),
      length_row<kPaddingLeft>({padding_left, "padding-left"}),
      length_row<kMarginLeft, kNegative>({margin_inline_start, "margin-inline-start", kMargins}),
      length_row<kMarginRight, kNegative>({margin_inline_end, "margin-inline-end", kMargins}),
      length_row<kPaddingLeft>({padding_inline_start, "padding-inline-start"}),
      length_row<kPaddingRight>({padding_inline_end, "padding-inline-end"}),
      keyword_row<kTopStyle, kLineStyles>({border_top_style, "border-top-style"}),
      keyword_row<kRightStyle, kLineStyles>({border_right_style, "border-right-style"}),
      keyword_row<kBottomStyle, kLineStyles>({border_bottom_style, "border-bottom-style"}),
      keyword_row<kLeftStyle, kLineStyles>({border_left_style, "border-left-style"}),
      line_width_row<kTopWidth>(border_top_width, "border-top-width"),
      line_width_row<kRightWidth>(border_right_width, "border-right-width"),
      line_width_row<kBottomWidth>(border_bottom_width, "border-bottom-width"),
      line_width_row<kLeftWidth>(border_left_width, "border-left-width"),
      color_row<kTopColor>({border_top_color, "border-top-color"}),
      color_row<kRightColor>({border_right_color, "border-right-color"}),
      color_row<kBottomColor>({border_bottom_color, "border-bottom-color"}),
      color_row<kLeftColor>({border_left_color, "border-left-color"}),
      {background_color,
       "background-color",
       kNotPage,
       false,
       {},
       "a colour, such as black or #000, or transparent",
       parse_color,
       compute_background,
       copy_field<kBackground>},
  };
}

std::vector<PropertyRow> block_rows() {
  using enum Property;
  return {
      keyword_row<kDisplay, kDisplays>({display, "display", kElement | kPseudo}),
      dimension_row<kWidth>(width, "width", kNotPage),
      dimension_row<kMinWidth>(min_width, "min-width", kElement | kPseudo),
      dimension_row<kMaxWidth>(max_width, "max-width", kElement | kPseudo),
      dimension_row<kHeight>(height, "height", kElement | kPseudo),
      dimension_row<kMinHeight>(min_height, "min-height", kElement | kPseudo),
      keyword_row<kCollapsesBorders, kCollapses>(
          {border_collapse, "border-collapse", kElement, true}),
      {border_spacing,
       "border-spacing",
       kElement,
       true,
       {},
       "one or two lengths",
       parse_spacing,
       compute_spacing,
       copy_spacing},
      keyword_row<kCodePosition, kCodePositions>({code_position, "code-position", kElement, true}),
      break_row<kBreakBefore, kKeepBefore, kBreaks>(break_before, "break-before"),
      break_row<kBreakAfter, kKeepAfter, kBreaks>(break_after, "break-after"),
      break_row<kBreakInside, kKeepInside, kInsideBreaks>(break_inside, "break-inside"),
      keyword_row<kClonesEdges, kEdgeBreaks>(
          {box_decoration_break, "box-decoration-break", kElement}),
      keyword_row<kNotePlacement, kPlacements>({note_placement, "note-placement", kElement, true}),
      keyword_row<kNumbersLines, kNumbering>({line_numbering, "line-numbering", kElement, true}),
      keyword_row<kFloating, kFloats>({floating, "float", kElement}),
      keyword_row<kShrinks, kFits>({text_fit, "text-fit", kElement}),
      keyword_row<kClear, kClears>({clear, "clear", kElement}),
      count_row<kWidows>(widows, "widows"),
      count_row<kOrphans>(orphans, "orphans"),
      {page, "page", kElement, false, kAuto, "the name of an @page rule", parse_page_name,
       compute_page_name, copy_field<kPageName>},
  };
}

std::vector<PropertyRow> change_bar_rows() {
  using enum Property;
  return {
      length_row<kBarWidth>({change_bar_width, "change-bar-width", kElement, true}),
      color_row<kBarColor>({change_bar_color, "change-bar-color", kElement, true}),
      length_row<kBarOffset>({change_bar_offset, "change-bar-offset", kElement, true}),
      keyword_row<kBarPlacement, kBarPlacements>(
          {change_bar_placement, "change-bar-placement", kElement, true}),
  };
}

std::vector<PropertyRow> page_rows() {
  using enum Property;
  constexpr std::string_view kExpected = "strings, attr(), counter() and leader()";
  return {
      {content, "content", kPseudo, false, kContents, kExpected, parse_pseudo_content,
       compute_content, copy_field<kContent>},
      {content, "content", kMarginBox, false, kContents,
       "strings, counter(), element() and leader()", parse_content, compute_content,
       copy_field<kContent>},
      keyword_row<kVertical, kVerticals>({box_align, "vertical-align", kMarginBox}),
      {size,
       "size",
       kPage,
       false,
       {},
       "a paper such as letter or a4, with landscape or portrait, or two lengths",
       parse_page_size,
       compute_page_size,
       copy_field<kPageSize>},
      {max_height,
       "max-height",
       kNoteArea,
       false,
       {},
       "a percentage",
       parse_max_height,
       compute_max_height,
       copy_field<kMaxHeight>},
      keyword_row<kFills, kJustify>({vertical_justify, "vertical-justify", kPage}),
      keyword_row<kBalanced, kBalance>({spread_balance, "spread-balance", kPage}),
      length_row<kBleed>({bleed, "bleed", kPage}),
      {marks, "marks", kPage, false, kMarks, "crop and cross", parse_marks, compute_marks,
       copy_field<kPageMarks>},
      {rotate, "rotate", kMarginBox, false, kNone, "an angle such as 45deg", parse_rotation,
       compute_rotation, copy_field<kRotation>},
  };
}

}  // namespace

std::span<const PropertyRow> box_properties() {
  static const std::vector<PropertyRow> rows = [] {
    std::vector<PropertyRow> all;
    for (const auto& part : {edge_rows(), block_rows(), change_bar_rows(), page_rows()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return rows;
}

}  // namespace sable::style
