#include "release/leave_out.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "release/closing_up.h"
#include "release/decision.h"

namespace sable::release {

namespace {

using Mark = std::optional<marking::Marking>;
using report::Inlines;
using report::RichText;

bool withholds(Decision decision) {
  return decision == Decision::redacted || decision == Decision::above_ceiling;
}

class LeavingOut {
 public:
  LeavingOut(const report::Report& report, const Profile& profile)
      : profile_(profile), decisions_(report, profile), left_{report} {}

  LeftOut all() {
    report::Report& report = left_.report;
    notes(report.notes);
    titles(report.titles);
    if (report.codeword && (gone(decisions_.of_portion(report.codeword->redaction, {})) ||
                            close(report.codeword->text))) {
      report.codeword.reset();
    }
    front_matter(report.front_matter);
    blocks(report.body, {});
    references();
    return std::move(left_);
  }

 private:
  bool gone(Decision decision) {
    left_.anything = left_.anything || withholds(decision);
    return withholds(decision);
  }

  void front_matter(report::FrontMatter& front) {
    const bool had_sources = !front.sources.empty();
    field(front.compilation, false);
    for (auto* list : {&front.statements, &front.authority, &front.designation, &front.sources,
                       &front.distribution}) {
      std::erase_if(*list, [this](const report::LabelledLine& line) {
        return gone(decisions_.of(line.text.redaction));
      });
    }
    if (had_sources) sources(front);
  }

  // One source, or none, is not "Multiple Sources": the block says what it would say if the
  // others had never been there.
  static void sources(report::FrontMatter& front) {
    if (front.sources.size() > 1) return;
    const auto block =
        std::find_if(front.authority.begin(), front.authority.end(),
                     [](const report::LabelledLine& line) { return line.label == "Derived From"; });
    if (block == front.authority.end()) return;
    if (front.sources.empty()) {
      front.authority.erase(block);
    } else {
      block->text = std::move(front.sources.front().text);
      front.sources.clear();
    }
  }

  // Whether nothing is left of the line but what was never there.
  bool close(Inlines& inlines) {
    const bool closed = close_up(inlines, [this](const report::Inline& one) {
      if (const auto* call = std::get_if<report::NoteCall>(&one.value)) {
        return gone_notes_.contains(call->id);
      }
      const auto* redacted = std::get_if<report::Redacted>(&one.value);
      return redacted != nullptr && decisions_.withholds(redacted->redaction);
    });
    left_.anything = left_.anything || closed;
    list_references(inlines);
    return closed && is_blank(inlines);
  }

  void list_references(const Inlines& inlines) {
    for (const report::Inline& one : inlines) {
      if (const auto* reference = std::get_if<report::Reference>(&one.value)) {
        references_.emplace_back(reference->target, one.span);
      } else if (const auto* styled = std::get_if<report::Styled>(&one.value)) {
        list_references(styled->children);
      } else if (const auto* link = std::get_if<report::Link>(&one.value)) {
        list_references(link->children);
      } else if (const auto* redacted = std::get_if<report::Redacted>(&one.value)) {
        list_references(redacted->children);
      }
    }
  }

  void paragraphs(std::vector<Inlines>& paragraphs) {
    std::erase_if(paragraphs, [this](Inlines& paragraph) { return close(paragraph); });
  }

  // First: calls of those that go, go too.
  void notes(std::map<std::string, report::Note>& notes) {
    for (auto& [id, note] : notes) {
      bool goes = withholds(decisions_.of_portion(note.redaction, note.mark));
      if (!goes && !note.paragraphs.empty()) {
        paragraphs(note.paragraphs);
        goes = note.paragraphs.empty();
      }
      if (goes) gone_notes_.insert(id);
    }
    std::erase_if(notes, [this](const auto& note) { return gone_notes_.contains(note.first); });
  }

  void titles(report::Titles& titles) {
    field(titles.kind, false);
    field(titles.office, false);
    field(titles.title, true);
    field(titles.date, false);
    field(titles.number, false);
  }

  void field(std::optional<RichText>& field, bool portion) {
    if (!field) return;
    const Decision decision = portion || field->mark
                                  ? decisions_.of_portion(field->redaction, field->mark)
                                  : decisions_.of(field->redaction);
    if (gone(decision) || close(field->text)) field.reset();
  }

  // A portion that counts as `above` where it has no mark of its own.
  bool portion_goes(RichText& text, const Mark& above) {
    return gone(decisions_.of_portion(text.redaction, text.mark ? text.mark : above)) ||
           close(text.text);
  }

  void blocks(std::vector<report::Block>& blocks, const Mark& above) {
    std::vector<report::Block> kept;
    kept.reserve(blocks.size());
    for (report::Block& block : blocks) {
      if (gone(decisions_.of(block.redaction))) continue;
      if (auto* section = std::get_if<report::Section>(&block.value)) {
        this->section(block, *section, above, kept);
      } else if (!goes(block, above)) {
        kept.push_back(std::move(block));
      }
    }
    blocks = std::move(kept);
  }

