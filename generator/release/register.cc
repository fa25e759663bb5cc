#include "release/register.h"

#include <fmt/format.h>

namespace sable::release {

namespace {

std::string place_of(base::Span span, const base::SourceSet& sources) {
  const base::LineColumn at = sources.locate(span.file, span.begin);
  return fmt::format("{}:{}:{}", sources.file(span.file).name, at.line, at.column);
}

}  // namespace

std::vector<released::Officers> officers_of(const report::Report& report, const Profile& profile,
                                            const std::vector<HoleSource>& holes,
                                            const base::SourceSet& sources) {
  std::vector<released::Officers> all;
  for (const HoleSource& hole : holes) {
    released::Officers& officers = all.emplace_back();
    officers.place = place_of(hole.span, sources);
    if (!hole.redaction || hole.redaction->id.empty()) continue;
    const auto found = report.rulings.find(hole.redaction->id);
    if (found == report.rulings.end()) continue;
    const report::Ruling& ruling = found->second;
    officers.equity = ruling.equity;
    officers.basis = ruling.basis;
    officers.reason = ruling.reason;
    const size_t events = events_by(ruling, profile.as_of);
    if (events == 0) continue;
    const report::Event& last = ruling.history[events - 1];
    officers.status = step_name(last.step);
    officers.by = last.by;
    officers.on = last.on;
  }
  return all;
}

}  // namespace sable::release
