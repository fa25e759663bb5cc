#include "report/unmatched.h"

#include <algorithm>

namespace sable::report {

namespace {

// Brackets that hold an opener met so far. Two are enough to know whether one
// differs from a third, which keeps the search linear.
class Scopes {
 public:
  void add(uint32_t scope) {
    if (scopes_.size() < 2 && !holds(scope)) scopes_.push_back(scope);
  }
  bool any_other_than(uint32_t scope) const {
    return std::any_of(scopes_.begin(), scopes_.end(), [=](uint32_t s) { return s != scope; });
  }

 private:
  bool holds(uint32_t scope) const {
    return std::find(scopes_.begin(), scopes_.end(), scope) != scopes_.end();
  }
  std::vector<uint32_t> scopes_;
};

// Openers of one kind of mark, inside redactions and outside of them.
class Openers {
 public:
  bool crossed_by(const Unmatched& closer) const {
    return closer.run.can_close && (inside_.any_other_than(closer.scope) ||
                                    (closer.in_redaction && outside_.any_other_than(closer.scope)));
  }
  void add(const Unmatched& opener) {
    if (opener.run.can_open) (opener.in_redaction ? inside_ : outside_).add(opener.scope);
  }

 private:
  Scopes inside_, outside_;
};

base::Diagnostic diagnose(base::Span place, bool crosses) {
  if (crosses) {
    return base::error_at(
        place, "SBL0237", "emphasis or code crosses the edge of a redaction",
        "end it on the side of the edge on which it began, or write a backslash before it");
  }
  return base::warning_at(place, "SBL0254",
                          "this sign of emphasis or code has no partner and stays as text",
                          "write a backslash before it if it is meant as text");
}

}  // namespace

void report_unmatched(std::vector<Unmatched> unmatched, const source::Value& prose,
                      base::Diagnostics& diagnostics) {
  std::sort(unmatched.begin(), unmatched.end(),
            [](const Unmatched& a, const Unmatched& b) { return a.run.begin < b.run.begin; });
  Openers asterisks, underscores, backticks;
  for (const Unmatched& one : unmatched) {
    Openers& openers = one.run.mark == '*'   ? asterisks
                       : one.run.mark == '_' ? underscores
                                             : backticks;
    const base::Span place = prose.span_of(one.run.begin, one.run.begin + one.run.count);
    diagnostics.push_back(diagnose(place, openers.crossed_by(one)));
    openers.add(one);
  }
}

}  // namespace sable::report
