#include "release/spans.h"

#include "report/front_matter.h"

#include "release/passage.h"

namespace sable::release {

namespace {

using released::HoleKind;
using report::Inlines;

HoleKind kind_of(const report::Block& block) {
  if (std::holds_alternative<report::Heading>(block.value)) return HoleKind::heading;
  if (std::holds_alternative<report::Section>(block.value)) return HoleKind::section;
  if (std::holds_alternative<report::Quote>(block.value)) return HoleKind::quote;
  if (std::holds_alternative<report::Table>(block.value)) return HoleKind::table;
  if (std::holds_alternative<report::Figure>(block.value)) return HoleKind::figure;
  if (std::holds_alternative<report::TextBox>(block.value)) return HoleKind::box;
  return HoleKind::paragraph;
}

// Goes the way of the door (withhold.cc, table_passage.cc, figure_passage.cc), but into
// what is withheld too.
class Walk {
 public:
  Walk(const report::Report& report, const Decisions& decisions)
      : report_(report), decisions_(decisions) {}

  std::vector<Site> all() {
    if (report_.codeword) portion(*report_.codeword, HoleKind::banner, std::nullopt, true);
    const report::Titles& titles = report_.titles;
    for (const auto* field :
         {&titles.kind, &titles.office, &titles.title, &titles.date, &titles.number}) {
      if (*field) portion(**field, HoleKind::field, std::nullopt, field == &titles.title);
    }
    report::for_each_line(report_.front_matter, [this](const report::RichText& text) {
      portion(text, HoleKind::field, std::nullopt, false);
    });
    blocks(report_.body, std::nullopt);
    for (const auto& [id, note] : report_.notes) {
      const Decision decision = decisions_.of_portion(note.redaction, note.mark);
      const Inside inside(*this,
                          {note.span, HoleKind::note, pointer(note.redaction), false, false, &note},
                          decision);
      for (const Inlines& text : note.paragraphs) inlines(text);
    }
    return std::move(sites_);
  }

 private:
  static const report::Redaction* pointer(const std::optional<report::Redaction>& redaction) {
    return redaction ? &*redaction : nullptr;
  }

  // While it lives the walk is inside a site.
  class Inside {
   public:
    Inside(Walk& walk, Site site, Decision decision) : walk_(walk), before_(walk.hidden_) {
      const bool own = decision == Decision::redacted || decision == Decision::above_ceiling;
      site.withheld = own || before_;
      site.outermost = own && !before_;
      walk.hidden_ = site.withheld;
      walk.sites_.push_back(std::move(site));
    }
    ~Inside() { walk_.hidden_ = before_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    Walk& walk_;
    bool before_;
  };

  // `judged`: its mark counts, its own or that above.
  void portion(const report::RichText& text, HoleKind kind, const Mark& above, bool judged) {
    const Mark& mark = text.mark ? text.mark : above;
    const Decision decision = judged || text.mark ? decisions_.of_portion(text.redaction, mark)
                                                  : decisions_.of(text.redaction);
    const Inside inside(*this, {text.span, kind, pointer(text.redaction), false, false, &text.text},
                        decision);
    inlines(text.text);
  }

  void inlines(const Inlines& all) {
    for (const report::Inline& one : all) {
      if (const auto* styled = std::get_if<report::Styled>(&one.value)) {
        inlines(styled->children);
      } else if (const auto* link = std::get_if<report::Link>(&one.value)) {
        inlines(link->children);
      } else if (const auto* redacted = std::get_if<report::Redacted>(&one.value)) {
        const Inside inside(
            *this,
            {one.span, HoleKind::span, &redacted->redaction, false, false, &redacted->children},
            decisions_.withholds(redacted->redaction) ? Decision::redacted : Decision::shown);
        inlines(redacted->children);
      }
    }
  }

  void blocks(const std::vector<report::Block>& all, const Mark& above) {
    for (const report::Block& block : all) {
      const auto& redaction = redaction_of(block);
      const Inside inside(*this,
                          {block.span, kind_of(block), pointer(redaction), false, false, &block},
                          decision_of(block, redaction, above));
      std::visit([&](const auto& value) { within(value, above); }, block.value);
    }
  }

