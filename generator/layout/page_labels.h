// What each page is called: "iv", "12", "2-5".
//
// In:  the parts of the galley whose pages are counted anew; the pages.
// Out: for each page its part, its number in it, and its label.
//
// CSS Paged Media 3, 6.1 (`counter-reset: page`). A part begins with the page on which
// its block begins; pages before the first one are a part too. Blank pages belong to
// the part before them. These are also the ranges of ISO 32000-1, 12.4.2.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/galley.h"
#include "layout/paginate.h"

namespace sable::layout {

struct PageLabel {
  std::string text;  // as printed
  uint32_t number = 1;
  uint32_t part = 0;  // ascending
  bool operator==(const PageLabel&) const = default;
};

// By page, from 0.
using PageLabels = std::vector<PageLabel>;

PageLabels label_pages(const Galley& galley, const std::vector<PagePlan>& plans);

}  // namespace sable::layout
