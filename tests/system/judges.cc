#include "judges.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace sable::testing {

namespace {

namespace fs = std::filesystem;

// In the child: becomes the program, or ends.
[[noreturn]] void become(const std::vector<std::string>& words,
                         const std::vector<std::string>& environment, const std::string& folder,
                         const Scratch& scratch) {
  const auto redirect = [](const std::string& path, int flags, int stream) {
    const int file = ::open(path.c_str(), flags, 0600);
    if (file < 0 || ::dup2(file, stream) < 0) ::_exit(127);
  };
  redirect("/dev/null", O_RDONLY, 0);
  redirect(scratch.path("output"), O_WRONLY | O_CREAT | O_TRUNC, 1);
  redirect(scratch.path("messages"), O_WRONLY | O_CREAT | O_TRUNC, 2);
  if (!folder.empty() && ::chdir(folder.c_str()) != 0) ::_exit(127);
  for (const std::string& setting : environment) {
    const size_t equals = setting.find('=');
    ::setenv(setting.substr(0, equals).c_str(), setting.substr(equals + 1).c_str(), 1);
  }
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

Scratch::Scratch() {
  std::string pattern = (fs::temp_directory_path() / "sable-test-XXXXXX").string();
  EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
  folder_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Scratch::put(const std::string& name, const std::string& bytes) const {
  const std::string place = path(name);
  fs::create_directories(fs::path(place).parent_path());
  std::ofstream(place, std::ios::binary) << bytes;
  return place;
}

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Ran run_program(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                const std::string& folder) {
  const Scratch scratch;
  const pid_t child = ::fork();
  if (child < 0) return {-1, "", "cannot fork"};
  if (child == 0) become(words, environment, folder, scratch);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of_file(scratch.path("output")),
          bytes_of_file(scratch.path("messages"))};
}

bool is_decisions(const std::filesystem::path& file) {
  return file.filename().string().ends_with(".decisions.yaml");
}

std::map<std::string, std::string> values_in(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    static const std::set<std::string> kRead = {".csv", ".png", ".jpg", ".svg"};
    const bool read = kRead.contains(entry.path().extension()) || is_decisions(entry.path());
    if (!read) continue;
    files[entry.path().filename().string()] = bytes_of_file(entry.path().string());
  }
  return files;
}

std::string laid_out_text(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran = run_program({"pdftotext", "-layout", scratch.put("file.pdf", pdf), "-"});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  return ran.output;
}

std::string running_text(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran = run_program({"pdftotext", scratch.put("file.pdf", pdf), "-"});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  return ran.output;
}

std::string information(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran = run_program({"pdfinfo", scratch.put("file.pdf", pdf)});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  return ran.output;
}

std::vector<std::string> outline_titles(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran =
      run_program({"qpdf", "--json", "--json-key=outlines", scratch.put("file.pdf", pdf)});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  static const std::regex title("\"title\": \"([^\"]*)\"");
  std::vector<std::string> titles;
  for (std::sregex_iterator it(ran.output.begin(), ran.output.end(), title), end; it != end; ++it) {
    titles.push_back((*it)[1]);
  }
  return titles;
}

std::string complaints_of_qpdf(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran = run_program({"qpdf", "--check", scratch.put("file.pdf", pdf)});
  const bool clean = ran.status == 0 && ran.messages.empty();
  return clean ? "" : ran.output + ran.messages + "exit status " + std::to_string(ran.status);
}

std::string opened_by_qpdf(const std::string& pdf) {
  const Scratch scratch;
  const Ran ran = run_program({"qpdf", "--qdf", "--object-streams=disable",
                               scratch.put("file.pdf", pdf), scratch.path("open.pdf")});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  return bytes_of_file(scratch.path("open.pdf"));
}

}  // namespace sable::testing
