// Floats: what stands at the top or the foot of a page, apart from its text (CSS Page
// Floats 3).
//
// In:  the floats of the galley, in the order in which they are written; the pages of
//      the text.
// Out: the page of each: never before the page of the place where it is written, in
//      their order, as early as there is room.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "layout/paginate.h"

namespace sable::layout {

class FloatPages {
 public:
  explicit FloatPages(const Galley& galley) : galley_(galley), page_of_(galley.floats.size()) {}

  // What the floats of each page take from its text, by the page's number.
  std::map<uint32_t, base::Length> reserved() const;
  // The floats of a page, in their order.
  std::vector<uint32_t> on_page(uint32_t number) const;
  // The last page of floats that are written in strips [first, last); 0: there are none.
  uint32_t last_page(uint32_t first, uint32_t last) const;

  // Moves floats to where the text of these pages lets them stand; whether any moved.
  bool settle(const std::vector<PagePlan>& plans, const RoomOfPage& room_of_page);

 private:
  const Galley& galley_;
  std::vector<uint32_t> page_of_;  // 0: it has none yet
};

// On the first page all floats stand at the foot: nothing is above the title.
inline bool stands_at_foot(const Float& each, uint32_t number) {
  return each.at_bottom || number == 1;
}

// Floats of the page of that number.
struct FloatsOfPage {
  uint32_t number = 1;
  const std::vector<uint32_t>& floats;
};

// The height of those that stand on one side of the page, with the space between them
// and the text.
base::Length height_of_floats(const Galley& galley, const FloatsOfPage& page, bool at_foot);

}  // namespace sable::layout
