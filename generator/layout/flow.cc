#include "layout/flow.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;
using style::Break;
using style::ComputedStyle;
using style::Display;

// How strongly a page ends at another line than one with a broken word.
constexpr uint8_t kBrokenWord = 4;

// The structure type of a block element; nullopt: transparent.
std::optional<Role> role_of(std::string_view element) {
  if (const int level = heading_level(element)) {
    return static_cast<Role>(static_cast<int>(Role::h1) + level - 1);
  }
  if (element == "p" || element == "pre") return Role::p;
  // ISO 32000-1, 14.8.4.2 has no Aside.
  if (element == "aside") return Role::sect;
  if (element == "section" || element == "endnotes" || is_contents(element)) return Role::sect;
  if (element == "ul" || element == "ol" || element == "dl") return Role::l;
  if (element == "dt") return Role::lbl;
  if (element == "dd") return Role::lbody;
  if (element == "blockquote") return Role::block_quote;
  if (element == "caption" || element == "figcaption") return Role::caption;
  if (element == "figure") return Role::div;
  return std::nullopt;
}

// An element that is the Sect of its own heading.
bool is_section(const markup::Node& node) {
  return node.element == "section" || node.element == "endnotes" || is_contents(node.element);
}

// The level that a block gives to what follows it: a heading's own, or that of the
// heading which a <section> begins with; 0: none.
int section_level(const Context& context, NodeId id) {
  const markup::Node& node = context.node(id);
  if (!is_section(node)) return heading_level(node.element);
  for (NodeId child = node.first_child; child != markup::kNoNode;
       child = context.node(child).next) {
    if (const int level = heading_level(context.node(child).element)) return level;
  }
  return 0;
}

// Whether a box stands for a whole block: what else the block shows is its portion
// mark, and that says nothing of the page's own marking.
bool is_withheld_whole(const Context& context, NodeId block) {
  const std::string_view name = context.node(block).element;
  if (name == "body" || name == "section") return false;
  // Of an entry the box stands in its title, in its link.
  if (name == "toc-entry") {
    const NodeId link = context.node(block).last_child;
    return link != markup::kNoNode && context.node(link).first_child != markup::kNoNode &&
           is_withheld_whole(context, context.node(link).first_child);
  }
  for (NodeId child = context.node(block).first_child; child != markup::kNoNode;
       child = context.node(child).next) {
    const markup::Node& node = context.node(child);
    if (node.element != "redaction") continue;
    const std::string_view kind = node.attribute("kind");
    if (kind == "region") continue;
    if (name == "blockquote" ? kind == "quote" : kind != "span" && kind != "banner") return true;
  }
  return false;
}

}  // namespace

Measure inset(const Measure& outer, const ComputedStyle& style) {
  const Length left = style.margin.left + style.border.left.width + style.padding.left;
  const Length right = style.margin.right + style.border.right.width + style.padding.right;
  return {outer.x + left, outer.width - left - right};
}

bool is_plain(const ComputedStyle& style) {
  const style::Border& border = style.border;
  return !style.background && border.top.width <= Length() && border.right.width <= Length() &&
         border.bottom.width <= Length() && border.left.width <= Length();
}

bool is_contents(std::string_view element) {
  return element == "toc" || element == "list-of" || element == "index";
}

int heading_level(std::string_view element) {
  const bool heading =
      element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6';
  return heading ? element[1] - '0' : 0;
}

Flow::Flow(Context& context, Galley& galley, const FlowSettings& settings)
    : context_(context), galley_(galley), settings_(settings) {
  column_.strips = &galley_.strips;
  column_.decorations = &galley_.decorations;
}

void Flow::body(NodeId body) {
  const Measure page{Length(), settings_.text_width};
  Measure measure = page;
  const bool columns = begin_columns(context_.style(context_.styled(body).style), measure);
  children(body, measure, true);
  clear_sides(style::Clear::both);
  if (columns) end_columns();
  // A template may have no place for them.
  end_notes(page);
  clear_sides(style::Clear::both);
  settle_floats();
}

