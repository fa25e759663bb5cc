// The pages of one chapter.
//
// In:  the chapter, the number of its first page, what pages offer.
// Out: where each of its pages ends.
#pragma once

#include <map>
#include <vector>

#include "layout/chapter.h"

namespace sable::layout {

// The rooms of a chapter's pages, by their number in the document.
class Rooms {
 public:
  // A chapter of the named pages that begins on page `first`. `reserved`: what is taken
  // from the height of some pages, by their numbers.
  Rooms(const RoomOfPage& room_of_page, const std::string& name, uint32_t first,
        const std::map<uint32_t, base::Length>& reserved = {});

  // Of the chapter's page `index`, from 0.
  const PageRoom& of(uint32_t index) const;
  // A left page, which has the even numbers.
  bool is_left(uint32_t index) const { return (first_ + index) % 2 == 0; }
  // Whether left and right pages have to be told apart.
  bool differ() const { return left_ != right_ || balances(); }
  bool balances() const { return left_.balanced && right_.balanced; }
  // Pages from here on offer what all offer that are on their side.
  uint32_t first_like_others() const { return static_cast<uint32_t>(openings_.size()); }

 private:
  uint32_t first_;
  std::vector<PageRoom> openings_;  // of the first pages, up to the last with a room of its own
  PageRoom left_, right_;
};

// The least cost of all; empty if it would take more than `most` places.
std::vector<Cut> break_optimally(const Chapter& chapter, const Rooms& rooms, uint32_t most);

// At each page the end that costs least, the furthest of these.
std::vector<Cut> break_by_page(const Chapter& chapter, const Rooms& rooms);

Cost chapter_cost(const Chapter& chapter, const Rooms& rooms, const std::vector<Cut>& ends);

}  // namespace sable::layout
