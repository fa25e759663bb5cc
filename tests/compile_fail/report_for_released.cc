// A stage behind the door takes Released; a Report is not one.
#include "released/released.h"
#include "report/report.h"

void typeset(const sable::released::Released& released);

void pass(const sable::report::Report& report, const sable::released::Released& released) {
  typeset(released);
#ifdef MUST_NOT_COMPILE
  typeset(report);
#else
  (void)report;
#endif
}
