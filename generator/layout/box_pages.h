// On which pages the boxes of withheld matter stand, and what else is there.
//
// In:  Pages.
// Out: each box with the ordinal of its block and its pages, in reading order; each page
//      with its label, and whether anything but boxes is shown on it.
//
// Boxes in tables of contents and indexes repeat those of the text, and are left out; so
// are those in running heads, which are no part of the text.
#pragma once

#include "layout/pages.h"
#include "released/register.h"

namespace sable::layout {

// Whether a leaf stands in a table of contents or an index.
bool repeats(const Structure& structure, LeafId leaf);

released::Paging box_pages(const Pages& pages);

}  // namespace sable::layout
