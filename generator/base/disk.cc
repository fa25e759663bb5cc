// The World of a real machine: POSIX files.

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/world.h"

namespace sable::base {

namespace {

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return descriptor_; }
  bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

 private:
  int descriptor_;
};

Diagnostic cannot_read(const std::string& path, int error) {
  if (error == ENOENT || error == ENOTDIR) return no_such_file(path);
  if (error == EISDIR) return is_a_folder(path);
  return error_without_place(
      Fault::environment, "SBL0002", fmt::format("cannot read {}: {}", path, std::strerror(error)),
      error == EACCES || error == EPERM
          ? "ask its owner for the permission to read it, or set it with chmod"
          : "run the command again; if it fails again, check the disk");
}

Diagnostic cannot_write(const std::string& path, int error) {
  const char* help = error == ENOSPC ? "free some room, then run the command again"
                     : error == EACCES || error == EROFS || error == EPERM
                         ? "choose a folder that you may write to with --output"
                         : "choose another place with --output";
  return error_without_place(Fault::environment, "SBL0004",
                             fmt::format("cannot write {}: {}", path, std::strerror(error)), help);
}

bool write_all_bytes(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

// A file that is replaced stays as private as it was.
mode_t mode_of(const std::string& path) {
  struct stat status = {};
  const bool is_there = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  return is_there ? status.st_mode & 07777 : default_mode();
}

// Where a link leads; what is no link, or leads nowhere, as it is.
std::string resolved(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  return error ? path : target.string();
}

// A file beside the place where it is to be; removed unless it is kept.
class Temporary {
 public:
  explicit Temporary(const std::string& path) : path_(resolved(path)), name_(path_ + ".XXXXXX") {}
  Temporary(Temporary&& other) noexcept
      : path_(std::move(other.path_)),
        name_(std::move(other.name_)),
        exists_(std::exchange(other.exists_, false)) {}
  Temporary& operator=(Temporary&&) = delete;
  ~Temporary() {
    if (exists_) ::unlink(name_.c_str());
  }

  // Writes and syncs; false, with errno, on failure.
  bool stage(std::string_view bytes) {
    File file(::mkostemp(name_.data(), O_CLOEXEC));
    if (file.get() < 0) return false;
    exists_ = true;
    return write_all_bytes(file.get(), bytes) && ::fchmod(file.get(), mode_of(path_)) == 0 &&
           ::fsync(file.get()) == 0 && file.close();
  }

  bool keep() {
    if (::rename(name_.c_str(), path_.c_str()) != 0) return false;
    exists_ = false;
    return true;
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::string name_;
  bool exists_ = false;
};

class DiskWorld : public World {
 public:
  Result<std::string> read(const std::string& path, size_t limit) const override {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return fail(cannot_read(path, errno));
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return fail(cannot_read(path, errno));
    if (S_ISDIR(status.st_mode)) return fail(cannot_read(path, EISDIR));
    return read_open(file, path, static_cast<size_t>(std::max<off_t>(status.st_size, 0)), limit);
  }

  Result<void> write_all(const std::vector<NewFile>& files) override {
    std::vector<Temporary> staged;
    staged.reserve(files.size());
    for (const NewFile& file : files) {
      staged.emplace_back(file.path);
      if (!staged.back().stage(file.bytes)) return fail(cannot_write(file.path, errno));
    }
    for (Temporary& temporary : staged) {
      if (!temporary.keep()) return fail(cannot_write(temporary.path(), errno));
    }
    return {};
  }

  Result<void> make_folder(const std::string& path) override {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error || !is_folder(path)) {
      return fail(cannot_write(path, error ? error.value() : ENOTDIR));
    }
    return {};
  }

  bool is_file(const std::string& path) const override {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
  }

  bool is_folder(const std::string& path) const override {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
  }

  std::vector<std::string> list(const std::string& folder) const override {
    return names_in(folder, [](const auto& entry, std::error_code& error) {
      return entry.is_regular_file(error);
    });
  }

  std::vector<std::string> list_folders(const std::string& folder) const override {
    return names_in(folder, [](const auto& entry, std::error_code& error) {
      return entry.is_directory(error);
    });
  }

  std::optional<int64_t> source_date_epoch() const override {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') return std::nullopt;
    char* end = nullptr;
    errno = 0;
    const int64_t seconds = std::strtoll(text, &end, 10);
    if (errno != 0 || *end != '\0' || seconds < 0) return std::nullopt;
    return seconds;
  }

 private:
  template <typename Wanted>
  static std::vector<std::string> names_in(const std::string& folder, Wanted wanted) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
      if (wanted(entry, error)) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  static Result<std::string> read_open(const File& file, const std::string& path, size_t expected,
                                       size_t limit) {
    std::string bytes;
    size_t filled = 0;
    bytes.resize(std::min(expected, limit) + 1);
    while (true) {
      if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
      const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return fail(cannot_read(path, errno));
      if (got == 0) break;
      filled += static_cast<size_t>(got);
      if (filled > limit) {
        return fail(error_without_place(
            Fault::input, "SBL0003", fmt::format("{} is larger than {} bytes", path, limit),
            "split the report, or check that this is the file you mean"));
      }
    }
    bytes.resize(filled);
    return bytes;
  }
};

}  // namespace

std::unique_ptr<World> disk_world() { return std::make_unique<DiskWorld>(); }

}  // namespace sable::base
