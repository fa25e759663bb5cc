// What the file says of itself: XMP and the Info dictionary, which agree
// (ISO 32000-1, 14.3; ISO 19005-2, 6.6), and the output intent.
//
// In:  the document's public facts, a date, a profile.
// Out: their text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "layout/pages.h"
#include "pdf/write.h"

namespace sable::pdf {

// What the file may call itself.
struct Claims {
  bool archival = false;    // PDF/A-2a
  bool accessible = false;  // PDF/UA-1
};
Claims claims_of(const layout::DocumentInfo& info, const Settings& settings);

std::string xmp_packet(const layout::DocumentInfo& info, const Settings& settings);
// Entries of the Info dictionary.
std::string info_entries(const layout::DocumentInfo& info, const Settings& settings);

// "D:20240229120000Z" and "2024-02-29T12:00:00Z".
std::string pdf_date(int64_t seconds);
std::string iso_date(int64_t seconds);
// Years 1 to 9999, which is what both spellings hold.
bool is_printable_date(int64_t seconds);

// Whether the bytes are an ICC profile (ICC.1:2010, 7.2) of the RGB colour space.
bool is_rgb_profile(std::string_view profile);

}  // namespace sable::pdf
