// Tables in the flow: CSS 2.2, 17.

#include <algorithm>

#include "layout/compose.h"
#include "layout/flow.h"
#include "layout/flow_table.h"
#include "layout/intrinsic_width.h"
#include "layout/row_strips.h"
#include "layout/table_grid.h"
#include "layout/table_widths.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::kNoNode;
using markup::NodeId;
using style::ComputedStyle;
using style::Dimension;

// What the style sheet asks for a cell at the least (CSS 2.2, 17.5.2.2).
Length fixed_width(const ComputedStyle& style) {
  return style.width.kind == Dimension::Kind::length ? style.width.length : Length();
}

void add_space(Length height, std::vector<Strip>& strips, Length& sum) {
  if (height <= Length()) return;
  Strip space;
  space.height = height;
  sum += height;
  strips.push_back(std::move(space));
}

Role role_of(RowGroup::Kind kind) {
  switch (kind) {
    case RowGroup::Kind::head:
      return Role::thead;
    case RowGroup::Kind::foot:
      return Role::tfoot;
    case RowGroup::Kind::body:
      break;
  }
  return Role::tbody;
}

}  // namespace

// Strips [first, last) of the rows of one kind.
struct Flow::StripRange {
  uint32_t first = 0, last = 0;
};

struct Flow::RowRanges {
  StripRange head, body, foot;

  void add(RowGroup::Kind kind, uint32_t first, uint32_t last) {
    StripRange& range = kind == RowGroup::Kind::head   ? head
                        : kind == RowGroup::Kind::foot ? foot
                                                       : body;
    if (range.first == range.last) range.first = first;
    range.last = last;
  }
};

Length Flow::Table::half_line() const {
  Length widest;
  for (uint32_t row = 0; collapses() && row <= lines.rows(); ++row) {
    widest = std::max(widest, lines.widest_above(row, 0, lines.columns()));
  }
  return widest / 2;
}

void Flow::table(NodeId id, const Measure& measure) {
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  Table table;
  table.id = id;
  table.grid = read_grid(context_.input.tree, id);
  context_.structure.open(Role::table);
  identify(id, context_.structure.current());
  table.measure = {measure.x + style.margin.left,
                   measure.width - style.margin.left - style.margin.right};
  if (table.grid.caption != kNoNode) {
    const size_t caption = column_.strips->size();
    block(table.grid.caption, table.measure);
    for (size_t i = caption; i < column_.strips->size(); ++i) {
      if ((*column_.strips)[i].has_text) table.caption_mark = (*column_.strips)[i].mark;
    }
    column_.keep = true;
  }
  if (style.collapses_borders) {
    table.lines = collapse_borders(context_, table.grid, id);
  } else {
    table.gap_x = style.border_spacing_x;
    table.gap_y = style.border_spacing_y;
  }
  const Insets around = insets_of_table(table, style);
  set_columns(table, around);
  const size_t first = column_.strips->size();
  edge(around.top);
  row_groups(table);
  const Length bottom = around.bottom + table.gap_y;
  if (bottom > Length()) column_.keep = true;
  edge(bottom);
  const Length right = table.lefts.back() + around.right;
  decorate(id, first,
           {table.measure.x - style.margin.left,
            right - table.measure.x + style.margin.left + style.margin.right});
  context_.structure.close();
}

// Of collapsed borders the table has the outer half, and no padding (CSS 2.2, 17.6.2).
Insets Flow::insets_of_table(const Table& table, const ComputedStyle& style) {
  if (!table.collapses()) {
    return {style.border.left.width + style.padding.left,
            style.border.right.width + style.padding.right,
            style.border.top.width + style.padding.top,
            style.border.bottom.width + style.padding.bottom};
  }
  const uint32_t rows = table.lines.rows(), columns = table.lines.columns();
  return {
      table.lines.widest_before(0, 0, rows) / 2, table.lines.widest_before(columns, 0, rows) / 2,
      table.lines.widest_above(0, 0, columns) / 2, table.lines.widest_above(rows, 0, columns) / 2};
}

