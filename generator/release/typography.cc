#include "release/typography.h"

#include <algorithm>

#include "base/utf8.h"

namespace sable::release {

namespace {

using released::Inline;
using released::Inlines;

// What stands for a hole, a call or code to its neighbours.
constexpr char32_t kWord = U'x';

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Typographer {
 public:
  explicit Typographer(bool quotes) : quotes_(quotes) {}

  void visit(Inlines& inlines) {
    for (Inline& one : inlines) {
      if (auto* text = std::get_if<released::Text>(&one.value)) {
        visit(text->text);
      } else if (auto* styled = std::get_if<released::Styled>(&one.value)) {
        if (styled->style == released::SpanStyle::code) {
          before_ = kWord;
        } else {
          visit(styled->children);
        }
      } else if (auto* link = std::get_if<released::Link>(&one.value)) {
        visit(link->children);
      } else if (auto* outlined = std::get_if<released::Outlined>(&one.value)) {
        visit(outlined->children);
      } else {
        before_ = kWord;
      }
    }
  }

 private:
  void visit(std::string& text) {
    if (text.empty()) return;
    if (next_sign(text, 0) < text.size()) {
      text = set(text);
    } else {
      before_ = last_code_point(text);
    }
  }

  size_t next_sign(std::string_view text, size_t at) const {
    return std::min(text.find_first_of(quotes_ ? "\"'-" : "-", at), text.size());
  }

  static char32_t last_code_point(std::string_view text) {
    size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<uint8_t>(text[begin]) & 0xC0) == 0x80) --begin;
    return base::next_code_point(text, begin);
  }

  std::string set(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (size_t at = 0; at < text.size();) {
      const size_t sign = next_sign(text, at);
      if (sign > at) {
        out.append(text, at, sign - at);
        before_ = last_code_point(text.substr(at, sign - at));
      }
      at = sign < text.size() ? append_sign(out, text, sign) : sign;
    }
    return out;
  }

  // Sets the sign at `at`; returns where the text goes on.
  size_t append_sign(std::string& out, std::string_view text, size_t at) {
    if (text[at] != '-') {
      append_quote(out, text[at], text.substr(at + 1));
      return at + 1;
    }
    const size_t end = std::min(text.find_first_not_of('-', at), text.size());
    append_dash(out, end - at);
    return end;
  }

  void append(std::string& out, char32_t c) {
    base::append_utf8(out, c);
    before_ = c;
  }

  void append_dash(std::string& out, size_t hyphens) {
    if (hyphens == 2) return append(out, U'–');
    if (hyphens == 3) return append(out, U'—');
    out.append(hyphens, '-');
    before_ = U'-';
  }

  void append_quote(std::string& out, char quote, std::string_view after) {
    const bool opens = opens_after(before_);
    if (quote == '"') return append(out, opens ? U'“' : U'”');
    append(out, opens && !is_short_year(after) ? U'‘' : U'’');
  }

  static bool opens_after(char32_t before) {
    switch (before) {
      case 0:
      case U' ':
      case U'\t':
      case 0xA0:
      case U'(':
      case U'[':
      case U'{':
      case U'<':
      case U'/':
      case U'-':
      case U'–':
      case U'—':
      case U'“':
      case U'‘':
        return true;
      default:
        return false;
    }
  }

  // "'97": an apostrophe, not a quotation.
  static bool is_short_year(std::string_view after) {
    return after.size() >= 2 && is_digit(after[0]) && is_digit(after[1]) &&
           (after.size() == 2 || !is_digit(after[2]));
  }

  bool quotes_;
  char32_t before_ = 0;  // the code point before the place of reading; 0 at the start
};

bool is_english(std::string_view language) {
  return language == "en" || language.starts_with("en-");
}

}  // namespace

void set_typographic_signs(Inlines& inlines, std::string_view language) {
  Typographer(is_english(language)).visit(inlines);
}

}  // namespace sable::release
