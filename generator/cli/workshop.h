// What a command that sets releases works with.
//
// In:  where the templates and fonts are, files of releases that serve many reports.
// Out: a press, a desk for drawings, the reports as they come through the stages before
//      the door.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.h"
#include "cli/intake.h"
#include "cli/press.h"
#include "cli/run.h"
#include "cli/svg_desk.h"
#include "cli/timings.h"

namespace sable::cli {

class Workshop {
 public:
  Workshop(base::World& world, const Surroundings& surroundings)
      : world_(world), surroundings_(surroundings) {}

  // Before anything else is called. `threads` draw pages.
  base::Result<void> open(const PlaceArguments& arguments,
                          const std::vector<std::string>& release_files, unsigned threads = 1);

  // A report with its releases; "-" is standard input.
  base::Result<Intake> take_in(const std::string& file);

  base::SourceSet& sources() { return sources_; }
  Timings& timings() { return timings_; }
  Press& press() { return *press_; }
  picture::SvgTools svg_tools() const { return desk_->tools(); }

 private:
  base::World& world_;
  const Surroundings& surroundings_;
  Timings timings_;
  base::SourceSet sources_;
  std::optional<Press> press_;
  std::optional<SvgDesk> desk_;
  std::vector<source::Value> release_files_;
};

}  // namespace sable::cli
