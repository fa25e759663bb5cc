// sable check: everything that is wrong with a report, without rendering it.
//
// In:  reports.
// Out: the findings of every stage up to the door, for every release; those of the
//      template that the report names, and of the markup that it makes of each.
//
// Made for those who may read the whole report: unlike `render`, it speaks of
// withheld places too.
#pragma once

#include "base/world.h"
#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/messages.h"
#include "cli/run.h"

namespace sable::cli {

ExitStatus check(const CheckArguments& arguments, base::World& world,
                 const Surroundings& surroundings, Messages& messages);

}  // namespace sable::cli
