#include "layout/redaction_box.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "layout/paragraph.h"

namespace sable::layout {

namespace {

using base::Length;
using style::CodePosition;
using style::ComputedStyle;

const style::Generated& code_content(const Context& context, markup::NodeId node) {
  return context.input.styled.generated[context.styled(node).code];
}

std::string code_text(const style::Generated& code) {
  std::string text;
  for (const style::ContentItem& item : code.content) {
    if (item.kind == style::ContentItem::Kind::text) text += item.text;
  }
  return text;
}

Length width_of(const std::vector<const text::ShapedRun*>& runs) {
  Length width;
  for (const text::ShapedRun* run : runs) width += run->advance;
  return width;
}

uint32_t declared_lines(const markup::Node& node) {
  const std::string_view text = node.attribute("lines");
  uint32_t lines = 0;
  std::from_chars(text.data(), text.data() + text.size(), lines);
  return lines;
}

void shape_code(Context& context, BoxShape& shape) {
  const style::Generated& code = code_content(context, shape.node);
  const std::string text = code_text(code);
  if (text.empty()) return;
  context.shape(text, context.style(code.style), context.node(shape.node).provenance, shape.code);
  shape.code_width = width_of(shape.code);
}

// Runs one behind the other as one fragment.
Fragment text_fragment(const std::vector<const text::ShapedRun*>& runs, base::Point origin,
                       base::Color color) {
  GlyphRun glyphs;
  glyphs.origin = origin;
  glyphs.color = color;
  Length x;
  for (const text::ShapedRun* run : runs) {
    glyphs.runs.push_back({run, x});
    x += run->advance;
  }
  Fragment fragment;
  fragment.item = std::move(glyphs);
  return fragment;
}

void draw_area(const Context& context, markup::NodeId node, const base::Rect& area, Strip& strip) {
  const ComputedStyle& style = context.style(context.styled(node).style);
  Fragment fragment;
  fragment.artifact = Artifact::layout;
  fragment.provenance = context.node(node).provenance;
  if (style.background) {
    fragment.item = Filled{area, *style.background};
    strip.fragments.push_back(fragment);
  }
  if (style.border.top.width > base::Length()) {
    fragment.item = Stroked{area, style.border.top.width, style.border.top.color};
    strip.fragments.push_back(std::move(fragment));
  }
}

// The words of a box whose codes stand elsewhere are carried by a space inside
// it, so that they are read at its place.
void draw_carrier(Context& context, const BoxShape& shape, base::Point origin, LeafId leaf,
                  Strip& strip) {
  const style::Generated& code = code_content(context, shape.node);
  const text::ShapedRun* space = context.shape_simple(" ", context.style(code.style));
  if (space == nullptr) return;
  Fragment fragment = text_fragment({space}, origin, context.style(code.style).color);
  fragment.leaf = leaf;
  fragment.provenance = context.node(shape.node).provenance;
  strip.fragments.push_back(std::move(fragment));
}

// The room beside the text on every page, with the same distance from the paper's edge
// as from the text.
Length margin_room(const Context& context, const ComputedStyle& code) {
  std::optional<Length> narrowest;
  for (const auto& [name, masters] : context.input.styled.masters) {
    for (const style::PageMaster& master : masters) {
      const Length room = std::min(master.margin.left, master.margin.right);
      narrowest = narrowest ? std::min(*narrowest, room) : room;
    }
  }
  return narrowest.value_or(Length()) - code.margin.left * 2;
}

using Runs = std::vector<const text::ShapedRun*>;

// Codes as lines that the margin has room for; a code is never broken.
std::vector<std::pair<std::string, Runs>> margin_lines(Context& context, const BoxShape& shape) {
  const style::Generated& code = code_content(context, shape.node);
  const ComputedStyle& style = context.style(code.style);
  const Length room = margin_room(context, style);
  std::vector<std::pair<std::string, Runs>> lines = {{code_text(code), shape.code}};
  if (shape.code_width <= room) return lines;
  const std::string text = std::move(lines.front().first);
  lines.clear();
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    Runs runs;
    const std::string joined = lines.empty() ? word : lines.back().first + " " + word;
    context.shape(joined, style, context.node(shape.node).provenance, runs);
    if (!lines.empty() && width_of(runs) <= room) {
      lines.back() = {joined, std::move(runs)};
    } else {
      Runs alone;
      context.shape(word, style, context.node(shape.node).provenance, alone);
      lines.emplace_back(word, std::move(alone));
    }
  }
  return lines;
}

void draw_margin_code(Context& context, const BoxShape& shape, Length baseline,
                      std::vector<MarginCode>& codes) {
  const ComputedStyle& style = context.style(code_content(context, shape.node).style);
  for (auto& [text, runs] : margin_lines(context, shape)) {
    MarginCode margin;
    margin.text = text;
    margin.height = style.line_height;
    const bool shown = std::any_of(codes.begin(), codes.end(), [&](const MarginCode& other) {
      return other.text == margin.text;
    });
    if (shown) continue;
    Fragment fragment = text_fragment(runs, {style.margin.left, baseline}, style.color);
    fragment.artifact = Artifact::layout;
    fragment.provenance = context.node(shape.node).provenance;
    margin.fragments.push_back(std::move(fragment));
    codes.push_back(std::move(margin));
  }
}

// The codes as the words of the box.
void draw_code(Context& context, const BoxShape& shape, base::Point origin, LeafId leaf,
               std::vector<Fragment>& fragments) {
  const ComputedStyle& style = context.style(code_content(context, shape.node).style);
  Fragment fragment = text_fragment(shape.code, origin, style.color);
  fragment.leaf = leaf;
  if (leaf == kNoLeaf) fragment.artifact = Artifact::layout;
  fragment.provenance = context.node(shape.node).provenance;
  fragments.push_back(std::move(fragment));
}

// Baseline that centres capitals on `middle`.
Length centred_baseline(Context& context, markup::NodeId node, Length middle) {
  const ComputedStyle& style = context.style(code_content(context, node).style);
  return middle + context.cap_height(style) / 2;
}

// Where a further line of a box shows its codes, if a page begins with it.
struct Resumption {
  base::Point centred;
  const BoxPlace& place;
  Length width;
};

// Codes beside a box stand behind its last line.
void resume_box(Context& context, const BoxShape& shape, const Resumption& at, Strip& strip) {
  if (shape.code.empty()) return;
  if (shape.position == CodePosition::margin) {
    draw_margin_code(context, shape, at.place.origin.y, strip.resumed_codes);
  } else if (shape.position == CodePosition::inside && shape.code_width <= at.width) {
    draw_code(context, shape, at.centred, kNoLeaf, strip.resumed);
  }
}

// Boxes of neighbouring lines do not meet, and cover nothing of each other's text,
// however high the font says that its letters are.
void keep_within_line(Context& context, const ComputedStyle& style, BoxShape& shape) {
  constexpr Length kGap = Length::points(4, 10);  // above and below
  const Length baseline = baseline_offset(context, style);
  // An eighth of the size above the capitals leaves the line before its descenders.
  const Length capitals = context.cap_height(style);
  const Length highest = std::min(baseline - kGap, capitals + style.font_size / 8);
  shape.above = std::max(capitals, std::min(shape.above, highest));
  shape.below = std::max(Length(), std::min(shape.below, style.line_height - baseline - kGap));
}

}  // namespace

