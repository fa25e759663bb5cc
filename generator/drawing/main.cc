// The process: draws each order in a process of its own, which ends with the picture.
//
// In:  orders, from the socket that is its standard input.
// Out: an answer to each.
//
// Whatever a picture does to the libraries that draw it, the next one finds them as
// they were; and one that takes too much time or memory takes down its own process.

#include <cerrno>
#include <csignal>
#include <exception>
#include <string>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drawing/draw.h"

namespace {

using sable::picture::Answer;
using sable::picture::Outcome;

// A picture of a report takes some hundredths of a second.
constexpr rlim_t kMostSeconds = 10;
constexpr rlim_t kMostMemory = rlim_t{2} << 30;

void limit(decltype(RLIMIT_CPU) what, rlim_t most) {
  const rlimit limits{most, most};
  (void)::setrlimit(what, &limits);
}

void take_limits() {
  limit(RLIMIT_CPU, kMostSeconds);
  limit(RLIMIT_FSIZE, 0);  // it writes no files
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  limit(RLIMIT_AS, kMostMemory);
#endif
}

// What comes of an order; without an answer if it cannot be finished.
std::string answer_to(const std::string& bytes) {
  const auto order = sable::picture::decode_order(bytes);
  return encode(order ? sable::drawing::draw(*order) : Answer{});
}

// In a process of its own, over a socket of its own.
std::string drawn_apart(const std::string& bytes) {
  Answer too_much;
  too_much.outcome = Outcome::too_much;
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return encode(too_much);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
    take_limits();
    bool sent = false;
    try {
      sent = sable::picture::send_message(ends[1], answer_to(bytes));
    } catch (const std::exception&) {
      sent = false;
    }
    ::_exit(sent ? 0 : 1);
  }
  ::close(ends[1]);
  std::string answer;
  const bool received = child > 0 && sable::picture::receive_message(ends[0], answer);
  ::close(ends[0]);
  while (child > 0 && ::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
  return received ? answer : encode(too_much);
}

}  // namespace

int main() {
  // A crash dump would hold the picture. A limit of 1 also turns away dumps that are
  // piped to a program (core(5)).
  limit(RLIMIT_CORE, 1);
#if !defined(__SANITIZE_ADDRESS__)
  (void)::prctl(PR_SET_DUMPABLE, 0);
#endif
  (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
  std::string order;
  while (sable::picture::receive_message(STDIN_FILENO, order)) {
    if (!sable::picture::send_message(STDIN_FILENO, drawn_apart(order))) return 1;
  }
  return 0;
}
