// Fonts for one picture, by fontconfig. Private to the room.
//
// In:  the files that an order names, the characters of the picture.
// Out: fontconfig has these files and no others; or what is wrong.
//
// The machine's own configuration, its folders and its caches are not read.
#pragma once

#include "picture/wire.h"

namespace sable::drawing {

// Outcome::drawn if all is well; else no_font or no_character.
picture::Answer pin_fonts(const picture::DrawingOrder& order);

}  // namespace sable::drawing
