// The stages behind the door, joined: fill, style, lay out, draw.
//
// In:  a Released. No header of a room before the door is included here or in
//      press.cc, so that what a press makes is a function of the release alone.
// Out: the bytes of a PDF, or the text of a stage.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"
#include "cli/arguments.h"
#include "cli/manifest.h"
#include "cli/places.h"
#include "cli/timings.h"
#include "layout/layout.h"
#include "markup/template.h"
#include "released/register.h"
#include "released/released.h"
#include "released/sizes.h"
#include "style/styler.h"
#include "text/breaks.h"

namespace sable::cli {

// What a press was set up with.
struct Stock {
  Places places;
  Manifest manifest;
  std::string color_profile;  // its bytes
  unsigned threads = 1;
};

base::Result<Stock> load_stock(const base::World& world, base::SourceSet& sources,
                               const Places& places);

struct Impression {
  std::string bytes;
  size_t pages = 0;  // 0 where a stage before the layout is dumped
  base::Diagnostics warnings;
};

// Prints any number of releases. Templates, style sheets and patterns of hyphens are
// loaded once; fonts, shapes and hyphenated words anew for each release, so that none
// is numbered or found by what another release shows.
class Press {
 public:
  Press(const base::World& world, base::SourceSet& sources, Stock stock, Timings& timings);

  // Loads a template; what is wrong with it concerns no release. That there is none
  // has no place: the caller knows where it is named.
  base::Result<void> prepare(const std::string& template_name);

  // What is wrong with the markup that the template makes of it, without laying it
  // out. Its template has to be prepared.
  base::Diagnostics rehearse(const released::Released& released) const;

  const Manifest& manifest() const { return stock_.manifest; }

  // On which pages the boxes of a release stand. Its template has to be prepared.
  base::Result<released::Paging> paginate(released::Released released);

  // How much room the parts of a full version take. Its template has to be prepared.
  base::Result<released::Sizes> measure(released::Released released);

  // Its template has to be prepared. Diagnostics have their place as a block path
  // of the release.
  base::Result<Impression> print(released::Released released, Dump dump);

 private:
  struct Design {
    markup::Template pages;
    style::Sheet sheet;
  };

  base::Result<markup::Tree> fill(const released::Released& released);
  base::Result<layout::Output> typeset(const released::Released& released, markup::Tree tree);
  base::Result<Design> load_design(const std::string& template_name);
  base::Result<std::vector<base::FileId>> load_sheets(const std::vector<std::string>& folders);

  const base::World& world_;
  base::SourceSet& sources_;
  Stock stock_;
  Timings& timings_;
  std::map<std::string, Design> designs_;
  std::shared_ptr<text::PatternShelf> patterns_;
};

}  // namespace sable::cli
