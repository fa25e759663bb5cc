#include "cli/places.h"

#include <optional>

#include <fmt/format.h>

namespace sable::cli {

namespace {

using base::Fault;
using base::join_path;

Places places_in(const std::string& folder) {
  return {join_path(folder, "templates"), join_path(folder, "fonts/manifest.yaml")};
}

bool is_home(const base::World& world, const std::string& folder) {
  const Places places = places_in(folder);
  return world.is_folder(places.templates) && world.is_file(places.manifest);
}

// The nearest folder from the program's own upwards that holds both.
std::optional<Places> above(const base::World& world, std::string folder) {
  while (!folder.empty()) {
    if (is_home(world, folder)) return places_in(folder);
    const std::string parent = base::folder_of(folder);
    if (parent == folder) break;
    folder = parent;
  }
  return std::nullopt;
}

base::Result<Places> find_home(const base::World& world, const std::string& home,
                               const std::string& program_folder) {
  if (!home.empty()) {
    if (is_home(world, home)) return places_in(home);
    return base::fail(base::error_without_place(
        Fault::environment, "SBL1020",
        fmt::format("SABLE_HOME is {}, which has no templates and font manifest", home),
        "set it to the folder that holds templates/ and fonts/manifest.yaml, or unset it"));
  }
  const std::string installed = join_path(base::folder_of(program_folder), "share/sable");
  if (is_home(world, installed)) return places_in(installed);
  if (std::optional<Places> found = above(world, program_folder)) return *std::move(found);
  return base::fail(base::error_without_place(
      Fault::environment, "SBL1021", "the program's templates and font manifest are not found",
      "name them with --templates and --fonts, or set SABLE_HOME to the folder that holds "
      "templates/ and fonts/manifest.yaml"));
}

bool is_plain_name(const std::string& name) {
  return !name.empty() && !name.starts_with('.') && name.find('/') == std::string::npos;
}

}  // namespace

base::Result<Places> find_places(const base::World& world, const PlaceArguments& arguments,
                                 const std::string& home, const std::string& program_folder) {
  if (!arguments.templates.empty() && !arguments.fonts.empty()) {
    return Places{arguments.templates, arguments.fonts};
  }
  base::Result<Places> places = find_home(world, home, program_folder);
  if (!places) return places;
  if (!arguments.templates.empty()) places->templates = arguments.templates;
  if (!arguments.fonts.empty()) places->manifest = arguments.fonts;
  return places;
}

base::Result<std::string> find_template(const base::World& world, const Places& places,
                                        const std::string& name) {
  const std::string folder = join_path(places.templates, name);
  if (is_plain_name(name) && world.is_file(join_path(folder, "report.mustache"))) return folder;
  return base::fail(base::error_without_place(
      Fault::input, "SBL1022", fmt::format("there is no template {}", name),
      fmt::format("the templates are the folders of {}", places.templates)));
}

}  // namespace sable::cli
