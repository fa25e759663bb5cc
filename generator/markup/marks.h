// Invisible marks in filled text that tell where it comes from. Private to the
// room.
//
// In:  ordinals of the release, places of the template, while filling.
// Out: after filling, clean text and the offsets at which marks stood.
//
// A mark is an opener and the number's hexadecimal digits, in noncharacters
// U+FDD0–U+FDEF (Unicode, 23.7: reserved for internal use). Input may not hold
// them. Private-use characters would not do, since real text has them.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sable::markup {

struct Mark {
  enum class Kind : uint8_t { ordinal, place, change };
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

  uint64_t offset = 0;  // in the clean text, of the character that follows
  Kind kind = Kind::ordinal;
  uint32_t value = kNone;  // an ordinal, an index of Template::Parts::places, or a Change
  bool operator==(const Mark&) const = default;
};

void append_mark(std::string& out, Mark::Kind kind, uint32_t value);

// Appends `text` without its marks to `clean`, and the marks to `marks`.
// `start` is the offset of the text in the whole output.
void strip_marks(std::string_view text, uint64_t start, std::string& clean,
                 std::vector<Mark>& marks);

// Offset of the first character that no text of a document may hold: controls
// that XML 1.0 forbids (2.2, Char), U+FFFE and U+FFFF, and those of the marks.
std::optional<size_t> find_forbidden(std::string_view text);

}  // namespace sable::markup
