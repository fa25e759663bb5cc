// The signs of numbers in a language, by ICU (CLDR).
//
// In:  a language (BCP 47).
// Out: the sign before its decimals, "." or ","; "." for a language that ICU does not
//      know.
#pragma once

#include <string>
#include <string_view>

namespace sable::text {

std::string decimal_sign(std::string_view language);

}  // namespace sable::text
