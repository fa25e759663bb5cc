// Names of files that stand beside a report.
#pragma once

#include <string_view>

namespace sable::report {

// Whether a name leads to a file in the folder of the report or below it.
bool stays_inside(std::string_view name);

}  // namespace sable::report
