// Floats at the sides of the text (CSS 2.2, 9.5), as far as the text has not passed
// them.
//
// In:  floats that have been set; how far the text has come.
// Out: where each stands, and what a line beside them has left.
//
// Heights are counted from the end of the strip before the first of them: no page
// breaks between the lines beside a float, so they are what they will be on the page.
#pragma once

#include <vector>

#include "base/length.h"
#include "layout/galley.h"
#include "layout/paragraph.h"
#include "layout/row_strips.h"
#include "style/computed.h"

namespace sable::layout {

struct SideFloat {
  SetCell cell;
  bool left = true;
  base::Length x, width;      // with its margins
  base::Length height;        // without those above and below
  base::Length above, below;  // these
  base::Length top;           // of what it shows, once it is placed
  bool placed = false;        // its place is known,
  bool attached = false;      // and a strip has it

  base::Length end() const { return top + height + below; }
};

class SideFloats {
 public:
  bool empty() const { return floats_.empty(); }
  base::Length bottom() const { return bottom_; }

  void add(SideFloat made) { floats_.push_back(std::move(made)); }
  // How far down the floats of that side reach; zero if there are none.
  base::Length end_of(style::Clear side) const;
  // How high all of them are at most with one that follows `margin` below the text.
  base::Length height_with(base::Length height, base::Length margin) const;

  // Gives each its place that has none: `margin` below the text at the earliest, below
  // those of its side, and below all where both together leave less than `least`.
  void place(base::Length margin, base::Length text_width, base::Length least);

  // The lines of a paragraph that begins `margin` below the text, as far as they are
  // shortened.
  std::vector<Measure> lines(const Measure& measure, base::Length line_height,
                             base::Length margin) const;

  // Whether one has its place and is in no strip yet.
  bool has_loose() const;
  // Whether a page may not end here: a float goes on below.
  bool goes_on() const;
  // Adds to a strip that follows the floats which begin beside it, and goes past it.
  void pass(const Context& context, Strip& strip);
  // All floats of the side have been passed.
  void forget(style::Clear side);

 private:
  void attach(const Context& context, SideFloat& from, base::Length top, Strip& to);

  std::vector<SideFloat> floats_;  // in the order in which they are written
  base::Length bottom_;            // of the text so far
};

}  // namespace sable::layout
