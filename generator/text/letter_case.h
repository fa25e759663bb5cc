// Full case mapping of text (Unicode 15, 3.13), by ICU.
//
// In:  UTF-8 text and its language (BCP 47).
// Out: UTF-8 text; lengths may differ (ß → SS).
#pragma once

#include <string>
#include <string_view>

namespace sable::text {

std::string upper_case(std::string_view text, std::string_view language);
std::string lower_case(std::string_view text, std::string_view language);

}  // namespace sable::text
