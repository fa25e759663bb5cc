// How a photograph has to be turned to stand upright: the tag Orientation of Exif
// (CIPA DC-008, 4.6.4). Private to the room.
#pragma once

#include <string_view>

#include "picture/decode.h"

namespace sable::picture {

// 1 to 8; 1 where the segment is of another kind, or says nothing that makes sense.
// `segment`: an APP1 segment without its marker and length.
int orientation_of(std::string_view segment);

// From the picture as it is stored to the upright one.
class Turn {
 public:
  Turn(int orientation, Dimensions stored);

  bool is_none() const { return !swapped_ && !mirrored_x_ && !mirrored_y_; }
  bool is_swapped() const { return swapped_; }
  Dimensions upright() const { return upright_; }

  // The index of a stored pixel in the upright picture.
  size_t place(uint32_t x, uint32_t y) const;
  // The stored pixels of an area of the upright picture.
  released::PixelArea stored_area(const released::PixelArea& area) const;

 private:
  bool swapped_, mirrored_x_, mirrored_y_;
  Dimensions upright_;
};

}  // namespace sable::picture