  // A section without its heading is none: its blocks stand where it stood.
  void section(report::Block& block, report::Section& section, const Mark& above,
               std::vector<report::Block>& kept) {
    const bool heading_goes = this->heading(section.heading, above);
    blocks(section.blocks, above);
    if (!heading_goes) {
      kept.push_back(std::move(block));
      return;
    }
    for (report::Block& inner : section.blocks) {
      if (inner.language.empty()) inner.language = block.language;
      kept.push_back(std::move(inner));
    }
  }

  bool heading(report::Heading& heading, const Mark& above) {
    if (portion_goes(heading.text, above)) return true;
    targets_.insert(heading.id);
    return false;
  }

  bool goes(report::Block& block, const Mark& above) {
    if (auto* heading = std::get_if<report::Heading>(&block.value)) {
      return this->heading(*heading, above);
    }
    if (auto* paragraph = std::get_if<report::Paragraph>(&block.value)) {
      return this->paragraph(*paragraph, above);
    }
    if (auto* list = std::get_if<report::List>(&block.value)) {
      items(list->items, above);
      return list->items.empty();
    }
    if (auto* quote = std::get_if<report::Quote>(&block.value)) {
      if (quote->mark && gone(decisions_.of_portion(block.redaction, quote->mark))) return true;
      blocks(quote->blocks, quote->mark ? quote->mark : above);
      return quote->blocks.empty();
    }
    if (auto* box = std::get_if<report::TextBox>(&block.value)) return text_box(block, *box, above);
    if (auto* code = std::get_if<report::Code>(&block.value))
      return portion_goes(code->text, above);
    if (auto* table = std::get_if<report::Table>(&block.value))
      return this->table(block, *table, above);
    if (auto* figure = std::get_if<report::Figure>(&block.value)) {
      return this->figure(block, *figure, above);
    }
    return false;
  }

  bool paragraph(report::Paragraph& paragraph, const Mark& above) {
    // Withheld it would be one box with its run-in, whatever the words of that are.
    const Mark& mark = paragraph.text.mark ? paragraph.text.mark : above;
    if (gone(decisions_.of_portion(paragraph.text.redaction, mark))) return true;
    const bool run_in_goes = close(paragraph.run_in);
    if (run_in_goes) paragraph.run_in.clear();
    return close(paragraph.text.text) && paragraph.run_in.empty();
  }

  // The list below an item whose words go stands where the item stood.
  void items(std::vector<report::ListItem>& items, const Mark& above) {
    std::vector<report::ListItem> kept;
    for (report::ListItem& item : items) {
      const Mark& mark = item.text.mark ? item.text.mark : above;
      if (gone(decisions_.of_portion(item.text.redaction, mark))) continue;
      if (close(item.term)) item.term.clear();
      const bool empty = close(item.text.text);
      paragraphs(item.further);
      this->items(item.items, mark);
      if (!empty || !item.term.empty() || !item.further.empty()) {
        kept.push_back(std::move(item));
      } else {
        std::move(item.items.begin(), item.items.end(), std::back_inserter(kept));
      }
    }
    items = std::move(kept);
  }

  bool text_box(const report::Block& block, report::TextBox& box, const Mark& above) {
    if (box.mark && gone(decisions_.of_portion(block.redaction, box.mark))) return true;
    const Mark& mark = box.mark ? box.mark : above;
    if (box.title && portion_goes(*box.title, mark)) box.title.reset();
    if (box.title) targets_.insert(box.id);
    blocks(box.blocks, mark);
    return box.blocks.empty();
  }

  // A region is black in the picture, which would be a trace.
  bool figure(const report::Block& block, report::Figure& figure, const Mark& above) {
    const Decision whole =
        decisions_.of_portion(block.redaction, figure.mark ? figure.mark : above);
    const bool region_goes =
        std::any_of(figure.regions.begin(), figure.regions.end(),
                    [this](const auto& region) { return decisions_.withholds(region.redaction); });
    if (gone(whole) || gone(region_goes ? Decision::redacted : Decision::shown) ||
        gone(decisions_.of(figure.alternative.redaction)) || close(figure.alternative.text)) {
      return true;
    }
    caption(figure.caption, true, {});
    if (figure.caption) targets_.insert(figure.id);
    return false;
  }

  // `decided`: with what it belongs to, unless it has a mark of its own.
  void caption(std::optional<RichText>& caption, bool decided, const Mark& above) {
    if (caption && part_goes(*caption, decided, above)) caption.reset();
  }

  bool part_goes(RichText& part, bool decided, const Mark& above) {
    return gone(part_decision(part.redaction, part.mark, decided, above)) || close(part.text);
  }

