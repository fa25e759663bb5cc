// What a release tells of its boxes by what stands beside them.
//
// In:  a Released, and nothing else: whoever reads the release finds the same.
// Out: boxes that touch a word, stand behind "a" or "an" or an elided article, in an
//      alphabetical list or column, or in place of a number that follows from a total.
//
// Only what is certain by the text that is shown: nothing is guessed.
#pragma once

#include <vector>

#include "released/released.h"

namespace sable::release {

struct PublicWarning {
  enum class Kind : uint8_t { touches, article, elision, alphabet, total } kind = Kind::touches;
  released::Ordinal ordinal = 0;
  size_t hole = 0;  // which of the holes in the text at that place, from 0
  bool operator==(const PublicWarning&) const = default;
};

std::vector<PublicWarning> public_warnings(const released::Released& released);

// For messages.
const char* code_of(PublicWarning::Kind kind);
const char* message_of(PublicWarning::Kind kind);
const char* help_of(PublicWarning::Kind kind);

}  // namespace sable::release
