#include "pdf/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "pdf/metadata.h"
#include "pdf/strings.h"

namespace sable::pdf {
namespace {

using base::Fault;
using base::Length;
using layout::ElementId;

constexpr Length kShortestSide = Length::points(3), kLongestSide = Length::points(14400);
constexpr Length kFarthest = Length::points(32767);
constexpr const char* kReport = "please report this: the layout and the PDF rooms disagree";

bool is_near(Length value) { return value >= -kFarthest && value <= kFarthest; }
bool is_near(const base::Rect& area) {
  // Each apart first: their sum could overflow.
  return is_near(area.x) && is_near(area.y) && is_near(area.width) && is_near(area.height) &&
         is_near(area.right()) && is_near(area.bottom());
}

class Checker {
 public:
  Checker(const layout::Pages& pages, const Settings& settings)
      : pages_(pages), settings_(settings), structure_(pages.structure) {}

  base::Diagnostics run();

 private:
  void add(Fault fault, const char* code, std::string message, std::string help) {
    found_.push_back(base::error_without_place(fault, code, std::move(message), std::move(help)));
  }
  void broken(std::string what) { add(Fault::internal, "SBL0958", std::move(what), kReport); }

  void check_settings();
  void check_text(std::string_view what, std::string_view text);
  void check_info();
  void check_page(size_t index);
  void check_tree();
  void check_ids();
  void check_navigation();
  void check_targets();

  // Problems of the fragments of one page, each kind told once a page.
  struct PageProblems {
    bool far = false, dangling = false, untagged = false, empty_run = false;
  };
  void check_fragment(const layout::Fragment& fragment, PageProblems& problems);
  void check_item(const layout::GlyphRun& glyphs, PageProblems& problems);
  void check_item(const layout::Filled& box, PageProblems& problems);
  void check_item(const layout::Stroked& box, PageProblems& problems);
  void check_item(const layout::Image& image, PageProblems& problems);
  void check_link(const layout::LinkArea& area, PageProblems& problems);

