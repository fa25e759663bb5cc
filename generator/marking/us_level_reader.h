// Reads the level of a marking of the United States, and whose information it is.
//
// In:  "SECRET", or what stands behind // at the beginning: "CAN S", "JOINT SECRET CAN USA".
// Out: level, owner and RESTRICTED of the marking. Private to the room.
#pragma once

#include <string_view>

#include "marking/marking.h"
#include "marking/us_notes.h"

namespace sable::marking::us {

// Both give the form in which the level is written.
Form read_level(std::string_view word, Marking& marking, Notes& notes);
Form read_owner(std::string_view text, Marking& marking, Notes& notes);

}  // namespace sable::marking::us
