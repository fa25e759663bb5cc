// What an element hands to its children, and what computing needs beside it.
//
// In:  made by compute.h, one for each distinct style.
// Out: ComputedStyle plus what inherits in another form than it is used: a line
//      height given as a number, custom properties, list marks.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "style/computed.h"
#include "style/number.h"
#include "style/value.h"

namespace sable::style {

using EnvironmentId = uint32_t;

// `list-style-type`, as the content of a ::marker without content of its own.
struct ListMark {
  enum class Kind : uint8_t {
    none,
    disc,
    circle,
    square,
    decimal,
    lower_alpha,
    upper_alpha,
    lower_roman,
    upper_roman,
    text
  } kind = Kind::disc;
  std::string text;
  bool operator==(const ListMark&) const = default;
};

// Bits of `marks` (CSS Paged Media 3, 7.2).
constexpr uint8_t kCropMarks = 1;
constexpr uint8_t kRegistrationMarks = 2;

// Features of the properties that choose among a font's forms, in HarfBuzz's
// spelling; a later one wins over those above it.
struct FontVariants {
  std::string kerning, ligatures, position, numeric, settings;
  bool operator==(const FontVariants&) const = default;
};

struct Context {
  ComputedStyle style;
  // `line-height` as a number: inherited as one (CSS 2.2, 10.8.1). 1.2 is `normal`.
  std::optional<Number> line_factor = Number{12, 10};
  ListMark list_mark;
  EnvironmentId environment = 0;
  FontVariants variants;  // joined in ComputedStyle::features

  // Before they are joined with those of the ancestors.
  base::Length own_shift;
  base::Length carried_shift;  // what inline children add
  Decoration own_decoration;

  // Of pseudo-elements and margin boxes. `normal` where there is no value.
  std::optional<std::vector<ContentItem>> content;
  MarginBox::VerticalAlign vertical = MarginBox::VerticalAlign::middle;

  // Of @page and @footnote.
  base::Size page_size{base::Length::points(612), base::Length::points(792)};
  uint16_t max_height_percent = 75;
  bool fills = false;
  bool balanced = false;
  base::Length bleed;
  uint8_t marks = 0;  // kCropMarks, kRegistrationMarks
  int16_t rotation = 0;

  bool operator==(const Context&) const = default;
};

// Interns lists of family names.
class FamilyTable {
 public:
  explicit FamilyTable(std::vector<Families>& lists) : lists_(lists) { intern({"serif"}); }
  FamilyId intern(const Families& names) {
    const auto [place, added] = ids_.try_emplace(names, static_cast<FamilyId>(lists_.size()));
    if (added) lists_.push_back(names);
    return place->second;
  }

 private:
  std::vector<Families>& lists_;
  std::map<Families, FamilyId> ids_;
};

// What relative values are relative to.
struct Scope {
  const Context& parent;
  const markup::Node* node = nullptr;  // for attr(); none in @page
  FamilyTable& families;
  base::Length em, root_em, lh;

  base::Length length(const Measure& measure, base::Length whole = {}) const;
};

}  // namespace sable::style