  const layout::Pages& pages_;
  const Settings& settings_;
  const layout::Structure& structure_;
  std::unordered_set<std::string_view> targets_;  // membership only
  base::Diagnostics found_;
};

void Checker::check_text(std::string_view what, std::string_view text) {
  if (base::find_bad_utf8(text)) return broken(fmt::format("{} is not well-formed UTF-8", what));
  if (text_string_length(text) > kLongestString) {
    add(Fault::input, "SBL0954", fmt::format("{} is longer than a PDF string may be", what),
        "shorten it: at most 32,767 ASCII or 16,382 other characters");
  }
}

void Checker::check_settings() {
  if (!is_printable_date(settings_.date)) {
    add(Fault::input, "SBL0953", "the document's date is not in the years 1 to 9999",
        "correct the report's date or SOURCE_DATE_EPOCH");
  }
  if (!settings_.icc_profile.empty() && !is_rgb_profile(settings_.icc_profile)) {
    add(Fault::input, "SBL0955", "the colour profile is not an RGB profile",
        "name sRGB.icc of the package icc-profiles-free");
  }
  check_text("the producer", settings_.producer);
}

void Checker::check_info() {
  check_text("the title", pages_.info.title);
  check_text("the author", pages_.info.author);
  check_text("the subject", pages_.info.subject);
  check_text("the list of keywords", pages_.info.keywords);
  check_text("the language", pages_.info.language);
}

void Checker::check_item(const layout::GlyphRun& glyphs, PageProblems& problems) {
  if (!is_near(glyphs.origin.x) || !is_near(glyphs.origin.y)) problems.far = true;
  for (const layout::PlacedRun& placed : glyphs.runs) {
    if (placed.run == nullptr) {
      problems.dangling = true;
      continue;
    }
    if (!is_near(placed.x) || !is_near(glyphs.origin.x + placed.x) || !is_near(placed.run->size)) {
      problems.far = true;
    }
    if (placed.run->size <= Length()) problems.empty_run = true;
  }
}

void Checker::check_item(const layout::Filled& box, PageProblems& problems) {
  if (!is_near(box.area)) problems.far = true;
}

void Checker::check_item(const layout::Stroked& box, PageProblems& problems) {
  if (!is_near(box.area) || !is_near(box.width)) problems.far = true;
}

void Checker::check_item(const layout::Image& image, PageProblems& problems) {
  if (!is_near(image.area)) problems.far = true;
  const bool known =
      image.picture < pages_.pictures.size() && pages_.pictures[image.picture] != nullptr;
  if (!known) problems.dangling = true;
}

void Checker::check_link(const layout::LinkArea& link, PageProblems& problems) {
  if (!is_near(link.area)) problems.far = true;
  if (link.element != layout::kNoElement && link.element >= structure_.elements.size()) {
    problems.dangling = true;
  }
  check_text("the description of a link", link.contents);
  check_text("the address of a link", link.url);
  if (link.url.empty() && !targets_.contains(link.destination)) {
    add(Fault::internal, "SBL0959", "a link leads to a place that no page has",
        "refer to an id that the release shows");
  }
}

void Checker::check_fragment(const layout::Fragment& fragment, PageProblems& problems) {
  const bool has_leaf = fragment.leaf != layout::kNoLeaf;
  if (has_leaf && fragment.leaf >= structure_.leaves.size()) problems.dangling = true;
  const bool is_text = std::holds_alternative<layout::GlyphRun>(fragment.item) ||
                       std::holds_alternative<layout::Image>(fragment.item);
  if (is_text && fragment.artifact == layout::Artifact::none && !has_leaf) problems.untagged = true;
  std::visit([&](const auto& item) { check_item(item, problems); }, fragment.item);
}

void Checker::check_page(size_t index) {
  const layout::Page& page = pages_.pages[index];
  const auto fits = [](Length side) { return side >= kShortestSide && side <= kLongestSide; };
  if (!fits(page.size.width) || !fits(page.size.height)) {
    add(Fault::input, "SBL0952",
        fmt::format("page {} is smaller than 3 pt or larger than 14,400 pt", index + 1),
        "correct the size in @page");
  }
  check_text("the label of a page", page.label);
  PageProblems problems;
  for (const layout::Fragment& fragment : page.fragments) check_fragment(fragment, problems);
  for (const layout::LinkArea& link : page.links) check_link(link, problems);
  if (problems.far) {
    add(Fault::input, "SBL0953",
        fmt::format("page {} has something more than 32,767 pt from its corner", index + 1),
        "correct margins, sizes and indents of the style sheet");
  }
  if (problems.dangling) broken(fmt::format("page {} draws what does not exist", index + 1));
  if (problems.untagged)
    broken(fmt::format("page {} has text or a picture outside the structure", index + 1));
  if (problems.empty_run) broken(fmt::format("page {} has text without a size", index + 1));
}

// Each element but the first, and each leaf, is the kid of one element, the one
// that it names; and all hang on the first.
void Checker::check_tree() {
  const auto& elements = structure_.elements;
  if (elements.empty()) return broken("there is no structure element");
  std::vector<uint8_t> seen(elements.size()), seen_leaf(structure_.leaves.size());
  bool sound = elements[0].parent == layout::kNoElement;
  for (const layout::Leaf& leaf : structure_.leaves) {
    sound = sound && leaf.element < elements.size();
    check_text("the replacement of a redaction", leaf.actual_text);
  }
  std::vector<ElementId> open{0};
  size_t reached = 0;
  while (sound && !open.empty()) {
    const ElementId id = open.back();
    open.pop_back();
    ++reached;
    for (const layout::Kid& kid : elements[id].kids) {
      auto& marks = kid.is_leaf ? seen_leaf : seen;
      sound = sound && kid.id < marks.size() && marks[kid.id]++ == 0;
      if (!sound) break;
      const ElementId parent =
          kid.is_leaf ? structure_.leaves[kid.id].element : elements[kid.id].parent;
      sound = parent == id;
      if (!kid.is_leaf) open.push_back(kid.id);
    }
  }
  sound = sound && reached == elements.size() &&
          std::all_of(seen_leaf.begin(), seen_leaf.end(), [](uint8_t n) { return n == 1; });
  if (!sound) broken("the structure is not a tree");
}

void Checker::check_ids() {
  std::unordered_set<std::string_view> ids;
  for (const layout::Element& element : structure_.elements) {
    check_text("an alternative text", element.alternative);
    check_text("the language of an element", element.language);
    if (element.id.empty()) continue;
    check_text("an id", element.id);
    if (!ids.insert(element.id).second) {
      add(Fault::internal, "SBL0960", "two structure elements have the same id", kReport);
    }
  }
}

void Checker::check_navigation() {
  for (const layout::OutlineItem& item : pages_.outline) {
    check_text("a title in the outline", item.title);
    if (item.page >= pages_.pages.size() || !is_near(item.y) ||
        (item.element != layout::kNoElement && item.element >= structure_.elements.size())) {
      broken("an item of the outline leads nowhere");
    }
  }
}

void Checker::check_targets() {
  for (const layout::Destination& target : pages_.destinations) {
    check_text("the name of a place", target.name);
    if (target.page >= pages_.pages.size() || !is_near(target.place.x) ||
        !is_near(target.place.y)) {
      broken("a named place is on no page");
    }
    if (!targets_.insert(target.name).second) {
      add(Fault::internal, "SBL0960", "two places have the same name", kReport);
    }
  }
}

base::Diagnostics Checker::run() {
  check_settings();
  check_info();
  if (pages_.pages.empty()) broken("there is no page");
  if (pages_.shaper == nullptr) broken("there are no fonts");
  check_tree();
  check_ids();
  check_targets();
  for (size_t i = 0; i < pages_.pages.size(); ++i) check_page(i);
  check_navigation();
  return std::move(found_);
}

}  // namespace

base::Diagnostics check(const layout::Pages& pages, const Settings& settings) {
  return Checker(pages, settings).run();
}

}  // namespace sable::pdf
