#include "report/codes.h"

#include <algorithm>

namespace sable::report {

namespace {

// Lower case for ASCII alone: independent of the locale.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What tells two codes apart: letters and digits, without case.
std::string folded(std::string_view code) {
  std::string out;
  for (const char c : code) {
    if (c != '(' && c != ')' && c != ' ') out += lower(c);
  }
  return out;
}

}  // namespace

const std::vector<std::string>& known_codes() {
  // 5 USC 552(b)(1)–(9).
  static const std::vector<std::string> codes = {"b1",  "b2",  "b3",  "b4",         "b5",  "b6",
                                                 "b7",  "b7A", "b7B", "b7C",        "b7D", "b7E",
                                                 "b7F", "b8",  "b9",  "undisclosed"};
  return codes;
}

std::optional<std::string> normal_code(std::string_view written) {
  const std::string wanted = folded(written);
  const auto& codes = known_codes();
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const std::string& code) { return folded(code) == wanted; });
  if (found == codes.end()) return std::nullopt;
  return *found;
}

std::string printed_code(std::string_view code) {
  if (code.size() < 2 || code.size() > 3 || code[0] != 'b') return std::string(code);
  std::string out;
  for (const char part : code) {
    out += '(';
    out += part;
    out += ')';
  }
  return out;
}

}  // namespace sable::report
