// The systems that come with the program.

#include "marking/level_system.h"
#include "marking/marking.h"
#include "marking/us_system.h"

namespace sable::marking {

namespace {

LevelScheme nato() {
  return {"nato",
          {{"NATO UNCLASSIFIED", "NU"},
           {"NATO RESTRICTED", "NR"},
           {"NATO CONFIDENTIAL", "NC"},
           {"NATO SECRET", "NS"},
           {"COSMIC TOP SECRET", "CTS"}}};
}

// Government Security Classifications Policy, 2023.
LevelScheme uk() {
  return {
      "uk",
      {{"OFFICIAL", "O"}, {"OFFICIAL-SENSITIVE", "O-S"}, {"SECRET", "S"}, {"TOP SECRET", "TS"}}};
}

// FIRST TLP 2.0.
LevelScheme tlp() {
  return {.name = "tlp",
          .levels = {{"TLP:CLEAR", "TLP:CLEAR"},
                     {"TLP:GREEN", "TLP:GREEN"},
                     {"TLP:AMBER", "TLP:AMBER"},
                     {"TLP:AMBER+STRICT", "TLP:AMBER+STRICT"},
                     {"TLP:RED", "TLP:RED"}},
          .ends_as_whole = false};
}

LevelScheme corporate() {
  return {
      .name = "corporate",
      .levels = {{"Public", "P"}, {"Internal", "I"}, {"Confidential", "C"}, {"Restricted", "R"}},
      .ends_as_whole = false};
}

// Spelt as reports spelt them before the `//` syntax.
LevelScheme legacy() {
  return {"legacy",
          {{"Unclassified", "U"}, {"Confidential", "C"}, {"Secret", "S"}, {"Top Secret", "TS"}}};
}

}  // namespace

std::vector<std::string> system_names() {
  return {"us-ic", "us-dod", "uk", "nato", "tlp", "corporate", "legacy"};
}

std::shared_ptr<const System> find_system(std::string_view name) {
  if (name == "us-ic") return make_us_system(us::Dialect::ic);
  if (name == "us-dod") return make_us_system(us::Dialect::dod);
  if (name == "nato") return make_level_system(nato());
  if (name == "uk") return make_level_system(uk());
  if (name == "tlp") return make_level_system(tlp());
  if (name == "corporate") return make_level_system(corporate());
  if (name == "legacy") return make_level_system(legacy());
  return nullptr;
}

}  // namespace sable::marking
