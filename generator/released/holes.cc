#include "released/holes.h"

#include "released/front_matter.h"

#include <algorithm>

namespace sable::released {

namespace {

constexpr const char* kWithheld = "[withheld]";

class Collector {
 public:
  explicit Collector(const Released& released) : released_(released) {}

  std::vector<HolePlace> collect() {
    section_ = "banner";
    if (released_.codeword) {
      field(*released_.codeword);
      for (HolePlace& place : places_) place.in_banner = true;
    }
    section_ = "title block";
    const size_t first = places_.size();
    const Titles& titles = released_.titles;
    for (const auto* field :
         {&titles.kind, &titles.office, &titles.title, &titles.date, &titles.number}) {
      if (*field) this->field(**field);
    }
    for (size_t i = first; i < places_.size(); ++i) places_[i].in_title = true;
    for (const auto& [name, lines] : lists_of(released_.front_matter)) {
      section_ = name;
      for (const LabelledLine& line : *lines) this->field(line.field);
    }
    section_.clear();
    blocks(released_.body);
    section_ = "notes";
    for (const Note& note : released_.notes) this->note(note);
    std::stable_sort(places_.begin(), places_.end(),
                     [](const auto& a, const auto& b) { return a.hole->number < b.hole->number; });
    return std::move(places_);
  }

 private:
  void add(const Hole& hole, Ordinal ordinal, bool unseen = false) {
    places_.push_back({&hole, ordinal, section_, false, unseen});
  }

  void inlines(const Inlines& all, Ordinal ordinal) {
    for (const Inline& one : all) {
      if (const auto* hole = std::get_if<Hole>(&one.value)) {
        add(*hole, ordinal);
      } else if (const auto* styled = std::get_if<Styled>(&one.value)) {
        inlines(styled->children, ordinal);
      } else if (const auto* link = std::get_if<Link>(&one.value)) {
        inlines(link->children, ordinal);
      } else if (const auto* outlined = std::get_if<Outlined>(&one.value)) {
        inlines(outlined->children, ordinal);
      }
    }
  }

  void text(const std::variant<Inlines, Hole>& text, Ordinal ordinal) {
    if (const auto* hole = std::get_if<Hole>(&text)) return add(*hole, ordinal);
    inlines(std::get<Inlines>(text), ordinal);
  }

  void field(const Field& field) { text(field.text, field.ordinal); }

  void blocks(const std::vector<Block>& all) {
    for (const Block& one : all) {
      std::visit([&](const auto& block) { this->block(block, one.ordinal); }, one.value);
    }
  }

  void block(const Heading& heading, Ordinal ordinal) {
    section_ = section_name(heading);
    text(heading.text, ordinal);
  }
  void block(const Paragraph& paragraph, Ordinal ordinal) {
    inlines(paragraph.run_in, ordinal);
    inlines(paragraph.text, ordinal);
  }
  void block(const List& list, Ordinal) { items(list.items); }
  void block(const Quote& quote, Ordinal) { blocks(quote.blocks); }
  void block(const Section& section, Ordinal ordinal) {
    const std::string around = section_;
    block(section.heading, ordinal);
    blocks(section.blocks);
    section_ = around;
  }
  void block(const Code& code, Ordinal ordinal) { inlines(code.text, ordinal); }
  void block(const Rule&, Ordinal) {}
  void block(const Hole& hole, Ordinal ordinal) { add(hole, ordinal); }
  void block(const TextBox& box, Ordinal) {
    if (box.title) field(*box.title);
    blocks(box.blocks);
  }
  void block(const Figure& figure, Ordinal ordinal) {
    if (const auto* hole = std::get_if<Hole>(&figure.alternative)) {
      add(*hole, ordinal, true);
    } else {
      const size_t before = places_.size();
      inlines(std::get<Inlines>(figure.alternative), ordinal);
      for (size_t i = before; i < places_.size(); ++i) places_[i].unseen = true;
    }
    for (const Region& region : figure.regions) add(region.hole, ordinal);
    if (figure.caption) field(*figure.caption);
  }
  void block(const Table& table, Ordinal) {
    if (table.caption) field(*table.caption);
    for (const auto* rows : {&table.head, &table.rows, &table.foot}) {
      for (const Row& row : *rows) this->row(row);
    }
  }

  void row(const Row& row) {
    if (const auto* hole = std::get_if<Hole>(&row.cells)) return add(*hole, row.ordinal);
    for (const Cell& cell : std::get<std::vector<Cell>>(row.cells)) text(cell.text, cell.ordinal);
  }

  void items(const std::vector<ListItem>& all) {
    for (const ListItem& item : all) {
      inlines(item.term, item.ordinal);
      text(item.text, item.ordinal);
      for (const Inlines& paragraph : item.further) inlines(paragraph, item.ordinal);
      items(item.items);
    }
  }

  void note(const Note& note) {
    if (const auto* hole = std::get_if<Hole>(&note.paragraphs)) return add(*hole, note.ordinal);
    for (const Inlines& paragraph : std::get<std::vector<Inlines>>(note.paragraphs)) {
      inlines(paragraph, note.ordinal);
    }
  }

  const Released& released_;
  std::string section_;
  std::vector<HolePlace> places_;
};

}  // namespace

std::vector<HolePlace> holes_of(const Released& released) { return Collector(released).collect(); }

std::string plain_words(const Inlines& inlines) {
  std::string out;
  for (const Inline& one : inlines) {
    if (const auto* text = std::get_if<Text>(&one.value)) {
      out += text->text;
    } else if (const auto* styled = std::get_if<Styled>(&one.value)) {
      out += plain_words(styled->children);
    } else if (const auto* link = std::get_if<Link>(&one.value)) {
      out += plain_words(link->children);
    } else if (const auto* outlined = std::get_if<Outlined>(&one.value)) {
      out += plain_words(outlined->children);
    } else if (std::holds_alternative<Hole>(one.value)) {
      out += kWithheld;
    }
  }
  return out;
}

std::string section_name(const Heading& heading) {
  const auto* words = std::get_if<Inlines>(&heading.text);
  std::string name = heading.number;
  if (!name.empty()) name += ' ';
  return name += words != nullptr ? plain_words(*words) : kWithheld;
}

}  // namespace sable::released
