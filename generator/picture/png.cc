// PNG (ISO/IEC 15948), by libpng's simplified interface: every colour type and depth,
// palettes, tRNS and interlaced files come out as eight bits of grey or sRGB, with
// alpha or without.

#include <png.h>

#include <algorithm>

#include "picture/format.h"

namespace sable::picture {

namespace {

using released::Colors;

constexpr std::string_view kSignature = "\x89PNG\r\n\x1A\n";
constexpr size_t kChunkFrame = 12;  // length, type and check sum of a chunk

uint32_t number_at(std::string_view bytes, size_t place) {
  uint32_t number = 0;
  for (size_t i = 0; i < 4; ++i) {
    number = number << 8 | static_cast<unsigned char>(bytes[place + i]);
  }
  return number;
}

struct Densities {
  Density x, y;
};

// The chunk pHYs (11.3.4.3): pixels to the metre, which is 39.3701 inches.
Densities densities_of(std::string_view bytes) {
  constexpr uint64_t kMetre = 393'701;
  constexpr size_t kPhysLength = 9;
  for (size_t at = kSignature.size(); at + kChunkFrame <= bytes.size();) {
    const size_t length = number_at(bytes, at);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (type == "IDAT" || length > bytes.size() - at - kChunkFrame) break;
    if (type == "pHYs" && length == kPhysLength && bytes[at + 16] == 1) {
      return {{number_at(bytes, at + 8), kMetre}, {number_at(bytes, at + 12), kMetre}};
    }
    at += length + kChunkFrame;
  }
  return {};
}

// libpng's image, freed with its owner.
class Image {
 public:
  explicit Image(std::string_view bytes) {
    image_.version = PNG_IMAGE_VERSION;
    open_ = png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()) != 0;
  }
  ~Image() { png_image_free(&image_); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  bool is_open() const { return open_; }
  Dimensions dimensions() const { return {image_.width, image_.height}; }
  bool has_color() const { return (image_.format & PNG_FORMAT_FLAG_COLOR) != 0; }
  bool has_alpha() const { return (image_.format & PNG_FORMAT_FLAG_ALPHA) != 0; }

  // Colour samples and, where it has them, those of alpha, pixel by pixel.
  bool read(std::string& pixels) {
    image_.format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
    // Deep samples without a word on their meaning are sRGB, as all others.
    image_.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    pixels.resize(PNG_IMAGE_SIZE(image_));
    return png_image_finish_read(&image_, nullptr, pixels.data(), 0, nullptr) != 0;
  }

 private:
  png_image image_{};
  bool open_ = false;
};

// Takes the alpha out from between the colours. What is wholly transparent is not
// seen, and its colours do not pass.
void split_alpha(const std::string& pixels, released::Picture& picture) {
  const auto colors = static_cast<size_t>(picture.colors);
  const size_t count = size_t{picture.width} * picture.height;
  picture.samples.resize(count * colors);
  picture.alpha.resize(count);
  for (size_t i = 0; i < count; ++i) {
    const char alpha = pixels[i * (colors + 1) + colors];
    picture.alpha[i] = alpha;
    for (size_t c = 0; c < colors; ++c) {
      picture.samples[i * colors + c] = alpha == 0 ? '\xFF' : pixels[i * (colors + 1) + c];
    }
  }
}

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with(kSignature); }

Trouble measure_png(std::string_view bytes, Dimensions& dimensions) {
  const Image image(bytes);
  if (!image.is_open()) return Trouble::damaged;
  dimensions = image.dimensions();
  return Trouble::none;
}

Trouble decode_png(std::string_view bytes, const std::vector<released::PixelArea>& withheld,
                   released::Picture& picture) {
  Image image(bytes);
  if (!image.is_open()) return Trouble::damaged;
  const auto [width, height] = image.dimensions();
  picture.width = width;
  picture.height = height;
  picture.colors = image.has_color() ? Colors::rgb : Colors::gray;
  const Densities densities = densities_of(bytes);
  picture.size = {on_paper(width, densities.x), on_paper(height, densities.y)};
  std::string pixels;
  if (!image.read(pixels)) return Trouble::damaged;
  if (image.has_alpha()) {
    split_alpha(pixels, picture);
  } else {
    picture.samples = std::move(pixels);
  }
  blacken(picture, withheld);
  const auto is_opaque = [](char alpha) { return alpha == '\xFF'; };
  if (std::all_of(picture.alpha.begin(), picture.alpha.end(), is_opaque)) picture.alpha = {};
  return Trouble::none;
}

}  // namespace sable::picture
