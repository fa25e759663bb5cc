// Implements shaper.h.
#include "text/shaper.h"

#include <hb.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "text/clusters.h"
#include "text/face.h"
#include "text/letter_case.h"
#include "text/run_table.h"
#include "text/script.h"
#include "text/shape_style.h"

namespace sable::text {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr char32_t kHyphen = U'\u2010';

struct BufferRelease {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, BufferRelease>;

std::vector<Glyph> read_glyphs(hb_buffer_t* buffer) {
  unsigned int count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, nullptr);
  std::vector<Glyph> glyphs(count);
  for (unsigned int i = 0; i < count; ++i) {
    glyphs[i].id = static_cast<uint16_t>(infos[i].codepoint);
    glyphs[i].text_begin = infos[i].cluster;
    glyphs[i].advance = places[i].x_advance;
    glyphs[i].x_offset = places[i].x_offset;
    glyphs[i].y_offset = places[i].y_offset;
  }
  return glyphs;
}

// Each character's capitals belong to its own cluster: they stand for its bytes.
void add_capitals(hb_buffer_t* buffer, std::string_view text, const std::string& language) {
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    base::next_code_point(text, offset);
    const std::string capitals = upper_case(text.substr(begin, offset - begin), language);
    for (size_t at = 0; at < capitals.size();) {
      hb_buffer_add(buffer, base::next_code_point(capitals, at), static_cast<unsigned>(begin));
    }
  }
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

// A joiner in the context, which is not drawn, stands for the letter that is
// joined to: the forms of this run do not depend on anything else of it.
void add_text(hb_buffer_t* buffer, std::string_view text, const RunShape& shape) {
  const auto length = static_cast<int>(text.size());
  if (!shape.joins_before && !shape.joins_after) {
    hb_buffer_add_utf8(buffer, text.data(), length, 0, length);
    return;
  }
  constexpr std::string_view kJoiner = "\u200D";
  const std::string_view before = shape.joins_before ? kJoiner : std::string_view();
  std::string whole(before);
  whole += text;
  if (shape.joins_after) whole += kJoiner;
  const auto begin = static_cast<unsigned int>(before.size());
  hb_buffer_add_utf8(buffer, whole.data(), static_cast<int>(whole.size()), begin, length);
  // HarfBuzz counts clusters from the start of the context.
  unsigned int count = 0;
  hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  for (unsigned int i = 0; i < count; ++i) infos[i].cluster -= begin;
}

base::Length total_advance(const ShapeStyle& style, const std::vector<Glyph>& glyphs,
                           uint32_t units_per_em) {
  int64_t units = 0, spaced = 0;
  for (const Glyph& glyph : glyphs) {
    units += glyph.advance;
    if (glyph.advance != 0) ++spaced;
  }
  return style.size.scaled(units, units_per_em) + style.letter_spacing * spaced;
}

}  // namespace

struct Shaper::Cache {
  ShapeStyles styles;
  RunTable runs;
  Buffer buffer{hb_buffer_create()};

  const ShapedRun* run(const ShapeStyle& style, std::string_view text, const FontBook::Face& face);
  ShapedRun shape(const ShapeStyle& style, std::string_view drawn, const FontBook::Face& face);
};

// Shapes `drawn` as one run. HarfBuzz's default clusters are graphemes, so that
// a mark belongs to its letter.
ShapedRun Shaper::Cache::shape(const ShapeStyle& style, std::string_view drawn,
                               const FontBook::Face& face) {
  ScriptRun script = resolve_script(drawn, style.usual_script);
  if (style.shape.direction != RunDirection::of_script) {
    script.direction =
        style.shape.direction == RunDirection::right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
  }
  hb_buffer_clear_contents(buffer.get());
  if (style.shape.capitals)
    add_capitals(buffer.get(), drawn, style.language);
  else
    add_text(buffer.get(), drawn, style.shape);
  hb_buffer_set_script(buffer.get(), script.script);
  hb_buffer_set_direction(buffer.get(), script.direction);
  hb_buffer_set_language(buffer.get(), style.hb_language);
  hb_shape(face.font.get(), buffer.get(), style.hb_features.data(),
           static_cast<unsigned int>(style.hb_features.size()));

  ShapedRun run;
  run.font = style.font;
  run.size = style.size;
  run.letter_spacing = style.letter_spacing;
  run.text = drawn;
  run.glyphs = read_glyphs(buffer.get());
  run.right_to_left = script.direction == HB_DIRECTION_RTL;
  assign_text(run.glyphs, drawn, run.right_to_left);
  run.advance = total_advance(style, run.glyphs, face.metrics.units_per_em);
  run.missing = std::any_of(run.glyphs.begin(), run.glyphs.end(),
                            [](const Glyph& glyph) { return glyph.id == 0; });
  return run;
}

const ShapedRun* Shaper::Cache::run(const ShapeStyle& style, std::string_view text,
                                    const FontBook::Face& face) {
  const uint64_t hash = hash_text(style.id, text);
  if (const ShapedRun* known = runs.find(hash, style.id, text)) return known;
  if (!style.hyphen) return runs.add(hash, style.id, shape(style, text, face));

  ShapedRun hyphen = shape(style, nominal_glyph(face, kHyphen) != 0 ? "\u2010" : "-", face);
  hyphen.text = text;
  assign_text(hyphen.glyphs, text, false);
  return runs.add(hash, style.id, std::move(hyphen));
}

Shaper::Shaper(std::shared_ptr<FontBook> fonts)
    : fonts_(std::move(fonts)), cache_(std::make_unique<Cache>()) {}

Shaper::~Shaper() = default;

const ShapedRun* Shaper::shape(const ShapeRequest& request) {
  return cache_->run(cache_->styles.intern(request, false), request.text,
                     fonts_->face(request.font));
}

const ShapedRun* Shaper::hyphen(const ShapeRequest& like) {
  return cache_->run(cache_->styles.intern(like, true), kSoftHyphen, fonts_->face(like.font));
}

}  // namespace sable::text
