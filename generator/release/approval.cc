#include "release/approval.h"

#include <set>
#include <tuple>

#include <fmt/format.h>

namespace sable::release {

namespace {

using report::Event;
using report::Step;

class Approvals {
 public:
  Approvals(const Decisions& decisions, const Profile& profile, base::Diagnostics& diagnostics)
      : decisions_(decisions), profile_(profile), diagnostics_(diagnostics) {}

  void withheld(const report::Redaction& redaction) {
    const report::Ruling* ruling = decisions_.ruling(redaction);
    const Event* proposed = last(ruling, Step::proposed);
    const Event* approved = last(ruling, Step::approved);
    if (approved == nullptr) {
      report(redaction, "SBL0430", "withholds this, and nobody has approved it",
             ruling == nullptr || redaction.id.empty()
                 ? "give the redaction an id, and record who proposed and who approved it in the "
                   "file of decisions"
                 : "record the approval of a second person in the file of decisions");
      return;
    }
    if (proposed == nullptr || !report::same_person(proposed->by, approved->by)) return;
    report(redaction, "SBL0431", "withholds this, and one person both proposed and approved it",
           "let another person approve it");
    diagnostics_.back().related.push_back({approved->span, "it is approved here"});
  }

  void let_go(const report::Redaction& redaction) {
    const report::Ruling* ruling = decisions_.ruling(redaction);
    const Event* released = last(ruling, Step::released);
    if (released == nullptr) return;
    for (const Step step : {Step::approved, Step::appealed}) {
      const Event* earlier = last(ruling, step);
      if (earlier == nullptr || !report::same_person(earlier->by, released->by)) continue;
      report(redaction, "SBL0432",
             fmt::format("shows this, and who released it is the person that {} it",
                         step == Step::approved ? "had approved withholding" : "appealed against"),
             "let a person release it who has not decided about it before");
      diagnostics_.back().related.push_back({released->span, "it is released here"});
      return;
    }
  }

 private:
  const Event* last(const report::Ruling* ruling, Step step) const {
    return ruling == nullptr ? nullptr : last_of(*ruling, step, profile_.as_of);
  }

  void report(const report::Redaction& redaction, const char* code, std::string_view message,
              std::string help) {
    diagnostics_.push_back(base::error_at(
        redaction.span, code, fmt::format("the release `{}` {}", profile_.name, message),
        std::move(help)));
  }

  const Decisions& decisions_;
  const Profile& profile_;
  base::Diagnostics& diagnostics_;
};

// Cells of one column and paragraphs of one `p` share a redaction.
class Once {
 public:
  bool operator()(const report::Redaction& redaction) {
    const base::Span& span = redaction.span;
    return met_.emplace(span.file, span.begin, span.end).second;
  }

 private:
  std::set<std::tuple<base::FileId, uint32_t, uint32_t>> met_;
};

}  // namespace

void check_approvals(const Prose& prose, const Decisions& decisions, const Profile& profile,
                     base::Diagnostics& diagnostics) {
  if (!profile.two_persons || profile.unredacted) return;
  Approvals approvals(decisions, profile, diagnostics);
  Once once;
  for (const HoleSource& hole : prose.sources()) {
    if (hole.redaction && once(*hole.redaction)) approvals.withheld(*hole.redaction);
  }
  for (const report::Redaction* redaction : prose.passed()) {
    const bool let_go = decisions.is_coded(*redaction) && decisions.is_let_go(*redaction);
    if (let_go && once(*redaction)) approvals.let_go(*redaction);
  }
}

}  // namespace sable::release
