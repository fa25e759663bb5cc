#include "layout/paragraph_items.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/margin_kerning.h"

namespace sable::layout {

namespace {

using base::Length;
using style::ComputedStyle;

constexpr int32_t kHyphenPenalty = 50;
// A box of lines grows by steps of this part of a line, and no line shows less of it
// than two of them.
constexpr int64_t kStepsOfALine = 24;
constexpr int64_t kLeastSteps = 2;
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kSoftHyphen = "\u00AD";

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
         !(c >= 0x3000 && c <= 0x303F);
}

class Maker {
 public:
  Maker(Context& context, const InlineContent& content, const ItemSettings& settings)
      : context_(context), content_(content), settings_(settings) {}

  ParagraphItems make() {
    std::vector<text::BreakOpportunity> breaks;
    context_.line_breaker.find(content_.text, settings_.language, breaks);
    out_.items.reserve(content_.text.size() / 3 + 8);
    out_.atoms.reserve(content_.text.size() / 3 + 8);
    if (settings_.indent != Length()) {
      Atom indent;
      indent.level = settings_.levels.base;
      add_box_item(settings_.indent, indent);
    }
    uint32_t begin = 0;
    for (const text::BreakOpportunity& opportunity : breaks) {
      chunk(begin, opportunity.offset);
      begin = opportunity.offset;
    }
    finish();
    return std::move(out_);
  }

 private:
  void add(Item item, Atom atom) {
    out_.items.push_back(item);
    out_.atoms.push_back(atom);
  }

  void add_box_item(Length width, Atom atom) {
    Item item;
    item.width = width;
    add(item, atom);
  }

  void add_penalty(int32_t penalty, bool flagged = false, Length width = {}, Atom atom = {}) {
    Item item;
    item.kind = ItemKind::penalty;
    item.penalty = penalty;
    item.flagged = flagged;
    item.width = width;
    add(item, atom);
  }

  void add_fill(Atom atom = {}) {
    add_penalty(kForbidden);
    Item item;
    item.kind = ItemKind::glue;
    item.fills = true;
    add(item, atom);
  }

  bool follows_box() const {
    return !out_.items.empty() && out_.items.back().kind == ItemKind::box;
  }

  bool follows_forced_break() const {
    return !out_.items.empty() && out_.items.back().kind == ItemKind::penalty &&
           out_.items.back().penalty <= kForced;
  }

  // Text between two break opportunities, with the spaces at its end.
  void chunk(uint32_t begin, uint32_t end) {
    uint32_t text_end = end;
    while (text_end > begin && content_.text[text_end - 1] == ' ' && !preserves(text_end - 1))
      --text_end;
    pieces(begin, text_end);
    closing_edges(end);
    if (text_end < end) {
      space(text_end, keeps_together(text_end));
    } else if (end < content_.text.size() && follows_box() && !keeps_together(end)) {
      break_without_space(end);
    }
  }

  // Whether the white space at that place is kept: CSS Text 3, 3.
  bool preserves(uint32_t at) const {
    if (!content_.preserves) return false;
    for (uint32_t i = segment_; i < content_.segments.size(); ++i) {
      if (content_.segments[i].end > at) return preserves(content_.segments[i]);
    }
    return false;
  }

  bool preserves(const Segment& segment) const {
    const style::WhiteSpace space = context_.style(segment.style).white_space;
    return space == style::WhiteSpace::pre || space == style::WhiteSpace::pre_wrap;
  }

  // A space that neither stretches nor falls away at the edge of a line.
  void kept_space(uint32_t at) {
    const text::ShapedRun* run =
        context_.shape_simple(" ", context_.style(content_.segments[segment_].style));
    if (run == nullptr) return;
    Atom atom;
    atom.kind = Atom::Kind::gap;
    atom.segment = segment_;
    atom.level = settings_.levels.at(at);
    atom.run = run;
    add_box_item(run->advance, atom);
  }

  // Whether the segment that `at` stands in, and not only begins, forbids breaks.
  bool keeps_together(uint32_t at) const {
    for (uint32_t i = segment_; i < content_.segments.size(); ++i) {
      const Segment& segment = content_.segments[i];
      if (segment.begin >= at) return false;
      if (segment.end <= at) continue;
      const style::WhiteSpace space = context_.style(segment.style).white_space;
      return space == style::WhiteSpace::nowrap || space == style::WhiteSpace::pre;
    }
    return false;
  }

  // A break between two characters: at a hyphen that is written, or elsewhere.
  void break_without_space(uint32_t at) {
    const std::string_view before = std::string_view(content_.text).substr(0, at);
    if (before.ends_with(kSoftHyphen)) return hyphen_break(segment_, at);
    const bool hyphen = before.ends_with('-') || before.ends_with("\u2010");
    add_penalty(hyphen ? kHyphenPenalty : 0, hyphen);
  }

