#include "report/width.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/fields.h"

namespace sable::report {

std::optional<Width> read_width(const source::Value& value, std::string_view of,
                                base::Diagnostics& diagnostics) {
  if (!expect_text(value, "`width`", diagnostics)) return std::nullopt;
  const std::string_view text = value.text;
  const size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string_view number = text.substr(0, end);
  const std::string_view unit = text.substr(end);
  const std::array<std::string_view, 5> units = {"%", "cm", "mm", "in", "pt"};
  const size_t point = number.find('.');
  const bool fits =
      !number.empty() && end <= 7 && point != 0 && point + 1 != end &&
      (point == std::string_view::npos || number.find('.', point + 1) == std::string_view::npos) &&
      number.find_first_not_of("0.") != std::string_view::npos &&
      std::find(units.begin(), units.end(), unit) != units.end();
  if (fits) return Width{std::string(number), std::string(unit)};
  diagnostics.push_back(
      base::error_at(value.span, "SBL0285", fmt::format("this is not the width of {}", of),
                     "write a number with `%`, `cm`, `mm`, `in` or `pt`: `30%`, `2.5cm`"));
  diagnostics.back().echo = value.text;
  return std::nullopt;
}

}  // namespace sable::report
