#include "layout/structure_builder.h"

namespace sable::layout {

StructureBuilder::StructureBuilder(Structure& structure) : structure_(structure) {
  if (structure_.elements.empty()) {
    structure_.elements.push_back({});
    structure_.elements[0].role = Role::document;
  }
  stack_.push_back(0);
}

ElementId StructureBuilder::open(Role role) {
  if (paused_ > 0) return kNoElement;
  const auto id = static_cast<ElementId>(structure_.elements.size());
  Element element;
  element.role = role;
  element.parent = current();
  structure_.elements.push_back(std::move(element));
  structure_.elements[current()].kids.push_back({false, id});
  stack_.push_back(id);
  return id;
}

void StructureBuilder::enter(ElementId id) {
  if (paused_ == 0) stack_.push_back(id);
}

void StructureBuilder::close() {
  if (paused_ == 0) stack_.pop_back();
}

LeafId StructureBuilder::text_leaf() {
  if (paused_ > 0) return kNoLeaf;
  const std::vector<Kid>& kids = structure_.elements[current()].kids;
  if (!kids.empty() && kids.back().is_leaf &&
      structure_.leaves[kids.back().id].actual_text.empty()) {
    return kids.back().id;
  }
  return add_leaf({});
}

LeafId StructureBuilder::replaced_leaf(std::string actual_text) {
  return add_leaf(std::move(actual_text));
}

LeafId StructureBuilder::add_leaf(std::string actual_text) {
  if (paused_ > 0) return kNoLeaf;
  const auto id = static_cast<LeafId>(structure_.leaves.size());
  structure_.leaves.push_back({current(), std::move(actual_text)});
  structure_.elements[current()].kids.push_back({true, id});
  return id;
}

}  // namespace sable::layout
