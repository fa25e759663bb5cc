// The names of elements and attributes that a selector may ask for.
//
// Out: lists for checking and for "did you mean". They are those of the markup
//      that a template may emit (docs/templates.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sable::style {

const std::vector<std::string>& element_names();
const std::vector<std::string>& attribute_names();

// The repair of a name that no element has.
std::string element_help(std::string_view name);

bool contains(const std::vector<std::string>& names, std::string_view name);

}  // namespace sable::style
