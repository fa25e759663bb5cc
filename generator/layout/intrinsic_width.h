// How wide a cell would like to be.
//
// In:  an element.
// Out: its widths with a break at every opportunity, and with none.
//
// CSS Sizing 3, 4: min-content and max-content contributions.
#pragma once

#include "layout/context.h"

namespace sable::layout {

struct IntrinsicWidth {
  base::Length least, most;
};

// Of the content, without the element's own padding and borders. Boxes whose size
// depends on their line are taken to stand in one of `line` width.
IntrinsicWidth intrinsic_width(Context& context, markup::NodeId element, base::Length line);

}  // namespace sable::layout
