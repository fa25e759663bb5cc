#include "layout/paragraph.h"

#include <algorithm>

#include "layout/breaker.h"
#include "layout/paragraph_items.h"

namespace sable::layout {

namespace {

using base::Length;
using style::Align;
using style::ComputedStyle;

// Alignment of a line that is not the last one, and of the last.
struct Alignment {
  Align inner = Align::left;
  Align last = Align::left;
};

Alignment alignment_of(const ComputedStyle& style) {
  const auto physical = [](Align align) {
    if (align == Align::start || align == Align::automatic) return Align::left;
    return align == Align::end ? Align::right : align;
  };
  Alignment alignment;
  alignment.inner = physical(style.align);
  // CSS Text 3, 6.3: `auto` is `start` for justified text.
  if (style.align_last != Align::automatic)
    alignment.last = physical(style.align_last);
  else
    alignment.last = alignment.inner == Align::justify ? Align::left : alignment.inner;
  return alignment;
}

// One attempt at a paragraph: how bad a line may be.
struct Pass {
  bool hyphenate;
  int32_t tolerance;
  int64_t emergency_ems;
};

// The TeXbook, chapter 14: first without hyphens, then with them, then with
// emergency stretch, at last so much that a line may be as loose as it will.
constexpr Pass kPasses[] = {{false, 100, 0}, {true, 200, 0}, {true, 1000, 3}, {true, 10000, 10}};

// A piece of a line, ready to be placed.
struct Piece {
  Atom atom;
  std::vector<const text::ShapedRun*> runs;
  Length width;
};

class Setter {
 public:
  Setter(Context& context, const InlineContent& content, style::StyleId block,
         const Measure& measure)
      : context_(context),
        content_(content),
        block_(context.style(block)),
        alignment_(alignment_of(block_)),
        measure_(measure) {}

  void set(std::vector<Strip>& lines) {
    const BreakResult breaks = find_breaks();
    size_t start = 0;
    for (const uint32_t at : breaks.breaks) {
      lines.push_back(line(start, at, at + 1 == items_.items.size()));
      start = next_start(at);
    }
  }

 private:
  BreakResult find_breaks() {
    const bool hyphens = block_.hyphens == style::Hyphens::automatic;
    bool made_with_hyphens = false;
    make(false);
    for (const Pass& pass : kPasses) {
      if (pass.hyphenate && hyphens && !made_with_hyphens) {
        make(true);
        made_with_hyphens = true;
      }
      const auto result = break_total_fit(items_.items, settings(pass));
      if (result) return *result;
    }
    overfull_ = true;
    return break_greedy(items_.items, settings(kPasses[3]));
  }

  void make(bool hyphenate) {
    ItemSettings settings;
    settings.hyphenate = hyphenate;
    settings.justified = alignment_.inner == Align::justify;
    settings.fill_last_line = alignment_.last == Align::justify;
    settings.indent = block_.text_indent;
    settings.line_width = measure_.width;
    items_ = make_items(context_, content_, settings);
  }

  BreakSettings settings(const Pass& pass) const {
    BreakSettings settings;
    settings.line_width = measure_.width;
    settings.tolerance = pass.tolerance;
    settings.emergency_stretch = block_.font_size * pass.emergency_ems;
    if (alignment_.inner != Align::justify) settings.ragged_stretch = block_.font_size * 4;
    return settings;
  }

  size_t next_start(size_t at) const {
    const auto& items = items_.items;
    size_t i = items[at].kind == ItemKind::penalty ? at + 1 : at;
    while (i < items.size() && items[i].kind != ItemKind::box &&
           !(items[i].kind == ItemKind::penalty && items[i].penalty <= kForced)) {
      ++i;
    }
    return i;
  }

  Strip line(size_t start, size_t end, bool last) {
    collect(start, end);
    place(start, end, last);
    return draw();
  }

  // The atoms of items [start, end), neighbouring parts of words joined and
  // shaped as one, and the hyphen if the line ends at one.
  void collect(size_t start, size_t end) {
    pieces_.clear();
    for (size_t i = start; i < end; ++i) {
      const Atom& atom = items_.atoms[i];
      if (atom.kind == Atom::Kind::nothing || atom.kind == Atom::Kind::hyphen) {
        if (items_.items[i].kind == ItemKind::box)
          pieces_.push_back({atom, {}, items_.items[i].width});
        continue;
      }
      if (continues_box(atom)) {
        grow_box(atom, items_.items[i].width);
      } else if (joins(atom)) {
        pieces_.back().atom.end = atom.end;
        pieces_.back().atom.run = nullptr;
      } else {
        pieces_.push_back({atom, {}, items_.items[i].width});
      }
    }
    const Atom& at_end = items_.atoms[end];
    if (at_end.kind == Atom::Kind::hyphen) {
      pieces_.push_back({at_end, {at_end.run}, at_end.run->advance});
    }
    for (Piece& piece : pieces_) shape(piece);
  }