  // That of a paragraph, heading or code may be its text's.
  static const std::optional<report::Redaction>& redaction_of(const report::Block& block) {
    if (block.redaction) return block.redaction;
    if (const auto* paragraph = std::get_if<report::Paragraph>(&block.value)) {
      return paragraph->text.redaction;
    }
    return block.redaction;
  }

  Decision decision_of(const report::Block& block,
                       const std::optional<report::Redaction>& redaction, const Mark& above) const {
    if (const auto* paragraph = std::get_if<report::Paragraph>(&block.value)) {
      return decisions_.of_portion(redaction, paragraph->text.mark ? paragraph->text.mark : above);
    }
    if (const auto* quote = std::get_if<report::Quote>(&block.value)) {
      return quote->mark ? decisions_.of_portion(redaction, quote->mark) : decisions_.of(redaction);
    }
    if (const auto* box = std::get_if<report::TextBox>(&block.value)) {
      return box->mark ? decisions_.of_portion(redaction, box->mark) : decisions_.of(redaction);
    }
    if (const auto* table = std::get_if<report::Table>(&block.value)) {
      return decisions_.of_table(redaction, *table, above);
    }
    if (const auto* figure = std::get_if<report::Figure>(&block.value)) {
      return decisions_.of_portion(redaction, figure->mark ? figure->mark : above);
    }
    if (const auto* code = std::get_if<report::Code>(&block.value)) {
      return decisions_.of_portion(redaction, code->text.mark ? code->text.mark : above);
    }
    return decisions_.of(redaction);
  }

  void within(const report::Heading& heading, const Mark& above) {
    portion(heading.text, HoleKind::heading, above, true);
  }
  void within(const report::Paragraph& paragraph, const Mark&) {
    inlines(paragraph.run_in);
    inlines(paragraph.text.text);
  }
  void within(const report::List& list, const Mark& above) { items(list.items, above); }
  void within(const report::Quote& quote, const Mark& above) {
    blocks(quote.blocks, quote.mark ? quote.mark : above);
  }
  void within(const report::Section& section, const Mark& above) {
    within(section.heading, above);
    blocks(section.blocks, above);
  }
  void within(const report::TextBox& box, const Mark& above) {
    const Mark& mark = box.mark ? box.mark : above;
    if (box.title) portion(*box.title, HoleKind::field, mark, true);
    blocks(box.blocks, mark);
  }
  void within(const report::Code& code, const Mark&) { inlines(code.text.text); }
  void within(const report::Rule&, const Mark&) {}
  void within(const report::Figure& figure, const Mark&) {
    portion(figure.alternative, HoleKind::span, std::nullopt, false);
    for (const report::Region& region : figure.regions) {
      const Inside inside(
          *this, {region.span, HoleKind::region, &region.redaction, false, false, std::monostate()},
          decisions_.of(region.redaction));
    }
    if (figure.caption) portion(*figure.caption, HoleKind::field, std::nullopt, false);
  }

  void within(const report::Table& table, const Mark& above) {
    const Mark& mark = table.mark ? table.mark : above;
    const bool decided = table.mark || !decisions_.has_marks_inside(table);
    if (table.caption) portion(*table.caption, HoleKind::field, mark, !decided);
    for (const auto* rows : {&table.head, &table.rows, &table.foot}) {
      for (const report::Row& row : *rows) {
        this->row(table, row, rows == &table.head, decided ? Mark() : mark, decided);
      }
    }
  }

  void row(const report::Table& table, const report::Row& row, bool head, const Mark& mark,
           bool decided) {
    const Decision decision =
        row.mark ? decisions_.of_portion(row.redaction, row.mark) : decisions_.of(row.redaction);
    const Inside inside(
        *this, {row.span, HoleKind::row, pointer(row.redaction), false, false, &row}, decision);
    for (const report::Cell& cell : row.cells) {
      const report::Column* column = head ? nullptr : decisions_.withheld_column(table, cell);
      const auto& redaction = column != nullptr ? column->redaction : cell.text.redaction;
      const bool judged = cell.text.mark || !(decided || row.mark);
      const Decision of_cell =
          judged ? decisions_.of_portion(redaction, cell.text.mark ? cell.text.mark : mark)
                 : decisions_.of(redaction);
      const Inside within_cell(
          *this,
          {cell.text.span, HoleKind::cell, pointer(redaction), false, false, &cell.text.text},
          of_cell);
      inlines(cell.text.text);
    }
  }

