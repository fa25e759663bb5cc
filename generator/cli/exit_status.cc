#include "cli/exit_status.h"

#include <algorithm>

namespace sable::cli {

namespace {

int rank(ExitStatus status) {
  switch (status) {
    case ExitStatus::done:
      return 0;
    case ExitStatus::findings:
      return 1;
    case ExitStatus::misuse:
      return 2;
    case ExitStatus::environment:
      return 3;
    case ExitStatus::bad_input:
      return 4;
  }
  return 4;
}

ExitStatus status_of_fault(base::Fault fault) {
  switch (fault) {
    case base::Fault::input:
      return ExitStatus::bad_input;
    case base::Fault::environment:
      return ExitStatus::environment;
    case base::Fault::internal:
      return ExitStatus::misuse;
  }
  return ExitStatus::misuse;
}

}  // namespace

ExitStatus worse(ExitStatus a, ExitStatus b) { return rank(a) < rank(b) ? b : a; }

ExitStatus status_of(const base::Diagnostics& diagnostics) {
  ExitStatus status = ExitStatus::done;
  for (const base::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != base::Severity::error) continue;
    status = worse(status, status_of_fault(diagnostic.fault));
  }
  return status;
}

}  // namespace sable::cli
