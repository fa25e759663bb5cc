#include "report/near_miss.h"

#include <algorithm>
#include <cstddef>

#include "report/redaction.h"

namespace sable::report {

namespace {

constexpr std::string_view kWord = "redact";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

size_t skip_blanks(std::string_view prose, size_t at) {
  while (at < prose.size() && (prose[at] == ' ' || prose[at] == '\t' || prose[at] == '\n')) ++at;
  return at;
}

}  // namespace

bool is_redaction_word(std::string_view word) {
  return std::equal(word.begin(), word.end(), kWord.begin(), kWord.end(),
                    [](char a, char b) { return lower(a) == b; });
}

size_t redaction_before_bracket(std::string_view prose, size_t offset) {
  size_t end = offset;
  while (end > 0 && (prose[end - 1] == ' ' || prose[end - 1] == ':')) --end;
  const std::string_view between = prose.substr(end, offset - end);
  const bool tied = between.empty() || between.find(':') != std::string_view::npos;
  if (!tied || end < kWord.size()) return offset;
  const size_t begin = end - kWord.size();
  if (!is_redaction_word(prose.substr(begin, kWord.size()))) return offset;
  if (begin > 0 && is_letter(prose[begin - 1])) return offset;
  const bool escaped = begin >= 2 && prose[begin - 1] == ':' && prose[begin - 2] == '\\';
  return escaped ? offset : begin;
}

size_t stray_attribute(std::string_view prose, size_t offset) {
  const size_t name = skip_blanks(prose, offset + 1);
  size_t end = name;
  while (end < prose.size() && is_letter(prose[end])) ++end;
  const size_t equals = skip_blanks(prose, end);
  if (equals >= prose.size() || prose[equals] != '=') return offset;
  const auto& names = redaction_attributes();
  const bool known = std::any_of(names.begin(), names.end(), [&](const std::string& attribute) {
    return attribute == prose.substr(name, end - name);
  });
  return known ? equals + 1 : offset;
}

bool holds_redaction(std::string_view text) {
  for (size_t at = text.find_first_of(":[{"); at != std::string_view::npos;
       at = text.find_first_of(":[{", at + 1)) {
    if (text[at] == '[' && redaction_before_bracket(text, at) != at) return true;
    if (text[at] == '{' && stray_attribute(text, at) != at) return true;
    size_t end = at + 1;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (text[at] == ':' && is_redaction_word(text.substr(at + 1, end - at - 1))) return true;
  }
  return false;
}

}  // namespace sable::report
