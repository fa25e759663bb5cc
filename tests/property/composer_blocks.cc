// Implements composer.h: blocks of text.
#include <array>

#include "composer.h"
#include "random_report.h"

namespace sable::property {

std::string Composer::blocks(size_t indent, size_t count, int depth) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += block(indent, depth);
  return out;
}

std::string Composer::block(size_t indent, int depth) {
  const std::string dash = std::string(indent, ' ') + "- ";
  if (random().one_in(6)) {
    const bool values = recipe_.wide && random().one_in(3) && !two_persons_;
    return dash + "table:\n" + (values ? values_table(indent + 6) : table(indent + 6));
  }
  if (recipe_.wide && depth == 0 && !hides() && public_.one_in(12)) {
    return public_.one_in(3) ? withheld_figure(indent) : figure(indent);
  }
  switch (random().below(depth < 2 ? 10 : 7)) {
    case 0:
      return heading(dash, indent);
    case 1:
      return list(dash, indent);
    case 2:
      return hides() ? paragraph(dash, indent) : withheld_block(dash, indent, depth);
    case 3:
      return hides() ? paragraph(dash, indent) : withheld_paragraph(dash, indent);
    case 6:
      return depth < 2 ? dash + text_box(indent + 4, depth) : paragraph(dash, indent);
    case 7: {
      const std::string marked = mark();
      const std::string outer = above_;
      const std::string head =
          dash + "quote:\n" + std::string(indent + 4, ' ') + "mark: " + marked + "\n";
      const Hide hide(*this, is_above(marked));
      above_ = marked;
      std::string inside = body(indent + 4, depth + 1);
      above_ = outer;
      return head + inside;
    }
    case 8:
      return dash + "section:\n" + section(indent + 4, depth);
    default:
      return paragraph(dash, indent);
  }
}

// With a title or without one, which may be withheld.
std::string Composer::text_box(size_t indent, int depth, bool own) {
  const std::string pad(indent, ' ');
  const std::string marked = own ? withheld_mark(true) : mark();
  const std::string outer = above_;
  const Hide hide(*this, !marked.empty() && is_above(marked));
  if (!marked.empty()) above_ = marked;
  std::string out = "box:\n";
  if (!marked.empty()) out += pad + "mark: " + marked + "\n";
  out += box_title(indent);
  out += body(indent, depth + 1);
  above_ = outer;
  return out;
}

std::string Composer::box_title(size_t indent) {
  const std::string pad(indent, ' ');
  if (!hides() && public_.one_in(3)) {
    return pad + "title:\n" + secret_portion(indent + 2, false, true);
  }
  return random().one_in(2) ? pad + "title: " + quoted(prose(20)) + "\n" : "";
}

std::string Composer::body(size_t indent, int depth) {
  return std::string(indent, ' ') + "body:\n" + blocks(indent + 2, 1 + random().below(3), depth);
}

// Bullets, numbered or not; terms; code; lines.
std::string Composer::list(const std::string& dash, size_t indent) {
  if (recipe_.wide && random().one_in(8)) {
    return dash + "rule: " + (random().one_in(2) ? "plain\n" : "tear-line\n");
  }
  switch (random().below(4)) {
    case 0:
      return dash + "terms:\n" + terms(indent + 4);
    case 1:
      return dash + code(indent);
    default:
      return dash + list_of(indent + 4, 1);
  }
}

std::string Composer::list_of(size_t indent, int depth) {
  if (random().one_in(2)) return "bullets:\n" + bullets(indent, depth);
  if (!recipe_.wide || random().one_in(2)) return "numbered:\n" + bullets(indent, depth);
  constexpr std::array<std::string_view, 3> kNumerals = {"lower-roman", "upper-alpha", "decimal"};
  const std::string pad(indent, ' ');
  return "numbered:\n" + pad + "start: " + std::to_string(1 + random().below(20)) + "\n" + pad +
         "numerals: " + std::string(random().pick(kNumerals)) + "\n" + pad + "items:\n" +
         bullets(indent + 2, depth);
}

