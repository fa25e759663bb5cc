// The program that draws, as a process beside this one.

#include <cerrno>
#include <csignal>
#include <mutex>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "picture/svg_drawer.h"
#include "picture/wire.h"

namespace sable::picture {

namespace {

base::Result<released::Drawing> result_of(Answer answer) {
  switch (answer.outcome) {
    case Outcome::drawn:
      return std::move(answer.drawing);
    case Outcome::too_much:
      return base::fail(takes_too_much());
    case Outcome::no_character:
      return base::fail(lacks_character(static_cast<char32_t>(answer.character)));
    case Outcome::no_font:
      return base::fail(lacks_font(answer.path));
    case Outcome::undrawable:
      break;
  }
  return base::fail(cannot_be_drawn());
}

class DrawerProcess : public SvgDrawer {
 public:
  explicit DrawerProcess(std::string path) : path_(std::move(path)) {}

  // It ends when its socket does.
  ~DrawerProcess() override {
    if (socket_ >= 0) ::close(socket_);
    while (process_ > 0 && ::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  base::Result<released::Drawing> draw(const DrawingOrder& order) const override {
    const std::lock_guard lock(guard_);
    if (socket_ < 0 && !start()) return base::fail(no_program());
    std::string bytes;
    if (!send_message(socket_, encode(order)) || !receive_message(socket_, bytes)) {
      return base::fail(no_program());
    }
    std::optional<Answer> answer = decode_answer(bytes);
    return answer ? result_of(*std::move(answer)) : base::fail(no_program());
  }

 private:
  base::Diagnostic no_program() const {
    return base::error_without_place(
        base::Fault::environment, "SBL0301",
        "the program that draws pictures in SVG cannot be started, or has failed",
        "install sable-svg beside sable, with the libraries that it needs; or export the picture "
        "as PNG at 300 dots to the inch");
  }

  // It has nothing of this process: one end of the socket, and no environment.
  bool start() const {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
      ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
    }
    std::string name = path_;
    std::string language = "LC_ALL=C.UTF-8";
    char* const words[] = {name.data(), nullptr};
    char* const environment[] = {language.data(), nullptr};
    const int failed =
        ::posix_spawn(&process_, path_.c_str(), &actions, nullptr, words, environment);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) {
      process_ = -1;
      ::close(ends[0]);
      return false;
    }
    socket_ = ends[0];
    return true;
  }

  const std::string path_;
  mutable std::mutex guard_;
  mutable int socket_ = -1;
  mutable pid_t process_ = -1;
};

}  // namespace

std::unique_ptr<SvgDrawer> drawer_process(std::string path) {
  return std::make_unique<DrawerProcess>(std::move(path));
}

}  // namespace sable::picture
