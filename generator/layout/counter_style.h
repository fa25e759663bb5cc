// Numbers as lists print them (CSS Counter Styles 3, 6).
//
// In:  a number from 1 on, the name of a predefined style.
// Out: "4", "d", "iv".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "style/computed.h"

namespace sable::layout {

// Where a style cannot show the number it is decimal.
std::string in_style(uint32_t number, std::string_view style);
std::string in_style(uint32_t number, style::Numerals numerals);

}  // namespace sable::layout
