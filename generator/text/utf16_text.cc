// Implements utf16_text.h.
#include "text/utf16_text.h"

#include <unicode/utf16.h>

#include <algorithm>

#include "base/utf8.h"

namespace sable::text {

void Utf16Text::assign(std::string_view utf8) {
  const auto is_ascii = [](char c) { return static_cast<uint8_t>(c) < 0x80; };
  const auto stop = std::find_if_not(utf8.begin(), utf8.end(), is_ascii);
  ascii_ = static_cast<size_t>(stop - utf8.begin());
  units_.assign(utf8.begin(), stop);
  bytes_.clear();
  for (size_t offset = ascii_; offset < utf8.size();) {
    const auto begin = static_cast<uint32_t>(offset);
    const char32_t code_point = base::next_code_point(utf8, offset);
    if (code_point < 0x10000) {
      units_.push_back(static_cast<UChar>(code_point));
      bytes_.push_back(begin);
      continue;
    }
    units_.push_back(static_cast<UChar>(U16_LEAD(code_point)));
    units_.push_back(static_cast<UChar>(U16_TRAIL(code_point)));
    bytes_.insert(bytes_.end(), 2, begin);
  }
  bytes_.push_back(static_cast<uint32_t>(utf8.size()));
}

}  // namespace sable::text
