// A width with its unit: `30%`, `2.5cm`.
//
// In:  a field.
// Out: the number as written, and its unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "source/value.h"

namespace sable::report {

struct Width {
  std::string number;  // "2.5"
  std::string unit;    // "%", "cm", "mm", "in" or "pt"
};

// `of`: what is that wide, for messages: "a column". nullopt, with an error, for
// anything else.
std::optional<Width> read_width(const source::Value& value, std::string_view of,
                                base::Diagnostics& diagnostics);

}  // namespace sable::report
