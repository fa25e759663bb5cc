#include "layout/page_references.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::layout {

namespace {

constexpr std::string_view kFigureSpace = "\u2007";

// What stands for a page of which nothing is known: most have two digits.
constexpr std::string_view kUnknown = "00";

// Pages that follow one another, so many at least, are a range.
constexpr size_t kShortestRange = 3;

struct Place {
  uint32_t page = 0;
  std::string_view name;
};

std::vector<std::string_view> names_in(std::string_view list) {
  std::vector<std::string_view> names;
  while (!list.empty()) {
    const size_t end = std::min(list.find('\n'), list.size());
    if (end > 0) names.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

void add_anchors(const Strip& strip, uint32_t page, const Galley& galley,
                 std::vector<uint32_t>& pages) {
  for (const uint32_t anchor : strip.anchors) pages[anchor] = page;
  for (const NoteId note : strip.notes) {
    if (galley.notes[note].at_end) pages[galley.notes[note].call_anchor] = page;
  }
}

}  // namespace

uint32_t PageReferences::page_of(std::string_view name, released::Ordinal ordinal) {
  asked_.emplace(name, ordinal);
  const auto found = pages_.find(name);
  return found == pages_.end() ? 0 : found->second;
}

std::string PageReferences::widened(std::string label, std::string_view name) const {
  const auto widest = widest_.find(name);
  if (passes_ < 2 || widest == widest_.end()) return label;
  for (size_t i = label.size(); i < widest->second; ++i) label.insert(0, kFigureSpace);
  return label;
}

std::string PageReferences::label(std::string_view name, released::Ordinal ordinal) {
  const uint32_t page = page_of(name, ordinal);
  return page == 0 ? std::string(kUnknown) : widened(std::to_string(page), name);
}

std::vector<PageReferences::Span> PageReferences::spans(std::string_view names,
                                                        released::Ordinal ordinal) {
  std::vector<Place> places;
  std::vector<Span> spans;
  for (const std::string_view name : names_in(names)) {
    const uint32_t page = page_of(name, ordinal);
    if (page == 0)
      spans.push_back({std::string(kUnknown), std::string(name)});
    else
      places.push_back({page, name});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.page < b.page; });
  places.erase(std::unique(places.begin(), places.end(),
                           [](const Place& a, const Place& b) { return a.page == b.page; }),
               places.end());
  for (size_t first = 0; first < places.size();) {
    size_t last = first + 1;
    while (last < places.size() && places[last].page == places[last - 1].page + 1) ++last;
    if (last - first < kShortestRange) last = first + 1;
    std::string label = std::to_string(places[first].page);
    if (last > first + 1) label += fmt::format("\u2013{}", places[last - 1].page);
    spans.push_back({std::move(label), std::string(places[first].name)});
    first = last;
  }
  return spans;
}

bool PageReferences::accept(PagesByName pages) {
  ++passes_;
  bool right = true;
  for (const auto& [name, ordinal] : asked_) {
    const auto now = pages.find(name);
    const auto before = pages_.find(name);
    const uint32_t page = now == pages.end() ? 0 : now->second;
    size_t& widest = widest_[name];
    widest = std::max(widest, std::to_string(page).size());
    const bool same = before != pages_.end() && before->second == page;
    if (!same && right) culprit_ = ordinal;
    right = right && same;
  }
  pages_ = std::move(pages);
  asked_.clear();
  return right;
}

std::vector<uint32_t> pages_of_anchors(const Galley& galley, const std::vector<PagePlan>& plans,
                                       size_t destinations) {
  std::vector<uint32_t> pages(destinations);
  for (uint32_t page = 0; page < plans.size(); ++page) {
    const PagePlan& plan = plans[page];
    for (uint32_t i = plan.first; i < plan.last; ++i)
      add_anchors(galley.strips[i], page + 1, galley, pages);
    for (const NotePart& part : plan.notes) {
      for (uint32_t i = part.first; i < part.last; ++i)
        add_anchors(galley.notes[part.note].strips[i], page + 1, galley, pages);
    }
  }
  return pages;
}

}  // namespace sable::layout
