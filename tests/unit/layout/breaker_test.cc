#include "layout/breaker.h"

#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace sable::layout {
namespace {

using base::Length;

Item box(int64_t width) {
  Item item;
  item.width = Length::points(width);
  return item;
}

Item glue(int64_t width, int64_t stretch, int64_t shrink) {
  Item item;
  item.kind = ItemKind::glue;
  item.width = Length::points(width);
  item.stretch = Length::points(stretch);
  item.shrink = Length::points(shrink);
  return item;
}

Item penalty(int32_t value, int64_t width = 0, bool flagged = false) {
  Item item;
  item.kind = ItemKind::penalty;
  item.penalty = value;
  item.width = Length::points(width);
  item.flagged = flagged;
  return item;
}

void end_paragraph(std::vector<Item>& items) {
  items.push_back(penalty(kForbidden));
  Item fill = glue(0, 0, 0);
  fill.fills = true;
  items.push_back(fill);
  items.push_back(penalty(kForced));
}

BreakSettings width(int64_t points) {
  BreakSettings settings;
  settings.line_width = Length::points(points);
  settings.tolerance = 9999;
  return settings;
}

std::vector<Item> random_paragraph(uint32_t seed, size_t words) {
  std::mt19937 random(seed);
  std::vector<Item> items;
  for (size_t i = 0; i < words; ++i) {
    if (i > 0) items.push_back(glue(4, 2, 1));
    items.push_back(box(static_cast<int64_t>(5 + random() % 30)));
    if (random() % 4 == 0) {
      items.push_back(penalty(50, 3, true));
      items.push_back(box(static_cast<int64_t>(5 + random() % 20)));
    }
  }
  end_paragraph(items);
  return items;
}

// Every sequence of breaks, by recursion: the reference for short paragraphs.
class Exhaustive {
 public:
  Exhaustive(const std::vector<Item>& items, const BreakSettings& settings)
      : items_(items), settings_(settings) {}

  int64_t least() {
    try_from(0);
    return best_;
  }

 private:
  bool legal(size_t i) const {
    if (items_[i].kind == ItemKind::penalty) return items_[i].penalty < kForbidden;
    return items_[i].kind == ItemKind::glue && i > 0 && items_[i - 1].kind == ItemKind::box;
  }

  void try_from(size_t from) {
    for (size_t i = from; i < items_.size(); ++i) {
      if (!legal(i)) continue;
      breaks_.push_back(static_cast<uint32_t>(i));
      if (last_line_fits()) {
        if (i + 1 == items_.size())
          best_ = std::min(best_, demerits_of(items_, breaks_, settings_));
        else
          try_from(i + 1);
      }
      breaks_.pop_back();
    }
  }

  // Whether the line that the last break ends can be set within the tolerance.
  bool last_line_fits() const {
    size_t start = 0;
    if (breaks_.size() > 1) {
      start = breaks_[breaks_.size() - 2];
      if (items_[start].kind == ItemKind::penalty) ++start;
      while (start < items_.size() && items_[start].kind != ItemKind::box) ++start;
    }
    Length natural, stretch, shrink;
    bool fills = false;
    for (size_t i = start; i < breaks_.back(); ++i) {
      if (items_[i].kind == ItemKind::penalty) continue;
      natural += items_[i].width;
      stretch += items_[i].stretch;
      shrink += items_[i].shrink;
      fills = fills || items_[i].fills;
    }
    if (items_[breaks_.back()].kind == ItemKind::penalty) natural += items_[breaks_.back()].width;
    const Length missing = settings_.line_width - natural;
    if (missing >= Length()) return fills || badness(missing, stretch) <= settings_.tolerance;
    return -missing <= shrink;
  }

