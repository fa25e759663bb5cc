#include "layout/context.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace sable::layout {

namespace {

// Characters that are drawn by nothing and so need no glyph of their own.
bool needs_no_glyph(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

}  // namespace

std::string feature_list(const style::ComputedStyle& style) {
  if (style.caps == style::Caps::normal) return style.features;
  return style.features.empty() ? "smcp" : "smcp," + style.features;
}

const std::vector<text::FontId>& Context::faces(const style::ComputedStyle& style) {
  const FaceKey key{style.families, style.slant, style.weight};
  if (last_faces_ != nullptr && key == last_key_) return *last_faces_;
  auto [entry, fresh] = faces_.try_emplace(key);
  if (fresh) {
    const bool italic = style.slant == style::FontSlant::italic;
    base::Diagnostics missing;
    for (const std::string& family : input.styled.families[style.families]) {
      auto found = input.shaper->fonts().find({family}, italic, style.weight);
      if (found)
        entry->second.push_back(*found);
      else if (missing.empty())
        missing = std::move(found.error());
      // A family that is there in part, or damaged, is not passed over.
      if (!found && missing.front().code != "SBL0800") break;
    }
    if (entry->second.empty()) {
      for (base::Diagnostic& diagnostic : missing) problem(std::move(diagnostic));
    }
  }
  last_key_ = key;
  last_faces_ = &entry->second;
  return entry->second;
}

base::Length Context::font_length(const style::ComputedStyle& style,
                                  int32_t text::FontMetrics::*metric) {
  const std::vector<text::FontId>& all = faces(style);
  if (all.empty()) return {};
  const text::FontMetrics& metrics = input.shaper->fonts().metrics(all.front());
  return style.font_size.scaled(metrics.*metric, metrics.units_per_em);
}

base::Length Context::ascent(const style::ComputedStyle& style) {
  return font_length(style, &text::FontMetrics::ascent);
}

base::Length Context::descent(const style::ComputedStyle& style) {
  return font_length(style, &text::FontMetrics::descent);
}

base::Length Context::cap_height(const style::ComputedStyle& style) {
  return font_length(style, &text::FontMetrics::cap_height);
}

text::ShapeRequest Context::request(const TextPiece& piece, const style::ComputedStyle& style,
                                    text::FontId font) {
  text::ShapeRequest request;
  request.text = piece.text;
  request.shape = piece.shape;
  request.font = font;
  request.size = style.font_size;
  request.letter_spacing = style.letter_spacing;
  if (style.caps != style::Caps::normal) {
    features_ = feature_list(style);
    request.features = features_;
  } else {
    request.features = style.features;
  }
  request.language = style.language;
  return request;
}

const text::ShapedRun* Context::shape_simple(std::string_view text,
                                             const style::ComputedStyle& style) {
  const std::vector<text::FontId>& all = faces(style);
  return all.empty() ? nullptr : input.shaper->shape(request({text}, style, all.front()));
}

const text::ShapedRun* Context::hyphen(const style::ComputedStyle& style) {
  const std::vector<text::FontId>& all = faces(style);
  return all.empty() ? nullptr : input.shaper->hyphen(request({}, style, all.front()));
}

text::FontId Context::face_for(char32_t code_point, const std::vector<text::FontId>& all,
                               const markup::Provenance& provenance) {
  if (needs_no_glyph(code_point)) return all.front();
  for (const text::FontId face : all) {
    if (input.shaper->fonts().has_glyph(face, code_point)) return face;
  }
  if (std::find(missing_.begin(), missing_.end(), code_point) == missing_.end()) {
    missing_.push_back(code_point);
    base::Diagnostic diagnostic = base::error_without_place(
        base::Fault::input, "SBL0850",
        fmt::format("no font of this style has the character U+{:04X}",
                    static_cast<uint32_t>(code_point)),
        "write it another way, or add a family that has it to the font list of the style sheet");
    if (provenance.ordinal != markup::Provenance::kNone)
      diagnostic.ordinal = provenance.ordinal;
    else
      diagnostic.span = provenance.template_place;
    problem(std::move(diagnostic));
  }
  return all.front();
}

void Context::shape(const TextPiece& piece, const style::ComputedStyle& style,
                    const markup::Provenance& provenance,
                    std::vector<const text::ShapedRun*>& runs) {
  const std::vector<text::FontId>& all = faces(style);
  const std::string_view text = piece.text;
  if (all.empty() || text.empty()) return;
  const text::ShapedRun* whole = input.shaper->shape(request(piece, style, all.front()));
  if (!whole->missing) {
    runs.push_back(whole);
    return;
  }
  size_t begin = 0;
  text::FontId current = all.front();
  for (size_t offset = 0; offset < text.size();) {
    const size_t at = offset;
    const text::FontId face = face_for(base::next_code_point(text, offset), all, provenance);
    if (face == current) continue;
    if (at > begin) {
      runs.push_back(input.shaper->shape(
          request({text.substr(begin, at - begin), piece.shape}, style, current)));
    }
    begin = at;
    current = face;
  }
  runs.push_back(input.shaper->shape(request({text.substr(begin), piece.shape}, style, current)));
}

}  // namespace sable::layout
