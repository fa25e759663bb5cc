// The numbers of notes.
//
// In:  calls in the order of the text; of notes numbered by page also what stood
//      on which page in the pass before.
// Out: what is printed at the call and before the note.
//
// GCPM 3, 2.4: notes are counted through the document, or from 1 again in each
// section or on each page, as `counter-reset: footnote` says.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "layout/galley.h"
#include "layout/paginate.h"

namespace sable::layout {

// How often a document may be laid out until its numbers fit its pages.
constexpr int kMostPasses = 5;

// Numbers that depend on the pages, and the pages on them.
class PageNumbering {
 public:
  // Of the first pass nothing is known: each note has one digit.
  uint32_t number(NoteId note) const;
  // How many digits its place is wide: from the third pass on all that it ever had,
  // so that the lines do not change for ever.
  uint32_t digits(NoteId note) const;
  // Takes the numbers of a pass over; the first note that they change, or kSettled.
  NoteId accept(std::vector<uint32_t> numbers);
  static constexpr NoteId kSettled = 0xFFFFFFFF;

 private:
  int passes_ = 0;
  std::vector<uint32_t> numbers_;  // by note; 0: none of its own
  std::vector<uint32_t> digits_;
};

// The numbers of notes whose pages are known: from 1 again on each page that
// `restarts` names, and where a note says so. 0 for notes at the end.
std::vector<uint32_t> numbers_on_pages(const Galley& galley, const std::vector<PagePlan>& plans,
                                       const std::function<bool(size_t page)>& restarts);

}  // namespace sable::layout
