#include "report/lint_stretches.h"

namespace sable::report {

namespace {

class Collector {
 public:
  explicit Collector(std::vector<LintStretch>& out) : out_(out) {}

  void rich(const RichText& text) {
    if (text.redaction) return;
    add(text.text, text.span, text.mark.has_value());
  }

  void add(const Inlines& inlines, base::Span span, bool is_marked) {
    LintStretch stretch;
    stretch.span = span;
    stretch.is_marked = is_marked;
    collect(inlines, stretch);
    if (!stretch.text.empty()) out_.push_back(std::move(stretch));
  }

  void blocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (!block.redaction)
        std::visit([&](const auto& value) { this->block(value, block); }, block.value);
    }
  }

 private:
  void collect(const Inlines& inlines, LintStretch& stretch) {
    for (const Inline& one : inlines) {
      if (const auto* text = std::get_if<Text>(&one.value)) {
        stretch.parts.push_back({stretch.text.size(), one.span});
        stretch.text += text->text;
      } else if (const auto* styled = std::get_if<Styled>(&one.value)) {
        if (styled->style != SpanStyle::code) collect(styled->children, stretch);
      } else if (const auto* link = std::get_if<Link>(&one.value)) {
        collect(link->children, stretch);
      } else if (std::holds_alternative<Redacted>(one.value)) {
        stretch.text += ' ';
      }
    }
  }

  void block(const Heading& heading, const Block&) { rich(heading.text); }
  void block(const Paragraph& paragraph, const Block& block) {
    add(paragraph.run_in, block.span, true);
    rich(paragraph.text);
  }
  void block(const List& list, const Block&) { items(list.items); }
  void block(const Quote& quote, const Block&) { blocks(quote.blocks); }
  void block(const Section& section, const Block&) {
    rich(section.heading.text);
    blocks(section.blocks);
  }
  void block(const Table& table, const Block&) {
    if (table.caption) rich(*table.caption);
    if (table.literal) return;
    for (const auto* rows : {&table.head, &table.rows, &table.foot}) {
      for (const Row& row : *rows) {
        if (row.redaction) continue;
        for (const Cell& cell : row.cells) {
          const bool covered = cell.column < table.columns.size() &&
                               table.columns[cell.column].redaction.has_value();
          if (!covered) rich(cell.text);
        }
      }
    }
  }
  void block(const Figure& figure, const Block&) {
    if (figure.caption) rich(*figure.caption);
  }
  void block(const Code&, const Block&) {}
  void block(const Rule&, const Block&) {}
  void block(const TextBox& box, const Block&) {
    if (box.title) rich(*box.title);
    blocks(box.blocks);
  }

  void items(const std::vector<ListItem>& items) {
    for (const ListItem& item : items) {
      // What stands below a withheld item is withheld with it.
      if (item.text.redaction) continue;
      add(item.term, item.text.span, true);
      rich(item.text);
      for (const Inlines& paragraph : item.further) add(paragraph, item.text.span, true);
      this->items(item.items);
    }
  }

  std::vector<LintStretch>& out_;
};

}  // namespace

base::Span LintStretch::place_of(size_t offset) const {
  base::Span place = span;
  for (const Part& part : parts) {
    if (part.begin <= offset) place = part.span;
  }
  return place;
}

std::vector<LintStretch> lint_stretches(const Report& report) {
  std::vector<LintStretch> stretches;
  Collector collector(stretches);
  if (report.titles.title) collector.rich(*report.titles.title);
  collector.blocks(report.body);
  for (const auto& [id, note] : report.notes) {
    if (note.redaction) continue;
    bool is_marked = note.mark.has_value();
    for (const Inlines& paragraph : note.paragraphs) {
      collector.add(paragraph, note.span, is_marked);
      is_marked = true;
    }
  }
  return stretches;
}

}  // namespace sable::report
