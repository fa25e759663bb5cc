// How much room the parts of a report take on its pages.
//
// In:  Pages.
// Out: their lines and pictures by ordinal. What repeats them is left out: tables of
//      contents, indexes, running heads.
#pragma once

#include "layout/pages.h"
#include "released/sizes.h"

namespace sable::layout {

released::Sizes text_sizes(const Pages& pages);

}  // namespace sable::layout
