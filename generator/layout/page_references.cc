#include "layout/page_references.h"

#include <algorithm>
#include <utility>

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

// How many characters a text has.
size_t length_of(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
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
  for (size_t i = length_of(label); i < widest->second; ++i) label.insert(0, kFigureSpace);
  return label;
}

PageLabel PageReferences::label_of(uint32_t page) const {
  if (page > 0 && page <= labels_.size()) return labels_[page - 1];
  return {std::to_string(page), page, 0};
}

std::string PageReferences::label(std::string_view name, released::Ordinal ordinal) {
  const uint32_t page = page_of(name, ordinal);
  return page == 0 ? std::string(kUnknown) : widened(label_of(page).text, name);
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
    const PageLabel label_of_first = label_of(places[first].page);
    while (last < places.size() && places[last].page == places[last - 1].page + 1 &&
           label_of(places[last].page).part == label_of_first.part)
      ++last;
    if (last - first < kShortestRange) last = first + 1;
    std::string label = label_of_first.text;
    if (last > first + 1) label += fmt::format("\u2013{}", label_of(places[last - 1].page).text);
    spans.push_back({std::move(label), std::string(places[first].name)});
    first = last;
  }
  return spans;
}

bool PageReferences::accept(PagesByName pages, PageLabels labels) {
  ++passes_;
  const PageLabels labels_before = std::exchange(labels_, std::move(labels));
  const auto was_called = [&](uint32_t page) {
    return page > 0 && page <= labels_before.size() ? labels_before[page - 1]
                                                    : PageLabel{std::to_string(page), page, 0};
  };
  bool right = true;
  for (const auto& [name, ordinal] : asked_) {
    const auto now = pages.find(name);
    const auto before = pages_.find(name);
    const uint32_t page = now == pages.end() ? 0 : now->second;
    size_t& widest = widest_[name];
    const PageLabel label = label_of(page);
    widest = std::max(widest, length_of(label.text));
    const bool same = before != pages_.end() && before->second == page && was_called(page) == label;
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
    for (const uint32_t each : plan.floats) {
      for (const Strip& strip : galley.floats[each].strips)
        add_anchors(strip, page + 1, galley, pages);
    }
  }
  return pages;
}

}  // namespace sable::layout
