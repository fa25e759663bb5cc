// Properties of fonts, lines and lists: CSS Fonts 4, CSS Text 3, CSS Text
// Decoration 3, CSS Lists 3, CSS 2.2, 10.8.

#include <algorithm>

#include "style/font_variants.h"
#include "style/property_rows.h"

namespace sable::style {
namespace {

constexpr unsigned kText = kEverywhere;  // inherited: stands in @page for its boxes

constexpr KeywordName kSlants[] = {name("normal", FontSlant::normal),
                                   name("italic", FontSlant::italic),
                                   name("oblique", FontSlant::italic)};
constexpr KeywordName kCaps[] = {name("normal", Caps::normal), name("small-caps", Caps::small),
                                 name("all-small-caps", Caps::all_small)};
constexpr KeywordName kMarginKerning[] = {{"none", 0}, {"auto", 1}};
constexpr int kDecimals = 100;  // not an Align
constexpr KeywordName kAligns[] = {name("start", Align::start),   name("end", Align::end),
                                   name("left", Align::left),     name("right", Align::right),
                                   name("center", Align::center), name("justify", Align::justify),
                                   {"decimal", kDecimals}};
constexpr KeywordName kLastAligns[] = {
    name("auto", Align::automatic), name("start", Align::start), name("end", Align::end),
    name("left", Align::left),      name("right", Align::right), name("center", Align::center),
    name("justify", Align::justify)};
constexpr KeywordName kHyphens[] = {name("none", Hyphens::none), name("manual", Hyphens::manual),
                                    name("auto", Hyphens::automatic)};
constexpr KeywordName kTransforms[] = {name("none", TextTransform::none),
                                       name("uppercase", TextTransform::uppercase),
                                       name("lowercase", TextTransform::lowercase)};
constexpr KeywordName kSpaces[] = {name("normal", WhiteSpace::normal),
                                   name("nowrap", WhiteSpace::nowrap), name("pre", WhiteSpace::pre),
                                   name("pre-wrap", WhiteSpace::pre_wrap)};
constexpr KeywordName kSizes[] = {{"smaller", 0}, {"larger", 1}};
constexpr KeywordName kNormal[] = {{"normal", 0}};
constexpr KeywordName kWeights[] = {{"normal", 400}, {"bold", 700}, {"bolder", 1}, {"lighter", 2}};
constexpr KeywordName kShifts[] = {{"baseline", 0}, {"super", 1},  {"sub", 2},
                                   {"top", 3},      {"middle", 4}, {"bottom", 5}};
constexpr KeywordName kThickness[] = {{"auto", 0}, {"from-font", 0}};
constexpr KeywordName kMarks[] = {name("none", ListMark::Kind::none),
                                  name("disc", ListMark::Kind::disc),
                                  name("circle", ListMark::Kind::circle),
                                  name("square", ListMark::Kind::square),
                                  name("decimal", ListMark::Kind::decimal),
                                  name("lower-alpha", ListMark::Kind::lower_alpha),
                                  name("upper-alpha", ListMark::Kind::upper_alpha),
                                  name("lower-roman", ListMark::Kind::lower_roman),
                                  name("upper-roman", ListMark::Kind::upper_roman)};

// Lines of a decoration, as bits of a Keyword.
constexpr int kUnderline = 1;
constexpr int kLineThrough = 2;

// CSS Text 4, 7.3.2: a string to which cells of a column are aligned; `decimal` is that
// of their language.
std::optional<Value> parse_align(Cursor& cursor) {
  if (auto keyword = parse_keyword(cursor, kAligns)) return keyword;
  const Token& token = cursor.peek_word();
  if (!token.is(TokenKind::string) || token.text.empty()) return std::nullopt;
  return cursor.next().text;
}

void compute_align(Context& to, const Value& value, const Scope&) {
  const auto* keyword = std::get_if<Keyword>(&value);
  to.style.align_on.clear();
  if (keyword == nullptr) to.style.align_on = std::get<std::string>(value);
  to.style.aligns_decimals = keyword != nullptr && keyword->id == kDecimals;
  const bool plain = keyword != nullptr && keyword->id != kDecimals;
  to.style.align = plain ? static_cast<Align>(keyword->id) : Align::end;
}

void copy_align(Context& to, const Context& from) {
  to.style.align = from.style.align;
  to.style.align_on = from.style.align_on;
  to.style.aligns_decimals = from.style.aligns_decimals;
}

// CSS Fonts 4, 2.5
void compute_font_size(Context& to, const Value& value, const Scope& scope) {
  const base::Length parent = scope.parent.style.font_size;
  if (const auto* keyword = std::get_if<Keyword>(&value)) {
    to.style.font_size = keyword->id == 0 ? parent.scaled(5, 6) : parent.scaled(6, 5);
  } else {
    to.style.font_size = scope.length(std::get<Measure>(value), parent);
  }
}

void copy_line_height(Context& to, const Context& from) {
  to.line_factor = from.line_factor;
  to.style.line_height = from.style.line_height;
}

// CSS 2.2, 10.8.1
void compute_line_height(Context& to, const Value& value, const Scope& scope) {
  const auto* measure = std::get_if<Measure>(&value);
  to.line_factor.reset();
  if (measure == nullptr) {
    to.line_factor = Number{12, 10};
  } else if (measure->unit == Unit::number) {
    to.line_factor = measure->number;
  } else {
    to.style.line_height = scope.length(*measure, scope.em);
  }
}

void compute_color(Context& to, const Value& value, const Scope& scope) {
  const auto* color = std::get_if<base::Color>(&value);
  to.style.color = color != nullptr ? *color : scope.parent.style.color;
}

void compute_families(Context& to, const Value& value, const Scope& scope) {
  to.style.families = scope.families.intern(std::get<Families>(value));
}

std::optional<Value> parse_weight(Cursor& cursor) {
  if (auto keyword = parse_keyword(cursor, kWeights)) return keyword;
  const Token& token = cursor.peek_word();
  if (!token.is(TokenKind::number) || !token.integer) return std::nullopt;
  const int64_t weight = token.number.mantissa;
  if (weight < 100 || weight > 900 || weight % 100 != 0) {
    cursor.fail("SBL0725", "this number is out of range",
                "write a weight from 100 to 900, in hundreds");
    return std::nullopt;
  }
  cursor.next();
  return Keyword{static_cast<int>(weight)};
}

// CSS Fonts 4, 2.2.1
void compute_weight(Context& to, const Value& value, const Scope& scope) {
  const int id = std::get<Keyword>(value).id;
  const int parent = scope.parent.style.weight;
  int weight = id;
  if (id == 1) weight = parent < 350 ? 400 : (parent < 550 ? 700 : 900);
  if (id == 2) weight = parent < 550 ? 100 : (parent < 750 ? 400 : 700);
  to.style.weight = static_cast<uint16_t>(weight);
}

void compute_features(Context& to, const Value& value, const Scope&) {
  to.variants.settings = std::get<std::string>(value);
}

// CSS 2.2, 10.8.1. The heights of super and sub are the engine's own: a third
// up, a fifth down, of the parent's size.
void compute_shift(Context& to, const Value& value, const Scope& scope) {
  const base::Length size = scope.parent.style.font_size;
  if (const auto* keyword = std::get_if<Keyword>(&value)) {
    const base::Length shifts[] = {base::Length(), size.scaled(1, 3), -size.scaled(1, 5)};
    const CellAlign aligns[] = {CellAlign::top, CellAlign::middle, CellAlign::bottom};
    const int of_cells = keyword->id - 3;
    to.own_shift = of_cells < 0 ? shifts[keyword->id] : base::Length();
    to.style.cell_align = of_cells < 0 ? CellAlign::baseline : aligns[of_cells];
  } else {
    to.own_shift = scope.length(std::get<Measure>(value), scope.lh);
    to.style.cell_align = CellAlign::baseline;
  }
}

void copy_shift(Context& to, const Context& from) {
  to.own_shift = from.own_shift;
  to.style.cell_align = from.style.cell_align;
}

// CSS Text Decoration 3, 2.1
std::optional<Value> parse_lines(Cursor& cursor) {
  if (cursor.take_ident("none")) return Keyword{0};
  int lines = 0;
  for (;;) {
    if ((lines & kUnderline) == 0 && cursor.take_ident("underline")) {
      lines |= kUnderline;
    } else if ((lines & kLineThrough) == 0 && cursor.take_ident("line-through")) {
      lines |= kLineThrough;
    } else {
      break;
    }
  }
  if (lines == 0) return std::nullopt;
  return Keyword{lines};
}
constexpr KeywordName kLines[] = {{"none", 0}, {"underline", 1}, {"line-through", 2}};

void compute_lines(Context& to, const Value& value, const Scope&) {
  const int lines = std::get<Keyword>(value).id;
  to.own_decoration.underline = (lines & kUnderline) != 0;
  to.own_decoration.line_through = (lines & kLineThrough) != 0;
}

void copy_lines(Context& to, const Context& from) {
  to.own_decoration.underline = from.own_decoration.underline;
  to.own_decoration.line_through = from.own_decoration.line_through;
}

std::optional<Value> parse_list_mark(Cursor& cursor) {
  if (cursor.peek_word().is(TokenKind::string)) return cursor.next().text;
  return parse_keyword(cursor, kMarks);
}

void compute_list_mark(Context& to, const Value& value, const Scope&) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    to.list_mark = {ListMark::Kind::text, *text};
  } else {
    to.list_mark = {static_cast<ListMark::Kind>(std::get<Keyword>(value).id), {}};
  }
}

