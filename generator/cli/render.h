// sable render: the PDFs of a report's releases.
//
// In:  reports, the releases that are named.
// Out: a PDF for each release, all or none of a report; or a dump of a stage.
//
// What is said about a redacted release depends on what that release shows. So
// warnings about the source are printed only where an unredacted release is
// rendered too; `check` prints them always.
#pragma once

#include "base/world.h"
#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/messages.h"
#include "cli/run.h"

namespace sable::cli {

ExitStatus render(const RenderArguments& arguments, base::World& world,
                  const Surroundings& surroundings, Messages& messages);

}  // namespace sable::cli
