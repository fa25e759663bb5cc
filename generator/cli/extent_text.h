// Proposed extents as text: a table for a terminal, JSON.
//
// In:  proposals (release/extents.h), the files that they speak of.
// Out: text in UTF-8, for officers.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "release/extents.h"

namespace sable::cli {

// What was measured.
struct ExtentSheet {
  std::string report;   // its file
  std::string release;  // empty: all redactions
  std::vector<release::ExtentProposal> proposals;
};

std::string extent_table(const ExtentSheet& sheet, const base::SourceSet& sources);
std::string extent_json(const ExtentSheet& sheet, const base::SourceSet& sources);

}  // namespace sable::cli
