#include "layout/paragraph.h"

#include <algorithm>

#include <fmt/format.h>

#include "layout/breaker.h"
#include "layout/line.h"
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

Alignment alignment_of(const ComputedStyle& style, bool right_to_left) {
  const Align start = right_to_left ? Align::right : Align::left;
  const Align end = right_to_left ? Align::left : Align::right;
  const auto physical = [&](Align align) {
    if (align == Align::start || align == Align::automatic) return start;
    return align == Align::end ? end : align;
  };
  Alignment alignment;
  alignment.inner = physical(style.align);
  // CSS Text 3, 6.3: `auto` is `start` for justified text.
  if (style.align_last != Align::automatic)
    alignment.last = physical(style.align_last);
  else
    alignment.last = alignment.inner == Align::justify ? start : alignment.inner;
  return alignment;
}

constexpr std::string_view kSoftHyphen = "\u00AD";

// Where no line ends at it a soft hyphen is not there: whoever searches the text finds
// the word.
std::string without_soft_hyphens(std::string_view text) {
  std::string out(text);
  for (size_t at = out.find(kSoftHyphen); at != std::string::npos; at = out.find(kSoftHyphen, at)) {
    out.erase(at, kSoftHyphen.size());
  }
  return out;
}

// A last line is too short below so many halves of the font size: it holds one
// short word.
constexpr int64_t kShortLine = 5;

// One attempt at a paragraph: how bad a line may be.
struct Pass {
  bool hyphenate;
  int32_t tolerance;
  int64_t emergency_ems;
};

// The TeXbook, chapter 14: first without hyphens, then with them, then with
// emergency stretch, at last so much that a line may be as loose as it will.
constexpr Pass kPasses[] = {{false, 100, 0}, {true, 200, 0}, {true, 1000, 3}, {true, 10000, 10}};

class Setter {
 public:
  Setter(Context& context, const InlineContent& content, style::StyleId block,
         const ParagraphShape& shape)
      : context_(context),
        content_(content),
        block_(context.style(block)),
        levels_(text::resolve_levels(content.text_for_bidi(), base_direction(block_.direction))),
        alignment_(alignment_of(block_, levels_.is_right_to_left())),
        has_soft_hyphens_(content.text.find(kSoftHyphen) != std::string::npos),
        shape_(shape),
        measure_(shape.measure) {}

  void set(std::vector<Strip>& lines) {
    if (levels_.reorders()) context_.reorders = true;
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
    const ItemSettings settings{.hyphenate = hyphenate,
                                .justified = alignment_.inner == Align::justify,
                                .fill_last_line = alignment_.last == Align::justify,
                                .hang_before = hangs(Align::left, Align::right),
                                .hang_after = hangs(Align::right, Align::left),
                                .indent = block_.text_indent,
                                .line_width = narrowest(),
                                .language = block_.language,
                                .levels = levels_};
    items_ = make_items(context_, content_, settings);
  }

  // What no box may be wider than.
  Length narrowest() const {
    Length width = shape_.measure.width;
    for (const Measure& line : shape_.first_lines) width = std::min(width, line.width);
    return width;
  }

  // Whether lines are flush where they begin (or end): at that edge of text that runs
  // from left to right, or of text that runs from right to left.
  bool hangs(Align left_to_right, Align right_to_left) const {
    const Align edge = levels_.is_right_to_left() ? right_to_left : left_to_right;
    return block_.margin_kerning &&
           (alignment_.inner == Align::justify || alignment_.inner == edge);
  }

  BreakSettings settings(const Pass& pass) const {
    BreakSettings settings;
    settings.short_last_line = std::max(block_.text_indent, block_.font_size * kShortLine / 2);
    settings.line_width = shape_.measure.width;
    for (const Measure& line : shape_.first_lines) settings.first_lines.push_back(line.width);
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
    const std::vector<Measure>& first = shape_.first_lines;
    measure_ = line_number_ < first.size() ? first[line_number_] : shape_.measure;
    ++line_number_;
    collect(start, end);
    place(start, end, last);
    arrange();
    const LineSource source{content_, items_, block_, levels_.reorders(), open_boxes_};
    Strip strip = draw_line(context_, source, pieces_);
    strip.ends_in_hyphen = items_.atoms[end].kind == Atom::Kind::hyphen;
    return strip;
  }

