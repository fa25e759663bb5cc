#include "cli/extent.h"

#include <utility>

#include <fmt/format.h>

#include "cli/extent_text.h"
#include "cli/outputs.h"
#include "cli/workshop.h"
#include "release/extents.h"
#include "release/withhold.h"

namespace sable::cli {

namespace {

class Extent {
 public:
  Extent(const ExtentArguments& arguments, base::World& world, const Surroundings& surroundings,
         Messages& messages)
      : arguments_(arguments),
        world_(world),
        surroundings_(surroundings),
        messages_(messages),
        shop_(world, surroundings) {}

  ExitStatus run() {
    base::Result<std::string> text = make();
    if (text) {
      const base::Result<void> written = write_all(surroundings_.streams.output, *text);
      if (written) return ExitStatus::done;
      text = base::fail(written.error());
    }
    messages_.print(text.error(), shop_.sources());
    return status_of(text.error());
  }

 private:
  base::Result<std::string> make() {
    if (auto ready = shop_.open(arguments_.places, arguments_.release_files); !ready) {
      return base::fail(std::move(ready.error()));
    }
    base::Result<Intake> intake = shop_.take_in(arguments_.file);
    if (!intake) return base::fail(std::move(intake.error()));
    const release::Profile* of = nullptr;
    if (!arguments_.release.empty()) {
      const auto chosen = choose_releases(intake->profiles, {arguments_.release});
      if (!chosen) return base::fail(chosen.error());
      of = chosen->front();
      if (auto fit = check_release(*of); !fit) return base::fail(std::move(fit.error()));
    }
    if (auto ready = shop_.press().prepare(intake->report.template_name); !ready) {
      point_at_template(intake->report, ready.error());
      return base::fail(std::move(ready.error()));
    }
    return propose(*intake, of);
  }

  // There have to be boxes.
  static base::Result<void> check_release(const release::Profile& profile) {
    if (!profile.unredacted && !profile.review && !profile.omits) return {};
    return base::fail(base::error_without_place(
        base::Fault::internal, "SBL1060",
        profile.omits ? fmt::format("the release {} leaves no boxes: its extents count for nothing",
                                    profile.name)
                      : fmt::format("the release {} withholds nothing", profile.name),
        "name one that redacts, or none to see every redaction"));
  }

  base::Result<std::string> propose(const Intake& intake, const release::Profile* of) {
    const release::Album album(world_, intake.folder, shop_.svg_tools());
    base::Result<release::Withheld> full =
        release::withhold(intake.report, release::measured_profile(), &album);
    if (!full) return base::fail(std::move(full.error()));
    const base::Result<released::Sizes> sizes = shop_.press().measure(std::move(full->released));
    if (!sizes) return base::fail(sizes.error());
    const ExtentSheet sheet{arguments_.file, arguments_.release,
                            release::propose_extents(intake.report, of, full->sources, *sizes)};
    return arguments_.format == ExtentFormat::json ? extent_json(sheet, shop_.sources())
                                                   : extent_table(sheet, shop_.sources());
  }

  const ExtentArguments& arguments_;
  base::World& world_;
  const Surroundings& surroundings_;
  Messages& messages_;
  Workshop shop_;
};

}  // namespace

ExitStatus extent(const ExtentArguments& arguments, base::World& world,
                  const Surroundings& surroundings, Messages& messages) {
  return Extent(arguments, world, surroundings, messages).run();
}

}  // namespace sable::cli
