// A register as a release of its own, for the press.
//
// In:  a register; the release that it is about.
// Out: a Released with the tables of the register, in the marking of that release.
#pragma once

#include "released/register.h"
#include "released/released.h"

namespace sable::cli {

// Its template is `register`.
released::Released register_sheet(const released::Register& made, const released::Released& about);

}  // namespace sable::cli
