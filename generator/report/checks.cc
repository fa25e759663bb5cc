#include "report/checks.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "report/fields.h"
#include "report/front_matter.h"
#include "report/redaction.h"

namespace sable::report {

namespace {

using base::error_at;
using base::Span;

struct Mention {
  std::string_view id;
  Span span;
  bool of_number = false;  // a reference that shows a number, whatever it names
};

// What a report names, and what it calls.
class Mentions {
 public:
  explicit Mentions(const Report& report) {
    for (const auto* field : {&report.titles.kind, &report.titles.office, &report.titles.title,
                              &report.titles.date, &report.titles.number}) {
      if (*field) rich(**field);
    }
    if (report.titles.title) portion(report.titles.title->mark, report.titles.title->span);
    if (report.codeword) rich(*report.codeword);
    for_each_line(report.front_matter, [this](const RichText& text) { rich(text); });
    blocks(report.body);
    in_note_ = true;
    for (const auto& [id, one] : report.notes) note(one);
  }

  std::vector<Mention> note_calls;  // in the titles and the body
  std::vector<Mention> calls_in_notes;
  std::vector<Mention> references;
  std::vector<Mention> targets;         // ids of headings, tables, figures and boxes
  std::set<std::string_view> headings;  // ids of headings
  // Ids of tables and figures without a caption.
  std::set<std::string_view> unnumbered, unnumbered_figures;
  // Ids of boxes, and of those without a title.
  std::set<std::string_view> boxes, untitled_boxes;
  std::vector<Mention> redactions;   // ids of redactions
  std::vector<Span> pages_in_lines;  // redactions of a number of pages, where no page fits
  std::map<std::string, Span> codes;
  std::vector<Mention> written_codes;      // each
  std::vector<const Redaction*> statutes;  // those that name one
  std::vector<Span> unmarked;              // portions without a mark of their own or above
  size_t marked = 0;                       // portions with a mark of their own
  bool some_absent = false;                // matter that this source does not have
  decltype(marking::Marking::level) highest_level = 0;  // of the portions that have a mark

 private:
  // What a box stands in: the column of the text, or a line or note of it.
  enum class Stands { in_column, in_line };

  void redaction(const Redaction& redaction, Stands stands) {
    const bool pages = redaction.extent && redaction.extent->kind == ExtentKind::page &&
                       redaction.extent->count > 0;
    if (pages && stands == Stands::in_line) pages_in_lines.push_back(redaction.span);
    some_absent = some_absent || redaction.absent;
    if (!redaction.id.empty()) redactions.push_back({redaction.id, redaction.span});
    for (size_t i = 0; i < redaction.codes.size(); ++i) {
      codes.emplace(redaction.codes[i], redaction.span);
      written_codes.push_back({redaction.codes[i], redaction.code_places[i]});
    }
    if (!redaction.statute.empty()) statutes.push_back(&redaction);
  }

  void inlines(const Inlines& inlines) {
    for (const Inline& one : inlines) {
      if (const auto* styled = std::get_if<Styled>(&one.value)) {
        this->inlines(styled->children);
      } else if (const auto* link = std::get_if<Link>(&one.value)) {
        this->inlines(link->children);
      } else if (const auto* redacted = std::get_if<Redacted>(&one.value)) {
        redaction(redacted->redaction, Stands::in_line);
        this->inlines(redacted->children);
      } else if (const auto* call = std::get_if<NoteCall>(&one.value)) {
        (in_note_ ? calls_in_notes : note_calls).push_back({call->id, one.span});
      } else if (const auto* reference = std::get_if<Reference>(&one.value)) {
        references.push_back(
            {reference->target, one.span, reference->show == ReferenceShow::number});
      }
    }
  }

  void rich(const RichText& text, Stands stands = Stands::in_line) {
    if (text.redaction) redaction(*text.redaction, stands);
    inlines(text.text);
  }

  void portion(const std::optional<marking::Marking>& mark, Span span) {
    if (mark) {
      ++marked;
      highest_level = std::max(highest_level, mark->level);
    }
    if (!mark && !marked_above_) unmarked.push_back(span);
  }

  void heading(const Heading& heading) {
    if (!heading.id.empty()) {
      targets.push_back({heading.id, heading.text.span});
      headings.insert(heading.id);
    }
    portion(heading.text.mark, heading.text.span);
    rich(heading.text);
  }

