#include "base/diagnostic.h"

#include <algorithm>
#include <numeric>

namespace sable::base {

namespace {

Diagnostic located(Severity severity, Span span, std::string code, std::string message,
                   std::string help) {
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.span = span;
  diagnostic.help = std::move(help);
  return diagnostic;
}

// Damerau 1964, without edits inside a transposition: a letter inserted, dropped
// or replaced counts one, and so do two neighbours that changed places.
size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<size_t> before(b.size() + 1);
  std::vector<size_t> above(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, substituted});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

Diagnostic error_at(Span span, std::string code, std::string message, std::string help) {
  return located(Severity::error, span, std::move(code), std::move(message), std::move(help));
}

Diagnostic warning_at(Span span, std::string code, std::string message, std::string help) {
  return located(Severity::warning, span, std::move(code), std::move(message), std::move(help));
}

Diagnostic error_without_place(Fault fault, std::string code, std::string message,
                               std::string help) {
  Diagnostic diagnostic;
  diagnostic.fault = fault;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

const std::string* nearest(const std::string& word, const std::vector<std::string>& candidates) {
  constexpr size_t kLongestWord = 64;  // longer ones are not slips of the finger
  if (word.empty() || word.size() > kLongestWord) return nullptr;
  const std::string* best = nullptr;
  size_t best_distance = std::max<size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = &candidate;
    }
  }
  return best;
}

}  // namespace sable::base
