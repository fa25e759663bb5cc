// The table directory of an OpenType file, read with every bound checked.
//
// In:  the bytes of a font file.
// Out: its tables as views of those bytes, and what is wrong with it.
//
// OpenType 1.9, "Organization of an OpenType Font". HarfBuzz tolerates damage
// by treating a broken table as absent; a document that embeds the file must
// not, so the tables that layout and the PDF rely on are checked here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sable::text {

class Sfnt {
 public:
  // Nothing unless the directory and every table in it lie inside the file.
  static std::optional<Sfnt> parse(std::string_view bytes);

  // 'OTTO' rather than 0x00010000: outlines are CFF.
  bool is_cff() const;
  // Empty if there is none of that four-letter tag.
  std::string_view table(std::string_view tag) const;

 private:
  explicit Sfnt(std::string_view bytes) : bytes_(bytes) {}
  uint32_t table_count() const;
  std::string_view bytes_;
};

// Big-endian numbers at an offset; 0 beyond the end of the table.
uint16_t u16_at(std::string_view table, size_t offset);
uint32_t u32_at(std::string_view table, size_t offset);
inline int16_t i16_at(std::string_view table, size_t offset) {
  return static_cast<int16_t>(u16_at(table, offset));
}
inline int32_t i32_at(std::string_view table, size_t offset) {
  return static_cast<int32_t>(u32_at(table, offset));
}

// Why the font cannot be used ("its 'head' table is damaged"), or nullopt.
std::optional<std::string> find_damage(std::string_view bytes);
// Why its OS/2.fsType forbids a subset of it in a document, or nullopt.
std::optional<std::string> find_embedding_ban(const Sfnt& sfnt);

}  // namespace sable::text
