// Rows of a table as strips of the galley.
//
// In:  the cells of rows that spans tie together, each set at the width of its
//      columns.
// Out: strips as wide as the table: one for all of it, or, where it may break, one
//      between each two heights at which no cell has a line.
//
// CSS 2.2, 17.5.3 (heights of rows); CSS Fragmentation 3, 4.4 (parallel flows).
#pragma once

#include <vector>

#include "layout/context.h"
#include "layout/galley.h"

namespace sable::layout {

// A background and borders, from the top of the rows.
struct RowDecoration {
  base::Rect area;
  style::StyleId style = 0;
  markup::Provenance provenance;
  bool borders = true;  // they are its own, and not collapsed
};

// A collapsed border around a line of the grid.
struct RowLine {
  base::Rect area;
  style::BorderEdge edge;
  bool upright = false;
};

// The content of a cell, from the left edge of the text.
struct SetCell {
  std::vector<Strip> strips;
  std::vector<Decoration> decorations;  // of blocks within the cell, inner ones first
  base::Length top;                     // of its first strip, from the top of the rows
};

struct SetRows {
  base::Length height;
  std::vector<RowDecoration> decorations;  // outer ones first
  std::vector<RowLine> lines = {};         // over all of them
  std::vector<SetCell> cells;              // in reading order
};

// Height of the content of a cell: the space above its first strip falls away.
base::Length height_of(const std::vector<Strip>& strips);

// The first strip may break before it; `breaks` lets the others do so too.
std::vector<Strip> row_strips(const Context& context, SetRows rows, bool breaks);

}  // namespace sable::layout
