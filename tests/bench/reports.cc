#include "reports.h"

#include <vector>

#include "prose.h"

namespace bench {

namespace {

// The words of a section, before a format has its say.
struct Section {
  std::string number, heading, before, secret, after, bullets[3], note;
  std::vector<std::vector<std::string>> rows;  // of its table; none: it has none
};

constexpr int kTableEach = 4;
constexpr int kRows = 6;

std::vector<std::vector<std::string>> table(Random& random, int number) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < kRows; ++i) {
    std::string place = prose(random, 2), remark = prose(random, 8);
    place.pop_back();
    remark.pop_back();
    rows.push_back({place, std::to_string(number * 7 + i * 131) + "." + std::to_string(i), remark});
  }
  return rows;
}

std::string joined(const std::vector<std::string>& cells, const std::string& between) {
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : between) + cell;
  return text;
}

Section section(Random& random, int number, Kind kind) {
  Section section;
  section.number = std::to_string(number);
  section.heading = prose(random, 4);
  section.heading.pop_back();
  section.before = prose(random, 40);
  section.secret = prose(random, 3);
  section.secret.pop_back();
  section.after = prose(random, 37);
  for (std::string& bullet : section.bullets) bullet = prose(random, 40);
  section.note = prose(random, 15);
  if (kind == Kind::tables && number % kTableEach == 0) section.rows = table(random, number);
  return section;
}

template <typename Write>
std::string sections(int count, Kind kind, Write write) {
  Random random(20240229);
  std::string text;
  for (int i = 1; i <= count; ++i) write(text, section(random, i, kind));
  return text;
}

}  // namespace

std::string sable_report(int count, Kind kind) {
  std::string notes = "notes:\n";
  std::string text =
      "sable: 1\ntemplate: intelligence\nreport:\n  kind: Intelligence Report\n"
      "  title: A report to measure with\n  date: 2024-02-29\n  language: en-US\n"
      "marking:\n  system: legacy\n  overall: Secret\n";
  if (kind == Kind::tables) text += "contents: {depth: 1, tables: true}\n";
  text += "body:\n";
  text += sections(count, kind, [&notes](std::string& out, const Section& s) {
    out += "  - heading: " + s.number + ". " + s.heading + "\n";
    out += "  - p: |\n      " + s.before + "\n      :redact[" + s.secret + "]{code=b1} " + s.after +
           ":fn[note" + s.number + "]\n  - bullets:\n";
    for (const std::string& bullet : s.bullets) out += "      - >\n        " + bullet + "\n";
    if (!s.rows.empty()) {
      out += "  - table:\n      caption: " + s.heading +
             "\n      columns: [{}, {align: decimal}, {}]\n" +
             "      head: [[Place, Tons, Remark]]\n      rows:\n";
      for (const auto& row : s.rows) out += "        - [\"" + joined(row, "\", \"") + "\"]\n";
    }
    notes += "  note" + s.number + ": >\n    " + s.note + "\n";
  });
  return text + notes +
         "releases:\n  public:\n    withhold: [b1]\n"
         "    declassified: {authority: Archive Board, date: 2024-02-29}\n";
}

std::string troff_report(int count, Kind kind) {
  std::string text =
      ".nr PS 11\n.nr VS 13\n.ds LH Secret\n.ds CF Secret\n.TL\nA report to measure with\n";
  return text + sections(count, kind, [](std::string& out, const Section& s) {
           out += ".SH\n" + s.number + ". " + s.heading + "\n.LP\n" + s.before +
                  "\n\\D'R 40p 9p' " + s.after + "\\**\n.FS\n" + s.note + "\n.FE\n";
           for (const std::string& bullet : s.bullets) out += ".IP \\(en 2\n" + bullet + "\n";
           if (s.rows.empty()) return;
           out += ".TS\ntab(;);\nlnlw(3i).\nPlace;Tons;Remark\n";
           for (const auto& row : s.rows)
             out += row[0] + ";" + row[1] + ";T{\n" + row[2] + "\nT}\n";
           out += ".TE\n";
         });
}

std::string latex_report(int count, Kind kind) {
  std::string text =
      "\\documentclass[11pt,letterpaper]{article}\n\\usepackage[T1]{fontenc}\n"
      "\\usepackage[utf8]{inputenc}\n\\usepackage{fancyhdr}\n\\pagestyle{fancy}\n"
      "\\fancyhead[C]{Secret}\n\\fancyfoot[C]{Secret \\thepage}\n"
      "\\title{A report to measure with}\n\\begin{document}\n\\maketitle\n\\tableofcontents\n";
  if (kind == Kind::tables) text += "\\listoftables\n";
  return text +
         sections(count, kind,
                  [](std::string& out, const Section& s) {
                    out += "\\section{" + s.heading + "}\n" + s.before + "\n\\rule{40pt}{9pt} " +
                           s.after + "\\footnote{" + s.note + "}\n\\begin{itemize}\n";
                    for (const std::string& bullet : s.bullets)
                      out += "\\item[--] " + bullet + "\n";
                    out += "\\end{itemize}\n";
                    if (s.rows.empty()) return;
                    out += "\\begin{table}[ht]\\caption{" + s.heading +
                           "}\\begin{tabular}{lrp{3in}}\\hline\nPlace&Tons&Remark\\\\\\hline\n";
                    for (const auto& row : s.rows) out += joined(row, "&") + "\\\\\n";
                    out += "\\hline\\end{tabular}\\end{table}\n";
                  }) +
         "\\end{document}\n";
}

std::string typst_report(int count, Kind kind) {
  std::string text =
      "#set page(\"us-letter\", header: align(center)[Secret], footer: align(center)[Secret])\n"
      "#set text(size: 11pt, lang: \"en\")\n#set par(justify: true)\n"
      "#set heading(numbering: \"1.\")\n#outline()\n";
  return text + sections(count, kind, [](std::string& out, const Section& s) {
           out += "= " + s.heading + "\n" + s.before + "\n#box(rect(width: 40pt, height: 9pt, " +
                  "fill: black)) " + s.after + "#footnote[" + s.note + "]\n";
           for (const std::string& bullet : s.bullets) out += "- " + bullet + "\n";
           out += "\n";
           if (s.rows.empty()) return;
           out +=
               "#figure(caption: [" + s.heading + "], table(columns: 3, [Place], [Tons], [Remark]";
           for (const auto& row : s.rows) out += ", [" + joined(row, "], [") + "]";
           out += "))\n";
         });
}

}  // namespace bench
