#include "releasing.h"

#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "source/read.h"

namespace sable::release {

namespace {

using namespace released;
using release::notation;

std::string stretch(const base::SourceSet& sources, base::Span span) {
  return sources.file(span.file).text.substr(span.begin, span.end - span.begin);
}

std::vector<std::string> lines(const base::SourceSet& sources,
                               const base::Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const base::Diagnostic& d : diagnostics) {
    out.push_back(fmt::format("{} [{}] {}", d.code, d.span ? stretch(sources, *d.span) : "nowhere",
                              d.message));
  }
  return out;
}

[[noreturn]] void stop(const base::SourceSet& sources, const base::Diagnostics& diagnostics) {
  throw std::runtime_error(fmt::format("{}", fmt::join(lines(sources, diagnostics), "\n")));
}

std::string marked(const std::optional<marking::Marking>& mark) {
  if (!mark) return "";
  std::vector<std::string> kinds;
  for (const marking::Control& control : mark->controls) {
    kinds.push_back(fmt::format("{}", control.kind));
  }
  return fmt::format("@{}{}{} ", mark->level, kinds.empty() ? "" : ".", fmt::join(kinds, "."));
}

std::string notation(const Inline& one) {
  if (const auto* text = std::get_if<Text>(&one.value)) return text->text;
  if (const auto* styled = std::get_if<Styled>(&one.value)) {
    const char* styles[] = {"em", "strong", "code", "term", "small-caps"};
    return fmt::format("{}({})", styles[static_cast<size_t>(styled->style)],
                       notation(styled->children));
  }
  if (const auto* link = std::get_if<Link>(&one.value)) {
    return fmt::format("link[{}]({})", link->url, notation(link->children));
  }
  if (const auto* call = std::get_if<NoteCall>(&one.value)) return fmt::format("fn{}", call->note);
  if (const auto* ref = std::get_if<Reference>(&one.value)) {
    return fmt::format("ref[{}{}]", ref->target, ref->shown ? "" : " withheld");
  }
  if (const auto* outlined = std::get_if<Outlined>(&one.value)) {
    return fmt::format("outlined[{}]({})", fmt::join(outlined->outline.codes, ","),
                       notation(outlined->children));
  }
  return notation(std::get<Hole>(one.value));
}

std::string notation(const std::variant<Inlines, Hole>& text) {
  if (const auto* hole = std::get_if<Hole>(&text)) return notation(*hole);
  return "'" + notation(std::get<Inlines>(text)) + "'";
}

std::string notation(const Heading& heading) {
  return fmt::format("h{}{} {}{}", heading.level, heading.id.empty() ? "" : "#" + heading.id,
                     marked(heading.mark), notation(heading.text));
}

std::string notation(const std::vector<ListItem>& items) {
  std::string out;
  for (const ListItem& item : items) {
    out += (out.empty() ? "" : "; ") + marked(item.mark) + notation(item.text);
    if (!item.items.empty()) out += " {" + notation(item.items) + "}";
  }
  return out;
}

std::string notation(const char* word, const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) {
    out += fmt::format(" {} {}", word, marked(row.mark));
    if (const auto* hole = std::get_if<Hole>(&row.cells)) {
      out += fmt::format("{} over {}", release::notation(*hole), row.columns);
      continue;
    }
    std::string cells;
    for (const Cell& cell : std::get<std::vector<Cell>>(row.cells)) {
      cells += (cells.empty() ? "" : ", ") + marked(cell.mark) + notation(cell.text);
    }
    out += "{" + cells + "}";
  }
  return out;
}

std::string notation(const Table& table) {
  std::string out = fmt::format("table{}{} {}", table.number,
                                table.id.empty() ? "" : "#" + table.id, marked(table.mark));
  if (table.caption) {
    out += "caption " + marked(table.caption->mark) + notation(table.caption->text);
  }
  return out + notation("head", table.head) + notation("row", table.rows) +
         notation("foot", table.foot);
}

std::string notation(const Figure& figure) {
  std::string out = fmt::format("figure{}{} {}picture{} alt {}", figure.number,
                                figure.id.empty() ? "" : "#" + figure.id, marked(figure.mark),
                                figure.picture, notation(figure.alternative));
  for (const Region& region : figure.regions) {
    out += fmt::format(" {} at {},{} {}x{}", release::notation(region.hole), region.area.x,
                       region.area.y, region.area.width, region.area.height);
  }
  if (!figure.caption) return out;
  return out + " caption " + marked(figure.caption->mark) + notation(figure.caption->text);
}

