// Reads the lists of a marking of the United States: countries, and numbers of SIGMA.
//
// In:  what stands behind REL TO, FGI and the like; "RD-CNWDI-SIGMA 1 2".
// Out: their words, in order. Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "marking/us_notes.h"
#include "marking/us_value.h"

namespace sable::marking::us {

// Codes of countries and groups, with separators or blanks between them, as they stand.
// `of`: whose list it is, for messages.
Words read_codes(std::string_view list, char separator, std::string_view of, Notes& notes);

// In order, without a member of a group that is named.
Words put_in_order(const Words& given, Notes& notes);

// Behind REL TO or DISPLAY ONLY, with a comma and a blank between codes; without USA.
// None: it cannot be read.
std::optional<Words> read_country_list(Kind kind, std::string_view list, Notes& notes);

// RD or FRD with what stands behind it; none if it is neither.
std::optional<Control> read_nuclear(std::string_view token, Notes& notes);

}  // namespace sable::marking::us
