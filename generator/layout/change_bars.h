// Bars in the margin beside lines that are new or were changed.
//
// In:  the strips of a page, where they stand, and the style of each bar.
// Out: a rule for each run of such lines, as artifacts: what is new is told to those
//      who do not see the page by the structure (pages.h, Element::change).
//
// The traits of a bar are those of XSL 1.1, 7.30.
#pragma once

#include <vector>

#include "layout/context.h"
#include "layout/galley.h"

namespace sable::layout {

// The style itself where it asks for a bar beside its lines, or else kNoBar.
style::StyleId change_bar_of(const Context& context, style::StyleId style);

class ChangeBars {
 public:
  // A strip with its top edge, in the order in which they stand below one another.
  void add(const Strip& strip, base::Length top);
  // What follows stands somewhere else, between these edges: no bar goes on over it.
  void interrupt(base::Length left, base::Length right) {
    goes_on_ = false;
    left_ = left;
    right_ = right;
  }
  // Draws the bars of a page, and forgets them.
  void draw(const Context& context, uint32_t page_number, std::vector<Fragment>& fragments);

 private:
  struct Bar {
    base::Length top, bottom;
    style::StyleId style = kNoBar;
    base::Length left = {}, right = {};  // edges of the text beside it
  };

  std::vector<Bar> bars_;
  base::Length left_, right_;
  bool goes_on_ = false;  // the last strip with text has the last bar
};

}  // namespace sable::layout
