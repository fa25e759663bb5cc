// Notes: their numbers, their text in the galley, their elements (GCPM 3, 2).

#include <algorithm>

#include <fmt/format.h>

#include "layout/flow.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;

}  // namespace

NoteSink Flow::note_sink() {
  return {[this] {
            galley_.notes.emplace_back();
            return static_cast<NoteId>(galley_.notes.size() - 1);
          },
          [this](NoteId id, NodeId node) { note(id, node); }};
}

// The line below a part of a note that goes on on the next page.
std::vector<Strip> Flow::notice(NodeId node) {
  const style::GeneratedId generated = context_.styled(node).note_notice;
  if (generated == style::kNoContent) return {};
  const style::Generated& content = context_.input.styled.generated[generated];
  return generated_text(content.content, content.style, settings_.text_width);
}

void Flow::note(NoteId id, NodeId node) {
  std::vector<Strip> strips;
  Column column;
  column.strips = &strips;
  column.mark = column_.mark;
  std::swap(column_, column);
  const ElementId element = context_.structure.open(Role::note);
  context_.structure.element(element).id = fmt::format("note-{}", id + 1);
  column_.label = context_.structure.open(Role::lbl);
  context_.structure.close();
  column_.label_note = node;
  column_.label_number = id + 1;
  const std::string_view mark = context_.node(node).attribute("mark");
  if (!mark.empty()) {
    if (const auto parsed = context_.input.system.parse(mark)) column_.mark = *parsed;
  }
  children(node, {Length(), settings_.text_width}, false);
  context_.structure.close();
  galley_.notes[id].notice = notice(node);
  // The margin below a note is kept above it, where it falls away for the first
  // note of a page.
  if (!strips.empty())
    strips.front().space_before = std::max(strips.front().space_before, column_.margin);
  std::swap(column_, column);
  galley_.notes[id].strips = std::move(strips);
}

}  // namespace sable::layout
