#include "cli/render.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/owner_only.h"
#include "cli/intake.h"
#include "cli/outputs.h"
#include "cli/superseded.h"
#include "cli/workshop.h"
#include "release/residue.h"
#include "release/withhold.h"
#include "released/changes.h"

namespace sable::cli {

namespace {

// A release that is ready to be written.
struct Finished {
  release::Profile profile;
  Impression impression;
};

// Places of a full version may be told as places of its source.
void point_at_source(const std::vector<base::Span>& places, base::Diagnostics& diagnostics) {
  for (base::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.span || !diagnostic.ordinal || *diagnostic.ordinal >= places.size()) continue;
    diagnostic.span = places[*diagnostic.ordinal];
  }
}

std::string page_count(size_t pages) {
  return fmt::format("{} {}", pages, pages == 1 ? "page" : "pages");
}

// There is one report to compare with.
base::Result<void> check_comparison(const RenderArguments& arguments) {
  if (arguments.changes_since.empty() || arguments.files.size() == 1) return {};
  return base::fail(base::error_without_place(base::Fault::internal, "SBL1010",
                                              "--changes-since is for one report",
                                              "render the reports by commands of their own"));
}

base::Result<void> check_files(const std::vector<std::string>& files) {
  std::set<std::string> stems;
  for (const std::string& file : files) {
    if (stems.insert(stem_of(file)).second) continue;
    return base::fail(base::error_without_place(
        base::Fault::internal, "SBL1006",
        fmt::format("two of the reports would be written as {}", stem_of(file)),
        "render them by two commands, each with an --output of its own"));
  }
  return {};
}

class Run {
 public:
  Run(const RenderArguments& arguments, base::World& world, const Surroundings& surroundings,
      Messages& messages)
      : arguments_(arguments),
        world_(world),
        surroundings_(surroundings),
        messages_(messages),
        shop_(world, surroundings) {}

  ExitStatus all() {
    if (const auto fit = check_files(arguments_.files); !fit) return refuse(fit.error());
    if (const auto fit = check_comparison(arguments_); !fit) return refuse(fit.error());
    const auto fit = check_output(world_, arguments_.output, arguments_.files.size(),
                                  arguments_.releases.size());
    if (!fit) return refuse(fit.error());
    if (const auto ready = set_up(); !ready) return refuse(ready.error());
    if (const auto ready = take_in_earlier(); !ready) return refuse(ready.error());
    ExitStatus status = ExitStatus::done;
    for (const std::string& file : arguments_.files) status = worse(status, one(file));
    if (arguments_.timings) messages_.line("timings:\n" + shop_.timings().text());
    return status;
  }

 private:
  base::Result<void> set_up() {
    const unsigned threads = arguments_.jobs != 0 ? arguments_.jobs : surroundings_.threads;
    return shop_.open(arguments_.places, arguments_.release_files, threads);
  }

  base::Result<void> take_in_earlier() {
    if (arguments_.changes_since.empty()) return {};
    base::Result<Intake> intake = shop_.take_in(arguments_.changes_since);
    if (!intake) return base::fail(std::move(intake.error()));
    earlier_ = *std::move(intake);
    return {};
  }

  ExitStatus refuse(const base::Diagnostics& diagnostics) {
    messages_.print(diagnostics, shop_.sources());
    return status_of(diagnostics);
  }

  ExitStatus one(const std::string& file) {
    base::Result<Intake> intake = shop_.take_in(file);
    if (!intake) return refuse(intake.error());
    const auto chosen = choose_releases(intake->profiles, arguments_.releases);
    if (!chosen) return refuse(chosen.error());
    if (const auto fit = check_output(world_, arguments_.output, 1, chosen->size()); !fit) {
      return refuse(fit.error());
    }
    const bool full = std::any_of(chosen->begin(), chosen->end(),
                                  [](const auto* profile) { return profile->unredacted; });
    if (full) messages_.print(intake->warnings, shop_.sources());
    if (auto ready = shop_.press().prepare(intake->report.template_name); !ready) {
      point_at_template(intake->report, ready.error());
      return refuse(ready.error());
    }
    std::vector<release::Profile> profiles;
    for (const release::Profile* profile : *chosen) profiles.push_back(*profile);
    return print_all(file, *std::move(intake), std::move(profiles));
  }

