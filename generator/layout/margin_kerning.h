// Margin kerning: how far punctuation stands outside the edge of its line.
//
// In:  a shaped run that a line may begin or end with.
// Out: a part of the width of its first, or its last, character.
//
// Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system, 2000,
// chapter 3: what is light at an edge looks indented unless it stands out a little.
#pragma once

#include "layout/context.h"

namespace sable::layout {

base::Length hang_of_first(const text::ShapedRun& run, const Context& context);
base::Length hang_of_last(const text::ShapedRun& run, const Context& context);

}  // namespace sable::layout
