#include "pdf/codes.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdf/number.h"
#include "pdf/strings.h"

namespace sable::pdf {
namespace {

constexpr MicroEm kEm = 1'000'000;
constexpr size_t kMostCodes = 65535;
constexpr const char* kNoText = "\u200B";

MicroEm scale(int64_t value, int64_t unit) {  // value / unit in micro-em, rounded
  const int64_t half = value < 0 ? -unit / 2 : unit / 2;
  return (value * kEm + half) / unit;
}

size_t hash_of(const text::ShapedRun* run) {
  return (reinterpret_cast<uintptr_t>(run) >> 4) * size_t{0x9E3779B97F4A7C15};
}

// Where each glyph of a run is drawn, from the left edge of the run.
std::vector<MicroEm> glyph_places(const text::ShapedRun& run, int64_t em) {
  std::vector<MicroEm> places;
  places.reserve(run.glyphs.size());
  int64_t advance = 0;  // font units
  int64_t spaced = 0;   // glyphs that got letter spacing
  for (const text::Glyph& glyph : run.glyphs) {
    const MicroEm spacing = spaced * run.letter_spacing.units();
    places.push_back(scale(advance + glyph.x_offset, em) + scale(spacing, run.size.units()));
    advance += glyph.advance;
    if (glyph.advance != 0) ++spaced;
  }
  return places;
}

// Deals the characters of `text` to the glyphs [first, last) of a cluster.
void deal(std::string_view text, bool backwards, size_t first, size_t last,
          std::vector<std::string>& texts) {
  size_t at = 0;
  for (size_t i = first; i < last; ++i) {
    const size_t from = at;
    if (i + 1 == last) {
      at = text.size();
    } else if (at < text.size()) {
      base::next_code_point(text, at);
    }
    const std::string_view share = text.substr(from, at - from);
    texts[backwards ? first + last - 1 - i : i] = share.empty() ? kNoText : std::string(share);
  }
}

}  // namespace

int64_t to_glyph_units(MicroEm value) { return (value < 0 ? value - 500 : value + 500) / 1000; }

void append_adjustment(std::string& out, int64_t thousandths) {
  out += ')';
  append_integer(out, thousandths);
  out += '(';
}

std::vector<std::string> glyph_texts(const text::ShapedRun& run) {
  std::vector<std::string> texts(run.glyphs.size());
  for (size_t first = 0; first < run.glyphs.size();) {
    size_t last = first + 1;
    while (last < run.glyphs.size() && run.glyphs[last].text_length == 0) ++last;
    const text::Glyph& glyph = run.glyphs[first];
    deal(std::string_view(run.text).substr(std::min<size_t>(glyph.text_begin, run.text.size()),
                                           glyph.text_length),
         run.right_to_left, first, last, texts);
    first = last;
  }
  return texts;
}

Codes::Slot& Codes::slot(const text::ShapedRun* run) {
  const size_t mask = slots_.size() - 1;
  size_t at = hash_of(run) >> 20 & mask;
  while (slots_[at].run != nullptr && slots_[at].run != run) at = (at + 1) & mask;
  return slots_[at];
}

void Codes::grow() {
  std::vector<Slot> old(std::max<size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& entry : old) {
    if (entry.run != nullptr) slot(entry.run) = entry;
  }
}

uint32_t Codes::encode(const text::ShapedRun& run) {
  if (runs_.size() * 2 >= slots_.size()) grow();
  Slot& place = slot(&run);
  if (place.run == nullptr) {
    place = {&run, static_cast<uint32_t>(runs_.size())};
    runs_.push_back(encode_new(run));
  }
  return place.index;
}

uint32_t Codes::font_index(text::FontId font) {
  for (size_t i = 0; i < fonts_.size(); ++i) {
    if (fonts_[i].font == font) return static_cast<uint32_t>(i);
  }
  const int64_t em = book_.metrics(font).units_per_em;
  fonts_.push_back({font, scale(book_.advance(font, 0), em), {}});
  by_glyph_.push_back({std::vector<uint16_t>(65536, 0), {0}});
  return static_cast<uint32_t>(fonts_.size() - 1);
}

uint16_t Codes::code_of(uint32_t font, uint16_t glyph, std::string_view text) {
  FontCodes& known = fonts_[font];
  ByGlyph& by_glyph = by_glyph_[font];
  for (uint16_t code = by_glyph.first[glyph]; code != 0; code = by_glyph.next[code]) {
    if (known.codes[code - 1U].text == text) return code;
  }
  if (known.codes.size() >= kMostCodes) {
    overflowed_ = true;
    return 0;
  }
  const int64_t em = book_.metrics(known.font).units_per_em;
  known.codes.push_back({glyph, std::string(text), scale(book_.advance(known.font, glyph), em)});
  const auto code = static_cast<uint16_t>(known.codes.size());
  by_glyph.next.push_back(by_glyph.first[glyph]);
  by_glyph.first[glyph] = code;
  return code;
}

void Codes::append_glyph(const EncodedRun& run, uint16_t code, MicroEm target, MicroEm& pen) {
  const int64_t step = to_glyph_units(target - pen);
  if (step != 0) {
    append_adjustment(bytes_, -step);
    pen += step * 1000;
  }
  append_literal_byte(bytes_, static_cast<char>(code >> 8));
  append_literal_byte(bytes_, static_cast<char>(code));
  pen += code == 0 ? fonts_[run.font].notdef_width : fonts_[run.font].codes[code - 1U].width;
}

EncodedRun Codes::encode_new(const text::ShapedRun& run) {
  EncodedRun encoded;
  encoded.font = font_index(run.font);
  encoded.size = run.size;
  encoded.reversed = run.right_to_left;
  encoded.begin = bytes_.size();
  const int64_t em = book_.metrics(run.font).units_per_em;
  const std::vector<std::string> texts = glyph_texts(run);
  const std::vector<MicroEm> places = glyph_places(run, em);
  int32_t raised = 0;
  for (size_t i = 0; i < run.glyphs.size(); ++i) {
    const text::Glyph& glyph = run.glyphs[i];
    const uint16_t code = code_of(encoded.font, glyph.id, texts[i]);
    if (glyph.y_offset != raised) {  // text rise, which cannot change inside TJ
      raised = glyph.y_offset;
      bytes_ += ")]TJ\n";
      append_thousandths(bytes_, to_thousandths(run.size.scaled(raised, em)));
      bytes_ += " Ts[(";
    }
    append_glyph(encoded, code, places[i], encoded.width);
  }
  if (raised != 0) bytes_ += ")]TJ\n0 Ts[(";
  encoded.end = bytes_.size();
  return encoded;
}

}  // namespace sable::pdf
