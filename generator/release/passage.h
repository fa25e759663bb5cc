// What the parts of the door share: decisions, prose, and the numbers that are
// given in reading order.
//
// In:  a report and a profile.
// Out: ordinals with their places, holes with their numbers, errors.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "release/decision.h"
#include "release/prose.h"

namespace sable::release {

using Mark = std::optional<marking::Marking>;

class Passage {
 public:
  Passage(const report::Report& report, const Profile& profile);

  // The next ordinal, for what stands at that place of the source.
  released::Ordinal ordinal(base::Span span);

  // The hole of a decision that withholds, with the next number.
  released::Hole hole(released::HoleKind kind, const std::optional<report::Redaction>& redaction,
                      Decision decision);

  // The decision for a portion; what must not be shown is reported and shown, so
  // that the rest can be looked at too.
  Decision decide(const std::optional<report::Redaction>& redaction, const Mark& mark,
                  base::Span place);

  // Notes that matter is shown which may have a redaction, and says what is drawn around
  // it. A portion may be withheld elsewhere by its mark.
  MaybeOutline shown(const std::optional<report::Redaction>& redaction);
  MaybeOutline shown_portion(const std::optional<report::Redaction>& redaction, const Mark& mark);

  // A withheld portion's mark, where the release shows those.
  Mark shown_mark(const Mark& mark, Decision decision) const;

  void report(base::Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }

  const Decisions& decisions() const { return decisions_; }
  Prose& prose() { return prose_; }

 protected:
  const report::Report& report_;
  const Profile& profile_;
  Decisions decisions_;
  Prose prose_;
  std::vector<base::Span> sources_;
  base::Diagnostics diagnostics_;

 private:
  void report_forbidden(bool marked, base::Span place);

  bool forbidden_unmarked_ = false;
};

}  // namespace sable::release
