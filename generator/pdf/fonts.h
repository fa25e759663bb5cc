// Font objects: Type 0 fonts of two-byte codes (ISO 32000-1, 9.7).
//
// In:  the codes in use, the font files.
// Out: for each font its dictionary; subset, widths and ToUnicode cover the
//      glyphs drawn and .notdef, nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pdf/codes.h"
#include "pdf/haru.h"
#include "pdf/hidden_objects.h"
#include "pdf/subset.h"
#include "text/font.h"

namespace sable::pdf {

// A font's program and numbers, before its dictionaries.
struct PreparedFont {
  Subset subset;
  uint32_t program = 0;  // stream objects
  uint32_t to_unicode = 0;
  uint32_t code_map = 0;  // CIDToGIDMap, or the CMap of a CFF font
};

// Subsets each font and writes its streams; all problems, not the first.
base::Result<std::vector<PreparedFont>> prepare_fonts(const Codes& codes,
                                                      const text::FontBook& book,
                                                      Document& document);

// Writes the dictionaries; the numbers of the Type 0 fonts, in order.
std::vector<uint32_t> write_fonts(const Codes& codes, const std::vector<PreparedFont>& prepared,
                                  const text::FontBook& book, HiddenObjects& hidden);

// The ToUnicode CMap of a font (ISO 32000-1, 9.10.3).
std::string to_unicode_map(const FontCodes& font);

}  // namespace sable::pdf
