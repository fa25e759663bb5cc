// Reads a YAML file of the program's own: theme, font manifest.
//
// In:  a path.
// Out: the tree of its values; the file stands in the SourceSet as open, so that
//      messages may quote it.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/world.h"
#include "source/value.h"

namespace sable::cli {

base::Result<source::Value> read_open_file(const base::World& world, base::SourceSet& sources,
                                           const std::string& path);

}  // namespace sable::cli
