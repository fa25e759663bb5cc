#include "interference.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "pictures/make.h"
#include "unit/cli/program.h"

namespace sable::testing {

namespace {

using cli::testing::Program;
using property::Source;
using property::SourcePair;

constexpr size_t kBatch = 18;  // pairs of one kind
constexpr size_t kBeside = 3;  // of them, that are rendered beside others

// Seeds of one batch, and what they give.
struct Batch {
  std::vector<uint64_t> seeds;
  std::vector<SourcePair> pairs;
};

std::string file_of(uint64_t seed) { return fmt::format("p{}.yaml", seed); }

// A report in a folder of its own: two reports name files alike.
std::string path_of(uint64_t seed) { return fmt::format("{}/{}", seed, file_of(seed)); }

void add(uint64_t seed, const Source& source, Files& files) {
  const std::string folder = fmt::format("{}/", seed);
  files[path_of(seed)] = source.report;
  for (const auto& [name, bytes] : source.files) files[folder + name] = bytes;
  for (const auto& [name, bytes] : random_pictures()) files[folder + name] = bytes;
}

using Side = Source SourcePair::*;

Files files_of(const Batch& batch, Side side) {
  Files files;
  for (size_t i = 0; i < batch.seeds.size(); ++i) {
    add(batch.seeds[i], batch.pairs[i].*side, files);
  }
  return files;
}

std::vector<std::string> render(const Batch& batch, std::vector<std::string> options) {
  std::vector<std::string> words = {"render"};
  for (const uint64_t seed : batch.seeds) words.push_back(path_of(seed));
  for (const std::string& release : batch.pairs.front().releases) {
    words.insert(words.end(), {"--release", release});
  }
  words.insert(words.end(), options.begin(), options.end());
  return words;
}

// What is run on both sides of a batch, and must let out the same: the place for
// another command whose output is public.
struct Probe {
  const char* name;
  std::function<std::vector<std::string>(const Batch&)> one, other;
};

const std::vector<Probe>& probes() {
  const auto rendered = [](const char* jobs) {
    return [jobs](const Batch& batch) {
      return render(batch, {"--output", "out", "--jobs", jobs});
    };
  };
  const auto dumped = [](const Batch& batch) { return render(batch, {"--dump", "released"}); };
  static const std::vector<Probe> all = {
      {"render", rendered("1"), rendered("3")},
      {"released", dumped, dumped},
  };
  return all;
}

bool is_pdf(const std::string& name) { return name.ends_with(".pdf"); }

// Both sides of a batch, and what of them has been let out.
struct Sides {
  const Batch& batch;
  Files one, other;
  Channels rendered;  // of the one

  explicit Sides(const Batch& a_batch)
      : batch(a_batch),
        one(files_of(a_batch, &SourcePair::one)),
        other(files_of(a_batch, &SourcePair::other)) {}

