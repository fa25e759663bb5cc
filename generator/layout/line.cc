#include "layout/line.h"

#include <algorithm>

#include "layout/change_bars.h"
#include "layout/paragraph.h"

namespace sable::layout {

namespace {

using base::Length;
using style::ComputedStyle;

Length advance_of(const std::vector<const text::ShapedRun*>& runs) {
  Length advance;
  for (const text::ShapedRun* run : runs) advance += run->advance;
  return advance;
}

class Drawer {
 public:
  Drawer(Context& context, const LineSource& source, const std::vector<Piece>& pieces)
      : context_(context), source_(source), pieces_(pieces) {}

  Strip draw() {
    strip_.height = source_.block.line_height;
    baseline_ = baseline_offset(context_, source_.block);
    draw_inline_boxes(context_, source_, pieces_, strip_);
    for (const Piece& piece : pieces_) {
      tell_change(piece);
      draw(piece);
    }
    end_decoration();
    return std::move(strip_);
  }

 private:
  void draw(const Piece& piece) {
    switch (piece.atom.kind) {
      case Atom::Kind::nothing:
      case Atom::Kind::edge:
      case Atom::Kind::fill:
        break;
      case Atom::Kind::box:
        draw_box(piece);
        break;
      case Atom::Kind::text:
      case Atom::Kind::space:
      case Atom::Kind::hyphen:
      case Atom::Kind::gap:
        draw_runs(piece);
        break;
      case Atom::Kind::leader:
        draw_leader(piece);
        break;
    }
  }

  void tell_change(const Piece& piece) {
    const Atom& atom = piece.atom;
    // Further lines of a box are of no segment.
    const bool is_box = atom.segment == kNothing && atom.box != kNothing;
    if (atom.segment == kNothing && !is_box) return;
    const style::StyleId style = is_box ? context_.styled(source_.items.boxes[atom.box].node).style
                                        : source_.content.segments[atom.segment].style;
    const style::StyleId bar = change_bar_of(context_, style);
    if (bar != kNoBar) strip_.change_bar = bar;
  }

  void draw_box(const Piece& piece) {
    end_decoration();
    open_ = nullptr;
    const BoxShape& shape = source_.items.boxes[piece.atom.box];
    BoxPlace place;
    place.origin = {piece.x, baseline_};
    place.width = piece.width;
    for (const Piece& other : pieces_) {
      if (other.atom.kind == Atom::Kind::fill && other.atom.box == piece.atom.box) {
        place.width += other.width;
        place.origin.x = std::min(place.origin.x, other.x);
      }
    }
    place.shows_code = piece.atom.segment != kNothing;
    place.starts_line = &piece == &pieces_.front();
    if (place.shows_code) place.leaf = source_.content.segments[piece.atom.segment].leaf;
    draw_inline_box(context_, shape, place, strip_);
  }

  void draw_runs(const Piece& piece) {
    const Segment& segment = source_.content.segments[piece.atom.segment];
    const ComputedStyle& style = context_.style(segment.style);
    const Length baseline = baseline_ - style.baseline_shift;
    if (!touches(piece)) open_ = nullptr;
    GlyphRun& glyphs = fragment_for(segment, style, {piece.x, baseline});
    widen(piece);
    Length at = piece.x - glyphs.origin.x;
    if (piece.is_right_to_left()) at += advance_of(piece.runs);
    for (const text::ShapedRun* run : piece.runs) {
      if (piece.is_right_to_left()) at -= run->advance;
      glyphs.runs.push_back({run, at});
      if (!piece.is_right_to_left()) at += run->advance;
    }
    decorate(segment, style, piece);
    if (segment.note != kNothing && !has_note(segment.note)) strip_.notes.push_back(segment.note);
    if (segment.link != kNothing) link(segment, style, piece);
    if (segment.anchor != kNothing && begins(piece, segment))
      strip_.anchors.push_back(segment.anchor);
  }

  // A segment may go on on the next line.
  static bool begins(const Piece& piece, const Segment& segment) {
    return piece.atom.kind != Atom::Kind::text || piece.atom.begin == segment.begin;
  }

  // GCPM 3, 3.2: the patterns of all leaders stand below one another, so they are
  // counted from the edge of the text. To a reader they are nothing.
  void draw_leader(const Piece& piece) {
    end_decoration();
    open_ = nullptr;
    const Segment& segment = source_.content.segments[piece.atom.segment];
    const ComputedStyle& style = context_.style(segment.style);
    const Length step = piece.atom.run->advance;
    if (step <= Length()) return;
    GlyphRun glyphs;
    const int64_t first = (piece.x.units() + step.units() - 1) / step.units();
    glyphs.origin = {step * first, baseline_ - style.baseline_shift};
    glyphs.color = style.color;
    Length x;
    for (; glyphs.origin.x + x + step <= piece.x + piece.width; x += step)
      glyphs.runs.push_back({piece.atom.run, x});
    if (glyphs.runs.empty()) return;
    Fragment fragment;
    fragment.item = std::move(glyphs);
    fragment.artifact = Artifact::layout;
    fragment.provenance = segment.provenance;
    strip_.fragments.push_back(std::move(fragment));
  }

