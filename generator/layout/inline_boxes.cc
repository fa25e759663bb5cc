// Boxes of elements in lines: CSS 2.2, 10.6.1 (their height) and 9.4.2 (a box that is split
// over lines has no left and right edges where it is split; CSS Fragmentation 3, 5.4).

#include <algorithm>

#include "layout/borders.h"
#include "layout/line.h"
#include "layout/paragraph.h"

namespace sable::layout {

namespace {

using base::Length;
using style::ComputedStyle;

// The part of a box that stands on a line.
struct Part {
  uint32_t box = 0;
  Length left, right;
  bool any = false;  // something of it stands there
  bool ends_left = false, ends_right = false;
  bool closed = false;

  void reach(Length from, Length to) {
    left = any ? std::min(left, from) : from;
    right = any ? std::max(right, to) : to;
    any = true;
  }
};

Part part_of(uint32_t box) {
  Part part;
  part.box = box;
  return part;
}

class Parts {
 public:
  Parts(Context& context, const LineSource& source) : context_(context), source_(source) {
    for (const uint32_t box : source.open_boxes) parts_.push_back(part_of(box));
  }

  void add(const Piece& piece) {
    if (piece.atom.kind != Atom::Kind::edge) return reach(piece.x, piece.x + piece.width);
    const InlineEdge& edge = source_.content.edges[piece.atom.edge];
    reach(piece.x, piece.x + piece.width);  // of the boxes around it
    if (edge.opens) parts_.push_back(part_of(edge.box));
    const auto at = std::find_if(parts_.rbegin(), parts_.rend(),
                                 [&](const Part& part) { return part.box == edge.box; });
    if (at == parts_.rend()) return;
    end(*at, piece, edge.opens != piece.is_right_to_left());
    at->closed = !edge.opens;
  }

  // Of the boxes that end on the line and of those that go on, the outer ones first.
  std::vector<Part> take() {
    source_.open_boxes.clear();
    for (const Part& part : parts_) {
      if (!part.closed) source_.open_boxes.push_back(part.box);
    }
    return std::move(parts_);
  }

 private:
  void reach(Length from, Length to) {
    for (Part& part : parts_) {
      if (!part.closed) part.reach(from, to);
    }
  }

  // The edge of a box without its margin.
  void end(Part& part, const Piece& piece, bool at_left) {
    const ComputedStyle& style = context_.style(source_.content.boxes[part.box].style);
    const Length from = piece.x + (at_left ? style.margin.left : Length());
    const Length to = piece.x + piece.width - (at_left ? Length() : style.margin.right);
    part.reach(from, to);
    (at_left ? part.left : part.right) = at_left ? from : to;
    (at_left ? part.ends_left : part.ends_right) = true;
  }

  Context& context_;
  const LineSource& source_;
  std::vector<Part> parts_;
};

}  // namespace

void draw_inline_boxes(Context& context, const LineSource& source, const std::vector<Piece>& pieces,
                       Strip& strip) {
  if (source.content.boxes.empty()) return;
  Parts parts(context, source);
  for (const Piece& piece : pieces) parts.add(piece);
  const Length baseline = baseline_offset(context, source.block);
  for (const Part& part : parts.take()) {
    const InlineBox& box = source.content.boxes[part.box];
    const ComputedStyle& style = context.style(box.style);
    if (!part.any || part.right <= part.left) continue;
    const Length above = context.ascent(style) + style.padding.top + style.border.top.width;
    const Length below = context.descent(style) + style.padding.bottom + style.border.bottom.width;
    const Length top = baseline - style.baseline_shift - above;
    const base::Rect area{part.left, top, part.right - part.left, above + below};
    const auto fill = [&](const base::Rect& rect, base::Color color, bool behind) {
      Fragment fragment;
      fragment.item = Filled{rect, color, behind};
      fragment.artifact = Artifact::layout;
      fragment.provenance = box.provenance;
      strip.fragments.push_back(std::move(fragment));
    };
    if (style.background) fill(area, *style.background, true);
    draw_borders(area, style.border, {true, part.ends_right, true, part.ends_left},
                 [&](const base::Rect& rect, base::Color color) { fill(rect, color, false); });
  }
}

}  // namespace sable::layout
