// A block of a release is shown or a hole: a redaction with what it covers is
// neither.
#include "released/released.h"
#include "report/report.h"

sable::released::Block make(const sable::report::Redacted& redacted) {
#ifdef MUST_NOT_COMPILE
  return sable::released::Block{0, redacted};
#else
  (void)redacted;
  return sable::released::Block{0, sable::released::Hole{}};
#endif
}
