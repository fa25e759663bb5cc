#include "marking/marking.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace sable::marking {

namespace {

using base::Fault;

std::string_view without_parentheses(std::string_view spelling) {
  if (spelling.size() >= 2 && spelling.front() == '(' && spelling.back() == ')') {
    spelling.remove_prefix(1);
    spelling.remove_suffix(1);
  }
  return spelling;
}

// Parts between '/', where "//" separates categories and "/" the entries of one.
std::vector<std::string_view> parts_of(std::string_view spelling) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t slash = spelling.find('/');
    parts.push_back(spelling.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    spelling.remove_prefix(slash + 1);
    if (parts.size() == 1 && spelling.starts_with('/')) spelling.remove_prefix(1);
  }
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// Of names with a banner and a portion spelling, that which `word` comes near; empty
// if none. Two letters are near to everything, so that they have to be the same.
template <typename Name>
std::string nearest_name(std::string_view word, const std::vector<Name>& names) {
  constexpr size_t kShortest = 3;
  const std::string lower = lower_case(word);
  std::vector<std::string> lowered;
  std::vector<std::string> spelt;
  for (const Name& name : names) {
    for (const std::string& spelling : {name.banner, name.portion}) {
      if (lower_case(spelling) == lower) return spelling;
      if (spelling.size() < kShortest) continue;
      lowered.push_back(lower_case(spelling));
      spelt.push_back(spelling);
    }
  }
  const std::string* near = base::nearest(lower, lowered);
  return near != nullptr ? spelt[static_cast<size_t>(near - lowered.data())] : std::string();
}

base::Diagnostic unknown(const std::string& system, const char* what, std::string help) {
  return base::error_without_place(
      Fault::input, "SBL0500",
      fmt::format("this marking's {} is not one of the system {}", what, system), std::move(help));
}

// IC Markings Register and Manual, 31 December 2016, D.1 (levels), H (dissemination).
System us_ic(std::string name) {
  return System(
      std::move(name),
      {{"UNCLASSIFIED", "U"}, {"CONFIDENTIAL", "C"}, {"SECRET", "S"}, {"TOP SECRET", "TS"}},
      {{"RSEN", "RS", 2},
       {"ORCON", "OC", 1},
       {"IMCON", "IMC", 2},
       {"NOFORN", "NF", 0},
       {"PROPIN", "PR", 0},
       {"FISA", "FISA", 0}});
}

}  // namespace

System::System(std::string name, std::vector<Level> levels, std::vector<Control> controls)
    : name_(std::move(name)), levels_(std::move(levels)), controls_(std::move(controls)) {}

base::Result<Marking> System::parse(std::string_view spelling) const {
  const std::vector<std::string_view> parts = parts_of(without_parentheses(spelling));
  const auto level = std::find_if(levels_.begin(), levels_.end(), [&](const Level& l) {
    return l.banner == parts[0] || l.portion == parts[0];
  });
  if (level == levels_.end()) {
    std::string known;
    for (const Level& l : levels_) {
      known += fmt::format("{}{} ({})", known.empty() ? "" : ", ", l.portion, l.banner);
    }
    return base::fail(unknown(name_, "level", "levels are " + known));
  }
  Marking marking;
  marking.level = static_cast<uint8_t>(level - levels_.begin());
  for (size_t i = 1; i < parts.size(); ++i) {
    const auto control = std::find_if(controls_.begin(), controls_.end(), [&](const Control& c) {
      return c.banner == parts[i] || c.portion == parts[i];
    });
    if (control == controls_.end()) {
      std::string known;
      for (const Control& c : controls_)
        known += fmt::format("{}{}", known.empty() ? "" : ", ", c.portion);
      return base::fail(unknown(name_, "control",
                                known.empty() ? "this system has none" : "controls are " + known));
    }
    if (marking.level < control->lowest_level) {
      return base::fail(
          base::error_without_place(Fault::input, "SBL0501",
                                    fmt::format("{} may not stand below {}", control->banner,
                                                levels_[control->lowest_level].banner),
                                    "raise the level or drop the control"));
    }
    marking.controls |= 1u << (control - controls_.begin());
  }
  return marking;
}

