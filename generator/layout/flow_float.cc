// Blocks that float to the top or the foot of a page (CSS Page Floats 3, in the subset
// of docs/templates.md).

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/flow.h"
#include "layout/row_strips.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;

// What is higher, in percent of the page, stands where it is written.
constexpr int64_t kHighest = 65;

bool is_forced(style::Break value) {
  return value == style::Break::page || value == style::Break::left || value == style::Break::right;
}

bool calls_notes(const std::vector<Strip>& strips) {
  return std::any_of(strips.begin(), strips.end(),
                     [](const Strip& strip) { return !strip.notes.empty(); });
}

}  // namespace

bool Flow::floats(const style::ComputedStyle& style) const {
  const bool at_page =
      style.floating == style::Float::top || style.floating == style::Float::bottom;
  return at_page && column_.strips == &galley_.strips;
}

// Sets a block in a column of its own.
void Flow::float_block(NodeId id, const Measure& measure) {
  const style::ComputedStyle& style = context_.style(context_.styled(id).style);
  Float made;
  Column column;
  column.strips = &made.strips;
  column.decorations = &made.decorations;
  column.mark = column_.mark;
  column.page_name = column_.page_name;
  const bool in_columns = column_.columns != kNoColumns;
  // It stands outside of columns, as wide as the page allows.
  const Measure page{Length(), settings_.text_width};
  std::swap(column_, column);
  block_in_flow(id, in_columns ? page : measure);
  made.below = column_.margin;
  std::swap(column_, column);
  if (made.strips.empty()) return;
  made.above = std::exchange(made.strips.front().space_before, Length());
  made.height = height_of(made.strips);
  made.at_bottom = style.floating == style::Float::bottom;
  const auto next = static_cast<uint32_t>(column_.strips->size());
  made.anchor = next == 0 || is_forced(column_.forced) ? next : next - 1;
  // A note stands on the page of its call, and the text does not know of those of floats.
  if (made.height > settings_.text_height.scaled(kHighest, 100) || calls_notes(made.strips)) {
    return set_in_flow(std::move(made));
  }
  galley_.floats.push_back(std::move(made));
}

// A float that cannot be one stands where it is written.
void Flow::set_in_flow(Float made) {
  clear_sides(style::Clear::both);
  // One that is as wide as the page spans columns.
  const uint32_t columns = std::exchange(column_.columns, kNoColumns);
  column_.margin = std::max(column_.margin, made.above);
  const auto first = static_cast<uint32_t>(column_.strips->size());
  emit_row(std::move(made.strips.front()));
  column_.strips->insert(column_.strips->end(), std::make_move_iterator(made.strips.begin() + 1),
                         std::make_move_iterator(made.strips.end()));
  for (Decoration& decoration : made.decorations) {
    decoration.first += first;
    decoration.last += first;
    column_.decorations->push_back(std::move(decoration));
  }
  column_.margin = made.below;
  column_.columns = columns;
}

// Floats behind all text have no page to stand on.
void Flow::settle_floats() {
  std::vector<Float> last;
  while (!galley_.floats.empty() && galley_.floats.back().anchor >= galley_.strips.size()) {
    last.push_back(std::move(galley_.floats.back()));
    galley_.floats.pop_back();
  }
  for (; !last.empty(); last.pop_back()) set_in_flow(std::move(last.back()));
}

}  // namespace sable::layout
