// Gathers what is wrong with a style sheet.
//
// In:  places and words of the sheet.
// Out: diagnostics SBL0700–SBL0799, all of one run, in the order of the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace sable::style {

// One thing that is wrong: what a Diagnostic says of it.
struct Problem {
  base::Span span;
  std::string code;
  std::string message;
  std::string help;
  std::string echo;  // the offending words
};

class Findings {
 public:
  void add(Problem problem);
  void add(base::Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
  bool empty() const { return list_.empty(); }
  size_t size() const { return list_.size(); }
  // Sorted by place.
  base::Diagnostics take();

 private:
  base::Diagnostics list_;
};

// "did you mean 'x'?", or the list of all candidates where it is short, or "".
std::string suggest(std::string_view word, const std::vector<std::string>& candidates);

// ASCII only: names of CSS (CSS Syntax 3, 1.1).
std::string lower_case(std::string_view text);

}  // namespace sable::style
