// Where the flow lets a page end, and where it does not: CSS Fragmentation 3, 3
// and 4; keeps with a strength as XSL 1.1, 4.8 has them.

#include <algorithm>

#include "layout/flow.h"

namespace sable::layout {

namespace {

using markup::NodeId;
using style::Break;
using style::ComputedStyle;

bool is_forced(Break value) {
  return value == Break::page || value == Break::left || value == Break::right;
}

// How strongly a list or a quotation is kept with the colon before it.
constexpr uint8_t kIntroduction = 30;

}  // namespace

// A keep of no strength is outweighed by nothing.
void Flow::keep(uint8_t strength) {
  if (strength == 0) column_.keep = true;
  column_.strength = std::max(column_.strength, strength);
}

// CSS Fragmentation 3, 3.1: a break before the first child is one before its parent,
// whose border and padding stand above it.
void Flow::hoist_break(NodeId id) {
  for (NodeId child = context_.node(id).first_child; child != markup::kNoNode;
       child = context_.node(child).first_child) {
    if (is_inline_level(context_, child)) return;
    const ComputedStyle& style = context_.style(context_.styled(child).style);
    if (column_.hoisted == child) return;
    if (!is_forced(style.break_before)) continue;
    column_.forced = style.break_before;
    column_.hoisted = child;
    return;
  }
}

void Flow::begin_breaks(NodeId id, const ComputedStyle& style) {
  const bool hoisted = column_.hoisted == id;
  if (hoisted) column_.hoisted = markup::kNoNode;
  if (is_forced(style.break_before) && !hoisted) column_.forced = style.break_before;
  if (style.break_before == Break::avoid) keep(style.keep_before);
  if (style.page != column_.page_name) {
    column_.page_name = style.page;
    if (!is_forced(column_.forced) && !column_.strips->empty()) column_.forced = Break::page;
  }
}

// A paragraph whose last words end in a colon announces what comes. The numbers of
// notes behind it are no words.
void Flow::announce(const InlineContent& content) {
  column_.introduces = false;
  for (size_t i = content.segments.size(); i-- > 0;) {
    const Segment& segment = content.segments[i];
    if (segment.note != kNothing) continue;
    column_.introduces = segment.kind == Segment::Kind::text && segment.end > segment.begin &&
                         content.text[segment.end - 1] == ':';
    return;
  }
}

// What belongs to the text before it without a word of the style sheet: the list
// below a bullet's text, and what a colon announces.
void Flow::keep_with_last(NodeId id) {
  const std::string_view name = context_.node(id).element;
  column_.heading = column_.heading || heading_level(name) > 0;
  const bool is_list = name == "ul" || name == "ol";
  const bool in_item = context_.node(context_.node(id).parent).element == "li";
  if (is_list && in_item && column_.strips->size() > column_.item) column_.keep = true;
  if (column_.introduces && (is_list || name == "blockquote"))
    column_.strength = std::max(column_.strength, kIntroduction);
}

void Flow::end_breaks(const ComputedStyle& style, size_t first) {
  if (style.break_inside == Break::avoid) {
    for (size_t i = first + 1; i < column_.strips->size(); ++i) {
      Strip& strip = (*column_.strips)[i];
      if (style.keep_inside == 0) strip.may_break_before = false;
      strip.keep = std::max(strip.keep, style.keep_inside);
    }
  }
  if (style.break_after == Break::avoid) keep(style.keep_after);
  if (is_forced(style.break_after)) column_.forced = style.break_after;
}

}  // namespace sable::layout
