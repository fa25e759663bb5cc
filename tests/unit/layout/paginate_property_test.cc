// What holds for any galley: random ones, by seed.

#include <limits>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "layout/paginate.h"
#include "page_samples.h"

namespace sable::layout {
namespace {

using base::Length;
using testing::call;
using testing::line;
using testing::room;
using testing::rooms;

// What a random galley is made of.
struct Size {
  int strips = 12;
  int most_notes = 3;  // that one line calls
  int most_note_lines = 6;
  int calls_in_hundred = 20;
  int forced_in_hundred = 0;
};

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<uint32_t>(limit)); }
  bool in_hundred(int share) { return below(100) < share; }

 private:
  std::mt19937 engine_;
};

Note random_note(Random& random, int most_lines) {
  const int64_t leading = 6 + random.below(6);
  Note made = testing::note(1 + random.below(most_lines), leading);
  for (Strip& strip : made.strips) {
    strip.breaks_minimum = random.in_hundred(25);
    if (random.in_hundred(15)) strip.space_before = Length::points(3);
  }
  made.strips.front().breaks_minimum = false;
  if (random.in_hundred(20)) made.notice.push_back(line(leading));
  return made;
}

Strip random_strip(Random& random, const Size& size) {
  Strip strip = line(random.in_hundred(10) ? 15 + random.below(20) : 10);
  if (random.in_hundred(30)) strip.space_before = Length::points(random.below(12));
  strip.stretch = strip.space_before / 2;
  strip.may_break_before = !random.in_hundred(15);
  strip.breaks_minimum = random.in_hundred(15);
  if (random.in_hundred(20)) strip.keep = static_cast<uint8_t>(1 + random.below(100));
  if (random.in_hundred(size.forced_in_hundred)) {
    constexpr style::Break kForced[] = {style::Break::page, style::Break::left,
                                        style::Break::right};
    strip.break_before = kForced[random.below(3)];
  }
  return strip;
}

Galley random_galley(Random& random, const Size& size) {
  Galley galley;
  for (int i = 0; i < size.strips; ++i) {
    galley.strips.push_back(random_strip(random, size));
    if (!random.in_hundred(size.calls_in_hundred)) continue;
    const int notes = 1 + random.below(size.most_notes);
    for (int k = 0; k < notes; ++k)
      call(galley, galley.strips.size() - 1, random_note(random, size.most_note_lines));
  }
  return galley;
}

// Pages that may differ by side, be filled and be balanced.
RoomOfPage random_rooms(Random& random) {
  PageRoom left = room(60 + random.below(80));
  if (random.in_hundred(50)) left.carried_overhead = Length::points(14);
  left.fills = random.in_hundred(25);
  left.balanced = random.in_hundred(25);
  PageRoom right = left;
  if (random.in_hundred(30)) right.height += Length::points(20);
  return [left, right](const std::string&, uint32_t number, bool) {
    return number % 2 == 0 ? left : right;
  };
}

// ---- Every way to break a galley of one chapter. ----

// The lines of all notes, in the order of their calls.
class Search {
 public:
  Search(const Galley& galley, const RoomOfPage& room_of_page)
      : galley_(galley), room_of_page_(room_of_page) {
    for (const Strip& strip : galley.strips) {
      for (const NoteId note : strip.notes) {
        for (uint32_t i = 0; i < galley.notes[note].strips.size(); ++i) lines_.push_back({note, i});
      }
      called_.push_back(lines_.size());
    }
  }

  Cost least() {
    from(0, 0);
    return least_;
  }

 private:
  struct Line {
    NoteId note;
    uint32_t index;
  };

  bool is_inside(size_t at) const { return at < lines_.size() && lines_[at].index > 0; }

  PagePlan page(uint32_t strip, uint32_t last, size_t line, size_t end) const {
    PagePlan plan;
    plan.first = strip;
    plan.last = last;
    for (size_t i = line; i < end; ++i) {
      if (plan.notes.empty() || plan.notes.back().note != lines_[i].note)
        plan.notes.push_back({lines_[i].note, lines_[i].index, lines_[i].index});
      ++plan.notes.back().last;
    }
    return plan;
  }

