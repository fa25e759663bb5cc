#include "random_report.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "random.h"

namespace sable::property {

namespace {

constexpr std::array<std::string_view, 16> kWords = {
    "talks",   "minister",  "border", "the",     "of",     "delegation", "expects", "a",
    "broader", "statement", "fees",   "Norland", "season", "and",        "treaty",  "1985"};

// What text may be made of, if it is told not to be markup.
constexpr std::array<std::string_view, 26> kOddWords = {
    "Ωμέγα",      "Москва",       "שלום",
    "السلام",     "日本語",       "ไทย",
    "हिन्दी",      "e\u0301",      "👩‍👩‍👧",
    "🕵🏽",   "{{name}}",     "{{{x}}}",
    "{{#a}}",     "<redaction/>", "&amp;",
    "]]>",        "<!--",         "key: value",
    "- item",     "# no",         "'quoted'",
    "\"quoted\"", "a -- b",       "---",
    "&a *b !c",   "| >"};

constexpr std::array<std::string_view, 5> kWithheldCodes = {"b1", "b3", "b6", "b7A", "b1,b5"};
constexpr std::array<std::string_view, 4> kMarks = {"U", "C", "S", "S//NF"};
constexpr std::array<std::string_view, 5> kExtents = {"2 lines", "words", "paragraph",
                                                      "undisclosed", "7 words"};

// Backslashes before everything that prose gives a meaning.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view(":[]*_`\\{}").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// A double-quoted scalar.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A literal block scalar whose lines stand behind `indent` blanks.
std::string literal(std::string_view text, size_t indent) {
  std::string out = "|\n";
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) out.append(indent, ' ').append(text, begin, end - begin);
    out += '\n';
    begin = end + 1;
  }
  out.pop_back();
  return out;
}

// One report: what is public is drawn from one seed, what is secret from another.
class Composer {
 public:
  Composer(uint64_t shown, uint64_t hidden) : public_(shown), secret_(hidden) {}

  std::string compose(bool has_figures = false) {
    notes_.assign(1 + public_.below(3), {});
    numbers_ = public_.one_in(2);
    std::string body = blocks(2, 3 + public_.below(10), 0);
    if (has_figures) body += figures(1 + public_.below(4));
    std::string out = "sable: 1\ntemplate: plain\n" + titles();
    out += "marking: {system: us-ic, overall: SECRET//NOFORN";
    if (public_.one_in(4)) out += ", codeword: " + secret_word("b1");
    out += "}\n" + lists() + "body:\n" + body + "notes:\n" + notes() + secret_notes_;
    return out + kReleases;
  }

 private:
  static constexpr const char* kReleases =
      "releases:\n"
      "  full: {unredacted: true}\n"
      "  foia:\n"
      "    audience: public\n"
      "    withhold: [b1, b3, b6, b7A]\n"
      "    show: [b5]\n"
      "    declassified: {authority: Archivist, date: 2019-05-14}\n"
      "    stamp: \"Approved for Release: {date} {number}\"\n"
      "  partner:\n"
      "    audience: partner\n"
      "    withhold: [b1, b3, b6, b7A]\n"
      "    show: [b5]\n"
      "    ceiling: CONFIDENTIAL\n"
      "    boxes: outline\n";

  // Where text is drawn from: the same code makes what is shown and what is not.
  Random& random() { return hidden_ > 0 ? secret_ : public_; }

  std::string id(char kind) {
    return kind + std::to_string(++(hidden_ > 0 ? secret_ids_ : ids_)) + (hidden_ > 0 ? "s" : "");
  }

  // Prose.

  std::string words(size_t count, bool odd) {
    std::string out;
    for (size_t i = 0; i < count; ++i) {
      if (i > 0) out += random().one_in(12) ? '\n' : ' ';
      out += odd && random().one_in(3) ? escaped(random().pick(kOddWords)) : random().pick(kWords);
    }
    return out;
  }

  std::string piece() {
    switch (random().below(in_note_ ? 9 : 11)) {
      case 0:
        return "*" + words(1 + random().below(2), false) + "*";
      case 1:
        return "**" + words(1, false) + "**";
      case 2:
        return "`" + words(1, false) + "`";
      case 3:
        return ":term[" + words(1, true) + "]" + entry();
      case 4:
        return ":link[" + words(1, false) + "]{https://example.org/" + words(1, false) + "}";
      case 5:
        return heading_ids_.empty() ? words(1, false) : reference();
      case 6:
      case 7:
        return span();
      case 8:
        return "\"" + words(2, false) + "\"";
      default:
        return note_call();
    }
  }