constexpr auto kFamilies = [](auto& c) -> auto& { return c.style.families; };
constexpr auto kFontSize = [](auto& c) -> auto& { return c.style.font_size; };
constexpr auto kColor = [](auto& c) -> auto& { return c.style.color; };
constexpr auto kSlant = [](auto& c) -> auto& { return c.style.slant; };
constexpr auto kWeight = [](auto& c) -> auto& { return c.style.weight; };
constexpr auto kCapitals = [](auto& c) -> auto& { return c.style.caps; };
constexpr auto kFeatures = [](auto& c) -> auto& { return c.variants.settings; };
constexpr auto kAlignLast = [](auto& c) -> auto& { return c.style.align_last; };
constexpr auto kIndent = [](auto& c) -> auto& { return c.style.text_indent; };
constexpr auto kHyphenation = [](auto& c) -> auto& { return c.style.hyphens; };
constexpr auto kHanging = [](auto& c) -> auto& { return c.style.margin_kerning; };
constexpr auto kSpacing = [](auto& c) -> auto& { return c.style.letter_spacing; };
constexpr auto kTransform = [](auto& c) -> auto& { return c.style.transform; };
constexpr auto kSpace = [](auto& c) -> auto& { return c.style.white_space; };
constexpr auto kDecorationThickness = [](auto& c) -> auto& { return c.own_decoration.thickness; };
constexpr auto kDecorationColor = [](auto& c) -> auto& { return c.own_decoration.color; };
constexpr auto kListMark = [](auto& c) -> auto& { return c.list_mark; };

