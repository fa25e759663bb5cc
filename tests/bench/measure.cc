#include "measure.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sstream>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void become(const std::vector<std::string>& words, const std::string& folder) {
  const int nothing = ::open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3; ++stream) (void)::dup2(nothing, stream);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  if (::chdir(folder.c_str()) == 0) ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

Cost& Cost::operator+=(const Cost& other) {
  cpu_seconds += other.cpu_seconds;
  peak_kilobytes = std::max(peak_kilobytes, other.peak_kilobytes);
  return *this;
}

std::optional<Cost> measure(const std::vector<std::string>& words, const std::string& folder) {
  const pid_t child = ::fork();
  if (child < 0) return std::nullopt;
  if (child == 0) become(words, folder);
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) != child) return std::nullopt;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return Cost{seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
}

bool installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path != nullptr ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((folder + '/' + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

int pages_of(const std::string& pdf) {
  const std::string command = "pdfinfo '" + pdf + "' 2>/dev/null";
  const auto close = [](std::FILE* pipe) { ::pclose(pipe); };
  const std::unique_ptr<std::FILE, decltype(close)> pipe(::popen(command.c_str(), "r"), close);
  if (pipe == nullptr) return 0;
  char line[512];
  int pages = 0;
  while (std::fgets(line, sizeof line, pipe.get()) != nullptr)
    std::sscanf(line, "Pages: %d", &pages);
  return pages;
}

}  // namespace bench
