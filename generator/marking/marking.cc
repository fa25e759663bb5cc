#include "marking/marking.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::marking {

System::System(std::string name, std::vector<Level> levels)
    : name_(std::move(name)), levels_(std::move(levels)) {}

base::Result<Marking> System::parse(std::string_view spelling) const {
  Verdict verdict = examine(spelling, Form::any);
  if (verdict.valid()) return std::move(*verdict.marking);
  base::Diagnostics errors;
  for (const Finding& finding : verdict.findings) {
    errors.push_back(base::error_without_place(
        base::Fault::input, finding.code, finding.message,
        finding.source.empty() ? finding.help
                               : fmt::format("{} ({})", finding.help, finding.source)));
  }
  return base::fail(std::move(errors));
}

std::string System::meant(std::string_view spelling) const {
  return examine(spelling, Form::any).repair;
}

Marking System::join(const Marking& a, const Marking& b) const {
  return a == b ? a : joined(a, b, nullptr);
}

Joined System::join(const std::vector<Marking>& all) const {
  Joined result;
  if (all.empty()) return result;
  result.marking = all.front();
  std::vector<Reason> reasons;
  for (const Marking& marking : all) result.marking = joined(result.marking, marking, &reasons);
  for (Reason& reason : reasons) {
    if (std::find(result.reasons.begin(), result.reasons.end(), reason) == result.reasons.end()) {
      result.reasons.push_back(std::move(reason));
    }
  }
  return result;
}

std::optional<Marking> System::completed(const Marking& marking, const Marking&) const {
  return marking;
}

std::string System::portion_within(const Marking& marking, const Marking&) const {
  return portion(marking);
}

bool System::dominates(const Marking& a, const Marking& b) const { return join(a, b) == a; }

}  // namespace sable::marking
