// Where the strips of a page stand: below one another, or in columns.
//
// In:  the plan of a page, its master.
// Out: areas, each with strips below one another, and the top of every strip.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/galley.h"
#include "layout/paginate.h"
#include "style/computed.h"

namespace sable::layout {

enum class MarginSide : uint8_t { right, left };

// Strips below one another: those of a page, or of one of its columns.
struct Area {
  uint32_t first = 0, last = 0;
  base::Point at;            // of the left edge of the text; of a column, shifted by its place
  base::Length bottom = {};  // of its last strip
  base::Length top_of_all = {}, bottom_of_all = {};  // of columns: of all of them together
  MarginSide codes = MarginSide::right;  // where codes of boxes stand that are in the margin
  const Repeat* head = nullptr;          // what a table repeats in it
  const Repeat* foot = nullptr;
};

struct PageFrame {
  const style::PageMaster& master;
  base::Length floats_at_top;
};

// `tops`: of the strips of the page, in their order.
void layout_areas(const Galley& galley, const PagePlan& plan, const PageFrame& frame,
                  std::vector<Area>& areas, std::vector<base::Length>& tops);

}  // namespace sable::layout
