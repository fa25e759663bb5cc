// Borders of a table that are collapsed: one line between two cells.
//
// In:  the grid of a table, and the styles of its parts.
// Out: for each edge of the grid the border that wins.
//
// CSS 2.2, 17.6.2 and 17.6.2.1 (border conflict resolution).
#pragma once

#include <cstdint>
#include <vector>

#include "layout/context.h"
#include "layout/table_grid.h"

namespace sable::layout {

class GridLines {
 public:
  GridLines() = default;
  GridLines(uint32_t rows, uint32_t columns)
      : columns_(columns),
        above_(size_t{rows + 1} * columns),
        before_(size_t{rows} * (columns + 1)) {}

  bool empty() const { return columns_ == 0; }

  // Above a row, and below the last; before a column, and behind the last.
  style::BorderEdge& above(uint32_t row, uint32_t column) {
    return above_[size_t{row} * columns_ + column];
  }
  style::BorderEdge& before(uint32_t row, uint32_t column) {
    return before_[size_t{row} * (columns_ + 1) + column];
  }
  const style::BorderEdge& above(uint32_t row, uint32_t column) const {
    return above_[size_t{row} * columns_ + column];
  }
  const style::BorderEdge& before(uint32_t row, uint32_t column) const {
    return before_[size_t{row} * (columns_ + 1) + column];
  }

  uint32_t columns() const { return columns_; }
  uint32_t rows() const {
    return columns_ == 0 ? 0 : static_cast<uint32_t>(before_.size() / (columns_ + 1));
  }
  // The widest line above columns [first, last) of a row, and before a column in rows.
  base::Length widest_above(uint32_t row, uint32_t first, uint32_t last) const;
  base::Length widest_before(uint32_t column, uint32_t first, uint32_t last) const;

 private:
  uint32_t columns_ = 0;
  std::vector<style::BorderEdge> above_, before_;
};

GridLines collapse_borders(const Context& context, const TableGrid& grid, markup::NodeId table);

}  // namespace sable::layout