  bool continues_box(const Atom& atom) const {
    return atom.kind == Atom::Kind::box && !pieces_.empty() &&
           pieces_.back().atom.kind == Atom::Kind::box && pieces_.back().atom.box == atom.box;
  }

  // Steps of a box on one line are one piece; one of them may have the codes.
  void grow_box(const Atom& step, Length width) {
    Piece& piece = pieces_.back();
    piece.width += width;
    if (piece.atom.segment == kNothing) piece.atom.segment = step.segment;
  }

  bool joins(const Atom& atom) const {
    if (atom.kind != Atom::Kind::text || atom.whole || pieces_.empty()) return false;
    const Atom& last = pieces_.back().atom;
    return last.kind == Atom::Kind::text && !last.whole && last.segment == atom.segment &&
           last.end == atom.begin;
  }

  void shape(Piece& piece) {
    const Atom& atom = piece.atom;
    if (atom.kind == Atom::Kind::space) {
      piece.runs = {atom.run};
    } else if (atom.kind == Atom::Kind::text && atom.run != nullptr) {
      piece.runs = {atom.run};
    } else if (atom.kind == Atom::Kind::text) {
      const Segment& segment = content_.segments[atom.segment];
      context_.shape(std::string_view(content_.text).substr(atom.begin, atom.end - atom.begin),
                     context_.style(segment.style), segment.provenance, piece.runs);
    }
    if (piece.runs.empty()) return;
    piece.width = {};
    for (const text::ShapedRun* run : piece.runs) piece.width += run->advance;
  }

  // Gives each space its share of what the line lacks or has too much.
  void place(size_t start, size_t end, bool last) {
    Length natural;
    Length stretch;
    Length shrink;
    int64_t box_fills = 0;
    bool fills = false;
    for (size_t i = start; i < end; ++i) fills = fills || items_.items[i].fills;
    for (const Piece& piece : pieces_) {
      natural += piece.width;
      if (piece.atom.kind == Atom::Kind::space) {
        stretch += piece.width / 2;
        shrink += piece.width / 3;
      }
      if (piece.atom.kind == Atom::Kind::fill) ++box_fills;
    }
    const Length missing = measure_.width - natural;
    const bool ends_in_box = items_.items[end].kind == ItemKind::penalty &&
                             items_.items[end].stretch > Length() && missing > Length();
    const Align align = last || fills ? alignment_.last : alignment_.inner;
    offset_ = {};
    if (ends_in_box) {
      pieces_.back().width += missing;
    } else if (missing < Length() && alignment_.inner == Align::justify) {
      spread(missing, shrink);
      report_overfull(missing, shrink);
    } else if (box_fills > 0) {
      widen_fills(missing, box_fills);
    } else if (align == Align::justify && !fills) {
      spread(missing, stretch);
    } else {
      report_overfull(missing, {});
      if (align == Align::right) offset_ = missing;
      if (align == Align::center) offset_ = missing / 2;
    }
  }

  void widen_fills(Length missing, int64_t count) {
    for (Piece& piece : pieces_) {
      if (piece.atom.kind == Atom::Kind::fill) piece.width = std::max(Length(), missing / count);
    }
  }

  // Shares `amount` among the spaces so that their sum is exact.
  void spread(Length amount, Length total) {
    if (total <= Length()) return;
    Length seen;
    Length given;
    for (Piece& piece : pieces_) {
      if (piece.atom.kind != Atom::Kind::space) continue;
      seen += amount > Length() ? piece.width / 2 : piece.width / 3;
      const Length due = amount.scaled(seen.units(), total.units());
      piece.width += due - given;
      given = due;
    }
  }

  void report_overfull(Length missing, Length shrink) {
    // A quarter of a point is seen by nobody.
    if (-missing <= shrink + Length::points(1, 4) || !overfull_) return;
    base::Diagnostic diagnostic = base::error_without_place(
        base::Fault::input, "SBL0851", "a line is wider than its measure and could not be broken",
        "allow a break in its longest word (U+200B), or reword it");
    diagnostic.severity = base::Severity::warning;
    if (!content_.segments.empty()) {
      diagnostic.ordinal = content_.segments.front().provenance.ordinal;
    }
    context_.problem(std::move(diagnostic));
  }

