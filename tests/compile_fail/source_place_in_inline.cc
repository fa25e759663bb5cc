// Released text holds no place of the source.
#include "base/span.h"
#include "released/released.h"

sable::released::Inline make(sable::base::Span span) {
#ifdef MUST_NOT_COMPILE
  return sable::released::Inline{span};
#else
  (void)span;
  return sable::released::Inline{sable::released::Text{"text"}};
#endif
}