void Flow::set_columns(Table& table, const Insets& around) {
  const ComputedStyle& style = context_.style(context_.styled(table.id).style);
  TableRoom room{table.measure.width, style.width.kind != Dimension::Kind::automatic};
  if (style.width.kind == Dimension::Kind::length)
    room.width = std::min(room.width, style.width.length);
  if (style.width.kind == Dimension::Kind::percent)
    room.width = room.width.scaled(std::min(style.width.percent, 10000), 10000);
  room.width -= around.across() + table.gap_x * (int64_t{table.grid.columns} + 1);
  std::vector<CellWidths> cells;
  for (const TableCell& cell : table.grid.cells) {
    const IntrinsicWidth content = intrinsic_width(context_, cell.node, room.width);
    const ComputedStyle& own = context_.style(context_.styled(cell.node).style);
    // A cell over several columns has the spaces between them.
    const Length padding =
        table.insets(cell, own).across() - table.gap_x * (int64_t{cell.columns} - 1);
    const Length least = std::max(content.least, fixed_width(own));
    cells.push_back(
        {cell.column, cell.columns, least + padding, std::max(least, content.most) + padding});
  }
  align_columns(table, cells);
  std::vector<Dimension> wishes;
  for (const NodeId col : table.grid.cols) {
    wishes.push_back(col == kNoNode ? Dimension{}
                                    : context_.style(context_.styled(col).style).width);
  }
  const ColumnWidths columns = column_widths(cells, wishes, room);
  if (columns.overfull) report_narrow(table.id);
  table.lefts.push_back(table.measure.x + around.left + table.gap_x);
  for (const Length width : columns.widths)
    table.lefts.push_back(table.lefts.back() + width + table.gap_x);
}

// A column is wide enough for what stands on either side of its axis.
void Flow::align_columns(Table& table, std::vector<CellWidths>& cells) {
  table.axes.resize(table.grid.columns);
  table.aligned.assign(table.grid.cells.size(), false);
  for (size_t i = 0; i < table.grid.cells.size(); ++i) {
    const TableCell& cell = table.grid.cells[i];
    const ComputedStyle& style = context_.style(context_.styled(cell.node).style);
    if (cell.columns > 1 || !aligns_on_sign(style)) continue;
    const std::optional<Axis> axis = axis_of_cell(context_, cell.node);
    if (!axis) continue;
    Axis& most = table.axes[cell.column];
    most.before = std::max(most.before, axis->before);
    most.behind = std::max(most.behind, axis->behind);
    table.aligned[i] = true;
  }
  for (size_t i = 0; i < cells.size(); ++i) {
    if (!table.aligned[i]) continue;
    CellWidths& cell = cells[i];
    const ComputedStyle& style = context_.style(context_.styled(table.grid.cells[i].node).style);
    const Axis& axis = table.axes[cell.column];
    const Length needed =
        axis.before + axis.behind + table.insets(table.grid.cells[i], style).across();
    if (cell.least == cell.most) cell.least = std::max(cell.least, needed);
    cell.most = std::max(cell.most, needed);
  }
}

void Flow::report_narrow(NodeId table) {
  base::Diagnostic diagnostic = base::error_without_place(
      base::Fault::input, "SBL0856", "the words of a table need more room than the page has",
      "take out a column, shorten its longest words, or let them break (U+200B)");
  diagnostic.severity = base::Severity::warning;
  diagnostic.ordinal = context_.node(table).provenance.ordinal;
  context_.problem(std::move(diagnostic));
}

