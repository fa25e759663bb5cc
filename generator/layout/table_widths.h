// Widths of the columns of a table.
//
// In:  what each cell needs and would like, what the style sheet wishes, the room.
// Out: a width for each column.
//
// CSS 2.2, 17.5.2.2 (automatic table layout), in whole units: the same cells give
// the same widths on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "base/length.h"
#include "style/computed.h"

namespace sable::layout {

// What a cell takes, its padding and borders included.
struct CellWidths {
  uint32_t column = 0;
  uint32_t columns = 1;
  base::Length least;  // with a break at every opportunity
  base::Length most;   // with none
};

struct TableRoom {
  base::Length width;  // of the table, or the most that it may take
  bool fills = false;  // the table is as wide as that, however little it holds
};

struct ColumnWidths {
  std::vector<base::Length> widths;
  bool overfull = false;  // the cells need more than there is
};

// `wishes`: the `width` of each column.
ColumnWidths column_widths(const std::vector<CellWidths>& cells,
                           const std::vector<style::Dimension>& wishes, const TableRoom& room);

}  // namespace sable::layout
