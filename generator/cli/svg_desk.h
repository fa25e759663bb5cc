// Where pictures in SVG are drawn, for all reports of a run.
//
// In:  the program that draws, the fonts of the manifest.
// Out: what an album needs.
#pragma once

#include <memory>
#include <string>

#include "cli/manifest.h"
#include "picture/svg_drawer.h"

namespace sable::cli {

class SvgDesk {
 public:
  // The program is started when the first picture comes.
  SvgDesk(const std::string& program, const Manifest& manifest);

  picture::SvgTools tools() const { return {drawer_.get(), fonts_}; }

 private:
  std::unique_ptr<picture::SvgDrawer> drawer_;
  picture::FontStock fonts_;
};

}  // namespace sable::cli
