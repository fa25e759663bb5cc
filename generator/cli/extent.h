// sable extent: proposes how large boxes may be said to be, and how much that tells.
//
// In:  a report.
// Out: for each redaction how long it is, a step of a short scale, and the bits that the
//      step discloses. Nothing is written into the report.
//
// It is for officers: what it prints depends on withheld text.
#pragma once

#include "base/world.h"
#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/messages.h"
#include "cli/run.h"

namespace sable::cli {

ExitStatus extent(const ExtentArguments& arguments, base::World& world,
                  const Surroundings& surroundings, Messages& messages);

}  // namespace sable::cli