  void items(const std::vector<ListItem>& items) {
    for (const ListItem& item : items) {
      portion(item.text.mark, item.text.span);
      rich(item.text, Stands::in_column);
      inlines(item.term);
      for (const Inlines& paragraph : item.further) inlines(paragraph);
      const bool above = marked_above_;
      marked_above_ = above || item.text.mark.has_value();
      this->items(item.items);
      marked_above_ = above;
    }
  }

  void blocks(const std::vector<Block>& blocks) {
    for (size_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      // Paragraphs of one `p` share its redaction.
      const bool shared = i > 0 && blocks[i - 1].span == block.span;
      if (block.redaction && !shared) redaction(*block.redaction, Stands::in_column);
      if (const auto* heading = std::get_if<Heading>(&block.value)) {
        this->heading(*heading);
      } else if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
        portion(paragraph->text.mark, block.span);
        inlines(paragraph->run_in);
        rich(paragraph->text, Stands::in_column);
      } else if (const auto* list = std::get_if<List>(&block.value)) {
        items(list->items);
      } else if (const auto* quote = std::get_if<Quote>(&block.value)) {
        const bool above = marked_above_;
        marked_above_ = above || quote->mark.has_value();
        this->blocks(quote->blocks);
        marked_above_ = above;
      } else if (const auto* box = std::get_if<TextBox>(&block.value)) {
        text_box(*box, block);
      } else if (const auto* section = std::get_if<Section>(&block.value)) {
        this->heading(section->heading);
        this->blocks(section->blocks);
      } else if (const auto* code = std::get_if<Code>(&block.value)) {
        portion(code->text.mark, block.span);
        inlines(code->text.text);
      } else if (const auto* table = std::get_if<Table>(&block.value)) {
        this->table(*table, block);
      } else if (const auto* figure = std::get_if<Figure>(&block.value)) {
        this->figure(*figure, block);
      }
    }
  }

  // Its title is a portion of its own.
  void text_box(const TextBox& box, const Block& block) {
    const bool absent = block.redaction && block.redaction->absent;
    if (!box.id.empty()) {
      targets.push_back({box.id, block.span});
      boxes.insert(box.id);
      if (!box.title && !absent) untitled_boxes.insert(box.id);
    }
    const bool above = marked_above_;
    marked_above_ = above || box.mark.has_value();
    if (box.title) {
      portion(box.title->mark, box.title->span);
      rich(*box.title);
    }
    blocks(box.blocks);
    marked_above_ = above;
  }

  void table(const Table& table, const Block& block) {
    const bool absent = block.redaction && block.redaction->absent;
    if (!table.id.empty()) {
      targets.push_back({table.id, block.span});
      if (!table.caption && !absent) unnumbered.insert(table.id);
    }
    const bool above = marked_above_;
    marked_above_ = above || table.mark.has_value();
    if (table.caption) {
      portion(table.caption->mark, table.caption->span);
      rich(*table.caption);
    }
    for (const Column& column : table.columns) {
      if (column.redaction) redaction(*column.redaction, Stands::in_line);
    }
    for (const auto* group : {&table.head, &table.rows, &table.foot}) rows(*group);
    marked_above_ = above;
  }

  // One portion, unless its caption has a mark of its own.
  void figure(const Figure& figure, const Block& block) {
    const bool absent = block.redaction && block.redaction->absent;
    if (!figure.id.empty()) {
      targets.push_back({figure.id, block.span});
      if (!figure.caption && !absent) unnumbered_figures.insert(figure.id);
    }
    portion(figure.mark, block.span);
    if (figure.caption) rich(*figure.caption);
    rich(figure.alternative);
    for (const Region& region : figure.regions) redaction(region.redaction, Stands::in_line);
  }

  // A row is one portion, unless it leaves the marks to its cells.
  void rows(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      if (row.redaction) redaction(*row.redaction, Stands::in_line);
      const bool all_marked =
          !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                            [](const Cell& cell) { return cell.text.mark; });
      if (!all_marked) portion(row.mark, row.span);
      for (const Cell& cell : row.cells) rich(cell.text);
    }
  }

  void note(const Note& note) {
    if (note.redaction) redaction(*note.redaction, Stands::in_line);
    portion(note.mark, note.span);
    for (const Inlines& paragraph : note.paragraphs) inlines(paragraph);
  }

  bool in_note_ = false;
  bool marked_above_ = false;
};

