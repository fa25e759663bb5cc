#include "layout/paginate.h"

#include <gtest/gtest.h>

#include "page_samples.h"

namespace sable::layout {
namespace {

using base::Length;
using testing::add_paragraph;
using testing::call;
using testing::ends;
using testing::line;
using testing::note;
using testing::parts;
using testing::plan;
using testing::room;
using testing::rooms;

using Ends = std::vector<uint32_t>;
using Parts = std::vector<NotePart>;

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

TEST(Paginate, SharesAShortfallAmongPages) {
  Galley galley;
  for (int i = 0; i < 25; ++i) galley.strips.push_back(line(10));
  // Six lines that stay together, so that the second page cannot be full.
  for (size_t i = 16; i < 21; ++i) galley.strips[i].may_break_before = false;
  // 10 + 5 would leave five lines empty on the second page.
  EXPECT_EQ(ends(plan(galley, 100)), (Ends{8, 15, 25}));
}

TEST(Paginate, AChaptersLastPageIsAsLongAsItIs) {
  Galley galley;
  for (int i = 0; i < 22; ++i) galley.strips.push_back(line(10));
  galley.strips[11].break_before = style::Break::page;
  EXPECT_EQ(ends(plan(galley, 100)), (Ends{10, 11, 21, 22}));
}

TEST(Paginate, AKeepGivesWayToAnEmptierPage) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10));
  for (size_t i = 8; i < 11; ++i) galley.strips[i].keep = 25;
  // Ending before strip 7 would leave three tenths of the page empty.
  EXPECT_EQ(ends(plan(galley, 100)), (Ends{10, 20}));
  for (size_t i = 8; i < 11; ++i) galley.strips[i].keep = 35;
  EXPECT_EQ(ends(plan(galley, 100)), (Ends{7, 17, 20}));
}

TEST(Paginate, TheStrongerKeepWins) {
  Galley galley;
  for (int i = 0; i < 12; ++i) galley.strips.push_back(line(10, false));
  for (size_t i = 8; i < 12; ++i) {
    galley.strips[i].may_break_before = true;
    galley.strips[i].keep = i == 9 ? 60 : 90;
  }
  EXPECT_EQ(ends(plan(galley, 100)), (Ends{9, 12}));
}

TEST(Paginate, WidowsAndOrphansAreRelaxedLast) {
  Galley galley;
  for (int i = 0; i < 12; ++i) galley.strips.push_back(line(10, false));
  for (size_t i = 1; i < 12; ++i) galley.strips[i].breaks_minimum = i != 4;
  // No break is allowed; the only one that breaks no paragraph's minimum is taken.
  EXPECT_EQ(ends(plan(galley, 100)), (Ends{4, 12}));
}

TEST(Paginate, ARightHandChapterMayFollowNotesAlone) {
  Galley galley;
  galley.strips.push_back(line(10));
  call(galley, 0, note(12));
  galley.strips.push_back(line(10));
  galley.strips[1].break_before = style::Break::right;
  const auto plans = plan(galley, 100);
  ASSERT_EQ(plans.size(), 3u);
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 6, 12}}));
  EXPECT_EQ(ends(plans), (Ends{1, 1, 2}));
}

// ---- Notes. ----

TEST(Notes, ALongNoteBeginsBesideItsCallAndGoesOn) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10));
  call(galley, 4, note(6));
  const auto plans = plan(galley, 100);
  // Whole it would need all of the page below its call.
  EXPECT_EQ(parts(plans, 0), (Parts{{0, 0, 4}}));
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 4, 6}}));
}

TEST(Notes, TwoLinesStandOnEitherSide) {
  for (int lines = 2; lines < 12; ++lines) {
    for (size_t at = 0; at < 10; ++at) {
      Galley galley;
      for (int i = 0; i < 24; ++i) galley.strips.push_back(line(10));
      call(galley, at, note(lines));
      for (const PagePlan& page : plan(galley, 100)) {
        for (const NotePart& part : page.notes)
          EXPECT_GE(part.last - part.first, 2u) << lines << " lines, called at " << at;
      }
    }
  }
}

TEST(Notes, AShortNoteTakesItsCallToTheNextPage) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10));
  call(galley, 7, note(3));
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 7u);
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 0, 3}}));
}

TEST(Notes, AnEmptierPageIsCheaperThanALateNote) {
  Galley galley;
  for (int i = 0; i < 12; ++i) galley.strips.push_back(line(10));
  // The calls of one line: all of their notes have to begin beside it.
  for (int i = 0; i < 3; ++i) call(galley, 4, note(2));
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 4u);
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 0, 2}, {1, 0, 2}, {2, 0, 2}}));
}

