// What two releases say otherwise of themselves. Private to the room.
//
// In:  two Released.
// Out: settings with their values, in words: overall marking, stamp, contents. For whom
//      a release is, and its name, are none of them.
#pragma once

#include "released/difference.h"

namespace sable::released {

Difference setting_changes(const Released& before, const Released& now);

}  // namespace sable::released
