// The spans of a report that a release may withhold, and which of them one does.
//
// In:  a report, and the decisions of a release.
// Out: every redaction and portion in the order of the report. The list is the same for
//      each release, so that two of them can be held side by side.
//
// Before the door: a span knows the words that it holds.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "release/decision.h"

namespace sable::release {

struct Site {
  base::Span place;
  released::HoleKind kind = released::HoleKind::span;
  // nullptr: a portion without a redaction, which only a ceiling can withhold.
  const report::Redaction* redaction = nullptr;
  bool withheld = false;   // by its own decision, or with what is around it
  bool outermost = false;  // withheld, and nothing around it is
  // What it holds; monostate: a region of a picture, a column.
  std::variant<std::monostate, const report::Inlines*, const report::Block*, const report::Row*,
               const report::ListItem*, const report::Note*>
      content;
};

std::vector<Site> sites_of(const report::Report& report, const Decisions& decisions);

// Its words with its notes' left out, paragraphs on lines of their own.
std::string words_of(const Site& site);
std::string words_of(const report::Inlines& text);

}  // namespace sable::release
