// The files of codes/, as parts of the program.
#pragma once

#include <string_view>
#include <vector>

namespace sable::report {

struct ShippedSet {
  std::string_view name;  // of its file
  std::string_view text;
};

// In the order of their names.
const std::vector<ShippedSet>& shipped_code_sets();

}  // namespace sable::report
