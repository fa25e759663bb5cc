// The lines of the front matter, for rooms that treat them alike.
//
// In:  a FrontMatter of a report.
// Out: each of its texts, in the order in which they are printed.
#pragma once

#include "report/report.h"

namespace sable::report {

// `Front` is a FrontMatter, const or not; `visit` takes its texts.
template <typename Front, typename Visit>
void for_each_line(Front& front, const Visit& visit) {
  if (front.compilation) visit(*front.compilation);
  for (auto* list : {&front.statements, &front.authority, &front.designation, &front.sources,
                     &front.distribution}) {
    for (auto& line : *list) visit(line.text);
  }
}

}  // namespace sable::report
