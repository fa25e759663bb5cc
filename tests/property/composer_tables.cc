// Implements composer.h: tables and figures.
#include <array>

#include "composer.h"
#include "random_report.h"

namespace sable::property {

// The number of columns and rows, and the places of cells, are public; how the
// columns of a withheld row are shared out among its cells is not.
std::string Composer::table(size_t indent, bool own) {
  const std::string pad(indent, ' ');
  const size_t count = 1 + random().below(3);
  const std::string name = new_id('t');
  const std::string marked = own ? withheld_mark(true) : random().one_in(2) ? mark() : "";
  const std::string outer = above_;
  // A table that is above a ceiling by its own mark is withheld whole, its caption too.
  const Hide whole(*this, !marked.empty() && is_above(marked));
  if (!marked.empty()) above_ = marked;
  std::string out = pad + "id: " + name + "\n";
  if (!marked.empty()) out += pad + "mark: " + marked + "\n";
  out += table_caption(indent);
  // The redaction of a column has no id, and so nobody approves it.
  const bool column = !hides() && public_.one_in(3) && !two_persons_;
  const size_t withheld = column ? public_.below(count) : count;
  const std::string under = withheld < count ? codes() : "";
  const bool hidden_column = withheld < count && varies(under);
  out += columns(pad, count, withheld, under);
  if (random().one_in(2)) out += pad + "head:\n" + row(indent + 2, count, count, false);
  out += pad + "rows:\n";
  const size_t rows = 1 + random().below(3);
  for (size_t i = 0; i < rows; ++i) {
    const bool all = !hides() && public_.one_in(4);
    out += all ? withheld_row(indent + 2, count) : row(indent + 2, count, withheld, hidden_column);
  }
  if (random().one_in(4)) {
    out += pad + "foot:\n" + row(indent + 2, count, withheld, hidden_column);
  }
  above_ = outer;
  return out;
}

std::string Composer::table_caption(size_t indent) {
  const std::string pad(indent, ' ');
  if (!hides() && public_.one_in(4)) {
    return pad + "caption:\n" + secret_portion(indent + 2, false, true);
  }
  const std::string marked = mark();
  const Hide hide(*this, is_above(marked));
  return pad + "caption: {mark: " + marked + ", text: " + quoted(prose(20)) + "}\n";
}

std::string Composer::columns(const std::string& pad, size_t count, size_t withheld,
                              const std::string& codes) {
  std::string out = pad + "columns:\n";
  for (size_t i = 0; i < count; ++i) {
    out += pad + "  - {align: " + (random().one_in(2) ? "left" : "decimal");
    if (i == withheld) out += ", redact: {code: [" + codes + "]}";
    out += "}\n";
  }
  return out;
}

std::string Composer::row(size_t indent, size_t count, size_t withheld, bool hidden_column) {
  std::string out = std::string(indent, ' ') + "- ";
  const std::string pad(indent + 2, ' ');
  const std::string marked = random().one_in(3) ? mark() : "";
  if (!marked.empty()) out += "mark: " + marked + "\n" + pad;
  out += "cells:\n";
  const Hide whole(*this, !marked.empty() && is_above(marked));
  for (size_t column = 0; column < count;) {
    const size_t span = column + 1 < count && random().one_in(5) ? 2 : 1;
    const bool in = withheld >= column && withheld < column + span;
    out += pad + "  - " + cell(indent + 6, span, in, in && hidden_column);
    column += span;
  }
  return out;
}

// In a withheld column all of a cell but its place is secret.
std::string Composer::cell(size_t indent, size_t span, bool withheld, bool hidden) {
  const std::string pad(indent, ' ');
  std::string out = "colspan: " + std::to_string(span) + "\n";
  if (withheld) {
    const Hide hide(*this, hidden);
    const std::string marked = hides() ? withheld_mark(hidden) : "";
    if (!marked.empty()) out += pad + "mark: " + marked + "\n";
    return out + pad + "text: " + quoted(random().one_in(4) ? "" : secret_paragraphs(false)) + "\n";
  }
  if (!hides() && public_.one_in(4)) return out + secret_portion(indent, false, true);
  const std::string marked = random().one_in(4) ? mark() : "";
  if (!marked.empty()) out += pad + "mark: " + marked + "\n";
  const Hide hide(*this, !marked.empty() && is_above(marked));
  return out + pad + "text: " + quoted(random().one_in(5) ? "" : prose(10)) + "\n";
}

std::string Composer::withheld_row(size_t indent, size_t count) {
  const std::string pad(indent + 2, ' ');
  const Ground under = ground();
  std::string out = std::string(indent, ' ') + "- redact: " + redact(under) + "\n";
  const Hide hide(*this, varies(under));
  if (!under.released && !shows_marks_ && random().one_in(5)) return out + pad + "withheld: true\n";
  const std::string marked = hides() ? withheld_mark(varies(under)) : "";
  if (!marked.empty()) out += pad + "mark: " + marked + "\n";
  out += pad + "cells:\n";
  for (size_t left = count; left > 0;) {
    const size_t span = 1 + random().below(left);
    out += pad + "  - {colspan: " + std::to_string(span) +
           ", text: " + quoted(secret_paragraphs(false)) + "}\n";
    left -= span;
  }
  return out;
}

// A table of a file of values, some of which are not shown, or withheld.
std::string Composer::values_table(size_t indent) {
  const std::string pad(indent, ' ');
  const std::string version = recipe_.is_earlier ? "earlier." : "";
  const std::string file =
      version + "values" + std::to_string(files_.size()) + (hides() ? "s" : "") + ".csv";
  const size_t rows = 3 + random().below(2);
  const std::string column = codes(), line = codes(), one = codes();
  std::string out = pad + "mark: U\n" + pad + "caption: " + quoted(prose(10)) + "\n";
  out += pad + "csv: " + file + "\n" + pad + "show-columns: [Harbour, Dues, Clerk]\n";
  out += pad + "columns: [{}, {align: decimal}, {redact: {code: [" + column + "]}}]\n";
  out += pad + "redact-rows: {2: {code: [" + line + "]}}\n";
  out += pad + "redact-cells: {3: {Dues: {code: [" + one + "]}}}\n";
  files_[file] = values_file(rows, column, line, one);
  return out;
}

std::string Composer::values_file(size_t rows, const std::string& column, const std::string& row,
                                  const std::string& cell) {
  const auto value = [&](bool hidden) {
    const Hide hide(*this, hidden);
    const std::string text = hides() ? std::string(kCanary) + one_line(random().below(9), false)
                                     : one_line(1 + random().below(2), false);
    return "\"" + text + "\"";
  };
  std::string out = "Harbour,Dues,Clerk,Remarks\n";
  for (size_t i = 1; i <= rows; ++i) {
    const Hide whole(*this, i == 2 && varies(row));
    out += value(false) + ",";
    out += value(i == 3 && varies(cell)) + ",";
    out += value(varies(column)) + ",";
    out += value(true) + "\n";  // a column that is not shown
  }
  return out;
}

std::string Composer::figures(size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += public_.one_in(3) ? withheld_figure(2) : figure(2);
  return out;
}

std::string Composer::figure(size_t indent) {
  constexpr std::array<std::string_view, 5> kFloats = {"none", "top", "bottom", "left", "right"};
  const std::string pad(indent + 4, ' ');
  const std::string file(public_.pick(kFigureFiles));
  const std::string marked = mark();
  const bool shown = !is_above(marked);
  // Above a ceiling it is withheld whole, and its file is any, or none.
  std::string out = std::string(indent, ' ') + "- figure:\n" + pad + "mark: " + marked + "\n";
  const Hide hide(*this, !shown);
  const bool known = shown || random().one_in(2);
  out += pad + "file: " + (known ? file : std::string(kCanary) + ".png") + "\n";
  out += pad + "float: " + std::string(random().pick(kFloats)) + "\n";
  if (random().one_in(2)) out += pad + "width: " + std::to_string(10 + random().below(60)) + "%\n";
  out += figure_texts(pad);
  if (file.ends_with(".svg") || random().one_in(2)) return out;
  return out + pad + "regions: [{redact: " + redact_as_it_is({"b3"}) +
         ", area: [12.5%, 25%, 40%, 30%]}]\n";
}

std::string Composer::figure_texts(const std::string& pad) {
  std::string out = pad + "alt: ";
  if (recipe_.wide && random().one_in(4)) {
    const Ground under = ground();
    out += "{redact: " + redact(under) + ", text: ";
    const Hide hide(*this, varies(under));
    out += quoted(secret_words(12) + "x") + "}\n";
  } else if (random().one_in(2)) {
    out += quoted(words(3, true)) + "\n";
  } else {
    const Ground under = ground();
    std::string text = words(3, true) + " :redact[";
    {
      const Hide hide(*this, varies(under));
      text += secret_words(12) + "x]";
    }
    out += quoted(text + inline_naming(under)) + "\n";
  }
  if (random().one_in(2)) {
    const Ground under = ground();
    out += pad + "caption: {redact: " + redact(under);
    const Hide hide(*this, varies(under));
    return out + ", text: " + quoted(secret_words(12) + "x") + "}\n";
  }
  return random().one_in(2) ? out + pad + "caption: " + quoted(words(5, true)) + "\n" : out;
}

// Its file may be any, or none.
std::string Composer::withheld_figure(size_t indent) {
  const std::string pad(indent + 4, ' ');
  const Ground under = recipe_.wide ? Ground{"b1,b3"} : ground();
  std::string out =
      std::string(indent, ' ') + "- figure:\n" + pad + "redact: " + redact(under) + "\n";
  const Hide hide(*this, varies(under));
  if (random().one_in(4)) return out + pad + "withheld: true\n";
  const bool known = !hides() || random().one_in(2);
  out += pad + "file: " +
         (known ? std::string(random().pick(kFigureFiles)) : std::string(kCanary) + ".svg") + "\n";
  out += pad + "alt: " + quoted(secret_words(12) + "x") + "\n";
  if (!shows_marks_ && random().one_in(2)) {
    out += pad + "mark: S\n" + pad + "width: 3cm\n" + pad + "float: left\n";
  }
  if (random().one_in(2)) out += pad + "caption: " + quoted(secret_words(12) + "x") + "\n";
  return out;
}

}  // namespace sable::property
