#include "release/outline.h"

#include <utility>

namespace sable::release {

namespace {

using released::Inlines;
using released::Outline;

// Whether a line is drawn; the codes are given to the first.
bool wrap(Outline& outline, Inlines& words) {
  if (words.empty()) return false;
  released::Outlined outlined{std::exchange(outline, {}), std::move(words)};
  words.clear();
  words.emplace_back().value = std::move(outlined);
  return true;
}

void wrap(Outline& outline, std::variant<Inlines, released::Hole>& words) {
  if (auto* shown = std::get_if<Inlines>(&words)) wrap(outline, *shown);
}

void wrap(Outline& outline, released::ListItem& item) {
  wrap(outline, item.term);
  wrap(outline, item.text);
  for (Inlines& paragraph : item.further) wrap(outline, paragraph);
  for (released::ListItem& below : item.items) wrap(outline, below);
}

template <typename Part>
void draw(const MaybeOutline& outline, Part& part) {
  if (!outline) return;
  Outline rest = *outline;
  wrap(rest, part);
}

template <typename Part>
void draw_each(const MaybeOutline& outline, std::vector<Part>& parts, Inlines* (*words)(Part&)) {
  if (!outline) return;
  Outline rest = *outline;
  for (Part& part : parts) {
    if (Inlines* found = words(part)) wrap(rest, *found);
  }
}

}  // namespace

void draw_around(const MaybeOutline& outline, Inlines& words) { draw(outline, words); }

void draw_around(const MaybeOutline& outline, std::variant<Inlines, released::Hole>& words) {
  draw(outline, words);
}

void draw_around(const MaybeOutline& outline, std::vector<Inlines>& paragraphs) {
  draw_each<Inlines>(outline, paragraphs, [](Inlines& one) { return &one; });
}

void draw_around(const MaybeOutline& outline, released::ListItem& item) { draw(outline, item); }

void draw_around(const MaybeOutline& outline, std::vector<released::Cell>& cells) {
  draw_each<released::Cell>(outline, cells,
                            [](released::Cell& cell) { return std::get_if<Inlines>(&cell.text); });
}

}  // namespace sable::release
