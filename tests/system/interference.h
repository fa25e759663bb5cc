// Non-interference (P1) of the whole program: two sources that differ only in what
// a release withholds give the same on every channel.
//
// In:  seeds of pairs (property/random_report.h).
// Out: the pairs that a release tells apart, and by which channel.
//
// Pairs go through the program in batches: one command renders several reports, so
// that fonts and templates are loaded once. That what a process did before has no say
// is part of the property; what is shared is what `sable render a.yaml b.yaml` shares.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "property/random_report.h"

namespace sable::testing {

using Files = std::map<std::string, std::string>;

// Everything that a command lets out, by the name of the channel: the exit status,
// standard output, messages, and each file that it writes.
using Channels = std::map<std::string, std::string>;

// Runs the program in memory, in a folder with these files and the pictures that
// random reports name.
Channels let_out(const std::vector<std::string>& words, const Files& files);

// The channels by which two runs can be told apart, one a line; empty if by none.
std::string differences(const Channels& a, const Channels& b);

// The pictures of random reports; `seed` changes those that are of pixels.
Files random_pictures(uint64_t seed = 0);

// A pair that is told apart, or that the program refuses.
struct Finding {
  uint64_t seed = 0;
  std::string what;
};

// What a number of pairs came to.
struct Tally {
  size_t pairs = 0;
  size_t rendered = 0;  // of them: all their releases
  size_t beside = 0;    // PDFs that were compared with ones made beside other releases
  std::map<std::string, size_t> registers;  // public ones that were made, by format
  std::map<std::string, size_t> drawn;      // rendered pairs that have it, by feature
  std::vector<Finding> told_apart;
  std::vector<Finding> refused;  // they say less: whether the messages are the same
};

// As many pairs as there are seeds, in batches of one kind of pair.
// `plant` makes a violation in the text of every report, for controls.
using Plant = std::function<void(std::string&)>;
Tally try_pairs(const std::vector<uint64_t>& seeds, const Plant& plant = {});

// A shorter way from the seed to the fault: what the pair is told apart by, alone.
std::string try_pair(uint64_t seed, const Plant& plant = {});

}  // namespace sable::testing