  // Under what an index has a term.
  std::string entry() {
    if (!random().one_in(3)) return "";
    return "{as=\"" + words(1, false) + (random().one_in(2) ? ", " + words(1, false) : "") + "\"}";
  }

  std::string reference() {
    constexpr std::array<std::string_view, 4> kShown = {"", "{show=title}", "{show=page}",
                                                        "{show=number}"};
    const std::string target = ":ref[" + random().pick(heading_ids_) + "]";
    return target + std::string(kShown[random().below(numbers_ ? 4 : 3)]);
  }

  // What a report lists of itself.
  std::string lists() {
    std::string out;
    if (public_.one_in(3)) out += "contents: {depth: 2, tables: true}\n";
    if (numbers_) out += "numbering: sections\n";
    if (public_.one_in(3)) out += "index: true\n";
    return out;
  }

  // Pieces and words of about that many characters, without an empty line. What
  // is shown must not hang on the length of what is hidden in it: a piece counts
  // the same, whatever it is.
  std::string prose(size_t length) {
    constexpr size_t kPiece = 12;
    std::string out;
    for (size_t reached = 0; reached < length;) {
      if (!out.empty()) out += ' ';
      const bool plain = spans_ > 2 || random().below(4) != 0;
      const std::string more = plain ? words(1 + random().below(8), true) : piece();
      reached += plain ? more.size() : kPiece;
      out += more;
    }
    return out;
  }

  size_t secret_length() {
    switch (secret_.below(40)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return 0;
      case 4:
      case 5:
        return 1;
      case 6:
        return 1000;
      case 7:
        return spans_ > 1 ? 1000 : 10000;
      default:
        return secret_.below(120);
    }
  }

  std::string secret_prose() {
    ++hidden_;
    const size_t length = secret_length();
    std::string text = length >= 10 ? std::string(kCanary) + ' ' : "";
    text += prose(length);
    --hidden_;
    return text;
  }

  // A withheld text of whole paragraphs: never empty.
  std::string secret_paragraphs(bool several) {
    std::string text = std::string(kCanary) + ' ' + secret_prose();
    while (several && secret_.one_in(3)) text += "\n\n" + std::string(kCanary) + secret_prose();
    return text;
  }

  std::string span() {
    ++spans_;
    std::string out = ":redact[";
    // In what is shown, one span in eight is shown too; its content is public.
    if (hidden_ == 0 && public_.one_in(8)) {
      out += words(2, false) + "]{code=b5";
    } else {
      out += secret_prose() + "]{code=" + std::string(random().pick(kWithheldCodes));
    }
    if (random().one_in(4)) out += " extent=\"" + std::string(random().pick(kExtents)) + "\"";
    if (random().one_in(6)) out += " label='a name'";
    if (random().one_in(6)) out += " id=" + id('r');
    --spans_;
    return out + "}";
  }

  std::string note_call() {
    if (hidden_ > 0 && secret_.one_in(2)) return ":fn[" + secret_note() + "]";
    const size_t note = random().below(notes_.size());
    return ":fn[n" + std::to_string(note) + "]";
  }

  // A note that only withheld text calls.
  std::string secret_note() {
    if (!secret_note_ids_.empty() && secret_.one_in(2)) return secret_.pick(secret_note_ids_);
    const std::string name = "s" + std::to_string(secret_note_ids_.size());
    secret_note_ids_.push_back(name);
    secret_notes_ +=
        "  " + name + ": " + quoted(std::string(kCanary) + ' ' + words(3, true)) + "\n";
    return name;
  }

  std::string shown_prose() { return prose(20 + random().below(200)); }

  std::string scalar(const std::string& text, size_t indent) {
    return random().one_in(2) ? literal(text, indent) : quoted(text);
  }

  // Fields.

  // A field of a few words, that no full version is too small for.
  std::string secret_word(const std::string& code) {
    const std::string redact = "{redact: {code: " + code + ", label: word}, ";
    if (secret_.one_in(4)) return redact + "withheld: true}";
    ++hidden_;
    std::string text = std::string(kCanary) + ' ' + words(secret_.below(3), false);
    --hidden_;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return redact + "text: " + quoted(text) + "}";
  }