TEST(Notes, StayInOrderAndOnlyTheLastIsSplit) {
  Galley galley;
  for (int i = 0; i < 9; ++i) galley.strips.push_back(line(10));
  call(galley, 1, note(2));
  call(galley, 2, note(8));
  const auto plans = plan(galley, 100);
  EXPECT_EQ(parts(plans, 0), (Parts{{0, 0, 2}, {1, 0, 4}}));
  EXPECT_EQ(parts(plans, 1), (Parts{{1, 4, 8}}));
}

TEST(Notes, TakeAtMostTheirShareOfAPage) {
  Galley galley;
  for (int i = 0; i < 12; ++i) galley.strips.push_back(line(10));
  call(galley, 0, note(30));
  const auto plans = plan(galley, 100);
  for (const PagePlan& page : plans) {
    if (page.first == page.last) continue;
    EXPECT_LE(note_height(galley, page.notes) + Length::points(10), Length::points(75));
  }
  EXPECT_GE(plans.size(), 5u);
}

TEST(Notes, BreakBetweenTheirParagraphs) {
  Galley galley;
  for (int i = 0; i < 14; ++i) galley.strips.push_back(line(10));
  Note two_paragraphs = note(8);
  for (size_t i : {1, 3, 5, 7}) two_paragraphs.strips[i].breaks_minimum = true;
  call(galley, 3, std::move(two_paragraphs));
  const auto plans = plan(galley, 100);
  // Five lines would fit; the fifth begins a paragraph of two.
  EXPECT_EQ(parts(plans, 0), (Parts{{0, 0, 4}}));
  EXPECT_EQ(plans[0].last, 5u);
}

TEST(Notes, ANoteInANoteFollowsIt) {
  Galley galley;
  for (int i = 0; i < 5; ++i) galley.strips.push_back(line(10));
  call(galley, 0, note(2));
  galley.notes.push_back(note(1));
  galley.notes[0].strips[1].notes.push_back(1);
  call(galley, 1, note(1));
  EXPECT_EQ(parts(plan(galley, 200), 0), (Parts{{0, 0, 2}, {1, 0, 1}, {2, 0, 1}}));
}

TEST(Notes, TheNoticeThatOneGoesOnTakesItsRoom) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10));
  call(galley, 4, note(8));
  EXPECT_EQ(parts(plan(galley, 100), 0), (Parts{{0, 0, 4}}));
  galley.notes[0].notice.push_back(line(10));
  EXPECT_EQ(parts(plan(galley, 100), 0), (Parts{{0, 0, 3}}));
}

TEST(Notes, TheRuleAboveOneThatGoesOnMayBeHigher) {
  Galley galley;
  for (int i = 0; i < 30; ++i) galley.strips.push_back(line(10));
  call(galley, 4, note(6));
  PageRoom page = room(100);
  EXPECT_EQ(ends(paginate(galley, rooms(page))), (Ends{5, 12, 22, 30}));
  page.carried_overhead = Length::points(30);
  EXPECT_EQ(ends(paginate(galley, rooms(page))), (Ends{5, 10, 20, 30}));
}

// Nothing can be right here: one line calls more than a page holds.
TEST(Notes, WhatNoPageHoldsComesAsSoonAsItCan) {
  Galley galley;
  for (int i = 0; i < 3; ++i) galley.strips.push_back(line(10));
  for (int i = 0; i < 18; ++i) call(galley, 1, note(3));
  NoteId next = 0;
  uint32_t lines = 0;
  for (const PagePlan& page : plan(galley, 100)) {
    for (const NotePart& part : page.notes) {
      next += part.first == 0;
      EXPECT_EQ(part.note + 1, next);
      lines += part.last - part.first;
    }
  }
  EXPECT_EQ(next, 18u);
  EXPECT_EQ(lines, 54u);
}

// ---- Situations in which typesetters are known to go wrong. ----

// A heading moves to the next page with the text that it is kept with: its note
// may not stay behind.
TEST(Situations, TheNoteOfAHeadingGoesWithIt) {
  Galley galley;
  add_paragraph(galley, 7);
  galley.strips.push_back(line(10));
  call(galley, 7, note(1));
  add_paragraph(galley, 5);
  galley.strips[8].may_break_before = false;
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 7u);
  EXPECT_TRUE(plans[0].notes.empty());
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 0, 1}}));
}

// A note does not fit beside the last line of a paragraph: that line may not go to
// the next page alone.
TEST(Situations, ANoteMakesNoWidow) {
  Galley galley;
  add_paragraph(galley, 9);
  call(galley, 8, note(1));
  add_paragraph(galley, 6);
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 7u);
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 0, 1}}));
}

// Of two calls in a line the second note is long: it begins beside its call too.
TEST(Situations, EachNoteOfALineBeginsOnItsPage) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10));
  call(galley, 4, note(1));
  call(galley, 4, note(20));
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 5u);
  EXPECT_EQ(parts(plans, 0), (Parts{{0, 0, 1}, {1, 0, 3}}));
}

