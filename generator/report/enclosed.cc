#include "report/enclosed.h"

#include <algorithm>

namespace sable::report {

bool stays_inside(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find_first_of("\\\n") != std::string_view::npos) {
    return false;
  }
  for (size_t begin = 0; begin <= name.size();) {
    const size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace sable::report