BoxShape inline_box(Context& context, markup::NodeId node) {
  const ComputedStyle& style = context.style(context.styled(node).style);
  BoxShape shape;
  shape.node = node;
  shape.lines = declared_lines(context.node(node));
  shape.position = style.code_position;
  shape_code(context, shape);
  const Length content = shape.position == CodePosition::inside && !shape.code.empty()
                             ? shape.code_width + style.padding.left + style.padding.right
                             : Length();
  shape.box_width = content;
  if (style.width.kind == style::Dimension::Kind::length)
    shape.box_width = std::max(content, style.width.length);
  if (style.min_width.kind == style::Dimension::Kind::length) {
    shape.box_width = std::max(shape.box_width, style.min_width.length);
  }
  shape.width = shape.box_width;
  if (shape.position == CodePosition::beside) {
    const ComputedStyle& code = context.style(code_content(context, node).style);
    shape.width += code.margin.left + shape.code_width + code.margin.right;
  }
  if (style.height.kind == style::Dimension::Kind::length && shape.lines == 0) {
    // A box in a line is no higher than the line, or it would cover its neighbours.
    const Length height = std::min(style.height.length, style.line_height);
    const Length middle = context.cap_height(style) / 2;
    shape.above = middle + height / 2;
    shape.below = height - shape.above;
  } else {
    shape.above = context.ascent(style) + style.padding.top;
    shape.below = context.descent(style) + style.padding.bottom;
    keep_within_line(context, style, shape);
  }
  return shape;
}

