#include "source/bytes.h"

#include <array>

#include "base/utf8.h"
#include "source/codes.h"

namespace sable::source {
namespace {

// Bytes at which a code point begins that needs a closer look.
constexpr std::array<bool, 256> suspicious_bytes() {
  std::array<bool, 256> table{};
  for (size_t byte = 0; byte < 0x20; ++byte) table[byte] = byte != '\n' && byte != '\t';
  table[0x7F] = true;
  table[0xC2] = true;  // U+0080 to U+009F
  table[0xEF] = true;  // U+FDD0.., U+FEFF, U+FFFE, U+FFFF
  for (size_t byte = 0xF0; byte <= 0xF4; ++byte) table[byte] = true;  // U+nFFFE, U+nFFFF
  return table;
}
constexpr std::array<bool, 256> kSuspicious = suspicious_bytes();

Words bad_utf8() {
  return {code::kBadUtf8, "this is not UTF-8 text",
          "save the file as UTF-8 and type this character again"};
}

// Offset behind the run of bytes at `at` that decode to nothing.
size_t end_of_bad_run(std::string_view text, size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

void check_utf8(std::string_view text, Findings& findings, std::vector<uint32_t>& unfit) {
  size_t from = 0;
  for (size_t count = 0; count < Findings::kMost; ++count) {
    const auto bad = base::find_bad_utf8(text.substr(from));
    if (!bad) return;
    const size_t at = from + *bad;
    from = end_of_bad_run(text, at);
    findings.error({static_cast<uint32_t>(at), static_cast<uint32_t>(from)}, bad_utf8());
    for (size_t byte = at; byte < from; ++byte) unfit.push_back(static_cast<uint32_t>(byte));
  }
  // Too many to list: none of the rest may reach the library either.
  for (; from < text.size(); ++from) {
    if (static_cast<unsigned char>(text[from]) >= 0x80)
      unfit.push_back(static_cast<uint32_t>(from));
  }
}

Words words_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::noncharacter:
      return {code::kNoncharacter, "a Unicode noncharacter stands here",
              "delete it: it has no meaning in text"};
    case Verdict::byte_order_mark:
      return {code::kInnerByteOrderMark, "a byte order mark stands inside the file",
              "delete this invisible character; it may only begin a file"};
    default:
      return {code::kControlCharacter, "a control character stands here",
              "delete this invisible character or type the intended one"};
  }
}

bool is_line_end(std::string_view text, size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
}

// A code point if one can be read at `at`, advancing it; bad bytes were reported.
Verdict read_and_judge(std::string_view text, size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const std::string_view bytes = text.substr(at, length);
  if (bytes.size() < length || base::find_bad_utf8(bytes)) {
    ++at;
    return Verdict::fine;
  }
  return judge(base::next_code_point(text, at));
}

}  // namespace

Verdict judge(char32_t code_point) {
  const bool control = (code_point < 0x20 && code_point != '\n' && code_point != '\t') ||
                       (code_point >= 0x7F && code_point < 0xA0);
  if (control) return Verdict::control;
  if (code_point == 0xFEFF) return Verdict::byte_order_mark;
  if (code_point >= 0xFDD0 && code_point <= 0xFDEF) return Verdict::noncharacter;
  return (code_point & 0xFFFE) == 0xFFFE ? Verdict::noncharacter : Verdict::fine;
}

std::vector<uint32_t> check_bytes(std::string_view text, Findings& findings) {
  std::vector<uint32_t> unfit;
  check_utf8(text, findings, unfit);
  for (size_t at = 0; at < text.size();) {
    if (!kSuspicious[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const auto begin = static_cast<uint32_t>(at);
    if (text[at] == '\r') {
      ++at;
      if (is_line_end(text, begin)) continue;
      findings.error({begin, begin + 1},
                     {code::kLoneReturn, "a carriage return stands here without a line feed",
                      "save the file with line ends LF or CR LF"});
      unfit.push_back(begin);
      continue;
    }
    const Verdict verdict = read_and_judge(text, at);
    if (verdict == Verdict::fine) continue;
    findings.error({begin, static_cast<uint32_t>(at)}, words_for(verdict));
    if (verdict == Verdict::control) {
      for (size_t byte = begin; byte < at; ++byte) unfit.push_back(static_cast<uint32_t>(byte));
    }
  }
  return unfit;
}

}  // namespace sable::source
