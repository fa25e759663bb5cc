#include "cli/intake.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "cli/messages.h"
#include "release/release_set.h"
#include "source/read.h"

namespace sable::cli {

namespace {

constexpr const char* kStandardInput = "<standard input>";

void append(base::Diagnostics& to, base::Diagnostics from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void sort_by_place(base::Diagnostics& findings) {
  const auto place = [](const base::Diagnostic& finding) {
    const base::Span span = finding.span.value_or(base::Span{});
    return std::tuple(finding.span.has_value(), span.file, span.begin);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

// ": talks/a.yaml, talks/b.yaml"; empty if a folder has none.
std::string reports_in(const base::World& world, const std::string& folder) {
  constexpr size_t kMost = 3;
  std::vector<std::string> paths;
  for (const std::string& name : world.list(folder)) {
    const bool yaml = name.ends_with(".yaml") || name.ends_with(".yml");
    if (yaml && paths.size() < kMost) paths.push_back(base::join_path(folder, name));
  }
  return paths.empty() ? "" : fmt::format(": {}", fmt::join(paths, ", "));
}

// Whether a key of the report is `releases:` with a slip. It is reported as such, and
// that there are no releases would be no news.
bool misspells_releases(const source::Value& report) {
  static const std::vector<std::string> kName = {"releases"};
  if (report.find(kName.front()) != nullptr) return false;
  return std::any_of(report.entries.begin(), report.entries.end(), [](const source::Entry& entry) {
    return base::nearest(entry.key, kName) != nullptr;
  });
}

// The lines of scalars on which one of `places` stands: what they hold may have been
// cut or bent.
class BentLines {
 public:
  BentLines(std::string_view text, const base::Diagnostics& places, const source::Value& tree)
      : text_(text), places_(places) {
    walk(tree);
  }

  bool hold(uint32_t at) const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [at](const auto& lines) { return lines.first <= at && at <= lines.second; });
  }

 private:
  void walk(const source::Value& value) {
    for (const source::Value& item : value.items) walk(item);
    for (const source::Entry& entry : value.entries) {
      scalar(entry.key_span);
      walk(entry.value);
    }
    if (value.kind == source::Kind::text) scalar(value.span);
  }

  void scalar(base::Span span) {
    const size_t above =
        span.begin == 0 ? std::string_view::npos : text_.rfind('\n', span.begin - 1);
    const auto begin = static_cast<uint32_t>(above == std::string_view::npos ? 0 : above + 1);
    const auto end = static_cast<uint32_t>(std::min(text_.find('\n', span.end), text_.size()));
    for (const base::Diagnostic& place : places_) {
      if (place.span && place.span->begin <= end && place.span->end >= begin) {
        lines_.emplace_back(begin, end);
        return;
      }
    }
  }

  std::string_view text_;
  const base::Diagnostics& places_;
  std::vector<std::pair<uint32_t, uint32_t>> lines_;
};

// Leaves out what may follow from errors of the text itself, and all warnings.
void drop_consequences(const base::SourceSet& sources, const source::Examination& text,
                       base::Diagnostics& findings) {
  const base::FileId file = text.findings.front().span->file;
  const BentLines bent(sources.file(file).text, text.findings, text.tree);
  std::erase_if(findings, [&](const base::Diagnostic& finding) {
    return finding.severity != base::Severity::error || !finding.span ||
           (finding.span->file == file && bent.hold(finding.span->begin));
  });
}

}  // namespace

base::Result<base::FileId> load_report(const base::World& world, base::SourceSet& sources,
                                       const std::string& path, std::FILE* input) {
  constexpr source::Limits kLimits;
  base::Result<std::string> bytes =
      path == "-" ? read_all(input, kLimits.bytes) : world.read(path, kLimits.bytes);
  if (!bytes && world.is_folder(path)) {
    bytes.error().front().help = "name a report in it" + reports_in(world, path);
  }
  if (!bytes) return base::fail(std::move(bytes.error()));
  return sources.add(path == "-" ? kStandardInput : path, *std::move(bytes), base::Secrecy::secret);
}

base::Result<std::vector<source::Value>> load_release_files(const base::World& world,
                                                            base::SourceSet& sources,
                                                            const std::vector<std::string>& paths) {
  constexpr size_t kMostBytes = 1u << 20;
  std::vector<source::Value> files;
  for (const std::string& path : paths) {
    base::Result<std::string> bytes = world.read(path, kMostBytes);
    if (!bytes) return base::fail(std::move(bytes.error()));
    const base::FileId file = sources.add(path, *std::move(bytes), base::Secrecy::open);
    base::Result<source::Document> document = source::read(sources, file);
    if (!document) return base::fail(std::move(document.error()));
    files.push_back(std::move(document->tree));
  }
  return files;
}

Examination examine(const base::World& world, base::SourceSet& sources, base::FileId file,
                    Timings& timings, const std::vector<source::Value>& release_files) {
  source::Examination text =
      timings.measure("read", [&] { return source::examine(sources, file); });
  if (!text.whole) return {{}, false, {}, std::move(text.findings)};
  const bool sound_text = !base::has_errors(text.findings);
  report::Examination read = timings.measure("validate", [&] {
    const std::string& name = sources.file(file).name;
    const report::Enclosures enclosures{world, sources, base::folder_of(name)};
    return report::examine_report(sources, file, text.tree,
                                  name == kStandardInput ? nullptr : &enclosures,
                                  sound_text ? report::Texts::all : report::Texts::some);
  });
  const bool sound_report = sound_text && !base::has_errors(read.findings);
  release::ProfileExamination releases;
  if (text.tree.kind == source::Kind::map && !misspells_releases(text.tree)) {
    releases = release::examine_profiles(read.report, release_files);
  }
  if (sound_report && !base::has_errors(releases.findings)) {
    append(releases.findings, release::check_release_set(read.report, releases.sound));
  }
  append(read.findings, std::move(releases.findings));
  if (!sound_text) drop_consequences(sources, text, read.findings);
  append(text.findings, std::move(read.findings));
  if (base::has_errors(text.findings)) sort_by_place(text.findings);
  return {std::move(read.report), sound_report, std::move(releases.sound),
          std::move(text.findings)};
}

void point_at_template(const report::Report& report, base::Diagnostics& findings) {
  for (base::Diagnostic& finding : findings) {
    const bool of_template = finding.fault == base::Fault::input && !finding.span;
    if (of_template) finding.span = report.template_span;
  }
}

base::Result<Intake> take_in(const base::World& world, base::SourceSet& sources, base::FileId file,
                             Timings& timings, const std::vector<source::Value>& release_files) {
  Examination found = examine(world, sources, file, timings, release_files);
  if (base::has_errors(found.findings)) return base::fail(std::move(found.findings));
  return Intake{std::move(found.report), std::move(found.profiles), std::move(found.findings),
                base::folder_of(sources.file(file).name)};
}

}  // namespace sable::cli
