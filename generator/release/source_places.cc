#include "release/source_places.h"

#include <algorithm>
#include <tuple>

namespace sable::release {

namespace {

bool begins_before(const base::Span& a, const base::Span& b) {
  return std::tie(a.file, a.begin) < std::tie(b.file, b.begin);
}

}  // namespace

SourcePlaces::SourcePlaces(const base::SourceSet& sources, const Withheld& withheld,
                           const std::vector<Site>& sites, base::Span otherwise)
    : sources_(sources), withheld_(withheld), otherwise_(otherwise) {
  for (const Site& site : sites) {
    if (site.outermost) holes_.push_back(site.place);
  }
  std::sort(holes_.begin(), holes_.end(), begins_before);
}

base::Span SourcePlaces::of(const ShownText& text) const {
  if (!text.ordinal || *text.ordinal >= withheld_.sources.size()) return otherwise_;
  return withheld_.sources[*text.ordinal];
}

// Holes that are outermost do not overlap, but for cells and columns of one place.
bool SourcePlaces::is_withheld(base::Span place) const {
  const auto behind = std::upper_bound(holes_.begin(), holes_.end(), place, begins_before);
  return behind != holes_.begin() && std::prev(behind)->file == place.file &&
         std::prev(behind)->end > place.begin;
}

base::Span SourcePlaces::find(const ShownText& text, const std::string& words) {
  const base::Span whole = of(text);
  if (!text.ordinal || words.empty()) return whole;
  const std::string& source = sources_.file(whole.file).text;
  uint32_t& from = searched_[{*text.ordinal, words}];
  for (size_t at = source.find(words, std::max(from, whole.begin)); at != std::string::npos;
       at = source.find(words, at + 1)) {
    const base::Span place{whole.file, static_cast<uint32_t>(at),
                           static_cast<uint32_t>(at + words.size())};
    if (place.end > whole.end) break;
    if (is_withheld(place)) continue;
    from = place.end;
    return place;
  }
  return whole;
}

base::Span SourcePlaces::hole(released::Ordinal ordinal, size_t number) const {
  const base::Span whole = withheld_.sources[ordinal];
  auto at = std::lower_bound(holes_.begin(), holes_.end(), whole, begins_before);
  for (; number > 0 && at != holes_.end(); --number) ++at;
  const bool inside =
      at != holes_.end() && at->file == whole.file && at->begin < whole.end && at->end <= whole.end;
  return inside ? *at : whole;
}

bool SourcePlaces::shows_note(const released::Released& released, base::Span note) const {
  return std::any_of(
      released.notes.begin(), released.notes.end(),
      [&](const released::Note& shown) { return withheld_.sources[shown.ordinal] == note; });
}

}  // namespace sable::release