  std::string mark() { return std::string(random().pick(kMarks)); }

  std::string redact() {
    std::string out = "{code: [" + std::string(public_.pick(kWithheldCodes)) + "]";
    if (public_.one_in(3)) out += ", extent: " + std::string(public_.pick(kExtents));
    if (public_.one_in(6)) out += ", label: some matter";
    if (public_.one_in(6)) out += ", id: " + id('r');
    return out + "}";
  }

  // The fields of a portion that is withheld whole: text or `withheld: true`.
  // Inside what is withheld it is only one more thing that differs.
  std::string secret_portion(size_t indent, bool several, bool may_lack) {
    const std::string pad(indent, ' ');
    std::string out = pad + "redact: " + redact() + "\n";
    if (may_lack && secret_.one_in(6)) return out + pad + "withheld: true\n";
    if (secret_.one_in(2)) out += pad + "mark: " + std::string(secret_.pick(kMarks)) + "\n";
    return out + pad + "text: " + quoted(secret_paragraphs(several)) + "\n";
  }

  std::string titles() {
    in_note_ = true;  // notes are called from the body alone here
    std::string out = "report:\n";
    if (public_.one_in(2)) out += "  kind:\n" + secret_portion(4, false, true);
    if (public_.one_in(2)) out += "  office: " + quoted(prose(20)) + "\n";
    out += "  title: {mark: U, text: " + quoted(shown_prose()) + "}\n";
    if (public_.one_in(2)) {
      out += "  date: {redact: " + redact() + ", text: 19" +
             std::to_string(10 + secret_.below(90)) + "-07-16}\n";
    }
    in_note_ = false;
    if (public_.one_in(3)) return out + "  number: " + secret_word("b3") + "\n";
    return out + "  number: IR 97-40131\n";
  }

  std::string notes() {
    in_note_ = true;
    std::string out;
    for (size_t i = 0; i < notes_.size(); ++i) {
      out += "  n" + std::to_string(i) + ":\n";
      if (public_.one_in(3)) {
        out += secret_portion(4, true, true);
      } else {
        out += "    mark: " + mark() + "\n    text: " + scalar(shown_prose(), 6) + "\n";
      }
    }
    in_note_ = false;
    return out;
  }

  // Blocks; `indent` is that of the dashes.

  std::string blocks(size_t indent, size_t count, int depth) {
    std::string out;
    for (size_t i = 0; i < count; ++i) out += block(indent, depth);
    return out;
  }

  std::string block(size_t indent, int depth) {
    const std::string dash = std::string(indent, ' ') + "- ";
    if (random().one_in(6)) return dash + "table:\n" + table(indent + 6);
    switch (random().below(depth < 2 ? 10 : 7)) {
      case 0:
        return heading(dash, indent);
      case 1:
        return list(dash, indent);
      case 2:
        return hidden_ > 0 ? paragraph(dash, indent) : withheld_block(dash, indent, depth);
      case 3:
        return hidden_ > 0 ? paragraph(dash, indent) : withheld_paragraph(dash, indent);
      case 7:
        return dash + "quote:\n" + std::string(indent + 4, ' ') + "mark: " + mark() + "\n" +
               body(indent + 4, depth + 1);
      case 6:
        return depth < 2 ? dash + text_box(indent + 4, depth) : paragraph(dash, indent);
      case 8:
        return dash + "section:\n" + section(indent + 4, depth);
      default:
        return paragraph(dash, indent);
    }
  }

  // With a title or without one, which may be withheld.
  std::string text_box(size_t indent, int depth) {
    const std::string pad(indent, ' ');
    std::string out = "box:\n" + pad + "mark: " + mark() + "\n";
    if (hidden_ == 0 && public_.one_in(3)) {
      out += pad + "title:\n" + secret_portion(indent + 2, false, true);
    } else if (random().one_in(2)) {
      out += pad + "title: " + quoted(prose(20)) + "\n";
    }
    return out + body(indent, depth + 1);
  }

  std::string body(size_t indent, int depth) {
    return std::string(indent, ' ') + "body:\n" + blocks(indent + 2, 1 + random().below(3), depth);
  }

  // Bullets, numbered or not; terms; code.
  std::string list(const std::string& dash, size_t indent) {
    switch (random().below(4)) {
      case 0:
        return dash + "terms:\n" + terms(indent + 4);
      case 1:
        return dash + code(indent);
      default:
        return dash + list_key() + bullets(indent + 4, 1);
    }
  }

