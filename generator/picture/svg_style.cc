#include "picture/svg_style.h"

#include <algorithm>

namespace sable::picture {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// CSS Syntax 3, 4.3.2.
std::string without_comments(std::string_view css) {
  std::string out;
  for (size_t at = 0; at < css.size();) {
    const size_t begin = std::min(css.find("/*", at), css.size());
    out += css.substr(at, begin - at);
    const size_t end = css.find("*/", std::min(begin + 2, css.size()));
    if (begin == css.size() || end == std::string_view::npos) break;
    out += ' ';
    at = end + 2;
  }
  return out;
}

// Calls `take` with the name and the value of each declaration. A selector before the
// first one of a rule is cut off by its brace.
template <typename Take>
void each_declaration(const std::string& css, Take take) {
  for (size_t at = 0; at < css.size();) {
    const size_t end = std::min(css.find_first_of(";{}", at), css.size());
    const std::string_view part = std::string_view(css).substr(at, end - at);
    const size_t colon = part.find(':');
    if (colon != std::string_view::npos && (end == css.size() || css[end] != '{')) {
      take(lower_case(trimmed(part.substr(0, colon))), trimmed(part.substr(colon + 1)));
    }
    at = end + 1;
  }
}

// What follows the size in a value of `font`; empty if there is none.
std::string_view families_of(std::string_view font) {
  while (!font.empty()) {
    const size_t end = std::min(font.find_first_of(kSpace), font.size());
    const bool is_size = font.substr(0, end).find_first_of("0123456789") == 0;
    // A weight is a number without a unit.
    const bool has_unit = font.substr(0, end).find_first_not_of("0123456789") != std::string::npos;
    font = trimmed(font.substr(end));
    if (is_size && has_unit) return font;
  }
  return {};
}

}  // namespace

bool leads_out(std::string_view css) {
  const std::string text = lower_case(without_comments(css));
  if (text.find("@import") != std::string::npos || text.find("@font-face") != std::string::npos) {
    return true;
  }
  constexpr std::string_view kUrl = "url(";
  for (size_t at = text.find(kUrl); at != std::string::npos; at = text.find(kUrl, at)) {
    at = text.find_first_not_of(" \t\r\n\f\"'", at + kUrl.size());
    if (at == std::string::npos || text[at] != '#') return true;
  }
  // An escape may spell any of these (CSS Syntax 3, 4.3.7).
  return text.find('\\') != std::string::npos && text.find_first_of("@(") != std::string::npos;
}

bool is_not_displayed(std::string_view declarations) {
  bool hidden = false;
  each_declaration(without_comments(declarations), [&](const std::string& name, auto value) {
    if (name == "display") hidden = lower_case(value).starts_with("none");
  });
  return hidden;
}

void collect_fonts(std::string_view css, std::vector<std::string>& lists) {
  each_declaration(without_comments(css), [&](const std::string& name, std::string_view value) {
    if (const size_t bang = value.find('!'); bang != std::string_view::npos) {
      value = trimmed(value.substr(0, bang));
    }
    if (name == "font") value = families_of(value);
    if ((name == "font" || name == "font-family") && !value.empty()) lists.emplace_back(value);
  });
}

}  // namespace sable::picture