// The line of a call is moved because its note needs room: the note moves too.
TEST(Situations, ANoteIsNotSetBeforeItsCall) {
  Galley galley;
  for (int i = 0; i < 20; ++i) galley.strips.push_back(line(10));
  call(galley, 8, note(1));
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 8u);
  EXPECT_TRUE(plans[0].notes.empty());
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 0, 1}}));
}

// A block that is kept together is moved as a whole, and its note with it.
TEST(Situations, ABlockThatIsKeptTogetherTakesItsNoteAlong) {
  Galley galley;
  for (int i = 0; i < 12; ++i) galley.strips.push_back(line(10, i <= 6));
  call(galley, 7, note(1));
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 6u);
  EXPECT_TRUE(plans[0].notes.empty());
  EXPECT_EQ(parts(plans, 1), (Parts{{0, 0, 1}}));
}

// A long note of several paragraphs begins where there is room for its beginning.
TEST(Situations, ALongNoteOfParagraphsIsNotMovedAsAWhole) {
  Galley galley;
  for (int i = 0; i < 12; ++i) galley.strips.push_back(line(10));
  Note long_one = note(14);
  for (size_t i : {1, 6, 8, 13}) long_one.strips[i].breaks_minimum = true;
  long_one.strips[7].space_before = Length::points(5);
  call(galley, 2, std::move(long_one));
  const auto plans = plan(galley, 100);
  EXPECT_EQ(plans[0].last, 4u);
  EXPECT_EQ(parts(plans, 0), (Parts{{0, 0, 5}}));
}

// Keeps, minima and notes together leave few breaks: the page ends at the last of
// them, and where a note is long enough to be split, no earlier than without it.
TEST(Situations, NotesAndKeepsEndAPageNoEarlierThanTheyMust) {
  Galley galley;
  add_paragraph(galley, 5);
  add_paragraph(galley, 4);
  galley.strips[5].may_break_before = false;
  for (int i = 0; i < 4; ++i) call(galley, 5, note(1));
  PageRoom page = room(100);
  page.note_overhead = page.carried_overhead = Length();
  auto plans = paginate(galley, rooms(page));
  // Notes begin beside their calls: before line 3 is the last break that lets them.
  EXPECT_EQ(ends(plans), (Ends{3, 9}));
  EXPECT_EQ(plans[1].notes.size(), 4u);
  for (int i = 1; i < 4; ++i) galley.strips[5].notes.pop_back();
  galley.notes.resize(1);
  galley.notes[0] = note(6);
  plans = paginate(galley, rooms(page));
  EXPECT_EQ(plans[0].last, 7u);
  EXPECT_EQ(parts(plans, 0), (Parts{{0, 0, 3}}));
}

// There is room for the line of the call and the beginning of its note: they are
// not moved to be whole on the next page.
TEST(Situations, ANoteIsSplitBeforeItsLineIsMoved) {
  Galley galley;
  galley.strips.push_back(line(180));
  galley.strips.push_back(line(20));
  call(galley, 1, note(12, 16));
  galley.strips.push_back(line(20));
  PageRoom page = room(260);
  page.note_overhead = page.carried_overhead = Length::points(7);
  const auto plans = paginate(galley, rooms(page));
  EXPECT_EQ(plans[0].last, 2u);
  EXPECT_EQ(parts(plans, 0), (Parts{{0, 0, 3}}));
}

// ---- Filled pages and spreads. ----

TEST(Filling, SpacesStretchUpToTheirLimit) {
  Galley galley;
  for (int i = 0; i < 6; ++i) add_paragraph(galley, 4, 10);
  PageRoom page = room(100);
  page.fills = true;
  const auto plans = paginate(galley, rooms(page));
  ASSERT_EQ(ends(plans), (Ends{8, 16, 24}));
  EXPECT_EQ(plans[0].stretch, Length::points(0));  // 8 lines and a space of 10 leave 10
  EXPECT_EQ(plans[2].stretch, Length());           // the last page
  page.height = Length::points(94);
  EXPECT_EQ(paginate(galley, rooms(page))[0].stretch, Length::points(4));
  page.fills = false;
  EXPECT_EQ(paginate(galley, rooms(page))[0].stretch, Length());
}

TEST(Spreads, FacingPagesEndAtTheSameHeight) {
  Galley galley;
  for (int i = 0; i < 60; ++i) galley.strips.push_back(line(10));
  // Page 3 has to end early; page 2 faces it.
  for (size_t i = 27; i < 32; ++i) galley.strips[i].may_break_before = false;
  PageRoom page = room(100);
  EXPECT_EQ(ends(paginate(galley, rooms(page))), (Ends{9, 18, 26, 36, 46, 56, 60}));
  page.balanced = true;
  EXPECT_EQ(ends(paginate(galley, rooms(page))), (Ends{8, 17, 26, 36, 46, 56, 60}));
}

}  // namespace
}  // namespace sable::layout
