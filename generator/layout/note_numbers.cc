#include "layout/note_numbers.h"

#include <algorithm>

namespace sable::layout {

namespace {

uint32_t digits_of(uint32_t number) { return static_cast<uint32_t>(std::to_string(number).size()); }

void add_calls(const Strip& strip, std::vector<NoteId>& notes) {
  notes.insert(notes.end(), strip.notes.begin(), strip.notes.end());
}

}  // namespace

uint32_t PageNumbering::number(NoteId note) const {
  return note < numbers_.size() ? numbers_[note] : 1;
}

uint32_t PageNumbering::digits(NoteId note) const {
  const uint32_t own = digits_of(number(note));
  return passes_ > 2 && note < digits_.size() ? std::max(own, digits_[note]) : own;
}

NoteId PageNumbering::accept(std::vector<uint32_t> numbers) {
  ++passes_;
  NoteId changed = kSettled;
  digits_.resize(numbers.size());
  for (NoteId note = 0; note < numbers.size(); ++note) {
    if (numbers[note] == 0) continue;
    digits_[note] = std::max(digits_[note], digits_of(numbers[note]));
    if (changed == kSettled && numbers[note] != number(note)) changed = note;
  }
  numbers_ = std::move(numbers);
  return changed;
}

std::vector<uint32_t> numbers_on_pages(const Galley& galley, const std::vector<PagePlan>& plans,
                                       const std::function<bool(size_t page)>& restarts) {
  std::vector<uint32_t> numbers(galley.notes.size());
  uint32_t number = 0;
  for (size_t page = 0; page < plans.size(); ++page) {
    const PagePlan& plan = plans[page];
    std::vector<NoteId> called;
    for (uint32_t i = plan.first; i < plan.last; ++i) add_calls(galley.strips[i], called);
    for (const NotePart& part : plan.notes) {
      const std::vector<Strip>& strips = galley.notes[part.note].strips;
      for (uint32_t i = part.first; i < part.last; ++i) add_calls(strips[i], called);
    }
    // In reading order, a note of a note behind its own.
    std::sort(called.begin(), called.end());
    if (restarts(page)) number = 0;
    for (const NoteId note : called) {
      if (galley.notes[note].at_end) continue;
      if (galley.notes[note].restarts) number = 0;
      numbers[note] = ++number;
    }
  }
  return numbers;
}

}  // namespace sable::layout