  Decision part_decision(const std::optional<report::Redaction>& redaction, const Mark& mark,
                         bool decided, const Mark& above) const {
    if (!mark && decided) return decisions_.of(redaction);
    return decisions_.of_portion(redaction, mark ? mark : above);
  }

  // As table_passage.cc decides: by the table's mark, its rows' or its cells'.
  bool table(const report::Block& block, report::Table& table, const Mark& above) {
    if (gone(decisions_.of_table(block.redaction, table, above))) return true;
    const bool decided = table.mark || !decisions_.has_marks_inside(table);
    const Mark mark = table.mark ? table.mark : above;
    caption(table.caption, decided, mark);
    if (table.caption) targets_.insert(table.id);
    const report::Table whole = table;  // its columns as they are decided on
    for (auto [rows, head] : {std::pair{&table.head, true}, std::pair{&table.rows, false},
                              std::pair{&table.foot, false}}) {
      this->rows(whole, *rows, head, decided, mark);
    }
    columns(table);
    return table.rows.empty() || table.columns.empty();
  }

  void rows(const report::Table& table, std::vector<report::Row>& rows, bool head, bool decided,
            const Mark& above) {
    std::vector<bool> goes;
    for (report::Row& row : rows) goes.push_back(row_goes(table, row, head, decided, above));
    for (size_t i = 0; i < rows.size(); ++i) {
      for (report::Cell& cell : rows[i].cells) {
        const auto first = goes.begin() + static_cast<ptrdiff_t>(i) + 1;
        cell.rows -= static_cast<uint32_t>(
            std::count(first, first + static_cast<ptrdiff_t>(cell.rows) - 1, true));
      }
    }
    size_t i = 0;
    std::erase_if(rows, [&](const report::Row&) { return goes[i++]; });
  }

  // A row goes if it is withheld, and if each cell of it is.
  bool row_goes(const report::Table& table, report::Row& row, bool head, bool decided,
                const Mark& above) {
    const Decision decision = row.mark ? part_decision(row.redaction, row.mark, decided, above)
                                       : decisions_.of(row.redaction);
    if (gone(decision)) return true;
    bool all = !row.cells.empty();
    for (report::Cell& cell : row.cells) {
      const bool cell_goes =
          this->cell_goes(table, cell, head, decided || row.mark, row.mark ? row.mark : above);
      if (cell_goes) {
        cell.text.text.clear();
        cell.text.mark.reset();
        cell.text.redaction.reset();
      }
      all = all && cell_goes && cell.rows == 1;
    }
    return all;
  }

  bool cell_goes(const report::Table& table, report::Cell& cell, bool head, bool decided,
                 const Mark& above) {
    const report::Column* column = head ? nullptr : decisions_.withheld_column(table, cell);
    const auto& redaction = column != nullptr ? column->redaction : cell.text.redaction;
    return gone(part_decision(redaction, cell.text.mark, decided, above)) || close(cell.text.text);
  }

  void columns(report::Table& table) {
    std::vector<uint32_t> dropped_before(table.columns.size() + 1, 0);
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const bool goes = withholds(decisions_.of(table.columns[i].redaction));
      dropped_before[i + 1] = dropped_before[i] + (goes ? 1 : 0);
    }
    if (dropped_before.back() == 0) return;
    left_.anything = true;
    const auto shrink = [&](uint32_t& column, uint32_t& columns) {
      // A row without a mark may have its free columns in several stretches.
      const size_t end = std::min<size_t>(column + columns, table.columns.size());
      columns -= dropped_before[end] - dropped_before[column];
      column -= dropped_before[column];
    };
    for (std::vector<report::Row>* rows : {&table.head, &table.rows, &table.foot}) {
      for (report::Row& row : *rows) {
        shrink(row.column, row.columns);
        for (report::Cell& cell : row.cells) shrink(cell.column, cell.columns);
        std::erase_if(row.cells, [](const report::Cell& cell) { return cell.columns == 0; });
      }
    }
    std::erase_if(table.columns, [this](const report::Column& column) {
      return withholds(decisions_.of(column.redaction));
    });
  }

  // References to what there is not at all are reported with the report itself.
  void references() {
    for (const auto& [target, place] : references_) {
      if (targets_.contains(target)) continue;
      left_.errors.push_back(base::error_at(
          place, "SBL0411",
          fmt::format("the release `{}` leaves out what this reference names", profile_.name),
          "put the reference into a redaction of the same code, or give it the mark of what it "
          "names"));
    }
  }

  const Profile& profile_;
  Decisions decisions_;
  LeftOut left_;
  std::set<std::string> gone_notes_;
  std::set<std::string> targets_;
  std::vector<std::pair<std::string, base::Span>> references_;
};

}  // namespace

LeftOut leave_out(const report::Report& report, const Profile& profile) {
  return LeavingOut(report, profile).all();
}

}  // namespace sable::release
