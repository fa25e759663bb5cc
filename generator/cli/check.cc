#include "cli/check.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "cli/intake.h"
#include "release/withhold.h"

namespace sable::cli {

namespace {

std::string counted(size_t count, const char* word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string summary(const std::string& file, const base::Diagnostics& findings) {
  const auto count = [&findings](base::Severity severity) {
    return static_cast<size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [severity](const auto& finding) { return finding.severity == severity; }));
  };
  if (findings.empty()) return fmt::format("{}: nothing to mend", file);
  return fmt::format("{}: {}, {}", file, counted(count(base::Severity::error), "error"),
                     counted(count(base::Severity::warning), "warning"));
}

// What the door says of each release, in the order of the report.
void try_releases(const report::Report& report, const std::vector<release::Profile>& profiles,
                  base::Diagnostics& findings) {
  for (const release::Profile& profile : profiles) {
    base::Result<release::Withheld> withheld = release::withhold(report, profile);
    if (withheld) continue;
    findings.insert(findings.end(), std::make_move_iterator(withheld.error().begin()),
                    std::make_move_iterator(withheld.error().end()));
  }
}

// A finding about the report is `findings`; a failed disk stays one.
ExitStatus status_of_findings(const base::Diagnostics& findings) {
  const ExitStatus status = status_of(findings);
  return status == ExitStatus::bad_input ? ExitStatus::findings : status;
}

ExitStatus check_one(const std::string& file, base::World& world, const Surroundings& surroundings,
                     Messages& messages) {
  base::SourceSet sources;
  const auto id = load_report(world, sources, file, surroundings.streams.input);
  if (!id) {
    messages.print(id.error(), sources);
    return status_of(id.error());
  }
  Timings timings;
  Examination found = examine(world, sources, *id, timings);
  base::Diagnostics& findings = found.findings;
  if (found.report) try_releases(*found.report, found.profiles, findings);
  messages.print(findings, sources);
  messages.remark(summary(sources.file(*id).name, findings));
  return status_of_findings(findings);
}

}  // namespace

ExitStatus check(const CheckArguments& arguments, base::World& world,
                 const Surroundings& surroundings, Messages& messages) {
  ExitStatus status = ExitStatus::done;
  for (const std::string& file : arguments.files) {
    status = worse(status, check_one(file, world, surroundings, messages));
  }
  return status;
}

}  // namespace sable::cli
