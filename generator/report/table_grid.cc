// The grid of a table, as HTML forms it ("Forming a table", HTML Living Standard,
// 4.9.12.1), but for what HTML forgives: here rows fill the grid exactly.

#include <algorithm>

#include "report/table.h"

namespace sable::report {

namespace {

using base::error_at;
using base::Span;

// Of more no page has room, and each costs a column in every row.
constexpr size_t kMostColumns = 200;

// A point at which a row begins.
Span start_of(const Row& row) { return {row.span.file, row.span.begin, row.span.begin}; }

class Grid {
 public:
  Grid(Table& table, base::Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  void place(Span place) {
    if (table_.columns.empty()) table_.columns.resize(count_columns());
    if (table_.columns.size() > kMostColumns) {
      report(place, "SBL0282", "this table has more columns than can be set",
             "split it into several tables");
      return;
    }
    for (std::vector<Row>* group : {&table_.head, &table_.rows, &table_.foot}) {
      taken_until_.assign(table_.columns.size(), 0);
      for (size_t i = 0; i < group->size(); ++i) row(*group, i);
    }
  }

 private:
  void report(Span span, const char* code, const char* message, const char* help) {
    diagnostics_.push_back(error_at(span, code, message, help));
  }

  // As many as the first row has that has any.
  size_t count_columns() const {
    for (const std::vector<Row>* group : {&table_.head, &table_.rows, &table_.foot}) {
      for (const Row& row : *group) {
        size_t count = 0;
        for (const Cell& cell : row.cells) count += cell.columns;
        if (count > 0) return count;
      }
    }
    return 1;  // every row is one that the source does not have
  }

  bool is_taken(size_t column, size_t row) const { return taken_until_[column] > row; }

  void row(std::vector<Row>& group, size_t index) {
    Row& row = group[index];
    free_columns(row, index);
    const bool whole = row.mark || row.redaction;
    if (whole && row.columns == 0) return;  // reported
    const bool absent = row.redaction && row.redaction->absent;
    if (absent) return;
    size_t column = 0;
    for (Cell& cell : row.cells) {
      while (column < taken_until_.size() && is_taken(column, index)) ++column;
      if (!fits(cell, column, index, row)) return;
      check_rows(cell, group.size() - index, row);
      cell.column = static_cast<uint32_t>(column);
      for (size_t i = 0; i < cell.columns; ++i) taken_until_[column + i] = index + cell.rows;
      column += cell.columns;
    }
    while (column < taken_until_.size() && is_taken(column, index)) ++column;
    if (column < taken_until_.size()) {
      report(start_of(row), "SBL0280", "this row has fewer cells than the table has columns",
             "write a cell for each column, an empty one as `\"\"`; `colspan` lets a cell stand "
             "for several");
    }
  }

  // The columns that no cell from above reaches into.
  void free_columns(Row& row, size_t index) {
    size_t stretches = 0;
    bool before = true;
    for (size_t column = 0; column < taken_until_.size(); ++column) {
      const bool taken = is_taken(column, index);
      if (!taken && before) {
        ++stretches;
        row.column = static_cast<uint32_t>(column);
      }
      if (!taken) ++row.columns;
      before = taken;
    }
    if (stretches == 1 || (!row.mark && !row.redaction)) return;
    row.columns = 0;
    report(start_of(row), "SBL0284",
           "a cell from a row above stands inside this row, which has a mark or redaction of its "
           "own",
           "put the mark or redaction into the cells, or write a cell in each row");
  }

  void check_rows(const Cell& cell, size_t rows_left, const Row& row) {
    if (cell.rows > rows_left) {
      report(cell.text.span, "SBL0282", "this cell reaches beyond the last row of its part",
             "give it a smaller `rowspan`: cells of the head, the rows and the foot stay there");
    } else if (cell.rows > 1 && (row.mark || row.redaction)) {
      report(cell.text.span, "SBL0284",
             "a cell of a row with a mark or redaction of its own spans into the rows below",
             "put the mark or redaction into the cells, or write a cell in each row");
    }
  }

  bool fits(const Cell& cell, size_t column, size_t index, const Row& row) {
    if (column + cell.columns > taken_until_.size()) {
      report(cell.columns > 1 ? cell.text.span : start_of(row), "SBL0280",
             "this row has more cells than the table has columns",
             "take out cells or a `colspan`; the first row, or `columns`, says how many columns "
             "there are");
      return false;
    }
    for (size_t i = column; i < column + cell.columns; ++i) {
      if (!is_taken(i, index)) continue;
      report(cell.text.span, "SBL0281", "this cell overlaps one that reaches down from a row above",
             "give one of the two a smaller `colspan` or `rowspan`");
      return false;
    }
    return true;
  }

  Table& table_;
  base::Diagnostics& diagnostics_;
  std::vector<size_t> taken_until_;  // by column: the first row that is free again
};

}  // namespace

void place_cells(Table& table, Span place, base::Diagnostics& diagnostics) {
  Grid(table, diagnostics).place(place);
}

}  // namespace sable::report
