#include "layout/page_labels.h"

#include <utility>

#include "layout/counter_style.h"

namespace sable::layout {

PageLabels label_pages(const Galley& galley, const std::vector<PagePlan>& plans) {
  PageLabels labels;
  labels.reserve(plans.size());
  style::PageCounter counter;
  uint32_t part = 0;
  uint32_t number = 0;
  size_t next = 0;  // of the galley's parts
  for (const PagePlan& plan : plans) {
    ++number;
    // Of several on one page the last one counts.
    for (; next < galley.parts.size() && galley.parts[next].strip < plan.last; ++next) {
      counter = galley.parts[next].counter;
      number = counter.first;
      if (!labels.empty()) part = labels.back().part + 1;
    }
    labels.push_back({counter.prefix + in_style(number, counter.numerals), number, part});
  }
  return labels;
}

}  // namespace sable::layout
