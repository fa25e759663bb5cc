#include "marking/us_spell.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/us_value.h"

namespace sable::marking::us {

namespace {

constexpr std::array<LevelName, 4> kLevels = {
    {{"UNCLASSIFIED", "U"}, {"CONFIDENTIAL", "C"}, {"SECRET", "S"}, {"TOP SECRET", "TS"}}};
constexpr std::array<LevelName, 4> kNatoLevels = {{{"NATO UNCLASSIFIED", "NU"},
                                                   {"NATO CONFIDENTIAL", "NC"},
                                                   {"NATO SECRET", "NS"},
                                                   {"COSMIC TOP SECRET", "CTS"}}};

std::string_view in_form(LevelName name, Form form) {
  return form == Form::portion ? name.portion : name.banner;
}

// Paths "SI", "SI-G", "SI-G ABCD", "TK" as "SI-G ABCD/TK".
std::string spell_paths(const Words& paths) {
  std::string text;
  for (const std::string& path : paths) {
    const size_t hyphen = path.find('-');
    if (hyphen == std::string::npos) {
      if (!text.empty()) text += '/';
      text += path;
      continue;
    }
    const size_t blank = path.find(' ', hyphen);
    text += path.substr(blank == std::string::npos ? hyphen : blank);
  }
  return text;
}

// "RD-CNWDI-SIGMA 4 14".
std::string spell_nuclear(const Control& control, Form form, Dialect dialect) {
  std::string text(entry(control.kind).banner);
  bool has_sigma = false;
  for (const std::string& word : control.words) {
    const size_t blank = word.find(' ');
    if (blank == std::string::npos) {
      text += dialect == Dialect::dod ? "-N" : "-CNWDI";
      continue;
    }
    if (!has_sigma) text += form == Form::portion ? "-SG" : "-SIGMA";
    has_sigma = true;
    text += ' ';
    text += word.substr(word.find_first_not_of('0', blank + 1));
  }
  return text;
}

std::string spell_release(const Words& countries) {
  if (countries == Words{kAsBanner}) return "REL";
  return fmt::format("REL TO USA{}{}", countries.empty() ? "" : ", ", fmt::join(countries, ", "));
}

}  // namespace

LevelName level_name(uint8_t level) { return kLevels.at(level); }

LevelName nato_level_name(uint8_t level, bool restricted) {
  return restricted ? LevelName{"NATO RESTRICTED", "NR"} : kNatoLevels.at(level);
}

std::string spell_level(const Marking& marking, Form form) {
  const bool restricted = has(marking, kRestricted);
  const std::string_view level =
      in_form(restricted ? LevelName{"RESTRICTED", "R"} : level_name(marking.level), form);
  const Words owners = words_of(marking, kOwner);
  if (owners.empty()) return std::string(level);
  if (owners.front() == kNato) {
    return fmt::format("//{}", in_form(nato_level_name(marking.level, restricted), form));
  }
  if (owners.front() != kJoint) return fmt::format("//{} {}", owners.front(), level);
  return fmt::format("//JOINT {} {}", level, fmt::join(owners.begin() + 1, owners.end(), " "));
}

std::string spell(const Control& control, Form form, Dialect dialect) {
  const Entry& it = entry(control.kind);
  switch (it.kind) {
    case kSci:
      return spell_paths(control.words);
    case kSap:
      return fmt::format("SAR-{}", spell_paths(control.words));
    case kRd:
    case kFrd:
      return spell_nuclear(control, form, dialect);
    case kFgi:
      return fmt::format("FGI{}{}", control.words.empty() ? "" : " ",
                         fmt::join(control.words, " "));
    case kRelTo:
      return spell_release(control.words);
    case kEyes:
      if (control.words == Words{kAsBanner}) return "EYES";
      return fmt::format("USA/{} EYES ONLY", fmt::join(control.words, "/"));
    case kDisplayOnly:
      return fmt::format("DISPLAY ONLY {}", fmt::join(control.words, ", "));
    case kAccm:
      return fmt::format("ACCM-{}", fmt::join(control.words, "/"));
    default:
      return std::string(form == Form::portion ? it.portion : it.banner);
  }
}

std::string spell(const Marking& marking, Form form, Dialect dialect) {
  std::string text = spell_level(marking, form);
  Category last = Category::owner;
  for (const Control& control : marking.controls) {
    const Category category = entry(control.kind).category;
    if (category == Category::owner) continue;
    text += category == last ? "/" : "//";
    text += spell(control, form, dialect);
    last = category;
  }
  return text;
}

}  // namespace sable::marking::us
