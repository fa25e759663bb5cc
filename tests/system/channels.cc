#include "channels.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include "base/utf8.h"
#include "judges.h"

namespace sable::testing {

namespace {

constexpr size_t kGram = 4;  // characters in a row that count as a find

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (size_t at = 0; at < text.size();) points += base::next_code_point(text, at);
  return points;
}

std::string utf8(std::u32string_view points) {
  std::string text;
  for (const char32_t point : points) base::append_utf8(text, point);
  return text;
}

// UTF-16 of the basic plane, which holds all canaries.
std::string utf16(std::u32string_view points, bool big_endian) {
  std::string text;
  for (const char32_t point : points) {
    const char high = static_cast<char>(point >> 8 & 0xFF), low = static_cast<char>(point & 0xFF);
    text += big_endian ? high : low;
    text += big_endian ? low : high;
  }
  return text;
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += kDigits[static_cast<uint8_t>(byte) >> 4];
    text += kDigits[static_cast<uint8_t>(byte) & 15];
  }
  return text;
}

// The characters of base64 (RFC 4648, 4) that are sure wherever the bytes stand:
// `lead` bytes before them are unknown.
std::string base64_core(std::string_view bytes, size_t lead) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  const size_t first = (lead * 8 + 5) / 6 * 6, last = (lead + bytes.size()) * 8 / 6 * 6;
  for (size_t bit = first; bit + 6 <= last; bit += 6) {
    uint32_t value = 0;
    for (size_t i = bit; i < bit + 6; ++i) {
      const auto byte = static_cast<uint8_t>(bytes[i / 8 - lead]);
      value = value << 1 | (byte >> (7 - i % 8) & 1u);
    }
    text += kAlphabet[value];
  }
  return text;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

struct Spelling {
  std::string name;
  std::string bytes;
  bool any_case = false;
};

std::vector<Spelling> spellings_of(std::u32string gram) {
  std::vector<Spelling> all;
  for (const char* order : {"", "reversed "}) {
    const std::string name = order;
    const std::string narrow = utf8(gram);
    const std::string big = utf16(gram, true);
    all.push_back({name + "utf-8", narrow, true});
    all.push_back({name + "utf-16be", big});
    all.push_back({name + "utf-16le", utf16(gram, false)});
    all.push_back({name + "hex", hexadecimal(narrow), true});
    all.push_back({name + "hex of utf-16be", hexadecimal(big), true});
    for (size_t lead = 0; lead < 3; ++lead) {
      all.push_back({name + "base64", base64_core(narrow, lead)});
    }
    std::reverse(gram.begin(), gram.end());
  }
  return all;
}

template <typename Context, auto init, auto update, auto digest, size_t kSize>
std::string digest_of(std::string_view bytes) {
  Context context;
  std::array<uint8_t, kSize> out;
  init(&context);
  update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  digest(&context, kSize, out.data());
  return {out.begin(), out.end()};
}

// As in ISO 3309, of PNG and ZIP; the highest byte first.
std::string crc32_of(std::string_view bytes) {
  uint32_t crc = ~uint32_t{0};
  for (const char c : bytes) {
    crc ^= static_cast<uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
  }
  crc = ~crc;
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(crc >> shift & 0xFF);
  return out;
}

std::vector<Spelling> digests_of(const std::string& word) {
  std::vector<Spelling> all;
  const auto add = [&all](const char* name, const std::string& digest) {
    all.push_back({name, digest});
    all.push_back({std::string("hex of ") + name, hexadecimal(digest), true});
    for (size_t lead = 0; lead < 3; ++lead) {
      all.push_back({std::string("base64 of ") + name, base64_core(digest, lead)});
    }
  };
  add("md5", digest_of<md5_ctx, nettle_md5_init, nettle_md5_update, nettle_md5_digest, 16>(word));
  add("sha-1",
      digest_of<sha1_ctx, nettle_sha1_init, nettle_sha1_update, nettle_sha1_digest, 20>(word));
  add("sha-256",
      digest_of<sha256_ctx, nettle_sha256_init, nettle_sha256_update, nettle_sha256_digest, 32>(
          word));
  add("sha-512",
      digest_of<sha512_ctx, nettle_sha512_init, nettle_sha512_update, nettle_sha512_digest, 64>(
          word));
  // Its four bytes alone would stand somewhere by chance.
  all.push_back({"hex of crc-32", hexadecimal(crc32_of(word)), true});
  return all;
}

// Without what separates words, lines and pages.
std::string joined(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\f' && c != '\t') out += c;
  }
  return out;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string bytes_of_hex(std::string_view text) {
  std::string bytes;
  int high = -1;
  for (const char c : text) {
    const int digit = hex_digit(c);
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      bytes += static_cast<char>(high << 4 | digit);
      high = -1;
    }
  }
  if (high >= 0) bytes += static_cast<char>(high << 4);
  return bytes;
}

// A literal string from behind its `(`; ends behind its `)` (ISO 32000-1, 7.3.4.2).
std::string literal_string(std::string_view text, size_t& at) {
  std::string bytes;
  for (size_t depth = 1; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\' && at + 1 < text.size()) {
      const char next = text[++at];
      if (next >= '0' && next <= '7') {
        int code = 0;
        for (size_t digits = 0;
             digits < 3 && at < text.size() && text[at] >= '0' && text[at] <= '7'; ++digits) {
          code = code * 8 + (text[at++] - '0');
        }
        bytes += static_cast<char>(code);
        --at;
      } else if (const size_t named = std::string_view("nrtbf").find(next);
                 named != std::string_view::npos) {
        bytes += std::string_view("\n\r\t\b\f")[named];
      } else if (next != '\n') {
        bytes += next;
      }
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) {
      ++at;
      return bytes;
    }
    bytes += c;
  }
  return bytes;
}

