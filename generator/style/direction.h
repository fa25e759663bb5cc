// The direction that an element's text has.
//
// In:  a `dir` attribute, or a language (BCP 47).
// Out: a direction of CSS Writing Modes 4.
#pragma once

#include <optional>
#include <string_view>

#include "style/computed.h"

namespace sable::style {

// "ltr", "rtl" or "auto"; nullopt for anything else.
std::optional<Direction> direction_of_attribute(std::string_view dir);

// That of the script which the tag names, or which its language is written in.
Direction direction_of_language(std::string_view language);

// Logical sides (CSS Logical 1, 4) as the sides that they are in that direction;
// any other property is itself. Where each paragraph finds its own direction, the
// sides are those of left-to-right text.
enum class Property : uint8_t;
Property physical(Property property, Direction direction);

}  // namespace sable::style
