// A text in UTF-16, which ICU reads fastest, and the way back to its bytes.
//
// In:  UTF-8.
// Out: UTF-16 code units, and for each the offset of its character in bytes.
#pragma once

#include <unicode/umachine.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace sable::text {

class Utf16Text {
 public:
  void assign(std::string_view utf8);
  const UChar* units() const { return units_.data(); }
  int32_t size() const { return static_cast<int32_t>(units_.size()); }
  // Byte offset of a unit's character; of the end for the unit behind the last.
  uint32_t byte_of(int32_t unit) const {
    const auto index = static_cast<size_t>(unit);
    return index <= ascii_ ? static_cast<uint32_t>(unit) : bytes_[index - ascii_];
  }

 private:
  std::vector<UChar> units_;
  std::vector<uint32_t> bytes_;  // of the units from `ascii_` on, and of the end
  size_t ascii_ = 0;             // how many units before the first that is not ASCII
};

}  // namespace sable::text