  // A hyphen behind the character that ends at `at`.
  void hyphen_break(uint32_t segment, uint32_t at) {
    const text::ShapedRun* run = context_.hyphen(context_.style(content_.segments[segment].style));
    if (run == nullptr) return;
    Atom atom;
    atom.kind = Atom::Kind::hyphen;
    atom.segment = segment;
    atom.level = settings_.levels.at(at - 1);
    atom.run = run;
    add_penalty(kHyphenPenalty, true, run->advance, atom);
    hang_last(out_.items.back(), *run);
  }

  // The segments' shares of [begin, end); ranges come in ascending order.
  void pieces(uint32_t begin, uint32_t end) {
    const std::vector<Segment>& segments = content_.segments;
    while (segment_ < segments.size() && segments[segment_].end <= begin) ++segment_;
    for (uint32_t i = segment_; i < segments.size() && segments[i].begin < end; ++i) {
      segment_ = i;
      edges_before(std::max(begin, segments[i].begin));
      piece(segments[i], std::max(begin, segments[i].begin), std::min(end, segments[i].end));
    }
  }

  // All that stand before a byte.
  void edges_before(uint32_t at) {
    while (edge_ < content_.edges.size() && content_.edges[edge_].at <= at) edge();
  }

  // Those that end boxes stay with the text before them, and not with the space behind.
  void closing_edges(uint32_t at) {
    if (follows_forced_break()) return;
    while (edge_ < content_.edges.size() && content_.edges[edge_].at <= at &&
           !content_.edges[edge_].opens) {
      edge();
    }
  }

  // CSS 2.2, 9.4.2: margins, borders and padding take room at both ends of the box.
  void edge() {
    const InlineEdge& it = content_.edges[edge_];
    Atom atom;
    atom.kind = Atom::Kind::edge;
    atom.edge = edge_++;
    const uint32_t beside = it.opens || it.at == 0 ? it.at : it.at - 1;
    atom.level =
        beside < content_.text.size() ? settings_.levels.at(beside) : settings_.levels.base;
    const bool left = it.opens == ((atom.level & 1) == 0);
    add_box_item(edge_width(context_.style(content_.boxes[it.box].style), left), atom);
  }

  void piece(const Segment& segment, uint32_t begin, uint32_t end) {
    switch (segment.kind) {
      case Segment::Kind::box:
        return redaction(segment);
      case Segment::Kind::forced_break:
        return forced_break();
      case Segment::Kind::gap:
        return gap(segment);
      case Segment::Kind::leader:
        return leader(segment);
      case Segment::Kind::text:
        break;
    }
    // Spaces within: no-break spaces, and those where UAX #14 forbids a break.
    uint32_t word = begin;
    for (uint32_t i = begin; i < end; ++i) {
      const size_t space_length = space_at(i, end);
      if (space_length == 0) continue;
      if (i > word) word_piece(word, i);
      if (content_.text[i] == '\n')
        forced_break();
      else if (preserves(segment))
        kept_space(i);
      else
        space(i, true);
      i += static_cast<uint32_t>(space_length) - 1;
      word = i + 1;
    }
    if (end > word) word_piece(word, end);
  }

  size_t space_at(uint32_t i, uint32_t end) const {
    const std::string_view rest = std::string_view(content_.text).substr(i, end - i);
    if (rest.front() == ' ' || rest.front() == '\n') return 1;
    return rest.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
  }

  void forced_break() {
    add_fill();
    add_penalty(kForced);
  }

  Atom object(const Segment& segment, Atom::Kind kind, std::string_view text) {
    Atom atom;
    atom.kind = kind;
    atom.segment = segment_;
    atom.level = settings_.levels.at(segment.begin);
    atom.run = context_.shape_simple(text, context_.style(segment.style));
    return atom;
  }

  // What is left empty, and not drawn.
  static Atom space_of(const Atom& shown) {
    Atom atom;
    atom.level = shown.level;
    return atom;
  }

  // A space of a width of its own, at which no line ends.
  void gap(const Segment& segment) {
    const Atom atom = object(segment, Atom::Kind::gap, " ");
    if (segment.leaf == kNoLeaf) return add_box_item(segment.width, space_of(atom));
    if (atom.run != nullptr) add_box_item(segment.width, atom);
  }

  // Takes what its line has left, twice its pattern at least. What stands behind it
  // stays on its line (GCPM 3, 3.2).
  void leader(const Segment& segment) {
    const Atom atom = object(segment, Atom::Kind::leader, content_.leaders[segment.leader]);
    if (atom.run == nullptr) return;
    add_penalty(kForbidden);
    Item item;
    item.kind = ItemKind::glue;
    item.fills = true;
    item.width = atom.run->advance * 2;
    add(item, atom);
  }