class Checker {
 public:
  Checker(const Report& report, const Mentions& mentions, bool lists_unmarked,
          base::Diagnostics& diagnostics)
      : lists_unmarked_(lists_unmarked),
        report_(report),
        mentions_(mentions),
        diagnostics_(diagnostics) {}

  void check() {
    notes();
    ids();
    references();
    extents();
    marks();
  }

 private:
  void notes() {
    std::vector<std::string> known;
    for (const auto& [id, note] : report_.notes) known.push_back(id);
    std::set<std::string_view> called;
    for (const Mention& call : mentions_.note_calls) {
      called.insert(call.id);
      if (!call.id.empty() && !report_.notes.contains(std::string(call.id))) {
        unknown(call, "SBL0270", "there is no note of that id", known,
                "add the note under `notes:`");
      }
    }
    for (const Mention& call : mentions_.calls_in_notes) {
      called.insert(call.id);
      diagnostics_.push_back(error_at(call.span, "SBL0275", "a note calls a note",
                                      "call it in the body, or write its text here"));
    }
    for (const auto& [id, note] : report_.notes) {
      if (called.contains(id)) continue;
      diagnostics_.push_back(base::warning_at(note.span, "SBL0272", "this note is never called",
                                              "call it with `:fn[…]`, or take it out"));
    }
  }

  void unknown(const Mention& mention, const char* code, const char* message,
               const std::vector<std::string>& known, const char* otherwise) {
    const std::string* near = base::nearest(std::string(mention.id), known);
    // Ids are the author's words, so the one meant is pointed at, not spelt.
    base::Diagnostic diagnostic =
        error_at(mention.span, code, message,
                 near == nullptr ? otherwise : "one of nearly that name is defined; see there");
    if (near != nullptr) diagnostic.related.push_back({place_of(*near), "did you mean this one?"});
    diagnostic.echo = mention.id;
    diagnostics_.push_back(std::move(diagnostic));
  }

  Span place_of(const std::string& id) const {
    for (const Mention& target : mentions_.targets) {
      if (target.id == id) return target.span;
    }
    const auto note = report_.notes.find(id);
    return note == report_.notes.end() ? Span{} : note->second.span;
  }

  // Headings, tables and redactions share one space of ids: all become destinations.
  void ids() {
    std::map<std::string_view, Span> first;
    for (const auto* all : {&mentions_.targets, &mentions_.redactions}) {
      for (const Mention& one : *all) {
        const auto [place, fresh] = first.emplace(one.id, one.span);
        if (fresh) continue;
        base::Diagnostic diagnostic = error_at(one.span, "SBL0274", "this id is given twice",
                                               "give one of the two another id");
        diagnostic.echo = one.id;
        diagnostic.related.push_back({place->second, "it is given here first"});
        diagnostics_.push_back(std::move(diagnostic));
      }
    }
  }

  void references() {
    std::set<std::string_view> targets, redactions;
    for (const Mention& one : mentions_.targets) targets.insert(one.id);
    for (const Mention& one : mentions_.redactions) redactions.insert(one.id);
    const std::vector<std::string> known(targets.begin(), targets.end());
    for (const Mention& reference : mentions_.references) {
      if (mentions_.unnumbered.contains(reference.id)) {
        diagnostics_.push_back(error_at(reference.span, "SBL0278",
                                        "a reference names a table that has no number",
                                        "give the table a `caption`: with it, it is numbered"));
      }
      if (reference.of_number && !report_.numbers_sections &&
          mentions_.headings.contains(reference.id)) {
        diagnostics_.push_back(error_at(reference.span, "SBL0279",
                                        "a reference shows the number of a heading that has none",
                                        "write `numbering: sections` at the top of the report"));
      }
      if (mentions_.unnumbered_figures.contains(reference.id)) {
        diagnostics_.push_back(error_at(reference.span, "SBL0278",
                                        "a reference names a figure that has no number",
                                        "give the figure a `caption`: with it, it is numbered"));
      }
      if (mentions_.untitled_boxes.contains(reference.id)) {
        diagnostics_.push_back(error_at(reference.span, "SBL0278",
                                        "a reference names a box that has no title",
                                        "give the box a `title`: references print its words"));
      } else if (reference.of_number && mentions_.boxes.contains(reference.id)) {
        diagnostics_.push_back(error_at(reference.span, "SBL0279",
                                        "a reference shows the number of a box, which has none",
                                        "take `show=number` out: references print its title"));
      }
      if (reference.id.empty() || targets.contains(reference.id)) continue;
      if (redactions.contains(reference.id)) {
        diagnostics_.push_back(error_at(
            reference.span, "SBL0276", "a reference names a redaction",
            "give the heading, table, figure or box an `id` of its own and refer to that"));
      } else {
        unknown(reference, "SBL0273", "there is no heading, table, figure or box of that id", known,
                "give the heading, table, figure or box an `id`");
      }
    }
  }

