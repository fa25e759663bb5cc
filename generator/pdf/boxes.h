// Whether the pages show what the release withholds. Templates are not trusted
// with it: they can hide a box as well as any other thing.
//
// In:  a release, and the pages that were made of it.
// Out: an error for each kind of failure of a block: a hole that has no box, or
//      one that is beside the page, too small, covered, or like its ground; codes
//      that are not those of the release, or cannot be seen. Contrast is that of
//      WCAG 2.1, 1.4.3: at least 3:1 for codes.
//
// A field of the title block, and the codeword, may be left out by a template with
// its box, as it may be where it is shown; so may what a picture's description
// withholds, which is read and not seen.
#pragma once

#include "base/diagnostic.h"
#include "layout/pages.h"
#include "released/released.h"

namespace sable::pdf {

base::Diagnostics check_boxes(const released::Released& released, const layout::Pages& pages);

// Of two colours, in hundredths: 100 to 2100.
int contrast(base::Color a, base::Color b);

}  // namespace sable::pdf
