#include "released/compare.h"

#include <dtl/dtl.hpp>

namespace sable::released {

std::vector<Step> compare(const std::vector<uint32_t>& before, const std::vector<uint32_t>& now) {
  dtl::Diff<uint32_t, std::vector<uint32_t>> difference(before, now);
  difference.compose();
  std::vector<Step> steps;
  // Counted here: where it gives up on a long difference its indices are not right.
  size_t in_before = 0, in_now = 0;
  for (const auto& [value, place] : difference.getSes().getSequence()) {
    if (place.type == dtl::SES_DELETE) {
      steps.push_back({Step::Kind::gone, in_before++, 0});
    } else if (place.type == dtl::SES_ADD) {
      steps.push_back({Step::Kind::added, 0, in_now++});
    } else {
      steps.push_back({Step::Kind::kept, in_before++, in_now++});
    }
  }
  return steps;
}

}  // namespace sable::released
