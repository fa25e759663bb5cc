// A picture as a release shows it: decoded, upright, and with nothing of its file but
// what can be seen.
//
// In:  made by picture/, before the door.
// Out: read by layout (its size) and pdf (its samples).
//
// An SVG is a drawing instead of samples.
//
// It has no metadata, no thumbnail, no profile and no name. Colours are sRGB. Where
// parts of a picture are withheld, the samples are those of the blackened picture,
// and `jpeg` is empty: the coefficients of the source would still tell them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/length.h"
#include "released/drawing.h"

namespace sable::released {

// How many samples a pixel has.
enum class Colors : uint8_t { gray = 1, rgb = 3 };

struct Picture {
  uint32_t width = 0, height = 0;  // in pixels; 0 of a drawing
  base::Size size;                 // on paper, at the resolution that its file declares
  Colors colors = Colors::rgb;
  // Bytes, rows from top to bottom; empty where `jpeg` has them.
  std::string samples = {};
  std::string alpha = {};  // a byte for each pixel, 255 opaque; empty: all are
  // A JPEG file made anew from nothing but coefficients and tables; or empty.
  std::string jpeg = {};
  // Of an SVG, which has neither samples nor pixels.
  std::optional<Drawing> drawing = {};
  bool operator==(const Picture&) const = default;
};

// A rectangle of a picture, in pixels from its top left corner.
struct PixelArea {
  uint32_t x = 0, y = 0, width = 0, height = 0;
  auto operator<=>(const PixelArea&) const = default;
};

}  // namespace sable::released
