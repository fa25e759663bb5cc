// Boxes: what the page shows of a withheld span.
//
// In:  a <redaction> element with its computed style.
// Out: its measures for the line breaker, and its fragments.
//
// Everything is computed from what the release declares (codes, label, extent)
// and from the style sheet; nothing else is known here.
#pragma once

#include <string>
#include <vector>

#include "layout/context.h"
#include "layout/galley.h"

namespace sable::layout {

// How a box is put together, independent of where it stands.
struct BoxShape {
  markup::NodeId node = markup::kNoNode;
  base::Length width;                        // of the box and, with codes beside it, the codes
  base::Length box_width;                    // of the box alone
  base::Length above, below;                 // of the box, from the baseline
  uint32_t lines = 0;                        // declared lines; 0: a box within its line
  std::vector<const text::ShapedRun*> code;  // empty where nothing is shown
  base::Length code_width;
  style::CodePosition position = style::CodePosition::inside;
};

// A box in a line of text.
BoxShape inline_box(Context& context, markup::NodeId redaction);

// Where a box is drawn: its left edge and the baseline it stands on.
struct BoxPlace {
  base::Point origin;
  base::Length width;      // of the whole; wider than the shape where it fills a line
  LeafId leaf = kNoLeaf;   // of its words
  bool shows_code = true;  // false: a further line of the same box
  bool starts_line = false;
};

void draw_inline_box(Context& context, const BoxShape& shape, const BoxPlace& place, Strip& strip);

// A box that stands as a block, or what of it stands on one page: fragments into
// `strip`. Where it goes on from the page before, `leaf` is kNoLeaf, and its codes
// are shown again as an artifact.
void draw_block_box(Context& context, markup::NodeId redaction, const base::Rect& area, LeafId leaf,
                    Strip& strip);

}  // namespace sable::layout
