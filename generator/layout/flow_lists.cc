// Lists in the flow: CSS Lists 3, and the structure of ISO 32000-1, 14.8.4.3.3.

#include <utility>

#include "layout/counter_style.h"
#include "layout/flow.h"

namespace sable::layout {

using base::Length;
using markup::NodeId;
using style::ComputedStyle;

namespace {

bool holds_box(const Context& context, NodeId id) {
  for (NodeId child = context.node(id).first_child; child != markup::kNoNode;
       child = context.node(child).next) {
    if (context.node(child).attribute("kind") == "bullet") return true;
  }
  return false;
}

}  // namespace

void Flow::list_item(NodeId id, const Measure& measure) {
  context_.structure.open(Role::li);
  marker(id, inset(measure, context_.style(context_.styled(id).style)));
  context_.structure.open(Role::lbody);
  const size_t outer = std::exchange(column_.item, column_.strips->size());
  block_content(id, measure);
  column_.item = outer;
  context_.structure.close();
  context_.structure.close();
}

// HTML, 4.4.8: counted from the list's `start`.
uint32_t Flow::number_of_item(NodeId id) const {
  const markup::Node& list = context_.node(context_.node(id).parent);
  const std::string_view start = list.attribute("start");
  uint32_t number = start.empty() ? 1 : 0;
  for (const char digit : start) number = number * 10 + static_cast<uint32_t>(digit - '0');
  for (NodeId other = list.first_child; other != id; other = context_.node(other).next) {
    if (context_.node(other).element == "li") ++number;
  }
  return number;
}

// The marker hangs beside the item's text, where its lines begin, on the baseline of
// the first.
void Flow::marker(NodeId id, const Measure& inner) {
  const style::Generated& generated = context_.input.styled.generated[context_.styled(id).marker];
  if (generated.content.empty()) return;
  std::string text;
  for (const style::ContentItem& item : generated.content) {
    if (item.kind == style::ContentItem::Kind::text) text += item.text;
    if (item.kind != style::ContentItem::Kind::list_number) continue;
    text += in_style(number_of_item(id), item.text);
  }
  const ComputedStyle& style = context_.style(generated.style);
  std::vector<const text::ShapedRun*> runs;
  context_.shape(text, style, context_.node(id).provenance, runs);
  Length width;
  for (const text::ShapedRun* run : runs) width += run->advance;
  GlyphRun glyphs;
  const ComputedStyle& item = context_.style(context_.styled(id).style);
  const bool right_to_left = item.direction == style::Direction::right_to_left;
  const Length beside = right_to_left ? inner.x + inner.width + style.margin.left
                                      : inner.x - style.margin.right - width;
  glyphs.origin = {beside, baseline_offset(context_, item)};
  glyphs.color = style.color;
  Length x;
  for (const text::ShapedRun* run : runs) {
    glyphs.runs.push_back({run, x});
    x += run->advance;
  }
  context_.structure.open(Role::lbl);
  Fragment fragment;
  fragment.leaf = context_.structure.text_leaf();
  fragment.provenance = context_.node(id).provenance;
  fragment.item = std::move(glyphs);
  context_.structure.close();
  column_.marker.clear();
  column_.marker.push_back(std::move(fragment));
}

// A term and what is said of it are an item; a box for both is one of its own.
void Flow::definitions(NodeId id, const Measure& measure) {
  bool open = false;
  for (NodeId child = context_.node(id).first_child; child != markup::kNoNode;
       child = context_.node(child).next) {
    const bool term = context_.node(child).element == "dt";
    const bool begins = term || !open || holds_box(context_, child);
    if (begins && open) context_.structure.close();
    if (begins) context_.structure.open(Role::li);
    open = true;
    block(child, measure);
    if (term) column_.keep = true;
  }
  if (open) context_.structure.close();
}

}  // namespace sable::layout
