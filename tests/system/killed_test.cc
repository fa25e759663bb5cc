// A run that is killed while it waits for its report: no dump of its memory, nobody
// who reads it, and nothing of it at the place of output.
//
// These run the programs themselves. A pipe tells when they wait: it holds less than
// is written into it, so that the last byte is taken only when something was read.

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judges.h"
#include "picture/wire.h"
#include "sound_report.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kDrawer = SABLE_PROGRAM "-svg";

// In the child: all that a crash may leave, and no right to read other processes, which
// the superuser has.
void make_curious() {
  rlimit limit{};
  (void)::getrlimit(RLIMIT_CORE, &limit);
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_CORE, &limit);
  (void)::prctl(PR_CAPBSET_DROP, 19 /* CAP_SYS_PTRACE, capabilities(7) */);
}

// A program that reads from one end of a pair of sockets, and is killed with its value.
class Running {
 public:
  Running(std::vector<std::string> words, const std::string& folder) {
    int ends[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    process_ = ::fork();
    if (process_ == 0) become(words, folder, ends[1]);
    ::close(ends[1]);
    end_ = ends[0];
  }
  ~Running() {
    close();
    if (process_ > 0) (void)killed(SIGKILL);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  pid_t process() const { return process_; }
  int end() const { return end_; }

  // Writes all, and then more than the sockets hold: comes back when the program has
  // read of it, and waits for the rest. False where it ended instead.
  bool waits_behind(std::string text) {
    int room = 0;
    socklen_t size = sizeof room;
    if (::getsockopt(end_, SOL_SOCKET, SO_SNDBUF, &room, &size) != 0) return false;
    while (text.size() < static_cast<size_t>(2 * room)) text += "# A comment of a report.\n";
    for (size_t sent = 0; sent < text.size();) {
      const ssize_t wrote = ::send(end_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (wrote < 0 && errno != EINTR) return false;
      if (wrote > 0) sent += static_cast<size_t>(wrote);
    }
    return true;
  }

  // How it ends, as waitpid(2) says it.
  int killed(int signal) {
    ::kill(process_, signal);
    return ended();
  }
  // Its input is complete.
  int finished() {
    close();
    return ended();
  }

 private:
  [[noreturn]] static void become(const std::vector<std::string>& words, const std::string& folder,
                                  int input) {
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (::dup2(input, 0) < 0 || ::dup2(nothing, 1) < 0 || ::dup2(nothing, 2) < 0) ::_exit(127);
    if (::chdir(folder.c_str()) != 0) ::_exit(127);
    make_curious();
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  int ended() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status;
  }
  void close() {
    if (end_ >= 0) ::close(end_);
    end_ = -1;
  }

  pid_t process_ = -1;
  int end_ = -1;
};

// The soft and the hard limit of core dumps, as the kernel prints them.
std::vector<std::string> core_limits(pid_t process) {
  std::ifstream limits("/proc/" + std::to_string(process) + "/limits");
  const std::string label = "Max core file size";
  for (std::string line; std::getline(limits, line);) {
    if (!line.starts_with(label)) continue;
    std::istringstream rest(line.substr(label.size()));
    std::string soft, hard;
    rest >> soft >> hard;
    return {soft, hard};
  }
  return {};
}

// Whether a process without privileges over others may look into this one. Asked is for
// the link to its program, which the kernel shows to those who may read its memory
// (proc(5); ptrace(2), "Ptrace access mode checking").
bool can_be_read(pid_t process) {
  const pid_t reader = ::fork();
  if (reader == 0) {
    make_curious();
    const std::string path = "/proc/" + std::to_string(process) + "/exe";
    (void)::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), 1);
    ::execlp("readlink", "readlink", path.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(reader, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// The files of a folder and all below, with their bytes.
std::map<std::string, std::string> files_in(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const bool file = entry.is_regular_file();
    files[entry.path().string()] = file ? bytes_of_file(entry.path().string()) : "";
  }
  return files;
}

// The drawer answers an order that it cannot read, and waits for the next.
bool drawer_waits(const Running& drawer) {
  std::string answer;
  return picture::send_message(drawer.end(), "no order") &&
         picture::receive_message(drawer.end(), answer);
}

class Killed : public ::testing::Test {
 protected:
  std::vector<std::string> render(const std::string& output) const {
    return {SABLE_PROGRAM, "render", "-", "--release", "public", "--output", output};
  }
  Scratch scratch_;
};

TEST_F(Killed, TheProgramLeavesNoDump) {
  Running running(render("out.pdf"), scratch_.folder());
  ASSERT_TRUE(running.waits_behind(sound_report()));
  EXPECT_THAT(core_limits(running.process()), ElementsAre("1", "1"));
  const int status = running.killed(SIGABRT);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_FALSE(WCOREDUMP(status));
  EXPECT_TRUE(fs::is_empty(scratch_.folder()));
}

TEST_F(Killed, TheProgramThatDrawsLeavesNoDump) {
  Running running({kDrawer}, scratch_.folder());
  ASSERT_TRUE(drawer_waits(running));
  EXPECT_THAT(core_limits(running.process()), ElementsAre("1", "1"));
  const int status = running.killed(SIGABRT);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_FALSE(WCOREDUMP(status));
  EXPECT_TRUE(fs::is_empty(scratch_.folder()));
}

TEST_F(Killed, AnotherProgramKeepsItsLimits) {
  Running running({"cat"}, scratch_.folder());
  ASSERT_TRUE(running.waits_behind("some"));
  EXPECT_THAT(core_limits(running.process()), Not(ElementsAre("1", "1")));
  EXPECT_EQ(core_limits(running.process()).size(), 2u);
}

// Where the kernel writes dumps beside the program, one is there of a program that
// does not refuse it.
TEST_F(Killed, AnotherProgramLeavesADump) {
  const std::string pattern = bytes_of_file("/proc/sys/kernel/core_pattern");
  rlimit limit{};
  ASSERT_EQ(::getrlimit(RLIMIT_CORE, &limit), 0);
  if (pattern != "core\n" || limit.rlim_max != RLIM_INFINITY) {
    GTEST_SKIP() << "dumps go elsewhere on this machine, or nowhere";
  }
  Running running({"cat"}, scratch_.folder());
  ASSERT_TRUE(running.waits_behind("some"));
  EXPECT_TRUE(WCOREDUMP(running.killed(SIGABRT)));
  EXPECT_FALSE(fs::is_empty(scratch_.folder()));
}

// AddressSanitizer traces the process that it looks at.
#if !defined(__SANITIZE_ADDRESS__)
TEST_F(Killed, NobodyReadsTheProgramsThatRun) {
  Running program(render("out.pdf"), scratch_.folder());
  Running drawer({kDrawer}, scratch_.folder());
  ASSERT_TRUE(program.waits_behind(sound_report()));
  ASSERT_TRUE(drawer_waits(drawer));
  EXPECT_FALSE(can_be_read(program.process()));
  EXPECT_FALSE(can_be_read(drawer.process()));
}
#endif

TEST_F(Killed, AnotherProgramIsRead) {
  Running running({"cat"}, scratch_.folder());
  ASSERT_TRUE(running.waits_behind("some"));
  EXPECT_TRUE(can_be_read(running.process()));
}

TEST_F(Killed, WhileItWaitsLeavesNothing) {
  for (const int signal : {SIGKILL, SIGTERM, SIGINT, SIGHUP}) {
    for (const char* output : {"out.pdf", "below/"}) {
      Running running(render(output), scratch_.folder());
      ASSERT_TRUE(running.waits_behind(sound_report()));
      const int status = running.killed(signal);
      ASSERT_TRUE(WIFSIGNALED(status)) << signal;
      EXPECT_EQ(WTERMSIG(status), signal);
      EXPECT_TRUE(fs::is_empty(scratch_.folder())) << output << " after " << signal;
    }
  }
}

TEST_F(Killed, AnEarlierOutputStaysAsItWas) {
  const std::string report = scratch_.put("report.yaml", sound_report());
  ASSERT_EQ(run_program({SABLE_PROGRAM, "render", report, "--release", "public", "-o", "out.pdf"},
                        {}, scratch_.folder())
                .status,
            0);
  const auto before = files_in(scratch_.folder());
  ASSERT_THAT(before.at(scratch_.path("out.pdf")), HasSubstr("%PDF-"));
  const std::string later = replaced(sound_report(), "on time", "an hour late");
  for (const int signal : {SIGKILL, SIGTERM}) {
    Running running(render("out.pdf"), scratch_.folder());
    ASSERT_TRUE(running.waits_behind(later));
    ASSERT_TRUE(WIFSIGNALED(running.killed(signal)));
    EXPECT_TRUE(files_in(scratch_.folder()) == before) << signal;
  }
  // The same run, to its end, does replace it.
  Running running(render("out.pdf"), scratch_.folder());
  ASSERT_TRUE(running.waits_behind(later));
  const int status = running.finished();
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_FALSE(files_in(scratch_.folder()) == before);
  EXPECT_THAT(running_text(bytes_of_file(scratch_.path("out.pdf"))), HasSubstr("an hour late"));
}

}  // namespace
}  // namespace sable::testing
