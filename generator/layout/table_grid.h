// The cells of a table on its grid of rows and columns.
//
// In:  a <table> of the markup.
// Out: its rows, head first and foot last, and where each cell stands.
//
// HTML, 4.9.12 (forming a table), without its recoveries: cells that would overlap
// are moved to the right, spans end with the rows of their group.
#pragma once

#include <cstdint>
#include <vector>

#include "markup/tree.h"

namespace sable::layout {

struct TableCell {
  markup::NodeId node = markup::kNoNode;  // a <td> or <th>
  uint32_t row = 0, column = 0;
  uint32_t rows = 1, columns = 1;  // how many it spans

  uint32_t last_row() const { return row + rows - 1; }
};

// The rows of a <thead>, a <tbody> or a <tfoot>, or of the table itself.
struct RowGroup {
  enum class Kind : uint8_t { head, body, foot } kind = Kind::body;
  markup::NodeId node = markup::kNoNode;  // none where the rows stand in the table itself
  uint32_t first = 0, last = 0;           // rows [first, last)
};

struct TableGrid {
  uint32_t columns = 0;
  std::vector<markup::NodeId> rows;  // <tr>
  std::vector<RowGroup> groups;      // head, bodies, foot
  std::vector<TableCell> cells;      // by row, then by column
  std::vector<markup::NodeId> cols;  // the <col> of each column, or kNoNode
  markup::NodeId caption = markup::kNoNode;
};

TableGrid read_grid(const markup::Tree& tree, markup::NodeId table);

}  // namespace sable::layout
