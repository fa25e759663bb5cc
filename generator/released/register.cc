#include "released/register.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "released/holes.h"

namespace sable::released {

namespace {

std::string words_of(const std::optional<Field>& field) {
  if (!field) return {};
  const auto* words = std::get_if<Inlines>(&field->text);
  return words != nullptr ? plain_words(*words) : "[withheld]";
}

// Boxes of one block stand on the pages in the order of its holes.
class BoxFinder {
 public:
  explicit BoxFinder(const Paging& paging) {
    for (const Paging::Box& box : paging.boxes) boxes_[box.ordinal].push_back(&box);
  }

  std::vector<uint32_t> next(Ordinal ordinal) {
    const auto found = boxes_.find(ordinal);
    if (found == boxes_.end()) return {};
    size_t& used = used_[ordinal];
    if (used == found->second.size()) return {};
    return found->second[used++]->pages;
  }

 private:
  std::map<Ordinal, std::vector<const Paging::Box*>> boxes_;
  std::map<Ordinal, size_t> used_;
};

Entry entry_of(const HolePlace& place, BoxFinder& boxes) {
  const Hole& hole = *place.hole;
  Entry entry;
  entry.number = hole.number;
  entry.id = hole.id;
  entry.on_every_page = place.in_banner;
  if (!place.in_banner && !place.unseen) entry.pages = boxes.next(place.ordinal);
  entry.section = place.section;
  entry.kind = place.unseen ? "description of a picture" : kind_name(hole.kind);
  for (size_t i = 0; i < hole.codes.size(); ++i) {
    entry.citations.push_back(
        {hole.codes[i], i < hole.statutes.size() ? hole.statutes[i] : std::string()});
  }
  entry.extent = extent_name(hole.extent);
  entry.description = hole.label;
  entry.justification = hole.justification;
  entry.referred_to = hole.referred_to;
  return entry;
}

PageState state_of(const Paging::Page& page) {
  if (!page.has_boxes) return PageState::in_full;
  return page.shows_words ? PageState::in_part : PageState::withheld;
}

// As the page prints it: of a sheet, the numbers of all pages that it stands for.
std::string bates_of(const std::optional<Bates>& bates, uint32_t before, uint32_t stands_for) {
  if (!bates) return {};
  const uint32_t first = bates->first + before;
  std::string number = fmt::format("{}{:0{}}", bates->prefix, first, bates->digits);
  if (stands_for > 1) number += fmt::format("–{:0{}}", first + stands_for - 1, bates->digits);
  return number;
}

void count(const LedgerPage& page, Totals& totals) {
  switch (page.state) {
    case PageState::in_full:
      ++totals.in_full;
      break;
    case PageState::in_part:
      ++totals.in_part;
      break;
    case PageState::withheld:
      totals.withheld += page.stands_for;
      break;
  }
  if (page.referred) totals.referred += page.stands_for;
}

}  // namespace

Register register_of(const Released& released, const Paging& paging) {
  Register made;
  made.title = words_of(released.titles.title);
  made.number = words_of(released.titles.number);
  made.date = words_of(released.titles.date);
  made.release = released.release;
  uint32_t before = 0;
  for (const Paging::Page& page : paging.pages) {
    made.ledger.push_back({page.label, bates_of(released.bates, before, page.stands_for),
                           state_of(page), false, page.stands_for});
    before += page.stands_for;
  }
  BoxFinder boxes(paging);
  for (const HolePlace& place : holes_of(released)) {
    made.entries.push_back(entry_of(place, boxes));
    for (const uint32_t page : made.entries.back().pages) {
      LedgerPage& stands = made.ledger[page];
      stands.referred = stands.referred || !place.hole->referred_to.empty();
    }
  }
  made.totals.entries = static_cast<uint32_t>(made.entries.size());
  for (const LedgerPage& page : made.ledger) count(page, made.totals);
  return made;
}

const char* kind_name(HoleKind kind) {
  constexpr const char* kNames[] = {"span",  "paragraph", "bullet", "heading", "section",
                                    "quote", "note",      "field",  "banner",  "table",
                                    "row",   "cell",      "figure", "region",  "box"};
  return kNames[static_cast<size_t>(kind)];
}

std::string extent_name(const Extent& extent) {
  constexpr const char* kNames[] = {"words", "lines",       "paragraph",
                                    "page",  "undisclosed", "half page"};
  const char* name = kNames[static_cast<size_t>(extent.kind)];
  if (extent.count == 0) return name;
  if (extent.kind == ExtentKind::page) {
    return fmt::format("{} page{}", extent.count, extent.count == 1 ? "" : "s");
  }
  const std::string_view words = name;
  return fmt::format("{} {}", extent.count, words.substr(0, words.size() - (extent.count == 1)));
}

const char* state_name(PageState state) {
  switch (state) {
    case PageState::in_full:
      return "released in full";
    case PageState::in_part:
      return "released in part";
    case PageState::withheld:
      break;
  }
  return "withheld";
}

}  // namespace sable::released
