#include "pdf/content.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pdf/number.h"
#include "pdf/strings.h"

namespace sable::pdf {
namespace {

using layout::Artifact;
using layout::Fragment;
using layout::LeafId;

// Beyond this a gap is no longer part of a line: 20 em.
constexpr int64_t kWidestGap = 20'000;

// What a marked-content sequence is for. Boxes without a leaf are decoration.
struct Mark {
  Artifact artifact = Artifact::layout;
  LeafId leaf = layout::kNoLeaf;
  bool operator==(const Mark&) const = default;
};

Mark mark_of(const Fragment& fragment) {
  if (fragment.artifact != Artifact::none) return {fragment.artifact, layout::kNoLeaf};
  if (fragment.leaf == layout::kNoLeaf) return {Artifact::layout, layout::kNoLeaf};
  return {Artifact::none, fragment.leaf};
}

const char* artifact_properties(Artifact artifact) {
  switch (artifact) {
    case Artifact::header:
      return "<</Type/Pagination/Subtype/Header>>";
    case Artifact::footer:
      return "<</Type/Pagination/Subtype/Footer>>";
    case Artifact::watermark:
      return "<</Type/Pagination/Subtype/Watermark>>";
    default:
      return "<</Type/Layout>>";
  }
}

void append_channel(std::string& out, uint8_t channel) {
  append_thousandths(out, (channel * 1000 + 127) / 255);
  out += ' ';
}

// "0 g" or "1 0 0 rg"; with capitals for lines.
void append_color(std::string& out, base::Color color, bool stroking) {
  append_channel(out, color.red);
  if (color.red == color.green && color.green == color.blue) {
    out += stroking ? "G\n" : "g\n";
    return;
  }
  append_channel(out, color.green);
  append_channel(out, color.blue);
  out += stroking ? "RG\n" : "rg\n";
}

class Writer {
 public:
  Writer(const layout::Page& page, uint32_t page_index, const ContentSource& source)
      : page_(page), page_index_(page_index), source_(source) {}

  Content write();

 private:
  // The line that the open TJ array belongs to.
  struct Line {
    uint32_t font = 0;
    base::Length size;
    base::Length start;     // x of its first run
    base::Length baseline;  // y on the page
    MicroEm pen = 0;        // from start
  };

  void open(const Mark& mark, bool text);
  void open_leaf(LeafId leaf);
  void close_mark();
  void begin_text();
  void end_text();
  void close_line();
  void end_reversed();
  void show(const layout::GlyphRun& glyphs);
  void show_run(base::Point origin, const EncodedRun& run);
  bool continues(base::Point origin, const EncodedRun& run, int64_t& gap) const;
  void start_line(base::Point origin, const EncodedRun& run);
  void set_font(const EncodedRun& run);
  void set_fill(base::Color color);
  void draw(const Fragment& fragment);
  void draw_turned();
  void fill(const layout::Filled& box);
  void stroke(const layout::Stroked& box);
  void place(const layout::Image& image);
  void append_rectangle(const base::Rect& area);
  Thousandths flipped(base::Length y) const { return to_thousandths(page_.size.height - y); }

  const layout::Page& page_;
  const uint32_t page_index_;
  const ContentSource& source_;
  size_t next_run_ = 0;  // of source_.encoded
  Content content_;
  std::string& out_ = content_.operators;

