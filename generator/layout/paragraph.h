// Paragraphs: inline content to lines.
//
// In:  inline content, the style of its block, the measure.
// Out: one strip for each line: total-fit breaks, hyphens, justified spaces,
//      boxes, decorations, links and notes.
#pragma once

#include <vector>

#include "layout/context.h"
#include "layout/galley.h"
#include "layout/inline_content.h"
#include "text/bidi.h"

namespace sable::layout {

struct Measure {
  base::Length x;  // left edge, from that of the text
  base::Length width;
};

// The lines of a paragraph beside floats.
struct ParagraphShape {
  ParagraphShape(const Measure& all) : measure(all) {}

  Measure measure;
  std::vector<Measure> first_lines = {};  // of these the others' measure is not
};

// Appends the lines. `mark` is the marking of what they show.
void set_paragraph(Context& context, const InlineContent& content, style::StyleId block,
                   const ParagraphShape& shape, std::vector<Strip>& lines);

text::BaseDirection base_direction(style::Direction direction);

// Distance from the top of a line of that style to its baseline.
base::Length baseline_offset(Context& context, const style::ComputedStyle& style);

}  // namespace sable::layout
