#include "release/extents.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "release/decision.h"
#include "release/spans.h"

namespace sable::release {

namespace {

using base::Length;
using base::Span;
using released::ExtentKind;
using released::HoleKind;
using released::Ordinal;
using released::Sizes;

bool holds(Span outer, Span inner) {
  return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

// Ordinals [begin, end).
struct Range {
  Ordinal begin = 0, end = 0;
};

// Those of what stands at a place. Rows of a data file stand in another file, behind
// their table.
std::optional<Range> range_of(Span place, const std::vector<Span>& sources) {
  std::optional<Range> range;
  for (Ordinal i = 0; i < sources.size(); ++i) {
    const bool goes_on = range && range->end == i && sources[i].file != place.file;
    if (!holds(place, sources[i]) && !goes_on) continue;
    if (!range) range = Range{i, i};
    range->end = i + 1;
  }
  return range;
}

// The least of what is around a place: the heading of a section has its ordinal.
std::optional<Range> range_around(Span place, const std::vector<Span>& sources) {
  std::optional<Range> least;
  for (Ordinal i = 0; i < sources.size(); ++i) {
    if (!holds(sources[i], place)) continue;
    if (!least || holds(sources[least->begin], sources[i])) least = Range{i, i + 1};
  }
  return least;
}

// How many lines there are, and how long they are together.
struct Room {
  uint32_t lines = 0;
  Length together, longest;
};

class Ruler {
 public:
  Ruler(const std::vector<Span>& sources, const Sizes& sizes) : sources_(sources), sizes_(sizes) {
    for (const Sizes::Stretch& one : sizes.stretches) stretches_.emplace(one.ordinal, &one);
    for (const Sizes::Picture& one : sizes.pictures) pictures_.emplace(one.ordinal, one.height);
  }

  Room room_of(Span place) const {
    std::optional<Range> range = range_of(place, sources_);
    if (!range) range = range_around(place, sources_);
    return range ? measured(*range) : Room{};
  }

  // What is shorter than a line, in tenths of one; else its lines.
  uint32_t tenths(const Room& room) const {
    if (room.lines != 1) return room.lines * 10;
    return share_of_line(room.together, sizes_.measure);
  }

  // Of a part of some text by its share of the letters.
  uint32_t tenths_of_part(const Room& whole, size_t part, size_t all) const {
    if (all == 0) return 0;
    const Length length =
        whole.together.scaled(static_cast<int64_t>(std::min(part, all)), static_cast<int64_t>(all));
    return share_of_line(length, whole.lines > 1 ? whole.longest : sizes_.measure);
  }

  uint32_t page_tenths() const { return sizes_.page_lines * 10; }

 private:
  static uint32_t share_of_line(Length length, Length line) {
    if (line <= Length()) return 0;
    return static_cast<uint32_t>((length.units() * 10 + line.units() - 1) / line.units());
  }

  Room measured(Range range) const {
    std::vector<const Sizes::Stretch*> all;
    for (auto at = stretches_.lower_bound(range.begin); at != stretches_.lower_bound(range.end);
         ++at) {
      all.push_back(at->second);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) {
      return std::pair(a->page, a->baseline) < std::pair(b->page, b->baseline);
    });
    Room room;
    for (size_t i = 0; i < all.size();) i = take_line(all, i, room);
    for (auto at = pictures_.lower_bound(range.begin); at != pictures_.lower_bound(range.end);
         ++at) {
      room.lines += static_cast<uint32_t>((at->second.units() + sizes_.leading.units() - 1) /
                                          sizes_.leading.units());
    }
    return room;
  }

  // Everything within half a line below the first; returns what comes behind it.
  size_t take_line(const std::vector<const Sizes::Stretch*>& all, size_t first, Room& room) const {
    Length begin = all[first]->begin, end = all[first]->end;
    size_t next = first + 1;
    while (next < all.size() && all[next]->page == all[first]->page &&
           all[next]->baseline - all[first]->baseline < sizes_.leading / 2) {
      begin = std::min(begin, all[next]->begin);
      end = std::max(end, all[next]->end);
      ++next;
    }
    ++room.lines;
    room.together += end - begin;
    room.longest = std::max(room.longest, end - begin);
    return next;
  }

  const std::vector<Span>& sources_;
  const Sizes& sizes_;
  std::multimap<Ordinal, const Sizes::Stretch*> stretches_;
  std::multimap<Ordinal, Length> pictures_;
};

// Whether a box of that kind may be as short as a few words: it stands in a line.
bool may_be_words(HoleKind kind) {
  constexpr HoleKind kInLine[] = {HoleKind::span,   HoleKind::heading, HoleKind::field,
                                  HoleKind::banner, HoleKind::row,     HoleKind::cell};
  return std::find(std::begin(kInLine), std::end(kInLine), kind) != std::end(kInLine);
}

// Without the ends of its paragraphs.
size_t letters(const Site& site) {
  const std::string words = words_of(site);
  size_t count = 0;
  for (size_t at = 0; at < words.size();) {
    if (base::next_code_point(words, at) != U'\n') ++count;
  }
  return count;
}

class Proposals {
 public:
  Proposals(const report::Report& report, const Decisions& decisions, const Ruler& ruler, bool all)
      : report_(report), decisions_(decisions), ruler_(ruler), all_(all) {}

