// The pictures that a report names, opened for one release when it shows them.
//
// In:  a name of a file, from the folder of the report.
// Out: its picture, black where areas of it are withheld; or a diagnostic without a
//      place.
//
// Nothing is kept: a release must not hang on what another one has opened.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/world.h"
#include "picture/decode.h"
#include "picture/svg_drawer.h"

namespace sable::release {

class Album {
 public:
  // `folder`: that of the report.
  Album(const base::World& world, std::string folder, picture::SvgTools tools = {})
      : world_(world), folder_(std::move(folder)), tools_(std::move(tools)) {}

  base::Result<std::string> read(const std::string& file) const;
  const picture::SvgTools& svg_tools() const { return tools_; }

 private:
  const base::World& world_;
  std::string folder_;
  picture::SvgTools tools_;
};

}  // namespace sable::release
