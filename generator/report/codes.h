// The codes under which matter is withheld.
//
// In:  codes as authors write them: "b1", "(b)(7)(A)", "b7a".
// Out: their normal spelling ("b7A") and the printed one ("(b)(7)(A)").
//
// A closed set: the exemptions of 5 USC 552(b), paragraphs (1) to (9) with
// (7)(A) to (F), and `undisclosed` for matter whose ground is itself not told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sable::report {

// In normal spelling, in the order of the law.
const std::vector<std::string>& known_codes();

// The normal spelling of a known code; nullopt for any other text.
std::optional<std::string> normal_code(std::string_view written);

// How a box shows a code in normal spelling: "b7A" gives "(b)(7)(A)".
std::string printed_code(std::string_view code);

}  // namespace sable::report
