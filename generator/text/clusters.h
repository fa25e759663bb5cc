// Which bytes of a run's text each of its glyphs stands for.
//
// In:  glyphs in visual order, each with the first byte of its cluster.
// Out: the same glyphs with text_begin and text_length.
//
// What a PDF's ToUnicode map and its text extraction need: each byte of the
// text belongs to exactly one glyph, the first of its cluster in visual order.
#pragma once

#include <string_view>
#include <vector>

#include "text/shaper.h"

namespace sable::text {

// On entry `text_begin` is HarfBuzz's cluster value, monotone in visual order
// (ascending, or descending where right_to_left).
void assign_text(std::vector<Glyph>& glyphs, std::string_view text, bool right_to_left);

}  // namespace sable::text
