// The blocks of a body.
//
// In:  the list under `body:`.
// Out: typed blocks, in the order of the source.
#pragma once

#include <vector>

#include "report/portion.h"
#include "report/report.h"

namespace sable::report {

std::vector<Block> read_body(const source::Value& list, Context& context);

}  // namespace sable::report
