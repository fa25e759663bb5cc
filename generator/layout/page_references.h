// References to pages.
//
// In:  the places that are referred to; of the pass before, on which pages they came
//      to stand.
// Out: what is printed in this pass; whether the pages agree with it.
//
// A page is known only once all is laid out, and where things stand may hang on how
// wide its number is. So a document is laid out until its references are right, five
// times at most; from the third time on the number of a place is as wide as it ever
// was, so that lines do not change for ever.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/galley.h"
#include "layout/page_labels.h"
#include "layout/paginate.h"

namespace sable::layout {

// Pages of destinations, counted from 1, by name; 0: on none.
using PagesByName = std::map<std::string, uint32_t, std::less<>>;

class PageReferences {
 public:
  // The page of a place, as printed.
  std::string label(std::string_view name, released::Ordinal ordinal);

  // Pages of several places, their names with line ends between them: ascending, each
  // once; three or more of one part that follow one another are one span.
  struct Span {
    std::string label;        // "3", "5–8", "2-5–2-9"
    std::string destination;  // the first place on the first page
  };
  std::vector<Span> spans(std::string_view names, released::Ordinal ordinal);

  // Takes the pages of a pass over. Whether those that were asked for in it are what was
  // printed.
  // Without labels they are called by their numbers.
  bool accept(PagesByName pages, PageLabels labels = {});
  // After a pass that was not right: the block of the first reference that is wrong.
  released::Ordinal culprit() const { return culprit_; }

 private:
  uint32_t page_of(std::string_view name, released::Ordinal ordinal);
  PageLabel label_of(uint32_t page) const;
  std::string widened(std::string label, std::string_view name) const;

  int passes_ = 0;
  PagesByName pages_;                                  // of the pass before
  PageLabels labels_;                                  // likewise
  std::map<std::string, size_t, std::less<>> widest_;  // characters that a place ever had
  std::map<std::string, released::Ordinal, std::less<>> asked_;
  released::Ordinal culprit_ = 0;
};

// On which pages the destinations come to stand.
std::vector<uint32_t> pages_of_anchors(const Galley& galley, const std::vector<PagePlan>& plans,
                                       size_t destinations);

}  // namespace sable::layout
