#include "layout/inline_content.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "layout/counter_style.h"
#include "layout/redaction_box.h"
#include "text/letter_case.h"

namespace sable::layout {

namespace {

using markup::NodeId;
using style::Display;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Stands for a box where line breaks are sought: it counts as a letter (UAX #14,
// LB1), so that no line ends between a box and the punctuation that touches it.
constexpr std::string_view kBoxLetter = "\uE000";
// Stands for it where directions are (UAX #9): neutral, and as long.
constexpr std::string_view kObject = "\uFFFC";
static_assert(kBoxLetter.size() == kObject.size());
// UAX #9, 2.4: what stands in an isolate does not turn what is around it, nor
// the other way round.
constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";
constexpr std::string_view kZeroWidthSpace = "\u200B";
// Keeps a note call at its word.
constexpr std::string_view kWordJoiner = "\u2060";

// The mark of the innermost element around a node that has one, as "(U)"; empty if
// there is none.
std::string portion_mark(const Context& context, NodeId id) {
  for (; id != markup::kNoNode; id = context.node(id).parent) {
    const std::string_view mark = context.node(id).attribute("mark");
    if (!mark.empty()) return fmt::format("({})", mark);
  }
  return {};
}

bool is_portion_mark(const markup::Node& node) {
  return node.element == "marking" && node.attribute("of") == "portion";
}

// Appends the words of a node, white space between them as one blank and none at
// the start.
void append_words(const Context& context, NodeId id, Marks marks, std::string& text) {
  const markup::Node& node = context.node(id);
  const auto append = [&text](std::string_view words) {
    for (const char c : words) {
      if (!is_space(c))
        text += c;
      else if (!text.empty() && text.back() != ' ')
        text += ' ';
    }
  };
  if (node.is_text()) return append(node.text);
  if (node.element == "note" || context.style(context.styled(id).style).display == Display::none)
    return;
  if (node.element == "redaction") return append("[withheld]");
  if (is_portion_mark(node) && marks == Marks::printed) return append(portion_mark(context, id));
  for (NodeId child = node.first_child; child != markup::kNoNode;
       child = context.node(child).next) {
    append_words(context, child, marks, text);
  }
}

std::string page_number(std::string_view format, const PageFacts& facts) {
  return format.empty() ? facts.label.text : in_style(facts.label.number, format);
}

}  // namespace

std::string InlineContent::text_for_bidi() const {
  std::string out = text;
  for (const Segment& segment : segments) {
    if (segment.kind != Segment::Kind::text && segment.kind != Segment::Kind::forced_break) {
      out.replace(segment.begin, segment.end - segment.begin, kObject);
    }
  }
  return out;
}

std::string redaction_words(const markup::Node& redaction) {
  const std::string_view codes = redaction.attribute("codes");
  const std::string_view label = redaction.attribute("label");
  std::string words = "[redacted";
  if (!codes.empty()) words += fmt::format(": {}", codes);
  if (!label.empty()) words += fmt::format(" {}", label);
  return words + "]";
}

std::string plain_text(const Context& context, NodeId id, Marks marks) {
  std::string text;
  append_words(context, id, marks, text);
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

bool is_inline_level(const Context& context, NodeId id) {
  const markup::Node& node = context.node(id);
  if (node.is_text() || node.element == "note") return true;
  const Display display = context.style(context.styled(id).style).display;
  return display == Display::inline_ || display == Display::inline_block ||
         display == Display::none;
}

void InlineCollector::begin() {
  content_ = {};
  after_space_ = true;
  anchor_ = kNothing;
}

void InlineCollector::add(NodeId id) {
  const markup::Node& node = context_.node(id);
  if (node.is_text()) {
    add_text(node.text, context_.styled(id).style, node.provenance);
  } else if (context_.style(context_.styled(id).style).display != Display::none ||
             node.element == "note") {
    const bool is_box = node.element != "redaction" && node.element != "note";
    const uint32_t box = is_box ? open_box(context_.styled(id).style, node.provenance) : kNothing;
    add_element(id);
    close_box(box);
  }
}

// Nothing is said of a box that neither shows nor takes room.
uint32_t InlineCollector::open_box(style::StyleId style, const markup::Provenance& provenance) {
  const style::ComputedStyle& computed = context_.style(style);
  const style::Border& border = computed.border;
  const base::Length none;
  const bool bare =
      !computed.background && computed.margin.left == none && computed.margin.right == none &&
      computed.padding.left == none && computed.padding.right == none && border.top.width == none &&
      border.right.width == none && border.bottom.width == none && border.left.width == none;
  if (bare) return kNothing;
  const auto box = static_cast<uint32_t>(content_.boxes.size());
  content_.boxes.push_back({style, provenance});
  content_.edges.push_back({static_cast<uint32_t>(content_.text.size()), box, true});
  return box;
}

void InlineCollector::close_box(uint32_t box) {
  if (box == kNothing) return;
  content_.edges.push_back({static_cast<uint32_t>(content_.text.size()), box, false});
}

void InlineCollector::add_children(NodeId id) {
  for (NodeId child = context_.node(id).first_child; child != markup::kNoNode;
       child = context_.node(child).next) {
    add(child);
  }
}

void InlineCollector::add_element(NodeId id) {
  const markup::Node& node = context_.node(id);
  const std::string_view name = node.element;
  if (name == "redaction") return add_box(id);
  if (name == "br") return add_break(id);
  // HTML, 4.5.28. The space of no width stands between segments, where nothing is drawn.
  if (name == "wbr") {
    content_.text += kZeroWidthSpace;
    return;
  }
  if (name == "note") return add_note(id);
  if (name == "a") return add_link(id);
  if (name == "ref") return add_reference(id);
  if (name == "toc-page") return add_page(id);
  if (name == "page-list") return add_pages(id);
  if (name == "page-number" || name == "page-count" || name == "marking" ||
      name == "section-title") {
    return add_fact(id);
  }
  const style::StyledNode& styled = context_.styled(id);
  const std::string_view language = node.attribute("lang"), change = node.attribute("changed");
  const bool apart = !language.empty() || !change.empty();
  if (apart) {
    Element& span = context_.structure.element(context_.structure.open(Role::span));
    span.language = std::string(language);
    span.change = std::string(change);
  }
  // PDF/UA-1 asks for the number of an entry in an element of its own.
  const bool label = name == "toc-number" && node.first_child != markup::kNoNode;
  if (label) context_.structure.open(Role::lbl);
  const std::string_view anchor = node.attribute("id");
  if (!anchor.empty() && context_.facts == nullptr && notes_.anchor)
    anchor_ = notes_.anchor(anchor);
  const bool isolated = open_isolate(node.attribute("dir"));
  const size_t first = content_.segments.size();
  add_generated(styled.before, node.provenance);
  add_children(id);
  add_generated(styled.after, node.provenance);
  fill_up(first, styled.style, node.provenance);
  if (isolated) content_.text += kPopIsolate;
  if (label) context_.structure.close();
  if (apart) context_.structure.close();
}

// An object that is one letter to line breaks, and neutral to directions; no line
// ends beside it.
Segment& InlineCollector::add_object(Segment::Kind kind, style::StyleId style,
                                     const markup::Provenance& provenance) {
  content_.text += kWordJoiner;
  Segment segment;
  segment.kind = kind;
  segment.begin = static_cast<uint32_t>(content_.text.size());
  content_.text += kBoxLetter;
  segment.end = static_cast<uint32_t>(content_.text.size());
  content_.text += kWordJoiner;
  segment.style = style;
  segment.link = link_;
  segment.anchor = std::exchange(anchor_, kNothing);
  segment.provenance = provenance;
  after_space_ = true;
  return content_.segments.emplace_back(std::move(segment));
}

base::Length InlineCollector::width_of(const Segment& segment) {
  if (segment.kind == Segment::Kind::box) return inline_box(context_, segment.node).width;
  if (segment.kind != Segment::Kind::text) return segment.width;
  std::vector<const text::ShapedRun*> runs;
  context_.shape(std::string_view(content_.text).substr(segment.begin, segment.end - segment.begin),
                 context_.style(segment.style), segment.provenance, runs);
  base::Length width;
  for (const text::ShapedRun* run : runs) width += run->advance;
  return width;
}

// What an inline block lacks to its `min-width` is left empty behind it, the width of
// a space at least.
void InlineCollector::fill_up(size_t first, style::StyleId style,
                              const markup::Provenance& provenance) {
  const style::ComputedStyle& computed = context_.style(style);
  if (computed.display != Display::inline_block) return;
  if (computed.min_width.kind != style::Dimension::Kind::length) return;
  const text::ShapedRun* space = context_.shape_simple(" ", computed);
  if (space == nullptr) return;
  base::Length width;
  for (size_t i = first; i < content_.segments.size(); ++i) width += width_of(content_.segments[i]);
  const bool empty = first == content_.segments.size();
  const LeafId leaf = empty ? kNoLeaf : context_.structure.text_leaf();
  Segment& gap = add_object(Segment::Kind::gap, style, provenance);
  gap.leaf = leaf;
  gap.width = std::max(computed.min_width.length - width, space->advance);
}

// GCPM 3, 3.2.
void InlineCollector::add_leader(std::string_view pattern, style::StyleId style,
                                 const markup::Provenance& provenance) {
  const auto index = static_cast<uint32_t>(content_.leaders.size());
  content_.leaders.emplace_back(pattern);
  add_object(Segment::Kind::leader, style, provenance).leader = index;
}

// HTML, 15.3.6: `dir` on an element in text isolates it. The control stands between
// segments, where nothing is drawn.
bool InlineCollector::open_isolate(std::string_view dir) {
  if (dir.empty()) return false;
  if (dir == "rtl")
    content_.text += kRightToLeftIsolate;
  else
    content_.text += dir == "ltr" ? kLeftToRightIsolate : kFirstStrongIsolate;
  return true;
}

void InlineCollector::add_generated(style::GeneratedId generated,
                                    const markup::Provenance& provenance,
                                    std::string_view note_number) {
  if (generated == style::kNoContent) return;
  const style::Generated& content = context_.input.styled.generated[generated];
  const uint32_t box = open_box(content.style, provenance);
  add_content(content.content, content.style, provenance, note_number);
  close_box(box);
}

void InlineCollector::add_content(const std::vector<style::ContentItem>& items,
                                  style::StyleId style, const markup::Provenance& provenance,
                                  std::string_view note_number) {
  for (const style::ContentItem& item : items) {
    switch (item.kind) {
      case style::ContentItem::Kind::text:
        append(item.text, style, provenance);
        break;
      case style::ContentItem::Kind::note_number:
        append(note_number, style, provenance);
        break;
      case style::ContentItem::Kind::page_number:
        if (context_.facts) append(page_number(item.text, *context_.facts), style, provenance);
        break;
      case style::ContentItem::Kind::page_count:
        if (context_.facts) append(std::to_string(context_.facts->count), style, provenance);
        break;
      case style::ContentItem::Kind::line_number:
        if (context_.facts) append(std::to_string(context_.facts->line), style, provenance);
        break;
      case style::ContentItem::Kind::leader:
        add_leader(item.text, style, provenance);
        break;
      default:
        break;  // list numbers and running elements do not stand in text
    }
  }
}

void InlineCollector::add_text(std::string_view text, style::StyleId style,
                               const markup::Provenance& provenance) {
  const style::WhiteSpace white_space = context_.style(style).white_space;
  if (white_space == style::WhiteSpace::pre || white_space == style::WhiteSpace::pre_wrap) {
    content_.preserves = true;
    append(text, style, provenance);
    return;
  }
  std::string collapsed;
  collapsed.reserve(text.size());
  for (const char c : text) {
    if (!is_space(c)) {
      collapsed += c;
      after_space_ = false;
    } else if (!after_space_) {
      collapsed += ' ';
      after_space_ = true;
    }
  }
  append(collapsed, style, provenance);
}

void InlineCollector::append(std::string_view text, style::StyleId style,
                             const markup::Provenance& provenance) {
  if (text.empty()) return;
  const style::ComputedStyle& computed = context_.style(style);
  const auto begin = static_cast<uint32_t>(content_.text.size());
  switch (computed.transform) {
    case style::TextTransform::none:
      content_.text += text;
      break;
    case style::TextTransform::uppercase:
      content_.text += text::upper_case(text, computed.language);
      break;
    case style::TextTransform::lowercase:
      content_.text += text::lower_case(text, computed.language);
      break;
  }
  after_space_ = is_space(text.back());
  const auto end = static_cast<uint32_t>(content_.text.size());
  const LeafId leaf = context_.structure.text_leaf();
  content_.has_text = true;
  const bool behind_edge = !content_.edges.empty() && content_.edges.back().at == begin;
  if (!content_.segments.empty() && !behind_edge) {
    Segment& last = content_.segments.back();
    if (last.kind == Segment::Kind::text && last.end == begin && last.style == style &&
        last.leaf == leaf && last.link == link_ && last.note == kNothing && anchor_ == kNothing) {
      last.end = end;
      return;
    }
  }
  Segment segment;
  segment.begin = begin;
  segment.end = end;
  segment.style = style;
  segment.leaf = leaf;
  segment.link = link_;
  segment.anchor = std::exchange(anchor_, kNothing);
  segment.provenance = provenance;
  content_.segments.push_back(segment);
}

void InlineCollector::add_box(NodeId id) {
  const markup::Node& node = context_.node(id);
  Segment segment;
  segment.kind = Segment::Kind::box;
  segment.begin = static_cast<uint32_t>(content_.text.size());
  content_.text += kBoxLetter;
  segment.end = static_cast<uint32_t>(content_.text.size());
  segment.style = context_.styled(id).style;
  const ElementId span = context_.structure.open(Role::span);
  context_.structure.element(span).change = std::string(node.attribute("changed"));
  segment.leaf = context_.structure.replaced_leaf(redaction_words(node));
  context_.structure.close();
  segment.node = id;
  segment.provenance = node.provenance;
  content_.segments.push_back(segment);
  after_space_ = false;
}

void InlineCollector::add_break(NodeId id) {
  Segment segment;
  segment.kind = Segment::Kind::forced_break;
  segment.begin = static_cast<uint32_t>(content_.text.size());
  content_.text += '\n';
  segment.end = static_cast<uint32_t>(content_.text.size());
  segment.style = context_.styled(id).style;
  content_.segments.push_back(segment);
  after_space_ = true;
}

void InlineCollector::add_note(NodeId id) {
  if (context_.facts != nullptr) return;  // running elements hold no notes
  const markup::Node& node = context_.node(id);
  content_.text += kWordJoiner;
  context_.structure.open(Role::reference);
  const size_t call = content_.segments.size();
  const NoteCall made = notes_.reserve(id);
  context_.note_numbers[std::string(node.attribute("id"))] = made.number;
  // Its number does not join a number of the text.
  content_.text += kFirstStrongIsolate;
  add_number(context_.styled(id).note_call, node.provenance, made.printed);
  content_.text += kPopIsolate;
  context_.structure.close();
  notes_.lay_out(made.note, id);
  for (size_t i = call; i < content_.segments.size(); ++i) content_.segments[i].note = made.note;
  content_.text += kWordJoiner;
}

void InlineCollector::add_number(style::GeneratedId generated, const markup::Provenance& provenance,
                                 const NoteNumber& number) {
  if (number.destination.empty()) return add_generated(generated, provenance, number.text);
  InlineLink link;
  link.destination = number.destination;
  link.contents = number.contents;
  link.element = context_.structure.open(Role::link);
  const uint32_t outer = std::exchange(link_, static_cast<uint32_t>(content_.links.size()));
  content_.links.push_back(std::move(link));
  add_generated(generated, provenance, number.text);
  link_ = outer;
  context_.structure.close();
}

void InlineCollector::add_link(NodeId id) {
  const markup::Node& node = context_.node(id);
  // In a table of contents a Link is part of a Reference (ISO 32000-1, 14.8.4.2).
  const bool entry =
      node.parent != markup::kNoNode && context_.node(node.parent).element == "toc-entry";
  if (entry) context_.structure.open(Role::reference);
  InlineLink link;
  link.url = std::string(node.attribute("href"));
  link.contents = plain_text(context_, id, Marks::printed);
  link.element = context_.structure.open(Role::link);
  if (link.url.starts_with('#')) {
    link.destination = link.url.substr(1);
    link.url.clear();
  }
  link_ = static_cast<uint32_t>(content_.links.size());
  content_.links.push_back(std::move(link));
  add_children(id);
  link_ = kNothing;
  context_.structure.close();
  if (entry) context_.structure.close();
}

void InlineCollector::append_portion_mark(NodeId id, style::StyleId style) {
  const markup::Provenance& place = context_.node(id).provenance;
  const std::string mark = portion_mark(context_, id);
  if (!mark.empty()) return append(mark, style, place);
  base::Diagnostic diagnostic = base::error_at(
      place.template_place, "SBL0854",
      "a <marking of=\"portion\"> stands in no element with a mark",
      "give the element around it the attribute \"mark\", or write the mark as text");
  diagnostic.ordinal = place.ordinal;
  context_.problem(std::move(diagnostic));
}

namespace {

uint64_t count_of(const markup::Node& node, std::string_view attribute, uint64_t otherwise) {
  const std::string_view text = node.attribute(attribute);
  std::from_chars(text.data(), text.data() + text.size(), otherwise);
  return otherwise;
}

constexpr uint64_t kMostDigits = 20;

// What the page is called, or with a format its number in its part alone. With `first`
// or `digits` pages are counted through the document, from there and with zeros before,
// and those with them that a sheet stands for: "0014–0016".
std::string page_number(const markup::Node& node, const PageFacts& facts) {
  std::string text = page_number(node.attribute("format"), facts);
  if (!node.attribute("first").empty() || !node.attribute("digits").empty()) {
    const uint64_t number = facts.running_number - 1 + count_of(node, "first", 1);
    const uint64_t digits = std::min<uint64_t>(count_of(node, "digits", 1), kMostDigits);
    text = fmt::format("{:0{}}", number, digits);
    if (facts.stands_for > 1) {
      text += fmt::format("–{:0{}}", number + facts.stands_for - 1, digits);
    }
  }
  if (facts.reverse_blank) text += node.attribute("reverse-blank");
  return text;
}

}  // namespace

void InlineCollector::add_fact(NodeId id) {
  const markup::Node& node = context_.node(id);
  const style::StyleId style = context_.styled(id).style;
  const marking::System& system = context_.input.system;
  if (is_portion_mark(node)) {
    append_portion_mark(id, style);
  } else if (node.element == "marking") {
    const bool page = node.attribute("of") == "page" && context_.facts != nullptr &&
                      context_.input.banner_per_page;
    append(system.banner(page ? context_.facts->mark : context_.input.overall), style,
           node.provenance);
  } else if (context_.facts == nullptr) {
    return;  // page numbers stand in running elements only
  } else if (node.element == "page-number") {
    append(page_number(node, *context_.facts), style, node.provenance);
  } else if (node.element == "page-count") {
    const bool of_part = node.attribute("of") == "part";
    append(of_part ? context_.facts->last_label : std::to_string(context_.facts->count), style,
           node.provenance);
  } else {
    append(context_.facts->section_title, style, node.provenance);
  }
}

InlineContent InlineCollector::take() {
  if (anchor_ != kNothing && !content_.segments.empty()) {
    content_.segments.back().anchor = std::exchange(anchor_, kNothing);
  }
  while (!content_.segments.empty()) {
    Segment& last = content_.segments.back();
    if (last.kind != Segment::Kind::text) break;
    while (last.end > last.begin && content_.text[last.end - 1] == ' ') --last.end;
    if (last.end > last.begin) break;
    content_.segments.pop_back();
  }
  return std::move(content_);
}

}  // namespace sable::layout