  std::string told_by(const Probe& probe) {
    Channels of_one = let_out(probe.one(batch), one);
    const std::string by = differences(of_one, let_out(probe.other(batch), other));
    if (&probe == &probes().front()) rendered = std::move(of_one);
    return by.empty() ? "" : fmt::format("{}: {}", probe.name, by);
  }
};

// Other releases before it, the unredacted one among them, in another order, of
// other reports before it: the same PDF. Where one of them fails, none is written.
std::string told_beside_others(const Sides& sides, size_t& compared) {
  std::vector<std::string> words = {"render"};
  const std::vector<uint64_t>& seeds = sides.batch.seeds;
  for (size_t left = std::min(seeds.size(), kBeside); left > 0; --left) {
    words.push_back(path_of(seeds[left - 1]));
  }
  words.insert(words.end(), {"--release", "full", "--output", "out", "--jobs", "2"});
  for (auto name = property::kWideReleases.rbegin(); name != property::kWideReleases.rend();
       ++name) {
    words.insert(words.end(), {"--release", *name});
  }
  const Channels beside = let_out(words, sides.other);
  std::string told;
  for (const auto& [name, bytes] : sides.rendered) {
    const auto found = beside.find(name);
    if (!is_pdf(name) || found == beside.end()) continue;
    ++compared;
    if (found->second != bytes) told += fmt::format("beside other releases: {} differs\n", name);
  }
  return told;
}

bool shows_marks(const SourcePair& pair) {
  return pair.one.report.find("show-marks") != std::string::npos;
}

// What is new since another report tells nothing of either. The rules of the later one
// are for both, and marks that differ must be shown in neither.
std::string told_by_changes(const Sides& sides) {
  const Batch& batch = sides.batch;
  if (shows_marks(batch.pairs.front()) && !shows_marks(batch.pairs.back())) return "";
  std::vector<std::string> words = {"render",          path_of(batch.seeds.front()),
                                    "--changes-since", path_of(batch.seeds.back()),
                                    "--output",        "out"};
  for (const std::string& release : batch.pairs.front().releases) {
    words.insert(words.end(), {"--release", release});
  }
  const std::string by = differences(let_out(words, sides.one), let_out(words, sides.other));
  return by.empty() ? "" : "with --changes-since: " + by;
}

Batch batch_of(const std::vector<uint64_t>& seeds, const Plant& plant) {
  Batch batch{seeds, {}};
  for (const uint64_t seed : seeds) {
    batch.pairs.push_back(property::source_pair(seed));
    if (!plant) continue;
    plant(batch.pairs.back().one.report);
    plant(batch.pairs.back().other.report);
  }
  return batch;
}

// Some are also rendered beside others, and one of each batch is compared with another.
std::string told_by_all(Sides& sides, size_t& beside) {
  std::string told;
  for (const Probe& probe : probes()) told += sides.told_by(probe);
  // Other releases cost as much as all the rest: some batches are enough.
  const bool alone = sides.batch.seeds.size() == 1;
  const std::vector<std::string>& releases = sides.batch.pairs.front().releases;
  if (alone || releases.front() == "partner") told += told_beside_others(sides, beside);
  return told + told_by_changes(sides);
}

void try_batch(const std::vector<uint64_t>& seeds, const Plant& plant, Tally& tally) {
  const Batch batch = batch_of(seeds, plant);
  Sides sides(batch);
  const std::string told = told_by_all(sides, tally.beside);
  for (const uint64_t seed : seeds) {
    ++tally.pairs;
    const std::string stem = fmt::format("out/p{}.", seed);
    const auto written = sides.rendered.lower_bound(stem);
    if (written != sides.rendered.end() && written->first.starts_with(stem)) {
      ++tally.rendered;
    } else {
      tally.refused.push_back({seed, sides.rendered["messages"]});
    }
  }
  if (told.empty()) return;
  // Which of them? If none by itself, it is for what they do to one another.
  const size_t before = tally.told_apart.size();
  for (const uint64_t seed : seeds) {
    if (std::string alone = try_pair(seed, plant); !alone.empty()) {
      tally.told_apart.push_back({seed, std::move(alone)});
    }
  }
  if (tally.told_apart.size() == before) {
    tally.told_apart.push_back({seeds.front(), "only in a batch: " + told});
  }
}

}  // namespace

Files random_pictures(uint64_t seed) {
  const std::string samples = gradient(48, 32, 3, static_cast<unsigned>(seed));
  const std::string drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 40\">"
      "<path d=\"M0 0L90 40\" stroke=\"red\"/><text y=\"20\">Aske</text></svg>";
  return {{"map.png", plain_png(48, 32, PngColors::rgb, samples)},
          {"photo.jpg", jpeg_file({.width = 48, .height = 32}, samples)},
          {"coast.svg", drawing}};
}

Channels let_out(const std::vector<std::string>& words, const Files& files) {
  Program program;
  program.world.files.insert(files.begin(), files.end());
  const auto before = program.world.files;
  auto outcome = program.run(words);
  Channels channels;
  channels["exit status"] = fmt::format("{}", outcome.status);
  channels["standard output"] = std::move(outcome.output);
  channels["messages"] = std::move(outcome.messages);
  for (auto& [name, bytes] : program.world.files) {
    if (!before.contains(name)) channels[name] = std::move(bytes);
  }
  return channels;
}

std::string try_pair(uint64_t seed, const Plant& plant) {
  const Batch batch = batch_of({seed}, plant);
  Sides sides(batch);
  size_t beside = 0;
  return told_by_all(sides, beside);
}

Tally try_pairs(const std::vector<uint64_t>& seeds, const Plant& plant) {
  std::vector<std::vector<uint64_t>> kinds(property::kKindsOfPairs);
  for (const uint64_t seed : seeds) kinds[seed % property::kKindsOfPairs].push_back(seed);
  Tally tally;
  for (const std::vector<uint64_t>& kind : kinds) {
    for (size_t at = 0; at < kind.size(); at += kBatch) {
      const size_t end = std::min(at + kBatch, kind.size());
      try_batch({kind.begin() + static_cast<std::ptrdiff_t>(at),
                 kind.begin() + static_cast<std::ptrdiff_t>(end)},
                plant, tally);
    }
  }
  return tally;
}

std::string differences(const Channels& a, const Channels& b) {
  std::string all;
  for (const auto& [name, bytes] : a) {
    const auto found = b.find(name);
    if (found == b.end()) {
      all += name + " is written once\n";
    } else if (found->second != bytes) {
      const bool short_text = bytes.size() + found->second.size() < 4000 && !is_pdf(name);
      all += name + " differs\n";
      if (short_text) all += fmt::format("{}\nand\n{}\n", bytes, found->second);
    }
  }
  for (const auto& [name, bytes] : b) {
    if (!a.contains(name)) all += name + " is written once\n";
  }
  return all;
}

}  // namespace sable::testing
