// A font file with the glyphs that are drawn and no others, by HarfBuzz.
//
// In:  a font file, glyph ids.
// Out: the smaller font program, where its glyphs went, a tag of its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace sable::pdf {

struct Subset {
  std::string program;  // a TrueType file, or the bare CFF table
  bool is_cff = false;
  std::string tag;  // six capitals (ISO 32000-1, 9.6.4), of the program's digest
  // New glyph id for each of the glyphs asked for, in the order asked. Those of
  // CFF keep theirs.
  std::vector<uint16_t> new_ids;
};

base::Result<Subset> subset(std::string_view font, const std::vector<uint16_t>& glyphs,
                            bool is_cff);

// Whether a CFF table's Top DICT begins with ROS (Adobe TN 5176, 9): then glyphs
// are found by CID and not by glyph id.
bool is_cid_keyed(std::string_view cff);

}  // namespace sable::pdf
