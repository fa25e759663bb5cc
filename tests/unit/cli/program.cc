#include "program.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "cli/manifest.h"

namespace sable::cli::testing {

namespace {

namespace fs = std::filesystem;

// A stream whose bytes become a string when it is closed.
class Sink {
 public:
  Sink() : stream_(::open_memstream(&bytes_, &size_)) {}
  ~Sink() { std::free(bytes_); }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  std::FILE* stream() { return stream_; }
  std::string close() {
    std::fclose(stream_);
    return {bytes_, size_};
  }

 private:
  char* bytes_ = nullptr;
  size_t size_ = 0;
  std::FILE* stream_;
};

// The files of the repository and of the packages that a render reads.
const std::map<std::string, std::string>& real_files() {
  static const std::map<std::string, std::string> files = [] {
    std::map<std::string, std::string> found;
    const fs::path root = SABLE_SOURCE_DIR;
    for (const auto& entry : fs::recursive_directory_iterator(root / "templates")) {
      if (!entry.is_regular_file()) continue;
      found["/sable/" + fs::relative(entry.path(), root).string()] = bytes_of(entry.path());
    }
    found["/sable/fonts/manifest.yaml"] = bytes_of(root / "fonts/manifest.yaml");
    base::SourceSet sources;
    base::MemoryWorld world;
    world.files = found;
    const auto manifest = load_manifest(world, sources, "/sable/fonts/manifest.yaml");
    EXPECT_TRUE(manifest.has_value());
    if (!manifest) return found;
    for (const auto& font : manifest->fonts) found[font.file] = bytes_of(font.file);
    for (const auto& patterns : manifest->hyphenation) {
      found[patterns.file] = bytes_of(patterns.file);
    }
    found[manifest->color_profile.file] = bytes_of(manifest->color_profile.file);
    return found;
  }();
  return files;
}

}  // namespace

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

Program::Program() { world.files = real_files(); }

Outcome Program::run(const std::vector<std::string>& words, const std::string& input) {
  Sink output, messages;
  // fmemopen() refuses an empty buffer.
  std::string typed = input.empty() ? "\n" : input;
  std::FILE* stream = ::fmemopen(typed.data(), typed.size(), "r");
  Surroundings surroundings;
  surroundings.streams = {stream, output.stream(), messages.stream(), terminal, false};
  surroundings.home = home;
  surroundings.program_folder = "/usr/bin";
  surroundings.threads = 2;
  surroundings.svg_program = SABLE_SVG_PROGRAM;
  Outcome outcome;
  outcome.status = cli::run(words, world, surroundings);
  std::fclose(stream);
  outcome.output = output.close();
  outcome.messages = messages.close();
  return outcome;
}

std::string report_with(const std::string& secret) {
  return "sable: 1\n"
         "template: intelligence\n"
         "report: {title: Spring talks, date: 1997-07-16}\n"
         "marking: {system: legacy, overall: Secret}\n"
         "body:\n"
         "  - p: |\n"
         "      The talks open :redact[" +
         secret +
         "]{code=b1} and end on time.\n"
         "releases:\n"
         "  full: {unredacted: true}\n"
         "  public:\n"
         "    withhold: [b1]\n"
         "    declassified: {authority: Records Panel, date: 2019-05-14}\n";
}

}  // namespace sable::cli::testing
