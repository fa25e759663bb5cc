#include "layout/chapter.h"

namespace sable::layout {

namespace {

using base::Length;

// What a break before a strip costs, of text or of a note.
Cost break_cost_of(const Strip& strip) {
  Cost cost = 100 * Cost{strip.keep} * strip.keep;
  if (!strip.may_break_before) cost += cost::kKeep;
  if (strip.breaks_minimum) cost += cost::kMinimum;
  if (strip.beside_float) cost += cost::kCutFloat;
  return cost;
}

// The least number of a note's lines on either side of a page break.
constexpr uint32_t kNoteLines = 2;

Cost thousandths(Length part, Length whole) {
  return whole > Length() ? part.units() * 1000 / whole.units() : 1000;
}

}  // namespace

Chapter::Chapter(const Galley& galley, uint32_t first, uint32_t last)
    : galley_(galley), first_(first), last_(last) {
  const size_t count = last - first + 1;
  for (auto* sums : {&height_before_, &stretch_before_}) sums->reserve(count);
  for (auto* ends : {&called_, &must_begin_, &notes_called_}) ends->reserve(count);
  break_costs_.reserve(count);
  height_before_.push_back({});
  stretch_before_.push_back({});
  note_height_before_.push_back({});
  for (auto* ends : {&called_, &must_begin_, &notes_called_}) ends->push_back(0);
  for (uint32_t i = first; i < last; ++i) add_strip(galley.strips[i]);
  break_costs_.push_back(0);
  find_runs();
}

void Chapter::add_strip(const Strip& strip) {
  height_before_.push_back(height_before_.back() + strip.space_before + strip.height);
  stretch_before_.push_back(stretch_before_.back() + strip.stretch);
  break_costs_.push_back(break_cost_of(strip));
  uint32_t begun = must_begin_.back();
  for (const NoteId note : strip.notes) {
    const uint32_t begin = lines();
    add_note(note, kInText);
    if (lines() > begin) begun = begin + 1;
  }
  called_.push_back(lines());
  must_begin_.push_back(begun);
  notes_called_.push_back(static_cast<uint32_t>(notes_.size()));
}

// Notes that a note calls stand directly behind it.
void Chapter::add_note(NoteId note, uint32_t call) {
  const std::vector<Strip>& strips = galley_.notes[note].strips;
  const uint32_t begin = lines();
  const auto count = static_cast<uint32_t>(strips.size());
  if (count > 0) notes_.push_back({begin, call});
  for (uint32_t i = 0; i < count; ++i) {
    const Strip& strip = strips[i];
    Cost split = cost::kSplitNote + cost::kCarriedLine * (count - i) + break_cost_of(strip);
    if (i < kNoteLines || count - i < kNoteLines) split += cost::kMinimum;
    lines_.push_back({note, i, strip.space_before, split});
    note_height_before_.push_back(note_height_before_.back() + strip.space_before + strip.height);
  }
  for (uint32_t i = 0; i < count; ++i) {
    for (const NoteId inner : strips[i].notes) add_note(inner, begin + i);
  }
}

// The space above the first strip of a page falls away; what a table repeats is added.
Length Chapter::stack_height(uint32_t first, uint32_t last) const {
  if (first == last) return {};
  Length height = height_before_[last - first_] - height_before_[first - first_] -
                  galley_.strips[first].space_before;
  const uint32_t above = galley_.strips[first].repeat;
  if (above != kNoRepeat) height += galley_.repeats[above].all_above;
  const uint32_t below = last < galley_.strips.size() ? galley_.strips[last].repeat : kNoRepeat;
  if (below != kNoRepeat) height += galley_.repeats[below].all_below;
  return height;
}

Length Chapter::stretch(uint32_t first, uint32_t last) const {
  if (first == last) return {};
  return stretch_before_[last - first_] - stretch_before_[first - first_] -
         galley_.strips[first].stretch;
}

Length Chapter::note_height(const Cut& from, uint32_t to, const PageRoom& room) const {
  if (to == from.line) return {};
  Length height =
      note_height_before_[to] - note_height_before_[from.line] - lines_[from.line].space_before;
  height += continues(from.line) ? room.carried_overhead : room.note_overhead;
  if (continues(to)) height += notice_height(galley_.notes[lines_[to].note]);
  return height;
}

PageShape Chapter::shape(const Cut& from, const Cut& to, const PageRoom& room) const {
  PageShape shape;
  shape.text = text(from.strip, to.strip, room.height).height;
  shape.notes = note_height(from, to.line, room);
  shape.used = shape.text + shape.notes;
  return shape;
}

uint32_t Chapter::furthest(const Cut& from, const Goal& goal, const PageRoom& room) const {
  if (from.line == lines()) return from.line;
  const Length overhead = continues(from.line) ? room.carried_overhead : room.note_overhead;
  const Length top = note_height_before_[from.line] + lines_[from.line].space_before;
  const auto begin = note_height_before_.begin();
  const auto found = std::upper_bound(begin + from.line + 1, begin + called(goal.strip) + 1,
                                      goal.room_for_notes - overhead + top);
  return static_cast<uint32_t>(found - begin) - 1;
}

uint32_t Chapter::latest_split(const Cut& from, const Goal& goal, const PageRoom& room) const {
  const uint32_t all = called(goal.strip);
  const uint32_t most = furthest(from, goal, room);
  if (most == all) return all;
  const uint32_t least = std::max(from.line + 1, goal.least);
  uint32_t latest = from.line;
  for (uint32_t line = most; line >= least; --line) {
    if (note_height(from, line, room) > goal.room_for_notes) continue;  // a notice comes in
    if (latest == from.line) latest = line;
    if (continues(line) && lines_[line].split_cost < cost::kKeep) return line;
  }
  return latest;
}

uint32_t Chapter::latest_line(const Cut& from, const Goal& goal, const PageRoom& room) const {
  uint32_t line = furthest(from, goal, room);
  while (line > from.line && note_height(from, line, room) > goal.room_for_notes) --line;
  return line;
}

// Notes that are called and have not begun.
Cost Chapter::lateness(const Cut& to) const {
  Cost late = 0;
  for (uint32_t i = notes_called_[to.strip - first_]; i-- > 0 && notes_[i].begin >= to.line;) {
    if (notes_[i].call == kInText || notes_[i].call < to.line) ++late;
  }
  return late;
}

Cost Chapter::break_cost(const Cut& to) const {
  Cost cost = break_costs_[to.strip - first_];
  if (to.line == called(to.strip)) return cost;
  if (continues(to.line)) cost += lines_[to.line].split_cost;
  return cost + lateness(to) * cost::kLateNote;
}

Length Chapter::free_space(const Cut& from, const Cut& to, const PageRoom& room) const {
  if (to == end()) return {};
  return std::max(Length(), room.height - shape(from, to, room).used);
}

// Plass 1981: the badness of a page; one that its spaces can fill is as bad as
// they are stretched.
Cost Chapter::emptiness(const Cut& from, const Cut& to, const PageRoom& room) const {
  const Length free = free_space(from, to, room);
  const Cost empty = thousandths(free, room.height);
  if (!room.fills || free == Length()) return empty * empty;
  const Length most = stretch(from.strip, to.strip);
  if (free > most) return cost::kStretchedOut + empty * empty;
  const Cost stretched = thousandths(free, most);
  return cost::kStretchedOut * stretched * stretched / 1'000'000;
}

// A last page may be as short as it will, but for one that holds a few lines.
Cost Chapter::short_end(Length used, const PageRoom& room) const {
  const Length enough = room.height / 8;
  if (used >= enough) return 0;
  const Cost lacking = thousandths(enough - used, enough);
  return cost::kShortEnd * lacking * lacking / 1'000'000;
}

Cost Chapter::page_cost(const Cut& from, const Cut& to, const PageRoom& room) const {
  const PageShape page = shape(from, to, room);
  Cost cost = break_cost(to) + emptiness(from, to, room);
  if (!run_ends_.empty()) cost += text(from.strip, to.strip, room.height).cost;
  if (to == end() && from != begin()) cost += short_end(page.used, room);
  if (page.used > room.height) cost += cost::kOverfull;
  if (from.strip == to.strip)
    cost += cost::kNotesAlone;
  else if (page.notes > room.note_limit)
    cost += cost::kNoteArea;
  return cost;
}

std::vector<NotePart> Chapter::parts(uint32_t from, uint32_t to) const {
  std::vector<NotePart> parts;
  for (uint32_t line = from; line < to; ++line) {
    const Line& it = lines_[line];
    if (parts.empty() || parts.back().note != it.note)
      parts.push_back({it.note, it.index, it.index});
    ++parts.back().last;
  }
  return parts;
}

}  // namespace sable::layout
