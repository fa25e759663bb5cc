#include "layout/paginate.h"

#include <utility>

#include "layout/chapter_breaker.h"
#include "layout/float_pages.h"

namespace sable::layout {

namespace {

using base::Length;

bool is_forced(const Strip& strip) {
  return strip.break_before == style::Break::page || strip.break_before == style::Break::left ||
         strip.break_before == style::Break::right;
}

using BreakChapter = std::vector<Cut> (*)(const Chapter&, const Rooms&);

std::vector<Cut> break_well(const Chapter& chapter, const Rooms& rooms) {
  std::vector<Cut> ends = break_optimally(chapter, rooms, kMostPlaces);
  if (ends.empty()) ends = break_by_page(chapter, rooms);
  return ends;
}

// Strips [first, last) have no forced break inside.
struct Stretch {
  uint32_t first = 0, last = 0;
};

Stretch chapter_at(const Galley& galley, uint32_t first) {
  const auto count = static_cast<uint32_t>(galley.strips.size());
  uint32_t last = first + 1;
  while (last < count && !is_forced(galley.strips[last])) ++last;
  return {first, last};
}

class Paginator {
 public:
  Paginator(const Galley& galley, const RoomOfPage& room_of_page, BreakChapter break_chapter,
            const FloatPages& floats)
      : galley_(galley),
        room_of_page_(room_of_page),
        break_chapter_(break_chapter),
        floats_(floats),
        reserved_(floats.reserved()) {}

  std::vector<PagePlan> run() {
    for (uint32_t next = 0; next < galley_.strips.size();) {
      blank_before(next);
      const Stretch stretch = chapter_at(galley_, next);
      chapter(stretch);
      next = stretch.last;
    }
    if (plans_.empty()) plans_.push_back({});
    for (const auto& [number, height] : reserved_) {
      if (number <= plans_.size()) plans_[number - 1].floats = floats_.on_page(number);
    }
    return std::move(plans_);
  }

 private:
  uint32_t number() const { return static_cast<uint32_t>(plans_.size()) + 1; }

  // A chapter that has to begin on one side may leave a blank page before it.
  void blank_before(uint32_t strip) {
    const style::Break side = galley_.strips[strip].break_before;
    const bool on_left = number() % 2 == 0;
    if (side != (on_left ? style::Break::right : style::Break::left)) return;
    PagePlan blank;
    blank.first = blank.last = strip;
    blank.blank = true;
    plans_.push_back(blank);
  }

  void chapter(const Stretch& stretch) {
    const Chapter chapter(galley_, stretch.first, stretch.last);
    const std::string& name = galley_.strips[stretch.first].page_name;
    const Rooms rooms(room_of_page_, name, number(), reserved_);
    Cut from = chapter.begin();
    uint32_t index = 0;
    for (const Cut& to : break_chapter_(chapter, rooms)) {
      PagePlan plan;
      plan.first = from.strip;
      plan.last = to.strip;
      plan.notes = chapter.parts(from.line, to.line);
      plan.name = name;
      const PageRoom& room = rooms.of(index++);
      const Length free = chapter.free_space(from, to, room);
      // A page that cannot be filled keeps its spaces as they are.
      if (room.fills && free <= chapter.stretch(from.strip, to.strip)) plan.stretch = free;
      plan.columns = chapter.columns(from, to, room);
      plans_.push_back(std::move(plan));
      from = to;
    }
    // Floats for which the text has no page left stand on pages of their own.
    while (number() <= floats_.last_page(stretch.first, stretch.last)) {
      PagePlan plan;
      plan.first = plan.last = stretch.last;
      plan.name = name;
      plans_.push_back(std::move(plan));
    }
  }

  const Galley& galley_;
  const RoomOfPage& room_of_page_;
  const BreakChapter break_chapter_;
  const FloatPages& floats_;
  const std::map<uint32_t, Length> reserved_;  // by the number of a page
  std::vector<PagePlan> plans_;
};

// Each time a float gets its page the text may move, and with it the places at which
// others are written. A few passes settle it; what has not settled by then stands
// where it is, a page late at most.
constexpr int kMostFloatPasses = 12;

std::vector<PagePlan> paginate_with(const Galley& galley, const RoomOfPage& room_of_page,
                                    BreakChapter break_chapter) {
  FloatPages floats(galley);
  std::vector<PagePlan> plans = Paginator(galley, room_of_page, break_chapter, floats).run();
  for (int pass = 0; pass < kMostFloatPasses && floats.settle(plans, room_of_page); ++pass) {
    plans = Paginator(galley, room_of_page, break_chapter, floats).run();
  }
  return plans;
}

}  // namespace

Length note_height(const Galley& galley, const std::vector<NotePart>& notes) {
  Length height;
  bool at_top = true;
  for (const NotePart& part : notes) {
    for (uint32_t i = part.first; i < part.last; ++i) {
      const Strip& strip = galley.notes[part.note].strips[i];
      height += strip.height;
      if (!std::exchange(at_top, false)) height += strip.space_before;
    }
  }
  return height;
}

Length notice_height(const Note& note) {
  Length height;
  for (const Strip& strip : note.notice) height += strip.space_before + strip.height;
  return height;
}

std::vector<PagePlan> paginate(const Galley& galley, const RoomOfPage& room_of_page) {
  return paginate_with(galley, room_of_page, break_well);
}

std::vector<PagePlan> paginate_by_page(const Galley& galley, const RoomOfPage& room_of_page) {
  return paginate_with(galley, room_of_page, break_by_page);
}

Cost cost_of(const Galley& galley, const std::vector<PagePlan>& plans,
             const RoomOfPage& room_of_page) {
  Cost sum = 0;
  for (uint32_t page = 0; page < plans.size();) {
    if (plans[page].blank || plans[page].first >= galley.strips.size()) {
      ++page;
      continue;
    }
    const Stretch stretch = chapter_at(galley, plans[page].first);
    const Chapter chapter(galley, stretch.first, stretch.last);
    const Rooms rooms(room_of_page, plans[page].name, page + 1);
    std::vector<Cut> ends;
    uint32_t line = 0;
    for (; page < plans.size() && !plans[page].blank && plans[page].first < stretch.last; ++page) {
      for (const NotePart& part : plans[page].notes) line += part.last - part.first;
      ends.push_back({plans[page].last, line});
    }
    // Pages on which the chapter's last notes stand alone.
    for (; page < plans.size() && !plans[page].notes.empty() && plans[page].first == stretch.last &&
           plans[page].last == stretch.last && line < chapter.lines();
         ++page) {
      for (const NotePart& part : plans[page].notes) line += part.last - part.first;
      ends.push_back({stretch.last, line});
    }
    sum += chapter_cost(chapter, rooms, ends);
  }
  return sum;
}

}  // namespace sable::layout
