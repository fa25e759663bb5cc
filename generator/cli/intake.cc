#include "cli/intake.h"

#include <iterator>
#include <utility>

#include "cli/messages.h"
#include "source/read.h"

namespace sable::cli {

namespace {

constexpr const char* kStandardInput = "<standard input>";

void append(base::Diagnostics& to, base::Diagnostics from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

base::Result<base::FileId> load_report(const base::World& world, base::SourceSet& sources,
                                       const std::string& path, std::FILE* input) {
  constexpr source::Limits kLimits;
  base::Result<std::string> bytes =
      path == "-" ? read_all(input, kLimits.bytes) : world.read(path, kLimits.bytes);
  if (!bytes) return base::fail(std::move(bytes.error()));
  return sources.add(path == "-" ? kStandardInput : path, *std::move(bytes), base::Secrecy::secret);
}

base::Result<Intake> take_in(const base::World& world, base::SourceSet& sources, base::FileId file,
                             Timings& timings) {
  base::Result<source::Document> document =
      timings.measure("read", [&] { return source::read(sources, file); });
  if (!document) return base::fail(std::move(document.error()));
  base::Diagnostics findings = std::move(document->warnings);
  base::Result<report::Reading> reading = timings.measure("validate", [&] {
    const std::string& name = sources.file(file).name;
    const report::Enclosures enclosures{world, sources, base::folder_of(name)};
    return report::read_report(sources, file, document->tree,
                               name == kStandardInput ? nullptr : &enclosures);
  });
  if (!reading) {
    append(findings, std::move(reading.error()));
    return base::fail(std::move(findings));
  }
  document->tree = {};
  append(findings, std::move(reading->warnings));
  base::Result<std::vector<release::Profile>> profiles = release::read_profiles(reading->report);
  if (!profiles) {
    append(findings, std::move(profiles.error()));
    return base::fail(std::move(findings));
  }
  return Intake{std::move(reading->report), *std::move(profiles), std::move(findings)};
}

}  // namespace sable::cli
