// Where the program finds its templates and its font manifest.
//
// In:  the arguments, SABLE_HOME, the folder of the running program.
// Out: two paths.
//
// In this order: what the arguments name; SABLE_HOME; ../share/sable beside the
// program, as installed; the nearest folder above the program that holds both,
// as in a build tree. The current folder is never looked at: a report that comes
// with a templates/ of its own must not choose what is run.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/world.h"
#include "cli/arguments.h"

namespace sable::cli {

struct Places {
  std::string templates;  // a folder of folders
  std::string manifest;
};

base::Result<Places> find_places(const base::World& world, const PlaceArguments& arguments,
                                 const std::string& home, const std::string& program_folder);

// The folder of a template, which has a theme. Its name is a plain one: no path leads
// elsewhere.
base::Result<std::string> find_template(const base::World& world, const Places& places,
                                        const std::string& name);

// What a template that extends no other lacks in its folder.
base::Diagnostics missing_files(const base::World& world, const std::string& folder);

}  // namespace sable::cli
