#include "layout/table_grid.h"

#include <algorithm>
#include <charconv>

namespace sable::layout {

namespace {

using markup::kNoNode;
using markup::Node;
using markup::NodeId;

uint32_t whole_number(std::string_view text) {
  uint32_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::max(number, 1u);
}

class GridReader {
 public:
  GridReader(const markup::Tree& tree, NodeId table) : tree_(tree), table_(table) {}

  TableGrid read() {
    for_children(table_, [&](NodeId child) {
      const std::string_view name = tree_.node(child).element;
      if (name == "caption") grid_.caption = child;
      if (name == "colgroup") columns(child);
    });
    groups("thead", RowGroup::Kind::head);
    bodies();
    groups("tfoot", RowGroup::Kind::foot);
    grid_.cols.resize(grid_.columns, kNoNode);
    return std::move(grid_);
  }

 private:
  template <typename Visit>
  void for_children(NodeId parent, Visit visit) const {
    for (NodeId child = tree_.node(parent).first_child; child != kNoNode;
         child = tree_.node(child).next) {
      if (!tree_.node(child).is_text()) visit(child);
    }
  }

  void columns(NodeId group) {
    for_children(group, [&](NodeId col) { grid_.cols.push_back(col); });
    grid_.columns = std::max(grid_.columns, static_cast<uint32_t>(grid_.cols.size()));
  }

  void groups(std::string_view name, RowGroup::Kind kind) {
    for_children(table_, [&](NodeId child) {
      if (tree_.node(child).element == name) group(child, child, kind);
    });
  }

  // In the order of the table; rows of the table itself that follow one another
  // are a body of their own.
  void bodies() {
    std::vector<NodeId> loose;
    const auto flush = [&] {
      if (loose.empty()) return;
      begin_group(kNoNode, RowGroup::Kind::body);
      for (const NodeId row : loose) this->row(row);
      end_group();
      loose.clear();
    };
    for_children(table_, [&](NodeId child) {
      const std::string_view name = tree_.node(child).element;
      if (name == "tr") loose.push_back(child);
      if (name != "tbody") return;
      flush();
      group(child, child, RowGroup::Kind::body);
    });
    flush();
  }

  void group(NodeId rows, NodeId node, RowGroup::Kind kind) {
    begin_group(node, kind);
    for_children(rows, [&](NodeId row) { this->row(row); });
    end_group();
  }

  void begin_group(NodeId node, RowGroup::Kind kind) {
    RowGroup group;
    group.kind = kind;
    group.node = node;
    group.first = static_cast<uint32_t>(grid_.rows.size());
    grid_.groups.push_back(group);
    first_cell_ = grid_.cells.size();
    taken_until_.clear();
  }

  void end_group() {
    const auto last = static_cast<uint32_t>(grid_.rows.size());
    grid_.groups.back().last = last;
    for (size_t i = first_cell_; i < grid_.cells.size(); ++i) {
      TableCell& cell = grid_.cells[i];
      cell.rows = std::min(cell.rows, last - cell.row);
    }
    if (grid_.groups.back().first == last) grid_.groups.pop_back();
  }

  void row(NodeId row) {
    const auto index = static_cast<uint32_t>(grid_.rows.size());
    grid_.rows.push_back(row);
    uint32_t column = 0;
    for_children(row, [&](NodeId node) {
      TableCell cell;
      cell.node = node;
      cell.row = index;
      cell.columns = whole_number(tree_.node(node).attribute("colspan"));
      cell.rows = whole_number(tree_.node(node).attribute("rowspan"));
      while (!is_free(column, cell.columns, index)) ++column;
      cell.column = column;
      take(cell);
      column += cell.columns;
      grid_.cells.push_back(cell);
    });
    grid_.columns = std::max(grid_.columns, column);
  }

  bool is_free(uint32_t column, uint32_t columns, uint32_t row) const {
    for (uint32_t i = column; i < column + columns && i < taken_until_.size(); ++i) {
      if (taken_until_[i] > row) return false;
    }
    return true;
  }

  void take(const TableCell& cell) {
    const size_t end = cell.column + cell.columns;
    if (taken_until_.size() < end) taken_until_.resize(end);
    for (size_t i = cell.column; i < end; ++i) taken_until_[i] = cell.row + cell.rows;
  }

  const markup::Tree& tree_;
  const NodeId table_;
  TableGrid grid_;
  size_t first_cell_ = 0;              // of the group
  std::vector<uint32_t> taken_until_;  // by column: the first row that is free again
};

}  // namespace

TableGrid read_grid(const markup::Tree& tree, NodeId table) {
  return GridReader(tree, table).read();
}

}  // namespace sable::layout
