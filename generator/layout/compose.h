// Puts the pages together: strips, notes, decorations, codes in the margin,
// running elements.
//
// In:  the galley, the plan of the pages, page masters.
// Out: Pages::pages, and the places of outline items and destinations.
#pragma once

#include <vector>

#include "layout/context.h"
#include "layout/flow.h"
#include "layout/galley.h"
#include "layout/paginate.h"

namespace sable::layout {

// The master of a page.
const style::PageMaster& master_of(const style::StyledTree& styled, const std::string& name,
                                   uint32_t number, bool blank);

// Space, rule and padding above the notes of a page.
base::Length note_overhead(const style::StyledTree& styled, const style::NoteArea& area);

void shift(Fragment& fragment, base::Point by);

// What of a decoration is drawn.
struct Shows {
  bool first = true;  // its upper end
  bool last = true;   // its lower end
  bool background = true;
  bool borders = true;
};

// Background and borders of `decoration` around `area`, behind what is there.
void draw_decoration(const Context& context, const Decoration& decoration, const base::Rect& area,
                     Shows shows, std::vector<Fragment>& fragments);

// Strips are moved out of the galley.
void compose(Context& context, Galley& galley, const std::vector<PagePlan>& plans);

// Running heads and feet, for pages that are otherwise complete.
void add_running_elements(Context& context, Flow& flow, const std::vector<PagePlan>& plans);

}  // namespace sable::layout
