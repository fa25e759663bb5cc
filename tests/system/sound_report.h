// A sound report with a secret in it, for tests to spoil.
//
// In:  nothing.
// Out: a report whose releases are full, which shows everything, and public.
#pragma once

#include <string>

namespace sable::testing {

// Stands inside of what is withheld, and is letters enough to be recognised.
inline const std::string kSecret = "Wqxkzvbj";

// Where its release public is written.
inline const std::string kOutput = "out/report/report.public.pdf";

std::string sound_report();

// `text` with its first `from` as `to`; fails the test if there is none.
std::string replaced(std::string text, const std::string& from, const std::string& to);

}  // namespace sable::testing
