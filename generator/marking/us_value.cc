#include "marking/us_value.h"

#include <algorithm>

namespace sable::marking::us {

namespace {

bool less_kind(const Control& control, uint16_t kind) { return control.kind < kind; }

bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// With the members of groups in place of the groups whose members are known.
Words expanded(const Words& countries) {
  Words all;
  for (const std::string& country : countries) {
    const std::vector<std::string>& members = members_of(country);
    if (members.empty()) {
      all.push_back(country);
    } else {
      all.insert(all.end(), members.begin(), members.end());
    }
  }
  return in_order(std::move(all));
}

Words groups_of(const Words& countries) {
  Words groups;
  for (const std::string& country : countries) {
    if (!members_of(country).empty()) groups.push_back(country);
  }
  return in_order(std::move(groups));
}

// Of groups and all countries, the list in which no member of a group stands by itself.
Words listed(const Words& groups, const Words& countries) {
  const Words covered = expanded(groups);
  Words list = groups;
  for (const std::string& country : countries) {
    if (!contains(covered, country)) list.push_back(country);
  }
  return countries_in_order(std::move(list));
}

}  // namespace

const Control* find(const Marking& marking, Kind kind) {
  const auto it =
      std::lower_bound(marking.controls.begin(), marking.controls.end(), kind, less_kind);
  return it != marking.controls.end() && it->kind == kind ? &*it : nullptr;
}

bool has_word(const Marking& marking, Kind kind, std::string_view word) {
  const Control* control = find(marking, kind);
  return control != nullptr && contains(control->words, word);
}

Words words_of(const Marking& marking, Kind kind) {
  const Control* control = find(marking, kind);
  return control != nullptr ? control->words : Words();
}

void set(Marking& marking, Kind kind, Words words) {
  const auto it =
      std::lower_bound(marking.controls.begin(), marking.controls.end(), kind, less_kind);
  if (it != marking.controls.end() && it->kind == kind) {
    it->words = std::move(words);
  } else {
    marking.controls.insert(it, Control{kind, std::move(words)});
  }
}

void erase(Marking& marking, Kind kind) {
  std::erase_if(marking.controls, [&](const Control& control) { return control.kind == kind; });
}

bool implies_noforn(const Marking& marking) {
  return has(marking, kSbuNoforn) || has(marking, kLesNoforn);
}

bool has_other_dissemination(const Marking& marking) {
  constexpr Kind kOthers[] = {kRsen, kOrcon, kOrconUsgov, kImcon, kPropin, kDea, kFisa};
  return std::any_of(std::begin(kOthers), std::end(kOthers),
                     [&](Kind kind) { return has(marking, kind); });
}

size_t count_programs(const Marking& marking) {
  const Words words = words_of(marking, kSap);
  return static_cast<size_t>(std::count_if(words.begin(), words.end(), [](const std::string& word) {
    return word.find('-') == std::string::npos;
  }));
}

Words in_order(Words words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

Words countries_in_order(Words words) {
  std::sort(words.begin(), words.end(), country_less);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

Words shared_countries(const Words& a, const Words& b) {
  const Words groups_a = groups_of(a), groups_b = groups_of(b);
  const Words all_a = expanded(a), all_b = expanded(b);
  Words groups, all;
  std::set_intersection(groups_a.begin(), groups_a.end(), groups_b.begin(), groups_b.end(),
                        std::back_inserter(groups));
  std::set_intersection(all_a.begin(), all_a.end(), all_b.begin(), all_b.end(),
                        std::back_inserter(all));
  return listed(groups, all);
}

Words all_countries(const Words& a, const Words& b) {
  Words both = a;
  both.insert(both.end(), b.begin(), b.end());
  return listed(groups_of(both), expanded(both));
}

Words only_shown(const Marking& marking) {
  const Words released = words_of(marking, has(marking, kEyes) ? kEyes : kRelTo);
  Words shown;
  for (const std::string& country : words_of(marking, kDisplayOnly)) {
    if (shared_countries(released, {country}) != Words{country}) shown.push_back(country);
  }
  return shown;
}

}  // namespace sable::marking::us
