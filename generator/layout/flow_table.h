// A table under way. Private to the files flow_table.cc and flow_cells.cc.
//
// In:  its grid; the widths of its columns, once they are known.
// Out: where its cells stand, and what is around their content.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "layout/column_axis.h"
#include "layout/flow.h"
#include "layout/table_borders.h"

namespace sable::layout {

// What stands between the edge of a cell and its content.
struct Insets {
  base::Length left, right, top, bottom;

  base::Length across() const { return left + right; }
  base::Length down() const { return top + bottom; }
};

struct Flow::Table {
  markup::NodeId id = markup::kNoNode;
  TableGrid grid;
  Measure measure;                               // of the table itself
  std::optional<marking::Marking> caption_mark;  // of its words, if they are shown
  // The left edge of each column, and that which one behind the last would have.
  std::vector<base::Length> lefts;
  std::vector<Axis> axes;     // of the columns: the most that stands on either side of it
  std::vector<bool> aligned;  // cells that have such an axis
  GridLines lines;            // of collapsed borders; empty where they are separate
  base::Length gap_x, gap_y;  // `border-spacing`

  bool collapses() const { return !lines.empty(); }
  const TableCell* begin_row(uint32_t row) const {
    return std::lower_bound(grid.cells.data(), grid.cells.data() + grid.cells.size(), row,
                            [](const TableCell& cell, uint32_t r) { return cell.row < r; });
  }
  base::Length left(const TableCell& cell) const { return lefts[cell.column]; }
  base::Length width(const TableCell& cell) const {
    return lefts[cell.column + cell.columns] - lefts[cell.column] - gap_x;
  }
  // Of all cells.
  base::Length inner_left() const { return lefts.front(); }
  base::Length inner_width() const { return lefts.back() - lefts.front() - gap_x; }
  // Of collapsed borders a cell has the half that lies in it (CSS 2.2, 17.6.2).
  Insets insets(const TableCell& cell, const style::ComputedStyle& style) const;
  // What of the widest collapsed border between rows stands beyond its row.
  base::Length half_line() const;
};

// Where rows that spans tie together stand.
struct Flow::RowPlaces {
  std::vector<base::Length> tops, bottoms;
  std::vector<base::Length> baselines;  // from the top of each row

  base::Length height() const { return bottoms.back(); }
};

}  // namespace sable::layout
