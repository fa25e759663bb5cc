// Edges of blocks that go on over pages: CSS Fragmentation 3, 5.4.

#include "layout/flow.h"

namespace sable::layout {

using base::Length;
using style::ComputedStyle;

Flow::BlockStart Flow::block_start() const {
  return {column_.strips->size(), galley_.repeats.size(), galley_.decorations.size()};
}

namespace {

Length upper_edge(const ComputedStyle& style) { return style.border.top.width + style.padding.top; }

Length lower_edge(const ComputedStyle& style) {
  return style.border.bottom.width + style.padding.bottom;
}

}  // namespace

// Not where the edges would take the better part of a page. What stands in a cell or a
// float is not broken by pages alone, and is sliced.
bool Flow::clones_edges(const ComputedStyle& style) const {
  return style.clones_edges && column_.strips == &galley_.strips &&
         (upper_edge(style) + lower_edge(style)) * 2 <= settings_.text_height;
}

// Links what the block holds and repeats to the edges around it.
void Flow::clone_edges(const ComputedStyle& style, const BlockStart& start) {
  if (!clones_edges(style) || holds_columns(start.strip)) return;
  Repeat edges;
  edges.head_height = edges.all_above = upper_edge(style);
  edges.foot_height = edges.all_below = lower_edge(style);
  const auto index = static_cast<uint32_t>(galley_.repeats.size());
  for (size_t i = start.strip + 1; i < galley_.strips.size(); ++i) {
    if (galley_.strips[i].repeat == kNoRepeat) galley_.strips[i].repeat = index;
  }
  for (size_t i = start.repeat; i < galley_.repeats.size(); ++i) {
    Repeat& inner = galley_.repeats[i];
    if (inner.outer == kNoRepeat) inner.outer = index;
    inner.all_above += edges.head_height;
    inner.all_below += edges.foot_height;
  }
  for (size_t i = start.decoration; i < galley_.decorations.size(); ++i) {
    Decoration& inner = galley_.decorations[i];
    if (inner.outer == kNoRepeat) inner.outer = index;
  }
  galley_.repeats.push_back(std::move(edges));
}

}  // namespace sable::layout
