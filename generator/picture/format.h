// What the decoders of the formats share. Private to the room.
//
// In:  the bytes of a file of the format.
// Out: a picture, or why there is none.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "picture/decode.h"

namespace sable::picture {

enum class Trouble : uint8_t { none, damaged, unsupported, too_large };

base::Diagnostic diagnostic_of(Trouble trouble);

// Whether a picture of these sides may be decoded.
bool fits(uint64_t width, uint64_t height);

// A file's own statement of its resolution: `dots` pixels to `length` / 10,000 inches.
struct Density {
  uint64_t dots = 0;  // 0: none is stated
  uint64_t length = 1;
};

// How long `pixels` are on paper; at 96 dots to the inch (CSS Values 4, 6.2) where the
// file says nothing, or nothing that can be meant.
base::Length on_paper(uint32_t pixels, const Density& density);

// Makes the areas black and opaque.
void blacken(released::Picture& picture, const std::vector<released::PixelArea>& areas);

bool is_png(std::string_view bytes);
Trouble measure_png(std::string_view bytes, Dimensions& dimensions);
Trouble decode_png(std::string_view bytes, const std::vector<released::PixelArea>& withheld,
                   released::Picture& picture);

bool is_jpeg(std::string_view bytes);
Trouble measure_jpeg(std::string_view bytes, Dimensions& dimensions);
Trouble decode_jpeg(std::string_view bytes, const std::vector<released::PixelArea>& withheld,
                    released::Picture& picture);

}  // namespace sable::picture
