#include "cli/messages.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace sable::cli {

namespace {

using base::Fault;

bool wants_color(const Streams& streams, Color color) {
  if (color == Color::automatic) return streams.terminal && streams.colors;
  return color == Color::always;
}

// How many findings of one file are printed: one mistake can have hundreds of
// consequences, and nobody reads them.
class Quota {
 public:
  void count(const base::Diagnostic& finding) {
    (finding.severity == base::Severity::error ? errors_ : others_) += 1;
  }
  bool take(const base::Diagnostic& finding) {
    const bool error = finding.severity == base::Severity::error;
    size_t& printed = error ? printed_errors_ : printed_others_;
    const size_t room = error ? kMost : kMost - std::min(kMost, errors_);
    if (printed >= room) return false;
    ++printed;
    return true;
  }
  size_t left() const { return errors_ + others_ - printed_errors_ - printed_others_; }

 private:
  static constexpr size_t kMost = 20;
  size_t errors_ = 0;
  size_t others_ = 0;
  size_t printed_errors_ = 0;
  size_t printed_others_ = 0;
};

std::optional<base::FileId> file_of(const base::Diagnostic& finding) {
  return finding.span ? std::optional(finding.span->file) : std::nullopt;
}

// A message that cannot be printed has nobody to tell.
void put(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

}  // namespace

Messages::Messages(const Streams& streams, const MessageArguments& arguments)
    : stream_(streams.messages),
      options_{arguments.excerpts || streams.terminal, wants_color(streams, arguments.color)},
      quiet_(arguments.quiet),
      color_(arguments.color),
      may_color_(streams.colors) {}

bool Messages::colors(bool terminal) const {
  if (color_ == Color::automatic) return terminal && may_color_;
  return color_ == Color::always;
}

void Messages::print(const base::Diagnostics& diagnostics, const base::SourceSet& sources) {
  if (diagnostics.empty()) return;
  std::map<std::optional<base::FileId>, Quota> quotas;
  for (const base::Diagnostic& each : diagnostics) quotas[file_of(each)].count(each);
  std::string text;
  for (const base::Diagnostic& each : diagnostics) {
    if (quotas[file_of(each)].take(each)) text += base::print(each, sources, options_);
  }
  for (const auto& [file, quota] : quotas) {
    if (quota.left() == 0) continue;
    text +=
        fmt::format("{}: and {} more\n", file ? sources.file(*file).name : "sable", quota.left());
  }
  put(stream_, text);
}

void Messages::remark(std::string_view line) {
  if (!quiet_) this->line(line);
}

void Messages::line(std::string_view line) { put(stream_, fmt::format("{}\n", line)); }

base::Result<std::string> read_all(std::FILE* stream, size_t limit) {
  std::string bytes;
  size_t filled = 0;
  while (true) {
    bytes.resize(std::max<size_t>(bytes.size() * 2, 65536));
    filled += std::fread(bytes.data() + filled, 1, bytes.size() - filled, stream);
    if (filled > limit) {
      return base::fail(base::error_without_place(
          Fault::input, "SBL1032", fmt::format("standard input is larger than {} bytes", limit),
          "split the report"));
    }
    if (filled < bytes.size()) break;
  }
  if (std::ferror(stream) != 0) {
    return base::fail(
        base::error_without_place(Fault::environment, "SBL1031", "cannot read standard input"));
  }
  bytes.resize(filled);
  return bytes;
}

base::Result<void> write_all(std::FILE* stream, std::string_view bytes) {
  errno = 0;
  const bool done = std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size() &&
                    std::fflush(stream) == 0;
  if (done) return {};
  const int error = errno;
  return base::fail(base::error_without_place(
      Fault::environment, "SBL1030",
      fmt::format("cannot write standard output: {}", std::strerror(error)),
      error == ENOSPC ? "free some room, then run the command again" : ""));
}

}  // namespace sable::cli
