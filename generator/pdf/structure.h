// The structure tree (ISO 32000-1, 14.7): elements, parent tree, id tree.
//
// In:  the structure of Pages, what each page's marks are, the links.
// Out: hidden objects; the number of the structure tree root.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/pages.h"
#include "pdf/hidden_objects.h"
#include "pdf/links.h"
#include "pdf/number.h"

namespace sable::pdf {

// Where a Figure element stands, in the space of its page.
struct FigureBox {
  layout::ElementId element = layout::kNoElement;
  Thousandths left = 0, bottom = 0, right = 0, top = 0;
};

struct TagSource {
  const layout::Structure& structure;
  const std::vector<uint32_t>& pages;  // object numbers
  // For each page, the leaf of each marked-content identifier.
  const std::vector<std::vector<layout::LeafId>>& marks;
  const std::vector<Link>& links;
  // For each leaf that labels a list item, its text: what ListNumbering follows from.
  const std::vector<std::string>& labels;
  const std::vector<FigureBox>& figure_boxes;  // sorted by element
};

struct Tags {
  uint32_t root = 0;
  uint32_t first_element = 0;  // object number of elements[0]; the others follow
  bool has_user_properties = false;
};

// Key in the parent tree of the first link; pages come before.
inline uint32_t first_link_key(size_t pages) { return static_cast<uint32_t>(pages); }

Tags write_structure(const TagSource& source, HiddenObjects& hidden);

// "Decimal", "LowerRoman", "Disc", … (ISO 32000-1, table 347) for the label of a
// list's first item, or "" where none of them says it.
const char* list_numbering(std::string_view label);

}  // namespace sable::pdf
