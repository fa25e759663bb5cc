// Implements sfnt.h.
#include "text/sfnt.h"

#include <fmt/format.h>

namespace sable::text {
namespace {

constexpr size_t kHeaderSize = 12;
constexpr size_t kRecordSize = 16;
constexpr uint32_t kTrueType = 0x00010000;
constexpr uint32_t kAppleTrueType = 0x74727565;  // 'true'
constexpr uint32_t kCff = 0x4F54544F;            // 'OTTO'
constexpr uint32_t kHeadMagic = 0x5F0F3CF5;

std::string damaged(std::string_view tag) { return fmt::format("its '{}' table is damaged", tag); }

bool lies_inside(std::string_view bytes, uint32_t offset, uint32_t length) {
  return offset <= bytes.size() && length <= bytes.size() - offset;
}

// OpenType 1.9, head: magic number, 16 to 16384 units per em, loca format 0 or 1.
bool head_is_sound(std::string_view head) {
  const uint16_t units = u16_at(head, 18);
  return head.size() >= 54 && u32_at(head, 12) == kHeadMagic && units >= 16 && units <= 16384 &&
         u16_at(head, 50) <= 1;
}

bool metrics_are_sound(const Sfnt& sfnt, uint32_t glyphs) {
  const uint32_t long_metrics = u16_at(sfnt.table("hhea"), 34);
  return long_metrics >= 1 && long_metrics <= glyphs &&
         sfnt.table("hmtx").size() >=
             size_t{4} * long_metrics + size_t{2} * (glyphs - long_metrics);
}

// loca: glyphs + 1 offsets, ascending, inside glyf.
bool outlines_are_sound(const Sfnt& sfnt, uint32_t glyphs) {
  const bool wide = u16_at(sfnt.table("head"), 50) == 1;
  const std::string_view loca = sfnt.table("loca");
  if (loca.size() < size_t{glyphs + 1} * (wide ? 4 : 2)) return false;
  const size_t end = sfnt.table("glyf").size();
  uint32_t previous = 0;
  for (uint32_t glyph = 0; glyph <= glyphs; ++glyph) {
    const uint32_t offset =
        wide ? u32_at(loca, size_t{glyph} * 4) : u16_at(loca, size_t{glyph} * 2) * 2u;
    if (offset < previous || offset > end) return false;
    previous = offset;
  }
  return true;
}

}  // namespace

uint16_t u16_at(std::string_view table, size_t offset) {
  if (table.size() < 2 || offset > table.size() - 2) return 0;
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(table[offset + i]); };
  return static_cast<uint16_t>(byte(0) << 8 | byte(1));
}

uint32_t u32_at(std::string_view table, size_t offset) {
  if (table.size() < 4 || offset > table.size() - 4) return 0;
  return uint32_t{u16_at(table, offset)} << 16 | u16_at(table, offset + 2);
}

uint32_t Sfnt::table_count() const { return u16_at(bytes_, 4); }

std::optional<Sfnt> Sfnt::parse(std::string_view bytes) {
  const Sfnt sfnt(bytes);
  const uint32_t version = u32_at(bytes, 0);
  if (version != kTrueType && version != kAppleTrueType && version != kCff) return std::nullopt;
  if (bytes.size() < kHeaderSize + sfnt.table_count() * kRecordSize) return std::nullopt;
  for (size_t i = 0; i < sfnt.table_count(); ++i) {
    const size_t record = kHeaderSize + i * kRecordSize;
    if (!lies_inside(bytes, u32_at(bytes, record + 8), u32_at(bytes, record + 12))) {
      return std::nullopt;
    }
  }
  return sfnt;
}

bool Sfnt::is_cff() const { return u32_at(bytes_, 0) == kCff; }

std::string_view Sfnt::table(std::string_view tag) const {
  for (size_t i = 0; i < table_count(); ++i) {
    const size_t record = kHeaderSize + i * kRecordSize;
    if (bytes_.substr(record, 4) != tag) continue;
    return bytes_.substr(u32_at(bytes_, record + 8), u32_at(bytes_, record + 12));
  }
  return {};
}

std::optional<std::string> find_damage(std::string_view bytes) {
  if (bytes.substr(0, 4) == "ttcf") return "it is a collection of fonts, not a single one";
  const std::optional<Sfnt> sfnt = Sfnt::parse(bytes);
  if (!sfnt) return "it is not an OpenType font, or its table directory is damaged";
  for (const std::string_view tag : {"head", "hhea", "maxp", "hmtx", "cmap", "OS/2"}) {
    if (sfnt->table(tag).empty()) return fmt::format("it has no '{}' table", tag);
  }
  if (!head_is_sound(sfnt->table("head"))) return damaged("head");
  if (sfnt->table("hhea").size() < 36) return damaged("hhea");
  if (sfnt->table("cmap").size() < 4) return damaged("cmap");
  if (sfnt->table("OS/2").size() < 68) return damaged("OS/2");  // version 0 as Apple wrote it
  const uint32_t glyphs = u16_at(sfnt->table("maxp"), 4);
  if (glyphs == 0) return damaged("maxp");
  if (!metrics_are_sound(*sfnt, glyphs)) return damaged("hmtx");
  if (sfnt->is_cff()) {
    if (sfnt->table("CFF ").empty()) return "it has no 'CFF ' table";
  } else if (!outlines_are_sound(*sfnt, glyphs)) {
    return damaged("loca");
  }
  return std::nullopt;
}

// OpenType 1.9, OS/2, fsType. Bits 0–3 hold the permission; the least
// restrictive of several set bits counts in versions 0 to 2.
std::optional<std::string> find_embedding_ban(const Sfnt& sfnt) {
  const uint16_t type = u16_at(sfnt.table("OS/2"), 8);
  if ((type & 0x000F) == 0x0002) return "its licence bits forbid embedding";
  if (type & 0x0100) return "its licence bits forbid subsetting";
  if (type & 0x0200) return "its licence bits allow bitmaps only";
  return std::nullopt;
}

}  // namespace sable::text
