#include "layout/float_pages.h"

#include <algorithm>

namespace sable::layout {

namespace {

using base::Length;

// The most that floats take of a page, in percent; one that stands alone may take more.
constexpr int64_t kMostOfPage = 65;

// What a page may hold. Pages behind the last are like it.
Length room_for_floats(const std::vector<PagePlan>& plans, uint32_t number,
                       const RoomOfPage& room_of_page) {
  const PagePlan& plan = plans[std::min<size_t>(number, plans.size()) - 1];
  return room_of_page(plan.name, number, plan.blank).height.scaled(kMostOfPage, 100);
}

// The number of the page that shows a strip.
uint32_t page_of_strip(const std::vector<PagePlan>& plans, uint32_t strip) {
  for (size_t i = 0; i < plans.size(); ++i) {
    if (strip >= plans[i].first && strip < plans[i].last) return static_cast<uint32_t>(i) + 1;
  }
  return static_cast<uint32_t>(plans.size());
}

}  // namespace

Length height_of_floats(const Galley& galley, const FloatsOfPage& page, bool at_foot) {
  Length height, below;
  bool any = false;
  for (const uint32_t i : page.floats) {
    const Float& each = galley.floats[i];
    if (stands_at_foot(each, page.number) != at_foot) continue;
    height += any ? std::max(below, each.above) : at_foot ? each.above : Length();
    height += each.height;
    below = each.below;
    any = true;
  }
  return any && !at_foot ? height + below : height;
}

std::vector<uint32_t> FloatPages::on_page(uint32_t number) const {
  std::vector<uint32_t> floats;
  for (uint32_t i = 0; i < page_of_.size(); ++i) {
    if (page_of_[i] == number) floats.push_back(i);
  }
  return floats;
}

std::map<uint32_t, Length> FloatPages::reserved() const {
  std::map<uint32_t, Length> heights;
  for (const uint32_t page : page_of_) {
    if (page == 0 || heights.contains(page)) continue;
    const std::vector<uint32_t> floats = on_page(page);
    heights[page] = height_of_floats(galley_, {page, floats}, false) +
                    height_of_floats(galley_, {page, floats}, true);
  }
  return heights;
}

uint32_t FloatPages::last_page(uint32_t first, uint32_t last) const {
  uint32_t page = 0;
  for (uint32_t i = 0; i < page_of_.size(); ++i) {
    const uint32_t anchor = galley_.floats[i].anchor;
    if (anchor >= first && anchor < last) page = std::max(page, page_of_[i]);
  }
  return page;
}

bool FloatPages::settle(const std::vector<PagePlan>& plans, const RoomOfPage& room_of_page) {
  const std::vector<uint32_t> before = page_of_;
  uint32_t earliest = 1;
  std::vector<uint32_t> here;  // floats of the page `earliest`
  for (uint32_t i = 0; i < page_of_.size(); ++i) {
    const uint32_t written = page_of_strip(plans, galley_.floats[i].anchor);
    // One that has been moved on stays there, or text would come and go with it.
    const uint32_t wanted = std::max(written, std::min(before[i], written + 1));
    if (wanted > earliest) {
      earliest = wanted;
      here.clear();
    }
    here.push_back(i);
    const Length height = height_of_floats(galley_, {earliest, here}, false) +
                          height_of_floats(galley_, {earliest, here}, true);
    if (here.size() > 1 && height > room_for_floats(plans, earliest, room_of_page)) {
      ++earliest;
      here = {i};
    }
    page_of_[i] = earliest;
  }
  return page_of_ != before;
}

}  // namespace sable::layout
