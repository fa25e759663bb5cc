// Copies for officers: what they say of themselves, and what of a report they outline.
#pragma once

#include <string>

#include "release/passage.h"
#include "release/profile.h"
#include "report/report.h"

namespace sable::release {

// What stands on each page of a copy; empty: it is a release.
std::string notice_of(const Profile& profile);

// The mark by which a ceiling withholds the whole of a block.
struct MarkOfBlock {
  bool is_portion = false;  // without a mark of its own it counts as what is above it
  Mark own;
};
MarkOfBlock mark_of(const report::Block& block);

}  // namespace sable::release
