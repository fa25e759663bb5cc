#include "reading.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/inline_parser.h"
#include "source/read.h"

namespace sable::report {

namespace {

std::string stretch(const base::SourceSet& sources, const base::Diagnostic& diagnostic) {
  if (!diagnostic.span) return "nowhere";
  const auto& [file, begin, end] = *diagnostic.span;
  return sources.file(file).text.substr(begin, end - begin);
}

const char* word(base::Severity severity) {
  return severity == base::Severity::error ? "error" : "warning";
}

std::string redaction_notation(const Redaction& redaction) {
  std::string out = fmt::format("{}", fmt::join(redaction.codes, ","));
  if (redaction.extent) {
    const char* kinds[] = {"words", "lines", "paragraph", "page", "undisclosed"};
    out += fmt::format(" {}{}", redaction.extent->count,
                       kinds[static_cast<size_t>(redaction.extent->kind)]);
  }
  if (!redaction.label.empty()) out += " label=" + redaction.label;
  if (!redaction.id.empty()) out += " id=" + redaction.id;
  if (redaction.absent) out += " absent";
  return "redact[" + out + "]";
}

std::string notation(const Inline& one) {
  if (const auto* text = std::get_if<Text>(&one.value)) return text->text;
  if (const auto* styled = std::get_if<Styled>(&one.value)) {
    const char* styles[] = {"em", "strong", "code", "term", "small-caps"};
    return fmt::format("{}({})", styles[static_cast<size_t>(styled->style)],
                       notation(styled->children));
  }
  if (const auto* link = std::get_if<Link>(&one.value)) {
    return fmt::format("link[{}]({})", link->url, notation(link->children));
  }
  if (const auto* call = std::get_if<NoteCall>(&one.value)) return "fn[" + call->id + "]";
  if (const auto* ref = std::get_if<Reference>(&one.value)) return "ref[" + ref->target + "]";
  const auto& redacted = std::get<Redacted>(one.value);
  return redaction_notation(redacted.redaction) + "(" + notation(redacted.children) + ")";
}

std::string marked(const std::optional<marking::Marking>& mark) {
  if (!mark) return "";
  std::vector<std::string> kinds;
  for (const marking::Control& control : mark->controls) {
    kinds.push_back(fmt::format("{}", control.kind));
  }
  return fmt::format("@{}{}{} ", mark->level, kinds.empty() ? "" : ".", fmt::join(kinds, "."));
}

std::string notation(const RichText& text) {
  return marked(text.mark) + (text.redaction ? redaction_notation(*text.redaction) + " " : "") +
         "'" + notation(text.text) + "'";
}

std::string notation(const Heading& heading) {
  return fmt::format("h{}{} {}", heading.level, heading.id.empty() ? "" : "#" + heading.id,
                     notation(heading.text));
}

std::string notation(const std::vector<ListItem>& items) {
  std::string out;
  for (const ListItem& item : items) {
    out += (out.empty() ? "" : "; ") + notation(item.text);
    if (!item.items.empty()) out += " {" + notation(item.items) + "}";
  }
  return out;
}

// "2+1x3 'words'": in column 2, over one column and three rows.
std::string notation(const Cell& cell) {
  std::string out = std::to_string(cell.column);
  if (cell.columns > 1 || cell.rows > 1) out += fmt::format("+{}x{}", cell.columns, cell.rows);
  return out + (cell.header ? "! " : " ") + notation(cell.text);
}

std::string notation(const char* word, const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) {
    out += fmt::format(" {} {}{}", word, marked(row.mark),
                       row.redaction ? redaction_notation(*row.redaction) + " " : "");
    if (row.mark || row.redaction) out += fmt::format("{}+{} ", row.column, row.columns);
    std::string cells;
    for (const Cell& cell : row.cells) cells += (cells.empty() ? "" : ", ") + notation(cell);
    out += "{" + cells + "}";
  }
  return out;
}

std::string notation(const Table& table) {
  std::string out = "table";
  if (!table.id.empty()) out += "#" + table.id;
  if (table.mark) out += " " + marked(*table.mark);
  if (table.literal) out += " literal";
  if (table.caption) out += " caption " + notation(*table.caption);
  for (const Column& column : table.columns) {
    const char* aligns[] = {"-", "left", "right", "center", "decimal"};
    out += fmt::format(" | {}{}{}{}", aligns[static_cast<size_t>(column.align)],
                       column.width.empty() ? "" : " " + column.width, column.unit,
                       column.redaction ? " " + redaction_notation(*column.redaction) : "");
  }
  return out + " |" + notation("head", table.head) + notation("row", table.rows) +
         notation("foot", table.foot);
}

std::string notation(const Figure& figure) {
  std::string out = "figure";
  if (!figure.id.empty()) out += "#" + figure.id;
  if (figure.mark) out += " " + marked(*figure.mark);
  const char* floats[] = {"", " top", " bottom", " left", " right"};
  out += fmt::format(" {} {}{}{} alt {}", figure.file, figure.width, figure.unit,
                     floats[static_cast<size_t>(figure.floating)], notation(figure.alternative));
  if (figure.caption) out += " caption " + notation(*figure.caption);
  for (const Region& region : figure.regions) {
    out += fmt::format(" {} {},{} {}x{}{}", redaction_notation(region.redaction), region.area.x,
                       region.area.y, region.area.width, region.area.height,
                       region.area.percent ? "%" : "");
  }
  return out;
}

std::string notation(const Block& block) {
  std::string out = block.redaction ? redaction_notation(*block.redaction) + " " : "";
  if (const auto* heading = std::get_if<Heading>(&block.value)) return out + notation(*heading);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
    if (!paragraph->run_in.empty()) out += "run-in '" + notation(paragraph->run_in) + "' ";
    return out + "p " + notation(paragraph->text);
  }
  if (const auto* list = std::get_if<List>(&block.value)) {
    return out + "list {" + notation(list->items) + "}";
  }
  if (const auto* quote = std::get_if<Quote>(&block.value)) {
    return out + "quote " + marked(quote->mark) + "{" + notation(quote->blocks) + "}";
  }
  if (const auto* table = std::get_if<Table>(&block.value)) return out + notation(*table);
  if (const auto* figure = std::get_if<Figure>(&block.value)) return out + notation(*figure);
  if (const auto* box = std::get_if<TextBox>(&block.value)) {
    out += "box" + (box->id.empty() ? "" : "#" + box->id) + " " + marked(box->mark);
    if (box->title) out += notation(*box->title) + " ";
    return out + "{" + notation(box->blocks) + "}";
  }
  const auto& section = std::get<Section>(block.value);
  return out + "section " + notation(section.heading) + " {" + notation(section.blocks) + "}";
}

}  // namespace

