// Page breaking.
//
// In:  the galley, and the height that each page offers.
// Out: which strips and which notes stand on which page.
//
// Greedy, with the notes of a page at its foot: a page takes strips as long as
// they and the notes that they call fit. A break falls only where the strips
// allow it (widows, orphans, keeps), unless nothing on the page does. A note that no
// page can hold beside its call goes on at the foot of the next.
#pragma once

#include <functional>
#include <vector>

#include "layout/galley.h"

namespace sable::layout {

// A stretch of a note's strips.
struct NotePart {
  NoteId note = 0;
  uint32_t first = 0, last = 0;
};

struct PagePlan {
  uint32_t first = 0, last = 0;  // strips; equal on a page of notes alone or a blank one
  std::vector<NotePart> notes;
  bool blank = false;
  std::string name;
};

// What a page offers.
struct PageRoom {
  base::Length height;         // for text and notes together
  base::Length note_overhead;  // space and rule above the notes
  base::Length note_limit;     // the most that notes may take
};

using RoomOfPage = std::function<PageRoom(const std::string& name, uint32_t number, bool blank)>;

std::vector<PagePlan> paginate(const Galley& galley, const RoomOfPage& room_of_page);

// Height of the notes of a plan, without the overhead.
base::Length note_height(const Galley& galley, const std::vector<NotePart>& notes);

}  // namespace sable::layout