  std::string list_key() { return random().one_in(2) ? "bullets:\n" : "numbered:\n"; }

  std::string terms(size_t indent) {
    const std::string dash = std::string(indent, ' ') + "- ";
    const std::string pad(indent + 2, ' ');
    std::string out = dash + "term: " + quoted(words(1, false)) + "\n" + pad +
                      "text: " + quoted(shown_prose()) + "\n";
    if (hidden_ > 0 || !public_.one_in(2)) return out;
    out += dash + "redact: " + redact() + "\n";
    if (secret_.one_in(4)) return out + pad + "withheld: true\n";
    ++hidden_;
    out += pad + "term: " + quoted(words(1, false)) + "\n";
    --hidden_;
    return out + pad + "text: " + quoted(secret_paragraphs(true)) + "\n";
  }

  // Lines without what code does not know; a redaction ends on its line.
  std::string code(size_t indent) {
    const std::string pad(indent + 4, ' ');
    std::string line = words(3, false);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::string out = "code: |\n" + pad + line + "\n" + pad + "  x = ";
    if (hidden_ > 0) return out + "1\n";
    ++hidden_;
    std::string secret = words(secret_.below(4), false);
    --hidden_;
    std::replace(secret.begin(), secret.end(), '\n', ' ');
    return out + ":redact[" + std::string(kCanary) + secret + "]{code=b1}\n";
  }

  // A language beside a block; of a withheld one it is secret too.
  static std::string language(Random& random, size_t indent) {
    constexpr std::array<std::string_view, 4> kLanguages = {"he", "fr", "ar-EG", "ja"};
    if (!random.one_in(5)) return "";
    return std::string(indent, ' ') + "language: " + std::string(random.pick(kLanguages)) + "\n";
  }

  std::string paragraph(const std::string& dash, size_t indent) {
    const std::string text = random().one_in(2)
                                 ? scalar(shown_prose(), indent + 4)
                                 : "{mark: " + mark() + ", text: " + quoted(shown_prose()) + "}";
    return dash + "p: " + text + "\n" + language(random(), indent + 2);
  }

  std::string withheld_paragraph(const std::string& dash, size_t indent) {
    if (public_.one_in(2)) {
      return dash + "p:\n" + secret_portion(indent + 6, true, true) + language(secret_, indent + 2);
    }
    std::string out = dash + "redact: " + redact() + "\n";
    const std::string pad(indent + 2, ' ');
    if (secret_.one_in(2)) out += pad + "run-in: " + quoted(secret_paragraphs(false)) + "\n";
    return out + pad + "p: " + quoted(secret_paragraphs(true)) + "\n" +
           language(secret_, indent + 2);
  }

  std::string heading(const std::string& dash, size_t indent) {
    if (hidden_ == 0 && public_.one_in(3)) {
      std::string out = dash + "heading:\n" + secret_portion(indent + 6, false, true);
      if (public_.one_in(2)) out += std::string(indent + 6, ' ') + "id: " + new_heading_id() + "\n";
      return out + language(secret_, indent + 2);
    }
    std::string out = dash + "heading: {text: " + quoted(prose(20));
    if (random().one_in(2)) out += ", mark: " + mark();
    if (random().one_in(2)) out += ", id: " + new_heading_id();
    return out + "}\n";
  }

  // Shown text refers to headings that both of a pair have.
  std::string new_heading_id() {
    std::string name = id('h');
    if (hidden_ == 0) heading_ids_.push_back(name);
    return name;
  }

  std::string bullets(size_t indent, int depth) {
    std::string out;
    const size_t count = 1 + random().below(3);
    for (size_t i = 0; i < count; ++i) out += bullet(indent, depth);
    return out;
  }

  std::string bullet(size_t indent, int depth) {
    const std::string dash = std::string(indent, ' ') + "- ";
    if (hidden_ > 0 || public_.below(3) != 0) {
      std::string out = dash + "text: " + quoted(shown_prose()) + "\n";
      if (depth < 3 && random().one_in(4)) {
        out += std::string(indent + 2, ' ') + list_key() + bullets(indent + 4, depth + 1);
      }
      return out;
    }
    std::string out = dash + "redact: " + redact() + "\n" + std::string(indent + 2, ' ') +
                      "text: " + quoted(secret_paragraphs(true)) + "\n";
    if (depth < 3 && secret_.one_in(3)) {
      ++hidden_;
      out += std::string(indent + 2, ' ') + list_key() + bullets(indent + 4, depth + 1);
      --hidden_;
    }
    return out;
  }

