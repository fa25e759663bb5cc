// Room around the page for printers: bleed, and the marks that say where the sheet
// is cut (CSS Paged Media 3, 7.2 and 7.3).
//
// In:  finished pages, the page masters.
// Out: pages on larger sheets, with their trim and bleed boxes (ISO 32000-1, 14.11.2).
#pragma once

#include <vector>

#include "layout/context.h"
#include "layout/paginate.h"

namespace sable::layout {

// Pages whose master has neither bleed nor marks stay as they are.
void add_print_marks(Context& context, const std::vector<PagePlan>& plans);

}  // namespace sable::layout
