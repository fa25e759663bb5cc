// Galleys to break into pages, without fonts: lines of whole points.
#pragma once

#include <vector>

#include "layout/paginate.h"

namespace sable::layout::testing {

inline Strip line(int64_t height, bool may_break = true, std::vector<NoteId> notes = {}) {
  Strip strip;
  strip.height = base::Length::points(height);
  strip.may_break_before = may_break;
  strip.notes = std::move(notes);
  return strip;
}

inline Note note(int lines, int64_t height = 10) {
  Note made;
  for (int i = 0; i < lines; ++i) made.strips.push_back(line(height));
  return made;
}

// A paragraph of lines with widows and orphans of two; a space above it.
inline void add_paragraph(Galley& galley, int lines, int64_t space = 0) {
  for (int i = 0; i < lines; ++i) {
    galley.strips.push_back(line(10));
    Strip& strip = galley.strips.back();
    if (i == 0) {
      strip.space_before = base::Length::points(space);
      strip.stretch = strip.space_before / 2;
    }
    strip.breaks_minimum = i > 0 && (i < 2 || lines - i < 2);
  }
}

// Lets strip `at` call a new note.
inline void call(Galley& galley, size_t at, Note made) {
  galley.strips[at].notes.push_back(static_cast<NoteId>(galley.notes.size()));
  galley.notes.push_back(std::move(made));
}

// The rule above notes takes ten points; notes may take three quarters.
inline PageRoom room(int64_t height) {
  PageRoom made;
  made.height = base::Length::points(height);
  made.note_overhead = made.carried_overhead = base::Length::points(10);
  made.note_limit = base::Length::points(height * 3, 4);
  return made;
}

inline RoomOfPage rooms(const PageRoom& all) {
  return [all](const std::string&, uint32_t, bool) { return all; };
}

inline std::vector<PagePlan> plan(const Galley& galley, int64_t height) {
  return paginate(galley, rooms(room(height)));
}

inline std::vector<uint32_t> ends(const std::vector<PagePlan>& plans) {
  std::vector<uint32_t> all;
  for (const PagePlan& page : plans) all.push_back(page.last);
  return all;
}

// Strips [first, last) of a note on a page.
inline std::vector<NotePart> parts(const std::vector<PagePlan>& plans, size_t page) {
  return page < plans.size() ? plans[page].notes : std::vector<NotePart>{};
}

}  // namespace sable::layout::testing