std::string Composer::terms(size_t indent) {
  const std::string dash = std::string(indent, ' ') + "- ";
  const std::string pad(indent + 2, ' ');
  std::string out = dash + "term: " + quoted(words(1, false)) + "\n";
  {
    const Hide hide(*this, is_above(""));
    out += pad + "text: " + quoted(shown_prose()) + "\n";
  }
  if (hides() || !public_.one_in(2)) return out;
  return out + term(indent);
}

// Withheld with its text, or alone.
std::string Composer::term(size_t indent) {
  const std::string dash = std::string(indent, ' ') + "- ";
  const std::string pad(indent + 2, ' ');
  const Ground under = ground();
  if (recipe_.wide && public_.one_in(3)) {
    std::string out = dash + "term: {redact: " + redact(under);
    {
      const Hide hide(*this, varies(under));
      out += ", text: " + quoted(secret_words(4) + "x") + "}\n";
    }
    const Hide hide(*this, is_above(""));
    return out + pad + "text: " + quoted(shown_prose()) + "\n";
  }
  std::string out = dash + "redact: " + redact(under) + "\n";
  const Hide hide(*this, varies(under));
  if (!under.released && random().one_in(4)) return out + pad + "withheld: true\n";
  out += pad + "term: " + quoted(words(1, false)) + "\n";
  return out + pad + "text: " + quoted(secret_paragraphs(true)) + "\n";
}

// Lines without what code does not know; a redaction ends on its line.
std::string Composer::code(size_t indent) {
  const std::string pad(indent + 4, ' ');
  const Hide whole(*this, is_above(""));
  std::string out = "code: |\n" + pad + one_line(3, false) + "\n" + pad + "  x = ";
  if (hides()) return out + "1\n";
  const Ground under = ground();
  std::string inside;
  {
    const Hide hide(*this, varies(under));
    inside = (hides() ? kCanary : "y") + one_line(random().below(4), false);
  }
  return out + ":redact[" + inside + "]" + inline_naming(under) + "\n";
}

// A language beside a block; of a withheld one it is secret too.
std::string Composer::language(size_t indent) {
  constexpr std::array<std::string_view, 4> kLanguages = {"he", "fr", "ar-EG", "ja"};
  if (!random().one_in(5)) return "";
  return std::string(indent, ' ') + "language: " + std::string(random().pick(kLanguages)) + "\n";
}

std::string Composer::paragraph(const std::string& dash, size_t indent) {
  const bool marks = random().one_in(2);
  const std::string marked = marks ? mark() : "";
  const std::string led =
      recipe_.wide && !hides() && !marks && random().one_in(4) ? run_in(indent) : "";
  const Hide hide(*this, is_above(marked));
  const std::string text = marks ? "{mark: " + marked + ", text: " + quoted(shown_prose()) + "}"
                                 : scalar(shown_prose(), indent + 4);
  return dash + "p: " + text + "\n" + led + language(indent + 2);
}

// Withheld by itself.
std::string Composer::run_in(size_t indent) {
  const Ground under = ground();
  const std::string out = std::string(indent + 2, ' ') + "run-in: {redact: " + redact(under);
  const Hide hide(*this, varies(under) || is_above(""));
  return out + ", text: " + quoted(secret_words(5) + "x") + "}\n";
}

std::string Composer::withheld_paragraph(const std::string& dash, size_t indent) {
  const std::string pad(indent + 2, ' ');
  if (public_.one_in(2)) {
    const std::string out = dash + "p:\n" + secret_portion(indent + 6, true, true);
    return out;
  }
  const Ground under = ground();
  std::string out = dash + "redact: " + redact(under) + "\n";
  const Hide hide(*this, varies(under) || is_above(""));
  if (random().one_in(2)) out += pad + "run-in: " + quoted(secret_paragraphs(false)) + "\n";
  return out + pad + "p: " + quoted(secret_paragraphs(true)) + "\n" + language(indent + 2);
}

