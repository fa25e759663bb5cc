// How wide a cell would like to be.
//
// In:  an element.
// Out: its widths with a break at every opportunity, and with none.
//
// CSS Sizing 3, 4: min-content and max-content contributions.
#pragma once

#include <vector>

#include "layout/context.h"
#include "layout/inline_content.h"

namespace sable::layout {

struct IntrinsicWidth {
  base::Length least, most;
};

// Nodes of a line of `parent`, with what `::before` and `::after` put around them, as
// they are for measuring: nothing of them enters the document.
InlineContent content_to_measure(Context& context, const std::vector<markup::NodeId>& nodes,
                                 markup::NodeId parent);

// Of the content, without the element's own padding and borders. Boxes whose size
// depends on their line are taken to stand in one of `line` width.
IntrinsicWidth intrinsic_width(Context& context, markup::NodeId element, base::Length line);

}  // namespace sable::layout