// The strings between `BT` and `ET`, and nothing else.
std::string shown_bytes(std::string_view opened) {
  std::string bytes;
  for (size_t at = opened.find("BT\n"); at != std::string_view::npos;
       at = opened.find("BT\n", at)) {
    const size_t end = std::min(opened.find("\nET", at), opened.size());
    while (at < end) {
      const char c = opened[at++];
      if (c == '(') {
        bytes += literal_string(opened, at);
      } else if (c == '<' && at < end && opened[at] != '<') {
        const size_t close = std::min(opened.find('>', at), end);
        bytes += bytes_of_hex(opened.substr(at, close - at));
        at = close;
      }
    }
  }
  return bytes;
}

using UnicodeMap = std::map<uint16_t, std::string>;

uint16_t two_bytes(std::string_view bytes, size_t at = 0) {
  if (at + 1 >= bytes.size()) return bytes.empty() ? 0 : static_cast<uint8_t>(bytes[at]);
  return static_cast<uint16_t>(static_cast<uint8_t>(bytes[at]) << 8 |
                               static_cast<uint8_t>(bytes[at + 1]));
}

std::string utf8_of_utf16(std::string_view bytes) {
  std::string text;
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) base::append_utf8(text, two_bytes(bytes, at));
  return text;
}

// The next `<…>` in [at, end), or nothing.
std::string_view next_hex(std::string_view text, size_t& at, size_t end) {
  const size_t open = text.find('<', at);
  const size_t close = open == std::string_view::npos ? open : text.find('>', open);
  if (close == std::string_view::npos || close >= end) {
    at = end;
    return {};
  }
  at = close + 1;
  return text.substr(open + 1, close - open - 1);
}

void add_entries(std::string_view cmap, bool ranges, UnicodeMap& map) {
  const std::string_view begin = ranges ? "beginbfrange" : "beginbfchar";
  const std::string_view stop = ranges ? "endbfrange" : "endbfchar";
  for (size_t at = cmap.find(begin); at != std::string_view::npos; at = cmap.find(begin, at)) {
    const size_t end = std::min(cmap.find(stop, at), cmap.size());
    while (at < end) {
      const uint16_t first = two_bytes(bytes_of_hex(next_hex(cmap, at, end)));
      if (at >= end) break;
      const uint16_t last = ranges ? two_bytes(bytes_of_hex(next_hex(cmap, at, end))) : first;
      const std::string target = bytes_of_hex(next_hex(cmap, at, end));
      const uint16_t start =
          target.size() >= 2 ? two_bytes(target, target.size() - 2) : uint16_t{0};
      const std::string lead = target.substr(0, target.size() < 2 ? 0 : target.size() - 2);
      for (uint32_t code = first; code <= last; ++code) {
        const auto unit = static_cast<uint16_t>(start + (code - first));
        const std::string tail = {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
        map[static_cast<uint16_t>(code)] = utf8_of_utf16(lead + tail);
      }
    }
  }
}

std::vector<UnicodeMap> unicode_maps(std::string_view opened) {
  std::vector<UnicodeMap> maps;
  for (size_t at = opened.find("begincmap"); at != std::string_view::npos;
       at = opened.find("begincmap", at)) {
    const size_t end = std::min(opened.find("endcmap", at), opened.size());
    UnicodeMap map;
    add_entries(opened.substr(at, end - at), false, map);
    add_entries(opened.substr(at, end - at), true, map);
    maps.push_back(std::move(map));
    at = end;
  }
  return maps;
}

}  // namespace

std::string texts_by_unicode_maps(const std::string& opened) {
  const std::string bytes = shown_bytes(opened);
  std::string text;
  for (const UnicodeMap& map : unicode_maps(opened)) {
    for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
      const auto found = map.find(two_bytes(bytes, at));
      if (found != map.end()) text += found->second;
    }
    text += '\n';
  }
  return text;
}

std::vector<Channel> channels_of(const std::string& pdf) {
  const std::string opened = opened_by_qpdf(pdf);
  const std::string read = running_text(pdf);
  return {{"the file", pdf},
          {"streams", opened},
          {"text operators", joined(texts_by_unicode_maps(opened))},
          {"read text", joined(read)},
          {"laid out text", laid_out_text(pdf)}};
}

std::vector<std::string> findings(const std::vector<Channel>& channels,
                                  const std::vector<Canary>& canaries) {
  std::set<std::string> found;
  for (const Channel& channel : channels) {
    const std::string any_case = lower(channel.bytes);
    const auto look = [&](const std::string& what, const Spelling& spelling) {
      const bool stands = spelling.any_case
                              ? any_case.find(lower(spelling.bytes)) != std::string::npos
                              : channel.bytes.find(spelling.bytes) != std::string::npos;
      if (stands) found.insert(what + " as " + spelling.name + " in " + channel.name);
    };
    for (const Canary& canary : canaries) {
      for (const std::string& word : {canary.word, canary.decomposed}) {
        const std::u32string points = code_points(word);
        for (size_t i = 0; i + kGram <= points.size(); ++i) {
          const std::u32string gram = points.substr(i, kGram);
          for (const Spelling& spelling : spellings_of(gram)) look(utf8(gram), spelling);
        }
        if (word.empty()) continue;
        for (const Spelling& digest : digests_of(word)) look(word, digest);
      }
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace sable::testing
