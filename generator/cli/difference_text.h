// What two releases show otherwise, as text for a terminal and as JSON.
//
// In:  a Difference, and what was compared.
// Out: text in UTF-8, in lines of at most 80 characters; JSON whose members are those of
//      docs/releases.md.
#pragma once

#include <string>

#include "released/difference.h"

namespace sable::cli {

struct Side {
  std::string file;     // as the command line names it
  std::string release;  // its name
  bool unredacted = false;
  released::Purpose purpose = released::Purpose::release;
};

struct Sides {
  Side before, now;
};

// How the comparison is to be kept, where one side is no redacted release; else empty.
std::string keeping_of(const Sides& sides);

std::string difference_text(const released::Difference& all, const Sides& sides, bool colored);
std::string difference_json(const released::Difference& all, const Sides& sides);

}  // namespace sable::cli
