// Files of pictures, made from samples.
//
// In:  samples and the form that the file is to have.
// Out: the bytes of a PNG or JPEG file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sable::testing {

// PNG's colour types (ISO/IEC 15948, 11.2.2).
enum class PngColors : uint8_t {
  gray = 0,
  rgb = 2,
  palette = 3,
  gray_alpha = 4,
  rgb_alpha = 6,
};

struct PngForm {
  uint32_t width = 1, height = 1;
  PngColors colors = PngColors::gray;
  int depth = 8;
  bool interlaced = false;
  std::string palette = {};  // three bytes a colour
  std::string transparency =
      {};  // of a palette: a byte a colour; else the colour: 16 bits a sample
  uint32_t dots_to_the_metre = 0;
  std::string comment = {};
};

// `rows`: the bytes of each row as the format packs them.
std::string png_file(const PngForm& form, const std::vector<std::string>& rows);

// A PNG of 8 bits a sample that has no other marks of its own.
std::string plain_png(uint32_t width, uint32_t height, PngColors colors, std::string_view samples);

enum class JpegColors : uint8_t { gray, ycc, rgb, cmyk, ycck };

struct JpegForm {
  uint32_t width = 1, height = 1;
  JpegColors colors = JpegColors::ycc;
  int quality = 90;
  int subsampling = 2;  // of the first component, in both directions
  bool progressive = false;
  int orientation = 0;  // of an Exif segment; 0: there is none
  bool big_endian = false;
  std::string comment = {};
  uint16_t dots_to_the_inch = 0;
};

// `samples`: grey, RGB, or the four samples of CMYK as they are to be stored.
std::string jpeg_file(const JpegForm& form, std::string_view samples);

// A picture in which neighbouring pixels differ, and smoothly.
std::string gradient(uint32_t width, uint32_t height, uint32_t channels, uint32_t seed = 0);

}  // namespace sable::testing
