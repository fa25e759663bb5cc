// The rows of a table: cells set, made as high as their rows, and placed in them.
//
// CSS 2.2, 17.5.3 (heights and vertical alignment) and 17.6 (borders).

#include <algorithm>
#include <numeric>
#include <utility>

#include "layout/compose.h"
#include "layout/flow.h"
#include "layout/flow_table.h"
#include "layout/row_strips.h"

namespace sable::layout {

using base::Length;
using markup::kNoNode;
using markup::NodeId;
using style::CellAlign;
using style::ComputedStyle;

namespace {

// The baseline of a cell is that of its first line, or the end of its content.
Length baseline_of(const std::vector<Strip>& strips) {
  Length y;
  for (size_t i = 0; i < strips.size(); ++i) {
    if (i > 0) y += strips[i].space_before;
    for (const Fragment& fragment : strips[i].fragments) {
      if (const auto* glyphs = std::get_if<GlyphRun>(&fragment.item)) return y + glyphs->origin.y;
    }
    y += strips[i].height;
  }
  return y;
}

Length fixed(const style::Dimension& height) {
  return height.kind == style::Dimension::Kind::length ? height.length : Length();
}

}  // namespace

Insets Flow::Table::insets(const TableCell& cell, const ComputedStyle& style) const {
  Insets around{style.padding.left, style.padding.right, style.padding.top, style.padding.bottom};
  if (!collapses()) {
    around.left += style.border.left.width;
    around.right += style.border.right.width;
    around.top += style.border.top.width;
    around.bottom += style.border.bottom.width;
    return around;
  }
  const uint32_t below = cell.row + cell.rows, behind = cell.column + cell.columns;
  around.left += lines.widest_before(cell.column, cell.row, below) / 2;
  around.right += lines.widest_before(behind, cell.row, below) / 2;
  around.top += lines.widest_above(cell.row, cell.column, behind) / 2;
  around.bottom += lines.widest_above(below, cell.column, behind) / 2;
  return around;
}

// Sets the rows from `first` that spans tie together; the row behind them.
uint32_t Flow::tied_rows(const Table& table, const RowGroup& group, uint32_t first) {
  uint32_t last = first + 1;
  for (const TableCell* cell = table.begin_row(first); cell != table.begin_row(last); ++cell) {
    last = std::max(last, cell->last_row() + 1);
  }
  SetRows rows;
  set_cells(table, first, last, rows);
  const RowPlaces places = place_rows(table, first, last, rows);
  rows.height = places.height();
  decorate_rows(table, group, first, places, rows);
  rule_rows(table, first, places, rows);
  place_cells(table, first, places, rows);
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

// The cells of rows [first, last).
void Flow::set_cells(const Table& table, uint32_t first, uint32_t last, SetRows& rows) {
  for (uint32_t row = first; row < last; ++row) {
    context_.structure.open(Role::tr);
    const std::optional<marking::Marking> outer_mark = column_.mark;
    enter_mark(table.grid.rows[row]);
    for (const TableCell* cell = table.begin_row(row); cell != table.begin_row(row + 1); ++cell) {
      rows.cells.push_back(set_cell(table, *cell));
    }
    column_.mark = outer_mark;
    context_.structure.close();
  }
}

// Rows are as high as their highest cell, once the cells that are aligned on a baseline
// stand on that of their row; what a cell over several rows needs beyond them goes to
// the last of these.
Flow::RowPlaces Flow::place_rows(const Table& table, uint32_t first, uint32_t last,
                                 const SetRows& rows) const {
  RowPlaces places;
  places.baselines.resize(last - first);
  const TableCell* const begin = table.begin_row(first);
  for (size_t i = 0; i < rows.cells.size(); ++i) {
    const ComputedStyle& style = context_.style(context_.styled(begin[i].node).style);
    if (style.cell_align != CellAlign::baseline) continue;
    Length& baseline = places.baselines[begin[i].row - first];
    baseline =
        std::max(baseline, table.insets(begin[i], style).top + baseline_of(rows.cells[i].strips));
  }
  std::vector<Length> heights(last - first);
  for (uint32_t row = first; row < last; ++row) {
    heights[row - first] =
        fixed(context_.style(context_.styled(table.grid.rows[row]).style).height);
  }
  std::vector<std::pair<const TableCell*, Length>> spanning;
  for (size_t i = 0; i < rows.cells.size(); ++i) {
    const TableCell& cell = begin[i];
    const Length height =
        height_of_cell(table, cell, rows.cells[i], places.baselines[cell.row - first]);
    if (cell.rows == 1)
      heights[cell.row - first] = std::max(heights[cell.row - first], height);
    else
      spanning.emplace_back(&cell, height);
  }
  for (const auto& [cell, height] : spanning) {
    const auto from = heights.begin() + (cell->row - first);
    const Length has =
        std::accumulate(from, from + cell->rows, table.gap_y * (int64_t{cell->rows} - 1));
    if (height > has) *(from + cell->rows - 1) += height - has;
  }
  Length y;
  for (const Length height : heights) {
    y += table.gap_y;
    places.tops.push_back(y);
    y += height;
    places.bottoms.push_back(y);
  }
  return places;
}

// What a cell takes of its row, from the row's top.
Length Flow::height_of_cell(const Table& table, const TableCell& cell, const SetCell& set,
                            Length baseline) const {
  const ComputedStyle& style = context_.style(context_.styled(cell.node).style);
  const Insets around = table.insets(cell, style);
  const Length content = std::max(height_of(set.strips), fixed(style.height));
  const Length height = content + around.down();
  if (style.cell_align != CellAlign::baseline) return height;
  return height + baseline - around.top - baseline_of(set.strips);
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
  const Insets around = table.insets(cell, style);
  const Measure measure{table.left(cell) + around.left, table.width(cell) - around.across()};
  children(cell.node, measure, false);
  std::swap(column_, column);
  align_cell(table, cell, measure, set.strips);
  context_.structure.close();
  return set;
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

// Backgrounds, and borders that are separate.
void Flow::decorate_rows(const Table& table, const RowGroup& group, uint32_t first,
                         const RowPlaces& places, SetRows& rows) {
  const Length x = table.inner_left();
  const Length width = table.inner_width();
  const auto count = static_cast<uint32_t>(places.tops.size());
  const auto add = [&](NodeId node, const base::Rect& area) {
    const style::StyleId style = context_.styled(node).style;
    if (is_plain(context_.style(style))) return;
    rows.decorations.push_back({area, style, context_.node(node).provenance, !table.collapses()});
  };
  if (group.node != kNoNode) {
    // Reaches beyond these rows unless they are the first or the last of the group.
    const Length far = Length::points(1);
    const Length top = first > group.first ? -far : places.tops.front();
    const Length below = first + count < group.last ? far : Length();
    add(group.node, {x, top, width, places.height() + below - top});
  }
  for (uint32_t i = 0; i < count; ++i) {
    add(table.grid.rows[first + i], {x, places.tops[i], width, places.bottoms[i] - places.tops[i]});
  }
  for (const TableCell* cell = table.begin_row(first); cell != table.begin_row(first + count);
       ++cell) {
    const Length top = places.tops[cell->row - first];
    const Length bottom = places.bottoms[cell->last_row() - first];
    add(cell->node, {table.left(*cell), top, table.width(*cell), bottom - top});
  }
}

// Collapsed borders, each around its line of the grid. Those above the rows are those
// below the rows before, drawn again: a page may begin between them.
void Flow::rule_rows(const Table& table, uint32_t first, const RowPlaces& places, SetRows& rows) {
  if (!table.collapses()) return;
  const auto count = static_cast<uint32_t>(places.tops.size());
  for (uint32_t i = 0; i < count; ++i) {
    const Length top = places.tops[i];
    for (uint32_t column = 0; column <= table.grid.columns; ++column) {
      const style::BorderEdge& edge = table.lines.before(first + i, column);
      rows.lines.push_back(
          {{table.lefts[column] - edge.width / 2, top, edge.width, places.bottoms[i] - top},
           edge,
           true});
    }
  }
  for (uint32_t i = 0; i <= count; ++i) {
    rule_across(table, first + i, i < count ? places.tops[i] : places.height(), rows);
  }
}

// Equal borders side by side are one line. It reaches over the lines that it meets.
void Flow::rule_across(const Table& table, uint32_t row, Length y, SetRows& rows) const {
  const auto half_of_upright = [&](uint32_t column) {
    Length width;
    if (row > 0) width = table.lines.before(row - 1, column).width;
    if (row < table.lines.rows()) width = std::max(width, table.lines.before(row, column).width);
    return width / 2;
  };
  for (uint32_t from = 0; from < table.grid.columns;) {
    const style::BorderEdge& edge = table.lines.above(row, from);
    uint32_t to = from + 1;
    while (to < table.grid.columns && table.lines.above(row, to) == edge) ++to;
    const Length left = table.lefts[from] - half_of_upright(from);
    const Length right = table.lefts[to] + half_of_upright(to);
    rows.lines.push_back({{left, y - edge.width / 2, right - left, edge.width}, edge, false});
    from = to;
  }
}

// Where the content of each cell begins.
void Flow::place_cells(const Table& table, uint32_t first, const RowPlaces& places, SetRows& rows) {
  const TableCell* cell = table.begin_row(first);
  for (SetCell& set : rows.cells) {
    const ComputedStyle& style = context_.style(context_.styled(cell->node).style);
    const Insets around = table.insets(*cell, style);
    const Length top = places.tops[cell->row - first];
    const Length free =
        places.bottoms[cell->last_row() - first] - top - around.down() - height_of(set.strips);
    set.top = top + around.top;
    if (style.cell_align == CellAlign::middle) set.top += free / 2;
    if (style.cell_align == CellAlign::bottom) set.top += free;
    if (style.cell_align == CellAlign::baseline)
      set.top = top + places.baselines[cell->row - first] - baseline_of(set.strips);
    ++cell;
  }
}

}  // namespace sable::layout
