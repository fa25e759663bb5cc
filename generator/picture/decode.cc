#include "picture/decode.h"

#include <algorithm>

#include <fmt/format.h>

#include "picture/format.h"

namespace sable::picture {

namespace {

using base::Fault;
using released::PixelArea;

base::Diagnostic error(const char* code, std::string message, std::string help) {
  return base::error_without_place(Fault::input, code, std::move(message), std::move(help));
}

base::Diagnostic unknown() {
  return error("SBL0300", "this file is neither a PNG nor a JPEG nor an SVG picture",
               "export the picture as SVG or PNG, or a photograph as JPEG");
}

}  // namespace

base::Diagnostic diagnostic_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::too_large:
      return error("SBL0303",
                   fmt::format("this picture has more than {} million pixels, or a side of more "
                               "than {}",
                               kMostPixels / 1'000'000, kLongestSide),
                   "scale it down: 300 pixels to the inch on paper are enough");
    case Trouble::unsupported:
      return error("SBL0304", "this picture has a form of JPEG that is not read",
                   "export it as JPEG with 8 bits a sample, or as PNG");
    case Trouble::none:
    case Trouble::damaged:
      break;
  }
  return error("SBL0302", "this picture is damaged or incomplete",
               "copy the file anew, or export it again from the program that made it");
}

bool fits(uint64_t width, uint64_t height) {
  return width > 0 && height > 0 && width <= kLongestSide && height <= kLongestSide &&
         width * height <= kMostPixels;
}

base::Length on_paper(uint32_t pixels, const Density& density) {
  constexpr uint64_t kLeast = 50, kMost = 4800;  // dots to the inch
  const uint64_t per_inch = density.length > 0 ? density.dots * 10'000 / density.length : 0;
  if (density.dots > 1'000'000 || per_inch < kLeast || per_inch > kMost) {
    return base::Length::points(int64_t{pixels} * 72, 96);
  }
  // Divided twice, so that the product stays within 64 bits.
  const auto length = static_cast<int64_t>(density.length);
  return base::Length::points(int64_t{pixels} * 72)
      .scaled(length, static_cast<int64_t>(density.dots) * 10'000);
}

void blacken(released::Picture& picture, const std::vector<PixelArea>& areas) {
  const auto samples = static_cast<size_t>(picture.colors);
  for (const PixelArea& area : areas) {
    for (uint32_t y = area.y; y < area.y + area.height; ++y) {
      const size_t first = size_t{y} * picture.width + area.x;
      std::fill_n(picture.samples.begin() + static_cast<std::ptrdiff_t>(first * samples),
                  area.width * samples, '\0');
      if (picture.alpha.empty()) continue;
      std::fill_n(picture.alpha.begin() + static_cast<std::ptrdiff_t>(first), area.width, '\xFF');
    }
  }
}

base::Result<Dimensions> measure(std::string_view bytes) {
  Dimensions dimensions;
  if (!is_png(bytes) && !is_jpeg(bytes)) return base::fail(unknown());
  Trouble trouble =
      is_png(bytes) ? measure_png(bytes, dimensions) : measure_jpeg(bytes, dimensions);
  if (trouble == Trouble::none && !fits(dimensions.width, dimensions.height)) {
    trouble = Trouble::too_large;
  }
  if (trouble != Trouble::none) return base::fail(diagnostic_of(trouble));
  return dimensions;
}

base::Result<released::Picture> decode(std::string_view bytes,
                                       const std::vector<PixelArea>& withheld) {
  if (const auto measured = measure(bytes); !measured) return base::fail(measured.error());
  released::Picture picture;
  const Trouble trouble =
      is_png(bytes) ? decode_png(bytes, withheld, picture) : decode_jpeg(bytes, withheld, picture);
  if (trouble != Trouble::none) return base::fail(diagnostic_of(trouble));
  return picture;
}

}  // namespace sable::picture
