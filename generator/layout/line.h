// One line of a paragraph: pieces at their places, drawn.
//
// In:  the pieces of a line, with the width and the place of each.
// Out: a strip: glyph runs, boxes, rules under and through text, links, notes.
//
// Pieces are given and drawn in the order of the text, which is the order in which
// they are read; where they stand is another matter (UAX #9, L2).
#pragma once

#include <vector>

#include "layout/context.h"
#include "layout/galley.h"
#include "layout/paragraph_items.h"

namespace sable::layout {

// A piece of a line.
struct Piece {
  Atom atom;
  std::vector<const text::ShapedRun*> runs;  // in the order of the text
  base::Length width;
  base::Length x;  // of its left edge

  bool is_right_to_left() const { return (atom.level & 1) != 0; }
};

// What the lines of a paragraph have in common.
struct LineSource {
  const InlineContent& content;
  const ParagraphItems& items;
  const style::ComputedStyle& block;
  bool reorders = false;  // pieces may stand in another order than in the text
  // Inline boxes that go on from the line before; those that go on on the next one.
  std::vector<uint32_t>& open_boxes;
};

// Backgrounds and borders of the inline boxes of a line, behind its text: inline_boxes.cc.
void draw_inline_boxes(Context& context, const LineSource& source, const std::vector<Piece>& pieces,
                       Strip& strip);

Strip draw_line(Context& context, const LineSource& source, const std::vector<Piece>& pieces);

}  // namespace sable::layout