std::string Composer::heading(const std::string& dash, size_t indent) {
  const std::string pad(indent + 6, ' ');
  const bool levels = recipe_.wide && random().one_in(4);
  const std::string level = levels ? std::to_string(1 + random().below(3)) : "";
  if (!hides() && public_.one_in(3)) {
    std::string out = dash + "heading:\n" + secret_portion(indent + 6, false, true);
    if (levels) out += pad + "level: " + level + "\n";
    if (public_.one_in(2)) out += pad + "id: " + new_id('h') + "\n";
    return out;
  }
  const std::string marked = random().one_in(2) ? mark() : "";
  const std::string name = random().one_in(2) ? new_id('h') : "";
  const Hide hide(*this, is_above(marked));
  std::string out = dash + "heading: {text: " + quoted(prose(20));
  if (!marked.empty()) out += ", mark: " + marked;
  if (levels) out += ", level: " + level;
  if (!name.empty()) out += ", id: " + name;
  return out + "}\n";
}

std::string Composer::bullets(size_t indent, int depth) {
  std::string out;
  const size_t count = 1 + random().below(3);
  for (size_t i = 0; i < count; ++i) out += bullet(indent, depth);
  return out;
}

std::string Composer::bullet(size_t indent, int depth) {
  if (!hides() && public_.below(3) == 0) return withheld_bullet(indent, depth);
  const std::string pad(indent + 2, ' ');
  const std::string marked = recipe_.wide && random().one_in(3) ? mark() : "";
  const Hide hide(*this, is_above(marked));
  const std::string outer = above_;
  if (!marked.empty()) above_ = marked;
  std::string out = std::string(indent, ' ') + "- text: " + quoted(shown_prose()) + "\n";
  if (!marked.empty()) out += pad + "mark: " + marked + "\n";
  if (depth < 3 && random().one_in(4)) out += pad + list_of(indent + 4, depth + 1);
  above_ = outer;
  return out;
}

std::string Composer::withheld_bullet(size_t indent, int depth) {
  const std::string pad(indent + 2, ' ');
  const Ground under = ground();
  std::string out = std::string(indent, ' ') + "- redact: " + redact(under) + "\n";
  const Hide hide(*this, varies(under) || is_above(""));
  out += pad + "text: " + quoted(secret_paragraphs(true)) + "\n";
  if (depth < 3 && random().one_in(3)) out += pad + list_of(indent + 4, depth + 1);
  return out;
}

std::string Composer::section(size_t indent, int depth) {
  const std::string pad(indent, ' ');
  std::string out;
  if (recipe_.wide && random().one_in(6)) out += pad + "columns: 2\n";
  const Hide heading(*this, false);
  out += pad + "heading: ";
  if (recipe_.wide && random().one_in(2)) {
    const std::string name = new_id('h');
    const Hide hide(*this, is_above(""));
    out += "{id: " + name + ", text: " + quoted(prose(20)) + "}\n";
  } else {
    const Hide hide(*this, is_above(""));
    out += quoted(prose(20)) + "\n";
  }
  return out + body(indent, depth + 1);
}

// A quote, list or section that is withheld whole.
std::string Composer::withheld_block(const std::string& dash, size_t indent, int depth) {
  const std::string pad(indent + 2, ' ');
  const Ground under = ground();
  std::string out = dash + "redact: " + redact(under, public_.one_in(8)) + "\n" + pad;
  const size_t kind = public_.one_in(3) ? 3 : depth < 2 ? public_.below(3) : 0;
  const bool boxed = kind == 3 && depth < 2 && public_.one_in(3);
  // Of both of a pair, so that what is shown can refer into it.
  const std::string inner = kind == 2 && recipe_.wide ? new_id('h') : "";
  const Hide hide(*this, varies(under));
  if (kind == 0) out += list("", indent);
  if (kind == 1) {
    const std::string marked = hides() ? withheld_mark(true) : mark();
    out += "quote:\n";
    if (!marked.empty()) out += pad + "  mark: " + marked + "\n";
    const std::string outer = above_;
    const Hide above(*this, !marked.empty() && is_above(marked));
    if (!marked.empty()) above_ = marked;
    out += body(indent + 4, depth + 1);
    above_ = outer;
  }
  if (kind == 2) {
    out += "section:\n" + section(indent + 4, depth);
    if (!inner.empty()) {
      out += std::string(indent + 6, ' ') + "- heading: {id: " + inner +
             ", text: " + quoted(prose(20)) + "}\n";
    }
  }
  if (boxed) out += text_box(indent + 4, depth, hides());
  if (kind == 3 && !boxed) out += "table:\n" + table(indent + 4, hides());
  return out + language(indent + 2);
}

}  // namespace sable::property
