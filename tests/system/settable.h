// Random reports that the intelligence template can set.
//
// In:  a report of tests/property/.
// Out: the same without the scripts that no font of the manifest has: shown, they
//      would end every render with the same error.
#pragma once

#include <string>
#include <string_view>

namespace sable::testing {

std::string settable(std::string report);

void replace_all(std::string& text, std::string_view from, std::string_view to);

}  // namespace sable::testing
