// How much room redacted matter takes, and the step of a short scale that tells the
// least of it.
//
// In:  a report, and its full version with the sizes of what is set.
// Out: for each redaction one of: a few words, 1, 3 or 6 lines, half a page, a page.
//
// It lies before the door and stays there: a proposal depends on what is withheld. An
// author who writes it into the report makes it public. A reader learns then which of so
// many steps it is: at most the logarithm of their number, in bits (the min-entropy
// leakage of a deterministic channel; Smith, "On the Foundations of Quantitative
// Information Flow", FoSSaCS 2009).
#pragma once

#include <string>
#include <vector>

#include "release/profile.h"
#include "released/released.h"
#include "released/sizes.h"
#include "report/report.h"

namespace sable::release {

struct ExtentProposal {
  base::Span place;
  released::HoleKind kind = released::HoleKind::span;
  std::string id;                  // or empty
  std::vector<std::string> codes;  // as printed
  released::Extent now;            // as declared, or that of its kind
  bool declared = false;
  uint32_t tenths = 0;  // of a line: how long it is
  released::Extent proposed;
  bool exceeds_page = false;
  uint32_t steps = 1;  // among which the proposal chooses

  bool changes() const { return proposed.kind != now.kind || proposed.count != now.count; }
  double bits() const;
};

// The profile under which a report is measured: it withholds nothing.
Profile measured_profile();

// For each redaction that can have an extent, in the order of the report; with `release`
// those that it withholds and that no other one holds. `sources`: of the full version
// (Withheld::sources). Columns of tables and regions of pictures have no extent.
std::vector<ExtentProposal> propose_extents(const report::Report& report, const Profile* release,
                                            const std::vector<base::Span>& sources,
                                            const released::Sizes& sizes);

}  // namespace sable::release
