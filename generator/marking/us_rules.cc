#include "marking/us_rules.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/us_spell.h"
#include "marking/us_value.h"

namespace sable::marking::us {

namespace {

constexpr const char* kNonUs = "IC Markings Manual 2016, Non-US Protective Markings";
constexpr const char* kJointPart = "IC Markings Manual 2016, JOINT Classification Markings";
constexpr const char* kDodNato = "DoDM 5200.01 v2, encl. 4, 4.b";
constexpr const char* kDodJoint = "DoDM 5200.01 v2, encl. 4, 5";

struct Floor {
  Kind kind;
  std::string_view word;
  uint8_t lowest;
  std::string_view name;
  bool in_dod;  // as well as in the intelligence community
};
constexpr Floor kFloors[] = {{kSci, "SI-G", kTopSecret, "SI-G", false},
                             {kSci, "TK", kSecret, "TK", true},
                             {kSci, "HCS", kSecret, "HCS", true},
                             {kRd, "CNWDI", kSecret, "CNWDI", false}};

class Rules {
 public:
  Rules(const Marking& marking, Dialect dialect) : it_(marking), dialect_(dialect) {}

  std::vector<Finding> broken() {
    levels();
    floors();
    for (const Exclusion& one : exclusions(dialect_)) {
      if (has(it_, one.one) && has(it_, one.other)) {
        add("SBL0505",
            fmt::format("{} and {} exclude each other", entry(one.one).banner,
                        entry(one.other).banner),
            one.source, "keep one of them");
      }
    }
    for (const Demand& demand : demands(dialect_)) demanded(demand);
    said_already();
    shown_already();
    owners();
    programs();
    return std::move(findings_);
  }

 private:
  bool dod() const { return dialect_ == Dialect::dod; }

  void add(std::string code, std::string message, std::string_view source, std::string help) {
    findings_.push_back(
        {std::move(code), std::move(message), std::string(source), std::move(help)});
  }

  uint8_t highest(const Entry& entry) const {
    // The Department of Defense lets them stand in classified documents.
    const bool stays = entry.kind == kLimdis || entry.kind == kSbuNoforn;
    return stays && !dod() ? kUnclassified : entry.highest;
  }

  void levels() {
    for (const Control& control : it_.controls) {
      const Entry& rule = entry(control.kind);
      if (rule.category == Category::owner) continue;
      const std::string_view name = control.kind == kSci   ? "SCI"
                                    : control.kind == kSap ? "SAR"
                                                           : rule.banner;
      if (it_.level < rule.lowest) too_low(name, rule.lowest, rule.source);
      if (it_.level > highest(rule)) {
        add("SBL0501",
            fmt::format("{} is for {} matter alone", name, level_name(kUnclassified).banner),
            rule.source, "take it out: classified matter is protected by its level");
      }
    }
  }

  void too_low(std::string_view name, uint8_t lowest, std::string_view source) {
    add("SBL0501", fmt::format("{} may not stand below {}", name, level_name(lowest).banner),
        source, "raise the level or drop the control");
  }

  void floors() {
    for (const Floor& floor : kFloors) {
      if ((dod() && !floor.in_dod) || it_.level >= floor.lowest) continue;
      if (has_word(it_, floor.kind, floor.word)) {
        too_low(floor.name, floor.lowest, entry(floor.kind).source);
      }
    }
    if (dod() || it_.level >= kSecret) return;
    for (const Kind kind : {kRd, kFrd}) {
      const Words words = words_of(it_, kind);
      if (std::any_of(words.begin(), words.end(),
                      [](const std::string& word) { return word.starts_with("SIGMA"); })) {
        too_low("SIGMA", kSecret, entry(kind).source);
      }
    }
  }

  void demanded(const Demand& demand) {
    const bool applies =
        demand.word.empty() ? has(it_, demand.kind) : has_word(it_, demand.kind, demand.word);
    if (!applies || std::any_of(demand.one_of.begin(), demand.one_of.end(),
                                [&](Kind kind) { return has(it_, kind); })) {
      return;
    }
    if (demand.one_of.front() == kNoforn && implies_noforn(it_)) return;
    std::vector<std::string_view> names;
    for (const Kind kind : demand.one_of) {
      names.push_back(kind == kSap ? std::string_view("SAR") : entry(kind).banner);
    }
    const std::string_view name = !demand.word.empty()  ? demand.word
                                  : demand.kind == kSci ? std::string_view("SCI")
                                                        : entry(demand.kind).banner;
    add("SBL0506", fmt::format("{} demands {}", name, fmt::join(names, " or ")), demand.source,
        "add what it demands");
  }

  // What another control says, or takes the place of, does not stand beside it.
  void said_already() {
    if (has(it_, kFouo) && has_other_dissemination(it_)) {
      add("SBL0505", "FOUO does not stand beside another dissemination control",
          entry(kFouo).source, "take FOUO out");
    }
    for (const auto& [stronger, weaker] : {std::pair(kSbuNoforn, kSbu), {kLesNoforn, kLes}}) {
      if (!has(it_, stronger)) continue;
      if (has(it_, weaker)) already(stronger, weaker);
      if (it_.level > kUnclassified) continue;
      for (const Kind kind : {kNoforn, kRelTo, kRelido, kEyes, kDisplayOnly}) {
        if (has(it_, kind)) already(stronger, kind);
      }
    }
  }

