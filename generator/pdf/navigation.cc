#include "pdf/navigation.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "pdf/number.h"
#include "pdf/strings.h"
#include "pdf/trees.h"

namespace sable::pdf {
namespace {

constexpr size_t kDestinationsPerLeaf = 64;
constexpr size_t kLabelsPerLeaf = 64;
constexpr uint32_t kNone = 0xFFFFFFFF;
// ISO 32000-1, 12.4.2 knows no bound; longer Roman numbers are words, not labels.
constexpr uint32_t kGreatestRoman = 3999;
constexpr size_t kMostDigits = 9;

// "[5 0 R/XYZ 72 700 null]": to the place, at the reader's own zoom.
void append_place(std::string& out, uint32_t page, const std::string& x, Thousandths y) {
  out += '[';
  append_reference(out, page);
  out += "/XYZ " + x + ' ';
  append_thousandths(out, y);
  out += " null]";
}

struct Branches {
  uint32_t parent = kNone, first = kNone, last = kNone, previous = kNone, next = kNone;
  int64_t below = 0;  // descendants, all of them open
};

// Hangs each item below the nearest one before it that has a smaller level.
std::vector<Branches> branch(const std::vector<layout::OutlineItem>& items, Branches& root) {
  std::vector<Branches> branches(items.size());
  std::vector<uint32_t> path;
  for (uint32_t i = 0; i < items.size(); ++i) {
    while (!path.empty() && items[path.back()].level >= items[i].level) path.pop_back();
    Branches& parent = path.empty() ? root : branches[path.back()];
    branches[i].parent = path.empty() ? kNone : path.back();
    branches[i].previous = parent.last;
    if (parent.last == kNone) {
      parent.first = i;
    } else {
      branches[parent.last].next = i;
    }
    parent.last = i;
    for (const uint32_t above : path) ++branches[above].below;
    ++root.below;
    path.push_back(i);
  }
  return branches;
}

std::string roman(uint32_t number) {
  static constexpr std::array<std::pair<uint32_t, const char*>, 13> kParts = {{
      {1000, "m"},
      {900, "cm"},
      {500, "d"},
      {400, "cd"},
      {100, "c"},
      {90, "xc"},
      {50, "l"},
      {40, "xl"},
      {10, "x"},
      {9, "ix"},
      {5, "v"},
      {4, "iv"},
      {1, "i"},
  }};
  std::string out;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) out += letters;
  }
  return out;
}

uint32_t value_of_roman(char letter) {
  switch (letter) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

// The number that lower-case Roman `text` spells in its usual form, or 0.
uint32_t parse_roman(std::string_view text) {
  uint32_t sum = 0;
  for (size_t i = 0; i < text.size() && i < 16; ++i) {
    const uint32_t value = value_of_roman(text[i]);
    const uint32_t next = i + 1 < text.size() ? value_of_roman(text[i + 1]) : 0;
    if (value == 0) return 0;
    sum = value < next ? sum - value : sum + value;
  }
  return sum > 0 && sum <= kGreatestRoman && roman(sum) == text ? sum : 0;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

void append_label(std::string& out, const PageLabel& label) {
  out += "<<";
  if (label.style != 0) {
    out += "/S/";
    out += label.style;
    if (label.number != 1) {
      out += "/St ";
      append_integer(out, label.number);
    }
  }
  if (!label.prefix.empty()) {
    out += "/P";
    append_text_string(out, clean_text(label.prefix));
  }
  out += ">>";
}

void append_link(std::string& out, const char* key, uint32_t first, uint32_t index) {
  if (index == kNone) return;
  out += key;
  append_reference(out, first + index);
}

}  // namespace

uint32_t write_outline(const layout::Pages& pages, const std::vector<uint32_t>& page_objects,
                       uint32_t first_element, HiddenObjects& hidden) {
  if (pages.outline.empty()) return 0;
  Branches root_branches;
  const std::vector<Branches> branches = branch(pages.outline, root_branches);
  const uint32_t root = hidden.reserve();
  const uint32_t first = hidden.reserve(static_cast<uint32_t>(branches.size()));
  for (uint32_t i = 0; i < branches.size(); ++i) {
    const layout::OutlineItem& item = pages.outline[i];
    std::string& out = hidden.text(first + i);
    out += "<</Title";
    append_text_string(out, clean_text(item.title));
    out += "/Parent ";
    append_reference(out, branches[i].parent == kNone ? root : first + branches[i].parent);
    append_link(out, "/Prev ", first, branches[i].previous);
    append_link(out, "/Next ", first, branches[i].next);
    append_link(out, "/First ", first, branches[i].first);
    append_link(out, "/Last ", first, branches[i].last);
    if (branches[i].below != 0) {
      out += "/Count ";
      append_integer(out, branches[i].below);
    }
    out += "/Dest";
    append_place(out, page_objects[item.page], "null",
                 to_thousandths(pages.pages[item.page].size.height - item.y));
    if (item.element != layout::kNoElement) {
      out += "/SE ";
      append_reference(out, first_element + item.element);
    }
    out += ">>";
  }
  std::string& out = hidden.text(root);
  out += "<</Type/Outlines";
  append_link(out, "/First ", first, root_branches.first);
  append_link(out, "/Last ", first, root_branches.last);
  out += "/Count ";
  append_integer(out, root_branches.below);
  out += ">>";
  return root;
}

uint32_t write_destinations(const layout::Pages& pages, const std::vector<uint32_t>& page_objects,
                            HiddenObjects& hidden) {
  std::vector<const layout::Destination*> sorted;
  for (const layout::Destination& destination : pages.destinations) sorted.push_back(&destination);
  std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->name < b->name; });
  TreeBuilder tree(hidden, "Names", kDestinationsPerLeaf);
  for (const layout::Destination* destination : sorted) {
    std::string key, place, x;
    append_literal(key, destination->name);
    append_thousandths(x, to_thousandths(destination->place.x));
    append_place(place, page_objects[destination->page], x,
                 to_thousandths(pages.pages[destination->page].size.height - destination->place.y));
    tree.add(key, place);
  }
  return tree.finish();
}

PageLabel parse_page_label(const std::string& label) {
  if (const uint32_t number = parse_roman(label)) return {"", 'r', number};
  if (const uint32_t number = parse_roman(lower(label)); number && lower(label) != label) {
    std::string upper = roman(number);
    for (char& c : upper) c = static_cast<char>(c - 32);
    if (upper == label) return {"", 'R', number};
  }
  size_t digits = label.size();
  while (digits > 0 && label.size() - digits < kMostDigits && label[digits - 1] >= '0' &&
         label[digits - 1] <= '9') {
    --digits;
  }
  while (digits < label.size() && label[digits] == '0') ++digits;  // zeros are prefix
  if (digits == label.size()) return {label, 0, 0};
  return {label.substr(0, digits), 'D', static_cast<uint32_t>(std::stoul(label.substr(digits)))};
}

uint32_t write_page_labels(const layout::Pages& pages, HiddenObjects& hidden) {
  TreeBuilder tree(hidden, "Nums", kLabelsPerLeaf);
  PageLabel expected;
  for (size_t i = 0; i < pages.pages.size(); ++i) {
    const PageLabel label = parse_page_label(pages.pages[i].label);
    if (i == 0 || label != expected || label.style == 0) {
      std::string key, value;
      append_integer(key, static_cast<int64_t>(i));
      append_label(value, label);
      tree.add(key, value);
    }
    expected = label;
    ++expected.number;
  }
  return tree.finish();
}

}  // namespace sable::pdf
