// The fonts of an SVG: those of the manifest, and no others.
//
// In:  the families that it asks for.
// Out: files to draw it with, or what is wrong, without a place.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace sable::picture {

// A face as the manifest lists it.
struct FontFile {
  std::string family;
  std::string path;
  std::string sha256;  // hex
  bool operator==(const FontFile&) const = default;
};

struct FontStock {
  std::vector<FontFile> files;
  std::vector<std::string> fallbacks;  // families, in order
};

// What one SVG is drawn with.
struct FontChoice {
  std::vector<FontFile> files;
  // Of each family its files, for characters that `files` do not have.
  std::vector<std::vector<FontFile>> fallbacks;
  // A name that stands for one of the families: "Arial" for "Liberation Sans".
  std::vector<std::pair<std::string, std::string>> aliases;
  bool operator==(const FontChoice&) const = default;
};

// `lists`: values of font-family. Of each the first family counts that the stock has,
// or has one of the same widths for.
base::Result<FontChoice> choose_fonts(const std::vector<std::string>& lists,
                                      const FontStock& stock);

}  // namespace sable::picture
