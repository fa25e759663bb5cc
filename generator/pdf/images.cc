#include "pdf/images.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "pdf/deflate.h"
#include "pdf/drawings.h"
#include "pdf/number.h"
#include "pdf/predictor.h"
#include "pdf/strings.h"

namespace sable::pdf {

namespace {

using released::Colors;
using released::Picture;

// Of libdeflate: samples are many, and gain little beyond it.
constexpr int kPictureLevel = 6;
constexpr size_t kMostColors = 256;

void append_entry(std::string& out, const char* key, uint64_t number) {
  out += key;
  out += ' ';
  append_integer(out, static_cast<int64_t>(number));
}

// "/Type/XObject/Subtype/Image/Width 4/Height 3/ColorSpace…/BitsPerComponent 8"
std::string head(const Picture& picture, std::string_view space, unsigned bits) {
  std::string entries = "/Type/XObject/Subtype/Image";
  append_entry(entries, "/Width", picture.width);
  append_entry(entries, "/Height", picture.height);
  entries += "/ColorSpace";
  entries += space;
  append_entry(entries, "/BitsPerComponent", bits);
  return entries;
}

ImageStream flate(std::string entries, std::string_view bytes) {
  entries += "/Filter/FlateDecode";
  return {std::move(entries), Deflater(kPictureLevel).compress(bytes)};
}

ImageStream with_predictor(const Picture& picture, std::string_view samples, Colors colors) {
  const size_t channels = static_cast<size_t>(colors);
  const size_t row = picture.width * channels;
  std::string entries = head(picture, colors == Colors::gray ? "/DeviceGray" : "/DeviceRGB", 8);
  entries += "/DecodeParms<</Predictor 15";
  append_entry(entries, "/Colors", channels);
  append_entry(entries, "/Columns", picture.width);
  entries += ">>";
  return flate(std::move(entries), predicted(samples, row, channels));
}

// Rows of numbers below 2^bits, as many to a byte as go into it; each row begins with
// a byte (8.9.3).
std::string packed(std::string_view numbers, size_t width, unsigned bits) {
  const size_t share = 8 / bits;
  const size_t height = width > 0 ? numbers.size() / width : 0;
  std::string out;
  out.reserve((width + share - 1) / share * height);
  for (size_t y = 0; y < height; ++y) {
    for (size_t x = 0; x < width; x += share) {
      unsigned byte = 0;
      for (size_t i = 0; i < share; ++i) {
        const size_t at = x + i;
        const unsigned number =
            at < width ? static_cast<unsigned char>(numbers[y * width + at]) : 0;
        byte = byte << bits | number;
      }
      out += static_cast<char>(byte);
    }
  }
  return out;
}

bool is_bilevel(std::string_view samples) {
  return std::all_of(samples.begin(), samples.end(),
                     [](char sample) { return sample == '\0' || sample == '\xFF'; });
}

ImageStream gray_stream(const Picture& picture, std::string_view samples) {
  if (!is_bilevel(samples)) return with_predictor(picture, samples, Colors::gray);
  std::string bits(samples);
  for (char& sample : bits) sample = sample == '\0' ? '\0' : '\1';
  return flate(head(picture, "/DeviceGray", 1), packed(bits, picture.width, 1));
}

// The samples of one channel, where all three are the same everywhere.
std::optional<std::string> gray_of(std::string_view rgb) {
  std::string gray;
  for (size_t i = 0; i < rgb.size(); i += 3) {
    if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) return std::nullopt;
  }
  gray.reserve(rgb.size() / 3);
  for (size_t i = 0; i < rgb.size(); i += 3) gray += rgb[i];
  return gray;
}

// A picture in few colours, in the order in which they first stand in it.
struct Indexed {
  std::string colors;   // three bytes each
  std::string numbers;  // of the pixels
};

std::optional<Indexed> indexed(std::string_view rgb) {
  Indexed made;
  std::unordered_map<uint32_t, uint8_t> numbers;  // looked up alone: its order is not used
  made.numbers.reserve(rgb.size() / 3);
  for (size_t i = 0; i < rgb.size(); i += 3) {
    const auto byte = [&](size_t at) {
      return static_cast<uint32_t>(static_cast<uint8_t>(rgb[at]));
    };
    const uint32_t color = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    const auto [place, fresh] = numbers.emplace(color, static_cast<uint8_t>(numbers.size()));
    if (fresh) {
      if (numbers.size() > kMostColors) return std::nullopt;
      made.colors += rgb.substr(i, 3);
    }
    made.numbers += static_cast<char>(place->second);
  }
  return made;
}

// ISO 32000-1, 8.6.6.3. PNG's predictors do not help with numbers of colours.
ImageStream indexed_stream(const Picture& picture, const Indexed& from) {
  const size_t count = from.colors.size() / 3;
  const unsigned bits = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
  std::string space = "[/Indexed/DeviceRGB ";
  append_integer(space, static_cast<int64_t>(count - 1));
  append_hex_string(space, from.colors);
  space += ']';
  return flate(head(picture, space, bits), packed(from.numbers, picture.width, bits));
}

}  // namespace

ImageStream image_stream(const Picture& picture) {
  if (!picture.jpeg.empty()) {
    const bool gray = picture.colors == Colors::gray;
    return {head(picture, gray ? "/DeviceGray" : "/DeviceRGB", 8) + "/Filter/DCTDecode",
            picture.jpeg};
  }
  if (picture.colors == Colors::gray) return gray_stream(picture, picture.samples);
  if (const auto gray = gray_of(picture.samples)) return gray_stream(picture, *gray);
  if (const auto few = indexed(picture.samples)) return indexed_stream(picture, *few);
  return with_predictor(picture, picture.samples, Colors::rgb);
}

ImageStream mask_stream(const Picture& picture) { return gray_stream(picture, picture.alpha); }

namespace {

uint32_t write_samples(const Picture& picture, Document& document) {
  ImageStream stream = image_stream(picture);
  if (!picture.alpha.empty()) {
    ImageStream mask = mask_stream(picture);
    const uint32_t object = document.add_object();
    document.set_stream(object, std::move(mask.entries), std::move(mask.bytes));
    stream.entries += "/SMask ";
    append_reference(stream.entries, object);
  }
  const uint32_t object = document.add_object();
  document.set_stream(object, std::move(stream.entries), std::move(stream.bytes));
  return object;
}

}  // namespace

std::vector<uint32_t> write_images(const layout::Pages& pages, Document& document) {
  std::vector<uint32_t> objects(pages.pictures.size());
  for (const layout::Page& page : pages.pages) {
    for (const layout::Fragment& fragment : page.fragments) {
      const auto* image = std::get_if<layout::Image>(&fragment.item);
      if (image == nullptr || objects[image->picture] != 0) continue;
      const Picture& picture = *pages.pictures[image->picture];
      objects[image->picture] = picture.drawing ? write_drawing(*picture.drawing, document)
                                                : write_samples(picture, document);
    }
  }
  return objects;
}

}  // namespace sable::pdf
