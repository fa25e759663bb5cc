// sable log: the register of what a release withholds.
//
// In:  a report, the name of a release.
// Out: the register as a table, CSV, JSON or PDF.
//
// The public register is made of the release alone, and so is what is said while it is
// made: neither depends on withheld text. The internal one adds what officers decided.
#pragma once

#include "base/world.h"
#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/messages.h"
#include "cli/run.h"

namespace sable::cli {

ExitStatus log(const LogArguments& arguments, base::World& world, const Surroundings& surroundings,
               Messages& messages);

}  // namespace sable::cli
