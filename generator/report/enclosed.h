// Files that stand beside a report.
//
// In:  a name as the report gives it.
// Out: the file, as one of the run's; what is wrong with it is told at the name.
#pragma once

#include <optional>
#include <string_view>

#include "report/portion.h"

namespace sable::report {

// Whether a name leads to a file in the folder of the report or below it.
bool stays_inside(std::string_view name);

struct Enclosed {
  std::string_view field;    // for messages: "`csv`"
  std::string_view example;  // of a name: "data/fees.csv"
  size_t most_bytes = 0;
};

// Its text is never quoted.
std::optional<base::FileId> open_enclosed(const source::Value& name, const Enclosed& what,
                                          Context& context);

}  // namespace sable::report
