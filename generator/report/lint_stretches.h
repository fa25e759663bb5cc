// The stretches of a report that stand in the open, as plain text.
//
// In:  a report.
// Out: for each paragraph, heading, item, cell, caption and note its words without those
//      that are withheld in some release, and without code.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace sable::report {

struct LintStretch {
  std::string text;
  base::Span span;  // of the whole
  bool is_marked = false;
  // Where each part of the text stands in the source.
  struct Part {
    size_t begin = 0;
    base::Span span;
  };
  std::vector<Part> parts = {};

  base::Span place_of(size_t offset) const;
};

// In reading order; notes behind the text.
std::vector<LintStretch> lint_stretches(const Report& report);

}  // namespace sable::report
