// The reading of frames.h: one function for each frame of the schema. Those of
// the roots stand in roots.cc.
#include "markup/frames.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "markup/look.h"

namespace sable::markup {

using released::Inlines;
using released::Released;

Value count_or_absent(uint32_t count) {
  return text_or_absent(count > 0 ? std::to_string(count) : std::string());
}

Value text_or_absent(std::string text) {
  if (text.empty()) return Absent{};
  return text;
}

Value marked(const std::optional<marking::Marking>& mark, const Released& from) {
  if (!mark || !from.system) return Absent{};
  return text_or_absent(from.short_lists ? from.system->portion_within(*mark, from.overall)
                                         : from.system->portion(*mark));
}

Value shown_or_hole(const std::variant<Inlines, released::Hole>& text, Name name,
                    released::Ordinal ordinal) {
  if (const auto* hole = std::get_if<released::Hole>(&text)) {
    if (name == Name::redaction) return Frame{HoleFrame{hole}, ordinal};
    return Absent{};
  }
  if (name == Name::spans) return Sequence{&std::get<Inlines>(text)};
  return Absent{};
}

namespace {

Value look(const released::Field* it, const Asked& asked) {
  switch (asked.name) {
    case Name::mark:
      return marked(it->mark, asked.released());
    case Name::spans:
    case Name::redaction:
      return shown_or_hole(it->text, asked.name, asked.ordinal);
    default:
      return Unknown{};
  }
}

Value look(const released::LabelledLines* it, const Asked& asked) {
  if (asked.name == Name::lines) return Sequence{it};
  return Unknown{};
}

Value look(const released::LabelledLine* it, const Asked& asked) {
  if (asked.name == Name::label) return text_or_absent(it->label);
  return look(&it->field, asked);
}

// The name under which a block shows itself.
struct BlockName {
  Name operator()(const released::Heading&) const { return Name::heading; }
  Name operator()(const released::Paragraph&) const { return Name::paragraph; }
  Name operator()(const released::List& list) const {
    if (list.look.kind == released::ListKind::terms) return Name::terms;
    return list.look.kind == released::ListKind::numbered ? Name::numbered : Name::bullets;
  }
  Name operator()(const released::Quote&) const { return Name::quote; }
  Name operator()(const released::Section&) const { return Name::section; }
  Name operator()(const released::Table&) const { return Name::table; }
  Name operator()(const released::Figure&) const { return Name::figure; }
  Name operator()(const released::TextBox&) const { return Name::box; }
  Name operator()(const released::Code&) const { return Name::code; }
  Name operator()(const released::Rule&) const { return Name::rule; }
  Name operator()(const released::Hole&) const { return Name::redaction; }
};

struct BlockSubject {
  Subject operator()(const released::List& list) const {
    return ListFrame{&list.items, &list.look};
  }
  Subject operator()(const released::Hole& hole) const { return HoleFrame{&hole}; }
  template <typename T>
  Subject operator()(const T& block) const {
    return &block;
  }
};

Value codes_of(const std::vector<std::string>& codes) {
  return text_or_absent(fmt::format("{}", fmt::join(codes, " ")));
}

Value look(const released::Block* it, const Asked& asked) {
  if (asked.name == Name::outlined) return it->outline.has_value();
  if (asked.name == Name::outline_codes) {
    if (!it->outline) return Absent{};
    return codes_of(it->outline->codes);
  }
  if (!find_rule(FrameKind::block, asked.name)) return Unknown{};
  if (std::visit(BlockName{}, it->value) != asked.name) return Absent{};
  return Frame{std::visit(BlockSubject{}, it->value), asked.ordinal};
}

Value look(const released::Heading* it, const Asked& asked) {
  switch (asked.name) {
    case Name::h1:
      return it->level <= 1;
    case Name::h2:
      return it->level == 2;
    case Name::h3:
      return it->level >= 3;
    case Name::id:
      return text_or_absent(it->id);
    case Name::number:
      return text_or_absent(it->number);
    case Name::language:
      return text_or_absent(it->language);
    case Name::mark:
      return marked(it->mark, asked.released());
    case Name::spans:
    case Name::redaction:
      return shown_or_hole(it->text, asked.name, asked.ordinal);
    default:
      return Unknown{};
  }
}

Value look(const released::Paragraph* it, const Asked& asked) {
  switch (asked.name) {
    case Name::mark:
      return marked(it->mark, asked.released());
    case Name::language:
      return text_or_absent(it->language);
    case Name::run_in:
      if (it->run_in.empty()) return Absent{};
      return Frame{&it->run_in, asked.ordinal};
    case Name::spans:
      return Sequence{&it->text};
    case Name::quote_mark:
      return Absent{};
    default:
      return Unknown{};
  }
}

Value look(FirstParagraph it, const Asked& asked) {
  if (asked.name != Name::quote_mark) return look(it.paragraph, asked);
  // A mark that both have is printed once.
  if (it.paragraph->mark == it.quote->mark) return Absent{};
  return marked(it.quote->mark, asked.released());
}

Value look(FirstBlock it, const Asked& asked) {
  const auto* paragraph = std::get_if<released::Paragraph>(&it.block->value);
  if (paragraph == nullptr || asked.name != Name::paragraph) return look(it.block, asked);
  return Frame{FirstParagraph{paragraph, it.quote}, asked.ordinal};
}

bool begins_with_paragraph(const released::Quote& quote) {
  return !quote.blocks.empty() &&
         std::holds_alternative<released::Paragraph>(quote.blocks.front().value);
}

Value spelled(released::Numerals numerals) {
  switch (numerals) {
    case released::Numerals::lower_alpha:
      return "lower-alpha";
    case released::Numerals::upper_alpha:
      return "upper-alpha";
    case released::Numerals::lower_roman:
      return "lower-roman";
    case released::Numerals::upper_roman:
      return "upper-roman";
    case released::Numerals::decimal:
      break;
  }
  return "decimal";
}

Value look(ListFrame it, const Asked& asked) {
  const bool numbered = it.look->kind == released::ListKind::numbered;
  if (asked.name == Name::items) return Sequence{it.items};
  if (asked.name == Name::language) {
    for (const released::ListItem& item : *it.items) {
      if (!item.language.empty()) return item.language;
    }
    return Absent{};
  }
  if (numbered && asked.name == Name::numerals) return spelled(it.look->numerals);
  if (numbered && asked.name == Name::start) {
    if (it.look->start == 1) return Absent{};
    return fmt::format("{}", it.look->start);
  }
  return Unknown{};
}

Value look(const released::Code* it, const Asked& asked) {
  if (asked.name == Name::mark) return marked(it->mark, asked.released());
  if (asked.name == Name::spans) return Sequence{&it->text};
  return Unknown{};
}

Value look(const released::Rule* it, const Asked& asked) {
  if (asked.name == Name::tears) return it->tears;
  return Unknown{};
}

// The list below an item, if it is of that kind.
Value list_below(const released::ListItem& item, released::ListKind kind, const Asked& asked) {
  if (item.items.empty() || item.look.kind != kind) return Absent{};
  return Frame{ListFrame{&item.items, &item.look}, asked.ordinal};
}

Value look(const released::ListItem* it, const Asked& asked) {
  switch (asked.name) {
    case Name::mark:
      return marked(it->mark, asked.released());
    case Name::spans:
    case Name::redaction:
      return shown_or_hole(it->text, asked.name, asked.ordinal);
    case Name::bullets:
      return list_below(*it, released::ListKind::bullets, asked);
    case Name::numbered:
      return list_below(*it, released::ListKind::numbered, asked);
    case Name::term:
      if (it->term.empty()) return Absent{};
      return Frame{&it->term, asked.ordinal};
    case Name::further:
      return Sequence{&it->further};
    default:
      return Unknown{};
  }
}

Value look(const released::Quote* it, const Asked& asked) {
  switch (asked.name) {
    case Name::language:
      return text_or_absent(it->language);
    case Name::mark:
      return marked(it->mark, asked.released());
    case Name::apart_mark:
      if (begins_with_paragraph(*it)) return Absent{};
      return marked(it->mark, asked.released());
    case Name::blocks:
      return Sequence{it};
    default:
      return Unknown{};
  }
}

Value look(const released::Section* it, const Asked& asked) {
  switch (asked.name) {
    case Name::columns:
      return count_or_absent(it->columns);
    case Name::language:
      return text_or_absent(it->language);
    case Name::heading:
      return Frame{&it->heading, asked.ordinal};
    case Name::blocks:
      return Sequence{&it->blocks};
    default:
      return Unknown{};
  }
}

std::string spelled(released::HoleKind kind) {
  switch (kind) {
    case released::HoleKind::span:
      return "span";
    case released::HoleKind::paragraph:
      return "paragraph";
    case released::HoleKind::bullet:
      return "bullet";
    case released::HoleKind::heading:
      return "heading";
    case released::HoleKind::section:
      return "section";
    case released::HoleKind::quote:
      return "quote";
    case released::HoleKind::note:
      return "note";
    case released::HoleKind::field:
      return "field";
    case released::HoleKind::banner:
      return "banner";
    case released::HoleKind::table:
      return "table";
    case released::HoleKind::row:
      return "row";
    case released::HoleKind::cell:
      return "cell";
    case released::HoleKind::figure:
      return "figure";
    case released::HoleKind::region:
      return "region";
    case released::HoleKind::box:
      return "box";
  }
  return {};
}

std::string spelled(released::ExtentKind kind) {
  switch (kind) {
    case released::ExtentKind::words:
      return "words";
    case released::ExtentKind::lines:
      return "lines";
    case released::ExtentKind::paragraph:
      return "paragraph";
    case released::ExtentKind::page:
      return "page";
    case released::ExtentKind::undisclosed:
      return "undisclosed";
    case released::ExtentKind::half_page:
      return "half-page";
  }
  return {};
}

// The declared number of words, lines or pages.
Value hole_count(const released::Extent& extent, released::ExtentKind kind) {
  if (extent.kind != kind || extent.count == 0) return Absent{};
  return fmt::format("{}", extent.count);
}

Value look(HoleFrame it, const Asked& asked) {
  switch (asked.name) {
    case Name::kind:
      return spelled(it.hole->kind);
    case Name::extent:
      return spelled(it.hole->extent.kind);
    case Name::lines:
      return hole_count(it.hole->extent, released::ExtentKind::lines);
    case Name::words:
      return hole_count(it.hole->extent, released::ExtentKind::words);
    case Name::pages:
      return hole_count(it.hole->extent, released::ExtentKind::page);
    case Name::codes:
      return codes_of(it.hole->codes);
    case Name::label:
      return text_or_absent(it.hole->label);
    case Name::id:
      return text_or_absent(it.hole->id);
    case Name::number:
      return fmt::format("{}", it.hole->number);
    case Name::area:
      if (it.area == nullptr) return Absent{};
      return fmt::format("{} {} {} {}", it.area->x, it.area->y, it.area->width, it.area->height);
    default:
      return Unknown{};
  }
}

// The name under which a span shows itself, and its frame.
Name name_of(released::SpanStyle style) {
  switch (style) {
    case released::SpanStyle::emphasis:
      return Name::emphasis;
    case released::SpanStyle::strong:
      return Name::strong;
    case released::SpanStyle::code:
      return Name::code;
    case released::SpanStyle::term:
      return Name::term;
    case released::SpanStyle::small_caps:
      return Name::small_caps;
  }
  return Name::emphasis;
}

struct SpanName {
  Name operator()(const released::Text&) const { return Name::text; }
  Name operator()(const released::Styled& styled) const { return name_of(styled.style); }
  Name operator()(const released::Link&) const { return Name::link; }
  Name operator()(const released::NoteCall&) const { return Name::note; }
  Name operator()(const released::Reference&) const { return Name::reference; }
  Name operator()(const released::Hole&) const { return Name::redaction; }
  Name operator()(const released::Outlined&) const { return Name::outlined; }
};

struct SpanValue {
  const Asked& asked;

