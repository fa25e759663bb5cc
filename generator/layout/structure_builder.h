// Builds the structure tree while layout walks the markup.
//
// In:  openings and closings of elements, in reading order.
// Out: Structure: elements with their kids, and leaves for content.
#pragma once

#include <string>
#include <vector>

#include "layout/pages.h"

namespace sable::layout {

class StructureBuilder {
 public:
  explicit StructureBuilder(Structure& structure);

  // Opens a child of the current element and makes it the current one.
  ElementId open(Role role);
  // Makes an element that is already there the current one, until close().
  void enter(ElementId id);
  void close();
  ElementId current() const { return stack_.back(); }
  Element& element(ElementId id) { return paused_ > 0 ? scratch_ : structure_.elements[id]; }

  // The leaf that text of the current element goes to next: the last one, unless
  // a child element or a replaced leaf came between.
  LeafId text_leaf();
  // A leaf of its own, read as `actual_text` whatever its glyphs are.
  LeafId replaced_leaf(std::string actual_text);

  // While paused nothing is recorded: running elements are artifacts.
  // Each pause() needs a resume().
  void pause() { ++paused_; }
  void resume() { --paused_; }

 private:
  LeafId add_leaf(std::string actual_text);
  Structure& structure_;
  std::vector<ElementId> stack_;
  Element scratch_;  // what callers see of an element while paused
  int paused_ = 0;
};

}  // namespace sable::layout
