// The holes of a release, in reading order, and where they stand.
//
// In:  a Released.
// Out: for each hole its ordinal and its section; both are public.
#pragma once

#include <string>
#include <vector>

#include "released/released.h"

namespace sable::released {

struct HolePlace {
  const Hole* hole = nullptr;
  Ordinal ordinal = 0;
  std::string section;     // "2.1 Coast", "title block", "notes"; empty: before any heading
  bool in_banner = false;  // of the codeword: on each page
  bool unseen = false;     // of the words for a picture: no box stands for it
  bool in_title = false;   // of the title block, which a template may print in part
};

std::vector<HolePlace> holes_of(const Released& released);

// Rich text as plain text: calls of notes and references dropped, a hole as
// "[withheld]".
std::string plain_words(const Inlines& inlines);

// How a section is named: by its number and its words.
std::string section_name(const Heading& heading);

}  // namespace sable::released
