// Where the cells of a column are aligned on a sign: CSS Text 4, 7.3.2 and CSS 2.0, 16.2
// (`text-align: <string>`).
//
// In:  a cell whose style has such an alignment.
// Out: the widths of its line before and behind the axis.
//
// The axis stands before the first occurrence of the sign. A value without it ends where
// it would stand: behind its first number, so that notes and units stay behind, or behind
// all of it where it has no digit.
#pragma once

#include <optional>

#include "layout/context.h"
#include "layout/galley.h"

namespace sable::layout {

struct Axis {
  base::Length before, behind;
};

bool aligns_on_sign(const style::ComputedStyle& style);

// The axis of what a strip shows; none where it shows no text.
std::optional<Axis> axis_of(const Strip& line, const style::ComputedStyle& style,
                            const Context& context);

// Of the content of a cell, set on one line; none where it has several, or blocks.
std::optional<Axis> axis_of_cell(Context& context, markup::NodeId cell);

}  // namespace sable::layout
