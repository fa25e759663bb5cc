// A block of a release carries an ordinal, not a place of the source.
#include "released/released.h"
#include "report/report.h"

uint32_t place(const sable::report::Block& before, const sable::released::Block& behind) {
#ifdef MUST_NOT_COMPILE
  return before.span.begin + behind.span.begin;
#else
  return before.span.begin + behind.ordinal;
#endif
}
