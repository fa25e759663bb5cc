// The sentences of a text.
//
// In:  UTF-8 of one paragraph; a tag of BCP 47.
// Out: its sentences, without blanks around them (UAX #29, sentence boundaries); one does
//      not end behind an abbreviation such as "Mr." or "e.g.".
#pragma once

#include <string_view>
#include <vector>

namespace sable::words {

// They point into `text`.
std::vector<std::string_view> sentences_of(std::string_view text, std::string_view language);

}  // namespace sable::words
