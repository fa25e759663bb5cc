#include "cli/extent.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "cli/extent_text.h"
#include "cli/intake.h"
#include "cli/outputs.h"
#include "cli/places.h"
#include "cli/press.h"
#include "cli/svg_desk.h"
#include "cli/timings.h"
#include "release/extents.h"
#include "release/withhold.h"

namespace sable::cli {

namespace {

class Extent {
 public:
  Extent(const ExtentArguments& arguments, base::World& world, const Surroundings& surroundings,
         Messages& messages)
      : arguments_(arguments), world_(world), surroundings_(surroundings), messages_(messages) {}

  ExitStatus run() {
    base::Result<std::string> text = make();
    if (text) {
      const base::Result<void> written = write_all(surroundings_.streams.output, *text);
      if (written) return ExitStatus::done;
      text = base::fail(written.error());
    }
    messages_.print(text.error(), sources_);
    return status_of(text.error());
  }

 private:
  base::Result<std::string> make() {
    if (auto ready = set_up(); !ready) return base::fail(std::move(ready.error()));
    const auto file = load_report(world_, sources_, arguments_.file, surroundings_.streams.input);
    if (!file) return base::fail(file.error());
    auto release_files = load_release_files(world_, sources_, arguments_.release_files);
    if (!release_files) return base::fail(std::move(release_files.error()));
    base::Result<Intake> intake = take_in(world_, sources_, *file, timings_, *release_files);
    if (!intake) return base::fail(std::move(intake.error()));
    const release::Profile* of = nullptr;
    if (!arguments_.release.empty()) {
      const auto chosen = choose_releases(intake->profiles, {arguments_.release});
      if (!chosen) return base::fail(chosen.error());
      of = chosen->front();
      if (auto fit = check_release(*of); !fit) return base::fail(std::move(fit.error()));
    }
    if (auto ready = press_->prepare(intake->report.template_name); !ready) {
      point_at_template(intake->report, ready.error());
      return base::fail(std::move(ready.error()));
    }
    return propose(*intake, of);
  }

  base::Result<void> set_up() {
    const base::Result<Places> places =
        find_places(world_, arguments_.places, surroundings_.home, surroundings_.program_folder);
    if (!places) return base::fail(places.error());
    base::Result<Stock> stock = load_stock(world_, sources_, *places);
    if (!stock) return base::fail(std::move(stock.error()));
    press_.emplace(world_, sources_, *std::move(stock), timings_);
    desk_.emplace(surroundings_.svg_program, press_->manifest());
    return {};
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
    const release::Album album(world_, intake.folder, desk_->tools());
    base::Result<release::Withheld> full =
        release::withhold(intake.report, release::measured_profile(), &album);
    if (!full) return base::fail(std::move(full.error()));
    const base::Result<released::Sizes> sizes = press_->measure(std::move(full->released));
    if (!sizes) return base::fail(sizes.error());
    const ExtentSheet sheet{arguments_.file, arguments_.release,
                            release::propose_extents(intake.report, of, full->sources, *sizes)};
    return arguments_.format == ExtentFormat::json ? extent_json(sheet, sources_)
                                                   : extent_table(sheet, sources_);
  }

  const ExtentArguments& arguments_;
  base::World& world_;
  const Surroundings& surroundings_;
  Messages& messages_;
  Timings timings_;
  base::SourceSet sources_;
  std::optional<Press> press_;
  std::optional<SvgDesk> desk_;
};

}  // namespace

ExitStatus extent(const ExtentArguments& arguments, base::World& world,
                  const Surroundings& surroundings, Messages& messages) {
  return Extent(arguments, world, surroundings, messages).run();
}

}  // namespace sable::cli
