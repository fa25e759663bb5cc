// The program in memory: a world with the real templates and fonts, streams
// that end in strings.
#pragma once

#include <string>
#include <vector>

#include "base/world.h"
#include "cli/run.h"

namespace sable::cli::testing {

struct Outcome {
  int status = 0;
  std::string output;
  std::string messages;
};

class Program {
 public:
  // `home` is a folder of the world that holds templates/ and fonts/.
  Program();

  Outcome run(const std::vector<std::string>& words, const std::string& input = {});

  base::MemoryWorld world;
  bool terminal = false;
  std::string home = "/sable";
};

// The bytes of a file of the machine; fails the test if there is none.
std::string bytes_of(const std::string& path);

// A report that every stage accepts: `secret` stands inside a span that the
// release public withholds, and that full shows.
std::string report_with(const std::string& secret);

}  // namespace sable::cli::testing