  // Nothing is written before every release is finished.
  ExitStatus print_all(const std::string& file, Intake intake,
                       std::vector<release::Profile> profiles) {
    const release::Album album(world_, intake.folder, shop_.svg_tools());
    std::optional<report::Report> report = std::move(intake.report);
    std::vector<Finished> finished;
    ExitStatus status = ExitStatus::done;
    for (size_t i = 0; i < profiles.size(); ++i) {
      base::Result<release::Withheld> withheld = shop_.timings().measure(
          "withhold", [&] { return release::withhold(*report, profiles[i], &album); });
      weigh({world_, shop_.sources(), *report, intake.profiles, intake.folder, shop_.svg_tools(),
             shop_.timings()},
            profiles[i], withheld);
      if (i + 1 == profiles.size()) report.reset();
      compare_with_earlier(profiles[i], withheld);
      base::Result<Impression> impression = print_one(profiles[i], std::move(withheld));
      say(profiles[i].name, impression ? impression->warnings : impression.error());
      if (!impression)
        status = worse(status, status_of(impression.error()));
      else
        finished.push_back({std::move(profiles[i]), *std::move(impression)});
    }
    return status == ExitStatus::done ? write_all_of(file, finished) : status;
  }

  // What the release must not show, and what it must.
  void weigh(const Ready& ready, const release::Profile& profile,
             base::Result<release::Withheld>& withheld) {
    if (!withheld) return;
    base::Result<void> fit = shop_.timings().measure(
        "residue", [&] { return release::refuse_residue(ready.report, profile, *withheld); });
    if (fit) {
      const bool outline = profile.outlines_new && !earlier_;
      fit = hold_to_earlier(ready, profile, outline, *withheld);
    }
    if (fit) return;
    for (base::Diagnostic& finding : fit.error()) {
      if (!finding.ordinal) continue;
      finding.place = released::block_path(withheld->released, *finding.ordinal);
    }
    withheld = base::fail(std::move(fit.error()));
  }

  // What both versions show by the same rules is compared, never what they withhold.
  void compare_with_earlier(const release::Profile& profile,
                            base::Result<release::Withheld>& withheld) {
    if (!earlier_ || !withheld) return;
    const release::Album album(world_, earlier_->folder, shop_.svg_tools());
    base::Result<release::Withheld> before = shop_.timings().measure(
        "compare", [&] { return release::withhold(earlier_->report, profile, &album); });
    if (!before) {
      withheld = base::fail(std::move(before.error()));
    } else {
      released::mark_changes(withheld->released, std::move(before->released));
    }
  }

  base::Result<Impression> print_one(const release::Profile& profile,
                                     base::Result<release::Withheld> withheld) {
    if (!withheld) return base::fail(std::move(withheld.error()));
    base::Result<Impression> impression =
        shop_.press().print(std::move(withheld->released), arguments_.dump);
    if (profile.unredacted) {
      point_at_source(withheld->sources, impression ? impression->warnings : impression.error());
    }
    return impression;
  }

  void say(const std::string& release, const base::Diagnostics& diagnostics) {
    if (diagnostics.empty()) return;
    messages_.line(fmt::format("release {}:", release));
    messages_.print(diagnostics, shop_.sources());
  }

  ExitStatus write_all_of(const std::string& file, const std::vector<Finished>& finished) {
    const base::Result<void> written =
        arguments_.dump == Dump::none ? write_files(file, finished) : write_dumps(finished);
    return written ? ExitStatus::done : refuse(written.error());
  }

  base::Result<void> write_dumps(const std::vector<Finished>& finished) {
    for (const Finished& release : finished) {
      const std::string head =
          finished.size() > 1 ? fmt::format("== {}\n", release.profile.name) : std::string();
      auto written = write_all(surroundings_.streams.output, head + release.impression.bytes);
      if (!written) return written;
    }
    return {};
  }

  // All of a report's releases, or none.
  base::Result<void> write_files(const std::string& file, const std::vector<Finished>& finished) {
    std::vector<base::NewFile> files;
    for (const Finished& release : finished) {
      const std::string path = output_path(file, arguments_.output, release.profile);
      if (path.empty()) return write_all(surroundings_.streams.output, release.impression.bytes);
      const std::string folder = base::folder_of(path);
      if (!folder.empty()) {
        if (auto made = world_.make_folder(folder); !made) return made;
      }
      files.push_back({path, release.impression.bytes});
    }
    // One that is for officers makes the whole run theirs.
    const base::OwnerOnly owner_only(
        std::any_of(finished.begin(), finished.end(), [](const Finished& release) {
          return release.profile.unredacted ||
                 purpose_of(release.profile) != released::Purpose::release;
        }));
    auto written = shop_.timings().measure("write", [&] { return world_.write_all(files); });
    if (!written) return written;
    for (size_t i = 0; i < files.size(); ++i) {
      messages_.remark(
          fmt::format("wrote {} ({})", files[i].path, page_count(finished[i].impression.pages)));
    }
    return {};
  }

  const RenderArguments& arguments_;
  base::World& world_;
  const Surroundings& surroundings_;
  Messages& messages_;
  Workshop shop_;
  std::optional<Intake> earlier_;  // what is compared with
};

}  // namespace

ExitStatus render(const RenderArguments& arguments, base::World& world,
                  const Surroundings& surroundings, Messages& messages) {
  return Run(arguments, world, surroundings, messages).all();
}

}  // namespace sable::cli
