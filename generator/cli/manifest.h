// The font manifest: the files of other packages that a page is made of.
//
// In:  fonts/manifest.yaml.
// Out: fonts and hyphenation patterns for the text room, the colour profile for
//      the PDF. A line breaks where these say, so the digest of each font is
//      part of the manifest.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"
#include "text/breaks.h"
#include "text/font.h"

namespace sable::cli {

// The ICC profile of the output intent (ISO 19005-2, 6.2.3).
struct ColorProfile {
  std::string file;
  std::string package;
  std::string sha256;
};

struct Manifest {
  std::vector<text::FontEntry> fonts;
  std::vector<std::string> fallbacks;  // families, for characters that a style's own lack
  std::vector<text::HyphenPatterns> hyphenation;
  ColorProfile color_profile;
};

base::Result<Manifest> load_manifest(const base::World& world, base::SourceSet& sources,
                                     const std::string& path);

// The profile's bytes. An error names the package that installs the file, or
// says that the file is not the one of the manifest.
base::Result<std::string> load_color_profile(const base::World& world, const ColorProfile& profile);

}  // namespace sable::cli
