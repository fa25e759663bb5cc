// How much room the parts of a release take where they are set.
//
// In:  made by layout of a full version, which withholds nothing.
// Out: read before the door by release/extents.h, and never by what renders a release.
#pragma once

#include <cstdint>
#include <vector>

#include "base/length.h"
#include "released/released.h"

namespace sable::released {

struct Sizes {
  // What stands of a part in one line.
  struct Stretch {
    Ordinal ordinal = 0;
    uint32_t page = 0;  // from 0
    base::Length baseline, begin, end;
  };
  struct Picture {
    Ordinal ordinal = 0;
    base::Length height;
  };
  std::vector<Stretch> stretches;  // in the order of the pages
  std::vector<Picture> pictures;
  base::Length leading;     // from a line to the next, where most are
  base::Length measure;     // the longest line of a part
  uint32_t page_lines = 1;  // so many lines fill a page
};

}  // namespace sable::released
