// Character codes: two bytes for each (glyph, source text) of a font.
//
// In:  shaped runs, in the order of the pages.
// Out: for each font the codes in use; for each run the characters to show.
//
// Codes are given in the order in which pages draw them, never in that of the
// font or of anything that is not drawn: what a font file, its widths and its
// ToUnicode hold follows from the pages alone. One glyph has two codes where it
// stands for two texts (a hyphen, and one at a line end).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "text/shaper.h"

namespace sable::pdf {

// A width or a place in units of 1/1,000,000 of the font size: a thousandth of
// what PDF calls a glyph space unit.
using MicroEm = int64_t;

struct Code {
  uint16_t glyph = 0;
  std::string text;   // UTF-8
  MicroEm width = 0;  // as W says it
};

// codes[i] is character code i + 1; code 0 is .notdef.
struct FontCodes {
  text::FontId font = 0;
  MicroEm notdef_width = 0;
  std::vector<Code> codes;
};

// A run, ready to be put between the parentheses of a TJ operator.
struct EncodedRun {
  uint32_t font = 0;  // index into Codes::fonts
  base::Length size;
  size_t begin = 0, end = 0;  // of Codes' bytes
  MicroEm width = 0;          // by which showing it moves the pen
  bool reversed = false;      // the characters are against the order of the text
};

class Codes {
 public:
  explicit Codes(const text::FontBook& book) : book_(book) {}

  // Index of the run's encoded form; the same run gives the same index.
  uint32_t encode(const text::ShapedRun& run);

  const EncodedRun& run(uint32_t index) const { return runs_[index]; }
  std::string_view shown(const EncodedRun& run) const {
    return std::string_view(bytes_).substr(run.begin, run.end - run.begin);
  }
  const std::vector<FontCodes>& fonts() const { return fonts_; }
  // A font of which the pages use more than 65,535 (glyph, text) pairs.
  bool overflowed() const { return overflowed_; }

 private:
  struct Slot {
    const text::ShapedRun* run = nullptr;
    uint32_t index = 0;
  };
  // Codes of a font by glyph: the first, and for each code the next of its glyph.
  struct ByGlyph {
    std::vector<uint16_t> first, next;
  };

  Slot& slot(const text::ShapedRun* run);
  void grow();
  uint32_t font_index(text::FontId font);
  uint16_t code_of(uint32_t font, uint16_t glyph, std::string_view text);
  EncodedRun encode_new(const text::ShapedRun& run);
  void append_glyph(const EncodedRun& run, uint16_t code, MicroEm target, MicroEm& pen);

  const text::FontBook& book_;
  std::vector<Slot> slots_;  // open addressing; its order never shows
  std::vector<EncodedRun> runs_;
  std::string bytes_;
  std::vector<FontCodes> fonts_;
  std::vector<ByGlyph> by_glyph_;
  bool overflowed_ = false;
};

// The text that each glyph of a run stands for. Glyphs of one cluster share its
// characters one by one; where there are fewer characters than glyphs, the rest
// stand for U+200B, since PDF/A-2a and PDF/UA want each glyph to have a text.
std::vector<std::string> glyph_texts(const text::ShapedRun& run);

// Appends what moves the pen by -`thousandths` of an em inside a TJ string.
void append_adjustment(std::string& out, int64_t thousandths);

// round(value / 1000), ties away from zero.
int64_t to_glyph_units(MicroEm value);

}  // namespace sable::pdf
