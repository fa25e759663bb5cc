// Implements face.h.
#include "text/face.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "text/sfnt.h"

namespace sable::text {

void HarfBuzzRelease::operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
void HarfBuzzRelease::operator()(hb_face_t* face) const { hb_face_destroy(face); }
void HarfBuzzRelease::operator()(hb_font_t* font) const { hb_font_destroy(font); }

namespace {

using Face = FontBook::Face;

// One of the font's own metrics, or what stands in for a missing one.
int32_t metric(const Face& face, hb_ot_metrics_tag_t tag, int32_t otherwise) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(face.font.get(), tag, &value) ? value : otherwise;
}

// The height of a letter's outline above the baseline, for fonts whose OS/2
// table is older than version 2.
int32_t letter_height(const Face& face, char32_t letter, int32_t otherwise) {
  hb_glyph_extents_t extents;
  const uint16_t glyph = nominal_glyph(face, letter);
  if (glyph == 0 || !hb_font_get_glyph_extents(face.font.get(), glyph, &extents)) return otherwise;
  return extents.y_bearing;
}

int32_t height(const Face& face, hb_ot_metrics_tag_t tag, char32_t letter, int32_t otherwise) {
  const int32_t declared = metric(face, tag, 0);
  return declared > 0 ? declared : letter_height(face, letter, otherwise);
}

int32_t thickness(const Face& face, hb_ot_metrics_tag_t tag, int32_t otherwise) {
  const int32_t declared = metric(face, tag, 0);
  return declared > 0 ? declared : otherwise;
}

// OpenType 1.9, OS/2, hhea, head, post. HarfBuzz takes ascender and descender
// from OS/2's typographic ones if fsSelection says USE_TYPO_METRICS, else from
// hhea, as browsers do.
FontMetrics read_metrics(const Face& face, const Sfnt& sfnt) {
  const auto units = static_cast<int32_t>(hb_face_get_upem(face.face.get()));
  FontMetrics metrics;
  metrics.units_per_em = static_cast<uint32_t>(units);
  metrics.ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, units * 4 / 5);
  metrics.descent = std::abs(metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, units / 5));
  metrics.cap_height = height(face, HB_OT_METRICS_TAG_CAP_HEIGHT, U'H', units * 7 / 10);
  metrics.x_height = height(face, HB_OT_METRICS_TAG_X_HEIGHT, U'x', units / 2);
  metrics.underline_position = -metric(face, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -units / 10);
  metrics.underline_thickness = thickness(face, HB_OT_METRICS_TAG_UNDERLINE_SIZE, units / 20);
  metrics.strikeout_position =
      metric(face, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, metrics.x_height * 3 / 5);
  metrics.strikeout_thickness =
      thickness(face, HB_OT_METRICS_TAG_STRIKEOUT_SIZE, metrics.underline_thickness);
  const std::string_view head = sfnt.table("head");
  for (size_t i = 0; i < 4; ++i) metrics.bbox[i] = i16_at(head, 36 + 2 * i);
  metrics.italic_angle = i32_at(sfnt.table("post"), 4);
  return metrics;
}

// ISO 32000-1, 7.3.5 and Adobe Technote 5902: printable ASCII without
// delimiters, at most 63 characters.
bool allowed_in_postscript_name(char c) {
  constexpr std::string_view kDelimiters = "[](){}<>/%";
  return c > ' ' && c <= '~' && kDelimiters.find(c) == std::string_view::npos;
}

std::string clean_postscript_name(std::string_view name) {
  std::string clean;
  std::copy_if(name.begin(), name.end(), std::back_inserter(clean), allowed_in_postscript_name);
  clean.resize(std::min<size_t>(clean.size(), 63));
  return clean;
}

// Name 6, or one made of the family and style for a font without it.
std::string read_postscript_name(const Face& face, const FontEntry& entry) {
  char name[256];
  unsigned int size = sizeof name;
  hb_ot_name_get_utf8(face.face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME,
                      hb_language_from_string("en", -1), &size, name);
  std::string clean = clean_postscript_name(std::string_view(name, size));
  if (!clean.empty()) return clean;
  return clean_postscript_name(
      fmt::format("{}-{}{}", entry.family, entry.weight, entry.italic ? "Italic" : ""));
}

std::vector<int32_t> read_advances(const Face& face) {
  const unsigned int count = hb_face_get_glyph_count(face.face.get());
  std::vector<hb_codepoint_t> glyphs(count);
  std::iota(glyphs.begin(), glyphs.end(), 0u);
  std::vector<int32_t> advances(count);
  hb_font_get_glyph_h_advances(face.font.get(), count, glyphs.data(), sizeof(hb_codepoint_t),
                               advances.data(), sizeof(int32_t));
  return advances;
}

uint16_t look_up(const Face& face, char32_t code_point) {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(face.font.get(), code_point, &glyph);
  return static_cast<uint16_t>(glyph);
}

void open_harfbuzz(Face& face) {
  face.blob.reset(hb_blob_create(face.bytes.data(), static_cast<unsigned int>(face.bytes.size()),
                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  face.face.reset(hb_face_create(face.blob.get(), 0));
  face.font.reset(hb_font_create(face.face.get()));
  const auto units = static_cast<int>(hb_face_get_upem(face.face.get()));
  hb_font_set_scale(face.font.get(), units, units);
  hb_face_make_immutable(face.face.get());
  hb_font_make_immutable(face.font.get());
}

base::Diagnostic unusable(const FontEntry& entry, const char* code, const std::string& why) {
  return base::error_without_place(
      base::Fault::input, code,
      fmt::format("the font file {} of {} cannot be used: {}", entry.file, entry.family, why),
      "name another font file in the font manifest");
}

}  // namespace

base::Result<std::unique_ptr<Face>> open_face(const FontEntry& entry, std::string bytes) {
  if (const auto damage = find_damage(bytes)) {
    return base::fail(unusable(entry, "SBL0804", *damage));
  }
  auto face = std::make_unique<Face>();
  face->bytes = std::move(bytes);
  const Sfnt sfnt = *Sfnt::parse(face->bytes);
  if (const auto ban = find_embedding_ban(sfnt)) {
    return base::fail(unusable(entry, "SBL0805", *ban));
  }
  open_harfbuzz(*face);
  face->cff = sfnt.is_cff();
  for (size_t i = 0; i < Face::kDirect; ++i) {
    face->direct[i] = look_up(*face, static_cast<char32_t>(i));
  }
  face->advances = read_advances(*face);
  face->metrics = read_metrics(*face, sfnt);
  face->postscript_name = read_postscript_name(*face, entry);
  return face;
}

uint16_t nominal_glyph(const Face& face, char32_t code_point) {
  return code_point < Face::kDirect ? face.direct[code_point] : look_up(face, code_point);
}

}  // namespace sable::text
