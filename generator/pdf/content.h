// A page's content stream (ISO 32000-1, 7.8.2), tagged (14.6, 14.7.4).
//
// In:  a page's fragments, the encoded form of its runs.
// Out: the operators, and which leaf each marked-content identifier is.
//
// A pure function of its arguments: pages can be drawn in any order and on any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/pages.h"
#include "pdf/codes.h"

namespace sable::pdf {

// Where the fragments of a leaf with ActualText first stand; a leaf that goes on
// elsewhere must be read once only.
constexpr uint32_t kNoPage = 0xFFFFFFFF;

struct ContentSource {
  const layout::Structure& structure;
  const Codes& codes;
  std::vector<uint32_t> first_page;  // by leaf; kNoPage where it is not drawn
  // For each page, the encoded form of each of its runs, in order.
  std::vector<std::vector<uint32_t>> encoded;
};

struct Content {
  std::string operators;
  std::vector<layout::LeafId> leaves;  // by marked-content identifier
};

Content draw(const layout::Page& page, uint32_t page_index, const ContentSource& source);

}  // namespace sable::pdf
