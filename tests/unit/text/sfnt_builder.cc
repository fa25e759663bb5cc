#include "sfnt_builder.h"

#include "text/sfnt.h"

namespace sable::text::testing {
namespace {

void put_u16(std::string& out, uint32_t value) {
  out += static_cast<char>(value >> 8 & 0xFF);
  out += static_cast<char>(value & 0xFF);
}

void put_u32(std::string& out, uint32_t value) {
  put_u16(out, value >> 16);
  put_u16(out, value & 0xFFFF);
}

}  // namespace

SfntBuilder SfntBuilder::from(std::string_view bytes) {
  SfntBuilder font;
  font.version = u32_at(bytes, 0);
  for (size_t i = 0; i < u16_at(bytes, 4); ++i) {
    const size_t record = 12 + 16 * i;
    font.tables[std::string(bytes.substr(record, 4))] =
        bytes.substr(u32_at(bytes, record + 8), u32_at(bytes, record + 12));
  }
  return font;
}

SfntBuilder& SfntBuilder::set_u16(const std::string& tag, size_t offset, uint16_t value) {
  std::string two;
  put_u16(two, value);
  tables.at(tag).replace(offset, 2, two);
  return *this;
}

std::string SfntBuilder::bytes() const {
  std::string header, body;
  put_u32(header, version);
  put_u16(header, static_cast<uint32_t>(tables.size()));
  header.append(6, '\0');
  const size_t start = 12 + 16 * tables.size();
  for (const auto& [tag, table] : tables) {
    header += tag;
    put_u32(header, 0);
    put_u32(header, static_cast<uint32_t>(start + body.size()));
    put_u32(header, static_cast<uint32_t>(table.size()));
    body += table;
    body.append((4 - body.size() % 4) % 4, '\0');
  }
  return header + body;
}

std::string ligature_table(uint16_t first, uint16_t second, uint16_t third, uint16_t ligature) {
  std::string out;
  // Header: version 1.0; script, feature and lookup list.
  for (const uint32_t word : {1, 0, 10, 30, 44}) put_u16(out, word);
  // Script list at 10: DFLT with a default language system of feature 0.
  put_u16(out, 1);
  out += "DFLT";
  for (const uint32_t word : {8, 4, 0, 0, 0xFFFF, 1, 0}) put_u16(out, word);
  // Feature list at 30: liga, of lookup 0.
  put_u16(out, 1);
  out += "liga";
  for (const uint32_t word : {8, 0, 1, 0}) put_u16(out, word);
  // Lookup list at 44: one ligature substitution (type 4).
  for (const uint32_t word : {1, 4, 4, 0, 1, 8}) put_u16(out, word);
  // Its subtable: coverage at 8 of one glyph, one set at 14 of one ligature.
  for (const uint32_t word : {1, 8, 1, 14, 1, 1}) put_u16(out, word);
  put_u16(out, first);
  for (const uint32_t word : {1, 4}) put_u16(out, word);
  for (const uint32_t word : {ligature, uint16_t{3}, second, third}) put_u16(out, word);
  return out;
}

}  // namespace sable::text::testing
