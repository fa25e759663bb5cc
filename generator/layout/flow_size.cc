// Sizes of blocks that the style sheet asks for: CSS 2.2, 10.3.3, 10.4 and 10.7.

#include <algorithm>

#include "layout/flow.h"

namespace sable::layout {

namespace {

using base::Length;
using style::ComputedStyle;
using style::Dimension;

Length resolved(const Dimension& size, Length whole) {
  if (size.kind == Dimension::Kind::percent) return whole.scaled(size.percent, 10000);
  return size.kind == Dimension::Kind::length ? size.length : Length();
}

bool is_set(const Dimension& size) { return size.kind != Dimension::Kind::automatic; }

// Boxes, pictures and tables have rules of their own.
bool has_own_size(std::string_view element) {
  return element == "table" || element == "img" || element == "redaction";
}

}  // namespace

// What a block takes of the room, with its margins: all of it, unless it has a width.
Measure Flow::sized(markup::NodeId id, const Measure& room) const {
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  const bool any = is_set(style.width) || is_set(style.min_width) || is_set(style.max_width);
  if (!any || has_own_size(context_.node(id).element)) return room;
  const Measure inner = inset(room, style);
  Length width = is_set(style.width) ? resolved(style.width, room.width) : inner.width;
  if (is_set(style.max_width)) width = std::min(width, resolved(style.max_width, room.width));
  width = std::max(width, resolved(style.min_width, room.width));
  const Length outer = width + room.width - inner.width;
  const bool right_to_left = style.direction == style::Direction::right_to_left;
  return {right_to_left ? room.x + room.width - outer : room.x, outer};
}

// What a block lacks to its height is left empty below its content, in lines, so that
// pages may end in it. Higher content makes it higher: nothing stands over anything else.
void Flow::fill_height(const ComputedStyle& style, size_t first, bool has_edge) {
  const Length height = std::max(resolved(style.height, settings_.text_height),
                                 resolved(style.min_height, settings_.text_height));
  if (height <= Length()) return;
  Length content;
  for (size_t i = first; i < column_.strips->size(); ++i) {
    const Strip& strip = (*column_.strips)[i];
    content += strip.height + (i > first || has_edge ? strip.space_before : Length());
  }
  Length missing = height - content;
  if (column_.strips->size() > first) missing -= column_.margin;
  const Length line = std::max(style.line_height, Length::points(1));
  for (; missing > Length(); missing -= line) {
    Strip strip;
    strip.height = std::min(missing, line);
    emit(std::move(strip));
  }
}

}  // namespace sable::layout
