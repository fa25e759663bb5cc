#include "layout/table_borders.h"

#include <algorithm>

namespace sable::layout {

namespace {

using base::Length;
using markup::kNoNode;
using markup::NodeId;
using style::BorderEdge;
using style::LineStyle;

constexpr uint32_t kNoCell = 0xFFFFFFFF;

// The border that wins among those that are offered: hidden, then the widest, then by
// style, then what is offered first.
class Contest {
 public:
  void offer(const BorderEdge& edge) {
    if (winner_.style == LineStyle::hidden) return;
    const bool wins = edge.style == LineStyle::hidden || edge.width > winner_.width ||
                      (edge.width == winner_.width && edge.style > winner_.style);
    if (wins) winner_ = edge;
  }

  // A hidden border keeps the others away and is not there itself.
  BorderEdge winner() const { return winner_.style == LineStyle::hidden ? BorderEdge() : winner_; }

 private:
  BorderEdge winner_;
};

class Collapser {
 public:
  Collapser(const Context& context, const TableGrid& grid, NodeId table)
      : context_(context),
        grid_(grid),
        table_(border(table)),
        rows_(static_cast<uint32_t>(grid.rows.size())),
        lines_(rows_, grid.columns),
        cells_(size_t{rows_} * grid.columns, kNoCell),
        groups_(rows_, nullptr) {
    for (uint32_t i = 0; i < grid.cells.size(); ++i) {
      const TableCell& cell = grid.cells[i];
      for (uint32_t row = cell.row; row < cell.row + cell.rows; ++row) {
        for (uint32_t column = cell.column; column < cell.column + cell.columns; ++column) {
          cells_[size_t{row} * grid.columns + column] = i;
        }
      }
    }
    for (const RowGroup& group : grid.groups) {
      for (uint32_t row = group.first; row < group.last; ++row) groups_[row] = &group;
    }
  }

  GridLines collapse() {
    for (uint32_t row = 0; row <= rows_; ++row) {
      for (uint32_t column = 0; column < grid_.columns; ++column) {
        lines_.above(row, column) = above(row, column);
      }
    }
    for (uint32_t row = 0; row < rows_; ++row) {
      for (uint32_t column = 0; column <= grid_.columns; ++column) {
        lines_.before(row, column) = before(row, column);
      }
    }
    return std::move(lines_);
  }

 private:
  const style::Border& border(NodeId id) const {
    static const style::Border none;
    if (id == kNoNode) return none;
    return context_.style(context_.styled(id).style).border;
  }

  uint32_t cell_at(uint32_t row, uint32_t column) const {
    return cells_[size_t{row} * grid_.columns + column];
  }

  NodeId node_of(uint32_t cell) const { return cell == kNoCell ? kNoNode : grid_.cells[cell].node; }

  NodeId column_node(uint32_t column) const {
    return column < grid_.cols.size() ? grid_.cols[column] : kNoNode;
  }

  // Candidates by rank; of one rank that which stands above, or before, comes first.
  BorderEdge above(uint32_t row, uint32_t column) const {
    const bool has_upper = row > 0, has_lower = row < rows_;
    const uint32_t upper = has_upper ? cell_at(row - 1, column) : kNoCell;
    const uint32_t lower = has_lower ? cell_at(row, column) : kNoCell;
    if (upper != kNoCell && upper == lower) return {};
    Contest contest;
    contest.offer(border(node_of(upper)).bottom);
    contest.offer(border(node_of(lower)).top);
    if (has_upper) contest.offer(border(grid_.rows[row - 1]).bottom);
    if (has_lower) contest.offer(border(grid_.rows[row]).top);
    const RowGroup* group_above = has_upper ? groups_[row - 1] : nullptr;
    const RowGroup* group_below = has_lower ? groups_[row] : nullptr;
    if (group_above != group_below) {
      if (group_above != nullptr) contest.offer(border(group_above->node).bottom);
      if (group_below != nullptr) contest.offer(border(group_below->node).top);
    }
    if (!has_upper) contest.offer(border(column_node(column)).top);
    if (!has_lower) contest.offer(border(column_node(column)).bottom);
    if (!has_upper) contest.offer(table_.top);
    if (!has_lower) contest.offer(table_.bottom);
    return contest.winner();
  }

  BorderEdge before(uint32_t row, uint32_t column) const {
    const bool has_left = column > 0, has_right = column < grid_.columns;
    const uint32_t left = has_left ? cell_at(row, column - 1) : kNoCell;
    const uint32_t right = has_right ? cell_at(row, column) : kNoCell;
    if (left != kNoCell && left == right) return {};
    Contest contest;
    contest.offer(border(node_of(left)).right);
    contest.offer(border(node_of(right)).left);
    const NodeId group = groups_[row] != nullptr ? groups_[row]->node : kNoNode;
    if (!has_left) {
      contest.offer(border(grid_.rows[row]).left);
      contest.offer(border(group).left);
    }
    if (!has_right) {
      contest.offer(border(grid_.rows[row]).right);
      contest.offer(border(group).right);
    }
    if (has_left) contest.offer(border(column_node(column - 1)).right);
    if (has_right) contest.offer(border(column_node(column)).left);
    if (!has_left) contest.offer(table_.left);
    if (!has_right) contest.offer(table_.right);
    return contest.winner();
  }

  const Context& context_;
  const TableGrid& grid_;
  const style::Border& table_;
  const uint32_t rows_;
  GridLines lines_;
  std::vector<uint32_t> cells_;  // by place: index into TableGrid::cells
  std::vector<const RowGroup*> groups_;
};

}  // namespace

Length GridLines::widest_above(uint32_t row, uint32_t first, uint32_t last) const {
  Length widest;
  for (uint32_t i = first; i < last; ++i) widest = std::max(widest, above(row, i).width);
  return widest;
}

Length GridLines::widest_before(uint32_t column, uint32_t first, uint32_t last) const {
  Length widest;
  for (uint32_t i = first; i < last; ++i) widest = std::max(widest, before(i, column).width);
  return widest;
}

GridLines collapse_borders(const Context& context, const TableGrid& grid, NodeId table) {
  return Collapser(context, grid, table).collapse();
}

}  // namespace sable::layout