  // Interword space: TeX's proportions, a half of it to stretch and a third to shrink.
  void space(uint32_t at, bool unbreakable) {
    while (segment_ + 1 < content_.segments.size() && content_.segments[segment_].end <= at)
      ++segment_;
    if (segment_ >= content_.segments.size()) return;
    const Segment& segment = content_.segments[segment_];
    if (at < segment.begin || at >= segment.end) return;
    if (!follows_box() && !unbreakable) return;
    const text::ShapedRun* run = context_.shape_simple(" ", context_.style(segment.style));
    if (run == nullptr) return;
    Atom atom;
    atom.kind = Atom::Kind::space;
    atom.segment = segment_;
    atom.level = settings_.levels.at(at);
    atom.run = run;
    Item item;
    item.kind = ItemKind::glue;
    item.width = run->advance;
    if (settings_.justified) {
      item.stretch = run->advance / 2;
      item.shrink = run->advance / 3;
    }
    if (unbreakable) add_penalty(kForbidden);
    add(item, atom);
  }

  // Letters of one segment without spaces, in pieces of one direction.
  void word_piece(uint32_t begin, uint32_t end) {
    while (begin < end) {
      const uint32_t to = settings_.levels.end_of_run(begin, end);
      level_piece(begin, to);
      begin = to;
    }
  }

  void level_piece(uint32_t begin, uint32_t end) {
    const Segment& segment = content_.segments[segment_];
    const ComputedStyle& style = context_.style(segment.style);
    runs_.clear();
    context_.shape({std::string_view(content_.text).substr(begin, end - begin),
                    run_shape(content_, settings_.levels, begin, end)},
                   style, segment.provenance, runs_);
    if (runs_.size() == 1 && settings_.hyphenate && style.hyphens == style::Hyphens::automatic) {
      return hyphenated(begin, end, *runs_[0]);
    }
    for (const text::ShapedRun* run : runs_) text_item(begin, end, run, runs_.size() > 1);
    if (runs_.empty()) return;
    hang_first(out_.items[out_.items.size() - runs_.size()], *runs_.front());
    hang_last(out_.items.back(), *runs_.back());
  }

  // Only what stands at the edge in its own direction hangs there: in a line that is
  // reordered another character may.
  bool may_hang() const { return out_.atoms.back().level == settings_.levels.base; }

  void hang_first(Item& item, const text::ShapedRun& run) const {
    if (settings_.hang_before && may_hang()) item.hang_before = hang_of_first(run, context_);
  }

  void hang_last(Item& item, const text::ShapedRun& run) const {
    if (settings_.hang_after && may_hang()) item.hang_after = hang_of_last(run, context_);
  }

  void text_item(uint32_t begin, uint32_t end, const text::ShapedRun* run, bool whole) {
    Atom atom;
    atom.kind = Atom::Kind::text;
    atom.segment = segment_;
    atom.begin = begin;
    atom.end = end;
    atom.run = run;
    atom.whole = whole;
    atom.level = settings_.levels.at(begin);
    add_box_item(run->advance, atom);
  }

  // A word in the pieces that hyphens may part. Their widths are those of its
  // clusters; the lines that are chosen are shaped anew.
  void hyphenated(uint32_t begin, uint32_t end, const text::ShapedRun& run) {
    const size_t first = out_.items.size();
    uint32_t from = begin;
    size_t i = begin;
    while (i < end) {
      size_t next = i;
      if (!is_letter(base::next_code_point(content_.text, next))) {
        i = next;
        continue;
      }
      const size_t word = i;
      while (i < end) {
        next = i;
        if (!is_letter(base::next_code_point(content_.text, next))) break;
        i = next;
      }
      const auto& points = context_.input.hyphenator.points(
          std::string_view(content_.text).substr(word, i - word),
          context_.style(content_.segments[segment_].style).language);
      for (const uint16_t point : points) {
        const auto at = static_cast<uint32_t>(word + point);
        part(begin, from, at, run);
        hyphen_break(segment_, at);
        from = at;
      }
    }
    part(begin, from, end, run);
    hang_first(out_.items[first], run);
    hang_last(out_.items.back(), run);
  }

  void part(uint32_t run_begin, uint32_t begin, uint32_t end, const text::ShapedRun& run) {
    text_item(begin, end, &run, false);
    if (end - begin < run.text.size()) {
      out_.items.back().width = advance_of(run, begin - run_begin, end - run_begin, context_);
      out_.atoms.back().run = nullptr;
    }
  }