  std::string section(size_t indent, int depth) {
    return std::string(indent, ' ') + "heading: " + quoted(prose(20)) + "\n" +
           body(indent, depth + 1);
  }

  // A quote, list or section that is withheld whole.
  std::string withheld_block(const std::string& dash, size_t indent, int depth) {
    const std::string pad(indent + 2, ' ');
    const bool pages = public_.one_in(8);
    std::string out =
        dash + "redact: " + (pages ? "{code: b1, extent: 4 pages}" : redact()) + "\n" + pad;
    const size_t kind = public_.one_in(3) ? 3 : depth < 2 ? public_.below(3) : 0;
    ++hidden_;
    if (kind == 0) out += list("", indent);
    if (kind == 1) {
      out += "quote:\n" + pad + "  mark: " + mark() + "\n" + body(indent + 4, depth + 1);
    }
    if (kind == 2) out += "section:\n" + section(indent + 4, depth);
    if (kind == 3 && depth < 2 && public_.one_in(3))
      out += text_box(indent + 4, depth);
    else if (kind == 3)
      out += "table:\n" + table(indent + 4);
    --hidden_;
    return out + language(secret_, indent + 2);
  }

  // Tables. The number of columns and rows, and the places of cells, are public;
  // how the columns of a withheld row are shared out among its cells is not.

  std::string table(size_t indent) {
    const std::string pad(indent, ' ');
    const size_t count = 1 + random().below(3);
    std::string out = pad + "id: " + new_table_id() + "\n";
    if (random().one_in(2)) out += pad + "mark: " + mark() + "\n";
    if (hidden_ == 0 && public_.one_in(4)) {
      out += pad + "caption:\n" + secret_portion(indent + 2, false, true);
    } else {
      out += pad + "caption: {mark: " + mark() + ", text: " + quoted(prose(20)) + "}\n";
    }
    const size_t withheld = hidden_ == 0 && public_.one_in(3) ? public_.below(count) : count;
    out += columns(pad, count, withheld);
    if (random().one_in(2)) out += pad + "head:\n" + row(indent + 2, count, count);
    out += pad + "rows:\n";
    const size_t rows = 1 + random().below(3);
    for (size_t i = 0; i < rows; ++i) {
      const bool whole = hidden_ == 0 && public_.one_in(4);
      out += whole ? withheld_row(indent + 2, count) : row(indent + 2, count, withheld);
    }
    if (random().one_in(4)) out += pad + "foot:\n" + row(indent + 2, count, withheld);
    return out;
  }

  // Shown text refers to tables that both of a pair have.
  std::string new_table_id() {
    std::string name = id('t');
    if (hidden_ == 0) heading_ids_.push_back(name);
    return name;
  }

  std::string columns(const std::string& pad, size_t count, size_t withheld) {
    std::string out = pad + "columns:\n";
    for (size_t i = 0; i < count; ++i) {
      out += pad + "  - {align: " + (random().one_in(2) ? "left" : "decimal");
      if (i == withheld) {
        out += ", redact: {code: [" + std::string(public_.pick(kWithheldCodes)) + "]}";
      }
      out += "}\n";
    }
    return out;
  }

  std::string row(size_t indent, size_t count, size_t withheld) {
    std::string out = std::string(indent, ' ') + "- ";
    const std::string pad(indent + 2, ' ');
    if (random().one_in(3)) out += "mark: " + mark() + "\n" + pad;
    out += "cells:\n";
    for (size_t column = 0; column < count;) {
      const size_t span = column + 1 < count && random().one_in(5) ? 2 : 1;
      const bool hides = withheld >= column && withheld < column + span;
      out += pad + "  - " + cell(indent + 6, span, hides);
      column += span;
    }
    return out;
  }

  // In a withheld column all of a cell but its place is secret.
  std::string cell(size_t indent, size_t span, bool hidden) {
    const std::string pad(indent, ' ');
    std::string out = "colspan: " + std::to_string(span) + "\n";
    if (hidden) {
      if (secret_.one_in(3)) out += pad + "mark: " + std::string(secret_.pick(kMarks)) + "\n";
      return out + pad + "text: " + quoted(secret_.one_in(4) ? "" : secret_paragraphs(false)) +
             "\n";
    }
    if (hidden_ == 0 && public_.one_in(4)) return out + secret_portion(indent, false, true);
    if (random().one_in(4)) out += pad + "mark: " + mark() + "\n";
    return out + pad + "text: " + quoted(random().one_in(5) ? "" : prose(10)) + "\n";
  }

