#include "interference.h"

#include <algorithm>
#include <array>
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

// One report of the batch, through one release: a register is of one.
std::vector<std::string> public_register(const Batch& batch, const char* format) {
  const uint64_t chosen = batch.seeds.front() / property::kKindsOfPairs;
  const std::vector<std::string>& releases = batch.pairs.front().releases;
  return {"log",       path_of(batch.seeds[chosen % batch.seeds.size()]),
          "--release", releases[chosen % releases.size()],
          "--public",  "--format",
          format,      "--output",
          "-"};
}

// What is run on both sides of a batch, and must let out the same: the place for
// another command whose output is public.
struct Probe {
  const char* name;
  std::function<std::vector<std::string>(const Batch&)> one, other;
  bool in_turn = false;  // a batch of several pairs has one of these
};

const std::vector<Probe>& probes() {
  const auto rendered = [](const char* jobs) {
    return [jobs](const Batch& batch) {
      return render(batch, {"--output", "out", "--jobs", jobs});
    };
  };
  const auto dumped = [](const Batch& batch) { return render(batch, {"--dump", "released"}); };
  const auto logged = [](const char* format) {
    return [format](const Batch& batch) { return public_register(batch, format); };
  };
  static const std::vector<Probe> all = {
      {"render", rendered("1"), rendered("3")},
      {"released", dumped, dumped},
      {"table", logged("table"), logged("table"), true},
      {"csv", logged("csv"), logged("csv"), true},
      {"json", logged("json"), logged("json"), true},
      {"pdf", logged("pdf"), logged("pdf"), true},
  };
  return all;
}

// Of those in turn, the one that it is the batch's turn for.
bool is_due(const Probe& probe, const Batch& batch) {
  if (!probe.in_turn || batch.seeds.size() == 1) return true;
  std::vector<const Probe*> turns;
  for (const Probe& one : probes()) {
    if (one.in_turn) turns.push_back(&one);
  }
  return &probe == turns[batch.seeds.front() % turns.size()];
}

// What reports can have that changes how they are withheld from.
constexpr std::array<const char*, 21> kFeatures = {"decisions: ",       "approval: two-person",
                                                   "as-of: ",           "status: approved",
                                                   "status: referred",  "status: appealed",
                                                   "status: released",  "justification: ",
                                                   "review: true",      "review: foia",
                                                   "consultation: ",    "outline-new: true",
                                                   "supersedes: foia",  "report: earlier.yaml",
                                                   "withheld-as: omit", "clearance: ",
                                                   "half page",         "statute: ",
                                                   "statutes: ",        "withhold: [foia, 25x",
                                                   "house-1]"};

void count_features(const Source& source, Tally& tally) {
  for (const char* feature : kFeatures) {
    const auto has = [&](const std::string& text) { return text.find(feature) != text.npos; };
    const bool drawn =
        has(source.report) || std::any_of(source.files.begin(), source.files.end(),
                                          [&](const auto& file) { return has(file.second); });
    tally.drawn[feature] += drawn ? 1 : 0;
  }
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

  std::string told_by(const Probe& probe, Tally& tally) {
    Channels of_one = let_out(probe.one(batch), one);
    const std::string by = differences(of_one, let_out(probe.other(batch), other));
    if (probe.in_turn && of_one["exit status"] == "0") ++tally.registers[probe.name];
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
  words.insert(words.end(), {"--output", "out", "--jobs", "2"});
  for (const char* name : property::kPrivateReleases) {
    words.insert(words.end(), {"--release", name});
  }
  // Without those that leave out: they refuse a report with references.
  for (const char* name : {"appeal", "closed", "partner", "foia"}) {
    words.insert(words.end(), {"--release", name});
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

bool has(const SourcePair& pair, std::string_view what) {
  return pair.one.report.find(what) != std::string::npos;
}

// What is new since another report tells nothing of either. The rules of the later one
// are for both: marks that differ must be shown in neither, and what two persons must
// have approved be so in both.
std::string told_by_changes(const Sides& sides) {
  const Batch& batch = sides.batch;
  for (const char* rule : {"show-marks", "approval: two-person"}) {
    if (has(batch.pairs.front(), rule) && !has(batch.pairs.back(), rule)) return "";
  }
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
std::string told_by_all(Sides& sides, Tally& tally) {
  std::string told;
  for (const Probe& probe : probes()) {
    if (is_due(probe, sides.batch)) told += sides.told_by(probe, tally);
  }
  // Other releases cost as much as all the rest: some batches are enough.
  const bool alone = sides.batch.seeds.size() == 1;
  const std::vector<std::string>& releases = sides.batch.pairs.front().releases;
  if (alone || releases.front() == "partner") told += told_beside_others(sides, tally.beside);
  return told + told_by_changes(sides);
}

void try_batch(const std::vector<uint64_t>& seeds, const Plant& plant, Tally& tally) {
  const Batch batch = batch_of(seeds, plant);
  Sides sides(batch);
  const std::string told = told_by_all(sides, tally);
  for (size_t i = 0; i < seeds.size(); ++i) {
    const uint64_t seed = seeds[i];
    ++tally.pairs;
    const std::string stem = fmt::format("out/p{}.", seed);
    const auto written = sides.rendered.lower_bound(stem);
    if (written != sides.rendered.end() && written->first.starts_with(stem)) {
      ++tally.rendered;
      count_features(batch.pairs[i].one, tally);
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
  Tally tally;
  return told_by_all(sides, tally);
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
