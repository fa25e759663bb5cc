// OpenType files made for a test: an installed font with tables put in, taken
// out or cut.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sable::text::testing {

// The tables of a font file, by tag.
struct SfntBuilder {
  uint32_t version = 0x00010000;
  std::map<std::string, std::string> tables;

  static SfntBuilder from(std::string_view bytes);
  // Overwrites two bytes of a table.
  SfntBuilder& set_u16(const std::string& tag, size_t offset, uint16_t value);
  std::string bytes() const;  // checksums are left 0
};

// A GSUB table with one `liga` substitution under the default script:
// first second third → ligature.
std::string ligature_table(uint16_t first, uint16_t second, uint16_t third, uint16_t ligature);

}  // namespace sable::text::testing
