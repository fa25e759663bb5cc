// The marks of marks.h. U+FDD0–U+FDEF are EF B7 90 to EF B7 AF in UTF-8.
#include "markup/marks.h"

#include <cstring>

namespace sable::markup {
namespace {

constexpr char kLead = '\xEF';
constexpr char kSecond = '\xB7';
constexpr uint8_t kDigitZero = 0x90;  // U+FDD0 to U+FDDF: the digits
constexpr uint8_t kOrdinal = 0xA0;    // U+FDE0
constexpr uint8_t kPlace = 0xA1;      // U+FDE1
constexpr uint8_t kChange = 0xA2;     // U+FDE2
constexpr uint8_t kLast = 0xAF;       // U+FDEF

void append_character(std::string& out, uint8_t third) {
  out += kLead;
  out += kSecond;
  out += static_cast<char>(third);
}

// The third byte of the noncharacter at `at`, or 0 if there stands something else.
uint8_t third_byte(std::string_view text, size_t at) {
  if (at + 3 > text.size() || text[at] != kLead || text[at + 1] != kSecond) return 0;
  const auto third = static_cast<uint8_t>(text[at + 2]);
  return third >= kDigitZero && third <= kLast ? third : 0;
}

uint8_t opener_of(Mark::Kind kind) {
  if (kind == Mark::Kind::place) return kPlace;
  return kind == Mark::Kind::change ? kChange : kOrdinal;
}

Mark::Kind kind_of(uint8_t opener) {
  if (opener == kPlace) return Mark::Kind::place;
  return opener == kChange ? Mark::Kind::change : Mark::Kind::ordinal;
}

// Reads the mark at `at`, if there is one, and steps over it.
std::optional<Mark> read_mark(std::string_view text, size_t& at) {
  const uint8_t opener = third_byte(text, at);
  if (opener == 0) return std::nullopt;
  Mark mark;
  mark.kind = kind_of(opener);
  at += 3;
  bool any = false;
  uint32_t value = 0;
  for (uint8_t digit = third_byte(text, at); digit >= kDigitZero && digit < kOrdinal;
       digit = third_byte(text, at)) {
    value = value << 4 | static_cast<uint32_t>(digit - kDigitZero);
    any = true;
    at += 3;
  }
  if (any) mark.value = value;
  return mark;
}

size_t find_lead(std::string_view text, size_t from) {
  const void* found =
      from < text.size() ? std::memchr(text.data() + from, kLead, text.size() - from) : nullptr;
  return found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) : text.size();
}

}  // namespace

void append_mark(std::string& out, Mark::Kind kind, uint32_t value) {
  append_character(out, opener_of(kind));
  if (value == Mark::kNone) return;
  int shift = 28;
  while (shift > 0 && value >> shift == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) {
    append_character(out, static_cast<uint8_t>(kDigitZero + (value >> shift & 0xF)));
  }
}

void strip_marks(std::string_view text, uint64_t start, std::string& clean,
                 std::vector<Mark>& marks) {
  const size_t before = clean.size();
  size_t kept = 0;
  for (size_t at = find_lead(text, 0); at < text.size(); at = find_lead(text, at)) {
    const size_t begin = at;
    auto mark = read_mark(text, at);
    if (!mark) {
      ++at;
      continue;
    }
    clean.append(text.substr(kept, begin - kept));
    kept = at;
    mark->offset = start + (clean.size() - before);
    marks.push_back(*mark);
  }
  clean.append(text.substr(kept));
}

std::optional<size_t> find_forbidden(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return at;
    if (byte != 0xEF) continue;
    if (third_byte(text, at) != 0) return at;
    const std::string_view character = text.substr(at, 3);
    if (character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF") return at;
  }
  return std::nullopt;
}

}  // namespace sable::markup
