#include "marking/us_level_reader.h"

#include <fmt/format.h>

#include "marking/spelling.h"
#include "marking/us_lists.h"
#include "marking/us_spell.h"
#include "marking/us_value.h"

namespace sable::marking::us {

namespace {

class LevelReader {
 public:
  LevelReader(Marking& marking, Notes& notes) : marking_(marking), notes_(notes) {}

  Form spelt() const { return spelt_; }

  void level(std::string_view word) {
    if (find_level(word)) return;
    constexpr const char* kHelp =
        "levels are U (UNCLASSIFIED), C (CONFIDENTIAL), S (SECRET), TS (TOP SECRET)";
    if (word == "RESTRICTED" || word == "R") {
      return notes_.unreadable("RESTRICTED is a level of other countries",
                               "write //, the country, and "
                               "the level");
    }
    std::vector<std::string> names;
    for (uint8_t i = kUnclassified; i <= kTopSecret; ++i) names.emplace_back(level_name(i).banner);
    const std::string near = nearest_spelling(word, names);
    if (near.empty()) return notes_.unreadable(notes_.not_of_system("level"), kHelp);
    notes_.wrong("SBL0500", notes_.not_of_system("level"), kHelp);
    find_level(near);
  }

  void owner(std::string_view text) {
    const size_t blank = text.find(' ');
    const std::string_view first = text.substr(0, blank);
    const std::string_view rest =
        blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
    if (find_nato_level(text)) return set(marking_, kOwner, {kNato});
    if (first == kJoint) return joint(rest);
    if (first == kNato || first == "COSMIC") return nato(first, rest);
    if (!is_country(first)) {
      return notes_.unreadable("behind // at the beginning stands whose information it is",
                               "write a country's trigraph, NATO, COSMIC or JOINT, and the level",
                               owner_source());
    }
    set(marking_, kOwner, {std::string(first)});
    if (!find_foreign_level(rest)) {
      notes_.unreadable("this country's level is not one of the system",
                        "levels are RESTRICTED and those of the United States", owner_source());
    }
  }

 private:
  // Whether `word` is one of the spellings of a name; tells one of the wrong form.
  bool is_spelt(std::string_view word, LevelName name) {
    if (word == name.banner) {
      spelt_ = Form::banner;
      if (notes_.form() == Form::portion && name.banner != name.portion) {
        notes_.wrong("SBL0502",
                     fmt::format("{} is a banner spelling in a portion mark", name.banner),
                     fmt::format("write {}", name.portion));
      }
      return true;
    }
    if (word != name.portion) return false;
    spelt_ = Form::portion;
    if (notes_.form() == Form::banner) {
      notes_.wrong("SBL0502", fmt::format("{} is a portion spelling in a banner", name.portion),
                   fmt::format("write {}", name.banner));
    }
    return true;
  }

  bool find_level(std::string_view word) {
    for (uint8_t i = kUnclassified; i <= kTopSecret; ++i) {
      if (!is_spelt(word, level_name(i))) continue;
      marking_.level = i;
      return true;
    }
    return false;
  }

  // Also RESTRICTED, which other countries have.
  bool find_foreign_level(std::string_view word) {
    if (find_level(word)) return true;
    if (!is_spelt(word, {"RESTRICTED", "R"})) return false;
    marking_.level = kConfidential;
    set(marking_, kRestricted);
    return true;
  }

  bool find_nato_level(std::string_view word) {
    for (uint8_t i = kUnclassified; i <= kTopSecret; ++i) {
      if (!is_spelt(word, nato_level_name(i, false))) continue;
      marking_.level = i;
      return true;
    }
    if (!is_spelt(word, nato_level_name(kConfidential, true))) return false;
    marking_.level = kConfidential;
    set(marking_, kRestricted);
    return true;
  }

  std::string_view owner_source() const {
    return notes_.is_ic() ? "IC Markings Manual 2016, Non-US Protective Markings"
                          : "DoDM 5200.01 v2, encl. 4, 4";
  }

  // A spelling of NATO's that is none of its five levels.
  void nato(std::string_view first, std::string_view rest) {
    constexpr const char* kMessage = "this is not a level of NATO";
    constexpr const char* kHelp =
        "levels are NATO UNCLASSIFIED, NATO RESTRICTED, NATO CONFIDENTIAL, NATO SECRET and COSMIC "
        "TOP SECRET";
    const bool meant = first == kNato && find_foreign_level(rest);
    if (!meant) return notes_.unreadable(kMessage, kHelp, owner_source());
    notes_.wrong("SBL0508", kMessage, kHelp, owner_source());
    set(marking_, kOwner, {kNato});
  }

  void joint(std::string_view rest) {
    // The level may be of two words.
    size_t end = rest.find(' ');
    if (rest.starts_with("TOP SECRET")) end = std::string_view("TOP SECRET").size();
    if (end == std::string_view::npos || !find_foreign_level(rest.substr(0, end))) {
      return notes_.unreadable(
          "behind JOINT stand a level and the countries that own the information",
          "write JOINT, the level, and trigraphs with blanks between them", owner_source());
    }
    const Words given = read_codes(rest.substr(end), ' ', "JOINT", notes_);
    if (given.size() < 2) {
      return notes_.unreadable("JOINT information belongs to two countries or more",
                               "name them all", owner_source());
    }
    const Words sorted = countries_in_order(given);
    if (given != sorted) notes_.order_of_countries();
    Words owners = {kJoint};
    owners.insert(owners.end(), sorted.begin(), sorted.end());
    set(marking_, kOwner, std::move(owners));
  }

  Marking& marking_;
  Notes& notes_;
  Form spelt_ = Form::banner;
};

}  // namespace

Form read_level(std::string_view word, Marking& marking, Notes& notes) {
  LevelReader reader(marking, notes);
  reader.level(word);
  return reader.spelt();
}

Form read_owner(std::string_view text, Marking& marking, Notes& notes) {
  LevelReader reader(marking, notes);
  reader.owner(text);
  return reader.spelt();
}

}  // namespace sable::marking::us
