// Blocks that float to a side, with text beside them (CSS 2.2, 9.5, in the subset of
// docs/templates.md).

#include <algorithm>
#include <utility>

#include "layout/compose.h"
#include "layout/flow.h"
#include "layout/intrinsic_width.h"
#include "layout/picture_size.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;
using style::Clear;
using style::ComputedStyle;

// What is higher, in percent of the page, stands where it is written; and so do floats
// that would be higher together.
constexpr int64_t kHighestSide = 65;
// The text keeps a third of its width at least.
constexpr int64_t kWidest = 2, kWidestOf = 3;
// A block whose lines would be narrower, in ems of its own font, stands below.
constexpr int64_t kNarrowestEms = 8;

// What stands beside a float: text, and what holds nothing else of its own.
bool may_stand_beside(const markup::Node& node, const ComputedStyle& style) {
  static constexpr std::string_view kText[] = {"p",  "ul", "ol",  "li",      "dl",
                                               "dt", "dd", "div", "section", "blockquote"};
  const bool known = heading_level(node.element) > 0 ||
                     std::find(std::begin(kText), std::end(kText), node.element) != std::end(kText);
  return known && is_plain(style);
}

Length around(const ComputedStyle& style) {
  return style.margin.left + style.border.left.width + style.padding.left + style.margin.right +
         style.border.right.width + style.padding.right;
}

}  // namespace

bool Flow::stands_at_side(const ComputedStyle& style) const {
  return column_.strips == &galley_.strips &&
         (style.floating == style::Float::left || style.floating == style::Float::right);
}

// Shrunk to its widest picture or word (CSS 2.2, 10.3.5): a caption is as wide as what
// it is of.
Length Flow::width_of_pictures(NodeId parent, const Measure& measure) const {
  Length width;
  for (NodeId child = context_.node(parent).first_child; child != markup::kNoNode;
       child = context_.node(child).next) {
    const ComputedStyle& style = context_.style(context_.styled(child).style);
    const released::Picture* picture = picture_of(context_, child);
    const Length inner =
        picture != nullptr
            ? picture_size(style, *picture, {measure.width, settings_.text_height}).width
            : width_of_pictures(child, measure);
    if (inner > Length()) width = std::max(width, inner + around(style));
  }
  return width;
}

Length Flow::side_width(NodeId id, const Measure& measure) {
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  Length width;
  switch (style.width.kind) {
    case style::Dimension::Kind::length:
      width = style.width.length;
      break;
    case style::Dimension::Kind::percent:
      width = measure.width.scaled(style.width.percent, 10000);
      break;
    case style::Dimension::Kind::automatic:
      width = width_of_pictures(id, measure);
      if (width <= Length()) {
        width = measure.width * 2 / 5;
      } else {
        width = std::max(width, intrinsic_width(context_, id, measure.width).least);
      }
      break;
  }
  return width + around(style);
}

void Flow::side_float(NodeId id, const Measure& measure) {
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  SideFloat made;
  made.width = side_width(id, measure);
  if (made.width > measure.width * kWidest / kWidestOf) return block_in_flow(id, measure);
  if (style.clear != Clear::none) clear_sides(style.clear);
  made.left = style.floating == style::Float::left;
  made.x = made.left ? measure.x : measure.x + measure.width - made.width;
  Column column;
  column.strips = &made.cell.strips;
  column.decorations = &made.cell.decorations;
  column.mark = column_.mark;
  column.page_name = column_.page_name;
  std::swap(column_, column);
  side_base_ = measure.width;
  block_in_flow(id, {made.x, made.width});
  side_base_.reset();
  made.below = column_.margin;
  std::swap(column_, column);
  std::vector<Strip>& strips = made.cell.strips;
  if (strips.empty()) return;
  made.above = std::exchange(strips.front().space_before, Length());
  made.height = height_of(strips);
  const Length most = settings_.text_height.scaled(kHighestSide, 100);
  if (made.height > most) {
    Float too_high;
    too_high.strips = std::move(strips);
    too_high.decorations = std::move(made.cell.decorations);
    too_high.above = made.above;
    too_high.below = made.below;
    return set_in_flow(std::move(too_high));
  }
  if (!sides_.empty() && sides_.height_with(made.height, column_.margin) > most) {
    clear_sides(Clear::both);
  }
  sides_.add(std::move(made));
}

// Before a block, whether it wants to or has to.
void Flow::clear_before(NodeId id) {
  if (sides_.empty()) return;
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  const bool beside = may_stand_beside(context_.node(id), style);
  const Clear side = beside ? style.clear : Clear::both;
  if (side != Clear::none) clear_sides(side);
}

// What is left of the floats becomes a strip; what follows keeps its distance.
void Flow::clear_sides(Clear side) {
  if (sides_.empty() || column_.strips != &galley_.strips) return;
  place_sides();
  const Length end = sides_.end_of(side);
  const Length text = sides_.bottom() + column_.margin;
  if (end > text || sides_.has_loose()) {
    Strip strip;
    strip.space_before = column_.margin;
    strip.height = std::max(Length(), end - text);
    strip.page_name = column_.page_name;
    strip.columns = column_.columns;
    strip.may_break_before = !column_.keep;
    strip.mark = column_.mark.value_or(context_.input.overall);
    sides_.pass(context_, strip);
    column_.strips->push_back(std::move(strip));
    column_.margin = {};
  }
  sides_.forget(side);
}

void Flow::place_sides() {
  sides_.place(column_.margin, settings_.text_width, settings_.text_width / kWidestOf);
}

// The lines of a paragraph whose first comes next. Its marker goes with the first.
ParagraphShape Flow::shape_beside(const Measure& measure, const ComputedStyle& style) {
  ParagraphShape shape(measure);
  if (sides_.empty() || column_.strips != &galley_.strips) return shape;
  place_sides();
  shape.first_lines = sides_.lines(measure, style.line_height, column_.margin);
  const Length least = style.font_size * kNarrowestEms;
  const bool narrow = std::any_of(shape.first_lines.begin(), shape.first_lines.end(),
                                  [&](const Measure& line) { return line.width < least; });
  if (narrow) {
    clear_sides(Clear::both);
    shape.first_lines.clear();
  }
  if (shape.first_lines.empty()) return shape;
  const Measure& first = shape.first_lines.front();
  for (Fragment& fragment : column_.marker) {
    const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
    const bool at_left = glyphs == nullptr || glyphs->origin.x < measure.x;
    shift(fragment,
          {at_left ? first.x - measure.x : first.x + first.width - measure.x - measure.width,
           Length()});
  }
  return shape;
}

// A strip of the text goes past the floats.
void Flow::pass_sides(Strip& strip) {
  if (sides_.empty() || column_.strips != &galley_.strips) return;
  place_sides();
  sides_.pass(context_, strip);
}

}  // namespace sable::layout
