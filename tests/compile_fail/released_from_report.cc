// No constructor makes a Released of a Report.
#include <type_traits>

#include "released/released.h"
#include "report/report.h"

using sable::released::Released;
using sable::report::Report;

static_assert(!std::is_convertible_v<Report, Released>);
static_assert(!std::is_constructible_v<Released, const Report&>);
static_assert(!std::is_assignable_v<Released&, const Report&>);

Released pass(const Report& report, const Released& released) {
#ifdef MUST_NOT_COMPILE
  (void)released;
  return report;
#else
  (void)report;
  return released;
#endif
}
