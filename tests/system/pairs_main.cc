// The longer run of non-interference: pairs of random reports until the time is up,
// or one pair again.
//
// In:  pairs SECONDS FIRST-SEED JOBS FOLDER; with 0 seconds that seed alone.
// Out: pairs per second on standard output; a pair that is told apart is kept in
//      FOLDER/SEED/one and FOLDER/SEED/other, and the exit status is 1.

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "interference.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Settings {
  double seconds = 60;
  uint64_t first = 0;
  unsigned jobs = 1;
  fs::path folder = "pairs";
};

void keep_side(const fs::path& folder, const property::Source& source) {
  fs::create_directories(folder);
  Files files = random_pictures();
  files.insert(source.files.begin(), source.files.end());
  files["report.yaml"] = source.report;
  for (const auto& [name, bytes] : files) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
}

void keep(const fs::path& folder, const Finding& finding) {
  const property::SourcePair pair = property::source_pair(finding.seed);
  const fs::path own = folder / std::to_string(finding.seed);
  keep_side(own / "one", pair.one);
  keep_side(own / "other", pair.other);
  std::ofstream(own / "what") << finding.what;
}

class LongRun {
 public:
  explicit LongRun(const Settings& settings) : settings_(settings), next_(settings.first) {}

  size_t told_apart() {
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < settings_.jobs; ++i) workers.emplace_back([this] { work(); });
    for (std::thread& worker : workers) worker.join();
    const double spent = std::chrono::duration<double>(Clock::now() - begin_).count();
    fmt::print("{} pairs from seed {} in {:.0f} s: {:.1f} pairs/s; {} rendered, {} told apart\n",
               pairs_, settings_.first, spent, static_cast<double>(pairs_) / spent, rendered_,
               told_apart_);
    return told_apart_;
  }

 private:
  static constexpr uint64_t kStride = 126;  // full batches of every kind

  void work() {
    const auto end = begin_ + std::chrono::duration<double>(settings_.seconds);
    while (Clock::now() < end) {
      const uint64_t first = next_.fetch_add(kStride);
      std::vector<uint64_t> seeds;
      for (uint64_t i = 0; i < kStride; ++i) seeds.push_back(first + i);
      note(try_pairs(seeds));
    }
  }

  void note(const Tally& tally) {
    const std::lock_guard lock(mutex_);
    pairs_ += tally.pairs;
    rendered_ += tally.rendered;
    told_apart_ += tally.told_apart.size();
    for (const Finding& finding : tally.told_apart) {
      fmt::print("seed {}: {}\n", finding.seed, finding.what);
      keep(settings_.folder, finding);
    }
  }

  const Settings settings_;
  const Clock::time_point begin_ = Clock::now();
  std::atomic<uint64_t> next_;
  std::mutex mutex_;
  size_t pairs_ = 0, rendered_ = 0, told_apart_ = 0;
};

// 0: alike, 1: told apart.
int again(const Settings& settings) {
  const std::string told = try_pair(settings.first);
  keep(settings.folder, {settings.first, told});
  fmt::print("seed {}: {}\n", settings.first, told.empty() ? "alike" : told);
  fmt::print("kept in {}\n", (settings.folder / std::to_string(settings.first)).string());
  return told.empty() ? 0 : 1;
}

}  // namespace
}  // namespace sable::testing

int main(int argc, char** argv) {
  sable::testing::Settings settings;
  if (argc > 1) settings.seconds = std::strtod(argv[1], nullptr);
  if (argc > 2) settings.first = std::strtoull(argv[2], nullptr, 10);
  if (argc > 3) settings.jobs = static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10));
  if (argc > 4) settings.folder = argv[4];
  if (settings.jobs == 0) settings.jobs = 1;
  if (settings.seconds <= 0) return sable::testing::again(settings);
  return sable::testing::LongRun(settings).told_apart() == 0 ? 0 : 1;
}
