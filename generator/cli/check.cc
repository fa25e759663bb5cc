#include "cli/check.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <random>
#include <utility>

#include <fmt/format.h>

#include "cli/intake.h"
#include "cli/manifest.h"
#include "cli/places.h"
#include "cli/press.h"
#include "cli/superseded.h"
#include "cli/svg_desk.h"
#include "release/box_findings.h"
#include "release/residue.h"
#include "release/withhold.h"
#include "report/give_ids.h"

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

void append(base::Diagnostics& to, base::Diagnostics from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// A fault of a template or of a picture shows in each release.
void append_news(base::Diagnostics& to, base::Diagnostics from) {
  std::erase_if(from, [&](const base::Diagnostic& finding) {
    return std::any_of(to.begin(), to.end(), [&](const base::Diagnostic& known) {
      return finding.span && known.span == finding.span && known.message == finding.message;
    });
  });
  append(to, std::move(from));
}

// A finding about the report is `findings`; a failed disk stays one.
ExitStatus status_of_findings(const base::Diagnostics& findings) {
  const ExitStatus status = status_of(findings);
  return status == ExitStatus::bad_input ? ExitStatus::findings : status;
}

class Check {
 public:
  Check(const CheckArguments& arguments, base::World& world, const Surroundings& surroundings,
        Messages& messages)
      : arguments_(arguments), world_(world), surroundings_(surroundings), messages_(messages) {}

  ExitStatus all() {
    const auto& files = arguments_.files;
    if (arguments_.fix && std::find(files.begin(), files.end(), "-") != files.end()) {
      return refuse({base::error_without_place(base::Fault::internal, "SBL1050",
                                               "--fix cannot write into standard input",
                                               "name the file of the report")});
    }
    auto releases = load_release_files(world_, sources_, arguments_.release_files);
    if (!releases) return refuse(releases.error());
    release_files_ = *std::move(releases);
    ExitStatus status = set_up();
    for (const std::string& file : arguments_.files) status = worse(status, one(file));
    return status;
  }

 private:
  // Without templates the reports can still be checked for themselves.
  ExitStatus set_up() {
    const base::Result<Places> places =
        find_places(world_, arguments_.places, surroundings_.home, surroundings_.program_folder);
    if (!places) return refuse(places.error());
    base::Result<Manifest> manifest = load_manifest(world_, sources_, places->manifest);
    if (!manifest) return refuse(manifest.error());
    press_.emplace(world_, sources_, Stock{*places, *std::move(manifest), {}, 1}, timings_);
    desk_.emplace(surroundings_.svg_program, press_->manifest());
    return ExitStatus::done;
  }

  ExitStatus refuse(const base::Diagnostics& diagnostics) {
    messages_.print(diagnostics, sources_);
    return status_of(diagnostics);
  }

  ExitStatus one(const std::string& file) {
    const auto id = load_report(world_, sources_, file, surroundings_.streams.input);
    if (!id) return refuse(id.error());
    Examination found = examine(world_, sources_, *id, timings_, release_files_);
    const bool ready = try_template(found.report, found.findings);
    if (found.sound) try_releases(found, ready, base::folder_of(sources_.file(*id).name));
    const bool fixes = arguments_.fix && found.sound;
    if (fixes) give_ids(*id, found);
    messages_.print(found.findings, sources_);
    messages_.remark(summary(sources_.file(*id).name, found.findings));
    return status_of_findings(found.findings);
  }

  // Into the source. Nothing is written unless what comes out can be read again.
  void give_ids(base::FileId id, Examination& found) {
    const base::SourceFile& file = sources_.file(id);
    std::random_device device;
    const report::WithIds with = report::give_ids(file, found.report, [&] { return device(); });
    if (with.given == 0) return messages_.remark(file.name + ": every redaction has an id");
    base::SourceSet again;
    const base::FileId fixed = again.add(file.name, with.text, base::Secrecy::secret);
    if (!examine(world_, again, fixed, timings_, release_files_).sound) {
      found.findings.push_back(base::error_without_place(
          base::Fault::internal, "SBL1051",
          "the ids would have made a report that cannot be read; it is as it was",
          "write them by hand, and report this fault of the program"));
      return;
    }
    auto written = world_.write(file.name, with.text);
    if (!written) return append(found.findings, std::move(written.error()));
    messages_.remark(fmt::format(
        "{}: {} an id now", file.name,
        with.given == 1 ? "1 redaction has" : fmt::format("{} redactions have", with.given)));
  }

  // Whether the template is there and can be filled.
  bool try_template(const report::Report& report, base::Diagnostics& findings) {
    if (!press_ || report.template_name.empty()) return false;
    auto prepared = press_->prepare(report.template_name);
    if (prepared) return true;
    point_at_template(report, prepared.error());
    append(findings, std::move(prepared.error()));
    return false;
  }

  // What the door says of each release, in the order of the report, and what is wrong
  // with the markup that the template makes of it.
  void try_releases(Examination& found, bool template_ready, const std::string& folder) {
    const picture::SvgTools tools = desk_ ? desk_->tools() : picture::SvgTools();
    const release::Album album(world_, folder, tools);
    for (const release::Profile& profile : found.profiles) {
      base::Result<release::Withheld> withheld = release::withhold(found.report, profile, &album);
      if (!withheld) {
        append_news(found.findings, std::move(withheld.error()));
        continue;
      }
      append_news(found.findings,
                  release::find_residue(sources_, found.report, profile, *withheld));
      append_news(found.findings,
                  release::find_telling_boxes(sources_, found.report, profile, *withheld));
      const Ready ready{world_, sources_, found.report, found.profiles, folder, tools, timings_};
      hold(ready, profile, *withheld, found.findings);
      if (template_ready) append_news(found.findings, press_->rehearse(withheld->released));
    }
  }

  // To what it supersedes, if that is among what is sound.
  static void hold(const Ready& ready, const release::Profile& profile, release::Withheld& withheld,
                   base::Diagnostics& findings) {
    const bool sound = std::none_of(findings.begin(), findings.end(), [](const auto& finding) {
      return finding.code == "SBL0462" || finding.code == "SBL0463";
    });
    if (!sound) return;
    base::Result<void> held = hold_to_earlier(ready, profile, profile.outlines_new, withheld);
    if (held) return;
    for (base::Diagnostic& finding : held.error()) {
      if (finding.ordinal) finding.span = withheld.sources[*finding.ordinal];
    }
    append_news(findings, std::move(held.error()));
  }

  const CheckArguments& arguments_;
  base::World& world_;
  const Surroundings& surroundings_;
  Messages& messages_;
  Timings timings_;
  base::SourceSet sources_;
  std::optional<Press> press_;
  std::optional<SvgDesk> desk_;
  std::vector<source::Value> release_files_;
};

}  // namespace

ExitStatus check(const CheckArguments& arguments, base::World& world,
                 const Surroundings& surroundings, Messages& messages) {
  return Check(arguments, world, surroundings, messages).all();
}

}  // namespace sable::cli
