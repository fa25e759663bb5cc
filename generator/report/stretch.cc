#include "report/stretch.h"

namespace sable::report {

Stretch Stretch::trimmed() const {
  constexpr std::string_view kBlanks = " \t\n\r";
  const std::string_view all = text();
  const size_t first = all.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return part(all.size(), all.size());
  return part(first, all.find_last_not_of(kBlanks) + 1);
}

}  // namespace sable::report
