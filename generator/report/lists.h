// Lists: `bullets:`, `numbered:` and `terms:`.
//
// In:  the value of such a key.
// Out: items, each a portion that may have a list below it.
#pragma once

#include "report/portion.h"
#include "report/report.h"

namespace sable::report {

List read_list(const source::Value& value, ListKind kind, Context& context);

}  // namespace sable::report
