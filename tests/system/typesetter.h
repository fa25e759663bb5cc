// The stages behind the door one by one, for tests that look at their values.
//
// In:  a report, the files that it names.
// Out: what each release shows, and its pages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/pages.h"
#include "released/released.h"

namespace sable::testing {

struct SetRelease {
  std::string name;
  released::Released released;
  layout::Pages pages;
};

// All releases of a report that can be set; none where the report is refused.
std::vector<SetRelease> set_releases(const std::string& report,
                                     std::map<std::string, std::string> files = {});

}  // namespace sable::testing