  void items(const std::vector<report::ListItem>& all, const Mark& above) {
    for (const report::ListItem& item : all) {
      const Mark& mark = item.text.mark ? item.text.mark : above;
      const Inside inside(
          *this,
          {item.text.span, HoleKind::bullet, pointer(item.text.redaction), false, false, &item},
          decisions_.of_portion(item.text.redaction, mark));
      inlines(item.term);
      inlines(item.text.text);
      for (const Inlines& text : item.further) inlines(text);
      items(item.items, mark);
    }
  }

  const report::Report& report_;
  const Decisions& decisions_;
  std::vector<Site> sites_;
  bool hidden_ = false;
};

// The words below something, texts on lines of their own.
class Words {
 public:
  std::string text;

  void of(std::monostate) {}
  void of(const Inlines* all) {
    inlines(*all);
    text += '\n';
  }
  void of(const report::Block* block) {
    std::visit([this](const auto& value) { within(value); }, block->value);
  }
  void of(const report::Row* row) {
    for (const report::Cell& cell : row->cells) of(&cell.text.text);
  }
  void of(const report::ListItem* item) {
    of(&item->term);
    of(&item->text.text);
    for (const Inlines& more : item->further) of(&more);
    for (const report::ListItem& below : item->items) of(&below);
  }
  void of(const report::Note* note) {
    for (const Inlines& paragraph : note->paragraphs) of(&paragraph);
  }

  void inlines(const Inlines& all) {
    for (const report::Inline& one : all) {
      if (const auto* plain = std::get_if<report::Text>(&one.value)) {
        text += plain->text;
      } else if (const auto* styled = std::get_if<report::Styled>(&one.value)) {
        inlines(styled->children);
      } else if (const auto* link = std::get_if<report::Link>(&one.value)) {
        inlines(link->children);
      } else if (const auto* redacted = std::get_if<report::Redacted>(&one.value)) {
        inlines(redacted->children);
      }
    }
  }

 private:
  void blocks(const std::vector<report::Block>& all) {
    for (const report::Block& block : all) of(&block);
  }
  void within(const report::Heading& heading) { of(&heading.text.text); }
  void within(const report::Paragraph& paragraph) {
    if (!paragraph.run_in.empty()) of(&paragraph.run_in);
    of(&paragraph.text.text);
  }
  void within(const report::List& list) {
    for (const report::ListItem& item : list.items) of(&item);
  }
  void within(const report::Quote& quote) { blocks(quote.blocks); }
  void within(const report::Section& section) {
    within(section.heading);
    blocks(section.blocks);
  }
  void within(const report::TextBox& box) {
    if (box.title) of(&box.title->text);
    blocks(box.blocks);
  }
  void within(const report::Code& code) { of(&code.text.text); }
  void within(const report::Rule&) {}
  void within(const report::Figure& figure) {
    of(&figure.alternative.text);
    if (figure.caption) of(&figure.caption->text);
  }
  void within(const report::Table& table) {
    if (table.caption) of(&table.caption->text);
    for (const auto* rows : {&table.head, &table.rows, &table.foot}) {
      for (const report::Row& row : *rows) of(&row);
    }
  }
};

}  // namespace

std::vector<Site> sites_of(const report::Report& report, const Decisions& decisions) {
  return Walk(report, decisions).all();
}

std::string words_of(const Site& site) {
  Words words;
  std::visit([&](const auto& content) { words.of(content); }, site.content);
  return std::move(words.text);
}

std::string words_of(const report::Inlines& text) {
  Words words;
  words.inlines(text);
  return std::move(words.text);
}

}  // namespace sable::release
