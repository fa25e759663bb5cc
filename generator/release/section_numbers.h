// The numbers of sections.
//
// In:  what a release shows.
// Out: a number for each heading: "2", "2.1".
//
// They are counted over the release, not over the report: a section that is shown as a
// box counts, what stands in it cannot. Headings in quotes are those of another text.
#pragma once

#include <vector>

#include "released/released.h"

namespace sable::release {

void number_sections(std::vector<released::Block>& body);

}  // namespace sable::release
