// The program, but for its process: one call is one command.
//
// In:  the words behind the program's name, a World, three streams.
// Out: an exit status; files, standard output and messages.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "base/world.h"

namespace sable::cli {

struct Streams {
  std::FILE* input = nullptr;
  std::FILE* output = nullptr;
  std::FILE* messages = nullptr;
  bool terminal = false;         // `messages` is one
  bool colors = false;           // and may be coloured
  bool output_terminal = false;  // `output` is one
};

struct Surroundings {
  Streams streams;
  std::string home;            // SABLE_HOME, or empty
  std::string program_folder;  // where the running program stands
  unsigned threads = 1;        // that the machine runs at once
  std::string svg_program;     // the program that draws SVG
};

int run(const std::vector<std::string>& words, base::World& world,
        const Surroundings& surroundings);

}  // namespace sable::cli
