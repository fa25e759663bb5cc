#include "reports.h"

#include "prose.h"

namespace bench {

namespace {

// The words of a section, before a format has its say.
struct Section {
  std::string number, heading, before, secret, after, bullets[3], note;
};

Section section(Random& random, int number) {
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
  return section;
}

template <typename Write>
std::string sections(int count, Write write) {
  Random random(20240229);
  std::string text;
  for (int i = 1; i <= count; ++i) write(text, section(random, i));
  return text;
}

}  // namespace

std::string sable_report(int count) {
  std::string notes = "notes:\n";
  std::string text =
      "sable: 1\ntemplate: intelligence\nreport:\n  kind: Intelligence Report\n"
      "  title: A report to measure with\n  date: 2024-02-29\n  language: en-US\n"
      "marking:\n  system: legacy\n  overall: Secret\nbody:\n";
  text += sections(count, [&notes](std::string& out, const Section& s) {
    out += "  - heading: " + s.number + ". " + s.heading + "\n";
    out += "  - p: |\n      " + s.before + "\n      :redact[" + s.secret + "]{code=b1} " + s.after +
           ":fn[note" + s.number + "]\n  - bullets:\n";
    for (const std::string& bullet : s.bullets) out += "      - >\n        " + bullet + "\n";
    notes += "  note" + s.number + ": >\n    " + s.note + "\n";
  });
  return text + notes +
         "releases:\n  public:\n    withhold: [b1]\n"
         "    declassified: {authority: Archive Board, date: 2024-02-29}\n";
}

std::string troff_report(int count) {
  std::string text =
      ".nr PS 11\n.nr VS 13\n.ds LH Secret\n.ds CF Secret\n.TL\nA report to measure with\n";
  return text + sections(count, [](std::string& out, const Section& s) {
           out += ".SH\n" + s.number + ". " + s.heading + "\n.LP\n" + s.before +
                  "\n\\D'R 40p 9p' " + s.after + "\\**\n.FS\n" + s.note + "\n.FE\n";
           for (const std::string& bullet : s.bullets) out += ".IP \\(en 2\n" + bullet + "\n";
         });
}

std::string latex_report(int count) {
  std::string text =
      "\\documentclass[11pt,letterpaper]{article}\n\\usepackage[T1]{fontenc}\n"
      "\\usepackage[utf8]{inputenc}\n\\usepackage{fancyhdr}\n\\pagestyle{fancy}\n"
      "\\fancyhead[C]{Secret}\n\\fancyfoot[C]{Secret \\thepage}\n"
      "\\title{A report to measure with}\n\\begin{document}\n\\maketitle\n\\tableofcontents\n";
  return text +
         sections(count,
                  [](std::string& out, const Section& s) {
                    out += "\\section{" + s.heading + "}\n" + s.before + "\n\\rule{40pt}{9pt} " +
                           s.after + "\\footnote{" + s.note + "}\n\\begin{itemize}\n";
                    for (const std::string& bullet : s.bullets)
                      out += "\\item[--] " + bullet + "\n";
                    out += "\\end{itemize}\n";
                  }) +
         "\\end{document}\n";
}

std::string typst_report(int count) {
  std::string text =
      "#set page(\"us-letter\", header: align(center)[Secret], footer: align(center)[Secret])\n"
      "#set text(size: 11pt, lang: \"en\")\n#set par(justify: true)\n"
      "#set heading(numbering: \"1.\")\n#outline()\n";
  return text + sections(count, [](std::string& out, const Section& s) {
           out += "= " + s.heading + "\n" + s.before + "\n#box(rect(width: 40pt, height: 9pt, " +
                  "fill: black)) " + s.after + "#footnote[" + s.note + "]\n";
           for (const std::string& bullet : s.bullets) out += "- " + bullet + "\n";
           out += "\n";
         });
}

}  // namespace bench