void draw_inline_box(Context& context, const BoxShape& shape, const BoxPlace& place, Strip& strip) {
  const Length beside = shape.width - shape.box_width;
  const Length box_width = place.width - beside;
  const base::Rect area{place.origin.x, place.origin.y - shape.above, box_width,
                        shape.above + shape.below};
  draw_area(context, shape.node, area, strip);
  const Length middle = area.y + area.height / 2;
  const Length baseline = centred_baseline(context, shape.node, middle);
  const bool inside = shape.position == CodePosition::inside && !shape.code.empty();
  const base::Point centred{area.x + (area.width - shape.code_width) / 2, baseline};
  if (!place.shows_code) {
    if (place.starts_line) resume_box(context, shape, {centred, place, area.width}, strip);
  } else if (inside) {
    draw_code(context, shape, centred, place.leaf, strip.fragments);
  } else if (shape.position == CodePosition::beside && !shape.code.empty()) {
    const ComputedStyle& code = context.style(code_content(context, shape.node).style);
    draw_code(context, shape, {area.right() + code.margin.left, baseline}, place.leaf,
              strip.fragments);
  } else {
    draw_carrier(context, shape, {area.x, place.origin.y}, place.leaf, strip);
    if (!shape.code.empty()) draw_margin_code(context, shape, place.origin.y, strip.margin_codes);
  }
}

void draw_block_box(Context& context, markup::NodeId node, const base::Rect& area, LeafId leaf,
                    Strip& strip) {
  BoxShape shape;
  shape.node = node;
  shape.position = context.style(context.styled(node).style).code_position;
  shape_code(context, shape);
  base::Rect box = area;
  // A region of a picture may be too small for its codes: they are read, not seen.
  const ComputedStyle& code_style = context.style(code_content(context, node).style);
  const bool region = context.node(node).attribute("kind") == "region";
  if (region && (shape.code_width > area.width || code_style.font_size > area.height)) {
    shape.code.clear();
  }
  const ComputedStyle& code = context.style(code_content(context, node).style);
  if (shape.position == CodePosition::beside && !shape.code.empty()) {
    // In a narrow cell the codes reach beyond it rather than that there is no box.
    constexpr Length kNarrowest = Length::points(4);
    box.width = std::max(box.width - (code.margin.left + shape.code_width + code.margin.right),
                         std::min(box.width, kNarrowest));
  }
  draw_area(context, node, box, strip);
  const Length baseline = centred_baseline(context, node, box.y + box.height / 2);
  if (shape.code.empty() || shape.position == CodePosition::margin) {
    // On the baseline that a line of text would have there.
    const ComputedStyle& style = context.style(context.styled(node).style);
    const Length first = box.y + baseline_offset(context, style);
    if (leaf != kNoLeaf) draw_carrier(context, shape, {box.x, first}, leaf, strip);
    if (!shape.code.empty()) draw_margin_code(context, shape, first, strip.margin_codes);
    return;
  }
  const bool beside = shape.position == CodePosition::beside;
  const Length x =
      beside ? box.right() + code.margin.left : box.x + (box.width - shape.code_width) / 2;
  draw_code(context, shape, {x, baseline}, leaf, strip.fragments);
}

}  // namespace sable::layout
