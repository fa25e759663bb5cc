// Link annotations (ISO 32000-1, 12.5.6.5), each in a Link element (PDF/UA-1, 7.18.5).
//
// In:  the LinkAreas of the pages.
// Out: annotations, and where each belongs on its page and in the structure.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/pages.h"
#include "pdf/hidden_objects.h"

namespace sable::pdf {

struct Link {
  uint32_t page = 0;
  const layout::LinkArea* area = nullptr;
  // The area's Link element; kNoElement where it names none, and one is made.
  layout::ElementId element = layout::kNoElement;
  // Without a Link element: the element that gets one.
  layout::ElementId parent = 0;
  uint32_t object = 0;  // the annotation
};

// In the order of the pages.
std::vector<Link> find_links(const layout::Pages& pages);

// Gives the annotations their numbers and texts. `first_key`: of the parent tree.
void write_links(std::vector<Link>& links, const layout::Pages& pages, uint32_t first_key,
                 HiddenObjects& hidden);

}  // namespace sable::pdf
