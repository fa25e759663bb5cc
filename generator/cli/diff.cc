#include "cli/diff.h"

#include <utility>

#include <fmt/format.h>

#include "base/owner_only.h"
#include "cli/difference_text.h"
#include "cli/outputs.h"
#include "cli/workshop.h"
#include "release/withhold.h"

namespace sable::cli {

namespace {

using base::Fault;

// By the ending of the file where no format is named.
DiffFormat format_of(const DiffArguments& arguments) {
  if (arguments.format) return *arguments.format;
  if (arguments.output.ends_with(".json")) return DiffFormat::json;
  return arguments.output.ends_with(".pdf") ? DiffFormat::pdf : DiffFormat::text;
}

bool goes_to_standard_output(const DiffArguments& arguments) {
  return arguments.output.empty() || arguments.output == "-";
}

base::Result<void> misuse(const char* code, std::string message, std::string help) {
  return base::fail(
      base::error_without_place(Fault::internal, code, std::move(message), std::move(help)));
}

base::Result<void> check_files(const std::vector<std::string>& files) {
  if (files.size() > 2) {
    return misuse("SBL1045", "sable diff compares two versions of a report, and no more",
                  "name the earlier file, and then the later one");
  }
  if (files.size() == 2 && files[0] == "-" && files[1] == "-") {
    return misuse("SBL1046", "standard input cannot be read twice",
                  "name the file of one of the two versions");
  }
  return {};
}

base::Result<void> check_releases(const DiffArguments& arguments) {
  const std::vector<std::string>& names = arguments.releases;
  const bool one_file = arguments.files.size() == 1;
  if (names.empty()) {
    return misuse("SBL1042", "sable diff needs a release",
                  one_file ? "name two of the report: --release EARLIER --release LATER"
                           : "name the one to compare: --release NAME");
  }
  if (names.size() > 2) {
    return misuse("SBL1042", "sable diff compares two releases, and no more",
                  "compare the others by commands of their own");
  }
  if (one_file && names.size() == 1) {
    return misuse("SBL1042", "one release of one report has nothing to be compared with",
                  "name two releases, or two versions of the report");
  }
  if (one_file && names[0] == names[1]) {
    return misuse("SBL1043", fmt::format("the release {} is named twice", names[0]),
                  "name two releases, or two versions of the report");
  }
  return {};
}

base::Result<void> check_use(const DiffArguments& arguments) {
  if (auto fit = check_files(arguments.files); !fit) return fit;
  if (auto fit = check_releases(arguments); !fit) return fit;
  if (format_of(arguments) != DiffFormat::pdf || !arguments.output.empty()) return {};
  return misuse("SBL1044", "a comparison as PDF needs a place",
                "name a file with --output changes.pdf, or write --output - for standard output");
}

Side side_of(const std::string& file, const release::Profile& profile) {
  return {file, profile.name, profile.unredacted, release::purpose_of(profile)};
}

// What must not be taken for a release: it has neither its stamp nor its numbers, and
// says on each page what it is.
void make_comparison(released::Released& sheet, const Sides& sides) {
  sheet.purpose = released::Purpose::review;
  sheet.stamp.clear();
  sheet.bates.reset();
  sheet.notice = fmt::format("COMPARISON OF {} WITH {} – NOT A RELEASE", sides.before.release,
                             sides.now.release);
  if (sides.before.unredacted || sides.now.unredacted) {
    sheet.notice += " – CONTAINS WITHHELD MATTER";
  }
}

class Diff {
 public:
  Diff(const DiffArguments& arguments, base::World& world, const Surroundings& surroundings,
       Messages& messages)
      : arguments_(arguments),
        world_(world),
        surroundings_(surroundings),
        messages_(messages),
        shop_(world, surroundings) {}

  ExitStatus run() {
    const base::Result<bool> differ = compare();
    if (differ) return *differ ? ExitStatus::findings : ExitStatus::done;
    messages_.print(differ.error(), shop_.sources());
    return status_of(differ.error());
  }

 private:
  // What passed the door of one side.
  struct Passed {
    Side side;
    released::Released released;
  };

