// Page masters: the cascade of @page rules for each kind of page.
#pragma once

#include "style/interning.h"
#include "style/rules.h"

namespace sable::style {

// Masters for pages without a name and for each name that a rule has, which
// inherit from the root element (CSS Paged Media 3, 6.1).
std::map<std::string, std::vector<PageMaster>> make_masters(const Sheet::Rules& rules,
                                                            const Context& root,
                                                            InternTable& table);

}  // namespace sable::style
