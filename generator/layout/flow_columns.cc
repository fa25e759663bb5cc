// Blocks in columns: CSS Multi-column 1.
//
// Their strips are set for the first column; which of them stand in which is decided
// with the pages. Columns in columns are not made, nor in cells, notes and floats.

#include <algorithm>
#include <utility>

#include "layout/flow.h"

namespace sable::layout {

using base::Length;
using style::ComputedStyle;

// Whether children stand in columns: `measure` is then that of the first one.
bool Flow::begin_columns(const ComputedStyle& style, Measure& measure) {
  const style::ColumnStyle& wanted = style.columns;
  const bool possible = column_.strips == &galley_.strips && column_.columns == kNoColumns;
  if (wanted.count < 2 || !possible || context_.facts != nullptr) return false;
  clear_sides(style::Clear::both);
  // CSS Multi-column 1, 4.1: `normal` is 1em.
  const Length gap = wanted.gap.value_or(style.font_size);
  const auto count = static_cast<int64_t>(wanted.count);
  ColumnSet set;
  set.count = wanted.count;
  set.width = std::max(Length(), (measure.width - gap * (count - 1)) / count);
  set.x = measure.x;
  set.step = set.width + gap;
  if (style.direction == style::Direction::right_to_left) {
    set.x = measure.x + measure.width - set.width;
    set.step = -set.step;
  }
  set.rule = wanted.rule;
  set.balanced = wanted.balanced;
  column_.columns = static_cast<uint32_t>(galley_.columns.size());
  column_.spanned = measure;
  measure = {set.x, set.width};
  galley_.columns.push_back(set);
  return true;
}

void Flow::end_columns() {
  clear_sides(style::Clear::both);
  column_.columns = kNoColumns;
}

// Whether a block whose first strip that is stands around columns, or around what spans
// them: its edges are not cloned in each.
bool Flow::holds_columns(size_t first) const {
  return std::any_of(column_.strips->begin() + static_cast<std::ptrdiff_t>(first),
                     column_.strips->end(),
                     [this](const Strip& strip) { return strip.columns != column_.columns; });
}

// CSS Multi-column 1, 6.
void Flow::spanning_block(markup::NodeId id) {
  clear_sides(style::Clear::both);
  const uint32_t columns = std::exchange(column_.columns, kNoColumns);
  const Measure spanned = column_.spanned;
  block_in_flow(id, spanned);
  column_.columns = columns;
  column_.spanned = spanned;
}

}  // namespace sable::layout