  Value operator()(const released::Text& it) const { return text_or_absent(it.text); }
  Value operator()(const released::Styled& it) const {
    if (it.style == released::SpanStyle::term) return Frame{TermFrame{&it}, asked.ordinal};
    return Frame{&it.children, asked.ordinal};
  }
  Value operator()(const released::Link& it) const { return Frame{&it, asked.ordinal}; }
  Value operator()(const released::NoteCall& it) const { return asked.reader.call(it); }
  Value operator()(const released::Reference& it) const { return Frame{&it, asked.ordinal}; }
  Value operator()(const released::Hole& it) const { return Frame{HoleFrame{&it}, asked.ordinal}; }
  Value operator()(const released::Outlined& it) const { return Frame{&it, asked.ordinal}; }
};

Value look(const released::Inline* it, const Asked& asked) {
  if (std::visit(SpanName{}, it->value) == asked.name) {
    return std::visit(SpanValue{asked}, it->value);
  }
  if (!find_rule(FrameKind::span, asked.name)) return Unknown{};
  return Absent{};
}

Value look(const Inlines* it, const Asked& asked) {
  if (asked.name == Name::spans) return Sequence{it};
  return Unknown{};
}

Value look(const released::Outlined* it, const Asked& asked) {
  if (asked.name == Name::spans) return Sequence{&it->children};
  if (asked.name == Name::codes) return codes_of(it->outline.codes);
  return Unknown{};
}

Value look(TermFrame it, const Asked& asked) {
  switch (asked.name) {
    case Name::spans:
      return Sequence{&it.styled->children};
    case Name::entry:
      return text_or_absent(it.styled->entry);
    default:
      return Unknown{};
  }
}

Value look(const released::Link* it, const Asked& asked) {
  switch (asked.name) {
    case Name::url:
      return it->url;
    case Name::spans:
      return Sequence{&it->children};
    default:
      return Unknown{};
  }
}

Value note_redaction(NoteFrame it, released::Ordinal ordinal) {
  const auto* hole = std::get_if<released::Hole>(&it.note->paragraphs);
  if (!hole) return Absent{};
  return Frame{HoleFrame{hole}, ordinal};
}

Value note_paragraphs(NoteFrame it) {
  if (std::holds_alternative<released::Hole>(it.note->paragraphs)) return Absent{};
  return Sequence{it.note};
}

Value look(NoteFrame it, const Asked& asked) {
  switch (asked.name) {
    case Name::id:
      return fmt::format("note-{}", it.index + 1);
    case Name::number:
      return fmt::format("{}", it.index + 1);
    case Name::repeated:
      return it.repeated;
    case Name::adjoins:
      return it.adjoins;
    case Name::mark:
      return marked(it.note->mark, asked.released());
    case Name::paragraphs:
      return note_paragraphs(it);
    case Name::redaction:
      return note_redaction(it, asked.ordinal);
    default:
      return Unknown{};
  }
}

Value look(NoteParagraph it, const Asked& asked) {
  switch (asked.name) {
    case Name::mark:
      if (it.index > 0) return Absent{};
      return marked(it.note->mark, asked.released());
    case Name::spans:
      return Sequence{&std::get<std::vector<Inlines>>(it.note->paragraphs)[it.index]};
    default:
      return Unknown{};
  }
}

Value spelled(released::ReferenceShow show) {
  switch (show) {
    case released::ReferenceShow::number:
      return "number";
    case released::ReferenceShow::page:
      return "page";
    case released::ReferenceShow::title:
      return "title";
    case released::ReferenceShow::by_kind:
      break;
  }
  return Absent{};
}

Value look(const released::Reference* it, const Asked& asked) {
  switch (asked.name) {
    case Name::to:
      return it->target;
    case Name::shown:
      return it->shown;
    case Name::show:
      return spelled(it->show);
    case Name::table:
      return asked.reader.table_number(it->target);
    case Name::figure:
      return asked.reader.figure_number(it->target);
    default:
      return Unknown{};
  }
}

struct SequenceSize {
  size_t operator()(const released::Note* note) const {
    const auto* shown = std::get_if<std::vector<Inlines>>(&note->paragraphs);
    return shown ? shown->size() : 0;
  }
  size_t operator()(const released::Quote* quote) const { return quote->blocks.size(); }
  size_t operator()(const RowList& list) const { return list.rows->size(); }
  size_t operator()(const RowFrame& row) const {
    const auto* cells = std::get_if<std::vector<released::Cell>>(&row.row->cells);
    return cells != nullptr ? cells->size() : 0;
  }
  template <typename T>
  size_t operator()(const std::vector<T>* all) const {
    return all->size();
  }
};

struct ItemFrame {
  size_t index;
  released::Ordinal around;

