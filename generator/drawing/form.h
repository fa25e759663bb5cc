// The page of a PDF as the content of a form XObject (ISO 32000-1, 8.10), by qpdf.
// Private to the room.
//
// In:  the bytes of a PDF of one page.
// Out: its content, its resources and the objects that these name, and nothing else:
//      no document information, no annotations, no names.
#pragma once

#include <optional>
#include <string_view>

#include "released/drawing.h"

namespace sable::drawing {

// nullopt: it is no PDF of one page.
std::optional<released::Drawing> form_of(std::string_view pdf);

}  // namespace sable::drawing
