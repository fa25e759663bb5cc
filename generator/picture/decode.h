// Files of pictures to pictures: PNG (ISO/IEC 15948) and JPEG (ITU-T T.81).
//
// In:  the bytes of a file, and the areas of it that are withheld.
// Out: a released::Picture, which has nothing of the file but what can be seen; or
//      what is wrong with the file, without a place.
//
// Metadata, thumbnails, profiles, comments and trailing bytes are dropped: nothing is
// taken from the file but decoded samples or, of an upright JPEG that is shown whole,
// coefficients. What is damaged is an error; no picture is shown in part.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "released/picture.h"

namespace sable::picture {

// A file beyond this is not read, and a picture beyond this not decoded.
constexpr size_t kMostBytes = 64u << 20;
constexpr uint64_t kMostPixels = 50'000'000;
constexpr uint32_t kLongestSide = 30'000;

// Of the upright picture, in pixels.
struct Dimensions {
  uint32_t width = 0, height = 0;
  bool operator==(const Dimensions&) const = default;
};

// From the head of the file alone.
base::Result<Dimensions> measure(std::string_view bytes);

// `withheld`: areas of the upright picture, inside it, that become black and opaque.
base::Result<released::Picture> decode(std::string_view bytes,
                                       const std::vector<released::PixelArea>& withheld);

}  // namespace sable::picture