std::string notation(const Block& block) {
  if (const auto* heading = std::get_if<Heading>(&block.value)) return notation(*heading);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
    return fmt::format(
        "{}p {}'{}'",
        paragraph->run_in.empty() ? "" : "run-in '" + release::notation(paragraph->run_in) + "' ",
        marked(paragraph->mark), release::notation(paragraph->text));
  }
  if (const auto* list = std::get_if<List>(&block.value)) {
    return "list {" + notation(list->items) + "}";
  }
  if (const auto* quote = std::get_if<Quote>(&block.value)) {
    return "quote " + marked(quote->mark) + "{" + release::notation(quote->blocks) + "}";
  }
  if (const auto* box = std::get_if<TextBox>(&block.value)) {
    std::string out = "box" + (box->id.empty() ? "" : "#" + box->id) + " " + marked(box->mark);
    if (box->title) {
      const auto* words = std::get_if<Inlines>(&box->title->text);
      out += marked(box->title->mark) + "'" +
             (words != nullptr ? release::notation(*words)
                               : release::notation(std::get<Hole>(box->title->text))) +
             "' ";
    }
    return out + "{" + release::notation(box->blocks) + "}";
  }
  if (const auto* section = std::get_if<Section>(&block.value)) {
    return "section " + notation(section->heading) + " {" + release::notation(section->blocks) +
           "}";
  }
  if (const auto* table = std::get_if<Table>(&block.value)) return notation(*table);
  if (const auto* figure = std::get_if<Figure>(&block.value)) return notation(*figure);
  return release::notation(std::get<Hole>(block.value));
}

}  // namespace

std::string notation(const Inlines& inlines) {
  std::string out;
  for (const Inline& one : inlines) out += notation(one);
  return out;
}

std::string notation(const Hole& hole) {
  const char* kinds[] = {"",       " paragraph", " bullet", " heading", " section",
                         " quote", " note",      " field",  " banner",  " table",
                         " row",   " cell",      " figure", " region",  " box"};
  const char* extents[] = {"words", "lines", "paragraph", "page", "undisclosed", "half page"};
  std::string out = fmt::format("box{}{}[{} ", hole.number, kinds[static_cast<size_t>(hole.kind)],
                                fmt::join(hole.codes, ","));
  if (hole.extent.count > 0) out += std::to_string(hole.extent.count);
  out += extents[static_cast<size_t>(hole.extent.kind)];
  if (!hole.label.empty()) out += " label=" + hole.label;
  if (!hole.id.empty()) out += " id=" + hole.id;
  return out + "]";
}

std::string notation(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    if (!out.empty()) out += '\n';
    if (block.outline) out += fmt::format("outlined[{}] ", fmt::join(block.outline->codes, ","));
    out += notation(block);
  }
  return out;
}

std::string notation(const std::vector<Note>& notes) {
  std::string out;
  for (const Note& note : notes) {
    out += "\nnote " + marked(note.mark);
    if (const auto* hole = std::get_if<Hole>(&note.paragraphs)) {
      out += notation(*hole);
      continue;
    }
    for (const Inlines& text : std::get<std::vector<Inlines>>(note.paragraphs)) {
      out += "'" + notation(text) + "'";
    }
  }
  return out;
}

Source read_source(const std::string& yaml, const base::World* world) {
  Source source;
  const base::FileId file = source.sources.add("report.yaml", yaml, base::Secrecy::secret);
  base::Result<source::Document> document = source::read(source.sources, file);
  if (!document) stop(source.sources, document.error());
  static const base::MemoryWorld kEmpty;
  const report::Enclosures enclosures{world != nullptr ? *world : kEmpty, source.sources, ""};
  base::Result<report::Reading> reading =
      report::read_report(source.sources, file, document->tree, &enclosures);
  if (!reading) stop(source.sources, reading.error());
  source.report = std::move(reading->report);
  return source;
}

Profiles profiles_of(const std::string& yaml) {
  const Source source = read_source(yaml);
  base::Result<std::vector<Profile>> profiles = read_profiles(source.report);
  if (!profiles) return {{}, lines(source.sources, profiles.error())};
  return {std::move(*profiles), {}};
}

Released release(const std::string& yaml, const std::string& name, const base::World* world) {
  const Source source = read_source(yaml, world);
  std::optional<Album> album;
  if (world != nullptr) album.emplace(*world, "");
  base::Result<std::vector<Profile>> profiles = read_profiles(source.report);
  if (!profiles) stop(source.sources, profiles.error());
  Released out;
  for (const Profile& profile : *profiles) {
    if (profile.name != name) continue;
    base::Result<Withheld> withheld = withhold(source.report, profile, album ? &*album : nullptr);
    if (!withheld) return {{}, {}, lines(source.sources, withheld.error())};
    out.value = std::move(withheld->released);
    for (const base::Span span : withheld->sources) {
      out.sources.push_back(stretch(source.sources, span));
    }
    return out;
  }
  throw std::runtime_error("no such release");
}

std::string report_with(const std::string& body, const std::string& notes) {
  return "sable: 1\n"
         "template: plain\n"
         "report: {title: {mark: U, text: Talks}}\n"
         "marking: {system: us-ic, overall: SECRET}\n"
         "body:\n" +
         body + (notes.empty() ? "" : "notes:\n" + notes) +
         "releases:\n"
         "  foia: {audience: public, withhold: [b1, b3], show: [b5], declassified: {authority: A, "
         "date: 2019-05-14}}\n"
         "  full: {unredacted: true}\n";
}

std::string shown_in(const std::string& name, const std::string& body, const std::string& notes) {
  const Released released = release(report_with(body, notes), name);
  if (!released.wrong.empty()) return fmt::format("{}", fmt::join(released.wrong, "\n"));
  return notation(released.value.body) + notation(released.value.notes);
}

}  // namespace sable::release
