// Ways into the document: outline, named destinations, page labels
// (ISO 32000-1, 12.3.3, 12.3.2.3, 12.4.2).
//
// In:  Pages and the numbers of the page objects.
// Out: hidden objects; the number of each root, 0 where there is nothing to write.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/pages.h"
#include "pdf/hidden_objects.h"

namespace sable::pdf {

// `first_element`: object number of the structure's element 0.
uint32_t write_outline(const layout::Pages& pages, const std::vector<uint32_t>& page_objects,
                       uint32_t first_element, HiddenObjects& hidden);

uint32_t write_destinations(const layout::Pages& pages, const std::vector<uint32_t>& page_objects,
                            HiddenObjects& hidden);

uint32_t write_page_labels(const layout::Pages& pages, HiddenObjects& hidden);

// A label as PDF counts it: a prefix, a style ('D', 'r', 'R' or 0 for none) and
// a number in that style: "A-3" is "A-", 'D', 3.
struct PageLabel {
  std::string prefix;
  char style = 0;
  uint32_t number = 0;
  bool operator==(const PageLabel&) const = default;
};
PageLabel parse_page_label(const std::string& label);

}  // namespace sable::pdf
