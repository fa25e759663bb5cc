// Words of spellings: cutting them up, and what a wrong one comes near.
//
// In:  text.
// Out: its parts. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sable::marking {

// "(S//NF)" without its brackets.
std::string_view without_brackets(std::string_view spelling);

// The parts between separators; one if there are none.
std::vector<std::string_view> split(std::string_view text, std::string_view separator);

std::string_view without_blanks_around(std::string_view text);

std::string upper_case(std::string_view text);  // of ASCII letters

// Of spellings that which `word` comes near, letter case aside; empty if none. Two
// letters are near to everything, so that they have to be the same.
std::string nearest_spelling(std::string_view word, const std::vector<std::string>& spellings);

}  // namespace sable::marking
