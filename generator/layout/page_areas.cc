#include "layout/page_areas.h"

#include <utility>

namespace sable::layout {

namespace {

using base::Length;

class AreaMaker {
 public:
  AreaMaker(const Galley& galley, const PagePlan& plan, const PageFrame& frame,
            std::vector<Area>& areas, std::vector<Length>& tops)
      : galley_(galley), plan_(plan), frame_(frame), areas_(areas), tops_(tops) {}

  // The areas of the page, and the top of each of its strips.
  void run() {
    areas_.clear();
    tops_.clear();
    for (uint32_t i = plan_.first + 1; i < plan_.last; ++i) most_ += galley_.strips[i].stretch;
    Length y = frame_.master.margin.top + frame_.floats_at_top;
    auto columns = plan_.columns.begin();
    for (uint32_t i = plan_.first; i < plan_.last;) {
      if (i > plan_.first) y += galley_.strips[i].space_before + grown(i);
      if (columns != plan_.columns.end() && columns->first == i) {
        set_columns(*columns, y);
        y += columns->height;
        i = columns++->last;
      } else {
        const uint32_t last = columns != plan_.columns.end() ? columns->first : plan_.last;
        stack({.first = i, .last = last, .at = {frame_.master.margin.left, y}});
        y = areas_.back().bottom;
        i = last;
      }
    }
  }

 private:
  // By how much the space above a strip grows: shares of the whole, so that they sum up
  // to it.
  Length grown(uint32_t strip) {
    if (most_ <= Length()) return {};
    const Length before = plan_.stretch.scaled(seen_.units(), most_.units());
    seen_ += galley_.strips[strip].stretch;
    return plan_.stretch.scaled(seen_.units(), most_.units()) - before;
  }

  void stack(Area area) {
    area.head = repeat_of(area.first);
    area.foot = repeat_of(area.last);
    Length y = area.at.y + (area.head != nullptr ? area.head->all_above : Length());
    for (uint32_t i = area.first; i < area.last; ++i) {
      const Strip& strip = galley_.strips[i];
      if (i > area.first) y += strip.space_before + grown(i);
      tops_.push_back(y);
      y += strip.height;
    }
    area.bottom = y;
    areas_.push_back(area);
  }

  void set_columns(const ColumnsPlan& columns, Length top) {
    const ColumnSet& set = galley_.columns[galley_.strips[columns.first].columns];
    const Length middle =
        (frame_.master.size.width + frame_.master.margin.left - frame_.master.margin.right) / 2;
    uint32_t first = columns.first;
    for (size_t i = 0; i < columns.ends.size(); ++i) {
      Area area;
      area.first = std::exchange(first, columns.ends[i]);
      area.last = columns.ends[i];
      const Length shift = set.step * static_cast<int64_t>(i);
      area.at = {frame_.master.margin.left + shift, top};
      area.top_of_all = top;
      area.bottom_of_all = top + columns.height;
      const bool at_left = area.at.x + set.x + set.width < middle;
      area.codes = at_left ? MarginSide::left : MarginSide::right;
      stack(area);
    }
  }

  // What the table repeats that goes on with that strip.
  const Repeat* repeat_of(uint32_t strip) const {
    if (plan_.first == plan_.last || strip >= galley_.strips.size()) return nullptr;
    const uint32_t index = galley_.strips[strip].repeat;
    return index == kNoRepeat ? nullptr : &galley_.repeats[index];
  }

  const Galley& galley_;
  const PagePlan& plan_;
  const PageFrame& frame_;
  std::vector<Area>& areas_;
  std::vector<Length>& tops_;
  Length most_, seen_;  // that spaces can grow by: all of them, and those above
};

}  // namespace

void layout_areas(const Galley& galley, const PagePlan& plan, const PageFrame& frame,
                  std::vector<Area>& areas, std::vector<Length>& tops) {
  AreaMaker(galley, plan, frame, areas, tops).run();
}

}  // namespace sable::layout
