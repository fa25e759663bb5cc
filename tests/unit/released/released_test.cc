#include "released/released.h"

#include <functional>

#include <gtest/gtest.h>

namespace sable::released {
namespace {

Released sample() {
  Released released;
  released.release = "foia";
  released.system = marking::find_system("legacy");
  released.titles.title = Field{0, {}, Inlines{{Text{"Talks"}}}};
  Block paragraph{1, Paragraph{{}, {}, {{Text{"One"}}, {Hole{}}}}};
  ListItem inner{4, {}, Inlines{{Text{"inner"}}}, {}};
  Block list{2, List{{ListItem{3, {}, Inlines{{Text{"outer"}}}, {inner}}}}};
  released.body = {paragraph, list};
  released.notes = {Note{5, {}, std::vector<Inlines>{{{Text{"note"}}}}}};
  released.ordinals = 6;
  return released;
}

Cell cell(Ordinal ordinal, const char* text) {
  Cell cell;
  cell.ordinal = ordinal;
  cell.text = Inlines{{Text{text}}};
  return cell;
}

Released with_table() {
  Released released;
  released.system = marking::find_system("legacy");
  Table table;
  table.caption = Field{1, {}, Inlines{{Text{"Fees"}}}};
  table.columns.resize(2);
  table.head = {Row{2, {}, 0, std::vector<Cell>{cell(3, "Year"), cell(4, "Fee")}}};
  table.rows = {Row{5, {}, 0, std::vector<Cell>{cell(6, "1995"), cell(7, "410")}},
                Row{8, {}, 2, Hole{}}};
  table.foot = {Row{9, {}, 0, std::vector<Cell>{cell(10, "Mean"), cell(11, "")}}};
  released.body = {Block{0, table}};
  released.ordinals = 12;
  return released;
}

TEST(BlockPath, NamesEachPlaceOfATable) {
  const Released released = with_table();
  const char* paths[] = {"body/1",
                         "body/1/caption",
                         "body/1/head/1",
                         "body/1/head/1/cells/1",
                         "body/1/head/1/cells/2",
                         "body/1/rows/1",
                         "body/1/rows/1/cells/1",
                         "body/1/rows/1/cells/2",
                         "body/1/rows/2",
                         "body/1/foot/1",
                         "body/1/foot/1/cells/1",
                         "body/1/foot/1/cells/2",
                         ""};
  for (Ordinal i = 0; i <= 12; ++i) EXPECT_EQ(block_path(released, i), paths[i]) << i;
}

TEST(Dump, DiffersWhereTablesDo) {
  const std::string dumped = dump(with_table());
  const std::vector<std::function<void(Table&)>> changes = {
      [](Table& t) { t.id = "fees"; },
      [](Table& t) { t.number = 1; },
      [](Table& t) { t.language = "de"; },
      [](Table& t) { t.caption->text = Hole{}; },
      [](Table& t) { t.caption.reset(); },
      [](Table& t) { t.columns[1].align = Align::decimal; },
      [](Table& t) { t.columns[0].width = "3"; },
      [](Table& t) { t.columns[0].unit = "cm"; },
      [](Table& t) { t.rows[1].columns = 1; },
      [](Table& t) { std::get<Hole>(t.rows[1].cells).codes = {"(b)(1)"}; },
      [](Table& t) { std::swap(t.rows, t.foot); },
      [](Table& t) { std::get<std::vector<Cell>>(t.rows[0].cells)[1].text = Hole{}; },
      [](Table& t) { std::get<std::vector<Cell>>(t.rows[0].cells)[1].header = true; },
      [](Table& t) { std::get<std::vector<Cell>>(t.rows[0].cells)[1].column = 1; },
      [](Table& t) { std::get<std::vector<Cell>>(t.rows[0].cells)[1].columns = 2; },
      [](Table& t) { std::get<std::vector<Cell>>(t.rows[0].cells)[1].rows = 2; }};
  for (size_t i = 0; i < changes.size(); ++i) {
    Released other = with_table();
    changes[i](std::get<Table>(other.body[0].value));
    EXPECT_NE(dump(other), dumped) << i;
  }
}

TEST(BlockPath, NamesEachPlace) {
  const Released released = sample();
  EXPECT_EQ(block_path(released, 0), "title");
  EXPECT_EQ(block_path(released, 1), "body/1");
  EXPECT_EQ(block_path(released, 2), "body/2");
  EXPECT_EQ(block_path(released, 3), "body/2/bullets/1");
  EXPECT_EQ(block_path(released, 4), "body/2/bullets/1/bullets/1");
  EXPECT_EQ(block_path(released, 5), "notes/1");
  EXPECT_EQ(block_path(released, 99), "");
}

TEST(Dump, DiffersWhereValuesDo) {
  const std::string dumped = dump(sample());
  EXPECT_EQ(dump(sample()), dumped);

  Released other = sample();
  std::get<Paragraph>(other.body[0].value).text[0] = {Text{"Two"}};
  EXPECT_NE(dump(other), dumped);

  other = sample();
  std::get<Hole>(std::get<Paragraph>(other.body[0].value).text[1].value).extent = {
      ExtentKind::lines, 2};
  EXPECT_NE(dump(other), dumped);

  other = sample();
  other.stamp = "Approved";
  EXPECT_NE(dump(other), dumped);
}

TEST(Dump, KeepsTextsApart) {
  Released one = sample();
  one.titles.title->text = Inlines{{Text{"a\"\ntext \"b"}}};
  Released two = sample();
  two.titles.title->text = Inlines{{Text{"a"}}, {Text{"b"}}};
  EXPECT_NE(dump(one), dump(two));
}

}  // namespace
}  // namespace sable::released
