#include "marking/level_system.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/spelling.h"

namespace sable::marking {

namespace {

constexpr const char* kBetweenWords = ", ";
constexpr const char* kNoWord = "NONE";  // of a list that nothing is left of

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
    const std::string near = verdict.marking ? std::string(spelling) : nearest(spelling);
    const Verdict meant = read(near, Form::any);
    if (!meant.valid()) return verdict;
    verdict.repair = form == Form::any ? near : spell(*meant.marking, form);
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
      meanings.push_back({spell(control, Form::banner), spell(control, Form::portion),
                          scheme_.controls[control.kind].meaning, scheme_.source});
    }
    return meanings;
  }

 private:
  Marking joined(const Marking& a, const Marking& b, std::vector<Reason>*) const override {
    Marking join;
    join.level = std::max(a.level, b.level);
    for (uint16_t kind = 0; kind < scheme_.controls.size(); ++kind) {
      const Control* of_a = find(a, kind);
      const Control* of_b = find(b, kind);
      if (of_a == nullptr && of_b == nullptr) continue;
      if (join.level > scheme_.controls[kind].highest_level) continue;
      const bool both = of_a != nullptr && of_b != nullptr;
      join.controls.push_back(both ? Control{kind, joined_words(*of_a, *of_b)}
                                   : *(of_a != nullptr ? of_a : of_b));
    }
    return join;
  }

  static const Control* find(const Marking& marking, uint16_t kind) {
    for (const Control& control : marking.controls) {
      if (control.kind == kind) return &control;
    }
    return nullptr;
  }

  std::vector<std::string> joined_words(const Control& a, const Control& b) const {
    std::vector<std::string> words;
    const auto out = std::back_inserter(words);
    if (scheme_.controls[a.kind].list == ListJoin::shared) {
      std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), out);
    } else {
      std::set_union(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), out);
    }
    return words;
  }

  std::string spell(const Control& control, Form form) const {
    const ControlRule& rule = scheme_.controls[control.kind];
    const std::string& name = form == Form::portion ? rule.portion : rule.banner;
    if (rule.list == ListJoin::no_list) return name;
    if (control.words.empty()) return fmt::format("{} {}", name, kNoWord);
    return fmt::format("{} {}", name, fmt::join(control.words, kBetweenWords));
  }

  std::string spell(const Marking& marking, Form form) const {
    const Level& level = levels().at(marking.level);
    std::string text = form == Form::portion ? level.portion : level.banner;
    std::string_view separator = scheme_.before_controls;
    for (const Control& control : marking.controls) {
      text += separator;
      text += spell(control, form);
      separator = scheme_.between_controls;
    }
    return text;
  }

  // The level's words and those of the controls. Both may have blanks: the longest level
  // that is spelt at the beginning counts.
  std::vector<std::string_view> parts_of(std::string_view spelling) const {
    size_t end = 0;
    for (const Level& level : levels()) {
      for (const std::string& name : {level.banner, level.portion}) {
        if (!spelling.starts_with(name)) continue;
        const bool ends = spelling.size() == name.size() ||
                          spelling.substr(name.size()).starts_with(scheme_.before_controls);
        if (ends) end = std::max(end, name.size());
      }
    }
    if (end == 0) end = std::min(spelling.find(scheme_.before_controls), spelling.size());
    std::vector<std::string_view> parts = {spelling.substr(0, end)};
    if (end == spelling.size()) return parts;
    for (std::string_view part :
         split(spelling.substr(end + scheme_.before_controls.size()), scheme_.between_controls)) {
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
      std::optional<Control> control = read_control(parts[i], form, verdict);
      if (!control) return verdict;
      marking.controls.push_back(std::move(*control));
    }
    std::sort(marking.controls.begin(), marking.controls.end());
    const auto same = [](const Control& a, const Control& b) { return a.kind == b.kind; };
    if (std::adjacent_find(marking.controls.begin(), marking.controls.end(), same) !=
        marking.controls.end()) {
      verdict.findings.push_back(
          {"SBL0506", "a control stands twice", scheme_.source, "take one of them out"});
      marking.controls.erase(std::unique(marking.controls.begin(), marking.controls.end(), same),
                             marking.controls.end());
    }
    check(marking, verdict);
    verdict.marking = std::move(marking);
    return verdict;
  }

  std::optional<Control> read_control(std::string_view part, Form form, Verdict& verdict) const {
    for (uint16_t kind = 0; kind < scheme_.controls.size(); ++kind) {
      const ControlRule& rule = scheme_.controls[kind];
      if (rule.list == ListJoin::no_list) {
        if (is_spelt(rule, part, form)) return Control{kind, {}};
        continue;
      }
      for (const std::string& name : {rule.banner, rule.portion}) {
        if (!part.starts_with(name) || part.substr(name.size()).substr(0, 1) != " " ||
            !is_spelt(rule, name, form)) {
          continue;
        }
        return read_words(kind, part.substr(name.size() + 1), verdict);
      }
    }
    unknown(verdict, "control", known_controls(form));
    return std::nullopt;
  }

  std::optional<Control> read_words(uint16_t kind, std::string_view list, Verdict& verdict) const {
    Control control{kind, {}};
    if (list == kNoWord && scheme_.controls[kind].list == ListJoin::shared) return control;
    for (const std::string_view word : split(list, kBetweenWords)) {
      const bool right = !word.empty() && word != kNoWord && word == without_blanks_around(word) &&
                         word.find(',') == word.npos;
      if (!right) {
        verdict.findings.push_back(
            {"SBL0507",
             fmt::format("the list behind {} is not right", scheme_.controls[kind].banner),
             scheme_.source, "write words with a comma and a blank between them"});
        return std::nullopt;
      }
      control.words.emplace_back(word);
    }
    std::sort(control.words.begin(), control.words.end());
    control.words.erase(std::unique(control.words.begin(), control.words.end()),
                        control.words.end());
    return control;
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
    for (const auto& [retired, meant] : scheme_.retired) {
      if (upper_case(spelling) == upper_case(retired)) return meant;
    }
    // A level may have the separator in its words.
    if (std::string level = nearest_name(without_brackets(spelling), levels()); !level.empty()) {
      return level;
    }
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
