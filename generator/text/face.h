// An opened font file.
//
// In:  a manifest entry and the bytes of its file.
// Out: HarfBuzz's face and font, scaled so that one unit is a font unit, and
//      what other stages ask for often, as plain arrays.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "text/font.h"

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;

namespace sable::text {

struct HarfBuzzRelease {
  void operator()(hb_blob_t* blob) const;
  void operator()(hb_face_t* face) const;
  void operator()(hb_font_t* font) const;
};

// Immutable once opened. HarfBuzz's objects are immutable too, so that several
// threads may shape with one face.
struct FontBook::Face {
  // Code points below this are looked up in `direct`: Latin, Greek, Cyrillic.
  static constexpr size_t kDirect = 0x530;

  std::string bytes;
  std::unique_ptr<hb_blob_t, HarfBuzzRelease> blob;
  std::unique_ptr<hb_face_t, HarfBuzzRelease> face;
  std::unique_ptr<hb_font_t, HarfBuzzRelease> font;
  FontMetrics metrics;
  std::string postscript_name;
  bool cff = false;
  std::vector<int32_t> advances;         // of each glyph
  std::array<uint16_t, kDirect> direct;  // nominal glyphs; 0 for none
};

// Fails (SBL0804, SBL0805) if the file is damaged or may not be embedded.
base::Result<std::unique_ptr<FontBook::Face>> open_face(const FontEntry& entry, std::string bytes);

// The glyph of a single code point; 0 for none.
uint16_t nominal_glyph(const FontBook::Face& face, char32_t code_point);

}  // namespace sable::text
