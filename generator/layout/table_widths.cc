#include "layout/table_widths.h"

#include <algorithm>

namespace sable::layout {

namespace {

using base::Length;
using style::Dimension;

struct Column {
  Length least, most;
  bool fixed = false;  // has a width of its own
};

Length sum_of(const std::vector<Column>& columns, Length Column::*what) {
  Length sum;
  for (const Column& column : columns) sum += column.*what;
  return sum;
}

// Shares `amount` out in proportion to `weights`, exactly; evenly if all are 0.
std::vector<Length> shares(Length amount, const std::vector<Length>& weights) {
  Length total;
  for (const Length weight : weights) total += weight;
  std::vector<Length> out;
  Length seen, given;
  for (size_t i = 0; i < weights.size(); ++i) {
    seen += weights[i];
    const Length due = total > Length() ? amount.scaled(seen.units(), total.units())
                                        : amount.scaled(static_cast<int64_t>(i) + 1,
                                                        static_cast<int64_t>(weights.size()));
    out.push_back(due - given);
    given = due;
  }
  return out;
}

// What a cell over several columns needs beyond what they have.
void widen_spanned(std::vector<Column>& columns, const CellWidths& cell, Length Column::*what,
                   Length needed) {
  Length has;
  std::vector<Length> weights;
  for (uint32_t i = cell.column; i < cell.column + cell.columns; ++i) {
    has += columns[i].*what;
    weights.push_back(columns[i].most);
  }
  if (needed <= has) return;
  const std::vector<Length> more = shares(needed - has, weights);
  for (uint32_t i = 0; i < cell.columns; ++i) columns[cell.column + i].*what += more[i];
}

void wish(Column& column, const Dimension& width, Length whole) {
  if (width.kind == Dimension::Kind::automatic) return;
  const Length wished =
      width.kind == Dimension::Kind::percent ? whole.scaled(width.percent, 10000) : width.length;
  column.fixed = true;
  column.least = std::max(column.least, wished);
  column.most = column.least;
}

std::vector<Column> columns_of(const std::vector<CellWidths>& cells,
                               const std::vector<Dimension>& wishes, Length whole) {
  std::vector<Column> columns(wishes.size());
  for (const CellWidths& cell : cells) {
    if (cell.columns != 1) continue;
    Column& column = columns[cell.column];
    column.least = std::max(column.least, cell.least);
    column.most = std::max({column.most, cell.most, cell.least});
  }
  for (size_t i = 0; i < columns.size(); ++i) wish(columns[i], wishes[i], whole);
  for (const CellWidths& cell : cells) {
    if (cell.columns == 1) continue;
    widen_spanned(columns, cell, &Column::least, cell.least);
    for (uint32_t i = cell.column; i < cell.column + cell.columns; ++i) {
      columns[i].most = std::max(columns[i].most, columns[i].least);
    }
    widen_spanned(columns, cell, &Column::most, std::max(cell.most, cell.least));
  }
  return columns;
}

// Between what the columns need and what they would like.
std::vector<Length> between(const std::vector<Column>& columns, Length spare) {
  std::vector<Length> weights, widths;
  for (const Column& column : columns) weights.push_back(column.most - column.least);
  const std::vector<Length> more = shares(spare, weights);
  for (size_t i = 0; i < columns.size(); ++i) widths.push_back(columns[i].least + more[i]);
  return widths;
}

// More than they would like: columns with a width of their own keep it, unless all
// have one.
std::vector<Length> beyond(const std::vector<Column>& columns, Length spare) {
  const bool all_fixed =
      std::all_of(columns.begin(), columns.end(), [](const Column& c) { return c.fixed; });
  std::vector<Length> weights, widths;
  for (const Column& column : columns) {
    weights.push_back(column.fixed && !all_fixed ? Length() : column.most);
  }
  const std::vector<Length> more = shares(spare, weights);
  for (size_t i = 0; i < columns.size(); ++i) widths.push_back(columns[i].most + more[i]);
  return widths;
}

}  // namespace

ColumnWidths column_widths(const std::vector<CellWidths>& cells,
                           const std::vector<Dimension>& wishes, const TableRoom& room) {
  const std::vector<Column> columns = columns_of(cells, wishes, room.width);
  if (columns.empty()) return {};
  const Length least = sum_of(columns, &Column::least);
  const Length most = sum_of(columns, &Column::most);
  ColumnWidths result;
  if (least > room.width) {
    result.overfull = true;
    std::vector<Length> weights;
    for (const Column& column : columns) weights.push_back(column.least);
    result.widths = shares(room.width, weights);
  } else if (most > room.width) {
    result.widths = between(columns, room.width - least);
  } else {
    result.widths = beyond(columns, room.fills ? room.width - most : Length());
  }
  return result;
}

}  // namespace sable::layout
