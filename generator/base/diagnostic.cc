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

// Levenshtein 1966, one row at a time.
size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
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
