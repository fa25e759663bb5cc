// Page breaking.
//
// In:  the galley, and the height that each page offers.
// Out: which strips and which notes stand on which page.
//
// What stands between two forced breaks, a chapter, is broken as a whole, so that
// the sum of what its pages cost is least (Plass, Optimal pagination techniques,
// 1981): dynamic programming over the places where a page may end, a place being
// how far the text and the notes are set. A chapter that would need more than
// kMostPlaces of them is broken page by page.
//
// The notes of a page stand at its foot. A note begins on the page of its call,
// always, unless one line calls more than a page holds.
#pragma once

#include <functional>
#include <vector>

#include "layout/galley.h"

namespace sable::layout {

using Cost = int64_t;

// Some 20,000 pages between two forced breaks.
constexpr uint32_t kMostPlaces = 1'000'000;

// A stretch of a note's strips.
struct NotePart {
  NoteId note = 0;
  uint32_t first = 0, last = 0;
  bool operator==(const NotePart&) const = default;
};

// A stretch of strips that stand in columns on a page.
struct ColumnsPlan {
  uint32_t first = 0, last = 0;
  std::vector<uint32_t> ends;  // of the columns that hold something
  base::Length height;
  bool operator==(const ColumnsPlan&) const = default;
};

struct PagePlan {
  uint32_t first = 0, last = 0;  // strips; equal on a page of notes alone or a blank one
  std::vector<NotePart> notes;
  bool blank = false;
  std::string name;
  base::Length stretch;               // that the spaces between its strips share
  std::vector<uint32_t> floats = {};  // of the galley
  std::vector<ColumnsPlan> columns = {};
};

// What a page offers.
struct PageRoom {
  base::Length height;            // for text and notes together
  base::Length note_overhead;     // space and rule above the notes
  base::Length carried_overhead;  // the same where the first of them goes on from the page before
  base::Length note_limit;        // the most that notes may take, with their overhead
  bool fills = false;             // spaces stretch, so that the page is full
  bool balanced = false;          // facing pages end at the same height
  bool operator==(const PageRoom&) const = default;
};

using RoomOfPage = std::function<PageRoom(const std::string& name, uint32_t number, bool blank)>;

std::vector<PagePlan> paginate(const Galley& galley, const RoomOfPage& room_of_page);

// Each page by itself, the best that can follow the one before: never better.
std::vector<PagePlan> paginate_by_page(const Galley& galley, const RoomOfPage& room_of_page);

// What the pages of a plan cost together.
Cost cost_of(const Galley& galley, const std::vector<PagePlan>& plans,
             const RoomOfPage& room_of_page);

// Height of the notes of a plan, without the overhead.
base::Length note_height(const Galley& galley, const std::vector<NotePart>& notes);

// Height of the line which says that a note goes on; zero if there is none.
base::Length notice_height(const Note& note);

}  // namespace sable::layout
