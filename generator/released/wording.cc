#include "released/wording.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/hash.h"
#include "base/utf8.h"

namespace sable::released {

namespace {

constexpr std::string_view kSpaces = " \t\n\r";

bool is_space(char c) { return kSpaces.find(c) != std::string_view::npos; }

// Scripts that are written without spaces: each of their characters is a word.
// CJK radicals to the end of the compatibility ideographs, and beyond the first plane.
bool stands_alone(char32_t c) { return (c >= 0x2E80 && c <= 0xFAFF) || c >= 0x20000; }

size_t end_of_word(const std::string& text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && !is_space(text[end])) {
    size_t next = end;
    const bool alone = stands_alone(base::next_code_point(text, next));
    if (alone && end > begin) break;
    end = next;
    if (alone) break;
  }
  return end;
}

std::string key_of(const Hole& hole) {
  return fmt::format("hole {} {} {} {} {}", static_cast<int>(hole.kind),
                     static_cast<int>(hole.extent.kind), hole.extent.count,
                     fmt::join(hole.codes, " "), hole.label);
}

class Reader {
 public:
  Reader(Released& released, Numbering& numbering) : released_(released), numbering_(numbering) {}

  std::vector<Wording> read() {
    Titles& titles = released_.titles;
    for (auto* title :
         {&titles.kind, &titles.office, &titles.title, &titles.date, &titles.number}) {
      if (*title) field("title", **title);
    }
    if (released_.codeword) field("codeword", *released_.codeword);
    blocks(released_.body);
    for (Note& each : released_.notes) note(each);
    return std::move(all_);
  }

 private:
  void open(std::string_view kind, const std::optional<marking::Marking>& mark) {
    Wording wording;
    wording.kind = numbering_.of(kind);
    wording.mark = numbering_.of(mark ? released_.system->portion(*mark) : "");
    wording.ordinal = ordinal_;
    all_.push_back(std::move(wording));
  }

  void add(std::string_view key, std::variant<Inline*, Hole*, Figure*> owner, size_t begin = 0,
           size_t end = 0) {
    all_.back().words.push_back({numbering_.of(key), owner, begin, end, Change::none});
  }

  void hole(Hole& hole) { add(key_of(hole), &hole); }

  void text_or_hole(std::variant<Inlines, Hole>& text) {
    if (auto* withheld = std::get_if<Hole>(&text)) return hole(*withheld);
    part(std::get<Inlines>(text));
  }

  void part(Inlines& text, const std::string& look = {}) {
    all_.back().parts.push_back(&text);
    inlines(text, look);
  }

  void field(std::string_view kind, Field& from) {
    ordinal_ = from.ordinal;
    open(kind, from.mark);
    text_or_hole(from.text);
  }

  // `look`: what words in it have in common, such as emphasis.
  void inlines(Inlines& all, const std::string& look) {
    for (Inline& each : all) {
      if (const auto* text = std::get_if<Text>(&each.value)) {
        words(each, text->text, look);
      } else if (auto* styled = std::get_if<Styled>(&each.value)) {
        inlines(styled->children, look + static_cast<char>('a' + static_cast<int>(styled->style)));
      } else if (auto* link = std::get_if<Link>(&each.value)) {
        inlines(link->children, look + "<" + link->url + ">");
      } else if (auto* outlined = std::get_if<Outlined>(&each.value)) {
        inlines(outlined->children, look);
      } else if (std::holds_alternative<NoteCall>(each.value)) {
        add("call", &each);
      } else if (const auto* reference = std::get_if<Reference>(&each.value)) {
        add(fmt::format("reference {} {} {}", reference->target, reference->shown,
                        static_cast<int>(reference->show)),
            &each);
      } else {
        add(key_of(std::get<Hole>(each.value)), &each);
      }
    }
  }

  void words(Inline& owner, const std::string& text, const std::string& look) {
    for (size_t at = 0; at < text.size();) {
      const size_t end = end_of_word(text, at);
      if (end > at) add("w" + look + " " + text.substr(at, end - at), &owner, at, end);
      at = end;
      while (at < text.size() && is_space(text[at])) ++at;
    }
  }

  void blocks(std::vector<Block>& all) {
    for (Block& each : all) {
      ordinal_ = each.ordinal;
      std::visit([this](auto& block) { this->block(block); }, each.value);
    }
  }

  void block(Heading& from) {
    open(fmt::format("heading {}", from.level), from.mark);
    text_or_hole(from.text);
  }
  void block(Paragraph& from) {
    open("paragraph", from.mark);
    part(from.run_in, "r");
    part(from.text);
  }
  void block(List& from) { items(from.items, from.look, 1); }
  void block(Quote& from) { blocks(from.blocks); }
  void block(Section& from) {
    block(from.heading);
    blocks(from.blocks);
  }
  void block(TextBox& from) {
    if (from.title) field("box", *from.title);
    blocks(from.blocks);
  }
  void block(Code& from) {
    open("code", from.mark);
    part(from.text);
  }
  void block(Rule&) {}
  void block(Hole& from) {
    open("hole", std::nullopt);
    hole(from);
  }
  void block(Table& from) {
    if (from.caption) field("caption", *from.caption);
    for (auto* part : {&from.head, &from.rows, &from.foot}) {
      for (Row& each : *part) row(each);
    }
  }
  void block(Figure& from) {
    open("picture", from.mark);
    add(picture_key(from), &from);
    if (from.caption) field("caption", *from.caption);
  }

  void items(std::vector<ListItem>& all, const ListLook& look, int depth) {
    for (ListItem& item : all) {
      ordinal_ = item.ordinal;
      open(fmt::format("item {} {}", static_cast<int>(look.kind), depth), item.mark);
      part(item.term, "t");
      text_or_hole(item.text);
      for (Inlines& paragraph : item.further) part(paragraph);
      items(item.items, item.look, depth + 1);
    }
  }

  void row(Row& from) {
    ordinal_ = from.ordinal;
    if (auto* withheld = std::get_if<Hole>(&from.cells)) {
      open("row", from.mark);
      return hole(*withheld);
    }
    for (Cell& cell : std::get<std::vector<Cell>>(from.cells)) {
      ordinal_ = cell.ordinal;
      open("cell", cell.mark ? cell.mark : from.mark);
      text_or_hole(cell.text);
    }
  }

  // What is seen of it.
  std::string picture_key(const Figure& from) const {
    const Picture& picture = *released_.pictures[from.picture];
    const std::string& seen = picture.jpeg.empty() ? picture.samples : picture.jpeg;
    return fmt::format("picture {}x{} {} {} {}{}", picture.width, picture.height,
                       base::hex(base::sha256(seen)), base::hex(base::sha256(picture.alpha)),
                       from.width, from.unit);
  }

  void note(Note& from) {
    ordinal_ = from.ordinal;
    open("note", from.mark);
    if (auto* withheld = std::get_if<Hole>(&from.paragraphs)) return hole(*withheld);
    for (Inlines& paragraph : std::get<std::vector<Inlines>>(from.paragraphs)) part(paragraph);
  }

  Released& released_;
  Numbering& numbering_;
  std::vector<Wording> all_;
  Ordinal ordinal_ = 0;  // of what is being read
};

}  // namespace

uint32_t Numbering::of(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const auto next = static_cast<uint32_t>(numbers_.size());
  numbers_.emplace(std::string(text), next);
  return next;
}

std::vector<Wording> wordings_of(Released& released, Numbering& numbering) {
  return Reader(released, numbering).read();
}

}  // namespace sable::released
