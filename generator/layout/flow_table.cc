// Tables in the flow: CSS 2.2, 17.

#include <algorithm>
#include <numeric>

#include "layout/column_axis.h"
#include "layout/compose.h"
#include "layout/flow.h"
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

Length padding_of(const ComputedStyle& style) {
  return style.padding.left + style.padding.right + style.border.left.width +
         style.border.right.width;
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

// A table under way.
struct Flow::Table {
  NodeId id = kNoNode;
  TableGrid grid;
  Measure measure;                               // of the table itself
  std::optional<marking::Marking> caption_mark;  // of its words, if they are shown
  std::vector<Length> lefts;                     // of the columns, and the right edge of the last
  std::vector<Axis> axes;     // of the columns: the most that stands on either side of it
  std::vector<bool> aligned;  // cells that have such an axis

  const TableCell* begin_row(uint32_t row) const {
    return std::lower_bound(grid.cells.data(), grid.cells.data() + grid.cells.size(), row,
                            [](const TableCell& cell, uint32_t r) { return cell.row < r; });
  }
  Length left(const TableCell& cell) const { return lefts[cell.column]; }
  Length width(const TableCell& cell) const {
    return lefts[cell.column + cell.columns] - lefts[cell.column];
  }
};

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
  set_columns(table);
  const size_t first = column_.strips->size();
  edge(style.border.top.width + style.padding.top);
  row_groups(table);
  const Length bottom = style.border.bottom.width + style.padding.bottom;
  if (bottom > Length()) column_.keep = true;
  edge(bottom);
  decorate(id, first,
           {table.measure.x - style.margin.left,
            table.lefts.back() - table.measure.x + style.margin.left + style.margin.right});
  context_.structure.close();
}

void Flow::set_columns(Table& table) {
  const ComputedStyle& style = context_.style(context_.styled(table.id).style);
  TableRoom room{table.measure.width, style.width.kind != Dimension::Kind::automatic};
  if (style.width.kind == Dimension::Kind::length)
    room.width = std::min(room.width, style.width.length);
  if (style.width.kind == Dimension::Kind::percent)
    room.width = room.width.scaled(std::min(style.width.percent, 10000), 10000);
  std::vector<CellWidths> cells;
  for (const TableCell& cell : table.grid.cells) {
    const IntrinsicWidth content = intrinsic_width(context_, cell.node, room.width);
    const Length padding = padding_of(context_.style(context_.styled(cell.node).style));
    cells.push_back({cell.column, cell.columns, content.least + padding, content.most + padding});
  }
  align_columns(table, cells);
  std::vector<Dimension> wishes;
  for (const NodeId col : table.grid.cols) {
    wishes.push_back(col == kNoNode ? Dimension{}
                                    : context_.style(context_.styled(col).style).width);
  }
  const ColumnWidths columns = column_widths(cells, wishes, room);
  if (columns.overfull) report_narrow(table.id);
  table.lefts.push_back(table.measure.x);
  for (const Length width : columns.widths) table.lefts.push_back(table.lefts.back() + width);
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
    const Length needed = axis.before + axis.behind + padding_of(style);
    if (cell.least == cell.most) cell.least = std::max(cell.least, needed);
    cell.most = std::max(cell.most, needed);
  }
}

