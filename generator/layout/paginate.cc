#include "layout/paginate.h"

#include <algorithm>
#include <utility>

namespace sable::layout {

namespace {

using base::Length;

// A strip's height with the space above it, which falls away at the top of a page.
Length height_of(const Strip& strip, bool at_top) {
  return at_top ? strip.height : strip.space_before + strip.height;
}

bool is_forced(const Strip& strip) { return strip.break_before != style::Break::automatic; }

class Paginator {
 public:
  Paginator(const Galley& galley, const RoomOfPage& room_of_page)
      : galley_(galley), room_of_page_(room_of_page) {}

  std::vector<PagePlan> run() {
    const auto count = static_cast<uint32_t>(galley_.strips.size());
    while (next_ < count || !carried_.empty()) {
      if (next_ < count) blank_before(galley_.strips[next_]);
      page();
    }
    if (plans_.empty()) plans_.push_back({});
    return std::move(plans_);
  }

 private:
  uint32_t number() const { return static_cast<uint32_t>(plans_.size()) + 1; }

  // A chapter that has to begin on one side may leave a blank page before it.
  void blank_before(const Strip& strip) {
    const bool left = strip.break_before == style::Break::left;
    const bool right = strip.break_before == style::Break::right;
    const bool on_left = number() % 2 == 0;
    if (!(left && !on_left) && !(right && on_left)) return;
    PagePlan blank;
    blank.first = blank.last = next_;
    blank.blank = true;
    plans_.push_back(blank);
  }

  void page() {
    plan_ = {};
    plan_.first = plan_.last = next_;
    if (next_ < galley_.strips.size()) plan_.name = galley_.strips[next_].page_name;
    room_ = room_of_page_(plan_.name, number(), false);
    used_ = {};
    notes_ = {};
    place_carried();
    fill();
    next_ = plan_.last;
    plans_.push_back(std::move(plan_));
  }

  Length with_overhead(Length notes) const {
    return notes > Length() ? notes + room_.note_overhead : Length();
  }

  // Notes that go on from the page before come first.
  void place_carried() {
    std::vector<NotePart> waiting = std::exchange(carried_, {});
    for (const NotePart& part : waiting) place_note(part, room_.note_limit);
  }

  // Puts as much of a note on the page as `limit` allows; the rest is carried.
  void place_note(NotePart part, Length limit) {
    const uint32_t end = part.last;
    uint32_t i = part.first;
    if (carried_.empty()) {
      for (; i < end; ++i) {
        const Length more =
            notes_ + height_of(galley_.notes[part.note].strips[i], notes_ == Length());
        const bool first_on_page = notes_ == Length() && used_ == Length();
        if (with_overhead(more) > limit && !first_on_page) break;
        notes_ = more;
      }
    }
    if (i > part.first) plan_.notes.push_back({part.note, part.first, i});
    if (i < end) carried_.push_back({part.note, i, end});
  }

  Length notes_of(const Strip& strip) const {
    std::vector<NotePart> parts;
    for (const NoteId note : strip.notes) parts.push_back(whole(note));
    if (notes_ == Length() || parts.empty()) return note_height(galley_, parts);
    // Behind other notes the space above the first of these counts too.
    const std::vector<Strip>& first = galley_.notes[parts.front().note].strips;
    return note_height(galley_, parts) + (first.empty() ? Length() : first.front().space_before);
  }

  NotePart whole(NoteId note) const {
    return {note, 0, static_cast<uint32_t>(galley_.notes[note].strips.size())};
  }

  void fill() {
    uint32_t legal = plan_.first;  // the last place where the page may end
    const auto count = static_cast<uint32_t>(galley_.strips.size());
    uint32_t i = plan_.first;
    for (; i < count; ++i) {
      const Strip& strip = galley_.strips[i];
      const bool at_top = i == plan_.first;
      if (!at_top && is_forced(strip)) break;
      if (!at_top && strip.may_break_before) legal = i;
      const Length text = used_ + height_of(strip, at_top);
      const Length notes = notes_ + notes_of(strip);
      if (text + with_overhead(notes) > room_.height) {
        if (!at_top) {
          end_at(legal > plan_.first ? legal : i);
          return;
        }
        take_too_tall(strip, text);
        ++i;
        break;
      }
      used_ = text;
      notes_ = notes;
    }
    end_at(i);
  }

  // The first strip and its notes do not fit a page together: the notes give way.
  void take_too_tall(const Strip& strip, Length text) {
    used_ = text;
    overflow_ = true;
    for (const NoteId note : strip.notes) {
      place_note(whole(note), std::max(Length(), room_.height - used_));
    }
  }

  // Ends the page before strip `end` and settles its notes.
  void end_at(uint32_t end) {
    plan_.last = end;
    if (std::exchange(overflow_, false)) return;
    for (uint32_t i = plan_.first; i < end; ++i) {
      for (const NoteId note : galley_.strips[i].notes) {
        const NotePart part = whole(note);
        // Behind a note that is carried, all later ones are: they stay in order.
        if (carried_.empty())
          plan_.notes.push_back(part);
        else
          carried_.push_back(part);
      }
    }
  }

  const Galley& galley_;
  const RoomOfPage& room_of_page_;
  std::vector<PagePlan> plans_;
  std::vector<NotePart> carried_;
  uint32_t next_ = 0;
  PagePlan plan_;
  PageRoom room_;
  Length used_;   // by text
  Length notes_;  // by notes, without the overhead
  bool overflow_ = false;
};

}  // namespace

base::Length note_height(const Galley& galley, const std::vector<NotePart>& notes) {
  Length height;
  bool at_top = true;
  for (const NotePart& part : notes) {
    for (uint32_t i = part.first; i < part.last; ++i) {
      height += height_of(galley.notes[part.note].strips[i], std::exchange(at_top, false));
    }
  }
  return height;
}

std::vector<PagePlan> paginate(const Galley& galley, const RoomOfPage& room_of_page) {
  return Paginator(galley, room_of_page).run();
}

}  // namespace sable::layout
