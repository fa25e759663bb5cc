// A register as text: a table for a terminal, CSV, JSON.
//
// In:  a register.
// Out: text in UTF-8; equal registers give equal text.
//
// CSV: RFC 4180, with a blank before cells that a spreadsheet would take for a formula.
// JSON: RFC 8259, with its members in a fixed order.
#pragma once

#include <string>

#include "released/register.h"

namespace sable::cli {

std::string register_table(const released::Register& made);
std::string register_csv(const released::Register& made);
std::string register_json(const released::Register& made);

// "1, 2"; "every page" of a banner.
std::string pages_of(const released::Register& made, const released::Entry& entry);
// "(b)(3) 50 USC 3024(i)(1); (b)(6)"
std::string citations_of(const released::Entry& entry);
// "12 pages: 9 released in full, 2 in part, 1 withheld"
std::string totals_of(const released::Totals& totals);

}  // namespace sable::cli
