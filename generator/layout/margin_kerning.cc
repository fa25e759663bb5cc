#include "layout/margin_kerning.h"

#include "base/utf8.h"
#include "layout/paragraph_items.h"

namespace sable::layout {

namespace {

using base::Length;

// Hundredths of a character's width. Chosen by eye for text faces: what is lowest and
// lightest hangs farthest; a dash keeps most of itself inside, or the edge frays.
int64_t share_before(char32_t c) {
  switch (c) {
    case U'\'':
    case U'\u2018':  // ‘
    case U'\u2019':  // ’
    case U'\u201A':  // ‚
      return 60;
    case U'"':
    case U'\u201C':  // “
    case U'\u201D':  // ”
    case U'\u201E':  // „
      return 45;
    case U'\u00AB':  // «
    case U'\u00BB':  // »
    case U'\u2039':  // ‹
    case U'\u203A':  // ›
      return 25;
    case U'(':
    case U'[':
      return 10;
    case U'\u2013':  // –
    case U'\u2014':  // —
      return 20;
    default:
      return 0;
  }
}

int64_t share_after(char32_t c) {
  switch (c) {
    case U'.':
    case U',':
    case U'\u05BE':  // ־
    case U'\u060C':  // ،
    case U'\u06D4':  // ۔
      return 70;
    case U'-':
    case U'\u00AD':  // the hyphen of a broken word
    case U'\u2010':  // ‐
      return 60;
    case U':':
    case U';':
    case U'\u061B':  // ؛
      return 40;
    case U'!':
    case U'?':
    case U'\u061F':  // ؟
      return 20;
    case U')':
    case U']':
      return 10;
    default:
      return share_before(c);
  }
}

}  // namespace

Length hang_of_first(const text::ShapedRun& run, const Context& context) {
  if (run.text.empty()) return {};
  size_t end = 0;
  const int64_t share = share_before(base::next_code_point(run.text, end));
  if (share == 0) return {};
  return advance_of(run, 0, static_cast<uint32_t>(end), context).scaled(share, 100);
}

Length hang_of_last(const text::ShapedRun& run, const Context& context) {
  if (run.text.empty()) return {};
  size_t begin = run.text.size() - 1;
  while (begin > 0 && (static_cast<uint8_t>(run.text[begin]) & 0xC0) == 0x80) --begin;
  size_t end = begin;
  const int64_t share = share_after(base::next_code_point(run.text, end));
  if (share == 0) return {};
  return advance_of(run, static_cast<uint32_t>(begin), static_cast<uint32_t>(end), context)
      .scaled(share, 100);
}

}  // namespace sable::layout