std::string System::meant(std::string_view spelling) const {
  const std::vector<std::string_view> parts = parts_of(without_parentheses(spelling));
  std::string meant = nearest_name(parts[0], levels_);
  const char* separator = "//";
  for (size_t i = 1; i < parts.size() && !meant.empty(); ++i) {
    const std::string control = nearest_name(parts[i], controls_);
    if (control.empty()) return {};
    meant += separator + control;
    separator = "/";
  }
  return !meant.empty() && parse(meant) ? meant : std::string();
}

Marking System::join(Marking a, Marking b) const {
  return {std::max(a.level, b.level), a.controls | b.controls};
}

bool System::dominates(Marking a, Marking b) const { return join(a, b) == a; }

std::string System::banner(Marking marking) const {
  std::string text = levels_.at(marking.level).banner;
  const char* separator = "//";
  for (size_t i = 0; i < controls_.size(); ++i) {
    if ((marking.controls >> i & 1) == 0) continue;
    text += separator + controls_[i].banner;
    separator = "/";
  }
  return text;
}

std::string System::portion(Marking marking) const {
  std::string text = levels_.at(marking.level).portion;
  const char* separator = "//";
  for (size_t i = 0; i < controls_.size(); ++i) {
    if ((marking.controls >> i & 1) == 0) continue;
    text += separator + controls_[i].portion;
    separator = "/";
  }
  return text;
}

std::vector<std::string> system_names() {
  return {"us-ic", "us-dod", "uk", "nato", "tlp", "corporate", "legacy"};
}

std::shared_ptr<const System> find_system(std::string_view name) {
  const std::string key(name);
  if (name == "us-ic" || name == "us-dod") return std::make_shared<System>(us_ic(key));
  // Spelt as reports spelt them before the `//` syntax.
  if (name == "legacy") {
    return std::make_shared<System>(
        key,
        std::vector<Level>{
            {"Unclassified", "U"}, {"Confidential", "C"}, {"Secret", "S"}, {"Top Secret", "TS"}},
        std::vector<Control>{});
  }
  // Government Security Classifications Policy, 2023.
  if (name == "uk") {
    return std::make_shared<System>(key,
                                    std::vector<Level>{{"OFFICIAL", "O"},
                                                       {"OFFICIAL-SENSITIVE", "O-S"},
                                                       {"SECRET", "S"},
                                                       {"TOP SECRET", "TS"}},
                                    std::vector<Control>{});
  }
  if (name == "nato") {
    return std::make_shared<System>(key,
                                    std::vector<Level>{{"NATO UNCLASSIFIED", "NU"},
                                                       {"NATO RESTRICTED", "NR"},
                                                       {"NATO CONFIDENTIAL", "NC"},
                                                       {"NATO SECRET", "NS"},
                                                       {"COSMIC TOP SECRET", "CTS"}},
                                    std::vector<Control>{});
  }
  // FIRST TLP 2.0.
  if (name == "tlp") {
    return std::make_shared<System>(key,
                                    std::vector<Level>{{"TLP:CLEAR", "TLP:CLEAR"},
                                                       {"TLP:GREEN", "TLP:GREEN"},
                                                       {"TLP:AMBER", "TLP:AMBER"},
                                                       {"TLP:AMBER+STRICT", "TLP:AMBER+STRICT"},
                                                       {"TLP:RED", "TLP:RED"}},
                                    std::vector<Control>{});
  }
  if (name == "corporate") {
    return std::make_shared<System>(
        key,
        std::vector<Level>{
            {"Public", "P"}, {"Internal", "I"}, {"Confidential", "C"}, {"Restricted", "R"}},
        std::vector<Control>{});
  }
  return nullptr;
}

}  // namespace sable::marking
