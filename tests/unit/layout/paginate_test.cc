#include "layout/paginate.h"

#include <gtest/gtest.h>

namespace sable::layout {
namespace {

using base::Length;

Strip line(int64_t height, bool may_break = true, std::vector<NoteId> notes = {}) {
  Strip strip;
  strip.height = Length::points(height);
  strip.may_break_before = may_break;
  strip.notes = std::move(notes);
  return strip;
}

Note note(int lines, int64_t height = 10) {
  Note made;
  for (int i = 0; i < lines; ++i) made.strips.push_back(line(height));
  return made;
}

std::vector<PagePlan> plan(const Galley& galley, int64_t height) {
  return paginate(galley, [height](const std::string&, uint32_t, bool) {
    return PageRoom{Length::points(height), Length::points(10), Length::points(height * 3 / 4)};
  });
}

std::vector<uint32_t> ends(const std::vector<PagePlan>& plans) {
  std::vector<uint32_t> all;
  for (const PagePlan& page : plans) all.push_back(page.last);
  return all;
}

TEST(Paginate, FillsPages) {
  Galley galley;
  for (int i = 0; i < 25; ++i) galley.strips.push_back(line(10));
  EXPECT_EQ(ends(plan(galley, 100)), (std::vector<uint32_t>{10, 20, 25}));
}

TEST(Paginate, AnEmptyReportHasOnePage) { EXPECT_EQ(plan(Galley{}, 100).size(), 1u); }

TEST(Paginate, GoesBackToTheLastPlaceThatAllowsABreak) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10, i < 8 || i > 11));
  EXPECT_EQ(ends(plan(galley, 100)), (std::vector<uint32_t>{7, 17, 20}));
}

TEST(Paginate, BreaksAnywhereWhereNothingAllowsIt) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10, false));
  EXPECT_EQ(ends(plan(galley, 100)), (std::vector<uint32_t>{10, 20}));
}

TEST(Paginate, DropsSpaceAtTheTopOfAPage) {
  Galley galley;
  for (int i = 0; i < 10; ++i) {
    galley.strips.push_back(line(40));
    galley.strips.back().space_before = Length::points(20);
  }
  EXPECT_EQ(ends(plan(galley, 100)), (std::vector<uint32_t>{2, 4, 6, 8, 10}));
}

TEST(Paginate, KeepsANoteOnThePageOfItsCall) {
  Galley galley;
  galley.notes.push_back(note(2));
  for (int i = 0; i < 20; ++i) {
    galley.strips.push_back(
        line(10, true, i == 8 ? std::vector<NoteId>{0} : std::vector<NoteId>{}));
  }
  const auto plans = plan(galley, 100);
  // Line 9 and its note need 30 points: they go to the next page together.
  EXPECT_EQ(ends(plans), (std::vector<uint32_t>{8, 15, 20}));
  ASSERT_EQ(plans[1].notes.size(), 1u);
  EXPECT_TRUE(plans[0].notes.empty());
}

TEST(Paginate, CarriesANoteThatNoPageHolds) {
  Galley galley;
  galley.notes.push_back(note(20));
  galley.strips.push_back(line(10, true, {0}));
  galley.strips.push_back(line(10));
  const auto plans = plan(galley, 100);
  uint32_t next = 0;
  for (const PagePlan& page : plans) {
    for (const NotePart& part : page.notes) {
      EXPECT_EQ(part.first, next);
      next = part.last;
    }
  }
  EXPECT_EQ(next, 20u);
  EXPECT_FALSE(plans[0].notes.empty());
  EXPECT_EQ(plans.back().last, 2u);
}

TEST(Paginate, PlacesAStripThatIsTallerThanAPage) {
  Galley galley;
  galley.strips.push_back(line(10));
  galley.strips.push_back(line(500));
  galley.strips.push_back(line(10));
  EXPECT_EQ(ends(plan(galley, 100)), (std::vector<uint32_t>{1, 2, 3}));
}

TEST(Paginate, LeavesABlankPageBeforeARightHandChapter) {
  Galley galley;
  galley.strips.push_back(line(10));
  galley.strips.push_back(line(10));
  galley.strips[1].break_before = style::Break::right;
  const auto plans = plan(galley, 100);
  ASSERT_EQ(plans.size(), 3u);
  EXPECT_TRUE(plans[1].blank);
}

}  // namespace
}  // namespace sable::layout