MarginContent Flow::running(NodeId running, Length width) {
  MarginContent content;
  Column column;
  column.strips = &content.strips;
  column.decorations = &content.decorations;
  std::swap(column_, column);
  context_.structure.pause();
  children(running, {Length(), width}, false);
  context_.structure.resume();
  std::swap(column_, column);
  content.space_after = column.margin;
  return content;
}

MarginContent Flow::margin_text(const style::MarginBox& box, Length width) {
  MarginContent content;
  content.strips = generated_text(box.content, box.style, {Length(), width});
  return content;
}

std::vector<Strip> Flow::generated_text(const std::vector<style::ContentItem>& items,
                                        style::StyleId style, const Measure& measure) {
  std::vector<Strip> strips;
  InlineCollector collector(context_, note_sink());
  context_.structure.pause();
  collector.begin();
  collector.add_content(items, style, {});
  context_.structure.resume();
  const InlineContent content = collector.take();
  if (!content.empty()) set_paragraph(context_, content, style, measure, strips);
  return strips;
}

// Inline-level children that stand beside blocks make anonymous blocks
// (CSS 2.2, 9.2.1.1). With `sections`, each heading opens a Sect that holds what
// follows it up to the next heading of its level.
void Flow::children(NodeId parent, const Measure& measure, bool sections) {
  Group group;
  group.before = context_.styled(parent).before;
  std::vector<int> open;
  // A <section> is the Sect of its own heading.
  const int own_level = is_section(context_.node(parent)) ? section_level(context_, parent) : 0;
  const auto flush = [&] {
    if (!group.empty()) inline_group(group, parent, measure);
    group = {};
  };
  for (NodeId child = context_.node(parent).first_child; child != markup::kNoNode;
       child = context_.node(child).next) {
    const markup::Node& node = context_.node(child);
    if (node.element == "running") continue;
    if (node.element == "endnotes" && end_notes_.empty()) continue;
    if (is_inline_level(context_, child)) {
      group.nodes.push_back(child);
      continue;
    }
    flush();
    const int level = sections ? section_level(context_, child) : 0;
    if (level > 0) {
      for (; !open.empty() && open.back() >= level; open.pop_back()) context_.structure.close();
    }
    if (level > own_level && !is_section(node)) {
      context_.structure.open(Role::sect);
      open.push_back(level);
    }
    block(child, measure);
  }
  group.after = context_.styled(parent).after;
  flush();
  for (size_t i = 0; i < open.size(); ++i) context_.structure.close();
}

void Flow::block(NodeId id, const Measure& measure) {
  const markup::Node& node = context_.node(id);
  if (node.attribute("kind") == "region") return region(id);
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  if (floats(style)) return float_block(id, measure);
  if (style.columns.spans && column_.columns != kNoColumns) return spanning_block(id);
  if (stands_at_side(style)) return side_float(id, measure);
  block_in_flow(id, measure);
}

void Flow::block_in_flow(NodeId id, const Measure& room) {
  const Measure measure = sized(id, room);
  const markup::Node& node = context_.node(id);
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  const std::optional<marking::Marking> outer_mark = column_.mark;
  clear_before(id);
  enter_mark(id);
  if (style.resets_notes) restart_notes();
  if (style.page_counter.first > 0 && column_.strips == &galley_.strips) {
    const auto strip = static_cast<uint32_t>(column_.strips->size());
    galley_.parts.push_back({strip, style.page_counter});
  }
  begin_breaks(id, style);
  keep_with_last(id);
  column_.margin = std::max(column_.margin, style.margin.top);
  const size_t first = column_.strips->size();
  if (node.element == "redaction")
    block_box(id, measure);
  else if (style.display == Display::list_item)
    list_item(id, measure);
  else if (node.element == "table")
    table(id, measure);
  else if (node.element == "figure")
    figure(id, measure);
  else if (node.element == "img")
    picture(id, measure);
  else
    block_content(id, measure);
  end_breaks(style, first);
  column_.margin = std::max(column_.margin, style.margin.bottom);
  column_.mark = outer_mark;
}

