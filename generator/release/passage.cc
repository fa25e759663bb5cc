#include "release/passage.h"

#include <fmt/format.h>

namespace sable::release {

Passage::Passage(const report::Report& report, const Profile& profile)
    : report_(report), profile_(profile), decisions_(report, profile), prose_(report, decisions_) {}

released::Ordinal Passage::ordinal(base::Span span) {
  sources_.push_back(span);
  return static_cast<released::Ordinal>(sources_.size() - 1);
}

released::Hole Passage::hole(released::HoleKind kind,
                             const std::optional<report::Redaction>& redaction, Decision decision) {
  const bool cited = decision == Decision::redacted;
  if (cited)
    return prose_.numbered(decisions_.hole(kind, &*redaction), {redaction->span, redaction});
  // It stands where the last ordinal was given.
  const base::Span place = sources_.empty() ? base::Span{} : sources_.back();
  return prose_.numbered(decisions_.hole(kind, nullptr), {place, std::nullopt});
}

MaybeOutline Passage::shown(const std::optional<report::Redaction>& redaction) {
  prose_.pass(redaction);
  return decisions_.outline(redaction);
}

MaybeOutline Passage::shown_portion(const std::optional<report::Redaction>& redaction,
                                    const Mark& mark) {
  prose_.pass(redaction);
  return decisions_.outline_of_portion(redaction, mark);
}

Decision Passage::decide(const std::optional<report::Redaction>& redaction, const Mark& mark,
                         base::Span place) {
  const Decision decision = decisions_.of_portion(redaction, mark);
  if (decision != Decision::forbidden) return decision;
  report_forbidden(mark.has_value(), place);
  return Decision::shown;
}

void Passage::report_forbidden(bool marked, base::Span place) {
  // Portions without a mark are all the same case: one message is enough.
  if (!marked && forbidden_unmarked_) return;
  forbidden_unmarked_ = forbidden_unmarked_ || !marked;
  diagnostics_.push_back(base::error_at(
      place, "SBL0410",
      fmt::format("the release `{}` shows a portion {} the lowest level", profile_.name,
                  marked ? "that is marked above"
                         : "without a mark, and the overall marking for which it counts is above"),
      "withhold it, give the release a `ceiling:`, or say by `declassified:` that it may be "
      "shown"));
}

Mark Passage::shown_mark(const Mark& mark, Decision decision) const {
  return decision == Decision::shown || profile_.show_marks ? mark : std::nullopt;
}

}  // namespace sable::release