  void redaction(const Segment& segment) {
    BoxShape shape = inline_box(context_, segment.node);
    // A box is cut to its line: a declared number of words may be larger.
    const Length over = shape.width - (settings_.line_width - settings_.indent);
    if (over > Length() && over < shape.box_width) {
      shape.width -= over;
      shape.box_width -= over;
    }
    Atom atom;
    atom.kind = Atom::Kind::box;
    atom.segment = segment_;
    atom.box = static_cast<uint32_t>(out_.boxes.size());
    atom.level = settings_.levels.at(segment.begin);
    out_.boxes.push_back(std::move(shape));
    if (out_.boxes.back().lines == 0) {
      add_box_item(out_.boxes.back().width, atom);
    } else if (ends_paragraph(segment)) {
      last_box(out_.boxes.back(), atom);
    } else {
      box_of_lines(out_.boxes.back(), atom);
    }
  }

  bool ends_paragraph(const Segment& segment) const {
    return content_.text.find_first_not_of(" \n", segment.end) == std::string::npos;
  }

  // A box that ends its paragraph takes the rest of its line, and whole lines.
  void last_box(const BoxShape& shape, Atom atom) {
    Atom fill = atom;
    fill.kind = Atom::Kind::fill;
    add_box_item(shape.width, atom);
    atom.segment = kNothing;
    for (uint32_t line = 1; line < shape.lines; ++line) {
      add_fill(fill);
      add_penalty(kForced);
      add_box_item({}, atom);
    }
    add_fill(fill);
    add_penalty(kForced);
  }

  // As much box as the declared lines hold, in steps that lines may end at. A line
  // that ends within the box is filled by it. The codes stand in the first part, or
  // behind the last.
  void box_of_lines(const BoxShape& shape, const Atom& shown) {
    // Rounded down: the steps of a whole line fit in it.
    const Length step = Length::raw(settings_.line_width.units() / kStepsOfALine);
    if (step <= Length()) return add_box_item(shape.width, shown);
    const Length beside = shape.width - shape.box_width;
    Atom further = shown;
    further.segment = kNothing;
    const bool code_last = beside > Length();
    const int64_t steps = int64_t{shape.lines} * kStepsOfALine;
    const int64_t needed = (shape.box_width.units() + step.units() - 1) / step.units();
    const int64_t first = std::clamp(needed, kLeastSteps, steps);
    add_box_item(step * first, code_last ? further : shown);
    const int64_t last = std::min(kLeastSteps, steps - first);
    for (int64_t i = first; i + last < steps; ++i) {
      step_break(step);
      add_box_item(step, further);
    }
    if (last > 0) step_break(step);
    if (last > 0 || code_last) add_box_item(step * last + beside, code_last ? shown : further);
  }

  void step_break(Length step) {
    add_penalty(0);
    out_.items.back().stretch = step * 4;
  }

  void finish() {
    // Nothing stands behind the last forced break of a box.
    if (follows_forced_break()) return;
    edges_before(static_cast<uint32_t>(content_.text.size()));
    if (!settings_.fill_last_line) add_fill();
    add_penalty(kForced);
  }

  Context& context_;
  const InlineContent& content_;
  const ItemSettings& settings_;
  ParagraphItems out_;
  uint32_t segment_ = 0;
  uint32_t edge_ = 0;  // the next one
  std::vector<const text::ShapedRun*> runs_;
};

}  // namespace

text::RunShape run_shape(const InlineContent& content, const text::Levels& levels, uint32_t begin,
                         uint32_t end) {
  text::RunShape shape;
  if (!levels.reorders()) return shape;
  if ((levels.at(begin) & 1) == 0) {
    shape.direction = text::RunDirection::left_to_right;
    return shape;
  }
  const std::string_view all = content.text;
  shape.direction = text::RunDirection::right_to_left;
  const std::string_view text = all.substr(begin, end - begin);
  shape.joins_before = text::joins_back(text) && text::joins_onward(all.substr(0, begin));
  shape.joins_after = text::joins_onward(text) && text::joins_back(all.substr(end));
  return shape;
}

base::Length edge_width(const ComputedStyle& style, bool left) {
  if (left) return style.margin.left + style.border.left.width + style.padding.left;
  return style.margin.right + style.border.right.width + style.padding.right;
}

base::Length advance_of(const text::ShapedRun& run, uint32_t begin, uint32_t end,
                        const Context& context) {
  int64_t units = 0;
  int64_t spaced = 0;
  for (const text::Glyph& glyph : run.glyphs) {
    if (glyph.text_begin < begin || glyph.text_begin >= end) continue;
    units += glyph.advance;
    spaced += glyph.advance != 0 ? 1 : 0;
  }
  const text::FontMetrics& metrics = context.input.shaper->fonts().metrics(run.font);
  return run.size.scaled(units, metrics.units_per_em) + run.letter_spacing * spaced;
}

ParagraphItems make_items(Context& context, const InlineContent& content,
                          const ItemSettings& settings) {
  return Maker(context, content, settings).make();
}

}  // namespace sable::layout
