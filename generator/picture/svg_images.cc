#include "picture/svg_images.h"

#include "picture/format.h"

namespace sable::picture {

namespace {

int value_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

bool decode_base64(std::string_view text, std::string& bytes) {
  uint32_t held = 0;
  int bits = 0;
  size_t padding = 0;
  for (const char c : text) {
    if (is_space(c)) continue;
    if (c == '=') {
      ++padding;
      continue;
    }
    const int value = value_of(c);
    if (value < 0 || padding > 0) return false;
    held = held << 6 | static_cast<uint32_t>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFF);
  }
  return padding <= 2 && bits < 6;
}

SvgImages::Verdict SvgImages::judge(std::string_view url) {
  if (!url.starts_with("data:")) return Verdict::outside;
  const size_t comma = url.find(',');
  if (comma == std::string_view::npos || !url.substr(0, comma).ends_with(";base64")) {
    return Verdict::unsound;
  }
  std::string bytes;
  if (!decode_base64(url.substr(comma + 1), bytes)) return Verdict::unsound;
  const auto dimensions = measure(bytes);
  if (!dimensions) return Verdict::unsound;
  pixels_ += uint64_t{dimensions->width} * dimensions->height;
  // What draws it leaves out what it cannot decode, and says nothing.
  return pixels_ <= kMostPixels && decode(bytes, {}) ? Verdict::sound : Verdict::unsound;
}

}  // namespace sable::picture
