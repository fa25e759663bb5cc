// Notes: their numbers, their text in the galley, their elements (GCPM 3, 2).

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "layout/flow.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;

// A name that no id of a template has: an id holds no blanks.
std::string destination(std::string_view what, uint32_t number) {
  return fmt::format("{} {}", what, number);
}

constexpr std::string_view kFigureSpace = "\u2007";

}  // namespace

// `counter-reset: footnote` of an element.
void Flow::restart_notes() {
  foot_count_ = end_count_ = 0;
  restarts_ = true;
}

NoteSink Flow::note_sink() {
  return {[this](NodeId node) { return reserve_note(node); },
          [this](NoteId id, NodeId node) { note(id, node); },
          [this](std::string_view name) { return new_destination(name); }};
}

uint32_t Flow::new_destination(std::string_view name) {
  const auto index = static_cast<uint32_t>(context_.pages.destinations.size());
  context_.pages.destinations.push_back({std::string(name), 0, {}});
  return index;
}

NoteCall Flow::reserve_note(NodeId node) {
  const auto id = static_cast<NoteId>(galley_.notes.size());
  Note& made = galley_.notes.emplace_back();
  made.provenance = context_.node(node).provenance;
  made.at_end =
      context_.style(context_.styled(node).style).note_placement == style::NotePlacement::end;
  if (!made.at_end) made.restarts = std::exchange(restarts_, false);
  NoteCall call;
  call.note = id;
  call.number = note_number(id);
  call.printed.text = call.number + widening(id, call.number);
  numbers_.push_back(call.printed.text);
  if (made.at_end) {
    call.printed.destination = destination("note", id + 1);
    call.printed.contents = fmt::format("note {}", call.number);
    made.call_anchor = static_cast<uint32_t>(context_.pages.destinations.size());
    context_.pages.destinations.push_back({destination("call", id + 1), 0, {}});
  }
  return call;
}

std::string Flow::note_number(NoteId id) {
  if (galley_.notes[id].at_end) return std::to_string(++end_count_);
  if (context_.page_numbering != nullptr)
    return std::to_string(context_.page_numbering->number(id));
  return std::to_string(++foot_count_);
}

// Figure spaces that keep the place of a number as wide as it has to be.
std::string Flow::widening(NoteId id, const std::string& number) const {
  std::string spaces;
  if (context_.page_numbering == nullptr || galley_.notes[id].at_end) return spaces;
  for (size_t i = number.size(); i < context_.page_numbering->digits(id); ++i)
    spaces += kFigureSpace;
  return spaces;
}

// The line below a part of a note that goes on on the next page.
std::vector<Strip> Flow::notice(NodeId node) {
  const style::GeneratedId generated = context_.styled(node).note_notice;
  if (generated == style::kNoContent) return {};
  const style::Generated& content = context_.input.styled.generated[generated];
  return generated_text(content.content, content.style, {Length(), settings_.text_width});
}

void Flow::note(NoteId id, NodeId node) {
  if (galley_.notes[id].at_end) {
    end_notes_.push_back({id, node});
    return;
  }
  std::vector<Strip> strips;
  Column column;  // without a mark: one that the note lacks is not that of its call
  column.strips = &strips;
  std::swap(column_, column);
  note_content(id, node, {Length(), settings_.text_width});
  galley_.notes[id].notice = notice(node);
  // The margin below a note is kept above it, where it falls away for the first
  // note of a page.
  if (!strips.empty())
    strips.front().space_before = std::max(strips.front().space_before, column_.margin);
  std::swap(column_, column);
  galley_.notes[id].strips = std::move(strips);
}

// The notes at the end that were called so far. They may call further ones.
void Flow::end_notes(const Measure& measure) {
  for (size_t i = 0; i < end_notes_.size(); ++i) {
    const EndNote it = end_notes_[i];
    const std::optional<marking::Marking> outer_mark = std::exchange(column_.mark, std::nullopt);
    column_.anchors.push_back(static_cast<uint32_t>(context_.pages.destinations.size()));
    context_.pages.destinations.push_back({destination("note", it.note + 1), 0, {}});
    note_content(it.note, it.node, measure);
    column_.mark = outer_mark;
  }
  end_notes_.clear();
}

// The element of a note, its number, its blocks.
void Flow::note_content(NoteId id, NodeId node, const Measure& measure) {
  const ElementId element = context_.structure.open(Role::note);
  context_.structure.element(element).id = fmt::format("note-{}", id + 1);
  column_.label = context_.structure.open(Role::lbl);
  context_.structure.close();
  column_.label_note = node;
  column_.label_number = {numbers_[id], {}, {}};
  if (galley_.notes[id].at_end) {
    column_.label_number.destination = destination("call", id + 1);
    column_.label_number.contents = fmt::format("call of note {}", numbers_[id]);
  }
  enter_mark(node);
  children(node, measure, false);
  context_.structure.close();
}

}  // namespace sable::layout