  std::string withheld_row(size_t indent, size_t count) {
    const std::string pad(indent + 2, ' ');
    std::string out = std::string(indent, ' ') + "- redact: " + redact() + "\n";
    if (secret_.one_in(5)) return out + pad + "withheld: true\n";
    if (secret_.one_in(2)) out += pad + "mark: " + std::string(secret_.pick(kMarks)) + "\n";
    out += pad + "cells:\n";
    for (size_t left = count; left > 0;) {
      const size_t span = 1 + secret_.below(left);
      out += pad + "  - {colspan: " + std::to_string(span) +
             ", text: " + quoted(secret_paragraphs(false)) + "}\n";
      left -= span;
    }
    return out;
  }

  // Figures.

  std::string figures(size_t count) {
    std::string out;
    for (size_t i = 0; i < count; ++i) out += public_.one_in(3) ? withheld_figure() : figure();
    return out;
  }

  // Withheld words that call nothing: alternative texts may not.
  std::string secret_words() {
    ++hidden_;
    const size_t count = secret_.below(12);
    std::string text = count > 0 ? std::string(kCanary) + ' ' + words(count, true) : "";
    --hidden_;
    return text;
  }

  std::string figure() {
    constexpr std::array<std::string_view, 5> kFloats = {"none", "top", "bottom", "left", "right"};
    const std::string file(public_.pick(kFigureFiles));
    std::string out = "  - figure:\n      mark: " + mark() + "\n      file: " + file + "\n";
    out += "      float: " + std::string(public_.pick(kFloats)) + "\n";
    if (public_.one_in(2)) out += "      width: " + std::to_string(10 + public_.below(60)) + "%\n";
    const std::string hidden = public_.one_in(2) ? " :redact[" + secret_words() + "]{code=b1}" : "";
    out += "      alt: " + quoted(words(3, true) + hidden) + "\n";
    if (public_.one_in(2)) {
      out += "      caption: {redact: " + redact() +
             ", text: " + quoted(std::string(kCanary) + secret_words()) + "}\n";
    } else if (public_.one_in(2)) {
      out += "      caption: " + quoted(words(5, true)) + "\n";
    }
    if (file.ends_with(".svg") || public_.one_in(2)) return out;
    return out + "      regions: [{redact: {code: b3}, area: [12.5%, 25%, 40%, 30%]}]\n";
  }

  // Its file may be any, or none.
  std::string withheld_figure() {
    std::string out = "  - figure:\n      redact: " + redact() + "\n";
    if (secret_.one_in(4)) return out + "      withheld: true\n";
    const bool known = secret_.one_in(2);
    out += "      file: " +
           (known ? std::string(secret_.pick(kFigureFiles)) : std::string(kCanary) + ".svg") + "\n";
    out += "      alt: " + quoted(std::string(kCanary) + secret_words()) + "\n";
    if (secret_.one_in(2)) out += "      mark: S\n      width: 3cm\n      float: left\n";
    if (secret_.one_in(2)) out += "      caption: " + quoted(kCanary + secret_words()) + "\n";
    return out;
  }

  Random public_;
  Random secret_;
  int hidden_ = 0;        // withheld things around the place of writing
  int spans_ = 0;         // spans around it
  bool numbers_ = false;  // sections
  bool in_note_ = false;
  size_t ids_ = 0;
  size_t secret_ids_ = 0;
  std::vector<std::string> heading_ids_;
  std::vector<std::string> notes_;
  std::vector<std::string> secret_note_ids_;
  std::string secret_notes_;
};

}  // namespace

std::string random_report(uint64_t seed) { return Composer(seed, ~seed).compose(); }

std::pair<std::string, std::string> secret_pair(uint64_t seed) {
  return {Composer(seed, ~seed).compose(), Composer(seed, seed ^ 0x5DEECE66Du).compose()};
}

std::pair<std::string, std::string> secret_figures(uint64_t seed) {
  return {Composer(seed, ~seed).compose(true), Composer(seed, seed ^ 0x5DEECE66Du).compose(true)};
}

}  // namespace sable::property
