// Pages and structure as plain text: the goldens of layout tests.

#include <algorithm>

#include <fmt/format.h>

#include "layout/pages.h"

namespace sable::layout {

namespace {

using base::to_points;

std::string place(const base::Rect& area) {
  return fmt::format("{},{} {}x{}", to_points(area.x, 2), to_points(area.y, 2),
                     to_points(area.width, 2), to_points(area.height, 2));
}

std::string color(base::Color color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
}

const char* kind(const Fragment& fragment) {
  switch (fragment.artifact) {
    case Artifact::none:
      return "";
    case Artifact::layout:
      return " artifact";
    case Artifact::header:
      return " header";
    case Artifact::footer:
      return " footer";
    case Artifact::watermark:
      return " watermark";
  }
  return "";
}

std::string text_of(const GlyphRun& glyphs) {
  std::string text;
  for (const PlacedRun& placed : glyphs.runs) {
    text += placed.run->text == "\u00AD" ? std::string("-") : placed.run->text;
  }
  return text;
}

std::string line(const GlyphRun& glyphs, const text::FontBook& fonts) {
  if (glyphs.runs.empty()) return "text empty";
  const text::ShapedRun& first = *glyphs.runs.front().run;
  base::Length begin = glyphs.runs.front().x;
  base::Length end = begin;
  for (const PlacedRun& placed : glyphs.runs) {
    begin = std::min(begin, placed.x);
    end = std::max(end, placed.x + placed.run->advance);
  }
  return fmt::format("text {},{} to {} {} {} \"{}\"", to_points(glyphs.origin.x + begin, 2),
                     to_points(glyphs.origin.y, 2), to_points(glyphs.origin.x + end, 2),
                     fonts.postscript_name(first.font), to_points(first.size, 2), text_of(glyphs));
}

std::string line(const Fragment& fragment, const text::FontBook& fonts) {
  if (const auto* glyphs = std::get_if<GlyphRun>(&fragment.item)) {
    const std::string text = line(*glyphs, fonts);
    return glyphs->color == base::Color{} ? text : fmt::format("{} {}", text, color(glyphs->color));
  }
  if (const auto* filled = std::get_if<Filled>(&fragment.item)) {
    return fmt::format("{} {} {}", filled->behind ? "ground" : "fill", place(filled->area),
                       color(filled->color));
  }
  if (const auto* image = std::get_if<Image>(&fragment.item)) {
    return fmt::format("picture {} {}", image->picture + 1, place(image->area));
  }
  const auto& stroked = std::get<Stroked>(fragment.item);
  return fmt::format("stroke {} {} {}", place(stroked.area), to_points(stroked.width, 2),
                     color(stroked.color));
}

class StructureDump {
 public:
  explicit StructureDump(const Pages& pages)
      : pages_(pages), texts_(pages.structure.leaves.size()) {
    for (const Page& page : pages.pages) {
      for (const Fragment& fragment : page.fragments) collect(fragment);
    }
  }

  std::string text() {
    element(0, 0);
    return std::move(out_);
  }

 private:
  void collect(const Fragment& fragment) {
    if (const auto* image = std::get_if<Image>(&fragment.item)) {
      if (fragment.leaf == kNoLeaf) return;
      texts_[fragment.leaf] = fmt::format("(picture {})", image->picture + 1);
    }
    const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
    if (glyphs == nullptr || fragment.leaf == kNoLeaf) return;
    std::string& text = texts_[fragment.leaf];
    if (text.ends_with('-'))
      text += '|';
    else if (!text.empty() && !text.ends_with(' '))
      text += ' ';
    text += text_of(*glyphs);
  }

  void element(ElementId id, size_t depth) {
    const Element& element = pages_.structure.elements[id];
    out_ += fmt::format("{}{}", std::string(depth * 2, ' '), role_name(element.role));
    if (!element.id.empty()) out_ += fmt::format(" id={}", element.id);
    if (!element.language.empty()) out_ += fmt::format(" lang={}", element.language);
    if (!element.change.empty()) out_ += fmt::format(" change={}", element.change);
    if (!element.alternative.empty()) out_ += fmt::format(" alt=\"{}\"", element.alternative);
    out_ += '\n';
    for (const Kid& kid : element.kids) {
      if (kid.is_leaf)
        leaf(kid.id, depth + 1);
      else
        this->element(kid.id, depth + 1);
    }
  }

  void leaf(LeafId id, size_t depth) {
    const Leaf& leaf = pages_.structure.leaves[id];
    out_ += std::string(depth * 2, ' ');
    if (leaf.actual_text.empty())
      out_ += fmt::format("\"{}\"\n", texts_[id]);
    else
      out_ += fmt::format("= \"{}\"\n", leaf.actual_text);
  }

  const Pages& pages_;
  std::vector<std::string> texts_;
  std::string out_;
};

}  // namespace

const char* role_name(Role role) {
  constexpr const char* kNames[] = {
      "Document", "Part",  "Sect",  "H1",      "H2",     "H3",         "H4",   "H5",        "H6",
      "P",        "L",     "LI",    "Lbl",     "LBody",  "BlockQuote", "Note", "Reference", "Span",
      "Link",     "Code",  "Div",   "Caption", "Figure", "Table",      "TR",   "TH",        "TD",
      "THead",    "TBody", "TFoot", "TOC",     "TOCI",   "Quote",      "Index"};
  return kNames[static_cast<size_t>(role)];
}

std::string dump(const Pages& pages) {
  std::string out;
  const text::FontBook& fonts = pages.shaper->fonts();
  for (size_t i = 0; i < pages.pages.size(); ++i) {
    const Page& page = pages.pages[i];
    out += fmt::format("page {} {}x{} level={}\n", page.label, to_points(page.size.width, 2),
                       to_points(page.size.height, 2), page.mark.level);
    if (page.stands_for > 1) out += fmt::format("  stands for {} pages\n", page.stands_for);
    for (const Fragment& fragment : page.fragments) {
      out += fmt::format("  {}{}\n", line(fragment, fonts), kind(fragment));
    }
    for (const LinkArea& link : page.links) {
      out += fmt::format("  link {} {}{}\n", place(link.area), link.url, link.destination);
    }
  }
  for (const OutlineItem& item : pages.outline) {
    out += fmt::format("outline {} page={} y={} \"{}\"\n", item.level, item.page + 1,
                       to_points(item.y, 2), item.title);
  }
  for (const Destination& destination : pages.destinations) {
    out += fmt::format("destination {} page={}\n", destination.name, destination.page + 1);
  }
  return out;
}

std::string dump_structure(const Pages& pages) { return StructureDump(pages).text(); }

}  // namespace sable::layout
