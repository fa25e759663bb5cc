#include "random_marking.h"

#include <vector>

#include <gtest/gtest.h>

namespace sable::marking::testing {

namespace {

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

}  // namespace

// Trigraphs before groups, each in order.
std::string RandomMarkings::countries(const char* separator, const char* first) {
  static const std::vector<std::string> kTrigraphs = {"AUS", "CAN", "DEU", "FRA", "GBR", "NZL"};
  std::vector<std::string> words;
  if (*first != '\0') words.emplace_back(first);
  const bool group = once_in(4);
  for (const std::string& code : kTrigraphs) {
    const bool covered = group && code != "DEU" && code != "FRA";
    if (!covered && once_in(3)) words.push_back(code);
  }
  if (group) words.emplace_back("FVEY");
  if (once_in(6)) words.emplace_back("NATO");
  if (words.size() == (*first != '\0' ? 1u : 0u)) words.emplace_back("GBR");
  return joined(words, separator);
}

std::string RandomMarkings::level() {
  static const char* kLevels[] = {"UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"};
  const std::string level = kLevels[below(4)];
  switch (below(16)) {
    case 0:
      return "//CAN " + std::string(once_in(3) ? "RESTRICTED" : level);
    case 1:
      return "//DEU " + std::string(once_in(3) ? "RESTRICTED" : level);
    case 2:
      return level == "TOP SECRET" ? "//COSMIC TOP SECRET"
                                   : "//NATO " + (once_in(4) ? std::string("RESTRICTED") : level);
    case 3:
      return "//JOINT " + level + " CAN USA";
    case 4:
      return "//JOINT " + level + " GBR USA";
    default:
      return level;
  }
}

std::string RandomMarkings::segment(const std::vector<std::string>& tokens) {
  std::vector<std::string> drawn;
  for (const std::string& token : tokens) {
    if (once_in(static_cast<uint32_t>(tokens.size()) + 2)) drawn.push_back(token);
  }
  return drawn.empty() ? "" : "//" + joined(drawn, "/");
}

std::string RandomMarkings::draw() {
  std::string text = level();
  if (once_in(3)) {
    text += segment({once_in(2) ? "HCS" : "HCS-P",
                     once_in(3)   ? "SI"
                     : once_in(2) ? "SI-G ABCD DEFG-MMM AACD"
                                  : "SI-X",
                     "TK"});
  }
  if (once_in(8)) {
    static const char* kPrograms[] = {"SAR-BP", "SAR-BP-J12 J54-K15", "SAR-CD/GB", "SAR-AA/TC",
                                      "SAR-MULTIPLE PROGRAMS"};
    text += "//" + std::string(kPrograms[below(5)]);
    if (once_in(5)) text += "//WAIVED";
  }
  if (once_in(6)) {
    static const char* kNuclear[] = {"RD",       "RD-SIGMA 1 20", "FRD",    "FRD-SIGMA 14", "TFNI",
                                     "DOD UCNI", "DOE UCNI",      "ATOMAL", "RD-SIGMA 2"};
    text += "//" + std::string(kNuclear[below(9)]);
  }
  if (once_in(5)) text += once_in(4) ? "//FGI" : "//FGI " + countries(" ", "");
  if (!once_in(3)) {
    std::vector<std::string> dissem = {"RSEN", "FOUO", "ORCON", "ORCON-USGOV", "IMCON"};
    switch (below(6)) {
      case 0:
        dissem.emplace_back("NOFORN");
        break;
      case 1:
      case 2:
        dissem.push_back("REL TO " + countries(", ", "USA"));
        break;
      default:
        break;
    }
    if (once_in(4)) dissem.emplace_back("RELIDO");
    if (once_in(8)) dissem.push_back("USA/AUS/GBR EYES ONLY");
    dissem.emplace_back("DEA SENSITIVE");
    dissem.emplace_back("FISA");
    if (once_in(4)) dissem.push_back("DISPLAY ONLY " + countries(", ", ""));
    text += segment(dissem);
  }
  if (once_in(5)) {
    text += segment({"LIMDIS", "EXDIS", "NODIS", "SBU", "SBU NOFORN", "LES", "LES NOFORN", "SSI"});
  }
  return text;
}

Marking RandomMarkings::next() {
  constexpr int kMostDraws = 10000;
  for (int i = 0; i < kMostDraws; ++i) {
    const std::string text = draw();
    Verdict verdict = system_.examine(text, Form::banner);
    if (verdict.valid()) return std::move(*verdict.marking);
    // Demands that are met by adding what they demand.
    if (!verdict.repair.empty()) {
      Verdict repaired = system_.examine(verdict.repair, Form::banner);
      if (repaired.valid()) return std::move(*repaired.marking);
    }
  }
  ADD_FAILURE() << "no valid marking is drawn";
  return {};
}

}  // namespace sable::marking::testing
