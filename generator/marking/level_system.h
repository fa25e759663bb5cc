// A marking system that is data: ordered levels, and controls that are there or not.
//
// In:  levels, controls and how they are spelt.
// Out: a System.
//
// Most systems are of this kind; those of the United States have a grammar of
// their own.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "marking/marking.h"

namespace sable::marking {

// Whether words stand behind a control, and how two lists are joined.
enum class ListJoin : uint8_t {
  no_list,
  united,  // the more words, the more is protected: projects
  shared   // the fewer words, the more is protected: those who may have it; none: NONE
};

struct ControlRule {
  std::string banner;           // "NOFORN"
  std::string portion;          // "NF"
  uint8_t lowest_level = 0;     // may not stand below this level
  uint8_t highest_level = 255;  // nor above this one: a join that is higher drops it
  std::string meaning = {};
  ListJoin list = ListJoin::no_list;
};

struct LevelScheme {
  std::string name;
  std::vector<Level> levels;  // lowest first
  std::vector<ControlRule> controls = {};
  std::string before_controls = "//";
  std::string between_controls = "/";
  std::string source = {};  // of its rules
  // Spellings that are wrong, and what is meant by them.
  std::vector<std::pair<std::string, std::string>> retired = {};
  bool ends_as_whole = true;
};

std::shared_ptr<const System> make_level_system(LevelScheme scheme);

}  // namespace sable::marking