  const std::vector<Item>& items_;
  const BreakSettings& settings_;
  std::vector<uint32_t> breaks_;
  int64_t best_ = std::numeric_limits<int64_t>::max();
};

TEST(Badness, IsTeXs) {
  // The TeXbook, chapter 14: 100 (t/s)³ within rounding, 10000 at most.
  EXPECT_EQ(badness(Length(), Length::points(1)), 0);
  EXPECT_EQ(badness(Length::points(1), Length()), 10000);
  EXPECT_EQ(badness(Length::points(1), Length::points(1)), 100);
  EXPECT_EQ(badness(Length::points(1), Length::points(2)), 12);
  EXPECT_EQ(badness(Length::points(2), Length::points(1)), 800);
  EXPECT_EQ(badness(Length::points(100), Length::points(1)), 10000);
}

TEST(TotalFit, GivesTheLeastDemeritsOfAllWays) {
  size_t compared = 0;
  for (uint32_t seed = 1; seed <= 300; ++seed) {
    const std::vector<Item> items = random_paragraph(seed, 4 + seed % 9);
    const BreakSettings settings = width(60 + seed % 50);
    const int64_t least = Exhaustive(items, settings).least();
    const auto found = break_total_fit(items, settings);
    if (least == std::numeric_limits<int64_t>::max()) {
      EXPECT_FALSE(found) << seed;
      continue;
    }
    ASSERT_TRUE(found) << seed;
    // Nodes are kept by fitness class, not by flag, as TeX keeps them; so the
    // demerits of the found way are exact, and no way is better.
    EXPECT_EQ(found->demerits, demerits_of(items, found->breaks, settings)) << seed;
    EXPECT_EQ(found->demerits, least) << seed;
    ++compared;
  }
  EXPECT_GT(compared, 100u);
}

TEST(TotalFit, IsNeverWorseThanGreedy) {
  size_t better = 0;
  for (uint32_t seed = 1; seed <= 300; ++seed) {
    const std::vector<Item> items = random_paragraph(seed, 80);
    const BreakSettings settings = width(180);
    const auto total = break_total_fit(items, settings);
    const BreakResult greedy = break_greedy(items, settings);
    if (!total) continue;
    EXPECT_LE(total->demerits, greedy.demerits) << seed;
    if (total->demerits < greedy.demerits) ++better;
  }
  EXPECT_GT(better, 100u);
}

TEST(TotalFit, BreaksWhereItMust) {
  std::vector<Item> items{box(10), glue(4, 2, 1), box(10)};
  end_paragraph(items);
  items.push_back(box(10));
  end_paragraph(items);
  const auto found = break_total_fit(items, width(100));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->breaks, (std::vector<uint32_t>{5, 9}));
}

TEST(TotalFit, NeverBreaksWhereItMayNot) {
  std::vector<Item> items{box(60), penalty(kForbidden), glue(4, 2, 1), box(60)};
  end_paragraph(items);
  EXPECT_FALSE(break_total_fit(items, width(100)));
}

TEST(TotalFit, CountsAHyphenOnlyAtALineEnd) {
  std::vector<Item> items{box(48), penalty(50, 4, true), box(48)};
  end_paragraph(items);
  EXPECT_EQ(break_total_fit(items, width(96))->breaks, (std::vector<uint32_t>{5}));
  EXPECT_FALSE(break_total_fit(items, width(50)));
}

TEST(Greedy, FillsEachLine) {
  std::vector<Item> items{box(40), glue(4, 2, 1), box(40), glue(4, 2, 1), box(40)};
  end_paragraph(items);
  EXPECT_EQ(break_greedy(items, width(90)).breaks, (std::vector<uint32_t>{3, 7}));
}

TEST(Greedy, LetsABoxThatIsTooWideStickOut) {
  std::vector<Item> items{box(40), glue(4, 2, 1), box(400), glue(4, 2, 1), box(40)};
  end_paragraph(items);
  EXPECT_EQ(break_greedy(items, width(90)).breaks, (std::vector<uint32_t>{1, 3, 7}));
}

}  // namespace
}  // namespace sable::layout
