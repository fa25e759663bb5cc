// Full case mapping of text (Unicode 15, 3.13), by ICU.
//
// In:  UTF-8 text and its language (BCP 47).
// Out: UTF-8 text; lengths may differ (ß → SS).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sable::text {

std::string upper_case(std::string_view text, std::string_view language);
// Part of a text whose letters are to be small capitals, or no letters of that kind.
struct CaseStretch {
  uint32_t begin = 0, end = 0;  // bytes
  bool small = false;
};

// Cuts a text where lower-case letters begin and end, or with `all` where letters
// that have case do; marks and joiners stay with what they follow.
std::vector<CaseStretch> case_stretches(std::string_view text, bool all);

std::string lower_case(std::string_view text, std::string_view language);

}  // namespace sable::text
