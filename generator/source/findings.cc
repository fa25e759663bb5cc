#include "source/findings.h"

#include <algorithm>
#include <utility>

#include "source/codes.h"

namespace sable::source {
namespace {

bool is_redaction(const base::Diagnostic& diagnostic) {
  return diagnostic.code >= code::kRedactionInKey && diagnostic.code <= code::kRedactionMisplaced;
}

// Errors that a redaction at the same place explains better.
bool is_structure(const base::Diagnostic& diagnostic) {
  return diagnostic.code >= code::kTextBehindEnd && diagnostic.code <= code::kFlowEntry;
}

bool touches(const base::Span& a, const base::Span& b) {
  return a.begin <= b.end && b.begin <= a.end;
}

void drop_consequences(base::Diagnostics& found) {
  std::vector<base::Span> redactions;
  for (const base::Diagnostic& diagnostic : found) {
    if (is_redaction(diagnostic)) redactions.push_back(*diagnostic.span);
  }
  if (redactions.empty()) return;
  std::erase_if(found, [&](const base::Diagnostic& diagnostic) {
    return is_structure(diagnostic) &&
           std::any_of(redactions.begin(), redactions.end(),
                       [&](auto r) { return touches(r, *diagnostic.span); });
  });
}

}  // namespace

base::Span Findings::span(Stretch where) const {
  return {file_, where.begin + shift_, where.end + shift_};
}

void Findings::error(Stretch where, Words words) {
  ++errors_;
  add(base::error_at(span(where), words.code, std::move(words.message), std::move(words.help)));
}

void Findings::error(Stretch where, Words words, Stretch related, std::string label) {
  ++errors_;
  base::Diagnostic diagnostic =
      base::error_at(span(where), words.code, std::move(words.message), std::move(words.help));
  diagnostic.related.push_back({span(related), std::move(label)});
  add(std::move(diagnostic));
}

void Findings::warning(Stretch where, Words words) {
  add(base::warning_at(span(where), words.code, std::move(words.message), std::move(words.help)));
}

void Findings::add(base::Diagnostic diagnostic) {
  if (found_.size() < kMost) {
    found_.push_back(std::move(diagnostic));
  } else if (found_.size() == kMost && diagnostic.severity == base::Severity::error) {
    found_.push_back(base::error_at(*diagnostic.span, code::kTooMany,
                                    "there are more errors than can be listed",
                                    "mend those above first"));
  }
}

base::Diagnostics Findings::take() {
  drop_consequences(found_);
  std::stable_sort(found_.begin(), found_.end(),
                   [](const auto& a, const auto& b) { return a.span->begin < b.span->begin; });
  return std::exchange(found_, {});
}

}  // namespace sable::source
