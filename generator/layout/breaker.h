// Total-fit line breaking.
//
// In:  a paragraph as boxes, glue and penalties, and the widths of its lines.
// Out: the breaks that give the least total demerits.
//
// D. E. Knuth and M. F. Plass, Breaking paragraphs into lines, Software: Practice
// and Experience 11 (1981), 1119–1184. Badness and demerits are those of TeX
// (The TeXbook, chapter 14; TeX: The Program, 108 and 859), in integers, so that the
// same paragraph breaks alike on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/length.h"

namespace sable::layout {

enum class ItemKind : uint8_t {
  box,      // has a width; never a break
  glue,     // a break where it follows a box; discarded behind a break
  penalty,  // a break at a price; its width counts only if the line ends there
};

constexpr int32_t kForbidden = 10000;  // no break here
constexpr int32_t kForced = -10000;    // a break must be here

struct Item {
  ItemKind kind = ItemKind::box;
  bool flagged = false;  // penalty: a hyphen
  bool fills = false;    // glue: stretches without limit
  int32_t penalty = 0;
  base::Length width;
  base::Length stretch;  // glue; of a penalty, it counts only if the line ends there
  base::Length shrink;   // glue
  // How far it stands outside the edge of a line that begins, or ends, with it. A
  // penalty's counts only if its width does.
  base::Length hang_before, hang_after;
};

struct BreakSettings {
  base::Length line_width;
  // Of the first lines, where they are of other widths (TeX's \parshape).
  std::vector<base::Length> first_lines = {};
  // Added to each line's stretch without showing: what makes ragged lines cheap.
  base::Length ragged_stretch;
  int32_t tolerance = 200;         // the worst badness that a line may have
  base::Length emergency_stretch;  // added to each line in the last pass
  int32_t line_penalty = 10;
  int32_t adjacent_demerits = 10000;  // lines whose fitness differs by more than a class
  int32_t double_hyphen_demerits = 10000;
  int32_t final_hyphen_demerits = 5000;
  // A last line that is shorter than this, and what it costs. It is not one of TeX's
  // demerits; zero: none is too short.
  base::Length short_last_line;
  int32_t short_last_line_demerits = 15000;
};

struct BreakResult {
  std::vector<uint32_t> breaks;  // indices of items, ascending; the last item ends it
  int64_t demerits = 0;
};

// TeX's badness of stretching or shrinking by `needed` out of `available`: about
// 100 (needed/available)³, at most 10000.
int32_t badness(base::Length needed, base::Length available);

// nullopt if no way of breaking keeps every line within the tolerance. The items
// end with a forced penalty.
std::optional<BreakResult> break_total_fit(const std::vector<Item>& items,
                                           const BreakSettings& settings);

// Fills each line as far as it goes; lines may be overfull. The last resort, and
// what the tests compare demerits with.
BreakResult break_greedy(const std::vector<Item>& items, const BreakSettings& settings);

// Demerits of a given sequence of breaks under the same settings.
int64_t demerits_of(const std::vector<Item>& items, const std::vector<uint32_t>& breaks,
                    const BreakSettings& settings);

}  // namespace sable::layout