  // The atoms of items [start, end), neighbouring parts of words joined and
  // shaped as one, and the hyphen if the line ends at one.
  void collect(size_t start, size_t end) {
    pieces_.clear();
    for (size_t i = start; i < end; ++i) {
      const Atom& atom = items_.atoms[i];
      if (atom.kind == Atom::Kind::nothing || atom.kind == Atom::Kind::hyphen) {
        if (items_.items[i].kind == ItemKind::box)
          pieces_.push_back({atom, {}, items_.items[i].width, {}});
        continue;
      }
      if (continues_box(atom)) {
        grow_box(atom, items_.items[i].width);
      } else if (joins(atom)) {
        pieces_.back().atom.end = atom.end;
        pieces_.back().atom.run = nullptr;
      } else {
        pieces_.push_back({atom, {}, items_.items[i].width, {}});
      }
    }
    const Atom& at_end = items_.atoms[end];
    if (at_end.kind == Atom::Kind::hyphen) {
      pieces_.push_back({at_end, {at_end.run}, at_end.run->advance, {}});
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
           last.end == atom.begin && last.level == atom.level;
  }

  void shape(Piece& piece) {
    const Atom& atom = piece.atom;
    if (atom.kind == Atom::Kind::gap || atom.kind == Atom::Kind::leader) {
      piece.runs = {atom.run};
      return;  // as wide as it is made
    }
    if (atom.kind == Atom::Kind::space) {
      piece.runs = {atom.run};
    } else if (atom.kind == Atom::Kind::text && atom.run != nullptr && !has_soft_hyphens_) {
      piece.runs = {atom.run};
    } else if (atom.kind == Atom::Kind::text && atom.whole) {
      piece.runs = {atom.run};
    } else if (atom.kind == Atom::Kind::text) {
      const Segment& segment = content_.segments[atom.segment];
      const std::string text = without_soft_hyphens(
          std::string_view(content_.text).substr(atom.begin, atom.end - atom.begin));
      context_.shape({text, run_shape(content_, levels_, atom.begin, atom.end)},
                     context_.style(segment.style), segment.provenance, piece.runs);
    }
    if (piece.runs.empty()) return;
    piece.width = {};
    for (const text::ShapedRun* run : piece.runs) piece.width += run->advance;
  }

  // How far a line of items [start, end) stands out where it begins and ends.
  void hang(size_t start, size_t end) {
    const std::vector<Item>& items = items_.items;
    hang_before_ = hang_after_ = {};
    if (start >= end) return;
    const bool at_penalty = items[end].kind == ItemKind::penalty && items[end].width > Length();
    hang_before_ = items[start].hang_before;
    hang_after_ = items[at_penalty ? end : end - 1].hang_after;
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
      if (takes_what_is_left(piece)) ++box_fills;
    }
    hang(start, end);
    const Length missing = measure_.width + hang_before_ + hang_after_ - natural;
    const bool ends_in_box = items_.items[end].kind == ItemKind::penalty &&
                             items_.items[end].stretch > Length() && missing > Length();
    const Align align = last || fills ? alignment_.last : alignment_.inner;
    offset_ = levels_.is_right_to_left() ? -hang_after_ : -hang_before_;
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
      if (align == Align::right) offset_ += missing;
      if (align == Align::center) offset_ += missing / 2;
    }
    if (levels_.is_right_to_left() && missing < Length()) start_at_right();
  }

  // What is too wide sticks out where the line ends.
  void start_at_right() {
    offset_ = measure_.width + hang_before_;
    for (const Piece& piece : pieces_) offset_ -= piece.width;
  }

  void widen_fills(Length missing, int64_t count) {
    for (Piece& piece : pieces_) {
      if (takes_what_is_left(piece))
        piece.width = std::max(Length(), piece.width + missing / count);
    }
  }

  static bool takes_what_is_left(const Piece& piece) {
    return piece.atom.kind == Atom::Kind::fill || piece.atom.kind == Atom::Kind::leader;
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
        base::Fault::input, "SBL0851",
        fmt::format(
            "line {} of a paragraph is {} pt wider than its measure and could not be broken",
            line_number_, base::to_points(-missing - shrink, 1)),
        "allow a break in its longest word (U+200B), or reword it");
    diagnostic.severity = base::Severity::warning;
    if (!content_.segments.empty()) {
      diagnostic.ordinal = content_.segments.front().provenance.ordinal;
    }
    context_.problem(std::move(diagnostic));
  }

  // UAX #9, L2: pieces that run from right to left stand in that order.
  void arrange() {
    Length x = measure_.x + offset_;
    if (!levels_.reorders()) {
      for (Piece& piece : pieces_) x = put(piece, x);
      return;
    }
    std::vector<uint8_t> levels;
    for (const Piece& piece : pieces_) levels.push_back(piece.atom.level);
    for (const uint32_t i : text::visual_order(levels)) x = put(pieces_[i], x);
  }

  static Length put(Piece& piece, Length x) {
    piece.x = x;
    return x + piece.width;
  }

  Context& context_;
  const InlineContent& content_;
  const ComputedStyle& block_;
  const text::Levels levels_;
  const Alignment alignment_;
  const bool has_soft_hyphens_;
  const ParagraphShape& shape_;
  Measure measure_;  // of the line under way
  ParagraphItems items_;
  std::vector<Piece> pieces_;
  std::vector<uint32_t> open_boxes_;
  Length offset_;
  Length hang_before_, hang_after_;
  uint32_t line_number_ = 0;
  bool overfull_ = false;
};

}  // namespace

text::BaseDirection base_direction(style::Direction direction) {
  switch (direction) {
    case style::Direction::left_to_right:
      return text::BaseDirection::left_to_right;
    case style::Direction::right_to_left:
      return text::BaseDirection::right_to_left;
    case style::Direction::automatic:
      break;
  }
  return text::BaseDirection::automatic;
}

base::Length baseline_offset(Context& context, const ComputedStyle& style) {
  // CSS 2.2, 10.8.1: half of the leading goes above the text.
  const Length ascent = context.ascent(style);
  const Length leading = style.line_height - ascent - context.descent(style);
  return leading / 2 + ascent;
}

void set_paragraph(Context& context, const InlineContent& content, style::StyleId block,
                   const ParagraphShape& shape, std::vector<Strip>& lines) {
  Setter(context, content, block, shape).set(lines);
}

}  // namespace sable::layout
