// Lines around matter that a copy for officers shows.
//
// In:  parts of a release, and what is drawn around them.
// Out: the same with their words in outlined spans. Codes stand at the first of them.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "released/released.h"

namespace sable::release {

using MaybeOutline = std::optional<released::Outline>;

// Nothing is drawn around what is empty or a hole.
void draw_around(const MaybeOutline& outline, released::Inlines& words);
void draw_around(const MaybeOutline& outline,
                 std::variant<released::Inlines, released::Hole>& words);
void draw_around(const MaybeOutline& outline, std::vector<released::Inlines>& paragraphs);
// With the list below it.
void draw_around(const MaybeOutline& outline, released::ListItem& item);
void draw_around(const MaybeOutline& outline, std::vector<released::Cell>& cells);

}  // namespace sable::release
