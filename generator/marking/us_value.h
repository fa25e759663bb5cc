// Access to the controls of a marking of the United States.
//
// In:  a Marking whose kinds are those of us_register.h.
// Out: its controls. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marking/marking.h"
#include "marking/us_register.h"

namespace sable::marking::us {

using Words = std::vector<std::string>;

inline constexpr const char* kJoint = "JOINT";
inline constexpr const char* kNato = "NATO";
inline constexpr const char* kMultiplePrograms = "MULTIPLE PROGRAMS";
// In REL TO: the list of the banner, which the portion does not repeat.
inline constexpr const char* kAsBanner = "=";

const Control* find(const Marking& marking, Kind kind);
inline bool has(const Marking& marking, Kind kind) { return find(marking, kind) != nullptr; }
bool has_word(const Marking& marking, Kind kind, std::string_view word);
// The words of a control; none if it is not there.
Words words_of(const Marking& marking, Kind kind);

void set(Marking& marking, Kind kind, Words words = {});
void erase(Marking& marking, Kind kind);

// SBU NOFORN and LES NOFORN say NOFORN by themselves.
bool implies_noforn(const Marking& marking);
// Besides FOUO and those for foreign disclosure and release.
bool has_other_dissemination(const Marking& marking);

// More programs are MULTIPLE PROGRAMS (DoDM 5200.01 v2, encl. 4, 7.e).
inline constexpr size_t kMostPrograms = 4;
// The programs of SAR, without their compartments.
size_t count_programs(const Marking& marking);

// Ascending, each once.
Words in_order(Words words);
Words countries_in_order(Words words);

// Countries that two lists have in common, groups that both name kept as such: FVEY
// and "GBR, DEU" have GBR in common.
Words shared_countries(const Words& a, const Words& b);
Words all_countries(const Words& a, const Words& b);

// Those behind DISPLAY ONLY that may not have the information.
Words only_shown(const Marking& marking);

}  // namespace sable::marking::us
