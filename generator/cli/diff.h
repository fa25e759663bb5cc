// sable diff: what two releases of a report show otherwise, or two versions of it.
//
// In:  a report and two of its releases; or two versions of a report, and one release or
//      two.
// Out: the differences as text, JSON or a PDF; ExitStatus::findings if there are any.
//
// Both sides go through the door, and everything is made of what comes out there: what
// neither shows has no say in the output, the messages or the exit status.
#pragma once

#include "base/world.h"
#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/messages.h"
#include "cli/run.h"

namespace sable::cli {

ExitStatus diff(const DiffArguments& arguments, base::World& world,
                const Surroundings& surroundings, Messages& messages);

}  // namespace sable::cli
