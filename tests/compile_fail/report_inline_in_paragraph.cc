// Inline content of a report, which may hold withheld spans, is none of a release.
#include "released/released.h"
#include "report/report.h"

void copy(const sable::report::Paragraph& from, sable::released::Paragraph& to) {
#ifdef MUST_NOT_COMPILE
  to.text = from.text.text;
#else
  (void)from;
  to.text = sable::released::Inlines{};
#endif
}
