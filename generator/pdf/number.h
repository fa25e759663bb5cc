// Numbers as PDF spells them (ISO 32000-1, 7.3.3), whatever the locale.
//
// In:  integers and lengths.
// Out: characters appended to a stream's text; no exponent, the point always '.'.
#pragma once

#include <cstdint>
#include <string>

#include "base/length.h"

namespace sable::pdf {

// Places on a page are rounded to 1/1000 pt once, as integers; differences of
// such places are exact, so that relative moves never drift.
using Thousandths = int64_t;

Thousandths to_thousandths(base::Length length);

void append_integer(std::string& out, int64_t value);
// value / 1000 with at most three decimals: "12", "-0.5", "3.125".
void append_thousandths(std::string& out, Thousandths value);

// An indirect reference: "12 0 R".
void append_reference(std::string& out, uint32_t object);

}  // namespace sable::pdf
