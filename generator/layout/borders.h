// Lines of borders: CSS Backgrounds 3, 4.2.
//
// In:  the area of a box or of one line, and what the style sheet says of it.
// Out: filled rectangles, in the order in which they are painted.
//
// A dash is three times as long as its line is wide, with two widths between; a dot is as
// long as wide, and square, with one. Of a double line each of the two takes a third.
#pragma once

#include <functional>

#include "base/length.h"
#include "style/computed.h"

namespace sable::layout {

// Which sides of a box are drawn.
struct Sides {
  bool top = true, right = true, bottom = true, left = true;
};

using Paint = std::function<void(const base::Rect&, base::Color)>;

// The borders of a box, inside `area`.
void draw_borders(const base::Rect& area, const style::Border& border, const Sides& sides,
                  const Paint& paint);

// One line that fills `area`; `upright`: it runs down.
void draw_border_line(const base::Rect& area, const style::BorderEdge& edge, bool upright,
                      const Paint& paint);

}  // namespace sable::layout
