// What each portion of a release counts as, by the rule of docs/authoring.md.
//
// In:  a Released.
// Out: for each ordinal a marking, and whether more of it is shown than that.
//
// Counted once more for tests: neither from what the layout keeps of marks, nor as the
// door rolls up the overall marking.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "released/front_matter.h"
#include "released/released.h"

namespace sable::testing {

struct Portion {
  marking::Marking mark;
  bool shown = true;  // else there is nothing of it but a box, and its mark perhaps
};

// By ordinal. A portion without a mark counts as what it stands in, or as the overall
// marking.
class Portions {
 public:
  explicit Portions(const released::Released& released) : released_(released) {
    const released::Titles& titles = released.titles;
    for (const auto* it :
         {&titles.kind, &titles.office, &titles.title, &titles.date, &titles.number}) {
      if (*it) field(**it, {});
    }
    for (const auto& [name, lines] : released::lists_of(released.front_matter)) {
      for (const released::LabelledLine& line : *lines) this->line(line);
    }
    blocks(released.body, {});
    for (const released::Note& it : released.notes) note(it);
  }

  std::map<released::Ordinal, Portion> found;
  std::set<released::Ordinal> notes;
  std::optional<marking::Marking> terms;  // of all that the index may have

 private:
  using Mark = std::optional<marking::Marking>;

  Mark add(released::Ordinal ordinal, const Mark& own, const Mark& above, bool shown) {
    const Mark mark = own ? own : above;
    found[ordinal] = {mark.value_or(released_.overall), shown};
    return mark;
  }

  // The terms in a text.
  void words(const released::Inlines& inlines, const Mark& mark) {
    for (const released::Inline& it : inlines) {
      if (const auto* styled = std::get_if<released::Styled>(&it.value)) {
        const marking::Marking counted = mark.value_or(released_.overall);
        if (styled->style == released::SpanStyle::term)
          terms = terms ? released_.system->join(*terms, counted) : counted;
        words(styled->children, mark);
      } else if (const auto* link = std::get_if<released::Link>(&it.value)) {
        words(link->children, mark);
      } else if (const auto* outlined = std::get_if<released::Outlined>(&it.value)) {
        words(outlined->children, mark);
      }
    }
  }

  // It stands in nothing, wherever it is called.
  void note(const released::Note& note) {
    notes.insert(note.ordinal);
    const auto* paragraphs = std::get_if<std::vector<released::Inlines>>(&note.paragraphs);
    const Mark mark = add(note.ordinal, note.mark, {}, paragraphs != nullptr);
    if (paragraphs == nullptr) return;
    for (const released::Inlines& text : *paragraphs) words(text, mark);
  }

  void text(released::Ordinal ordinal, const Mark& own, const Mark& above,
            const std::variant<released::Inlines, released::Hole>& text) {
    const auto* shown = std::get_if<released::Inlines>(&text);
    const Mark mark = add(ordinal, own, above, shown != nullptr);
    if (shown != nullptr) words(*shown, mark);
  }

  void field(const released::Field& field, const Mark& above) {
    text(field.ordinal, field.mark, above, field.text);
  }

  // Its label is told with its text or without.
  void line(const released::LabelledLine& line) {
    field(line.field, {});
    if (!line.label.empty()) found[line.field.ordinal].shown = true;
  }

  void items(const std::vector<released::ListItem>& items, const Mark& above) {
    for (const released::ListItem& item : items) {
      text(item.ordinal, item.mark, above, item.text);
      const Mark mark = item.mark ? item.mark : above;
      words(item.term, mark);
      for (const released::Inlines& further : item.further) words(further, mark);
      this->items(item.items, mark);
    }
  }

  void blocks(const std::vector<released::Block>& blocks, const Mark& above) {
    for (const released::Block& block : blocks) {
      std::visit([&](const auto& value) { this->block(block.ordinal, value, above); }, block.value);
    }
  }

  void block(released::Ordinal at, const released::Hole&, const Mark& above) {
    add(at, {}, above, false);
  }
  void block(released::Ordinal at, const released::Rule&, const Mark& above) {
    add(at, {}, above, false);
  }
  void block(released::Ordinal at, const released::List& list, const Mark& above) {
    add(at, {}, above, true);
    items(list.items, above);
  }
  void block(released::Ordinal at, const released::Heading& heading, const Mark& above) {
    text(at, heading.mark, above, heading.text);
  }
  // A paragraph of which the mark alone is shown is one hole that is no span.
  void block(released::Ordinal at, const released::Paragraph& paragraph, const Mark& above) {
    const released::Hole* hole = paragraph.text.empty()
                                     ? nullptr
                                     : std::get_if<released::Hole>(&paragraph.text.front().value);
    const bool shown = hole == nullptr || hole->kind == released::HoleKind::span;
    const Mark mark = add(at, paragraph.mark, above, shown);
    words(paragraph.run_in, mark);
    words(paragraph.text, mark);
  }
  void block(released::Ordinal at, const released::Code& code, const Mark& above) {
    words(code.text, add(at, code.mark, above, true));
  }
  void block(released::Ordinal at, const released::Quote& quote, const Mark& above) {
    const released::Hole* hole =
        quote.blocks.empty() ? nullptr : std::get_if<released::Hole>(&quote.blocks.front().value);
    const bool withheld = hole != nullptr && hole->kind == released::HoleKind::quote;
    blocks(quote.blocks, add(at, quote.mark, above, !withheld));
  }
  // The mark of a section is that of its heading alone.
  void block(released::Ordinal at, const released::Section& section, const Mark& above) {
    block(at, section.heading, above);
    blocks(section.blocks, above);
  }
  void block(released::Ordinal at, const released::TextBox& box, const Mark& above) {
    const Mark mark = add(at, box.mark, above, true);
    if (box.title) field(*box.title, mark);
    blocks(box.blocks, mark);
  }
  void block(released::Ordinal at, const released::Figure& figure, const Mark& above) {
    const Mark mark = add(at, figure.mark, above, true);
    if (figure.caption) field(*figure.caption, mark);
  }
  void block(released::Ordinal at, const released::Table& table, const Mark& above) {
    const Mark mark = add(at, table.mark, above, true);
    if (table.caption) field(*table.caption, mark);
    for (const auto* group : {&table.head, &table.rows, &table.foot}) {
      for (const released::Row& row : *group) this->row(row, mark);
    }
  }
  void row(const released::Row& row, const Mark& above) {
    const auto* cells = std::get_if<std::vector<released::Cell>>(&row.cells);
    const Mark mark = add(row.ordinal, row.mark, above, cells != nullptr);
    if (cells == nullptr) return;
    for (const released::Cell& cell : *cells) text(cell.ordinal, cell.mark, mark, cell.text);
  }

  const released::Released& released_;
};

}  // namespace sable::testing