std::string notation(const Inlines& inlines) {
  std::string out;
  for (const Inline& one : inlines) out += notation(one);
  return out;
}

std::string notation(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) out += (out.empty() ? "" : "\n") + notation(block);
  return out;
}

Read read_yaml(const std::string& yaml, const Files& files) {
  Read read;
  base::MemoryWorld world;
  for (const auto& [name, bytes] : files) world.files["reports/" + name] = bytes;
  read.file = read.sources.add("reports/report.yaml", yaml, base::Secrecy::secret);
  base::Result<source::Document> document = source::read(read.sources, read.file);
  if (!document) {
    read.diagnostics = document.error();
    return read;
  }
  read.tree = std::move(document->tree);
  const Enclosures enclosures{world, read.sources, "reports"};
  base::Result<Reading> reading = read_report(read.sources, read.file, read.tree, &enclosures);
  if (!reading) {
    read.diagnostics = reading.error();
    return read;
  }
  read.report = std::move(reading->report);
  read.diagnostics = std::move(reading->warnings);
  read.ok = true;
  return read;
}

std::string report_with(const std::string& body, const std::string& notes) {
  std::string yaml =
      "sable: 1\n"
      "template: plain\n"
      "report: {title: {mark: U, text: Talks}}\n"
      "marking: {system: us-ic, overall: SECRET}\n"
      "body:\n" +
      body;
  if (!notes.empty()) yaml += "notes:\n" + notes;
  return yaml;
}

std::vector<std::string> lines(const base::SourceSet& sources,
                               const base::Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const base::Diagnostic& d : diagnostics) {
    out.push_back(fmt::format("{} {} [{}] {} | {}", word(d.severity), d.code, stretch(sources, d),
                              d.message, d.help));
  }
  return out;
}

std::vector<std::string> codes(const base::SourceSet& sources,
                               const base::Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const base::Diagnostic& d : diagnostics) {
    out.push_back(fmt::format("{} [{}]", d.code, stretch(sources, d)));
  }
  return out;
}

std::vector<std::string> wrong_in(const std::string& body, const std::string& notes) {
  const Read read = read_yaml(report_with(body, notes));
  return codes(read.sources, read.diagnostics);
}

Parsed parsed(const std::string& prose) {
  base::SourceSet sources;
  source::Value value;
  value.kind = source::Kind::text;
  value.text = prose;
  value.segments.push_back({0, 0});
  value.span = {sources.add("prose", prose, base::Secrecy::secret), 0,
                static_cast<uint32_t>(prose.size())};
  base::Diagnostics diagnostics;
  Parsed out;
  for (const Inlines& paragraph : parse_prose(sources, value, diagnostics)) {
    out.notation += (out.notation.empty() ? "" : " / ") + notation(paragraph);
  }
  out.wrong = codes(sources, diagnostics);
  return out;
}

}  // namespace sable::report
