// What shapes a text besides the text itself.
//
// In:  a request's font, size, letter spacing, features and language.
// Out: one `ShapeStyle` for all requests that agree in these, with HarfBuzz's
//      counterparts worked out once.
#pragma once

#include <hb.h>

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/shaper.h"

namespace sable::text {

struct ShapeStyle {
  uint32_t id = 0;
  FontId font = 0;
  base::Length size, letter_spacing;
  std::string features, language;
  RunShape shape;
  bool hyphen = false;  // of `Shaper::hyphen`: drawn as a hyphen, standing for U+00AD

  std::vector<hb_feature_t> hb_features;
  hb_language_t hb_language = HB_LANGUAGE_INVALID;
  hb_script_t usual_script = HB_SCRIPT_COMMON;
};

class ShapeStyles {
 public:
  // The style of that request; stays valid.
  const ShapeStyle& intern(const ShapeRequest& request, bool hyphen);

 private:
  const ShapeStyle* find(uint64_t hash, const ShapeRequest& request, bool hyphen) const;

  std::deque<ShapeStyle> styles_;
  std::unordered_multimap<uint64_t, const ShapeStyle*> by_hash_;
  const ShapeStyle* last_ = nullptr;  // the words of a paragraph share one
};

}  // namespace sable::text
