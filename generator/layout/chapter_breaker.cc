#include "layout/chapter_breaker.h"

#include <limits>

namespace sable::layout {

namespace {

using base::Length;

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr Cost kUnreached = std::numeric_limits<Cost>::max();

// What a right page costs for ending higher or lower than the left one it faces.
Cost imbalance(Length left, Length right, Length height) {
  const Cost apart = (left - right).units() * 1000 / std::max<int64_t>(1, height.units());
  return 4 * apart * apart;
}

// Cost of a page where it stands in the chapter.
class Pricing {
 public:
  Pricing(const Chapter& chapter, const Rooms& rooms) : chapter_(chapter), rooms_(rooms) {}

  // `index`: of the page; `left`: what is free on the one before.
  Cost cost(const Cut& from, const Cut& to, uint32_t index, Length left) const {
    const PageRoom& room = rooms_.of(index);
    Cost cost = chapter_.page_cost(from, to, room);
    // The chapter's last page is as long as it is.
    if (faces(index) && to != chapter_.end())
      cost += imbalance(left, chapter_.free_space(from, to, room), room.height);
    return cost;
  }

 private:
  bool faces(uint32_t index) const {
    return index > 0 && rooms_.balances() && !rooms_.is_left(index);
  }

  const Chapter& chapter_;
  const Rooms& rooms_;
};

class Optimizer {
 public:
  Optimizer(const Chapter& chapter, const Rooms& rooms, uint32_t most)
      : chapter_(chapter),
        rooms_(rooms),
        pricing_(chapter, rooms),
        most_(most),
        first_(chapter.begin().strip),
        newest_(chapter.end().strip - first_ + 1, kNone) {}

  std::vector<Cut> run() {
    // No path that costs more than this can be a part of the best one.
    const std::vector<Cut> by_page = break_by_page(chapter_, rooms_);
    bound_ = chapter_cost(chapter_, rooms_, by_page);
    add({chapter_.begin(), kNone, 0, 0, {}, kNone, false});
    for (uint32_t i = 0; i < newest_.size(); ++i) {
      for (uint32_t next = pick(i); next != kNone; next = pick(i)) {
        extend(next);
        if (places_.size() > most_) return {};
      }
    }
    const uint32_t best = best_end();
    return best == kNone ? by_page : ends_before(best);
  }

 private:
  // Where a page may end, reached at the least cost.
  struct Place {
    Cut at;
    uint32_t previous = kNone;
    uint32_t pages = 0;
    Cost cost = 0;
    Length free;             // on the page that ends here
    uint32_t older = kNone;  // another place at the same strip
    bool done = false;
  };

  // The places at a strip in ascending order of their notes: a page of notes alone
  // leads from one to another.
  uint32_t pick(uint32_t strip) {
    uint32_t best = kNone;
    for (uint32_t i = newest_[strip]; i != kNone; i = places_[i].older) {
      if (places_[i].done) continue;
      if (best == kNone || places_[i].at.line <= places_[best].at.line) best = i;
    }
    if (best != kNone) places_[best].done = true;
    return best;
  }

  void extend(uint32_t index) {
    const Place from = places_[index];
    if (from.at == chapter_.end()) return;
    const PageRoom& room = rooms_.of(from.pages);
    chapter_.each_page(from.at, room, [&](const Cut& to) {
      const Cost cost = from.cost + pricing_.cost(from.at, to, from.pages, from.free);
      if (cost > bound_) return;
      Place place{to, index, from.pages + 1, cost, {}, kNone, false};
      if (rooms_.balances() && rooms_.is_left(from.pages))
        place.free = chapter_.free_space(from.at, to, room);
      add(place);
    });
  }

  // Two places are one if what follows costs the same from either.
  bool same(const Place& a, const Place& b) const {
    const uint32_t like_others = rooms_.first_like_others();
    return a.at.line == b.at.line && a.free == b.free &&
           std::min(a.pages, like_others) == std::min(b.pages, like_others) &&
           (!rooms_.differ() || a.pages % 2 == b.pages % 2);
  }