// What an element says of its own marking counts for all that it shows.
void Flow::enter_mark(NodeId id) {
  const markup::Node& node = context_.node(id);
  const std::string_view mark = node.attribute("mark");
  if (mark.empty()) return;
  // An entry of an index may have several, with line ends between them.
  std::optional<marking::Marking> joined;
  for (size_t begin = 0; begin < mark.size();) {
    const size_t end = std::min(mark.find('\n', begin), mark.size());
    // Validated before the door; a template's own constant may be wrong.
    const marking::System& system = context_.input.system;
    const auto parsed = system.parse(mark.substr(begin, end - begin));
    begin = end + 1;
    if (parsed) {
      // A list that is left to the whole was the same before the mark was printed.
      const marking::Marking complete =
          system.completed(*parsed, context_.input.overall).value_or(context_.input.overall);
      joined = joined ? system.join(*joined, complete) : complete;
      continue;
    }
    for (base::Diagnostic diagnostic : parsed.error()) {
      diagnostic.span = node.provenance.template_place;
      context_.problem(std::move(diagnostic));
    }
  }
  if (joined) column_.mark = joined;
}

void Flow::block_content(NodeId id, const Measure& measure) {
  const markup::Node& node = context_.node(id);
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  const BlockStart start = block_start();
  const std::optional<Role> role = role_of(node.element);
  if (role) context_.structure.open(*role);
  const std::string_view language = node.attribute("lang");
  if (!language.empty() && (role || style.display == Display::list_item)) {
    context_.structure.element(context_.structure.current()).language = std::string(language);
  }
  identify(id, role ? context_.structure.current() : kNoElement);
  const Length top = style.border.top.width + style.padding.top;
  if (top > Length()) hoist_break(id);
  edge(top);
  const size_t inner = column_.strips->size();
  // ISO 32000-1, 14.8.4.4.1: code stands in a paragraph.
  const bool code = node.element == "pre";
  if (code) context_.structure.open(Role::code);
  Measure content = inset(measure, style);
  const bool columns = begin_columns(style, content);
  if (is_contents(node.element))
    contents(id, content);
  else if (node.element == "dl")
    definitions(id, content);
  else
    children(id, content, is_section(node));
  if (code) context_.structure.close();
  if (node.element == "endnotes") end_notes(content);
  if (columns)
    end_columns();
  else
    fill_height(style, inner, top > Length());
  const Length bottom = style.border.bottom.width + style.padding.bottom;
  if (bottom > Length()) column_.minimum = true;
  edge(bottom);
  if (role) context_.structure.close();
  clone_edges(style, start);
  decorate(id, start.strip, measure);
}

void Flow::inline_group(const Group& group, NodeId parent, const Measure& measure) {
  const style::StyleId style = context_.styled(parent).style;
  InlineCollector collector(context_, note_sink());
  collector.begin();
  if (column_.label != kNoElement) {
    context_.structure.enter(column_.label);
    collector.add_number(context_.styled(column_.label_note).note_marker,
                         context_.node(column_.label_note).provenance, column_.label_number);
    context_.structure.close();
    column_.label = kNoElement;
  }
  const markup::Provenance& place = context_.node(parent).provenance;
  collector.add_generated(group.before, place);
  for (const NodeId node : group.nodes) collector.add(node);
  collector.add_generated(group.after, place);
  const InlineContent content = collector.take();
  if (content.empty()) return;
  std::vector<Strip> lines;
  const ComputedStyle& computed = context_.style(style);
  set_paragraph(context_, content, style, shape_beside(measure, computed), lines);
  if (computed.shrinks_to_fit && lines.size() > 1) shrink(content, style, measure, lines);
  const size_t count = lines.size();
  column_.says_nothing = is_withheld_whole(context_, parent);
  bool broken = false;  // the line before ends within a word
  for (size_t i = 0; i < count; ++i) {
    if (broken) keep(kBrokenWord);
    broken = lines[i].ends_in_hyphen;
    // CSS Fragmentation 3, 3.3.
    if (i > 0 && (i < computed.orphans || count - i < computed.widows)) column_.minimum = true;
    lines[i].numbered = computed.numbers_lines;
    emit(std::move(lines[i]));
  }
  column_.says_nothing = false;
  announce(content);
}