void Flow::row_groups(Table& table) {
  RowRanges ranges;
  for (const RowGroup& group : table.grid.groups) {
    const auto first = static_cast<uint32_t>(column_.strips->size());
    if (group.kind == RowGroup::Kind::foot) column_.keep = true;
    context_.structure.open(role_of(group.kind));
    const std::optional<marking::Marking> outer_mark = column_.mark;
    if (group.node != kNoNode) enter_mark(group.node);
    for (uint32_t row = group.first; row < group.last;) row = tied_rows(table, group, row);
    column_.mark = outer_mark;
    context_.structure.close();
    if (group.kind == RowGroup::Kind::head) column_.keep = true;
    ranges.add(group.kind, first, static_cast<uint32_t>(column_.strips->size()));
  }
  if (column_.strips == &galley_.strips) repeat_rows(table, ranges);
}

// Head and foot of a table that may go over a page: not where they would take the
// better part of it.
void Flow::repeat_rows(const Table& table, const RowRanges& ranges) {
  Repeat repeat;
  repeat.head = continued_caption(table);
  repeat.head_height = height_of(repeat.head);
  const Length half = table.half_line();
  add_space(half, repeat.head, repeat.head_height);
  for (Strip& row : copy_rows(ranges.head, repeat.head_height))
    repeat.head.push_back(std::move(row));
  repeat.foot = copy_rows(ranges.foot, repeat.foot_height);
  add_space(half, repeat.foot, repeat.foot_height);
  if (repeat.head.empty() && repeat.foot.empty()) return;
  if ((repeat.head_height + repeat.foot_height) * 2 > settings_.text_height) return;
  const auto index = static_cast<uint32_t>(galley_.repeats.size());
  for (uint32_t i = ranges.body.first + 1; i < ranges.body.last; ++i) {
    galley_.strips[i].repeat = index;
  }
  repeat.all_above = repeat.head_height;
  repeat.all_below = repeat.foot_height;
  galley_.repeats.push_back(std::move(repeat));
}

// What stands in place of the caption above each further part of the table. It counts
// for the marking of its page as the table does, and as a caption that is shown.
std::vector<Strip> Flow::continued_caption(const Table& table) {
  if (table.grid.caption == kNoNode) return {};
  const style::GeneratedId generated = context_.styled(table.grid.caption).continued;
  if (generated == style::kNoContent) return {};
  const style::Generated& content = context_.input.styled.generated[generated];
  std::vector<Strip> lines = generated_text(content.content, content.style, table.measure);
  marking::Marking mark = column_.mark.value_or(context_.input.overall);
  if (table.caption_mark) mark = context_.input.system.join(mark, *table.caption_mark);
  for (Strip& line : lines) {
    line.mark = mark;
    line.has_text = true;
    for (Fragment& fragment : line.fragments) fragment.artifact = Artifact::layout;
  }
  if (!lines.empty()) lines.back().height += context_.style(content.style).margin.bottom;
  return lines;
}

std::vector<Strip> Flow::copy_rows(const StripRange& range, Length& height) const {
  std::vector<Strip> copies;
  for (uint32_t i = range.first; i < range.last; ++i) {
    const Strip& row = galley_.strips[i];
    Strip copy;
    copy.height = row.height;
    copy.mark = row.mark;
    copy.has_text = row.has_text;
    for (Fragment fragment : row.fragments) {
      fragment.artifact = Artifact::layout;
      fragment.leaf = kNoLeaf;
      copy.fragments.push_back(std::move(fragment));
    }
    height += row.height;
    copies.push_back(std::move(copy));
  }
  return copies;
}

void Flow::emit_row(Strip strip) {
  const bool has_text = strip.has_text;
  const marking::Marking mark = strip.mark;
  auto outline = std::move(strip.outline);
  auto anchors = std::move(strip.anchors);
  if (!strip.may_break_before) column_.keep = true;
  emit(std::move(strip));
  Strip& emitted = column_.strips->back();
  emitted.has_text = has_text;
  emitted.mark = mark;
  emitted.outline.insert(emitted.outline.end(), outline.begin(), outline.end());
  emitted.anchors.insert(emitted.anchors.end(), anchors.begin(), anchors.end());
}

}  // namespace sable::layout
