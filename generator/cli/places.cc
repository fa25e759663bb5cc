#include "cli/places.h"

#include <array>
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

constexpr const char* kTheme = "theme.yaml";
constexpr std::array<const char*, 3> kTemplateFiles = {"report.mustache", "style.css", kTheme};

base::Diagnostic no_template(const base::World& world, const Places& places,
                             const std::string& name) {
  std::vector<std::string> known;
  for (const std::string& folder : world.list_folders(places.templates)) {
    const std::string theme = join_path(join_path(places.templates, folder), kTheme);
    if (world.is_file(theme)) known.push_back(folder);
  }
  const std::string* meant = base::nearest(name, known);
  const std::string list = known.empty() ? fmt::format("there is none in {}", places.templates)
                                         : fmt::format("the templates in {} are {}",
                                                       places.templates, fmt::join(known, ", "));
  base::Diagnostic diagnostic = base::error_without_place(
      Fault::input, "SBL1022", "there is no template of that name",
      meant != nullptr ? fmt::format("did you mean `{}`? {}", *meant, list) : list);
  diagnostic.echo = name;
  return diagnostic;
}

}  // namespace

base::Result<Places> find_places(const base::World& world, const PlaceArguments& arguments,
                                 const std::string& home, const std::string& program_folder) {
  if (!arguments.templates.empty() && !world.is_folder(arguments.templates)) {
    return base::fail(base::error_without_place(
        Fault::environment, "SBL1023",
        fmt::format("there is no folder {} of templates", arguments.templates),
        "name the folder that holds the folders of the templates"));
  }
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
  if (!is_plain_name(name) || !world.is_folder(folder)) {
    return base::fail(no_template(world, places, name));
  }
  // What else it lacks may be that of a template which its theme names.
  if (world.is_file(join_path(folder, kTheme))) return folder;
  return base::fail(missing_files(world, folder));
}

base::Diagnostics missing_files(const base::World& world, const std::string& folder) {
  std::vector<std::string> missing;
  for (const char* file : kTemplateFiles) {
    if (!world.is_file(join_path(folder, file))) missing.emplace_back(join_path(folder, file));
  }
  if (missing.empty()) return {};
  return {base::error_without_place(
      Fault::input, "SBL1024", fmt::format("the template lacks {}", fmt::join(missing, " and ")),
      fmt::format("a template is a folder with {}, or one whose theme.yaml has `extends`",
                  fmt::join(kTemplateFiles, ", ")))};
}

}  // namespace sable::cli
