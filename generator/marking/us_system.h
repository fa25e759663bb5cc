// The systems of the United States for classified documents.
//
// In:  the dialect.
// Out: a System.
#pragma once

#include <memory>

#include "marking/marking.h"
#include "marking/us_register.h"

namespace sable::marking {

std::shared_ptr<const System> make_us_system(us::Dialect dialect);

}  // namespace sable::marking