  // Who may have the information may see it.
  void shown_already() {
    if (only_shown(it_) == words_of(it_, kDisplayOnly)) return;
    add("SBL0507", "a country stands behind DISPLAY ONLY that may have the information",
        entry(kDisplayOnly).source, "take it out of the list of DISPLAY ONLY");
  }

  void already(Kind stronger, Kind weaker) {
    add("SBL0505",
        fmt::format("{} does not stand beside {}", entry(weaker).banner, entry(stronger).banner),
        entry(stronger).source, fmt::format("take {} out", entry(weaker).banner));
  }

  void owners() {
    const Words owners = words_of(it_, kOwner);
    const bool of_nato = !owners.empty() && owners.front() == kNato;
    nato_controls(owners, of_nato);
    if (owners.empty()) return;
    if (has(it_, kFgi)) {
      add("SBL0508", "FGI stands in documents of the United States alone",
          dod() ? "DoDM 5200.01 v2, encl. 4, 9.a" : entry(kFgi).source,
          "take it out: the marking itself says whose information it is");
    }
    if (of_nato && has(it_, kNoforn)) {
      add("SBL0505", "NOFORN may not stand on information of NATO", dod() ? kDodNato : kNonUs,
          "take NOFORN out");
    }
    if (owners.front() == kJoint) joint(owners);
  }

  void nato_controls(const Words& owners, bool of_nato) {
    for (const Kind kind : {kAtomal, kBohemia, kBalk}) {
      if (!has(it_, kind) || of_nato) continue;
      // In a document of the United States it comes from information of NATO.
      const bool of_parts =
          has(it_, kFgi) && (words_of(it_, kFgi).empty() || has_word(it_, kFgi, kNato));
      if (owners.empty() && of_parts) continue;
      add("SBL0508", fmt::format("{} is a control of NATO", entry(kind).banner),
          dod() ? kDodNato : kNonUs, "mark the information as that of NATO, or drop the control");
    }
  }

  void joint(const Words& owners) {
    const char* source = dod() ? kDodJoint : kJointPart;
    const bool with_us = std::find(owners.begin(), owners.end(), "USA") != owners.end();
    if (has(it_, kRestricted) && with_us) {
      add("SBL0508", "the United States have no level RESTRICTED", source,
          "raise the level, or take USA out");
    }
    if (has(it_, kNoforn)) {
      add("SBL0505", "NOFORN may not stand on JOINT information", source, "take NOFORN out");
    }
    if (dod()) return;
    if (!with_us) {
      add("SBL0508", "JOINT information belongs to the United States too", source, "add USA");
    }
    const Words released = all_countries(words_of(it_, kRelTo), words_of(it_, kEyes));
    for (size_t i = 1; i < owners.size(); ++i) {
      if (owners[i] == "USA" || shared_countries(released, {owners[i]}) == Words{owners[i]}) {
        continue;
      }
      add("SBL0506", "JOINT demands REL TO with all who own the information", source,
          "add REL TO with USA and the other owners");
      return;
    }
  }

  void programs() {
    if (!dod()) return;
    if (count_programs(it_) > kMostPrograms) {
      add("SBL0509",
          fmt::format("more than {} programs are not listed: they are {}", kMostPrograms,
                      kMultiplePrograms),
          "DoDM 5200.01 v2, encl. 4, 7.e", "write SAR-MULTIPLE PROGRAMS");
    }
  }

  const Marking& it_;
  Dialect dialect_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> broken_rules(const Marking& marking, Dialect dialect) {
  return Rules(marking, dialect).broken();
}

Marking mended(const Marking& marking, Dialect dialect) {
  Marking result = marking;
  if (result.level > kUnclassified || has_other_dissemination(result)) erase(result, kFouo);
  if (has(result, kSbuNoforn)) erase(result, kSbu);
  if (has(result, kLesNoforn)) erase(result, kLes);
  if (result.level == kUnclassified && implies_noforn(result)) erase(result, kNoforn);
  for (const Demand& demand : demands(dialect)) {
    const bool applies =
        demand.word.empty() ? has(result, demand.kind) : has_word(result, demand.kind, demand.word);
    const Kind demanded = demand.one_of.front();
    const bool met = demanded == kNoforn && implies_noforn(result);
    if (applies && demand.one_of.size() == 1 && demanded != kSap && !met) set(result, demanded);
  }
  if (const Words shown = only_shown(result); !shown.empty()) set(result, kDisplayOnly, shown);
  if (dialect == Dialect::dod && count_programs(result) > kMostPrograms) {
    set(result, kSap, {kMultiplePrograms});
  }
  return result;
}

}  // namespace sable::marking::us