  Strip draw() {
    strip_ = {};
    strip_.height = block_.line_height;
    baseline_ = baseline_offset(context_, block_);
    Length x = measure_.x + offset_;
    open_ = nullptr;
    decoration_ = {};
    for (const Piece& piece : pieces_) {
      draw(piece, x);
      x += piece.width;
    }
    end_decoration();
    return std::move(strip_);
  }

  void draw(const Piece& piece, Length x) {
    switch (piece.atom.kind) {
      case Atom::Kind::nothing:
      case Atom::Kind::fill:
        break;
      case Atom::Kind::box:
        draw_box(piece, x);
        break;
      case Atom::Kind::text:
      case Atom::Kind::space:
      case Atom::Kind::hyphen:
        draw_runs(piece, x);
        break;
    }
  }

  void draw_box(const Piece& piece, Length x) {
    end_decoration();
    open_ = nullptr;
    const BoxShape& shape = items_.boxes[piece.atom.box];
    BoxPlace place;
    place.origin = {x, baseline_};
    place.width = piece.width;
    for (const Piece& other : pieces_) {
      if (other.atom.kind == Atom::Kind::fill && other.atom.box == piece.atom.box) {
        place.width += other.width;
      }
    }
    place.shows_code = piece.atom.segment != kNothing;
    if (place.shows_code) place.leaf = content_.segments[piece.atom.segment].leaf;
    draw_inline_box(context_, shape, place, strip_);
  }

  void draw_runs(const Piece& piece, Length x) {
    const Segment& segment = content_.segments[piece.atom.segment];
    const ComputedStyle& style = context_.style(segment.style);
    const Length baseline = baseline_ - style.baseline_shift;
    GlyphRun& glyphs = fragment_for(segment, style, {x, baseline});
    Length at = x - glyphs.origin.x;
    for (const text::ShapedRun* run : piece.runs) {
      glyphs.runs.push_back({run, at});
      at += run->advance;
    }
    decorate(segment, style, x, piece.width);
    if (segment.note != kNothing && !has_note(segment.note)) strip_.notes.push_back(segment.note);
    if (segment.link != kNothing) link(segment, style, x, piece.width);
  }

  bool has_note(NoteId note) const {
    return std::find(strip_.notes.begin(), strip_.notes.end(), note) != strip_.notes.end();
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
  void decorate(const Segment& segment, const ComputedStyle& style, Length x, Length width) {
    const bool wanted = style.decoration.underline || style.decoration.line_through;
    if (decoration_.style != nullptr && decoration_.style != &style) end_decoration();
    if (!wanted) return;
    if (decoration_.style == nullptr) decoration_ = {&style, x, x, segment.provenance};
    decoration_.end = x + width;
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

  void link(const Segment& segment, const ComputedStyle& style, Length x, Length width) {
    const InlineLink& target = content_.links[segment.link];
    const Length ascent = context_.ascent(style);
    const base::Rect area{x, baseline_ - ascent, width, ascent + context_.descent(style)};
    if (!strip_.links.empty() && strip_.links.back().element == target.element) {
      strip_.links.back().area.width = area.right() - strip_.links.back().area.x;
      return;
    }
    strip_.links.push_back({area, target.url, target.destination, target.contents, target.element});
  }

  struct OpenDecoration {
    const ComputedStyle* style = nullptr;
    Length begin, end;
    markup::Provenance provenance;
  };

  Context& context_;
  const InlineContent& content_;
  const ComputedStyle& block_;
  const Alignment alignment_;
  const Measure measure_;
  ParagraphItems items_;
  std::vector<Piece> pieces_;
  Length offset_;
  Length baseline_;
  Strip strip_;
  const Segment* open_ = nullptr;
  OpenDecoration decoration_;
  bool overfull_ = false;
};

}  // namespace

base::Length baseline_offset(Context& context, const ComputedStyle& style) {
  // CSS 2.2, 10.8.1: half of the leading goes above the text.
  const Length ascent = context.ascent(style);
  const Length leading = style.line_height - ascent - context.descent(style);
  return leading / 2 + ascent;
}

void set_paragraph(Context& context, const InlineContent& content, style::StyleId block,
                   const Measure& measure, std::vector<Strip>& lines) {
  Setter(context, content, block, measure).set(lines);
}

}  // namespace sable::layout
