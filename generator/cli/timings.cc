#include "cli/timings.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace sable::cli {

void Timings::add(const char* name, Clock::duration time) {
  const auto found = std::find_if(stages_.begin(), stages_.end(), [name](const auto& stage) {
    return std::string_view(stage.first) == name;
  });
  if (found == stages_.end())
    stages_.emplace_back(name, time);
  else
    found->second += time;
}

std::string Timings::text() const {
  std::string text;
  for (const auto& [name, time] : stages_) {
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    text +=
        fmt::format("  {:<10} {:>6}.{} ms\n", name, microseconds / 1000, microseconds / 100 % 10);
  }
  return text;
}

}  // namespace sable::cli
