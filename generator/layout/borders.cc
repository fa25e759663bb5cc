#include "layout/borders.h"

#include <algorithm>

namespace sable::layout {

namespace {

using base::Length;
using base::Rect;
using style::BorderEdge;
using style::LineStyle;

constexpr int64_t kDash = 3, kDashGap = 2, kDot = 1, kDotGap = 1;

enum class Side { top, right, bottom, left };

bool runs_down(Side side) { return side == Side::left || side == Side::right; }

// Marks of a length, apart, from where the line begins.
void draw_marks(const Rect& line, bool upright, Length mark, Length gap,
                const std::function<void(const Rect&)>& paint) {
  const Length whole = upright ? line.height : line.width;
  for (Length at; at < whole; at += mark + gap) {
    const Length length = std::min(mark, whole - at);
    paint(upright ? Rect{line.x, line.y + at, line.width, length}
                  : Rect{line.x + at, line.y, length, line.height});
  }
}

// Of the borders beside a line what lies before its inner one: all but the inner third
// of a double one.
Length before_inner(const BorderEdge& beside, bool shown) {
  if (!shown) return {};
  return beside.style == LineStyle::double_ ? beside.width - beside.width / 3 : beside.width;
}

// The two lines of a side; the inner one ends at those of the sides beside it.
void draw_double(const Rect& line, Side side, Length begin, Length end, const Paint& paint,
                 base::Color color) {
  const bool upright = runs_down(side);
  const Length third = (upright ? line.width : line.height) / 3;
  const bool inner_last = side == Side::top || side == Side::left;
  for (const bool last : {false, true}) {
    Rect part = line;
    if (upright) {
      part.width = third;
      if (last) part.x = line.right() - third;
    } else {
      part.height = third;
      if (last) part.y = line.bottom() - third;
    }
    if (last == inner_last) {
      (upright ? part.y : part.x) += begin;
      (upright ? part.height : part.width) -= begin + end;
    }
    paint(part, color);
  }
}

void draw_plain(const Rect& line, const BorderEdge& edge, bool upright, const Paint& paint) {
  const auto in_color = [&](const Rect& part) { paint(part, edge.color); };
  const Length whole = upright ? line.height : line.width;
  const bool dashed = edge.style == LineStyle::dashed;
  if (dashed && whole >= edge.width * (kDash + kDashGap))
    return draw_marks(line, upright, edge.width * kDash, edge.width * kDashGap, in_color);
  if (edge.style == LineStyle::dotted)
    return draw_marks(line, upright, edge.width * kDot, edge.width * kDotGap, in_color);
  paint(line, edge.color);
}

}  // namespace

void draw_borders(const Rect& area, const style::Border& border, const Sides& sides,
                  const Paint& paint) {
  const auto draw = [&](const Rect& line, const BorderEdge& edge, Side side) {
    if (edge.width <= Length()) return;
    const bool upright = runs_down(side);
    if (edge.style != LineStyle::double_) return draw_plain(line, edge, upright, paint);
    const Length begin =
        upright ? before_inner(border.top, sides.top) : before_inner(border.left, sides.left);
    const Length end = upright ? before_inner(border.bottom, sides.bottom)
                               : before_inner(border.right, sides.right);
    draw_double(line, side, begin, end, paint, edge.color);
  };
  const Length below = area.bottom() - border.bottom.width;
  const Length behind = area.right() - border.right.width;
  if (sides.top) draw({area.x, area.y, area.width, border.top.width}, border.top, Side::top);
  if (sides.bottom)
    draw({area.x, below, area.width, border.bottom.width}, border.bottom, Side::bottom);
  if (sides.left) draw({area.x, area.y, border.left.width, area.height}, border.left, Side::left);
  if (sides.right)
    draw({behind, area.y, border.right.width, area.height}, border.right, Side::right);
}

void draw_border_line(const Rect& area, const BorderEdge& edge, bool upright, const Paint& paint) {
  if (edge.width <= Length()) return;
  if (edge.style != LineStyle::double_) return draw_plain(area, edge, upright, paint);
  draw_double(area, upright ? Side::left : Side::top, {}, {}, paint, edge.color);
}

}  // namespace sable::layout