  void add(Place place) {
    uint32_t& newest = newest_[place.at.strip - first_];
    for (uint32_t i = newest; i != kNone; i = places_[i].older) {
      Place& other = places_[i];
      if (!same(other, place)) continue;
      // Of equals the one whose last page is the shorter: fuller pages come first.
      const bool better =
          place.cost < other.cost || (place.cost == other.cost && place.pages <= other.pages);
      if (better) {
        place.older = other.older;
        other = place;
      }
      return;
    }
    place.older = newest;
    newest = static_cast<uint32_t>(places_.size());
    places_.push_back(place);
  }

  uint32_t best_end() const {
    uint32_t best = kNone;
    Cost least = kUnreached;
    for (uint32_t i = newest_.back(); i != kNone; i = places_[i].older) {
      if (places_[i].at != chapter_.end() || places_[i].cost >= least) continue;
      least = places_[i].cost;
      best = i;
    }
    return best;
  }

  std::vector<Cut> ends_before(uint32_t index) const {
    std::vector<Cut> ends;
    for (; places_[index].previous != kNone; index = places_[index].previous)
      ends.push_back(places_[index].at);
    std::reverse(ends.begin(), ends.end());
    return ends;
  }

  const Chapter& chapter_;
  const Rooms& rooms_;
  const Pricing pricing_;
  const uint32_t most_;
  const uint32_t first_;
  Cost bound_ = kUnreached;
  std::vector<Place> places_;
  std::vector<uint32_t> newest_;  // the last place found at each strip
};

}  // namespace

Rooms::Rooms(const RoomOfPage& room_of_page, const std::string& name, uint32_t first,
             const std::map<uint32_t, Length>& reserved)
    : first_(first),
      left_(room_of_page(name, first + 1 + (first + 1) % 2, false)),
      right_(room_of_page(name, first + 1 + first % 2, false)) {
  const uint32_t last = reserved.empty() ? first : std::max(first, reserved.rbegin()->first);
  for (uint32_t number = first; number <= last; ++number) {
    PageRoom room = room_of_page(name, number, false);
    const auto taken = reserved.find(number);
    if (taken != reserved.end()) room.height -= taken->second;
    room.note_limit = std::min(room.note_limit, room.height);
    openings_.push_back(room);
  }
}

const PageRoom& Rooms::of(uint32_t index) const {
  if (index < openings_.size()) return openings_[index];
  return is_left(index) ? left_ : right_;
}

std::vector<Cut> break_optimally(const Chapter& chapter, const Rooms& rooms, uint32_t most) {
  return Optimizer(chapter, rooms, most).run();
}

std::vector<Cut> break_by_page(const Chapter& chapter, const Rooms& rooms) {
  const Pricing pricing(chapter, rooms);
  std::vector<Cut> ends;
  Length left;
  for (Cut from = chapter.begin(); from != chapter.end(); from = ends.back()) {
    const auto index = static_cast<uint32_t>(ends.size());
    Cost least = kUnreached;
    Cut best;
    chapter.each_page(from, rooms.of(index), [&](const Cut& to) {
      const Cost cost = pricing.cost(from, to, index, left);
      if (cost > least) return;
      least = cost;
      best = to;
    });
    ends.push_back(best);
    left = chapter.free_space(from, best, rooms.of(index));
  }
  return ends;
}

Cost chapter_cost(const Chapter& chapter, const Rooms& rooms, const std::vector<Cut>& ends) {
  const Pricing pricing(chapter, rooms);
  Cost sum = 0;
  Length left;
  Cut from = chapter.begin();
  for (uint32_t index = 0; index < ends.size(); ++index) {
    sum += pricing.cost(from, ends[index], index, left);
    left = chapter.free_space(from, ends[index], rooms.of(index));
    from = ends[index];
  }
  return sum;
}

}  // namespace sable::layout
