// The galley: everything that stands below one another, before it is cut into
// pages.
//
// In:  made by flow.h.
// Out: read by paginate.h and compose.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "layout/pages.h"
#include "marking/marking.h"
#include "style/computed.h"

namespace sable::layout {

// Index into Galley::notes.
using NoteId = uint32_t;

// Instead of an index into Pages::destinations.
constexpr uint32_t kNoAnchor = 0xFFFFFFFF;

// Instead of an index into Galley::repeats.
constexpr uint32_t kNoRepeat = 0xFFFFFFFF;

// Instead of an index into Galley::columns.
constexpr uint32_t kNoColumns = 0xFFFFFFFF;

// Instead of an index into Galley::boxes.
constexpr uint32_t kNoBox = 0xFFFFFFFF;

// Instead of the style of a change bar.
constexpr style::StyleId kNoBar = 0xFFFFFFFF;

// Codes of a box that stand in the page margin at the height of a line.
struct MarginCode {
  std::vector<Fragment> fragments;  // x from the outer edge of the text, y from the strip's top
  base::Length height;
  std::string text;  // the same codes on one line are shown once
};

// A piece of the galley that no page break cuts: a line, a box, an edge.
struct Strip {
  base::Length space_before;  // dropped at the top of a page
  base::Length height;
  base::Length stretch;          // what the space above may grow by to fill a page
  bool may_break_before = true;  // false: only where no page holds it otherwise (`avoid`)
  bool breaks_minimum = false;   // a break before it breaks `orphans` or `widows`: the last resort
  uint8_t keep = 0;              // 1 to 100: how strongly it is kept with the strip before it
  style::Break break_before = style::Break::automatic;  // page, left or right: forced
  std::vector<Fragment> fragments;  // from the left edge of the text and the strip's top
  std::vector<LinkArea> links;
  std::vector<MarginCode> margin_codes;
  std::vector<NoteId> notes;      // called in this strip
  std::vector<uint32_t> outline;  // Pages::outline items that begin here
  std::vector<uint32_t> anchors;  // Pages::destinations that stand here
  bool has_text = false;          // shows text, and so has a marking:
  marking::Marking mark;
  std::string page_name;  // of the `page` property
  // A row of a table behind the first, or a part of a block that clones its edges: on a
  // page that begins with it the head stands above, and on a page that ends before it the
  // foot below.
  uint32_t repeat = kNoRepeat;
  uint32_t columns = kNoColumns;       // it stands in one of these
  bool numbered = false;               // a line that @line-numbers counts
  style::StyleId change_bar = kNoBar;  // of what is new in it: the bar beside it
  bool ends_in_hyphen = false;
  // A line's worth of a box that stands as a block: the neighbours of the same box on
  // a page are drawn as one.
  uint32_t box = kNoBox;
  bool beside_float = false;  // a float of the strip before it goes on: never a page break
  uint32_t of_floats = 0;     // how many of its first fragments are those of floats
  // Shown where a page begins with this strip: the codes of a box of the line before
  // that goes on in it.
  std::vector<Fragment> resumed = {};
  std::vector<MarginCode> resumed_codes = {};
  uint32_t stands_for = 1;  // pages: the beginning of a box in place of so many
};

// A box that stands as a block and may go on over pages.
struct BlockBox {
  markup::NodeId node = markup::kNoNode;
  base::Length x;
  base::Length width;
  LeafId leaf = kNoLeaf;  // of its words, on the page where it begins
};

// A background or border around strips [first, last), drawn on each page that
// shows some of them (CSS Fragmentation 3, 5.4).
struct Decoration {
  uint32_t first = 0;
  uint32_t last = 0;
  base::Length x;
  base::Length width;
  style::StyleId style = 0;
  markup::Provenance provenance;
  // What goes on around it, and so stands outside of it.
  uint32_t outer = kNoRepeat;
  bool clones = false;  // all four sides on each page: `box-decoration-break: clone`
  bool borders = true;  // false: those of a table are collapsed, and drawn by its rows
  uint32_t columns = kNoColumns;  // in these, and drawn in each of them
};

// Columns side by side (CSS Multi-column 1). Strips that stand in them are set for the
// first one; what spans them stands between two stretches of such strips.
struct ColumnSet {
  uint32_t count = 2;
  base::Length x;  // of the first one
  base::Length width;
  base::Length step;  // to the next one: negative where they go from right to left
  style::BorderEdge rule;
  bool balanced = true;  // `column-fill`
};

// What stands at the top and at the foot of a page on which something goes on: the head
// and the foot of a table (CSS Tables 3, 6.2), as artifacts, since they are read where
// they are in the table; or, without strips, the upper and lower edges of a block that
// clones them (CSS Fragmentation 3, 5.4).
struct Repeat {
  std::vector<Strip> head, foot;
  base::Length head_height, foot_height;
  uint32_t outer = kNoRepeat;                   // of what it stands in
  base::Length all_above = {}, all_below = {};  // the heights with those of the outer ones
};

// What stands in a margin box of one page. No margin of it falls away.
struct MarginContent {
  std::vector<Strip> strips;
  std::vector<Decoration> decorations;
  base::Length space_after;
};

struct Note {
  std::vector<Strip> strips;
  bool at_end = false;               // not at the foot of a page: its strips stand in the text
  bool restarts = false;             // the first one that is numbered from 1 again
  uint32_t call_anchor = kNoAnchor;  // Pages::destinations: the call of a note at the end
  markup::Provenance provenance;
  std::vector<Strip> notice;  // below a part that goes on on the next page; may be shown often
};

// What stands at the top or the foot of a page, apart from the text around it.
struct Float {
  std::vector<Strip> strips;
  std::vector<Decoration> decorations;  // around its own strips
  base::Length height;
  base::Length above, below;  // the space between it and what stands there
  uint32_t anchor = 0;        // the strip of the text at which it is written
  bool at_bottom = false;
};

// A block with which the pages are counted anew.
struct PagePart {
  uint32_t strip = 0;  // its first one
  style::PageCounter counter;
};

struct Galley {
  std::vector<Strip> strips;
  std::vector<Decoration> decorations;
  std::vector<Repeat> repeats;
  std::vector<BlockBox> boxes;
  std::vector<Note> notes;
  std::vector<Float> floats;
  std::vector<PagePart> parts = {};  // ascending
  std::vector<ColumnSet> columns = {};
};

}  // namespace sable::layout
