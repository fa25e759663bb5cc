#include "report/redactions_in.h"

#include "report/front_matter.h"

namespace sable::report {

namespace {

class Walker {
 public:
  explicit Walker(const std::function<void(Redaction&)>& visit) : visit_(visit) {}

  void report(Report& report) {
    Titles& titles = report.titles;
    for (auto* field :
         {&titles.kind, &titles.office, &titles.title, &titles.date, &titles.number}) {
      rich(*field);
    }
    rich(report.codeword);
    for_each_line(report.front_matter, [this](RichText& text) { rich(text); });
    blocks(report.body);
    for (auto& [id, note] : report.notes) {
      redaction(note.redaction);
      for (Inlines& paragraph : note.paragraphs) inlines(paragraph);
    }
  }

 private:
  void redaction(std::optional<Redaction>& redaction) {
    if (redaction) visit_(*redaction);
  }

  void rich(RichText& text) {
    redaction(text.redaction);
    inlines(text.text);
  }
  void rich(std::optional<RichText>& text) {
    if (text) rich(*text);
  }

  void inlines(Inlines& inlines) {
    for (Inline& one : inlines) {
      if (auto* styled = std::get_if<Styled>(&one.value)) {
        this->inlines(styled->children);
      } else if (auto* link = std::get_if<Link>(&one.value)) {
        this->inlines(link->children);
      } else if (auto* redacted = std::get_if<Redacted>(&one.value)) {
        visit_(redacted->redaction);
        this->inlines(redacted->children);
      }
    }
  }

  void blocks(std::vector<Block>& blocks) {
    for (Block& each : blocks) {
      redaction(each.redaction);
      std::visit([this](auto& block) { this->block(block); }, each.value);
    }
  }

  void block(Heading& heading) { rich(heading.text); }
  void block(Paragraph& paragraph) {
    inlines(paragraph.run_in);
    rich(paragraph.text);
  }
  void block(List& list) { items(list.items); }
  void block(Quote& quote) { blocks(quote.blocks); }
  void block(Section& section) {
    rich(section.heading.text);
    blocks(section.blocks);
  }
  void block(Code& code) { rich(code.text); }
  void block(Rule&) {}
  void block(TextBox& box) {
    rich(box.title);
    blocks(box.blocks);
  }
  void block(Figure& figure) {
    rich(figure.caption);
    rich(figure.alternative);
    for (Region& region : figure.regions) visit_(region.redaction);
  }
  void block(Table& table) {
    rich(table.caption);
    for (Column& column : table.columns) redaction(column.redaction);
    for (auto* group : {&table.head, &table.rows, &table.foot}) {
      for (Row& row : *group) {
        redaction(row.redaction);
        for (Cell& cell : row.cells) rich(cell.text);
      }
    }
  }

  void items(std::vector<ListItem>& items) {
    for (ListItem& item : items) {
      inlines(item.term);
      rich(item.text);
      for (Inlines& paragraph : item.further) inlines(paragraph);
      this->items(item.items);
    }
  }

  const std::function<void(Redaction&)>& visit_;
};

}  // namespace

void for_each_redaction(Report& report, const std::function<void(Redaction&)>& visit) {
  Walker(visit).report(report);
}

}  // namespace sable::report