  void extents() {
    for (const Span& place : mentions_.pages_in_lines) {
      diagnostics_.push_back(error_at(
          place, "SBL0241", "a number of pages cannot be withheld in a line or a note",
          "write `words` or a number of lines here, or redact the whole block or section"));
    }
  }

  void marks() {
    const size_t count = mentions_.unmarked.size();
    if (report_.system == nullptr || report_.front_matter.portions_waived) return;
    if (count == 0) return compilation();
    if (lists_unmarked_) {
      for (const Span& place : mentions_.unmarked) {
        diagnostics_.push_back(base::warning_at(
            place, "SBL0247", "this portion has no mark, and nothing around it has one",
            "write `mark:` beside its text, or beside what it stands in"));
      }
    }
    if (report_.overall) return;
    const Span start{report_.file, 0, 0};
    diagnostics_.push_back(base::warning_at(
        start, "SBL0277",
        fmt::format("{} portion{} no mark and the report declares no overall marking, so {} taken "
                    "as the lowest level",
                    count, count == 1 ? " has" : "s have", count == 1 ? "it is" : "they are"),
        "mark each portion, or write `overall:` under `marking:`"));
  }

  // 32 CFR 2001.13: a document that is marked above each of its parts has to say why.
  void compilation() {
    const std::string& system = report_.system->name();
    if (system != "us-ic" && system != "us-dod") return;
    // What one portion is, or what this source lacks, the whole may be too.
    if (mentions_.marked < 2 || mentions_.some_absent || base::has_errors(diagnostics_)) return;
    if (!report_.overall || report_.codeword || report_.front_matter.compilation ||
        report_.overall->level <= mentions_.highest_level) {
      return;
    }
    // The level is not told: the portion that has it may be withheld.
    diagnostics_.push_back(base::warning_at(
        report_.overall_span, "SBL0248",
        "the whole is marked higher than each of its portions (32 CFR 2001.13)",
        "write `compilation:` under `marking:`, with the reason why the parts together are "
        "classified higher, or lower `overall`"));
  }

  bool lists_unmarked_;
  const Report& report_;
  const Mentions& mentions_;
  base::Diagnostics& diagnostics_;
};

void check_codes(const CodeBook& book, const Mentions& mentions, base::Diagnostics& diagnostics) {
  for (const Mention& code : mentions.written_codes) {
    if (book.find(code.id) == nullptr) {
      diagnostics.push_back(unknown_code(book, code.id, code.span));
    }
  }
  for (const Redaction* redaction : mentions.statutes) {
    const bool named =
        std::any_of(redaction->codes.begin(), redaction->codes.end(), [&](const std::string& id) {
          const Exemption* code = book.find(id);
          return code == nullptr || code->names_statute;
        });
    if (named) continue;
    diagnostics.push_back(error_at(redaction->span, "SBL0299",
                                   "this redaction names a statute, and none of its codes does",
                                   "take `statute` out, or add the code that stands for it: `b3`"));
  }
}

}  // namespace

void check_report(Report& report, Texts texts, bool lists_unmarked,
                  base::Diagnostics& diagnostics) {
  const Mentions mentions(report);
  check_codes(report.code_book, mentions, diagnostics);
  if (texts == Texts::all) Checker(report, mentions, lists_unmarked, diagnostics).check();
  report.codes = mentions.codes;
  // A release need not say what it does with a code that there is not.
  std::erase_if(report.codes,
                [&](const auto& used) { return report.code_book.find(used.first) == nullptr; });
}

}  // namespace sable::report
