// How large an SVG is on paper (SVG 1.1, 7.2; CSS Images 3, 5.2). Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "base/length.h"

namespace sable::picture {

// "12.5mm", "300" (pixels). nullopt: it is relative to something else, or no length.
std::optional<base::Length> svg_length(std::string_view text);

// The width and height of a view box, as if they were in pixels.
std::optional<base::Size> view_box_size(std::string_view text);

// From the attributes of the outermost element; each may be empty. nullopt: they say
// nothing.
std::optional<base::Size> svg_size(std::string_view width, std::string_view height,
                                   std::string_view view_box);

}  // namespace sable::picture