std::vector<PropertyRow> font_rows() {
  using enum Property;
  return {
      {font_size, "font-size", kText, true, kSizes, "a length or a percentage",
       measure_or<kPercent, kSizes>, compute_font_size, copy_field<kFontSize>},
      {line_height, "line-height", kText, true, kNormal, "a number, a length or a percentage",
       measure_or<kPercent | kPlainNumber, kNormal>, compute_line_height, copy_line_height},
      {color,
       "color",
       kText,
       true,
       {},
       "an opaque colour, such as black or #000",
       opaque_color,
       compute_color,
       copy_field<kColor>},
      {font_family,
       "font-family",
       kText,
       true,
       {},
       "names of font families, with commas",
       parse_families,
       compute_families,
       copy_field<kFamilies>},
      keyword_row<kSlant, kSlants>({font_style, "font-style", kText, true}),
      {font_weight, "font-weight", kText, true, kWeights, "a weight from 100 to 900", parse_weight,
       compute_weight, copy_field<kWeight>},
      keyword_row<kCapitals, kCaps>({font_variant_caps, "font-variant-caps", kText, true}),
      {font_feature_settings, "font-feature-settings", kText, true, kNormal,
       "OpenType features, such as \"onum\"", parse_features, compute_features,
       copy_field<kFeatures>},
  };
}

std::vector<PropertyRow> line_rows() {
  using enum Property;
  constexpr unsigned kInline = kElement | kPseudo;
  return {
      {text_align, "text-align", kText, true, kAligns, "a string", parse_align, compute_align,
       copy_align},
      keyword_row<kAlignLast, kLastAligns>({text_align_last, "text-align-last", kText, true}),
      length_row<kIndent, kNegative>({text_indent, "text-indent", kText, true}),
      keyword_row<kHyphenation, kHyphens>({hyphens, "hyphens", kText, true}),
      keyword_row<kHanging, kMarginKerning>({margin_kerning, "margin-kerning", kText, true}),
      {letter_spacing, "letter-spacing", kText, true, kNormal, "a length",
       measure_or<kNegative, kNormal>, set_length<kSpacing>, copy_field<kSpacing>},
      keyword_row<kTransform, kTransforms>({text_transform, "text-transform", kText, true}),
      keyword_row<kSpace, kSpaces>({white_space, "white-space", kText, true}),
      {vertical_align, "vertical-align", kInline, false, kShifts, "a length or a percentage",
       measure_or<kNegative | kPercent, kShifts>, compute_shift, copy_shift},
      {text_decoration_line, "text-decoration-line", kBoxes, false, kLines, "", parse_lines,
       compute_lines, copy_lines},
      {text_decoration_thickness, "text-decoration-thickness", kBoxes, false, kThickness,
       "a length", measure_or<kNonNegative, kThickness>, set_length<kDecorationThickness>,
       copy_field<kDecorationThickness>},
      color_row<kDecorationColor>({text_decoration_color, "text-decoration-color"}),
      {list_style_type, "list-style-type", kElement, true, kMarks, "a string", parse_list_mark,
       compute_list_mark, copy_field<kListMark>},
  };
}

}  // namespace

std::span<const PropertyRow> text_properties() {
  static const std::vector<PropertyRow> rows = [] {
    std::vector<PropertyRow> all = font_rows();
    for (const PropertyRow& row : font_variant_rows()) all.push_back(row);
    for (const PropertyRow& row : line_rows()) all.push_back(row);
    return all;
  }();
  return rows;
}

}  // namespace sable::style
