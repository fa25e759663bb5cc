// How markings of the United States are written.
//
// In:  a Marking whose kinds are those of us_register.h.
// Out: its banner or its portion mark. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "marking/marking.h"
#include "marking/us_register.h"

namespace sable::marking::us {

// `form` is banner or portion; the latter without brackets.
std::string spell(const Marking& marking, Form form, Dialect dialect);

// The level with its owner: "SECRET", "//CAN R", "//JOINT SECRET CAN USA".
std::string spell_level(const Marking& marking, Form form);

// One control by itself: "SI-G/TK", "REL TO USA, GBR".
std::string spell(const Control& control, Form form, Dialect dialect);

struct LevelName {
  std::string_view banner, portion;
};
// Of the United States and other countries.
LevelName level_name(uint8_t level);
// Of NATO; `restricted` tells NATO RESTRICTED from NATO CONFIDENTIAL.
LevelName nato_level_name(uint8_t level, bool restricted);

}  // namespace sable::marking::us
