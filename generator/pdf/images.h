// Pictures as image XObjects (ISO 32000-1, 8.9.5), drawings as form XObjects (8.10).
//
// In:  the pictures that the pages show.
// Out: a stream for each, and one for its alpha as a soft mask (11.6.5.3).
//
// Colours are DeviceGray and DeviceRGB, which the output intent defines (ISO 19005-2,
// 6.2.4.3). Samples are stored in the least form that says the same: one bit, a
// palette, grey or RGB.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/pages.h"
#include "pdf/haru.h"

namespace sable::pdf {

// The data of an image, without the entries that name other objects.
struct ImageStream {
  std::string entries;
  std::string bytes;
};

ImageStream image_stream(const released::Picture& picture);
// The alpha of a picture that has some.
ImageStream mask_stream(const released::Picture& picture);

// The object of each of Pages::pictures; 0 for one that no page shows.
std::vector<uint32_t> write_images(const layout::Pages& pages, Document& document);

}  // namespace sable::pdf