  std::vector<ExtentProposal> of(const std::vector<Site>& sites) {
    const Site* around = nullptr;  // the last one that is no span
    Span last;
    for (const Site& site : sites) {
      if (site.kind != HoleKind::span) around = &site;
      // The paragraphs of one `p` have one redaction.
      const bool again = site.place == last && site.kind == HoleKind::paragraph;
      last = site.place;
      if (again || !asks(site)) continue;
      proposals_.push_back(proposal(site, around));
    }
    std::stable_sort(proposals_.begin(), proposals_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.place.file, a.place.begin) < std::pair(b.place.file, b.place.begin);
    });
    return std::move(proposals_);
  }

 private:
  bool asks(const Site& site) const {
    if (site.redaction == nullptr || site.redaction->absent) return false;
    const bool has_extent =
        site.kind != HoleKind::region && !std::holds_alternative<std::monostate>(site.content);
    return has_extent && (all_ || site.outermost);
  }

  ExtentProposal proposal(const Site& site, const Site* around) const {
    ExtentProposal made;
    made.place = site.place;
    made.kind = site.kind;
    made.id = site.redaction->id;
    for (const std::string& code : site.redaction->codes) {
      const report::Exemption* known = report_.code_book.find(code);
      made.codes.push_back(known != nullptr ? known->printed : code);
    }
    made.declared = site.redaction->extent.has_value();
    made.now = decisions_.hole(site.kind, site.redaction).extent;
    made.tenths = length_of(site, around);
    choose(made);
    return made;
  }

  uint32_t length_of(const Site& site, const Site* around) const {
    if (site.kind != HoleKind::span || around == nullptr) {
      return ruler_.tenths(ruler_.room_of(site.place));
    }
    return ruler_.tenths_of_part(ruler_.room_of(around->place), letters(site), letters(*around));
  }

  // The least step that it fits in. A banner has room for a few words only.
  void choose(ExtentProposal& made) const {
    std::vector<std::pair<uint32_t, released::Extent>> steps;
    if (may_be_words(made.kind)) steps.push_back({5, {ExtentKind::words, 0}});
    if (made.kind == HoleKind::banner) {
      made.proposed = steps.front().second;
      return;
    }
    const uint32_t page = ruler_.page_tenths();
    for (const uint32_t lines : {1u, 3u, 6u}) {
      steps.push_back({lines * 10, {ExtentKind::lines, lines}});
    }
    steps.push_back({page / 2, {ExtentKind::half_page, 0}});
    steps.push_back({page, {ExtentKind::page, 0}});
    made.steps = static_cast<uint32_t>(steps.size());
    made.exceeds_page = made.tenths > page;
    made.proposed = steps.back().second;
    for (const auto& [most, extent] : steps) {
      if (made.tenths > most) continue;
      made.proposed = extent;
      return;
    }
  }

  const report::Report& report_;
  const Decisions& decisions_;
  const Ruler& ruler_;
  bool all_;  // those that are shown, too
  std::vector<ExtentProposal> proposals_;
};

}  // namespace

double ExtentProposal::bits() const { return std::log2(static_cast<double>(steps)); }

Profile measured_profile() {
  Profile profile;
  profile.name = "full";
  profile.unredacted = true;
  return profile;
}

std::vector<ExtentProposal> propose_extents(const report::Report& report, const Profile* release,
                                            const std::vector<Span>& sources, const Sizes& sizes) {
  const Profile full = measured_profile();
  const Decisions decisions(report, release != nullptr ? *release : full);
  const Ruler ruler(sources, sizes);
  return Proposals(report, decisions, ruler, release == nullptr).of(sites_of(report, decisions));
}

}  // namespace sable::release
