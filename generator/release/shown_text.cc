#include "release/shown_text.h"

#include "released/front_matter.h"

#include "words/lexicon.h"

namespace sable::release {

namespace {

using released::Hole;
using released::Inlines;
using released::Ordinal;

class Reader {
 public:
  explicit Reader(const released::Released& released) : released_(released) {}

  std::vector<ShownText> read() {
    titles();
    if (released_.codeword) field(*released_.codeword, Channel::banner);
    whole(released_.stamp, Channel::stamp);
    whole(released_.watermark, Channel::watermark);
    whole(released_.notice, Channel::watermark);
    if (released_.bates) whole(released_.bates->prefix, Channel::number);
    if (released_.declassified) {
      whole(released_.declassified->authority, Channel::declassification);
    }
    for (const auto& [name, lines] : released::lists_of(released_.front_matter)) {
      for (const released::LabelledLine& line : *lines) field(line.field, Channel::title);
    }
    blocks(released_.body);
    for (const released::Note& each : released_.notes) note(each);
    return std::move(all_);
  }

 private:
  void titles() {
    const released::Titles& titles = released_.titles;
    for (const auto* title :
         {&titles.kind, &titles.office, &titles.title, &titles.date, &titles.number}) {
      if (*title) field(**title, Channel::title);
    }
  }

  void whole(const std::string& text, Channel channel) {
    if (!text.empty()) all_.push_back({text, channel});
  }

  void beside(const std::string& text, Channel channel) {
    if (!text.empty()) all_.push_back({text, channel, ordinal_});
  }

  void open(Channel channel, Ordinal ordinal) {
    ordinal_ = ordinal;
    all_.push_back({{}, channel, ordinal});
    open_ = all_.size() - 1;
  }

  std::string& text() { return all_[open_].text; }

  void text_or_hole(const std::variant<Inlines, Hole>& text) {
    if (const auto* withheld = std::get_if<Hole>(&text)) return hole(*withheld);
    inlines(std::get<Inlines>(text));
  }

  void hole(const Hole& hole) {
    text() += words::kBreak;
    beside(hole.label, Channel::label);
    beside(hole.id, Channel::label);
    // A public register prints these.
    beside(hole.justification, Channel::label);
    beside(hole.referred_to, Channel::label);
    for (const std::string& statute : hole.statutes) beside(statute, Channel::label);
  }

  void inlines(const Inlines& all) {
    for (const released::Inline& each : all) {
      if (const auto* plain = std::get_if<released::Text>(&each.value)) {
        text() += plain->text;
      } else if (const auto* styled = std::get_if<released::Styled>(&each.value)) {
        beside(styled->entry, Channel::index);
        inlines(styled->children);
      } else if (const auto* link = std::get_if<released::Link>(&each.value)) {
        beside(link->url, Channel::address);
        inlines(link->children);
      } else if (const auto* withheld = std::get_if<Hole>(&each.value)) {
        hole(*withheld);
      } else if (std::holds_alternative<released::Reference>(each.value)) {
        text() += words::kBreak;
      }
    }
  }

  void field(const released::Field& from, Channel channel) {
    open(channel, from.ordinal);
    text_or_hole(from.text);
  }

  void blocks(const std::vector<released::Block>& all) {
    for (const released::Block& each : all) {
      ordinal_ = each.ordinal;
      std::visit([&](const auto& block) { this->block(block, each.ordinal); }, each.value);
    }
  }

  void block(const released::Heading& from, Ordinal ordinal) {
    open(Channel::heading, ordinal);
    text_or_hole(from.text);
    beside(from.id, Channel::id);
  }
  void block(const released::Paragraph& from, Ordinal ordinal) {
    open(Channel::text, ordinal);
    inlines(from.run_in);
    if (!from.run_in.empty()) text() += '\n';
    inlines(from.text);
  }
  void block(const released::List& from, Ordinal) { items(from.items); }
  void block(const released::Quote& from, Ordinal) { blocks(from.blocks); }
  void block(const released::Section& from, Ordinal ordinal) {
    block(from.heading, ordinal);
    blocks(from.blocks);
  }
  void block(const released::TextBox& from, Ordinal) {
    if (from.title) field(*from.title, Channel::heading);
    beside(from.id, Channel::id);
    blocks(from.blocks);
  }
  void block(const released::Code& from, Ordinal ordinal) {
    open(Channel::text, ordinal);
    inlines(from.text);
  }
  void block(const released::Rule&, Ordinal) {}
  void block(const Hole& from, Ordinal ordinal) {
    open(Channel::text, ordinal);
    hole(from);
  }
  void block(const released::Table& from, Ordinal ordinal) {
    ordinal_ = ordinal;
    beside(from.id, Channel::id);
    if (from.caption) field(*from.caption, Channel::caption);
    for (const auto* part : {&from.head, &from.rows, &from.foot}) {
      for (const released::Row& each : *part) row(each);
    }
  }
  void block(const released::Figure& from, Ordinal ordinal) {
    ordinal_ = ordinal;
    beside(from.id, Channel::id);
    open(Channel::alternative, ordinal);
    text_or_hole(from.alternative);
    for (const released::Region& region : from.regions) hole(region.hole);
    if (from.caption) field(*from.caption, Channel::caption);
  }

  void row(const released::Row& from) {
    const auto* cells = std::get_if<std::vector<released::Cell>>(&from.cells);
    if (cells == nullptr) {
      open(Channel::cell, from.ordinal);
      return hole(std::get<Hole>(from.cells));
    }
    for (const released::Cell& cell : *cells) {
      open(Channel::cell, cell.ordinal);
      text_or_hole(cell.text);
    }
  }

  void items(const std::vector<released::ListItem>& all) {
    for (const released::ListItem& item : all) {
      open(Channel::text, item.ordinal);
      inlines(item.term);
      if (!item.term.empty()) text() += '\n';
      text_or_hole(item.text);
      for (const Inlines& paragraph : item.further) {
        text() += '\n';
        inlines(paragraph);
      }
      items(item.items);
    }
  }

  void note(const released::Note& from) {
    open(Channel::note, from.ordinal);
    if (const auto* withheld = std::get_if<Hole>(&from.paragraphs)) return hole(*withheld);
    for (const Inlines& paragraph : std::get<std::vector<Inlines>>(from.paragraphs)) {
      inlines(paragraph);
      text() += '\n';
    }
  }

  const released::Released& released_;
  std::vector<ShownText> all_;
  size_t open_ = 0;  // the text that is being read
  Ordinal ordinal_ = 0;
};

}  // namespace

std::vector<ShownText> shown_texts(const released::Released& released) {
  return Reader(released).read();
}

const char* name_of(Channel channel) {
  switch (channel) {
    case Channel::text:
      return "in the text";
    case Channel::heading:
      return "in a heading";
    case Channel::caption:
      return "in a caption";
    case Channel::cell:
      return "in a cell";
    case Channel::note:
      return "in a note";
    case Channel::alternative:
      return "in an alternative text";
    case Channel::title:
      return "in the title block";
    case Channel::banner:
      return "in the banner";
    case Channel::stamp:
      return "in the stamp";
    case Channel::watermark:
      return "in the watermark";
    case Channel::number:
      return "in the numbers of the pages";
    case Channel::declassification:
      return "in the line of declassification";
    case Channel::index:
      return "in the index";
    case Channel::address:
      return "in the address of a link";
    case Channel::id:
      return "in an id";
    case Channel::label:
      return "in the label or id of a redaction";
  }
  return "";
}

}  // namespace sable::release
