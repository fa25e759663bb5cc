// Pages: the complete description of the output.
//
// In:  made by layout.h.
// Out: read by pdf and raster, which only walk it. A page is a size, a marking
//      and fragments at fixed places; the structure tree says what they are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "marking/marking.h"
#include "markup/tree.h"
#include "released/picture.h"
#include "text/shaper.h"

namespace sable::layout {

// A shaped run at a distance to the right of its line's origin.
struct PlacedRun {
  const text::ShapedRun* run = nullptr;
  base::Length x;
};

// Shaped runs on one baseline, in one colour: words and the real space glyphs
// between them, in the order in which they are read. Where text runs from right to
// left their places do not ascend. A line of a thousand pages has some 26 of them, so
// they are kept this small.
struct GlyphRun {
  std::vector<PlacedRun> runs;
  base::Point origin;  // runs[i] begins at origin.x + runs[i].x, origin.y
  base::Color color;
};

// A filled rectangle: a rule, the black of a redaction; or, `behind` what stands
// there, a background.
struct Filled {
  base::Rect area;
  base::Color color;
  bool behind = false;
};

// A stroked rectangle, the line inside `area`.
struct Stroked {
  base::Rect area;
  base::Length width;
  base::Color color;
};

// A picture, scaled to its area.
struct Image {
  base::Rect area;
  uint32_t picture = 0;  // index of Pages::pictures
};

// What a fragment is to a reader that does not see the page.
enum class Artifact : uint8_t {
  none,       // real content: `leaf` counts
  layout,     // boxes, backgrounds, rules
  header,     // running head
  footer,     // running foot
  watermark,  // behind the page
};

// Index into Structure::elements.
using ElementId = uint32_t;
constexpr ElementId kNoElement = 0xFFFFFFFF;

// Index into Structure::leaves.
using LeafId = uint32_t;
constexpr LeafId kNoLeaf = 0xFFFFFFFF;

struct Fragment {
  std::variant<GlyphRun, Filled, Stroked, Image> item;
  Artifact artifact = Artifact::none;
  LeafId leaf = kNoLeaf;
  markup::Provenance provenance;
};

// A rectangle that links to a place or a URL. One link over two lines is two areas
// with the same element.
struct LinkArea {
  base::Rect area;
  std::string url;                 // or empty:
  std::string destination;         // the name of a Destination
  std::string contents;            // alternate description (PDF/UA-1, 7.18.5)
  ElementId element = kNoElement;  // its Link structure element
};

struct Page {
  base::Size size;
  std::string label;                // as printed: "1", "ii"
  marking::Marking mark;            // the join over its fragments
  std::vector<Fragment> fragments;  // real content in reading order
  std::vector<LinkArea> links;
  // The first `turned` fragments, a watermark, are turned clockwise about a point.
  uint32_t turned = 0;
  int16_t rotation = 0;  // degrees
  base::Point turned_about;
  // Where the sheet is cut, and how far colour runs over that; none where it has its
  // size from the start (ISO 32000-1, 14.11.2).
  std::optional<base::Rect> trim = {}, bleed = {};
  uint32_t stands_for = 1;  // so many pages: a sheet in place of those that are withheld
};

// ISO 32000-1, 14.8.4: the standard structure types that layout emits.
enum class Role : uint8_t {
  document,
  part,
  sect,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  l,
  li,
  lbl,
  lbody,
  block_quote,
  note,
  reference,
  span,
  link,
  code,
  div,
  caption,
  figure,
  table,
  tr,
  th,
  td,
  thead,
  tbody,
  tfoot,
  toc,
  toci,
  quote,
  index,
};
const char* role_name(Role role);  // "H1", "LBody"

// A child of a structure element: an element or a leaf, in reading order.
struct Kid {
  bool is_leaf = false;
  uint32_t id = 0;
};

struct Element {
  Role role = Role::p;
  ElementId parent = kNoElement;
  std::vector<Kid> kids;
  std::string language;     // only where it differs from its parent's
  std::string alternative;  // Alt
  std::string id;           // of notes: unique (PDF/UA-1, 7.9)
  // Of cells (ISO 32000-1, 14.8.5.7).
  uint32_t rows = 1, columns = 1;  // how many it spans
  std::string scope = {};          // "row", "col", …; empty: by its place
  // Against an earlier version: "new", or "cut" where something beside it is gone.
  std::string change = {};
};

// A stretch of content with no element boundary inside; its fragments may stand
// on several lines and pages.
struct Leaf {
  ElementId element = kNoElement;
  std::string actual_text;  // replaces the glyphs in extracted text; or empty
};

struct Structure {
  std::vector<Element> elements;  // elements[0] is the Document
  std::vector<Leaf> leaves;
};

struct OutlineItem {
  int level = 1;
  std::string title;
  uint32_t page = 0;
  base::Length y;  // from the top of the page
  ElementId element = kNoElement;
};

struct Destination {
  std::string name;
  uint32_t page = 0;
  base::Point place;
};

// What the file says of itself; all of it public.
struct DocumentInfo {
  std::string title, author, subject, keywords, language;
  std::string notice = {};  // of a copy for officers, by which it is known; empty: none
};

struct Pages {
  std::vector<Page> pages;
  Structure structure;
  std::vector<OutlineItem> outline;
  std::vector<Destination> destinations;  // sorted by name
  DocumentInfo info;
  std::vector<std::shared_ptr<const released::Picture>> pictures = {};
  std::shared_ptr<text::Shaper> shaper;  // owns the runs and the fonts
};

// The pages as plain text, one fragment a line, with places in points: what most
// layout tests compare.
std::string dump(const Pages& pages);
// The structure tree, one element a line, with the text of its leaves.
std::string dump_structure(const Pages& pages);

}  // namespace sable::layout
