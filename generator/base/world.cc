#include "base/world.h"

#include <set>

#include <fmt/format.h>

namespace sable::base {

Diagnostic no_such_file(const std::string& path) {
  return error_without_place(Fault::environment, "SBL0001",
                             fmt::format("there is no file {}", path),
                             "check the spelling of the path and the folder you are in");
}

Diagnostic is_a_folder(const std::string& path) {
  return error_without_place(Fault::input, "SBL0005", fmt::format("{} is a folder", path),
                             "name a file in it");
}

Result<std::string> MemoryWorld::read(const std::string& path, size_t limit) const {
  const auto found = files.find(path);
  if (found == files.end()) return fail(is_folder(path) ? is_a_folder(path) : no_such_file(path));
  if (found->second.size() > limit) {
    return fail(error_without_place(Fault::input, "SBL0003",
                                    fmt::format("{} is larger than {} bytes", path, limit)));
  }
  return found->second;
}

Result<void> MemoryWorld::write_all(const std::vector<NewFile>& written) {
  if (fail_writes && !written.empty()) {
    return fail(error_without_place(
        Fault::environment, "SBL0004",
        fmt::format("cannot write {}: no space left on device", written.front().path),
        "free some room, then run the command again"));
  }
  for (const NewFile& file : written) files[file.path] = std::string(file.bytes);
  return {};
}

Result<void> MemoryWorld::make_folder(const std::string&) { return {}; }

bool MemoryWorld::is_file(const std::string& path) const { return files.contains(path); }

bool MemoryWorld::is_folder(const std::string& path) const {
  const std::string prefix = path + '/';
  const auto next = files.lower_bound(prefix);
  return next != files.end() && next->first.starts_with(prefix);
}

std::vector<std::string> MemoryWorld::list(const std::string& folder) const {
  const std::string prefix = folder + '/';
  std::vector<std::string> names;
  for (auto it = files.lower_bound(prefix); it != files.end() && it->first.starts_with(prefix);
       ++it) {
    const std::string name = it->first.substr(prefix.size());
    if (name.find('/') == std::string::npos) names.push_back(name);
  }
  return names;
}

std::vector<std::string> MemoryWorld::list_folders(const std::string& folder) const {
  const std::string prefix = folder + '/';
  std::set<std::string> names;
  for (auto it = files.lower_bound(prefix); it != files.end() && it->first.starts_with(prefix);
       ++it) {
    const size_t slash = it->first.find('/', prefix.size());
    if (slash != std::string::npos)
      names.insert(it->first.substr(prefix.size(), slash - prefix.size()));
  }
  return {names.begin(), names.end()};
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.starts_with('/')) return std::string(name);
  return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
}

std::string folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string file_name_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace sable::base
