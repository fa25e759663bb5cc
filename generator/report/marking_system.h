// The marking system of a report: one of the program's, or the organisation's own.
//
// In:  `system:` of a report: a name, a file beside the report, or a map.
// Out: the system; what is wrong with it is told at its place.
#pragma once

#include <memory>

#include "report/portion.h"

namespace sable::report {

// nullptr if it is not known or wrong.
std::shared_ptr<const marking::System> read_marking_system(const source::Value& value,
                                                           Context& context);

}  // namespace sable::report
