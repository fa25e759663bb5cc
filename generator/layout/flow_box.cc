// Boxes that stand as blocks, and go on over pages where they have to.

#include <algorithm>
#include <charconv>
#include <string_view>

#include "layout/change_bars.h"
#include "layout/flow.h"
#include "layout/redaction_box.h"

namespace sable::layout {

using base::Length;
using markup::NodeId;
using style::ComputedStyle;

namespace {

// How many pages a box says that it stands for: the sheet that it is, if it does not.
uint32_t withheld_pages(const markup::Node& box) {
  const std::string_view text = box.attribute("pages");
  uint32_t pages = 1;
  std::from_chars(text.data(), text.data() + text.size(), pages);
  return std::max(pages, 1u);
}

}  // namespace

base::Length Flow::box_height(const ComputedStyle& style) const {
  switch (style.height.kind) {
    case style::Dimension::Kind::length:
      return style.height.length;
    case style::Dimension::Kind::percent:
      return settings_.text_height.scaled(style.height.percent, 10000);
    case style::Dimension::Kind::automatic:
      break;
  }
  return style.line_height;
}

void Flow::block_box(NodeId id, const Measure& measure) {
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  context_.structure.open(Role::p);
  const ElementId span = context_.structure.open(Role::span);
  context_.structure.element(span).change = std::string(context_.node(id).attribute("changed"));
  BlockBox box;
  box.node = id;
  box.leaf = context_.structure.replaced_leaf(redaction_words(context_.node(id)));
  box.x = measure.x + style.margin.left;
  box.width = measure.width - style.margin.left - style.margin.right;
  context_.structure.close();
  identify(id, context_.structure.current());
  context_.structure.close();
  // A share of the page is of one page. The cells of a table are cut by their rows.
  const bool is_share = style.height.kind == style::Dimension::Kind::percent;
  if (is_share || column_.strips != &galley_.strips) {
    Strip strip;
    strip.height = std::min(box_height(style), settings_.text_height);
    strip.stands_for = withheld_pages(context_.node(id));
    strip.change_bar = change_bar_of(context_, context_.styled(id).style);
    draw_block_box(context_, id, {box.x, Length(), box.width, strip.height}, box.leaf, strip);
    emit(std::move(strip));
  } else {
    box_lines(box, style);
  }
}

// Breaks as lines of text do (CSS Fragmentation 3, 3.3).
void Flow::box_lines(const BlockBox& box, const ComputedStyle& style) {
  const Length height = box_height(style);
  const Length line = std::max(style.line_height, Length::points(1));
  const auto count = static_cast<uint32_t>(std::max<int64_t>(1, height.units() / line.units()));
  const auto index = static_cast<uint32_t>(galley_.boxes.size());
  galley_.boxes.push_back(box);
  for (uint32_t i = 0; i < count; ++i) {
    Strip strip;
    strip.box = index;
    if (i == 0) strip.stands_for = withheld_pages(context_.node(box.node));
    strip.change_bar = change_bar_of(context_, context_.styled(box.node).style);
    strip.height = i + 1 < count ? line : height - line * i;
    if (i > 0 && (i < style.orphans || count - i < style.widows)) column_.minimum = true;
    emit(std::move(strip));
  }
}

}  // namespace sable::layout