  std::optional<Mark> mark_;
  bool mark_in_text_ = false;     // it was opened inside BT and has to end there
  std::vector<LeafId> replaced_;  // leaves whose ActualText this page has given
  bool in_text_ = false;
  bool in_line_ = false;
  bool reversed_ = false;  // inside ReversedChars
  Line line_;
  Thousandths line_x_ = 0, line_y_ = 0;  // where Td last moved to
  std::optional<std::pair<uint32_t, base::Length>> font_;
  base::Color fill_, stroke_;  // both black at the start of a page
  base::Length line_width_ = base::Length::points(1);
};

void Writer::close_line() {
  if (in_line_) out_ += ")]TJ\n";
  in_line_ = false;
}

void Writer::begin_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  line_x_ = line_y_ = 0;
}

void Writer::end_text() {
  end_reversed();
  close_line();
  if (in_text_) out_ += "ET\n";
  in_text_ = false;
}

void Writer::end_reversed() {
  if (!reversed_) return;
  close_line();
  out_ += "EMC\n";
  reversed_ = false;
}

void Writer::close_mark() {
  if (!mark_) return;
  end_reversed();
  close_line();
  if (!mark_in_text_) end_text();  // BT and BDC nest (ISO 32000-1, 14.6.1)
  out_ += "EMC\n";
  mark_.reset();
}

// Makes `mark` the open sequence, inside or outside a text object.
void Writer::open(const Mark& mark, bool text) {
  if (mark_ == mark && (text || !mark_in_text_)) {
    if (text) {
      begin_text();
    } else {
      end_text();
    }
    return;
  }
  close_mark();
  if (text) {
    begin_text();
  } else {
    end_text();
  }
  if (mark.leaf == layout::kNoLeaf) {
    out_ += "/Artifact";
    out_ += artifact_properties(mark.artifact);
    out_ += "BDC\n";
  } else {
    open_leaf(mark.leaf);
  }
  mark_ = mark;
  mark_in_text_ = text;
}

// A leaf with ActualText is a Span whatever its element, because readers look
// for it there. Where it goes on, on this page or the next, it adds nothing.
void Writer::open_leaf(LeafId id) {
  const layout::Leaf& leaf = source_.structure.leaves[id];
  const bool replaced = !leaf.actual_text.empty();
  out_ += '/';
  out_ += replaced ? "Span" : layout::role_name(source_.structure.elements[leaf.element].role);
  out_ += "<</MCID ";
  append_integer(out_, static_cast<int64_t>(content_.leaves.size()));
  content_.leaves.push_back(id);
  if (replaced) {
    const bool again = source_.first_page[id] != page_index_ ||
                       std::find(replaced_.begin(), replaced_.end(), id) != replaced_.end();
    if (!again) replaced_.push_back(id);
    out_ += "/ActualText";
    append_text_string(out_, again ? std::string_view() : std::string_view(leaf.actual_text));
  }
  out_ += ">>BDC\n";
}

void Writer::set_fill(base::Color color) {
  if (color == fill_) return;
  close_line();
  append_color(out_, color, false);
  fill_ = color;
}

void Writer::set_font(const EncodedRun& run) {
  const std::pair font{run.font, run.size};
  if (font_ == font) return;
  out_ += "/F";
  append_integer(out_, run.font);
  out_ += ' ';
  append_thousandths(out_, to_thousandths(run.size));
  out_ += " Tf\n";
  font_ = font;
}

void Writer::start_line(base::Point origin, const EncodedRun& run) {
  close_line();
  set_font(run);
  const Thousandths x = to_thousandths(origin.x), y = flipped(origin.y);
  append_thousandths(out_, x - line_x_);
  out_ += ' ';
  append_thousandths(out_, y - line_y_);
  out_ += " Td[(";
  line_x_ = x;
  line_y_ = y;
  line_ = {run.font, run.size, origin.x, origin.y, 0};
  in_line_ = true;
}

// Whether the run can join the open array, `gap` thousandths of an em behind it.
bool Writer::continues(base::Point origin, const EncodedRun& run, int64_t& gap) const {
  if (!in_line_ || line_.font != run.font || line_.size != run.size || line_.baseline != origin.y) {
    return false;
  }
  const int64_t size = run.size.units();
  const base::Length from_start = origin.x - line_.start;
  gap = to_glyph_units(from_start.scaled(1'000'000, size).units() - line_.pen);
  return gap >= -kWidestGap && gap <= kWidestGap;
}

void Writer::show(const layout::GlyphRun& glyphs) {
  for (const layout::PlacedRun& placed : glyphs.runs) {
    const EncodedRun& run = source_.codes.run(source_.encoded[page_index_][next_run_++]);
    if (run.begin == run.end) continue;
    set_fill(glyphs.color);
    show_run({glyphs.origin.x + placed.x, glyphs.origin.y}, run);
  }
}

// ISO 32000-1, 14.8.2.3.3: glyphs that run from right to left are shown from left to
// right, as readers expect, and marked as being in the reverse of the text's order.
void Writer::show_run(base::Point origin, const EncodedRun& run) {
  if (run.reversed != reversed_) {
    close_line();
    out_ += run.reversed ? "/ReversedChars BMC\n" : "EMC\n";
    reversed_ = run.reversed;
  }
  int64_t gap = 0;
  if (!continues(origin, run, gap)) {
    start_line(origin, run);
  } else if (gap != 0) {
    append_adjustment(out_, -gap);
    line_.pen += gap * 1000;
  }
  out_ += source_.codes.shown(run);
  line_.pen += run.width;
}

// Edges are rounded, not sizes, so that areas that touch still do.
void Writer::append_rectangle(const base::Rect& area) {
  const Thousandths left = to_thousandths(area.x), right = to_thousandths(area.right());
  const Thousandths top = flipped(area.y), bottom = flipped(area.bottom());
  append_thousandths(out_, left);
  out_ += ' ';
  append_thousandths(out_, bottom);
  out_ += ' ';
  append_thousandths(out_, right - left);
  out_ += ' ';
  append_thousandths(out_, top - bottom);
  out_ += " re ";
}

void Writer::fill(const layout::Filled& box) {
  set_fill(box.color);
  append_rectangle(box.area);
  out_ += "f\n";
}

void Writer::stroke(const layout::Stroked& box) {
  if (!(box.color == stroke_)) append_color(out_, box.color, true);
  stroke_ = box.color;
  // A line that is too thick for its area fills it, and goes no further.
  const base::Length width = std::min(box.width, std::min(box.area.width, box.area.height) / 2);
  if (width != line_width_) {
    append_thousandths(out_, to_thousandths(width));
    out_ += " w\n";
  }
  line_width_ = width;
  const base::Length half = width / 2;
  append_rectangle(
      {box.area.x + half, box.area.y + half, box.area.width - width, box.area.height - width});
  out_ += "S\n";
}

// ISO 32000-1, 8.9.5.1: an image fills the unit square.
void Writer::place(const layout::Image& image) {
  const Thousandths left = to_thousandths(image.area.x), right = to_thousandths(image.area.right());
  const Thousandths top = flipped(image.area.y), bottom = flipped(image.area.bottom());
  out_ += "q ";
  append_thousandths(out_, right - left);
  out_ += " 0 0 ";
  append_thousandths(out_, top - bottom);
  out_ += ' ';
  append_thousandths(out_, left);
  out_ += ' ';
  append_thousandths(out_, bottom);
  out_ += " cm/P";
  append_integer(out_, image.picture);
  out_ += " Do Q\n";
}

void Writer::draw(const Fragment& fragment) {
  if (const auto* glyphs = std::get_if<layout::GlyphRun>(&fragment.item)) {
    open(mark_of(fragment), true);
    show(*glyphs);
  } else if (const auto* filled = std::get_if<layout::Filled>(&fragment.item)) {
    open(mark_of(fragment), false);
    fill(*filled);
  } else if (const auto* stroked = std::get_if<layout::Stroked>(&fragment.item)) {
    open(mark_of(fragment), false);
    stroke(*stroked);
  } else if (const auto* image = std::get_if<layout::Image>(&fragment.item)) {
    open(mark_of(fragment), false);
    place(*image);
  }
}

// ISO 32000-1, 8.3.4: moved to the origin, turned, and moved back. Angles grow
// clockwise, as CSS has them.
void Writer::draw_turned() {
  constexpr double kHalfCircle = 3.14159265358979323846 / 180;
  const double angle = -page_.rotation * kHalfCircle;
  const auto unit = [](double value) {
    return static_cast<Thousandths>(std::llround(value * 1000));
  };
  const Thousandths cosine = unit(std::cos(angle)), sine = unit(std::sin(angle));
  const Thousandths x = to_thousandths(page_.turned_about.x), y = flipped(page_.turned_about.y);
  out_ += "q ";
  for (const Thousandths number : {cosine, sine, -sine, cosine, x - (cosine * x - sine * y) / 1000,
                                   y - (sine * x + cosine * y) / 1000}) {
    append_thousandths(out_, number);
    out_ += ' ';
  }
  out_ += "cm\n";
  for (uint32_t i = 0; i < page_.turned; ++i) draw(page_.fragments[i]);
  close_mark();
  end_text();
  out_ += "Q\n";
  font_.reset();
  fill_ = stroke_ = {};
  line_width_ = base::Length::points(1);
}

Content Writer::write() {
  out_.reserve(64 + page_.fragments.size() * 256);
  if (page_.turned > 0) draw_turned();
  for (size_t i = page_.turned; i < page_.fragments.size(); ++i) draw(page_.fragments[i]);
  close_mark();
  end_text();
  return std::move(content_);
}

}  // namespace

Content draw(const layout::Page& page, uint32_t page_index, const ContentSource& source) {
  return Writer(page, page_index, source).write();
}

}  // namespace sable::pdf
