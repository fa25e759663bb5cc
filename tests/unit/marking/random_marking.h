// Random valid markings of the United States.
//
// In:  a seed.
// Out: spellings that the system accepts as they are.
#pragma once

#include <random>
#include <string>

#include "marking/marking.h"

namespace sable::marking::testing {

class RandomMarkings {
 public:
  RandomMarkings(const System& system, uint64_t seed) : system_(system), random_(seed) {}

  // A valid marking; drawn again until the rules accept it.
  Marking next();

 private:
  uint32_t below(uint32_t count) { return static_cast<uint32_t>(random_() % count); }
  bool once_in(uint32_t count) { return below(count) == 0; }
  std::string countries(const char* separator, const char* first);
  std::string level();
  std::string segment(const std::vector<std::string>& tokens);
  std::string draw();

  const System& system_;
  std::mt19937_64 random_;
};

}  // namespace sable::marking::testing
