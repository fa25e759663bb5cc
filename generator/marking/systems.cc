// The systems that come with the program.

#include "marking/cui_system.h"
#include "marking/level_system.h"
#include "marking/marking.h"
#include "marking/us_system.h"

namespace sable::marking {

namespace {

ControlRule control(std::string_view spelling, uint8_t lowest_level, std::string_view meaning) {
  ControlRule rule;
  rule.banner = std::string(spelling);
  rule.portion = rule.banner;
  rule.lowest_level = lowest_level;
  rule.meaning = std::string(meaning);
  return rule;
}

// C-M(2002)49: security classifications and special category designators.
LevelScheme nato() {
  constexpr uint8_t kConfidential = 2, kCosmic = 4;
  return {"nato",
          {{"NATO UNCLASSIFIED", "NU"},
           {"NATO RESTRICTED", "NR"},
           {"NATO CONFIDENTIAL", "NC"},
           {"NATO SECRET", "NS"},
           {"COSMIC TOP SECRET", "CTS"}},
          {control("ATOMAL", kConfidential, "atomic information"),
           control("BALK", kCosmic, "special access"),
           control("BOHEMIA", kCosmic, "signals intelligence")},
          " ",
          " ",
          "C-M(2002)49"};
}

// Handling instructions stand behind the marking; those with a name, such as
// "[ORGANISATION] USE ONLY", are not read.
LevelScheme uk() {
  constexpr uint8_t kSensitive = 1;
  constexpr std::string_view kInstruction = "handling instruction";
  return {"uk",
          {{"OFFICIAL", "O"}, {"OFFICIAL-SENSITIVE", "O-S"}, {"SECRET", "S"}, {"TOP SECRET", "TS"}},
          {control("COMMERCIAL", kSensitive, kInstruction),
           control("EMBARGOED", kSensitive, kInstruction),
           control("HMG USE ONLY", kSensitive, kInstruction),
           control("LOCSEN", kSensitive, kInstruction),
           control("ORGANISATIONAL USE ONLY", kSensitive, kInstruction),
           control("PERSONAL", kSensitive, kInstruction),
           control("RECIPIENTS ONLY", kSensitive, kInstruction),
           control("UK EYES ONLY", kSensitive, "for nationals of the United Kingdom")},
          " - ",
          " - ",
          "Government Security Classifications Policy, 2023"};
}

// The colours are those of the standard, on black.
LevelScheme tlp() {
  return {"tlp",
          {{"TLP:CLEAR", "TLP:CLEAR", "#FFFFFF"},
           {"TLP:GREEN", "TLP:GREEN", "#33FF00"},
           {"TLP:AMBER", "TLP:AMBER", "#FFC000"},
           {"TLP:AMBER+STRICT", "TLP:AMBER+STRICT", "#FFC000"},
           {"TLP:RED", "TLP:RED", "#FF2B2B"}},
          {},
          "//",
          "/",
          "FIRST TLP 2.0",
          {{"TLP:WHITE", "TLP:CLEAR"}, {"TLP:AMBER STRICT", "TLP:AMBER+STRICT"}},
          false};
}

// DoDI 5200.48: the banner is CUI alone; the designation block has the rest.
LevelScheme us_cui_dod() {
  return {.name = "us-cui-dod",
          .levels = {{"UNCLASSIFIED", "U", "#007a33"}, {"CUI", "CUI", "#502b85"}},
          .source = "DoDI 5200.48"};
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
  return {"us-ic", "us-dod", "us-cui", "us-cui-dod", "uk", "nato", "tlp", "corporate", "legacy"};
}

std::shared_ptr<const System> find_system(std::string_view name) {
  if (name == "us-ic") return make_us_system(us::Dialect::ic);
  if (name == "us-dod") return make_us_system(us::Dialect::dod);
  if (name == "us-cui") return make_cui_system();
  if (name == "us-cui-dod") return make_level_system(us_cui_dod());
  if (name == "nato") return make_level_system(nato());
  if (name == "uk") return make_level_system(uk());
  if (name == "tlp") return make_level_system(tlp());
  if (name == "corporate") return make_level_system(corporate());
  if (name == "legacy") return make_level_system(legacy());
  return nullptr;
}

}  // namespace sable::marking
