#include "layout/table_grid.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "markup/tree.h"

namespace sable::layout {
namespace {

// Builds a tree from "(element child child …)"; attributes as name=value behind the
// element.
class TreeReader {
 public:
  explicit TreeReader(std::string_view text) : text_(text) {}

  markup::Tree read() {
    element(markup::kNoNode);
    return std::move(tree_);
  }

 private:
  std::string_view word() {
    while (text_[at_] == ' ') ++at_;
    const size_t begin = at_;
    while (text_[at_] != ' ' && text_[at_] != ')' && text_[at_] != '(') ++at_;
    return text_.substr(begin, at_ - begin);
  }

  char next() {
    while (text_[at_] == ' ') ++at_;
    return text_[at_];
  }

  markup::NodeId element(markup::NodeId parent) {
    ++at_;  // (
    const auto id = static_cast<markup::NodeId>(tree_.nodes.size());
    tree_.nodes.emplace_back();
    tree_.nodes[id].element = word();
    tree_.nodes[id].parent = parent;
    markup::NodeId last = markup::kNoNode;
    while (next() != ')') {
      if (next() != '(') {
        const std::string_view attribute = word();
        const size_t equals = attribute.find('=');
        tree_.nodes[id].attributes.push_back(
            {attribute.substr(0, equals), std::string(attribute.substr(equals + 1))});
        continue;
      }
      const markup::NodeId child = element(id);
      (last == markup::kNoNode ? tree_.nodes[id].first_child : tree_.nodes[last].next) = child;
      last = child;
    }
    ++at_;
    return id;
  }

  std::string_view text_;
  size_t at_ = 0;
  markup::Tree tree_;
};

// "columns; head 0-1 …; row,column rows×columns …"
std::string grid_of(std::string_view text) {
  const TableGrid grid = read_grid(TreeReader(text).read(), 0);
  std::string out = fmt::format("{};", grid.columns);
  for (const RowGroup& group : grid.groups) {
    const char* kinds[] = {"head", "body", "foot"};
    out += fmt::format(" {} {}-{}", kinds[static_cast<int>(group.kind)], group.first, group.last);
  }
  out += ";";
  for (const TableCell& cell : grid.cells) {
    out += fmt::format(" {},{}", cell.row, cell.column);
    if (cell.rows > 1 || cell.columns > 1) out += fmt::format(" {}x{}", cell.rows, cell.columns);
  }
  return out;
}

TEST(TableGrid, OfRowsInTheTableItself) {
  EXPECT_EQ(grid_of("(table (tr (td) (td)) (tr (td)))"), "2; body 0-2; 0,0 0,1 1,0");
}

TEST(TableGrid, HeadComesFirstAndFootLast) {
  EXPECT_EQ(
      grid_of("(table (tfoot (tr (td))) (tbody (tr (td)) (tr (td))) (tr (td)) (thead (tr (th))))"),
      "1; head 0-1 body 1-3 body 3-4 foot 4-5; 0,0 1,0 2,0 3,0 4,0");
}

TEST(TableGrid, CellsStandBesideThoseThatSpanFromAbove) {
  EXPECT_EQ(
      grid_of("(table (tr (td rowspan=2) (td colspan=2)) (tr (td) (td)) (tr (td) (td) (td)))"),
      "3; body 0-3; 0,0 2x1 0,1 1x2 1,1 1,2 2,0 2,1 2,2");
}

TEST(TableGrid, ACellThatWouldOverlapMovesRight) {
  EXPECT_EQ(grid_of("(table (tr (td) (td rowspan=2) (td)) (tr (td colspan=2)))"),
            "4; body 0-2; 0,0 0,1 2x1 0,2 1,2 1x2");
}

TEST(TableGrid, SpansEndWithTheirGroup) {
  EXPECT_EQ(grid_of("(table (thead (tr (th rowspan=9) (th))) (tbody (tr (td) (td))))"),
            "2; head 0-1 body 1-2; 0,0 0,1 1,0 1,1");
}

TEST(TableGrid, ColumnsThatAreNamedCount) {
  EXPECT_EQ(grid_of("(table (colgroup (col) (col) (col)) (tr (td)))"), "3; body 0-1; 0,0");
}

TEST(TableGrid, OfATableWithoutRows) { EXPECT_EQ(grid_of("(table (thead))"), "0;;"); }

}  // namespace
}  // namespace sable::layout