  Frame operator()(const Inlines* all) const { return {&(*all)[index], around}; }
  Frame operator()(const Paragraphs* all) const { return {&(*all)[index], around}; }
  Frame operator()(const released::Note* note) const {
    return {NoteParagraph{note, index}, note->ordinal};
  }
  Frame operator()(const std::vector<marking::Level>* all) const {
    return {&(*all)[index], around};
  }
  Frame operator()(const released::LabelledLines* all) const {
    return {&(*all)[index], (*all)[index].field.ordinal};
  }
  Frame operator()(const released::Quote* quote) const {
    const released::Block& block = quote->blocks[index];
    if (index == 0) return {FirstBlock{&block, quote}, block.ordinal};
    return {&block, block.ordinal};
  }
  Frame operator()(const std::vector<released::Column>* all) const {
    return {&(*all)[index], around};
  }
  Frame operator()(const RowList& list) const {
    const released::Row& row = (*list.rows)[index];
    return {RowFrame{list.table, &row, list.head}, row.ordinal};
  }
  Frame operator()(const std::vector<released::Region>* all) const {
    const released::Region& region = (*all)[index];
    return {HoleFrame{&region.hole, &region.area}, around};
  }
  Frame operator()(const RowFrame& row) const {
    const auto& cell = std::get<std::vector<released::Cell>>(row.row->cells)[index];
    return {CellFrame{row, &cell, index == 0}, cell.ordinal};
  }
  template <typename T>
  Frame operator()(const std::vector<T>* all) const {
    return {&(*all)[index], (*all)[index].ordinal};
  }
};

using Numbers = std::map<std::string_view, uint32_t>;

void find_numbers(const std::vector<released::Block>& blocks, Numbers& tables, Numbers& figures) {
  for (const released::Block& block : blocks) {
    if (const auto* table = std::get_if<released::Table>(&block.value)) {
      if (table->number > 0 && !table->id.empty()) tables.emplace(table->id, table->number);
    } else if (const auto* figure = std::get_if<released::Figure>(&block.value)) {
      if (figure->number > 0 && !figure->id.empty()) figures.emplace(figure->id, figure->number);
    } else if (const auto* quote = std::get_if<released::Quote>(&block.value)) {
      find_numbers(quote->blocks, tables, figures);
    } else if (const auto* box = std::get_if<released::TextBox>(&block.value)) {
      find_numbers(box->blocks, tables, figures);
    } else if (const auto* section = std::get_if<released::Section>(&block.value)) {
      find_numbers(section->blocks, tables, figures);
    }
  }
}

Value number_of(const std::string& id, const Numbers& numbers) {
  const auto found = numbers.find(id);
  if (found == numbers.end()) return Absent{};
  return fmt::format("{}", found->second);
}

}  // namespace

size_t size_of(const Sequence& sequence) { return std::visit(SequenceSize{}, sequence); }

Frame item_of(const Sequence& sequence, size_t index, released::Ordinal around) {
  return std::visit(ItemFrame{index, around}, sequence);
}

Value Reader::read(const Frame& frame, Name name) {
  const Asked asked{name, frame.ordinal, *this};
  return std::visit([&](const auto& subject) { return look(subject, asked); }, frame.subject);
}

void Reader::find_all_numbers() {
  if (tables_) return;
  find_numbers(released_.body, tables_.emplace(), figures_.emplace());
}

Value Reader::table_number(const std::string& id) {
  find_all_numbers();
  return number_of(id, *tables_);
}

Value Reader::figure_number(const std::string& id) {
  find_all_numbers();
  return number_of(id, *figures_);
}

Value Reader::call(const released::NoteCall& call) {
  if (call.note >= released_.notes.size()) return Unknown{};
  const released::NoteCall*& first = first_calls_[call.note];
  if (!first) first = &call;
  const released::Note& note = released_.notes[call.note];
  return Frame{NoteFrame{&note, call.note, first != &call, call.adjoins}, note.ordinal};
}

}  // namespace sable::markup
