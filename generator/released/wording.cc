#include "released/wording.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "released/front_matter.h"
#include "released/holes.h"
#include "released/register.h"

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
  Reader(Released& released, Numbering& numbering, Texts texts)
      : released_(released), numbering_(numbering), all_texts_(texts == Texts::all) {}

  std::vector<Wording> read() {
    Titles& titles = released_.titles;
    section_ = "title block";
    const std::pair<const char*, std::optional<Field>*> fields[] = {{"kind", &titles.kind},
                                                                    {"office", &titles.office},
                                                                    {"title", &titles.title},
                                                                    {"date", &titles.date},
                                                                    {"number", &titles.number}};
    for (const auto& [name, title] : fields) {
      if (*title) field(name, **title);
    }
    section_ = "banner";
    if (released_.codeword) field("codeword", *released_.codeword);
    section_.clear();
    for (Wording& each : all_) each.is_head = true;
    for (const auto& [name, lines] : lists_of(released_.front_matter)) {
      section_ = name;
      for (LabelledLine& line : *lines) field(name, line.field);
    }
    section_.clear();
    blocks(released_.body);
    section_ = "notes";
    for (Note& each : released_.notes) note(each);
    return std::move(all_);
  }

 private:
  void open(std::string_view kind, const char* what, const std::optional<marking::Marking>& mark) {
    Wording wording;
    wording.kind = numbering_.of(kind);
    wording.what = what;
    wording.section = section_;
    if (mark) wording.portion = released_.system->portion(*mark);
    wording.mark = numbering_.of(wording.portion);
    wording.ordinal = ordinal_;
    all_.push_back(std::move(wording));
  }

  void add(std::string_view key, std::variant<Inline*, Hole*, Figure*> owner, size_t begin = 0,
           size_t end = 0) {
    all_.back().words.push_back({numbering_.of(key), owner, begin, end, Change::none, spaced_});
    spaced_ = false;
  }

  void hole(Hole& hole) { add(key_of(hole), &hole); }

  void text_or_hole(std::variant<Inlines, Hole>& text) {
    if (auto* withheld = std::get_if<Hole>(&text)) return hole(*withheld);
    part(std::get<Inlines>(text));
  }

  void part(Inlines& text, const std::string& look = {}) {
    all_.back().parts.push_back(&text);
    spaced_ = true;
    inlines(text, look);
  }

  void field(const char* kind, Field& from) {
    ordinal_ = from.ordinal;
    open(kind, kind, from.mark);
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
      for (; at < text.size() && is_space(text[at]); ++at) spaced_ = true;
    }
  }

  void blocks(std::vector<Block>& all) {
    for (Block& each : all) {
      ordinal_ = each.ordinal;
      std::visit([this](auto& block) { this->block(block); }, each.value);
    }
  }

  void block(Heading& from) {
    section_ = section_name(from);
    open(fmt::format("heading {}", from.level), "heading", from.mark);
    all_.back().level = from.level;
    text_or_hole(from.text);
  }
  void block(Paragraph& from) {
    open("paragraph", "paragraph", from.mark);
    part(from.run_in, "r");
    part(from.text);
  }
  void block(List& from) { items(from.items, from.look, 1); }
  void block(Quote& from) { blocks(from.blocks); }
  void block(Section& from) {
    const std::string around = section_;
    block(from.heading);
    blocks(from.blocks);
    section_ = around;
  }
  void block(TextBox& from) {
    if (from.title) field("title of a box", *from.title);
    blocks(from.blocks);
  }
  void block(Code& from) {
    open("code", "code", from.mark);
    part(from.text);
  }
  void block(Rule&) {}
  void block(Hole& from) {
    open("hole", kind_name(from.kind), std::nullopt);
    hole(from);
  }
  void block(Table& from) {
    if (from.caption) field("caption", *from.caption);
    for (auto* part : {&from.head, &from.rows, &from.foot}) {
      for (Row& each : *part) row(each);
    }
  }
  void block(Figure& from) {
    open("picture", "picture", from.mark);
    add(picture_key(from), &from);
    if (all_texts_) unseen(from);
    if (from.caption) field("caption", *from.caption);
  }

  void items(std::vector<ListItem>& all, const ListLook& look, int depth) {
    for (ListItem& item : all) {
      ordinal_ = item.ordinal;
      open(fmt::format("item {} {}", static_cast<int>(look.kind), depth), "bullet", item.mark);
      all_.back().level = depth;
      part(item.term, "t");
      text_or_hole(item.text);
      for (Inlines& paragraph : item.further) part(paragraph);
      items(item.items, item.look, depth + 1);
    }
  }

  void row(Row& from) {
    ordinal_ = from.ordinal;
    if (auto* withheld = std::get_if<Hole>(&from.cells)) {
      open("row", "row", from.mark);
      return hole(*withheld);
    }
    for (Cell& cell : std::get<std::vector<Cell>>(from.cells)) {
      ordinal_ = cell.ordinal;
      open("cell", "cell", cell.mark ? cell.mark : from.mark);
      all_.back().row = from.ordinal + 1;
      text_or_hole(cell.text);
    }
  }

  void unseen(Figure& from) {
    open("region", "region", std::nullopt);
    all_.back().unseen = true;
    for (Region& region : from.regions) hole(region.hole);
    if (all_.back().words.empty()) all_.pop_back();
    open("description", "description of a picture", std::nullopt);
    all_.back().unseen = true;
    text_or_hole(from.alternative);
    if (all_.back().words.empty()) all_.pop_back();
  }

  // What is seen of it.
  std::string picture_key(const Figure& from) const {
    const Picture& picture = *released_.pictures[from.picture];
    std::string seen = picture.jpeg.empty() ? picture.samples : picture.jpeg;
    if (picture.drawing) {
      seen = picture.drawing->content + picture.drawing->resources;
      for (const DrawingObject& object : picture.drawing->objects)
        seen += object.text + object.bytes;
    }
    return fmt::format("picture {}x{} {} {} {}{}", picture.width, picture.height,
                       base::hex(base::sha256(seen)), base::hex(base::sha256(picture.alpha)),
                       from.width, from.unit);
  }

  void note(Note& from) {
    ordinal_ = from.ordinal;
    open("note", "note", from.mark);
    if (auto* withheld = std::get_if<Hole>(&from.paragraphs)) return hole(*withheld);
    for (Inlines& paragraph : std::get<std::vector<Inlines>>(from.paragraphs)) part(paragraph);
  }

  Released& released_;
  Numbering& numbering_;
  std::vector<Wording> all_;
  Ordinal ordinal_ = 0;  // of what is being read
  std::string section_;
  bool spaced_ = false;  // since the last word
  bool all_texts_;
};

}  // namespace

uint32_t Numbering::of(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const auto next = static_cast<uint32_t>(numbers_.size());
  numbers_.emplace(std::string(text), next);
  return next;
}

std::vector<Wording> wordings_of(Released& released, Numbering& numbering, Texts texts) {
  return Reader(released, numbering, texts).read();
}

const Hole* hole_of(const Word& word) {
  if (auto* const* hole = std::get_if<Hole*>(&word.owner)) return *hole;
  auto* const* inlined = std::get_if<Inline*>(&word.owner);
  return inlined != nullptr ? std::get_if<Hole>(&(*inlined)->value) : nullptr;
}

std::vector<uint32_t> keys_of(const Wording& wording) {
  std::vector<uint32_t> keys;
  keys.reserve(wording.words.size());
  for (const Word& word : wording.words) keys.push_back(word.key);
  return keys;
}

}  // namespace sable::released