// Moves the line of a cell to the axis of its column. One that was broken stays at its
// edge, and none leaves its cell.
void Flow::align_cell(const Table& table, const TableCell& cell, const Measure& measure,
                      std::vector<Strip>& strips) {
  const auto index = static_cast<size_t>(&cell - table.grid.cells.data());
  if (strips.size() != 1 || !table.aligned[index]) return;
  const ComputedStyle& style = context_.style(context_.styled(cell.node).style);
  const std::optional<Axis> axis = axis_of(strips.front(), style, context_);
  if (!axis) return;
  const bool right_to_left = style.direction == style::Direction::right_to_left;
  const Axis& most = table.axes[cell.column];
  const Length width = axis->before + axis->behind;
  const Length left =
      right_to_left ? most.before - axis->before : measure.width - most.behind - axis->before;
  const Length set_at = right_to_left ? Length() : measure.width - width;
  const Length by =
      std::clamp(left, std::min(Length(), set_at), std::max(Length(), measure.width - width)) -
      set_at;
  for (Fragment& fragment : strips.front().fragments) shift(fragment, {by, {}});
  for (LinkArea& link : strips.front().links) link.area.x += by;
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
  for (Strip& row : copy_rows(ranges.head, repeat.head_height))
    repeat.head.push_back(std::move(row));
  repeat.foot = copy_rows(ranges.foot, repeat.foot_height);
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

// Sets the rows from `first` that spans tie together; the row behind them.
uint32_t Flow::tied_rows(const Table& table, const RowGroup& group, uint32_t first) {
  uint32_t last = first + 1;
  for (const TableCell* cell = table.begin_row(first); cell != table.begin_row(last); ++cell) {
    last = std::max(last, cell->last_row() + 1);
  }
  SetRows rows;
  std::vector<Length> heights = set_cells(table, first, last, rows);
  std::vector<Length> tops{Length()};
  for (const Length height : heights) tops.push_back(tops.back() + height);
  rows.height = tops.back();
  decorate_rows(table, group, first, tops, rows);
  place_cells(table, first, tops, rows);
  bool breaks = false;
  for (uint32_t row = first; row < last; ++row) {
    const ComputedStyle& style = context_.style(context_.styled(table.grid.rows[row]).style);
    breaks = breaks || style.break_inside != style::Break::avoid;
  }
  // What the table repeats takes up to half of a page: a higher row may have to be cut,
  // though only where no page holds it.
  const bool cut = breaks || rows.height * 2 > settings_.text_height;
  const size_t begin = column_.strips->size();
  for (Strip& strip : row_strips(context_, std::move(rows), cut)) {
    if (!breaks && column_.strips->size() > begin) strip.may_break_before = false;
    emit_row(std::move(strip));
  }
  return last;
}

// The cells of rows [first, last), and the height of each row.
std::vector<Length> Flow::set_cells(const Table& table, uint32_t first, uint32_t last,
                                    SetRows& rows) {
  std::vector<Length> heights(last - first);
  std::vector<std::pair<const TableCell*, Length>> spanning;
  for (uint32_t row = first; row < last; ++row) {
    context_.structure.open(Role::tr);
    const std::optional<marking::Marking> outer_mark = column_.mark;
    enter_mark(table.grid.rows[row]);
    for (const TableCell* cell = table.begin_row(row); cell != table.begin_row(row + 1); ++cell) {
      rows.cells.push_back(set_cell(table, *cell));
      const ComputedStyle& style = context_.style(context_.styled(cell->node).style);
      const Length height = height_of(rows.cells.back().strips) + style.padding.top +
                            style.padding.bottom + style.border.top.width +
                            style.border.bottom.width;
      if (cell->rows == 1)
        heights[row - first] = std::max(heights[row - first], height);
      else
        spanning.emplace_back(cell, height);
    }
    column_.mark = outer_mark;
    context_.structure.close();
  }
  for (const auto& [cell, height] : spanning) {
    const auto from = heights.begin() + (cell->row - first);
    const Length has = std::accumulate(from, from + cell->rows, Length());
    if (height > has) *(from + cell->rows - 1) += height - has;
  }
  return heights;
}

SetCell Flow::set_cell(const Table& table, const TableCell& cell) {
  const markup::Node& node = context_.node(cell.node);
  const ComputedStyle& style = context_.style(context_.styled(cell.node).style);
  const ElementId element = context_.structure.open(node.element == "th" ? Role::th : Role::td);
  if (element != kNoElement) {
    context_.structure.element(element).columns = cell.columns;
    context_.structure.element(element).rows = cell.rows;
    context_.structure.element(element).scope = std::string(node.attribute("scope"));
  }
  SetCell set;
  Column column;
  column.strips = &set.strips;
  column.decorations = &set.decorations;
  column.mark = column_.mark;
  std::swap(column_, column);
  enter_mark(cell.node);
  identify(cell.node, element);
  const Length x = table.left(cell) + style.border.left.width + style.padding.left;
  const Measure measure{x, table.width(cell) - padding_of(style)};
  children(cell.node, measure, false);
  std::swap(column_, column);
  align_cell(table, cell, measure, set.strips);
  context_.structure.close();
  return set;
}

void Flow::decorate_rows(const Table& table, const RowGroup& group, uint32_t first,
                         const std::vector<Length>& tops, SetRows& rows) {
  const Length x = table.lefts.front();
  const Length width = table.lefts.back() - x;
  const auto count = static_cast<uint32_t>(tops.size() - 1);
  const auto add = [&](NodeId node, const base::Rect& area) {
    const style::StyleId style = context_.styled(node).style;
    if (is_plain(context_.style(style))) return;
    rows.decorations.push_back({area, style, context_.node(node).provenance});
  };
  if (group.node != kNoNode) {
    // Reaches beyond these rows unless they are the first or the last of the group.
    const Length far = Length::points(1);
    const Length above = first > group.first ? far : Length();
    const Length below = first + count < group.last ? far : Length();
    add(group.node, {x, -above, width, tops.back() + above + below});
  }
  for (uint32_t i = 0; i < count; ++i) {
    add(table.grid.rows[first + i], {x, tops[i], width, tops[i + 1] - tops[i]});
  }
  for (const TableCell* cell = table.begin_row(first); cell != table.begin_row(first + count);
       ++cell) {
    const Length top = tops[cell->row - first];
    const Length bottom = tops[cell->last_row() + 1 - first];
    add(cell->node, {table.left(*cell), top, table.width(*cell), bottom - top});
  }
}

// Where the content of each cell begins.
void Flow::place_cells(const Table& table, uint32_t first, const std::vector<Length>& tops,
                       SetRows& rows) {
  const TableCell* cell = table.begin_row(first);
  for (SetCell& set : rows.cells) {
    const ComputedStyle& style = context_.style(context_.styled(cell->node).style);
    const Length top = tops[cell->row - first] + style.border.top.width + style.padding.top;
    set.top = top;
    ++cell;
  }
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
