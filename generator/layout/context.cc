#include "layout/context.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/letter_case.h"

namespace sable::layout {

namespace {

// The size of capitals that stand for small ones, in hundredths of the text's: they
// are as high as the usual small capitals, a little higher than an x.
constexpr int64_t kSmallCapital = 80;

// Part of a run's text, in whole clusters.
struct Stretch {
  uint32_t begin = 0, end = 0;
  bool missing = false;  // the font lacks a character of each of its clusters
};

// CSS Fonts 4, 5.3: a cluster is set in one font, so that marks, joiners and
// variation selectors stay with what they belong to.
std::vector<Stretch> clusters_of(const text::ShapedRun& run) {
  std::vector<Stretch> clusters;
  for (const text::Glyph& glyph : run.glyphs) {
    if (glyph.text_length > 0) {
      clusters.push_back({glyph.text_begin, glyph.text_begin + glyph.text_length, false});
    }
    if (!clusters.empty() && glyph.id == 0) clusters.back().missing = true;
  }
  std::sort(clusters.begin(), clusters.end(),
            [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  return clusters;
}

std::vector<Stretch> stretches_of(const text::ShapedRun& run) {
  std::vector<Stretch> stretches;
  for (const Stretch& cluster : clusters_of(run)) {
    if (!stretches.empty() && stretches.back().missing == cluster.missing)
      stretches.back().end = cluster.end;
    else
      stretches.push_back(cluster);
  }
  return stretches;
}

// Part of a piece; its letters join those that stand beside it.
TextPiece part_of(const TextPiece& piece, uint32_t begin, uint32_t end) {
  TextPiece part{piece.text.substr(begin, end - begin), piece.shape};
  if (piece.shape.direction != text::RunDirection::right_to_left) return part;
  if (begin > 0) {
    part.shape.joins_before =
        text::joins_onward(piece.text.substr(0, begin)) && text::joins_back(part.text);
  }
  if (end < piece.text.size()) {
    part.shape.joins_after =
        text::joins_onward(part.text) && text::joins_back(piece.text.substr(end));
  }
  return part;
}

}  // namespace

const style::ComputedStyle& ScaledStyles::style(style::StyleId id) {
  const auto [found, fresh] = styles_.try_emplace(id);
  style::ComputedStyle& style = found->second;
  if (!fresh) return style;
  style = styled_.style(id);
  for (base::Length* length :
       {&style.font_size, &style.line_height, &style.letter_spacing, &style.baseline_shift,
        &style.decoration.thickness, &style.padding.left, &style.padding.right,
        &style.min_width.length}) {
    *length = length->scaled(percent_, 100);
  }
  return style;
}

std::string feature_list(const style::ComputedStyle& style) {
  if (style.caps == style::Caps::normal) return style.features;
  const std::string caps = style.caps == style::Caps::small ? "smcp" : "smcp,c2sc";
  return style.features.empty() ? caps : caps + "," + style.features;
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
  request.size =
      piece.shape.capitals ? style.font_size.scaled(kSmallCapital, 100) : style.font_size;
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

std::optional<text::FontId> Context::nth_face(const style::ComputedStyle& style, size_t n) {
  const std::vector<text::FontId>& all = faces(style);
  if (n < all.size()) return all[n];
  const size_t index = n - all.size();
  const auto [entry, fresh] = fallbacks_.try_emplace({index, style.slant, style.weight});
  if (fresh) {
    auto found = input.shaper->fonts().find_fallback(index, style.slant == style::FontSlant::italic,
                                                     style.weight);
    if (found) {
      entry->second = *found;
    } else {
      for (base::Diagnostic& diagnostic : found.error()) problem(std::move(diagnostic));
    }
  }
  return entry->second;
}

// Told once for each sequence.
void Context::no_face_has(std::string_view text, const Shaping& shaping) {
  if (!missing_.emplace(text).second) return;
  std::string sequence;
  for (size_t offset = 0; offset < text.size();) {
    const auto c = static_cast<uint32_t>(base::next_code_point(text, offset));
    sequence += fmt::format("{}U+{:04X}", sequence.empty() ? "" : " ", c);
  }
  const bool several = sequence.find(' ') != std::string::npos;
  base::Diagnostic diagnostic = base::error_without_place(
      base::Fault::input, "SBL0850",
      fmt::format("no font of this style has the {} {}", several ? "characters" : "character",
                  sequence),
      "write it another way, or add a family that has it to the font list of the style sheet");
  const markup::Provenance& provenance = shaping.provenance;
  if (provenance.ordinal != markup::Provenance::kNone)
    diagnostic.ordinal = provenance.ordinal;
  else
    diagnostic.span = provenance.template_place;
  problem(std::move(diagnostic));
}

void Context::shape_from(size_t n, const TextPiece& piece, const Shaping& shaping) {
  const size_t count = faces(shaping.style).size() + input.shaper->fonts().fallback_count();
  const std::optional<text::FontId> face = nth_face(shaping.style, n);
  if (!face) {
    if (n + 1 < count) shape_from(n + 1, piece, shaping);
    return;
  }
  const text::ShapedRun* run = input.shaper->shape(request(piece, shaping.style, *face));
  if (!run->missing) return shaping.runs.push_back(run);
  if (n + 1 == count) {
    for (const Stretch& cluster : clusters_of(*run)) {
      if (!cluster.missing) continue;
      no_face_has(piece.text.substr(cluster.begin, cluster.end - cluster.begin), shaping);
    }
    return shaping.runs.push_back(run);
  }
  for (const Stretch& stretch : stretches_of(*run)) {
    const TextPiece part = part_of(piece, stretch.begin, stretch.end);
    if (stretch.missing)
      shape_from(n + 1, part, shaping);
    else
      shaping.runs.push_back(input.shaper->shape(request(part, shaping.style, *face)));
  }
}

// CSS Fonts 4, 6.6: where the font has no small capitals, scaled ones stand for them.
void Context::shape_small_caps(const TextPiece& piece, const Shaping& shaping) {
  const text::FontId first = faces(shaping.style).front();
  const auto [entry, fresh] = small_caps_.try_emplace(first);
  if (fresh) entry->second = input.shaper->fonts().has_feature(first, "smcp");
  if (entry->second) return shape_from(0, piece, shaping);
  const bool all = shaping.style.caps == style::Caps::all_small;
  for (const text::CaseStretch& stretch : text::case_stretches(piece.text, all)) {
    TextPiece part = part_of(piece, stretch.begin, stretch.end);
    part.shape.capitals = stretch.small;
    shape_from(0, part, shaping);
  }
}

void Context::shape(const TextPiece& piece, const style::ComputedStyle& style,
                    const markup::Provenance& provenance,
                    std::vector<const text::ShapedRun*>& runs) {
  if (faces(style).empty() || piece.text.empty()) return;
  const Shaping shaping{style, provenance, runs};
  if (style.caps == style::Caps::normal)
    shape_from(0, piece, shaping);
  else
    shape_small_caps(piece, shaping);
}

}  // namespace sable::layout
