// Implements shape_style.h.
#include "text/shape_style.h"

#include <algorithm>

#include "text/run_table.h"
#include "text/script.h"

namespace sable::text {
namespace {

bool agrees(const ShapeStyle& style, const ShapeRequest& request, bool hyphen) {
  return style.font == request.font && style.size == request.size &&
         style.letter_spacing == request.letter_spacing && style.hyphen == hyphen &&
         style.shape == request.shape && style.features == request.features &&
         style.language == request.language;
}

uint64_t hash_of(const ShapeRequest& request, bool hyphen) {
  uint64_t hash = hash_text(request.font * 2u + (hyphen ? 1 : 0), request.features);
  hash = hash_text(hash ^ static_cast<uint64_t>(request.size.units()), request.language);
  const unsigned shape =
      static_cast<unsigned>(request.shape.direction) * 8 + (request.shape.capitals ? 4u : 0u) +
      (request.shape.joins_before ? 2u : 0u) + (request.shape.joins_after ? 1u : 0u);
  hash = hash_text(hash ^ static_cast<uint64_t>(request.letter_spacing.units()), {});
  return hash_text(hash ^ shape, {});
}

void append_feature(std::vector<hb_feature_t>& features, std::string_view spelling) {
  hb_feature_t feature;
  if (hb_feature_from_string(spelling.data(), static_cast<int>(spelling.size()), &feature)) {
    features.push_back(feature);
  }
}

// A later feature wins. CSS Text 3, 8.2: letter spacing takes out the optional
// ligatures; CSS Fonts 4, 7.2: unless they are asked for by name.
std::vector<hb_feature_t> parse_features(std::string_view list, bool spaced) {
  std::vector<hb_feature_t> features;
  if (spaced) {
    append_feature(features, "-liga");
    append_feature(features, "-clig");
  }
  while (!list.empty()) {
    const size_t comma = std::min(list.find(','), list.size());
    append_feature(features, list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return features;
}

// Without a language HarfBuzz would ask the locale of the machine.
hb_language_t to_hb_language(std::string_view language) {
  if (language.empty()) return hb_language_from_string("und", -1);
  return hb_language_from_string(language.data(), static_cast<int>(language.size()));
}

ShapeStyle make_style(const ShapeRequest& request, bool hyphen, uint32_t id) {
  ShapeStyle style;
  style.id = id;
  style.font = request.font;
  style.size = request.size;
  style.letter_spacing = request.letter_spacing;
  style.features = request.features;
  style.language = request.language;
  style.shape = request.shape;
  style.hyphen = hyphen;
  style.hb_features = parse_features(request.features, request.letter_spacing != base::Length());
  style.hb_language = to_hb_language(request.language);
  style.usual_script = script_of_language(request.language);
  return style;
}

}  // namespace

const ShapeStyle& ShapeStyles::intern(const ShapeRequest& request, bool hyphen) {
  if (last_ && agrees(*last_, request, hyphen)) return *last_;
  const uint64_t hash = hash_of(request, hyphen);
  last_ = find(hash, request, hyphen);
  if (!last_) {
    const auto id = static_cast<uint32_t>(styles_.size());
    last_ = &styles_.emplace_back(make_style(request, hyphen, id));
    by_hash_.emplace(hash, last_);
  }
  return *last_;
}

const ShapeStyle* ShapeStyles::find(uint64_t hash, const ShapeRequest& request, bool hyphen) const {
  const auto [first, end] = by_hash_.equal_range(hash);
  for (auto it = first; it != end; ++it) {
    if (agrees(*it->second, request, hyphen)) return it->second;
  }
  return nullptr;
}

}  // namespace sable::text
