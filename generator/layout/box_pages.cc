#include "layout/box_pages.h"

#include <map>

namespace sable::layout {

namespace {

bool shows_words(const Fragment& fragment) {
  if (std::holds_alternative<Image>(fragment.item)) return true;
  const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
  return glyphs != nullptr && !glyphs->runs.empty();
}

}  // namespace

bool repeats(const Structure& structure, LeafId leaf) {
  for (ElementId at = structure.leaves[leaf].element; at != kNoElement;
       at = structure.elements[at].parent) {
    const Role role = structure.elements[at].role;
    if (role == Role::toc || role == Role::toci || role == Role::index) return true;
  }
  return false;
}

released::Paging box_pages(const Pages& pages) {
  released::Paging found;
  std::map<LeafId, released::Paging::Box> boxes;  // leaves are numbered in reading order
  for (uint32_t i = 0; i < pages.pages.size(); ++i) {
    released::Paging::Page& page = found.pages.emplace_back();
    page.label = pages.pages[i].label;
    page.stands_for = pages.pages[i].stands_for;
    for (const Fragment& fragment : pages.pages[i].fragments) {
      if (fragment.leaf == kNoLeaf || fragment.artifact != Artifact::none) continue;
      const bool is_box = !pages.structure.leaves[fragment.leaf].actual_text.empty();
      if (!is_box) page.shows_words = page.shows_words || shows_words(fragment);
      if (!is_box || repeats(pages.structure, fragment.leaf)) continue;
      page.has_boxes = true;
      released::Paging::Box& box = boxes[fragment.leaf];
      box.ordinal = fragment.provenance.ordinal;
      if (box.pages.empty() || box.pages.back() != i) box.pages.push_back(i);
    }
  }
  for (auto& [leaf, box] : boxes) found.boxes.push_back(std::move(box));
  return found;
}

}  // namespace sable::layout
