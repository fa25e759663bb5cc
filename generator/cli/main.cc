// The process: streams, environment and limits for run().

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/world.h"
#include "cli/run.h"

namespace {

// A closed standard stream would give its number to the next file that is
// opened, and messages would go into a PDF. The holder of the number refuses
// what the stream is for, so that using it still fails.
void hold_standard_streams() {
  const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
  for (int stream = 0; stream < 3; ++stream) {
    if (::fcntl(stream, F_GETFD) < 0) (void)::open("/dev/null", modes[stream]);
  }
}

// A crash dump would hold the report. A limit of 1 also turns away dumps that
// are piped to a program (core(5)); sanitizers need to trace the process.
void refuse_core_dumps() {
  const rlimit limit{1, 1};
  (void)::setrlimit(RLIMIT_CORE, &limit);
#if !defined(__SANITIZE_ADDRESS__)
  (void)::prctl(PR_SET_DUMPABLE, 0);
#endif
}

std::string program_folder() {
  std::string path(4096, '\0');
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  path.resize(length > 0 ? static_cast<size_t>(length) : 0);
  return sable::base::folder_of(path);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

}  // namespace

int main(int argc, char** argv) {
  hold_standard_streams();
  sable::cli::Surroundings surroundings;
  surroundings.program_folder = program_folder();
  surroundings.svg_program = sable::base::join_path(surroundings.program_folder, "sable-svg");
  surroundings.home = environment("SABLE_HOME");
  refuse_core_dumps();
  surroundings.streams = {stdin,
                          stdout,
                          stderr,
                          ::isatty(STDERR_FILENO) == 1,
                          environment("NO_COLOR").empty() && environment("TERM") != "dumb",
                          ::isatty(STDOUT_FILENO) == 1};
  surroundings.threads = std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
  const auto world = sable::base::disk_world();
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  return sable::cli::run(words, *world, surroundings);
}
