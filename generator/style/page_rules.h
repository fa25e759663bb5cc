// @page rules: CSS Paged Media 3, 3 and 4; @footnote of GCPM 3, 2.
#pragma once

#include "style/rules.h"

namespace sable::style {

// Adds an @page rule's blocks and selectors.
void add_page_rule(const RawRule& raw, Origin origin, Sheet::Rules& rules, Findings& findings);

// The name of a margin box: "top-left-corner".
const std::vector<std::string>& margin_box_names();

}  // namespace sable::style
