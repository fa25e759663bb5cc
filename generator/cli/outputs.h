// Where the releases of a report are written.
//
// In:  the report's path, the --output argument, the chosen releases.
// Out: a path for each.
//
// Without --output: out/REPORT/REPORT.RELEASE.pdf. A release that does not
// redact goes into a folder of its own, out/REPORT/unredacted/, so that nobody
// who hands on the folder of redacted releases hands it on too. So do copies for officers,
// whose names say what they are: out/REPORT/review/REPORT.NAME.review.pdf.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"
#include "release/profile.h"

namespace sable::cli {

enum class OutputKind { standard_output, file, folder };

// "-"; "x.pdf", in any case of letters; anything else.
OutputKind output_kind(const std::string& output);

// "reports/spring.yaml" → "spring"; "-" → "report".
std::string stem_of(const std::string& report);

// Where a release is written; empty for standard output.
std::string output_path(const std::string& report, const std::string& output,
                        const release::Profile& profile);

// The releases to render: those that are named, or all that redact, in the
// order of the report. Errors are those of the command line.
base::Result<std::vector<const release::Profile*>> choose_releases(
    const std::vector<release::Profile>& profiles, const std::vector<std::string>& names);

// Whether that many releases of that many reports can go to `output`.
base::Result<void> check_output(const base::World& world, const std::string& output, size_t reports,
                                size_t releases);

}  // namespace sable::cli
