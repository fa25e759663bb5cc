// sable marking: judges, joins and explains markings by themselves.
//
// In:  markings as arguments, or one a line on standard input.
// Out: a JSON object a line (RFC 8259) on standard output: the verdict on each marking,
//      the join of all, or what the parts of each mean. With --format text: lines for
//      people.
//
// Exit status: 1 if a marking is not valid.
#pragma once

#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/messages.h"
#include "cli/run.h"

namespace sable::cli {

ExitStatus marking(const MarkingArguments& arguments, const Surroundings& surroundings,
                   Messages& messages);

}  // namespace sable::cli