// Smaller on one line, or else on two; as small as it gets, on as many as it takes.
void Flow::shrink(const InlineContent& content, style::StyleId style, const Measure& measure,
                  std::vector<Strip>& lines) {
  constexpr int kStep = 5, kSmallestOnOne = 70, kSmallest = 50;
  for (const size_t most : {size_t{1}, size_t{2}}) {
    for (int percent = 100 - kStep; percent >= (most == 1 ? kSmallestOnOne : kSmallest);
         percent -= kStep) {
      ScaledStyles smaller(context_.input.styled, percent);
      context_.scale(&smaller);
      lines.clear();
      set_paragraph(context_, content, style, measure, lines);
      context_.scale(nullptr);
      if (lines.size() <= most) return;
    }
  }
}

void Flow::edge(Length height) {
  if (height <= Length()) return;
  Strip strip;
  strip.height = height;
  emit(std::move(strip));
  column_.minimum = true;
}

bool Flow::shows_text(const Strip& strip) const {
  return std::any_of(
      strip.fragments.begin(), strip.fragments.end(), [this](const Fragment& fragment) {
        return fragment.leaf != kNoLeaf && std::holds_alternative<GlyphRun>(fragment.item) &&
               context_.pages.structure.leaves[fragment.leaf].actual_text.empty();
      });
}

void Flow::emit(Strip strip) {
  if (column_.forced != Break::automatic) clear_sides(style::Clear::both);
  strip.space_before = column_.margin;
  strip.stretch = column_.heading ? column_.margin : column_.margin / 2;
  strip.columns = column_.columns;
  // Columns end at one height, and are not filled up.
  if (strip.columns != kNoColumns) strip.stretch = Length();
  strip.may_break_before = !column_.keep;
  strip.breaks_minimum = column_.minimum;
  strip.keep = column_.strength;
  strip.break_before = column_.forced;
  strip.page_name = column_.page_name;
  strip.has_text = !column_.says_nothing && shows_text(strip);
  strip.mark = column_.mark.value_or(context_.input.overall);
  strip.outline = std::exchange(column_.outline, {});
  strip.anchors.insert(strip.anchors.end(), column_.anchors.begin(), column_.anchors.end());
  column_.anchors.clear();
  strip.fragments.insert(strip.fragments.begin(), std::make_move_iterator(column_.marker.begin()),
                         std::make_move_iterator(column_.marker.end()));
  column_.marker.clear();
  pass_sides(strip);
  column_.margin = {};
  column_.keep = column_.minimum = column_.heading = column_.introduces = false;
  column_.strength = 0;
  column_.forced = Break::automatic;
  column_.strips->push_back(std::move(strip));
}

// Headings enter the outline; whatever has an id can be linked to.
void Flow::identify(NodeId id, ElementId element) {
  const markup::Node& node = context_.node(id);
  const std::string_view name = node.attribute("id");
  if (!name.empty() && context_.facts == nullptr) {
    column_.anchors.push_back(static_cast<uint32_t>(context_.pages.destinations.size()));
    context_.pages.destinations.push_back({std::string(name), 0, {}});
  }
  const int level = heading_level(node.element);
  if (level == 0 || context_.facts != nullptr) return;
  column_.outline.push_back(static_cast<uint32_t>(context_.pages.outline.size()));
  OutlineItem item;
  item.level = level;
  item.title = plain_text(context_, id, Marks::printed);
  const std::string_view number = node.attribute("number");
  if (!number.empty()) item.title = fmt::format("{} {}", number, item.title);
  item.element = element;
  context_.pages.outline.push_back(std::move(item));
}

void Flow::decorate(NodeId id, size_t first, const Measure& measure) {
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  const size_t last = column_.strips->size();
  if (column_.decorations == nullptr || first == last) return;
  if (is_plain(style)) return;
  Decoration decoration;
  decoration.first = static_cast<uint32_t>(first);
  decoration.last = static_cast<uint32_t>(last);
  decoration.x = measure.x + style.margin.left;
  decoration.width = measure.width - style.margin.left - style.margin.right;
  decoration.style = context_.styled(id).style;
  decoration.provenance = context_.node(id).provenance;
  decoration.clones = clones_edges(style) && !holds_columns(first);
  decoration.borders = context_.node(id).element != "table" || !style.collapses_borders;
  decoration.columns = column_.columns;
  column_.decorations->push_back(std::move(decoration));
}

}  // namespace sable::layout
