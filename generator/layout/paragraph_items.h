// The items of a paragraph, and what each of them shows.
//
// In:  inline content.
// Out: items for the breaker; beside each an atom that says what it draws.
#pragma once

#include <vector>

#include "layout/breaker.h"
#include "layout/inline_content.h"
#include "layout/redaction_box.h"
#include "text/bidi.h"

namespace sable::layout {

// What an item shows.
struct Atom {
  enum class Kind : uint8_t {
    nothing,
    text,
    space,
    box,
    fill,
    hyphen,
    gap,
    leader,
    edge
  } kind = Kind::nothing;
  uint32_t segment = kNothing;
  uint32_t begin = 0, end = 0;  // text: bytes of InlineContent::text
  // Of text, spaces and gaps, and what a leader repeats; text may be reshaped when joined.
  const text::ShapedRun* run = nullptr;
  bool whole = false;        // text: the run cannot be joined to others
  uint32_t box = kNothing;   // index into ParagraphItems::boxes
  uint32_t edge = kNothing;  // index into InlineContent::edges
  uint8_t level = 0;         // of UAX #9: odd where it runs from right to left
};

struct ParagraphItems {
  std::vector<Item> items;
  std::vector<Atom> atoms;  // parallel to items
  std::vector<BoxShape> boxes;
};

struct ItemSettings {
  bool hyphenate = false;
  bool justified = false;       // spaces stretch and shrink
  bool fill_last_line = false;  // the last line is justified too
  bool hang_before = false;     // punctuation may stand outside the edge where lines begin
  bool hang_after = false;      // and where they end
  base::Length indent;
  base::Length line_width;
  std::string_view language;  // of the block: tailors where lines may end
  const text::Levels& levels;
};

// How bytes [begin, end) of the text are shaped: their direction, and what letters
// they join that are not among them.
text::RunShape run_shape(const InlineContent& content, const text::Levels& levels, uint32_t begin,
                         uint32_t end);

ParagraphItems make_items(Context& context, const InlineContent& content,
                          const ItemSettings& settings);

// What stands beside the text of an inline box where it begins, or where it ends.
base::Length edge_width(const style::ComputedStyle& style, bool left);

// Advance of bytes [begin, end) of a run, by its clusters.
base::Length advance_of(const text::ShapedRun& run, uint32_t begin, uint32_t end,
                        const Context& context);

}  // namespace sable::layout