  bool has_note(NoteId note) const {
    return std::find(strip_.notes.begin(), strip_.notes.end(), note) != strip_.notes.end();
  }

  // A fragment of a line in another order than its text has no gaps, so that nothing
  // else stands within its edges.
  bool touches(const Piece& piece) const {
    return !source_.reorders || piece.x == open_end_ || piece.x + piece.width == open_begin_;
  }

  void widen(const Piece& piece) {
    const Length end = piece.x + piece.width;
    const GlyphRun& glyphs = std::get<GlyphRun>(strip_.fragments.back().item);
    const bool fresh = glyphs.runs.empty();
    open_begin_ = fresh ? piece.x : std::min(open_begin_, piece.x);
    open_end_ = fresh ? end : std::max(open_end_, end);
  }

  // The open fragment if it has the same leaf, colour and baseline, or a new one.
  GlyphRun& fragment_for(const Segment& segment, const ComputedStyle& style, base::Point origin) {
    if (open_ == &segment) return std::get<GlyphRun>(strip_.fragments.back().item);
    if (open_ != nullptr && open_->leaf == segment.leaf) {
      auto* glyphs = std::get_if<GlyphRun>(&strip_.fragments.back().item);
      if (glyphs != nullptr && glyphs->origin.y == origin.y && glyphs->color == style.color) {
        open_ = &segment;
        return *glyphs;
      }
    }
    Fragment fragment;
    GlyphRun glyphs;
    glyphs.origin = origin;
    glyphs.color = style.color;
    glyphs.runs.reserve(pieces_.size());
    fragment.item = std::move(glyphs);
    fragment.leaf = segment.leaf;
    fragment.provenance = segment.provenance;
    strip_.fragments.push_back(std::move(fragment));
    open_ = &segment;
    return std::get<GlyphRun>(strip_.fragments.back().item);
  }

  // A rule under or through text grows along neighbouring pieces of one style.
  void decorate(const Segment& segment, const ComputedStyle& style, const Piece& piece) {
    const bool wanted = style.decoration.underline || style.decoration.line_through;
    const Length end = piece.x + piece.width;
    const bool apart = piece.x != decoration_.end && end != decoration_.begin;
    if (decoration_.style != nullptr && (decoration_.style != &style || apart)) end_decoration();
    if (!wanted) return;
    if (decoration_.style == nullptr) decoration_ = {&style, piece.x, piece.x, segment.provenance};
    decoration_.begin = std::min(decoration_.begin, piece.x);
    decoration_.end = std::max(decoration_.end, end);
  }

  void end_decoration() {
    if (decoration_.style == nullptr) return;
    const ComputedStyle& style = *decoration_.style;
    const auto& all = context_.faces(style);
    if (!all.empty()) {
      const text::FontMetrics& metrics = context_.input.shaper->fonts().metrics(all.front());
      const auto in_font = [&](int32_t units) {
        return style.font_size.scaled(units, metrics.units_per_em);
      };
      const Length baseline = baseline_ - style.baseline_shift;
      if (style.decoration.line_through) {
        rule(style, baseline - in_font(metrics.strikeout_position),
             in_font(metrics.strikeout_thickness));
      }
      if (style.decoration.underline) {
        rule(style, baseline + in_font(metrics.underline_position),
             in_font(metrics.underline_thickness));
      }
    }
    decoration_ = {};
    open_ = nullptr;
  }

  void rule(const ComputedStyle& style, Length top, Length thickness) {
    if (style.decoration.thickness > Length()) thickness = style.decoration.thickness;
    Fragment fragment;
    fragment.item = Filled{{decoration_.begin, top, decoration_.end - decoration_.begin, thickness},
                           style.decoration.color};
    fragment.artifact = Artifact::layout;
    fragment.provenance = decoration_.provenance;
    strip_.fragments.push_back(std::move(fragment));
  }

  // A link over several pieces is one area, unless something else has come to stand
  // between them.
  void link(const Segment& segment, const ComputedStyle& style, const Piece& piece) {
    const InlineLink& target = source_.content.links[segment.link];
    const Length ascent = context_.ascent(style);
    const base::Rect area{piece.x, baseline_ - ascent, piece.width,
                          ascent + context_.descent(style)};
    if (!strip_.links.empty() && strip_.links.back().element == target.element) {
      base::Rect& last = strip_.links.back().area;
      if (!source_.reorders || area.x == last.right() || area.right() == last.x) {
        const Length right = std::max(last.right(), area.right());
        last.x = std::min(last.x, area.x);
        last.width = right - last.x;
        return;
      }
    }
    strip_.links.push_back({area, target.url, target.destination, target.contents, target.element});
  }

  struct OpenDecoration {
    const ComputedStyle* style = nullptr;
    Length begin, end;
    markup::Provenance provenance;
  };

  Context& context_;
  const LineSource& source_;
  const std::vector<Piece>& pieces_;
  Length baseline_;
  Strip strip_;
  const Segment* open_ = nullptr;
  Length open_begin_, open_end_;  // edges of the open fragment
  OpenDecoration decoration_;
};

}  // namespace

Strip draw_line(Context& context, const LineSource& source, const std::vector<Piece>& pieces) {
  return Drawer(context, source, pieces).draw();
}

}  // namespace sable::layout
