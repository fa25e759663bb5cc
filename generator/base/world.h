// The outside: files and the clock, behind one interface.
//
// In:  paths.
// Out: bytes, or a diagnostic that names the path and the repair.
//
// Stages never touch the disk, the clock or the environment except through a
// World; tests give them one in memory.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace sable::base {

// A file to be written.
struct NewFile {
  std::string path;
  std::string_view bytes;
};

class World {
 public:
  World() = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  virtual ~World() = default;

  // The whole file. Fault::environment if there is none (SBL0001) or it cannot be
  // read (SBL0002), Fault::input if it is larger than `limit` bytes (SBL0003) or is a
  // folder (SBL0005).
  virtual Result<std::string> read(const std::string& path, size_t limit = kNoLimit) const = 0;

  // Puts every file in its place or none: each goes into a temporary beside its
  // place and is synced; when all are, they are renamed, so that a reader sees the
  // old file or the new one and nothing between. Fault::environment (SBL0004) on
  // failure; the temporaries are removed.
  virtual Result<void> write_all(const std::vector<NewFile>& files) = 0;
  Result<void> write(const std::string& path, std::string_view bytes) {
    return write_all({{path, bytes}});
  }

  // Makes a folder and its parents; no error if it exists.
  virtual Result<void> make_folder(const std::string& path) = 0;

  virtual bool is_file(const std::string& path) const = 0;
  virtual bool is_folder(const std::string& path) const = 0;
  // Names (not paths) of the files in a folder, sorted by bytes; empty if none.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;
  // The same of the folders in a folder.
  virtual std::vector<std::string> list_folders(const std::string& folder) const = 0;

  // SOURCE_DATE_EPOCH: seconds since 1970-01-01 UTC, if the environment sets it.
  virtual std::optional<int64_t> source_date_epoch() const = 0;

  static constexpr size_t kNoLimit = ~size_t{0};
};

std::unique_ptr<World> disk_world();

// A world of named strings. `fail_writes` makes each write fail as a full disk does.
class MemoryWorld : public World {
 public:
  std::map<std::string, std::string> files;
  std::optional<int64_t> epoch;
  bool fail_writes = false;

  Result<std::string> read(const std::string& path, size_t limit = kNoLimit) const override;
  Result<void> write_all(const std::vector<NewFile>& written) override;
  Result<void> make_folder(const std::string& path) override;
  bool is_file(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  std::vector<std::string> list_folders(const std::string& folder) const override;
  std::optional<int64_t> source_date_epoch() const override { return epoch; }
};

// What the worlds say of a path that holds no file.
Diagnostic no_such_file(const std::string& path);
Diagnostic is_a_folder(const std::string& path);

// Joins with '/'; `name` alone if it is absolute or `folder` is empty.
std::string join_path(std::string_view folder, std::string_view name);
std::string folder_of(std::string_view path);
std::string file_name_of(std::string_view path);

}  // namespace sable::base