  base::Result<bool> compare() {
    if (auto fit = check_use(arguments_); !fit) return base::fail(std::move(fit.error()));
    auto ready = shop_.open(arguments_.places, arguments_.release_files);
    if (!ready) return base::fail(std::move(ready.error()));
    base::Result<Passed> before, now;
    if (auto passed = pass_both(before, now); !passed) return base::fail(std::move(passed.error()));
    const Sides sides{before->side, now->side};
    const released::Difference found =
        released::mark_difference(now->released, std::move(before->released));
    base::Result<std::string> bytes = bytes_of(found, sides, std::move(now->released));
    if (!bytes) return base::fail(std::move(bytes.error()));
    if (auto written = write(*bytes); !written) return base::fail(std::move(written.error()));
    return !found.empty();
  }

  // A report is held no longer than until its releases have passed.
  base::Result<void> pass_both(base::Result<Passed>& before, base::Result<Passed>& now) {
    const std::string& earlier = arguments_.files.front();
    const std::string& later = arguments_.files.back();
    base::Result<Intake> intake = take_in(earlier);
    if (!intake) return base::fail(std::move(intake.error()));
    before = pass(*intake, earlier, arguments_.releases.front());
    if (!before) return base::fail(std::move(before.error()));
    if (arguments_.files.size() == 2) intake = take_in(later);
    if (!intake) return base::fail(std::move(intake.error()));
    now = pass(*intake, later, arguments_.releases.back());
    if (!now) return base::fail(std::move(now.error()));
    return {};
  }

  base::Result<Intake> take_in(const std::string& file) {
    base::Result<Intake> intake = shop_.take_in(file);
    if (!intake || format_of(arguments_) != DiffFormat::pdf) return intake;
    auto ready = shop_.press().prepare(intake->report.template_name);
    if (ready) return intake;
    point_at_template(intake->report, ready.error());
    return base::fail(std::move(ready.error()));
  }

  base::Result<Passed> pass(const Intake& intake, const std::string& file,
                            const std::string& release) {
    auto chosen = choose_releases(intake.profiles, {release});
    if (!chosen) {
      for (base::Diagnostic& each : chosen.error()) {
        if (arguments_.files.size() == 2) each.message = fmt::format("{}: {}", file, each.message);
      }
      return base::fail(std::move(chosen.error()));
    }
    const release::Profile& profile = *chosen->front();
    const release::Album album(world_, intake.folder, shop_.svg_tools());
    base::Result<release::Withheld> withheld = release::withhold(intake.report, profile, &album);
    if (!withheld) return base::fail(std::move(withheld.error()));
    return Passed{side_of(file, profile), std::move(withheld->released)};
  }

  base::Result<std::string> bytes_of(const released::Difference& found, const Sides& sides,
                                     released::Released marked) {
    const bool colored = goes_to_standard_output(arguments_) &&
                         messages_.colors(surroundings_.streams.output_terminal);
    switch (format_of(arguments_)) {
      case DiffFormat::text:
        return difference_text(found, sides, colored);
      case DiffFormat::json:
        return difference_json(found, sides);
      case DiffFormat::pdf:
        break;
    }
    make_comparison(marked, sides);
    base::Result<Impression> impression = shop_.press().print(std::move(marked), Dump::none);
    if (!impression) return base::fail(std::move(impression.error()));
    return std::move(impression->bytes);
  }

  base::Result<void> write(const std::string& bytes) {
    if (goes_to_standard_output(arguments_)) return write_all(surroundings_.streams.output, bytes);
    const base::OwnerOnly owner_only(true);
    if (auto written = world_.write(arguments_.output, bytes); !written) return written;
    messages_.remark(fmt::format("wrote {}", arguments_.output));
    return {};
  }

  const DiffArguments& arguments_;
  base::World& world_;
  const Surroundings& surroundings_;
  Messages& messages_;
  Workshop shop_;
};

}  // namespace

ExitStatus diff(const DiffArguments& arguments, base::World& world,
                const Surroundings& surroundings, Messages& messages) {
  return Diff(arguments, world, surroundings, messages).run();
}

}  // namespace sable::cli
