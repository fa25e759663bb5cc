#include "released/released.h"

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
