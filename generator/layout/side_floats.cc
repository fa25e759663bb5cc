#include "layout/side_floats.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sable::layout {

namespace {

using base::Length;

bool is_of(const SideFloat& one, style::Clear side) {
  return side == style::Clear::both || (side == style::Clear::left && one.left) ||
         (side == style::Clear::right && !one.left);
}

template <typename T>
void move_to_front(std::vector<T>& from, std::vector<T>& to) {
  to.insert(to.begin(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Length SideFloats::end_of(style::Clear side) const {
  Length end;
  for (const SideFloat& one : floats_) {
    if (is_of(one, side)) end = std::max(end, one.end());
  }
  return end;
}

Length SideFloats::height_with(Length height, Length margin) const {
  Length top = bottom_ + margin;
  for (const SideFloat& one : floats_) {
    if (one.placed) top = std::max(top, one.end());
  }
  for (const SideFloat& one : floats_) {
    if (!one.placed) top += one.above + one.height + one.below;
  }
  return top + height;
}

// CSS 2.2, 9.5.1: not above one that is written before it. Those of one side stand below
// one another, though, as a column of pictures does.
void SideFloats::place(Length margin, Length text_width, Length least) {
  for (size_t i = 0; i < floats_.size(); ++i) {
    SideFloat& one = floats_[i];
    if (one.placed) continue;
    Length start = bottom_ + margin;
    for (size_t k = 0; k < i; ++k) {
      const SideFloat& other = floats_[k];
      const bool beside = other.left != one.left && one.width + other.width + least <= text_width;
      start = std::max(start, beside ? other.top - other.above : other.end());
    }
    one.top = start + one.above;
    one.placed = true;
  }
}

std::vector<Measure> SideFloats::lines(const Measure& measure, Length line_height,
                                       Length margin) const {
  std::vector<Measure> lines;
  const Length end = end_of(style::Clear::both);
  const Length step = std::max(line_height, Length::points(1));
  for (Length top = bottom_ + margin; top < end; top += step) {
    Length left, right;
    for (const SideFloat& one : floats_) {
      if (one.top - one.above >= top + step || one.end() <= top) continue;
      if (!one.left) {
        right = std::max(right, measure.x + measure.width - one.x);
      } else if (measure.x >= one.x) {
        left = std::max(left, one.width);  // what is indented stays so beside it
      } else {
        left = std::max(left, one.x + one.width - measure.x);
      }
    }
    lines.push_back({measure.x + left, measure.width - left - right});
  }
  return lines;
}

bool SideFloats::has_loose() const {
  return std::any_of(floats_.begin(), floats_.end(),
                     [](const SideFloat& one) { return one.placed && !one.attached; });
}

bool SideFloats::goes_on() const {
  return std::any_of(floats_.begin(), floats_.end(),
                     [this](const SideFloat& one) { return one.attached && one.end() > bottom_; });
}

void SideFloats::pass(const Context& context, Strip& strip) {
  strip.beside_float = goes_on();
  const Length top = bottom_ + strip.space_before;
  // The last one first, since each goes before what is there.
  for (auto one = floats_.rbegin(); one != floats_.rend(); ++one) {
    if (!one->placed || std::exchange(one->attached, true)) continue;
    attach(context, *one, one->top - top, strip);
  }
  bottom_ = top + strip.height;
  std::erase_if(floats_,
                [this](const SideFloat& one) { return one.placed && one.end() <= bottom_; });
  if (floats_.empty()) bottom_ = {};
}

void SideFloats::forget(style::Clear side) {
  std::erase_if(floats_, [side](const SideFloat& one) { return is_of(one, side); });
  if (floats_.empty()) bottom_ = {};
}

// As a table takes what stands in its cells.
void SideFloats::attach(const Context& context, SideFloat& from, Length top, Strip& to) {
  SetRows rows;
  from.cell.top = top;
  rows.height = top + from.height;
  rows.cells.push_back(std::move(from.cell));
  for (Strip& made : row_strips(context, std::move(rows), false)) {
    to.of_floats += static_cast<uint32_t>(made.fragments.size());
    move_to_front(made.fragments, to.fragments);
    move_to_front(made.links, to.links);
    move_to_front(made.margin_codes, to.margin_codes);
    move_to_front(made.notes, to.notes);
    move_to_front(made.outline, to.outline);
    move_to_front(made.anchors, to.anchors);
    if (made.has_text) {
      to.mark = to.has_text ? context.input.system.join(to.mark, made.mark) : made.mark;
      to.has_text = true;
    }
    if (to.change_bar == kNoBar) to.change_bar = made.change_bar;
  }
}

}  // namespace sable::layout
