// What the program's exit status says to the script that called it.
//
// In:  the findings of a run.
// Out: one of five numbers, stable across versions.
#pragma once

#include "base/diagnostic.h"

namespace sable::cli {

enum class ExitStatus : int {
  done = 0,
  findings = 1,     // of `check`; of `diff`: there is a difference
  misuse = 2,       // the command line is wrong, or the program is
  environment = 3,  // a file is missing, or cannot be read or written: worth a retry
  bad_input = 42,   // never worth a retry
};

// The status of a run that ended with these; done without an error among them.
// Bad input outweighs the rest: a retry cannot mend it.
ExitStatus status_of(const base::Diagnostics& diagnostics);

// The graver of two, for a run over several files.
ExitStatus worse(ExitStatus a, ExitStatus b);

}  // namespace sable::cli
