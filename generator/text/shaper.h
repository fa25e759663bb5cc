// Shaping: text to positioned glyphs, by HarfBuzz.
//
// In:  a stretch of text in one font, size, language and direction.
// Out: glyphs with advances; the same stretch is shaped once and shared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "text/font.h"

namespace sable::text {

struct Glyph {
  uint16_t id = 0;
  uint16_t text_length = 0;  // bytes of the run's text that it stands for; 0 for
                             // all but the first glyph of a cluster
  uint32_t text_begin = 0;
  int32_t advance = 0;   // font units, kerning included
  int32_t x_offset = 0;  // font units, right
  int32_t y_offset = 0;  // font units, up
};

// A shaped stretch. Immutable, shared by everything that draws it.
struct ShapedRun {
  FontId font = 0;
  base::Length size;
  base::Length letter_spacing;  // added behind each glyph of non-zero advance
  std::string text;             // what it stands for: U+00AD for a hyphen at a line end
  std::vector<Glyph> glyphs;    // in visual order
  base::Length advance;         // sum, letter spacing included, rounded once
  bool right_to_left = false;
  bool missing = false;  // some glyph is .notdef: the font lacks a character
};

enum class RunDirection : uint8_t {
  of_script,  // as the script of the text runs
  left_to_right,
  right_to_left,
};

// What a run is beside its font: part of what tells requests apart.
struct RunShape {
  RunDirection direction = RunDirection::of_script;
  bool joins_before = false;  // cursively, to text that is not part of the run
  bool joins_after = false;
  bool capitals = false;  // letters are drawn as capitals, and stand for what they are
  bool operator==(const RunShape&) const = default;
};

struct ShapeRequest {
  std::string_view text;
  FontId font = 0;
  base::Length size;
  base::Length letter_spacing;
  std::string_view features;  // "smcp,onum"; empty: the defaults
  std::string_view language;  // BCP 47
  RunShape shape = {};
};

// Owns the shaped runs; pointers stay valid as long as it lives. One for each
// thread; the runs may be read by all.
class Shaper {
 public:
  explicit Shaper(std::shared_ptr<FontBook> fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  // The script is found from the text (Unicode Script property). Never nullptr; equal requests give
  // the same run. Features that HarfBuzz cannot read are left out.
  const ShapedRun* shape(const ShapeRequest& request);

  // The hyphen that a broken word gets: drawn as U+2010 or U+002D, whichever
  // the font has, and standing for U+00AD.
  const ShapedRun* hyphen(const ShapeRequest& like);

  FontBook& fonts() { return *fonts_; }
  const std::shared_ptr<FontBook>& shared_fonts() const { return fonts_; }

 private:
  struct Cache;
  std::shared_ptr<FontBook> fonts_;
  std::unique_ptr<Cache> cache_;
};

}  // namespace sable::text
