// Fonts: those of the manifest, and no others.
//
// In:  manifest entries (family, style, weight, file, package, SHA-256).
// Out: faces with metrics and bytes.
//
// Nothing is guessed as fontconfig would: a family that the manifest does not
// list is an error, and so is a file whose bytes are not those of its digest,
// since lines would break elsewhere.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/world.h"

namespace sable::text {

struct FontEntry {
  std::string family;  // "Liberation Serif"
  bool italic = false;
  uint16_t weight = 400;
  std::string file;     // absolute path
  std::string package;  // Debian package that installs it
  std::string sha256;   // hex
};

using FontId = uint16_t;

// In font units; multiply by size / units_per_em.
struct FontMetrics {
  uint32_t units_per_em = 1000;
  int32_t ascent = 0;   // above the baseline, positive
  int32_t descent = 0;  // below the baseline, positive
  int32_t cap_height = 0;
  int32_t x_height = 0;
  int32_t underline_position = 0;  // of its top, below the baseline, positive
  int32_t underline_thickness = 0;
  int32_t strikeout_position = 0;  // of its top, above the baseline, positive
  int32_t strikeout_thickness = 0;
  int32_t bbox[4] = {0, 0, 0, 0};  // head: xMin yMin xMax yMax
  int32_t italic_angle = 0;        // in 1/65536 degrees, counter-clockwise
};

// The faces of a run. Faces are opened when first asked for.
// Safe to read from several threads once a face is open.
class FontBook {
 public:
  // `fallbacks` are families, in order of preference.
  FontBook(const base::World& world, std::vector<FontEntry> entries,
           std::vector<std::string> fallbacks = {});
  ~FontBook();
  FontBook(const FontBook&) = delete;
  FontBook& operator=(const FontBook&) = delete;

  // The face of the first listed family that the manifest has, nearest in
  // weight, in the asked slant. Errors name the missing file's package.
  base::Result<FontId> find(const std::vector<std::string>& families, bool italic, uint16_t weight);

  // Families for characters that those of a style lack. A script that knows no
  // italics is set upright: their slant is a wish.
  size_t fallback_count() const;
  base::Result<FontId> find_fallback(size_t index, bool italic, uint16_t weight);

  const FontEntry& entry(FontId id) const;
  const FontMetrics& metrics(FontId id) const;
  std::string_view bytes(FontId id) const;  // the whole font file
  std::string postscript_name(FontId id) const;
  bool has_glyph(FontId id, char32_t code_point) const;
  // Whether its GSUB table has a feature of that four-letter tag.
  bool has_feature(FontId id, std::string_view tag) const;
  // Advance width of a glyph in font units.
  int32_t advance(FontId id, uint16_t glyph) const;
  // Outlines are CFF ("OTTO") rather than TrueType.
  bool is_cff(FontId id) const;

  struct Face;  // HarfBuzz's types stay inside
  const Face& face(FontId id) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sable::text
