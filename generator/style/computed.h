// Computed styles: what the cascade gives for each element.
//
// In:  made by styler.h.
// Out: read by layout. Values are those of CSS 2.2, CSS Text 3, CSS Fonts 4,
//      CSS Fragmentation 3, Paged Media 3 and GCPM 3, in the subset that
//      docs/templates.md lists; every length is absolute.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "markup/tree.h"

namespace sable::style {

enum class Display : uint8_t { inline_, block, list_item, inline_block, none };
enum class FontSlant : uint8_t { normal, italic };
enum class Align : uint8_t { start, end, left, right, center, justify, automatic };
enum class Hyphens : uint8_t { none, manual, automatic };
enum class TextTransform : uint8_t { none, uppercase, lowercase };
enum class WhiteSpace : uint8_t { normal, nowrap, pre, pre_wrap };
enum class Break : uint8_t { automatic, avoid, page, left, right };
enum class CodePosition : uint8_t { inside, beside, margin };
enum class NotePlacement : uint8_t { foot, end };
enum class Float : uint8_t { none, top, bottom, left, right };
enum class Clear : uint8_t { none, left, right, both };
enum class Direction : uint8_t { left_to_right, right_to_left, automatic };
enum class Caps : uint8_t { normal, small, all_small };
enum class LineStyle : uint8_t { none, hidden, dotted, dashed, solid, double_ };
enum class CellAlign : uint8_t { baseline, top, middle, bottom };
// Predefined counter styles (CSS Counter Styles 3, 6).
enum class Numerals : uint8_t { decimal, lower_alpha, upper_alpha, lower_roman, upper_roman };

// A length, a share of the containing block's width (in 1/100 %), or a
// multiple of an attribute (`attr(lines lh)`, resolved to a length by the
// styler), or automatic.
struct Dimension {
  enum class Kind : uint8_t { automatic, length, percent } kind = Kind::automatic;
  base::Length length;
  int32_t percent = 0;
  bool operator==(const Dimension&) const = default;
};

struct Edges {
  base::Length top, right, bottom, left;
  bool operator==(const Edges&) const = default;
};

struct BorderEdge {
  LineStyle style = LineStyle::none;
  base::Length width;  // 0 where style is none
  base::Color color;
  bool operator==(const BorderEdge&) const = default;
};

struct Border {
  BorderEdge top, right, bottom, left;
  bool operator==(const Border&) const = default;
};

struct Decoration {
  bool underline = false;
  bool line_through = false;
  base::Length thickness;  // 0: the font's own
  base::Color color;
  bool operator==(const Decoration&) const = default;
};

// The rule beside lines that were changed (XSL 1.1, 7.30.1 to 7.30.6).
struct ChangeBar {
  enum class Placement : uint8_t { left, right, inside, outside };
  base::Length width;   // 0: none
  base::Length offset;  // of its near edge from the text
  base::Color color;
  Placement placement = Placement::left;
  bool operator==(const ChangeBar&) const = default;
};

// How the pages are numbered that begin with a block (CSS Paged Media 3, 6.1; the
// style and the prefix are what ISO 32000-1, 12.4.2 has for a range of pages).
struct PageCounter {
  uint32_t first = 0;  // `counter-reset: page N`; 0: the numbers go on
  Numerals numerals = Numerals::decimal;
  std::string prefix;  // "2-"
  bool operator==(const PageCounter&) const = default;
};

// CSS Multi-column 1.
struct ColumnStyle {
  uint32_t count = 0;               // `auto`
  std::optional<base::Length> gap;  // `normal`
  BorderEdge rule;
  bool balanced = true;
  bool spans = false;  // `column-span: all`
  bool operator==(const ColumnStyle&) const = default;
};

// Index into StyledTree::families.
using FamilyId = uint16_t;

struct ComputedStyle {
  // Fonts
  FamilyId families = 0;  // a list of family names, in order of preference
  base::Length font_size = base::Length::points(10);
  FontSlant slant = FontSlant::normal;
  uint16_t weight = 400;
  Caps caps = Caps::normal;
  std::string features;  // HarfBuzz's spelling: "onum,-liga"; empty: the font's defaults
  base::Color color;

  // Lines
  base::Length line_height = base::Length::points(12);
  Align align = Align::start;
  Align align_last = Align::automatic;
  // Of a cell, what it is aligned on in its column: `text-align: <string>`, or `decimal`.
  std::string align_on = {};
  bool aligns_decimals = false;
  base::Length text_indent;
  Hyphens hyphens = Hyphens::manual;
  base::Length letter_spacing;
  TextTransform transform = TextTransform::none;
  WhiteSpace white_space = WhiteSpace::normal;
  base::Length baseline_shift;  // upwards from the line's baseline: `super`, `sub` or a
                                // length, summed over the inline ancestors
  Decoration decoration;        // with that of the ancestors (CSS Text Decoration 3, 2)
  bool shrinks_to_fit = false;  // `text-fit: shrink`: set smaller where it is too long
  bool margin_kerning = false;  // punctuation hangs into the margins
  std::string language;         // of lang="", inherited
  // Of dir="", or of the language; automatic: of each paragraph's own text.
  Direction direction = Direction::left_to_right;

