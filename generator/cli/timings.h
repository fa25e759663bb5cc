// How long each stage took, for --timings.
//
// In:  the start and end of stages.
// Out: lines for standard error. The only reader of a clock; nothing that goes
//      into a file depends on it.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace sable::cli {

class Timings {
 public:
  // Calls `stage` and adds its time to that of `name`.
  template <typename Stage>
  auto measure(const char* name, Stage stage) {
    const Lap lap(*this, name);
    return stage();
  }

  // "read 12.3 ms", one stage a line, in the order in which they first ran.
  std::string text() const;

 private:
  using Clock = std::chrono::steady_clock;

  class Lap {
   public:
    Lap(Timings& timings, const char* name)
        : timings_(timings), name_(name), start_(Clock::now()) {}
    ~Lap() { timings_.add(name_, Clock::now() - start_); }
    Lap(const Lap&) = delete;
    Lap& operator=(const Lap&) = delete;

   private:
    Timings& timings_;
    const char* name_;
    Clock::time_point start_;
  };

  void add(const char* name, Clock::duration time);

  std::vector<std::pair<const char*, Clock::duration>> stages_;
};

}  // namespace sable::cli