  bool fits(const PagePlan& plan, size_t line, size_t end) const {
    const PageRoom room = room_of_page_("", static_cast<uint32_t>(plans_.size()) + 1, false);
    Length text;
    for (uint32_t i = plan.first; i < plan.last; ++i) {
      text += galley_.strips[i].height;
      if (i > plan.first) text += galley_.strips[i].space_before;
    }
    Length notes = note_height(galley_, plan.notes);
    if (end > line) notes += is_inside(line) ? room.carried_overhead : room.note_overhead;
    if (end > line && is_inside(end)) notes += notice_height(galley_.notes[lines_[end].note]);
    return text + notes <= room.height && (plan.first == plan.last || notes <= room.note_limit);
  }

  bool is_good_split(size_t at) const {
    const std::vector<Strip>& strips = galley_.notes[lines_[at].note].strips;
    const uint32_t index = lines_[at].index;
    return index >= 2 && strips.size() - index >= 2 && !strips[index].breaks_minimum;
  }

  // Notes are split only if they do not fit whole, and as late as may be; one that
  // is split goes on on the very next page.
  void from(uint32_t strip, size_t line) {
    if (strip == galley_.strips.size() && line == lines_.size()) {
      least_ = std::min(least_, cost_of(galley_, plans_, room_of_page_));
      return;
    }
    const bool carries = strip > 0 && called_[strip - 1] > line;
    for (uint32_t last = strip; last <= galley_.strips.size(); ++last) {
      const size_t all = last == 0 ? 0 : called_[last - 1];
      if (last == strip && all == line) continue;
      bool seen_good = false, seen_any = false;
      for (size_t end = all + 1; end-- > line && !seen_good;) {
        if (carries && end == line) break;
        const PagePlan plan = page(strip, last, line, end);
        if (!fits(plan, line, end)) continue;
        const bool good = end == all || (is_inside(end) && is_good_split(end));
        if (!good && seen_any) continue;
        seen_any = true;
        seen_good = good;
        plans_.push_back(plan);
        from(last, end);
        plans_.pop_back();
      }
    }
  }

  const Galley& galley_;
  const RoomOfPage& room_of_page_;
  std::vector<Line> lines_;
  std::vector<size_t> called_;
  std::vector<PagePlan> plans_;
  Cost least_ = std::numeric_limits<Cost>::max();
};

// Notes above their limit, notes that begin late, strips higher than the page.
constexpr Cost kEmergency = 100'000'000'000;

TEST(AnyGalley, CostsNoMoreThanTheBestOfAllWays) {
  int compared = 0;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    Random random(seed);
    const Galley galley = random_galley(random, {.strips = 6 + random.below(4), .most_notes = 2});
    const RoomOfPage room_of_page = random_rooms(random);
    const Cost least = Search(galley, room_of_page).least();
    const Cost cost = cost_of(galley, paginate(galley, room_of_page), room_of_page);
    // What no page can hold is settled page by page.
    if (least >= kEmergency) continue;
    EXPECT_EQ(cost, least) << "seed " << seed;
    ++compared;
  }
  EXPECT_GE(compared, 100);
}

TEST(AnyGalley, CostsNoMoreThanPageByPage) {
  int better = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    const Galley galley =
        random_galley(random, {.strips = 150, .most_note_lines = 12, .forced_in_hundred = 2});
    const RoomOfPage room_of_page = random_rooms(random);
    const Cost cost = cost_of(galley, paginate(galley, room_of_page), room_of_page);
    const Cost by_page = cost_of(galley, paginate_by_page(galley, room_of_page), room_of_page);
    EXPECT_LE(cost, by_page) << "seed " << seed;
    better += cost < by_page;
  }
  EXPECT_GE(better, 100);
}

// ---- What is on the pages. ----

