#include "release/overall.h"

namespace sable::release {

namespace {

using namespace released;

using Mark = std::optional<marking::Marking>;

// Withheld whole, so that only the mark is shown: no part of the join.
bool is_withheld(const Paragraph& paragraph) {
  if (paragraph.text.size() != 1) return false;
  const auto* hole = std::get_if<Hole>(&paragraph.text.front().value);
  return hole != nullptr && (hole->kind == HoleKind::paragraph || hole->kind == HoleKind::table ||
                             hole->kind == HoleKind::figure || hole->kind == HoleKind::box);
}
bool is_withheld(const Quote& quote) {
  if (quote.blocks.size() != 1) return false;
  const auto* hole = std::get_if<Hole>(&quote.blocks.front().value);
  return hole != nullptr && hole->kind == HoleKind::quote;
}

class Joiner {
 public:
  explicit Joiner(const Released& released) : released_(released) {}

  RollUp result() {
    titles();
    blocks(released_.body, false);
    for (const Note& note : released_.notes) {
      portion(note.mark, std::holds_alternative<std::vector<Inlines>>(note.paragraphs), false);
    }
    return rolled_;
  }

 private:
  // One mark on a parent serves the portions below it.
  void portion(const Mark& mark, bool shown, bool marked_above) {
    if (!shown) return;
    if (mark) {
      rolled_.join = any_ ? released_.system->join(rolled_.join, *mark) : *mark;
      any_ = true;
    } else if (!marked_above) {
      rolled_.unmarked = true;
    }
  }

  // The title is a portion; the other fields are so only if they carry a mark.
  void titles() {
    const Titles& titles = released_.titles;
    for (const auto* field :
         {&titles.kind, &titles.office, &titles.title, &titles.date, &titles.number}) {
      if (!*field) continue;
      const bool shown = std::holds_alternative<Inlines>((*field)->text);
      portion((*field)->mark, shown, field != &titles.title);
    }
  }

  void heading(const Heading& heading, bool marked_above) {
    portion(heading.mark, std::holds_alternative<Inlines>(heading.text), marked_above);
  }

  void items(const std::vector<ListItem>& items, bool marked_above) {
    for (const ListItem& item : items) {
      portion(item.mark, std::holds_alternative<Inlines>(item.text), marked_above);
      this->items(item.items, marked_above || item.mark);
    }
  }

  void blocks(const std::vector<Block>& blocks, bool marked_above) {
    for (const Block& block : blocks) this->block(block, marked_above);
  }

  void block(const Block& block, bool marked_above) {
    if (const auto* heading = std::get_if<Heading>(&block.value)) {
      this->heading(*heading, marked_above);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
      portion(paragraph->mark, !is_withheld(*paragraph), marked_above);
    } else if (const auto* list = std::get_if<List>(&block.value)) {
      items(list->items, marked_above);
    } else if (const auto* code = std::get_if<Code>(&block.value)) {
      portion(code->mark, true, marked_above);
    } else if (const auto* quote = std::get_if<Quote>(&block.value)) {
      portion(quote->mark, !is_withheld(*quote), true);
      blocks(quote->blocks, marked_above || quote->mark);
    } else if (const auto* box = std::get_if<TextBox>(&block.value)) {
      this->box(*box, marked_above);
    } else if (const auto* section = std::get_if<Section>(&block.value)) {
      this->heading(section->heading, marked_above);
      blocks(section->blocks, marked_above);
    } else if (const auto* table = std::get_if<Table>(&block.value)) {
      this->table(*table, marked_above);
    } else if (const auto* figure = std::get_if<Figure>(&block.value)) {
      this->figure(*figure, marked_above);
    }
  }

  void box(const TextBox& box, bool marked_above) {
    portion(box.mark, true, true);
    marked_above = marked_above || box.mark;
    if (box.title) {
      portion(box.title->mark, std::holds_alternative<Inlines>(box.title->text), marked_above);
    }
    blocks(box.blocks, marked_above);
  }

  // The picture is a portion, whatever is said of it.
  void figure(const Figure& figure, bool marked_above) {
    portion(figure.mark, true, marked_above);
    if (const auto& caption = figure.caption) {
      portion(caption->mark, std::holds_alternative<Inlines>(caption->text),
              marked_above || figure.mark);
    }
  }

  void table(const Table& table, bool marked_above) {
    portion(table.mark, true, true);
    marked_above = marked_above || table.mark;
    if (const auto& caption = table.caption) {
      portion(caption->mark, std::holds_alternative<Inlines>(caption->text), marked_above);
    }
    for (const auto* group : {&table.head, &table.rows, &table.foot}) {
      for (const Row& row : *group) this->row(row, marked_above);
    }
  }

  void row(const Row& row, bool marked_above) {
    const auto* cells = std::get_if<std::vector<Cell>>(&row.cells);
    portion(row.mark, cells != nullptr, true);
    if (cells == nullptr) return;
    for (const Cell& cell : *cells) {
      portion(cell.mark, std::holds_alternative<Inlines>(cell.text), marked_above || row.mark);
    }
  }

  const Released& released_;
  RollUp rolled_;
  bool any_ = false;  // portion had a mark
};

}  // namespace

RollUp roll_up(const Released& released) { return Joiner(released).result(); }

}  // namespace sable::release
