#include "style/findings.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sable::style {
namespace {

// Longer words are no misspelling of anything; comparing them would cost time.
constexpr size_t kLongestWord = 40;
constexpr size_t kShortList = 16;
constexpr size_t kLongestEcho = 60;

auto order(const base::Diagnostic& diagnostic) {
  const base::Span span = diagnostic.span.value_or(base::Span{});
  return std::tuple(diagnostic.span.has_value(), span.file, span.begin);
}

}  // namespace

void Findings::add(Problem problem) {
  base::Diagnostic diagnostic = base::error_at(problem.span, std::move(problem.code),
                                               std::move(problem.message), std::move(problem.help));
  if (problem.echo.size() <= kLongestEcho) diagnostic.echo = std::move(problem.echo);
  list_.push_back(std::move(diagnostic));
}

base::Diagnostics Findings::take() {
  std::stable_sort(list_.begin(), list_.end(),
                   [](const auto& a, const auto& b) { return order(a) < order(b); });
  return std::move(list_);
}

std::string suggest(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.size() <= kLongestWord) {
    if (const std::string* near = base::nearest(std::string(word), candidates)) {
      return fmt::format("did you mean '{}'?", *near);
    }
  }
  if (candidates.size() > kShortList || candidates.empty()) return {};
  return fmt::format("possible here: {}", fmt::join(candidates, ", "));
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

}  // namespace sable::style
