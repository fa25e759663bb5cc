// The content of all pages, compressed, on one or more threads.
//
// In:  pages, the encoded form of their runs.
// Out: for each page its stream and its marks, the same for any number of threads.
#pragma once

#include <string>
#include <vector>

#include "layout/pages.h"
#include "pdf/content.h"

namespace sable::pdf {

// Gives the runs of all pages their codes, in order.
ContentSource encode_pages(const layout::Pages& pages, Codes& codes);

struct DrawnPages {
  std::vector<std::string> streams;                // deflated
  std::vector<std::vector<layout::LeafId>> marks;  // as Content::leaves
};

DrawnPages draw_pages(const layout::Pages& pages, const ContentSource& source, unsigned threads);

}  // namespace sable::pdf
