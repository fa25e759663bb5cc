#include "cli/log.h"

#include <utility>

#include <fmt/format.h>

#include "base/owner_only.h"
#include "cli/intake.h"
#include "cli/outputs.h"
#include "cli/register_pdf.h"
#include "cli/register_text.h"
#include "cli/superseded.h"
#include "cli/workshop.h"
#include "release/register.h"
#include "release/residue.h"
#include "release/withhold.h"

namespace sable::cli {

namespace {

// By the ending of the file where no format is named.
RegisterFormat format_of(const LogArguments& arguments) {
  if (arguments.format) return *arguments.format;
  const std::string& name = arguments.output;
  if (name.ends_with(".csv")) return RegisterFormat::csv;
  if (name.ends_with(".json")) return RegisterFormat::json;
  return name.ends_with(".pdf") ? RegisterFormat::pdf : RegisterFormat::table;
}

class Log {
 public:
  Log(const LogArguments& arguments, base::World& world, const Surroundings& surroundings,
      Messages& messages)
      : arguments_(arguments),
        world_(world),
        surroundings_(surroundings),
        messages_(messages),
        shop_(world, surroundings) {}

  ExitStatus run() {
    const base::Result<void> done = make();
    if (done) return ExitStatus::done;
    messages_.print(done.error(), shop_.sources());
    return status_of(done.error());
  }

 private:
  base::Result<void> make() {
    if (format_of(arguments_) == RegisterFormat::pdf && arguments_.output.empty()) {
      return base::fail(base::error_without_place(
          base::Fault::internal, "SBL1030", "a register as PDF needs a place",
          "name a file with --output register.pdf, or write --output - for standard output"));
    }
    if (auto ready = shop_.open(arguments_.places, arguments_.release_files); !ready) return ready;
    base::Result<std::string> bytes = make_register();
    if (!bytes) return base::fail(std::move(bytes.error()));
    if (arguments_.output.empty() || arguments_.output == "-") {
      return write_all(surroundings_.streams.output, *bytes);
    }
    const base::OwnerOnly owner_only(!arguments_.is_public);
    if (auto written = world_.write(arguments_.output, *bytes); !written) return written;
    messages_.remark(fmt::format("wrote {}", arguments_.output));
    return {};
  }

  base::Result<std::string> make_register() {
    base::Result<Intake> intake = shop_.take_in(arguments_.file);
    if (!intake) return base::fail(std::move(intake.error()));
    const auto chosen = choose_releases(intake->profiles, {arguments_.release});
    if (!chosen) return base::fail(chosen.error());
    const release::Profile& profile = *chosen->front();
    if (profile.unredacted) {
      return base::fail(
          base::error_without_place(base::Fault::internal, "SBL1031",
                                    fmt::format("the release {} withholds nothing", profile.name),
                                    "name one that redacts: a register lists what is withheld"));
    }
    if (auto ready = shop_.press().prepare(intake->report.template_name); !ready) {
      point_at_template(intake->report, ready.error());
      return base::fail(std::move(ready.error()));
    }
    return list(*intake, profile);
  }

  base::Result<std::string> list(const Intake& intake, const release::Profile& profile) {
    const release::Album album(world_, intake.folder, shop_.svg_tools());
    base::Result<release::Withheld> withheld = release::withhold(intake.report, profile, &album);
    if (!withheld) return base::fail(std::move(withheld.error()));
    // What cannot be released has no register for the public either.
    if (arguments_.is_public) {
      base::Result<void> fit = release::refuse_residue(intake.report, profile, *withheld);
      if (fit) {
        const Ready ready{world_,        shop_.sources(),   intake.report,  intake.profiles,
                          intake.folder, shop_.svg_tools(), shop_.timings()};
        fit = hold_to_earlier(ready, profile, false, *withheld);
      }
      if (!fit) return base::fail(std::move(fit.error()));
    }
    const base::Result<released::Paging> paging = shop_.press().paginate(withheld->released);
    if (!paging) return base::fail(paging.error());
    released::Register made = released::register_of(withheld->released, *paging);
    if (!arguments_.is_public) {
      add_officers(intake, profile, *withheld, made);
      if (intake.report.overall) withheld->released.overall = *intake.report.overall;
    }
    return text_of(made, withheld->released);
  }

  void add_officers(const Intake& intake, const release::Profile& profile,
                    const release::Withheld& withheld, released::Register& made) {
    const std::vector<released::Officers> officers =
        release::officers_of(intake.report, profile, withheld.hole_sources, shop_.sources());
    for (released::Entry& entry : made.entries) entry.officers = officers.at(entry.number - 1);
    made.is_internal = true;
  }

  base::Result<std::string> text_of(const released::Register& made,
                                    const released::Released& about) {
    switch (format_of(arguments_)) {
      case RegisterFormat::table:
        return register_table(made);
      case RegisterFormat::csv:
        return register_csv(made);
      case RegisterFormat::json:
        return register_json(made);
      case RegisterFormat::pdf:
        break;
    }
    released::Released sheet = register_sheet(made, about);
    if (auto ready = shop_.press().prepare(sheet.template_name); !ready) {
      return base::fail(std::move(ready.error()));
    }
    base::Result<Impression> impression = shop_.press().print(std::move(sheet), Dump::none);
    if (!impression) return base::fail(std::move(impression.error()));
    return std::move(impression->bytes);
  }

  const LogArguments& arguments_;
  base::World& world_;
  const Surroundings& surroundings_;
  Messages& messages_;
  Workshop shop_;
};

}  // namespace

ExitStatus log(const LogArguments& arguments, base::World& world, const Surroundings& surroundings,
               Messages& messages) {
  return Log(arguments, world, surroundings, messages).run();
}

}  // namespace sable::cli
