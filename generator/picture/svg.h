// SVG (SVG 1.1, second edition) made safe to draw.
//
// In:  the bytes of a file.
// Out: an SVG written anew that holds nothing but what can be drawn, its size, and the
//      fonts and characters that it asks for; or what is wrong with it, without a place.
//
// Titles, descriptions, metadata, comments, editors' elements and attributes, and what
// is not displayed are left out. Scripts, entities and whatever leads out of the file
// are errors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"

namespace sable::picture {

// What a file may have.
constexpr size_t kMostSvgBytes = 16u << 20;
constexpr size_t kMostElements = 200'000;
constexpr size_t kDeepestElement = 200;
constexpr int64_t kLongestSvgSide = 14'400;  // points: 200 inches

struct Svg {
  std::string text;
  base::Size size;                      // on paper, a pixel being 1/96 inch (CSS Values 4, 6.2)
  std::vector<std::string> font_lists;  // what each font-family says; in order, each once
  std::u32string characters;            // of all texts, sorted, each once
};

bool is_svg(std::string_view bytes);

base::Result<Svg> read_svg(std::string_view bytes);

}  // namespace sable::picture
