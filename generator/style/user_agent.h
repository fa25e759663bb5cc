// The sheet that every template's sheet stands upon.
#pragma once

#include <string_view>

namespace sable::style {

// Structure only: which elements are blocks, what is never shown, what emphasis
// is. Sizes, spaces and colours belong to templates.
std::string_view user_agent_sheet();

}  // namespace sable::style
