// The properties that choose among a font's forms of a character.
//
// In:  font-kerning, font-variant-ligatures, font-variant-numeric and
//      font-variant-position (CSS Fonts 4, 6).
// Out: rows whose values are OpenType features in HarfBuzz's spelling.
#pragma once

#include <vector>

#include "style/property.h"

namespace sable::style {

std::vector<PropertyRow> font_variant_rows();

}  // namespace sable::style
