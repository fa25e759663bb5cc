// Emphasis: which runs of `*` and `_` belong together.
//
// In:  the pieces of one bracket's content, with the delimiter runs between them.
// Out: the pieces, nested in Styled; the runs that found no partner as text.
//
// CommonMark 0.30, 6.2, with two narrowings: `_` opens and closes only as a
// single character, and runs of more than three `*` are text, so that blanks to
// fill in (`____`) and names with underscores stay as written.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "source/value.h"

namespace sable::report {

struct DelimiterRun {
  char mark = '*';
  uint32_t begin = 0;  // offset in the prose
  uint32_t count = 0;
  bool can_open = false;
  bool can_close = false;
  size_t at = 0;  // how many pieces stand before it
};

// The run of one character at `begin`, with its flanking by the characters
// around it (CommonMark 0.30, 6.2: left-flanking and right-flanking runs).
DelimiterRun delimiter_run(std::string_view prose, size_t begin, size_t end);

// Moves `pieces` into the nesting that `runs` give. Runs without a partner are
// appended to `unmatched`.
Inlines nest_emphasis(Inlines pieces, const std::vector<DelimiterRun>& runs,
                      const source::Value& prose, std::vector<DelimiterRun>& unmatched);

// Appends text, joining it with a text that ends the list.
void append_text(Inlines& pieces, std::string_view text, base::Span span);

}  // namespace sable::report
