// Implements clusters.h.
#include "text/clusters.h"

#include <algorithm>
#include <limits>

namespace sable::text {
namespace {

constexpr uint32_t kLongest = std::numeric_limits<uint16_t>::max();

bool starts_character(std::string_view text, size_t offset) {
  return (static_cast<uint8_t>(text[offset]) & 0xC0) != 0x80;
}

// How much of [begin, end) fits a glyph's text_length, in whole characters.
uint32_t fitting_end(std::string_view text, uint32_t begin, uint32_t end) {
  if (end - begin <= kLongest) return end;
  end = begin + kLongest;
  while (end > begin && !starts_character(text, end)) --end;
  return end;
}

// Gives [begin, end) to the glyphs of one cluster: all of it to the first,
// unless that is longer than text_length can say (thousands of marks on one
// letter), when the next glyphs take what is left.
void assign_cluster(Glyph* glyph, Glyph* const glyphs_end, std::string_view text, uint32_t begin,
                    uint32_t end) {
  for (; glyph != glyphs_end; ++glyph) {
    const uint32_t fitting = fitting_end(text, begin, end);
    glyph->text_begin = begin;
    glyph->text_length = static_cast<uint16_t>(fitting - begin);
    begin = fitting;
  }
}

}  // namespace

void assign_text(std::vector<Glyph>& glyphs, std::string_view text, bool right_to_left) {
  // From the cluster at the end of the text to the one at its start.
  Glyph* const first = glyphs.data();
  Glyph* const last = first + glyphs.size();
  auto end = static_cast<uint32_t>(text.size());
  const auto take = [&](Glyph* from, Glyph* to, bool at_start) {
    const uint32_t begin = at_start ? 0 : from->text_begin;
    assign_cluster(from, to, text, begin, end);
    end = begin;
  };
  if (right_to_left) {
    for (Glyph* from = first; from != last;) {
      Glyph* to = from;
      while (to != last && to->text_begin == from->text_begin) ++to;
      take(from, to, to == last);
      from = to;
    }
    return;
  }
  for (Glyph* to = last; to != first;) {
    Glyph* from = to - 1;
    while (from != first && (from - 1)->text_begin == from->text_begin) --from;
    take(from, to, from == first);
    to = from;
  }
}

}  // namespace sable::text
