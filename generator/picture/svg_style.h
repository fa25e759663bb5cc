// What a declaration of CSS in an SVG may lead to. Private to the room.
//
// In:  the value of an attribute, or the text of a style sheet.
// Out: whether it leads out of the file, and the fonts it asks for.
//
// It is not parsed as CSS: what might be meant is taken as meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sable::picture {

// Whether it names something that is not in the file: url() of anything but a
// fragment, @import, @font-face; or might do so by an escape.
bool leads_out(std::string_view css);

// Whether it has `display: none`.
bool is_not_displayed(std::string_view declarations);

// Appends the values of `font-family`, and the families of `font` (CSS 2.2, 15.8).
void collect_fonts(std::string_view css, std::vector<std::string>& lists);

}  // namespace sable::picture
