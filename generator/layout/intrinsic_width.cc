#include "layout/intrinsic_width.h"

#include <algorithm>

#include "layout/inline_content.h"
#include "layout/paragraph.h"
#include "layout/paragraph_items.h"
#include "layout/picture_size.h"
#include "layout/table_grid.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::kNoNode;
using markup::NodeId;
using style::ComputedStyle;

// Nodes of a line, and what `::before` and `::after` of their block put around them.
struct Group {
  const std::vector<NodeId>& nodes;
  style::GeneratedId before, after;
};

InlineContent collect(Context& context, const Group& group, NodeId parent) {
  // Calls of notes count with a number of about the right length. It is known until
  // the note is laid out and has its own: a later cell may repeat the call.
  const std::string number = std::to_string(context.note_numbers.size() + 1);
  const auto call = [&number](NodeId) { return NoteCall{0, number, {number, "", ""}}; };
  InlineCollector collector(context, {call, [](NoteId, NodeId) {}});
  collector.begin();
  const markup::Provenance& place = context.node(parent).provenance;
  collector.add_generated(group.before, place);
  for (const NodeId node : group.nodes) collector.add(node);
  collector.add_generated(group.after, place);
  return collector.take();
}

class Measurer {
 public:
  Measurer(Context& context, Length line) : context_(context), line_(line) {}

  IntrinsicWidth children(NodeId parent) {
    IntrinsicWidth widest;
    std::vector<NodeId> group;
    style::GeneratedId before = context_.styled(parent).before;
    style::GeneratedId after = style::kNoContent;
    const auto flush = [&] {
      if (!group.empty() || before != style::kNoContent || after != style::kNoContent)
        widen(widest, inline_group({group, before, after}, parent));
      group.clear();
      before = style::kNoContent;
    };
    for (NodeId child = context_.node(parent).first_child; child != kNoNode;
         child = context_.node(child).next) {
      if (is_inline_level(context_, child)) {
        group.push_back(child);
        continue;
      }
      flush();
      widen(widest, block(child));
    }
    after = context_.styled(parent).after;
    flush();
    return widest;
  }

 private:
  static void widen(IntrinsicWidth& widest, const IntrinsicWidth& other) {
    widest.least = std::max(widest.least, other.least);
    widest.most = std::max(widest.most, other.most);
  }

  IntrinsicWidth block(NodeId id) {
    const ComputedStyle& style = context_.style(context_.styled(id).style);
    IntrinsicWidth content;
    if (context_.node(id).element == "redaction") {
      if (style.min_width.kind == style::Dimension::Kind::length)
        content = {style.min_width.length, style.min_width.length};
    } else if (context_.node(id).element == "img") {
      if (const released::Picture* picture = picture_of(context_, id)) {
        const Length width = picture_size(style, *picture, {line_, picture->size.height}).width;
        content = {width, width};
      }
    } else {
      content = context_.node(id).element == "table" ? table(id) : children(id);
      limit(content, style);
    }
    const Length around = style.margin.left + style.margin.right + style.padding.left +
                          style.padding.right + style.border.left.width + style.border.right.width;
    return {content.least + around, content.most + around};
  }

  // CSS 2.2, 10.4; shares of a width that is sought count as none.
  static void limit(IntrinsicWidth& content, const ComputedStyle& style) {
    using Kind = style::Dimension::Kind;
    if (style.width.kind == Kind::length) content = {style.width.length, style.width.length};
    if (style.max_width.kind == Kind::length) {
      content.least = std::min(content.least, style.max_width.length);
      content.most = std::min(content.most, style.max_width.length);
    }
    if (style.min_width.kind == Kind::length) {
      content.least = std::max(content.least, style.min_width.length);
      content.most = std::max(content.most, style.min_width.length);
    }
  }

  // Of a table within: the widest row.
  IntrinsicWidth table(NodeId id) {
    const TableGrid grid = read_grid(context_.input.tree, id);
    IntrinsicWidth widest, row;
    uint32_t index = 0;
    for (const TableCell& cell : grid.cells) {
      if (cell.row != index) row = {};
      index = cell.row;
      const IntrinsicWidth width = block(cell.node);
      row.least += width.least;
      row.most += width.most;
      widen(widest, row);
    }
    return widest;
  }

  IntrinsicWidth inline_group(const Group& group, NodeId parent) {
    const InlineContent content = collect(context_, group, parent);
    if (content.empty()) return {};
    const ComputedStyle& style = context_.style(context_.styled(parent).style);
    const text::Levels levels =
        text::resolve_levels(content.text_for_bidi(), base_direction(style.direction));
    const ItemSettings settings{.indent = style.text_indent,
                                .line_width = line_,
                                .language = style.language,
                                .levels = levels};
    return of_items(make_items(context_, content, settings).items);
  }

  // Between two places where a line may end, and between two where it must.
  static IntrinsicWidth of_items(const std::vector<Item>& items) {
    IntrinsicWidth widest;
    Length part, whole;
    for (size_t i = 0; i < items.size(); ++i) {
      const Item& item = items[i];
      const bool glue_break =
          item.kind == ItemKind::glue && i > 0 && items[i - 1].kind == ItemKind::box;
      const bool penalty_break = item.kind == ItemKind::penalty && item.penalty < kForbidden;
      if (penalty_break) widen(widest, {part + item.width, whole});
      if (penalty_break || glue_break) part = {};
      if (penalty_break && item.penalty <= kForced) whole = {};
      if (item.kind == ItemKind::penalty) continue;
      whole += item.width;
      if (!glue_break) part += item.width;
      widen(widest, {part, whole});
    }
    return widest;
  }

  Context& context_;
  const Length line_;
};

}  // namespace

InlineContent content_to_measure(Context& context, const std::vector<NodeId>& nodes,
                                 NodeId parent) {
  const style::StyledNode& styled = context.styled(parent);
  return collect(context, {nodes, styled.before, styled.after}, parent);
}

IntrinsicWidth intrinsic_width(Context& context, NodeId element, Length line) {
  context.structure.pause();
  const IntrinsicWidth width = Measurer(context, line).children(element);
  context.structure.resume();
  return width;
}

}  // namespace sable::layout