  // Boxes
  Display display = Display::inline_;
  Edges margin, padding;
  Border border;
  std::optional<base::Color> background;
  Dimension width, min_width, max_width, height, min_height;
  CellAlign cell_align = CellAlign::baseline;  // `vertical-align` of a cell
  bool collapses_borders = false;
  base::Length border_spacing_x, border_spacing_y;
  CodePosition code_position = CodePosition::inside;

  // Fragmentation
  Break break_before = Break::automatic;
  Break break_after = Break::automatic;
  Break break_inside = Break::automatic;
  // Of `avoid`: 1 to 100, or 0 where nothing outweighs it.
  uint8_t keep_before = 0, keep_after = 0, keep_inside = 0;
  uint8_t widows = 2, orphans = 2;
  bool resets_notes = false;  // `counter-reset: footnote`
  PageCounter page_counter;
  ColumnStyle columns;
  Float floating = Float::none;
  Clear clear = Clear::none;
  NotePlacement note_placement = NotePlacement::foot;
  bool clones_edges = false;   // `box-decoration-break: clone`
  std::string page;            // named page, or empty
  bool numbers_lines = false;  // `line-numbering: auto`
  ChangeBar change_bar;
  bool operator==(const ComputedStyle&) const = default;
};

using StyleId = uint32_t;

// One piece of generated content (`content:`); attr() is already text.
struct ContentItem {
  enum class Kind : uint8_t {
    text,         // text
    note_number,  // counter(footnote)
    list_number,  // counter(list-item, text): "lower-roman"; empty: decimal
    page_number,  // counter(page), or counter(page, text)
    page_count,   // counter(pages)
    line_number,  // counter(line): of @line-numbers
    running,      // element(text): a <running name>
    leader,       // leader(text)
  };
  Kind kind = Kind::text;
  std::string text;
  bool operator==(const ContentItem&) const = default;
};

// A pseudo-element: none where `content` is empty.
struct Generated {
  StyleId style = 0;
  std::vector<ContentItem> content;
  bool operator==(const Generated&) const = default;
};

using GeneratedId = uint32_t;
constexpr GeneratedId kNoContent = 0;  // StyledTree::generated[0] is empty

// Styles of one node; of a text node only `style` counts (its parent's).
struct StyledNode {
  StyleId style = 0;
  GeneratedId before = kNoContent;       // ::before
  GeneratedId after = kNoContent;        // ::after
  GeneratedId marker = kNoContent;       // ::marker of a list item
  GeneratedId code = kNoContent;         // ::code, the visible codes of a <redaction>
  GeneratedId note_call = kNoContent;    // ::footnote-call of a <note>
  GeneratedId note_marker = kNoContent;  // ::footnote-marker of a <note>
  GeneratedId note_notice = kNoContent;  // ::footnote-continues of a <note>
  GeneratedId continued = kNoContent;    // ::continued of a <caption>
  bool operator==(const StyledNode&) const = default;
};

// The sixteen margin boxes of CSS Paged Media 3, 4.2.
enum class MarginBoxName : uint8_t {
  top_left_corner,
  top_left,
  top_center,
  top_right,
  top_right_corner,
  right_top,
  right_middle,
  right_bottom,
  bottom_right_corner,
  bottom_right,
  bottom_center,
  bottom_left,
  bottom_left_corner,
  left_bottom,
  left_middle,
  left_top,
  // Not of CSS: what lies behind a page, and the numbers beside its lines.
  watermark,
  line_numbers,
};

struct MarginBox {
  MarginBoxName name;
  StyleId style = 0;
  enum class VerticalAlign : uint8_t { top, middle, bottom } vertical = VerticalAlign::middle;
  std::vector<ContentItem> content;
  int16_t rotation = 0;  // of a watermark: degrees, clockwise
  bool operator==(const MarginBox&) const = default;
};

// @footnote: the area of notes at the foot of a page.
struct NoteArea {
  StyleId style = 0;          // margin, padding, border-top
  Dimension separator_width;  // `width` of the border; automatic: the measure
  uint16_t max_height_percent = 75;
  bool operator==(const NoteArea&) const = default;
};

// A page as `@page` rules give it.
struct PageMaster {
  base::Size size;
  Edges margin;
  std::vector<MarginBox> boxes;
  NoteArea notes;
  NoteArea continued_notes;   // where the first of them goes on from the page before
  bool fills = false;         // `vertical-justify: justify`
  bool balanced = false;      // `spread-balance: auto`
  bool resets_notes = false;  // `counter-reset: footnote`
  base::Length bleed;         // around the trimmed page
  bool crop_marks = false, registration_marks = false;
  bool operator==(const PageMaster&) const = default;
};

struct PageKey {
  std::string name;  // of the `page` property, or empty
  bool first = false;
  bool left = false;  // otherwise right
  bool blank = false;
};

struct StyledTree {
  std::vector<StyledNode> nodes;  // parallel to Tree::nodes
  std::vector<ComputedStyle> styles;
  std::vector<Generated> generated;
  std::vector<std::vector<std::string>> families;
  // Masters for each named page: index = first * 4 + left * 2 + blank.
  std::map<std::string, std::vector<PageMaster>> masters;

  const ComputedStyle& style(StyleId id) const { return styles[id]; }
  const PageMaster& master(const PageKey& key) const;
};

}  // namespace sable::style