class Placement {
 public:
  Placement(const Galley& galley, const std::vector<PagePlan>& plans)
      : galley_(galley), called_on_(galley.notes.size()), begun_on_(galley.notes.size()) {
    for (size_t page = 0; page < plans.size(); ++page) check(plans[page], page);
    EXPECT_EQ(next_, galley.strips.size());
    for (size_t note = 0; note < galley.notes.size(); ++note) {
      const auto found = progress_.find(static_cast<NoteId>(note));
      EXPECT_NE(found, progress_.end()) << "note " << note << " is lost";
      if (found == progress_.end()) continue;
      EXPECT_EQ(found->second, galley.notes[note].strips.size());
      late += begun_on_[note] != called_on_[note];
      EXPECT_GE(begun_on_[note], called_on_[note]);
    }
  }

  int late = 0;

 private:
  void check(const PagePlan& plan, size_t page) {
    EXPECT_EQ(plan.first, next_);
    next_ = plan.last;
    for (uint32_t i = plan.first; i < plan.last; ++i) {
      const bool forced = galley_.strips[i].break_before != style::Break::automatic;
      EXPECT_TRUE(!forced || i == plan.first);
      for (const NoteId note : galley_.strips[i].notes) called_on_[note] = page;
    }
    for (const NotePart& part : plan.notes) {
      EXPECT_EQ(part.first, progress_[part.note]);
      EXPECT_GE(part.note + 1, newest_);
      newest_ = part.note + 1;
      if (part.first == 0) begun_on_[part.note] = page;
      progress_[part.note] = part.last;
    }
  }

  const Galley& galley_;
  uint32_t next_ = 0;
  NoteId newest_ = 0;
  std::map<NoteId, uint32_t> progress_;
  std::vector<size_t> called_on_, begun_on_;
};

Length text_height(const Galley& galley, const PagePlan& plan) {
  Length height;
  for (uint32_t i = plan.first; i < plan.last; ++i) {
    height += galley.strips[i].height;
    if (i > plan.first) height += galley.strips[i].space_before;
  }
  return height;
}

TEST(AnyGalley, NothingIsLostDoubledOrOutsideThePage) {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    // Three notes of ten lines of eleven points fit a page of 400 beside a line.
    const Galley galley =
        random_galley(random, {.strips = 200, .most_note_lines = 10, .forced_in_hundred = 2});
    const PageRoom page = room(400 + random.below(200));
    for (const auto& plans :
         {paginate(galley, rooms(page)), paginate_by_page(galley, rooms(page))}) {
      const Placement placement(galley, plans);
      EXPECT_EQ(placement.late, 0) << "seed " << seed;
      for (const PagePlan& plan : plans) {
        const Length notes = note_height(galley, plan.notes);
        const Length rule = plan.notes.empty() ? Length() : page.note_overhead;
        EXPECT_LE(text_height(galley, plan) + notes + rule, page.height) << "seed " << seed;
        const bool alone = plan.first == plan.last;
        EXPECT_TRUE(alone || notes + rule <= page.note_limit) << "seed " << seed;
      }
    }
  }
}

// Pages too small for what stands on them: nothing is right, and nothing is lost.
TEST(AnyGalley, NothingIsLostWhereNothingFits) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    const Galley galley = random_galley(
        random, {.strips = 25, .most_notes = 18, .most_note_lines = 20, .forced_in_hundred = 5});
    const PageRoom page = room(12 + random.below(60));
    Placement(galley, paginate(galley, rooms(page)));
    Placement(galley, paginate_by_page(galley, rooms(page)));
  }
}

// A note of a line that may not be beside it would be seen.
TEST(AnyGalley, ALateNoteIsCounted) {
  Galley galley;
  galley.strips = {line(10), line(10)};
  call(galley, 0, testing::note(1));
  std::vector<PagePlan> plans(2);
  plans[0].last = 1;
  plans[1] = {1, 2, {{0, 0, 1}}, false, "", {}};
  EXPECT_EQ(Placement(galley, plans).late, 1);
  EXPECT_GE(cost_of(galley, plans, rooms(room(100))), Cost{1'000'000'000'000});
}

}  // namespace
}  // namespace sable::layout
