#include "picture/exif.h"

#include <optional>
#include <utility>

namespace sable::picture {

namespace {

constexpr std::string_view kExif{"Exif\0\0", 6};
constexpr uint32_t kOrientation = 0x0112;
constexpr uint32_t kShort = 3;  // the type of a field: 16 bits
constexpr size_t kFieldSize = 12;

// A TIFF structure, in the order of bytes that it declares.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}

  bool is_sound() const {
    return (bytes_.starts_with("MM") || bytes_.starts_with("II")) && number(2, 2) == 42u;
  }

  std::optional<uint32_t> number(size_t place, size_t size) const {
    if (place > bytes_.size() || size > bytes_.size() - place) return std::nullopt;
    uint32_t number = 0;
    for (size_t i = 0; i < size; ++i) {
      const size_t at = place + (big_ ? i : size - 1 - i);
      number = number << 8 | static_cast<unsigned char>(bytes_[at]);
    }
    return number;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

}  // namespace

int orientation_of(std::string_view segment) {
  if (!segment.starts_with(kExif)) return 1;
  const Tiff tiff(segment.substr(kExif.size()));
  if (!tiff.is_sound()) return 1;
  const std::optional<uint32_t> directory = tiff.number(4, 4);
  const std::optional<uint32_t> count = directory ? tiff.number(*directory, 2) : std::nullopt;
  if (!count) return 1;
  for (size_t i = 0; i < *count; ++i) {
    const size_t field = size_t{*directory} + 2 + i * kFieldSize;
    if (tiff.number(field, 2) != kOrientation) continue;
    if (tiff.number(field + 2, 2) != kShort) return 1;
    const uint32_t value = tiff.number(field + 8, 2).value_or(1);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

Turn::Turn(int orientation, Dimensions stored)
    : swapped_(orientation >= 5),
      mirrored_x_(orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7),
      mirrored_y_(orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8),
      upright_(stored) {
  if (swapped_) std::swap(upright_.width, upright_.height);
}

size_t Turn::place(uint32_t x, uint32_t y) const {
  if (swapped_) std::swap(x, y);
  if (mirrored_x_) x = upright_.width - 1 - x;
  if (mirrored_y_) y = upright_.height - 1 - y;
  return size_t{y} * upright_.width + x;
}

released::PixelArea Turn::stored_area(const released::PixelArea& area) const {
  released::PixelArea stored = area;
  if (mirrored_x_) stored.x = upright_.width - area.x - area.width;
  if (mirrored_y_) stored.y = upright_.height - area.y - area.height;
  if (!swapped_) return stored;
  return {stored.y, stored.x, stored.height, stored.width};
}

}  // namespace sable::picture
