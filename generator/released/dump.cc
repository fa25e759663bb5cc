// A Released value as text: one item a line, strings quoted and escaped, so that
// equal dumps mean equal values.

#include <fmt/format.h>

#include "base/hash.h"
#include "released/front_matter.h"
#include "released/released.h"

namespace sable::released {

namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + '"';
}

class Dump {
 public:
  explicit Dump(const Released& released) : released_(released) {}

  std::string text() {
    head();
    titles();
    front_matter();
    contents();
    for (const Block& block : released_.body) this->block(block);
    for (const Note& note : released_.notes) this->note(note);
    for (const auto& picture : released_.pictures) this->picture(*picture);
    line("ordinals {}", released_.ordinals);
    return std::move(out_);
  }

 private:
  template <typename... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    out_.append(depth_ * 2, ' ');
    fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
    out_ += '\n';
  }

  std::string mark(const std::optional<marking::Marking>& mark) const {
    if (!mark) return "";
    return fmt::format(" mark={}", released_.system->portion(*mark));
  }

  void head() {
    line("release {} audience={} unredacted={}", quoted(released_.release),
         quoted(released_.audience), released_.unredacted);
    line("template {} language={}", quoted(released_.template_name), quoted(released_.language));
    line("marking {} overall={} per-page={}{}", released_.system->name(),
         released_.system->banner(released_.overall), released_.banner == BannerScope::per_page,
         released_.short_lists ? " short-lists" : "");
    if (released_.codeword) codeword(*released_.codeword);
    if (released_.declassified) {
      line("declassified {} {} {}", quoted(released_.declassified->authority),
           quoted(released_.declassified->date), quoted(released_.declassified->caption));
    }
    line("stamp {} boxes={} codes={}", quoted(released_.stamp), static_cast<int>(released_.boxes),
         static_cast<int>(released_.codes));
    if (!released_.notice.empty()) {
      line("purpose {} {}", static_cast<int>(released_.purpose), quoted(released_.notice));
    }
    if (!released_.watermark.empty()) line("watermark {}", quoted(released_.watermark));
    if (released_.numbers_lines) line("line-numbers");
    if (const auto& bates = released_.bates) {
      line("bates {} first={} digits={}", quoted(bates->prefix), bates->first, bates->digits);
    }
  }

  // A box in running heads is no part of the text: its word is another.
  void codeword(const Field& codeword) {
    line("codeword #{}{}", codeword.ordinal, mark(codeword.mark));
    ++depth_;
    std::visit(Overloaded{[this](const Inlines& inlines) { this->inlines(inlines); },
                          [this](const Hole& hole) { this->hole("banner", hole); }},
               codeword.text);
    --depth_;
  }

  static std::string columns(uint32_t count) {
    return count > 0 ? fmt::format(" columns={}", count) : std::string();
  }

  void titles() {
    field("kind", released_.titles.kind);
    field("office", released_.titles.office);
    field("title", released_.titles.title);
    field("date", released_.titles.date);
    field("number", released_.titles.number);
  }

  void front_matter() {
    for (const auto& [name, lines] : lists_of(released_.front_matter)) {
      for (const LabelledLine& line : *lines) {
        this->line("{} #{} {}{}", name, line.field.ordinal, quoted(line.label),
                   mark(line.field.mark));
        text_or_hole(line.field.text);
      }
    }
  }

  // Nothing where nothing is listed.
  void contents() {
    const Contents& contents = released_.contents;
    if (contents.depth > 0) {
      line("contents depth={} tables={} figures={}", contents.depth, contents.tables,
           contents.figures);
    }
    if (!released_.page_numbers.front.empty()) line("front {}", released_.page_numbers.front);
    if (released_.page_numbers.by_section) line("page-numbers by section");
    if (released_.columns > 0) line("columns {}", released_.columns);
    if (released_.index) line("index");
  }

  // What a reference shows, unless it is by the kind of its target.
  static const char* show(ReferenceShow show) {
    constexpr const char* kWords[] = {"", " number", " page", " title"};
    return kWords[static_cast<size_t>(show)];
  }

  void field(const char* name, const std::optional<Field>& field) {
    if (!field) return;
    line("field {} #{}{}", name, field->ordinal, mark(field->mark));
    text_or_hole(field->text);
  }

  void text_or_hole(const std::variant<Inlines, Hole>& text) {
    ++depth_;
    std::visit(Overloaded{[this](const Inlines& inlines) { this->inlines(inlines); },
                          [this](const Hole& hole) { this->hole("hole", hole); }},
               text);
    --depth_;
  }

  void hole(const char* word, const Hole& hole) {
    std::string codes;
    for (const std::string& code : hole.codes) codes += (codes.empty() ? "" : " ") + code;
    line("{} {} kind={} extent={}:{} codes={} label={} id={}{}{}", word, hole.number,
         static_cast<int>(hole.kind), static_cast<int>(hole.extent.kind), hole.extent.count,
         quoted(codes), quoted(hole.label), quoted(hole.id),
         hole.justification.empty() ? "" : " justification=" + quoted(hole.justification),
         hole.referred_to.empty() ? "" : " referred-to=" + quoted(hole.referred_to));
    for (const std::string& statute : hole.statutes) line("  by {}", quoted(statute));
    change(hole.change);
  }

  static std::string codes_of(const Outline& outline) {
    std::string codes;
    for (const std::string& code : outline.codes) codes += (codes.empty() ? "" : " ") + code;
    return quoted(codes);
  }

  // Of what stands on the line before.
  void outline(const std::optional<Outline>& outline) {
    if (outline) line("  outlined codes={}", codes_of(*outline));
  }

  // Of what stands on the line before; nothing where it is as it was.
  void change(Change change) {
    const char* words[] = {"", "new", "cut beside it", "newly released"};
    if (change != Change::none) line("  {}", words[static_cast<size_t>(change)]);
  }

  void inlines(const Inlines& inlines) {
    for (const Inline& item : inlines) {
      std::visit(Overloaded{[this](const Text& text) { line("text {}", quoted(text.text)); },
                            [this](const Styled& styled) {
                              line("styled {}{}", static_cast<int>(styled.style),
                                   styled.entry.empty() ? "" : " as=" + quoted(styled.entry));
                              nested(styled.children);
                            },
                            [this](const Link& link) {
                              line("link {}", quoted(link.url));
                              nested(link.children);
                            },
                            [this](const NoteCall& call) {
                              line("note-call {}{}", call.note, call.adjoins ? " adjoins" : "");
                            },
                            [this](const Reference& reference) {
                              line("reference {} shown={}{}", quoted(reference.target),
                                   reference.shown, show(reference.show));
                            },
                            [this](const Outlined& outlined) {
                              line("outlined codes={}", codes_of(outlined.outline));
                              nested(outlined.children);
                            },
                            [this](const Hole& hole) { this->hole("hole", hole); }},
                 item.value);
      change(item.change);
    }
  }

  void nested(const Inlines& inlines) {
    ++depth_;
    this->inlines(inlines);
    --depth_;
  }

  // Nothing where it is that of what is around it.
  static std::string language(const std::string& tag) {
    return tag.empty() ? "" : " language=" + quoted(tag);
  }

  void heading(const Heading& heading) {
    line("heading {}{} id={}{}{}", heading.level,
         heading.number.empty() ? "" : " number=" + heading.number, quoted(heading.id),
         mark(heading.mark), language(heading.language));
    text_or_hole(heading.text);
  }

  static std::string look(const ListLook& look) {
    if (look.kind == ListKind::bullets) return "";
    if (look.kind == ListKind::terms) return " terms";
    return fmt::format(" numerals={} start={}", static_cast<int>(look.numerals), look.start);
  }

  void list_item(const ListItem& item) {
    line("item #{}{}{}", item.ordinal, mark(item.mark), language(item.language));
    if (!item.term.empty()) {
      line("term");
      nested(item.term);
    }
    text_or_hole(item.text);
    for (const Inlines& paragraph : item.further) {
      line("further");
      nested(paragraph);
    }
    if (item.look.kind != ListKind::bullets) line("list{}", look(item.look));
    ++depth_;
    for (const ListItem& child : item.items) list_item(child);
    --depth_;
  }

  void blocks(const std::vector<Block>& blocks) {
    ++depth_;
    for (const Block& child : blocks) block(child);
    --depth_;
  }

  void block(const Block& block) {
    line("block #{}", block.ordinal);
    outline(block.outline);
    ++depth_;
    std::visit(
        Overloaded{[this](const Heading& heading) { this->heading(heading); },
                   [this](const Paragraph& paragraph) {
                     line("paragraph{}{}", mark(paragraph.mark), language(paragraph.language));
                     if (!paragraph.run_in.empty()) {
                       line("run-in");
                       nested(paragraph.run_in);
                     }
                     nested(paragraph.text);
                   },
                   [this](const List& list) {
                     line("list{}", look(list.look));
                     for (const ListItem& item : list.items) list_item(item);
                   },
                   [this](const Quote& quote) {
                     line("quote{}{}", mark(quote.mark), language(quote.language));
                     blocks(quote.blocks);
                   },
                   [this](const Section& section) {
                     line("section{}{}", language(section.language), columns(section.columns));
                     heading(section.heading);
                     blocks(section.blocks);
                   },
                   [this](const Table& table) { this->table(table); },
                   [this](const Figure& figure) { this->figure(figure); },
                   [this](const Code& code) {
                     line("code{}", mark(code.mark));
                     nested(code.text);
                   },
                   [this](const TextBox& box) { this->box(box); },
                   [this](const Rule& rule) { line("rule tears={}", rule.tears); },
                   [this](const Hole& hole) { this->hole("hole", hole); }},
        block.value);
    --depth_;
  }

  void box(const TextBox& box) {
    line("box id={}{}{}", quoted(box.id), mark(box.mark), language(box.language));
    ++depth_;
    field("title", box.title);
    --depth_;
    blocks(box.blocks);
  }

  void table(const Table& table) {
    line("table {} id={}{}{}", table.number, quoted(table.id), mark(table.mark),
         language(table.language));
    ++depth_;
    field("caption", table.caption);
    for (const Column& column : table.columns) {
      line("column align={} width={}{}", static_cast<int>(column.align), column.width, column.unit);
    }
    rows("head", table.head);
    rows("row", table.rows);
    rows("foot", table.foot);
    --depth_;
  }

  void figure(const Figure& figure) {
    line("figure {} id={}{}{} picture={} width={}{} float={}", figure.number, quoted(figure.id),
         mark(figure.mark), language(figure.language), figure.picture + 1, figure.width,
         figure.unit, static_cast<int>(figure.floating));
    change(figure.change);
    ++depth_;
    line("alternative");
    text_or_hole(figure.alternative);
    for (const Region& region : figure.regions) {
      line("region {},{} {}x{}", region.area.x, region.area.y, region.area.width,
           region.area.height);
      ++depth_;
      hole("hole", region.hole);
      --depth_;
    }
    field("caption", figure.caption);
    --depth_;
  }

  // Of what is seen a digest: it has no words.
  void picture(const Picture& picture) {
    if (picture.drawing) return drawing(picture);
    const std::string& seen = picture.jpeg.empty() ? picture.samples : picture.jpeg;
    line("picture {}x{} size={}x{} samples={} {} {} alpha {}", picture.width, picture.height,
         picture.size.width.units(), picture.size.height.units(), static_cast<int>(picture.colors),
         picture.jpeg.empty() ? "plain" : "jpeg", base::hex(base::sha256(seen)),
         picture.alpha.empty() ? "none" : base::hex(base::sha256(picture.alpha)));
  }

  void drawing(const Picture& picture) {
    const Drawing& seen = *picture.drawing;
    std::string all = seen.content + '\n' + seen.resources;
    for (const DrawingObject& object : seen.objects)
      all += '\n' + object.text + '\n' + object.bytes;
    line("drawing size={}x{} objects={} {}", picture.size.width.units(),
         picture.size.height.units(), seen.objects.size(), base::hex(base::sha256(all)));
  }

  void rows(const char* word, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      line("{} #{}{} columns={}", word, row.ordinal, mark(row.mark), row.columns);
      ++depth_;
      if (const auto* hole = std::get_if<Hole>(&row.cells)) {
        this->hole("hole", *hole);
      } else {
        for (const Cell& cell : std::get<std::vector<Cell>>(row.cells)) this->cell(cell);
      }
      --depth_;
    }
  }

  void cell(const Cell& cell) {
    line("cell #{}{} at={} span={}x{} header={}", cell.ordinal, mark(cell.mark), cell.column,
         cell.columns, cell.rows, cell.header);
    text_or_hole(cell.text);
  }

  void note(const Note& note) {
    line("note #{}{}", note.ordinal, mark(note.mark));
    ++depth_;
    std::visit(Overloaded{[this](const std::vector<Inlines>& paragraphs) {
                            for (const Inlines& paragraph : paragraphs) {
                              line("paragraph");
                              nested(paragraph);
                            }
                          },
                          [this](const Hole& hole) { this->hole("hole", hole); }},
               note.paragraphs);
    --depth_;
  }

  const Released& released_;
  std::string out_;
  size_t depth_ = 0;
};

}  // namespace

std::string dump(const Released& released) { return Dump(released).text(); }

}  // namespace sable::released
