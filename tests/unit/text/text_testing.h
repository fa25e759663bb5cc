// What the tests of this room share: the fonts of the manifest, and shaped runs
// as one line of text.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/world.h"
#include "text/breaks.h"
#include "text/font.h"
#include "text/shaper.h"

namespace sable::text::testing {

struct Manifest {
  std::vector<FontEntry> fonts;
  std::vector<HyphenPatterns> hyphenation;
};

// fonts/manifest.yaml, by its lines of "key: value".
Manifest read_manifest();

// A file of the disk; fails the test if there is none.
std::string read_disk(const std::string& path);

// One face in memory, under the family "Test".
FontEntry add_font(base::MemoryWorld& world, const std::string& file, const std::string& bytes);

// The glyphs in visual order, separated by blanks: "36@0+1=1215" is glyph 36 for
// one byte from offset 0, 1215 units wide; "@0,18" behind it is an offset.
std::string glyphs_of(const ShapedRun& run);

// A shaper over the manifest's fonts.
struct Bench {
  std::unique_ptr<base::World> world = base::disk_world();
  std::shared_ptr<FontBook> fonts = std::make_shared<FontBook>(*world, read_manifest().fonts);
  Shaper shaper{fonts};

  FontId font(const std::string& family, bool italic = false, uint16_t weight = 400);
  // In Liberation Serif of 10 pt, in English.
  ShapeRequest request(std::string_view text);
  std::string glyphs(std::string_view text) { return glyphs_of(*shaper.shape(request(text))); }
};

}  // namespace sable::text::testing
