#include "marking/level_system.h"

#include <algorithm>

#include <fmt/format.h>

#include "marking/spelling.h"

namespace sable::marking {

namespace {

// Of names with a banner and a portion spelling, that which `word` comes near; empty
// if none.
template <typename Name>
std::string nearest_name(std::string_view word, const std::vector<Name>& names) {
  std::vector<std::string> spelt;
  for (const Name& name : names) {
    spelt.push_back(name.banner);
    spelt.push_back(name.portion);
  }
  return nearest_spelling(word, spelt);
}

class LevelSystem : public System {
 public:
  explicit LevelSystem(LevelScheme scheme)
      : System(scheme.name, scheme.levels), scheme_(std::move(scheme)) {}

  Verdict examine(std::string_view spelling, Form form) const override {
    Verdict verdict = read(spelling, form);
    if (verdict.valid()) return verdict;
    const std::string near =
        verdict.marking && form != Form::any ? spell(*verdict.marking, form) : nearest(spelling);
    if (!near.empty() && read(near, form).valid()) verdict.repair = near;
    return verdict;
  }

  std::string banner(const Marking& marking) const override { return spell(marking, Form::banner); }
  std::string portion(const Marking& marking) const override {
    return spell(marking, Form::portion);
  }

  bool marks_ends_as_whole() const override { return scheme_.ends_as_whole; }

  std::vector<Meaning> explain(const Marking& marking) const override {
    const Level& level = levels().at(marking.level);
    std::vector<Meaning> meanings = {
        {level.banner, level.portion,
         fmt::format("level {} of {}, counted from the lowest", marking.level + 1, levels().size()),
         scheme_.source}};
    for (const Control& control : marking.controls) {
      const ControlRule& rule = scheme_.controls[control.kind];
      meanings.push_back({rule.banner, rule.portion, rule.meaning, scheme_.source});
    }
    return meanings;
  }

 private:
  Marking joined(const Marking& a, const Marking& b, std::vector<Reason>*) const override {
    Marking join;
    join.level = std::max(a.level, b.level);
    std::set_union(a.controls.begin(), a.controls.end(), b.controls.begin(), b.controls.end(),
                   std::back_inserter(join.controls));
    return join;
  }

  std::string spell(const Marking& marking, Form form) const {
    const Level& level = levels().at(marking.level);
    std::string text = form == Form::portion ? level.portion : level.banner;
    std::string_view separator = scheme_.before_controls;
    for (const Control& control : marking.controls) {
      const ControlRule& rule = scheme_.controls[control.kind];
      text += separator;
      text += form == Form::portion ? rule.portion : rule.banner;
      separator = scheme_.between_controls;
    }
    return text;
  }

  // The level's word and those of the controls.
  std::vector<std::string_view> parts_of(std::string_view spelling) const {
    const size_t first = spelling.find(scheme_.before_controls);
    std::vector<std::string_view> parts = {spelling.substr(0, first)};
    if (first == std::string_view::npos) return parts;
    for (std::string_view part :
         split(spelling.substr(first + scheme_.before_controls.size()), scheme_.between_controls)) {
      parts.push_back(part);
    }
    return parts;
  }

  template <typename Name>
  static bool is_spelt(const Name& name, std::string_view word, Form form) {
    return (form != Form::portion && name.banner == word) ||
           (form != Form::banner && name.portion == word);
  }

  Verdict read(std::string_view spelling, Form form) const {
    Verdict verdict;
    const std::vector<std::string_view> parts =
        parts_of(form == Form::banner ? spelling : without_brackets(spelling));
    const auto level = std::find_if(levels().begin(), levels().end(),
                                    [&](const Level& l) { return is_spelt(l, parts[0], form); });
    if (level == levels().end()) {
      unknown(verdict, "level", fmt::format("levels are {}", known_levels(form)));
      return verdict;
    }
    Marking marking;
    marking.level = static_cast<uint8_t>(level - levels().begin());
    for (size_t i = 1; i < parts.size(); ++i) {
      const auto control =
          std::find_if(scheme_.controls.begin(), scheme_.controls.end(),
                       [&](const ControlRule& rule) { return is_spelt(rule, parts[i], form); });
      if (control == scheme_.controls.end()) {
        unknown(verdict, "control", known_controls(form));
        return verdict;
      }
      marking.controls.push_back({static_cast<uint16_t>(control - scheme_.controls.begin()), {}});
    }
    std::sort(marking.controls.begin(), marking.controls.end());
    marking.controls.erase(std::unique(marking.controls.begin(), marking.controls.end()),
                           marking.controls.end());
    check(marking, verdict);
    verdict.marking = std::move(marking);
    return verdict;
  }

  void check(const Marking& marking, Verdict& verdict) const {
    for (const Control& control : marking.controls) {
      const ControlRule& rule = scheme_.controls[control.kind];
      if (marking.level < rule.lowest_level) {
        verdict.findings.push_back({"SBL0501",
                                    fmt::format("{} may not stand below {}", rule.banner,
                                                levels()[rule.lowest_level].banner),
                                    scheme_.source, "raise the level or drop the control"});
      }
      if (marking.level > rule.highest_level) {
        verdict.findings.push_back({"SBL0501",
                                    fmt::format("{} may not stand above {}", rule.banner,
                                                levels()[rule.highest_level].banner),
                                    scheme_.source, "lower the level or drop the control"});
      }
      for (const Control& other : marking.controls) {
        const std::string& banner = scheme_.controls[other.kind].banner;
        if (std::find(rule.excludes.begin(), rule.excludes.end(), banner) == rule.excludes.end()) {
          continue;
        }
        verdict.findings.push_back(
            {"SBL0505", fmt::format("{} and {} exclude each other", rule.banner, banner),
             scheme_.source, "keep one of them"});
      }
    }
  }

  void unknown(Verdict& verdict, const char* what, std::string help) const {
    verdict.findings.push_back(
        {"SBL0500", fmt::format("this marking's {} is not one of the system {}", what, name()),
         scheme_.source, std::move(help)});
  }

  std::string known_levels(Form form) const {
    std::string known;
    for (const Level& level : levels()) {
      known += fmt::format("{}{}", known.empty() ? "" : ", ",
                           form == Form::banner    ? level.banner
                           : form == Form::portion ? level.portion
                           : level.portion == level.banner
                               ? level.banner
                               : fmt::format("{} ({})", level.portion, level.banner));
    }
    return known;
  }

  std::string known_controls(Form form) const {
    if (scheme_.controls.empty()) return "this system has none";
    std::string known;
    for (const ControlRule& control : scheme_.controls) {
      known += fmt::format("{}{}", known.empty() ? "controls are " : ", ",
                           form == Form::banner ? control.banner : control.portion);
    }
    return known;
  }

  // The spelling of this system that a wrong one comes near.
  std::string nearest(std::string_view spelling) const {
    const std::vector<std::string_view> parts = parts_of(without_brackets(spelling));
    std::string near = nearest_name(parts[0], levels());
    std::string_view separator = scheme_.before_controls;
    for (size_t i = 1; i < parts.size() && !near.empty(); ++i) {
      const std::string control = nearest_name(parts[i], scheme_.controls);
      if (control.empty()) return {};
      near += separator;
      near += control;
      separator = scheme_.between_controls;
    }
    return near;
  }

  LevelScheme scheme_;
};

}  // namespace

std::shared_ptr<const System> make_level_system(LevelScheme scheme) {
  return std::make_shared<LevelSystem>(std::move(scheme));
}

}  // namespace sable::marking
