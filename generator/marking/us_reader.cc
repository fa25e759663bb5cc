#include "marking/us_reader.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/spelling.h"
#include "marking/us_spell.h"
#include "marking/us_value.h"

namespace sable::marking::us {

namespace {

constexpr const char* kEyesOnly = " EYES ONLY";
constexpr uint32_t kHighestSigma = 99;

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

// A control system under another name.
std::string_view current_system(std::string_view system) {
  if (system == "COMINT") return "SI";
  if (system == "TALENT KEYHOLE") return "TK";
  if (system == "KLONDIKE") return "KDK";
  if (system == "RESERVE") return "RSV";
  return system;
}
bool is_known_system(std::string_view system) {
  return system == "HCS" || system == "SI" || system == "TK" || system == "KDK" || system == "RSV";
}

class Reader {
 public:
  Reader(Form form, Dialect dialect) : form_(form), dialect_(dialect) {}

  Read read(std::string_view spelling) {
    std::string text(spelling);
    if (form_ == Form::banner && text.starts_with('(')) {
      wrong("SBL0502", "brackets stand around portion marks alone", "take the brackets out");
    }
    text = std::string(without_brackets(spelling));
    if (text != upper_case(text)) {
      wrong("SBL0502", "markings are written in capitals", "write them in capitals");
      text = upper_case(text);
    }
    std::vector<std::string_view> segments = split(text, "//");
    size_t first = 0;
    if (segments.size() > 1 && segments[0].empty()) {
      first = 1;
      owner(trimmed(segments[1]));
    } else {
      level(trimmed(segments[0]));
    }
    for (size_t i = first + 1; i < segments.size() && readable_; ++i) {
      category(segments[i], i == first + 1);
    }
    Read result;
    if (readable_) result.marking = std::move(marking_);
    result.findings = std::move(findings_);
    result.form = spelt_;
    return result;
  }

 private:
  bool is_ic() const { return dialect_ == Dialect::ic; }

  std::string not_of_system(const char* what) const {
    return fmt::format("this marking's {} is not one of the system {}", what,
                       is_ic() ? "us-ic" : "us-dod");
  }

  void wrong(std::string code, std::string message, std::string help,
             std::string_view source = {}) {
    Finding finding{std::move(code), std::move(message),
                    std::string(source.empty() ? form_source(dialect_) : source), std::move(help)};
    const bool known = std::any_of(findings_.begin(), findings_.end(), [&](const Finding& other) {
      return other.message == finding.message;
    });
    if (!known) findings_.push_back(std::move(finding));
  }

  void unreadable(std::string message, std::string help, std::string_view source = {}) {
    wrong("SBL0500", std::move(message), std::move(help), source);
    readable_ = false;
  }

  // ---- Blanks and empty parts ----

  std::string_view trimmed(std::string_view part) {
    const std::string_view text = without_blanks_around(part);
    if (text.size() != part.size()) {
      wrong("SBL0504", "no blanks stand around / and //", "take the blanks out");
    }
    return text;
  }

  // ---- The level and its owner ----

  // Whether `word` is one of the spellings of a name; tells one of the wrong form.
  bool is_spelt(std::string_view word, LevelName name) {
    if (word == name.banner) {
      spelt_ = Form::banner;
      if (form_ == Form::portion && name.banner != name.portion) {
        wrong("SBL0502", fmt::format("{} is a banner spelling in a portion mark", name.banner),
              fmt::format("write {}", name.portion));
      }
      return true;
    }
    if (word != name.portion) return false;
    spelt_ = Form::portion;
    if (form_ == Form::banner) {
      wrong("SBL0502", fmt::format("{} is a portion spelling in a banner", name.portion),
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

  void level(std::string_view word) {
    if (find_level(word)) return;
    constexpr const char* kHelp =
        "levels are U (UNCLASSIFIED), C (CONFIDENTIAL), S (SECRET), TS (TOP SECRET)";
    if (word == "RESTRICTED" || word == "R") {
      return unreadable("RESTRICTED is a level of other countries",
                        "write //, the country, and "
                        "the level");
    }
    std::vector<std::string> names;
    for (uint8_t i = kUnclassified; i <= kTopSecret; ++i) names.emplace_back(level_name(i).banner);
    const std::string near = nearest_spelling(word, names);
    if (near.empty()) return unreadable(not_of_system("level"), kHelp);
    wrong("SBL0500", not_of_system("level"), kHelp);
    find_level(near);
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

  void owner(std::string_view text) {
    const size_t blank = text.find(' ');
    const std::string_view first = text.substr(0, blank);
    const std::string_view rest =
        blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
    if (find_nato_level(text)) return set(marking_, kOwner, {kNato});
    if (first == kJoint) return joint(rest);
    if (first == kNato || first == "COSMIC") return nato(first, rest);
    if (!is_country(first)) {
      return unreadable("behind // at the beginning stands whose information it is",
                        "write a country's trigraph, NATO, COSMIC or JOINT, and the level",
                        owner_source());
    }
    set(marking_, kOwner, {std::string(first)});
    if (!find_foreign_level(rest)) {
      unreadable("this country's level is not one of the system",
                 "levels are RESTRICTED and those of the United States", owner_source());
    }
  }

  std::string_view owner_source() const {
    return is_ic() ? "IC Markings Manual 2016, Non-US Protective Markings"
                   : "DoDM 5200.01 v2, encl. 4, 4";
  }

  // A spelling of NATO's that is none of its five levels.
  void nato(std::string_view first, std::string_view rest) {
    constexpr const char* kMessage = "this is not a level of NATO";
    constexpr const char* kHelp =
        "levels are NATO UNCLASSIFIED, NATO RESTRICTED, NATO CONFIDENTIAL, NATO SECRET and COSMIC "
        "TOP SECRET";
    const bool meant = first == kNato && find_foreign_level(rest);
    if (!meant) return unreadable(kMessage, kHelp, owner_source());
    wrong("SBL0508", kMessage, kHelp, owner_source());
    set(marking_, kOwner, {kNato});
  }

  void joint(std::string_view rest) {
    // The level may be of two words.
    size_t end = rest.find(' ');
    if (rest.starts_with("TOP SECRET")) end = std::string_view("TOP SECRET").size();
    if (end == std::string_view::npos || !find_foreign_level(rest.substr(0, end))) {
      return unreadable("behind JOINT stand a level and the countries that own the information",
                        "write JOINT, the level, and trigraphs with blanks between them",
                        owner_source());
    }
    const Words given = country_words(rest.substr(end), ' ', "JOINT");
    if (given.size() < 2) {
      return unreadable("JOINT information belongs to two countries or more", "name them all",
                        owner_source());
    }
    const Words sorted = countries_in_order(given);
    if (given != sorted) order_of_countries();
    Words owners = {kJoint};
    owners.insert(owners.end(), sorted.begin(), sorted.end());
    set(marking_, kOwner, std::move(owners));
  }

  // ---- Lists of countries ----

  void order_of_countries() {
    wrong("SBL0507", "countries stand in the order of the alphabet, trigraphs before longer codes",
          "put them in order");
  }

  // Words between separators and blanks, checked to be countries.
  Words country_words(std::string_view list, char separator, const char* of) {
    Words words;
    size_t at = 0;
    while (at < list.size()) {
      if (list[at] == ' ' || list[at] == ',' || list[at] == separator) {
        ++at;
        continue;
      }
      size_t end = at;
      while (end < list.size() && list[end] != ' ' && list[end] != ',' && list[end] != separator) {
        ++end;
      }
      words.emplace_back(list.substr(at, end - at));
      at = end;
      if (is_country(words.back())) continue;
      unreadable(fmt::format("a word behind {} is no code of a country or group", of),
                 "codes are the trigraphs of ISO 3166-1, and tetragraphs such as NATO and FVEY");
    }
    return words;
  }

  // REL TO and DISPLAY ONLY: a comma and a blank between codes.
  void countries_with_commas(Kind kind, std::string_view list) {
    const char* of = kind == kRelTo ? "REL TO" : "DISPLAY ONLY";
    Words given = country_words(list, ',', of);
    if (!readable_) return;
    if (fmt::format(" {}", fmt::join(given, ", ")) != list) {
      wrong("SBL0507", fmt::format("a comma and a blank stand between the codes of {}", of),
            "write them so");
    }
    if (kind == kRelTo) {
      const auto usa = std::find(given.begin(), given.end(), "USA");
      if (usa != given.begin() || given.empty()) {
        wrong("SBL0507", "the list of REL TO begins with USA", "put USA first");
      }
      if (usa != given.end()) given.erase(usa);
    }
    if (given.empty()) {
      return unreadable(fmt::format("{} names no country but the United States", of),
                        "name the countries, or write NOFORN");
    }
    if (std::find(given.begin(), given.end(), "USA") != given.end()) {
      wrong("SBL0507", fmt::format("USA does not stand behind {}", of), "take it out");
      std::erase(given, "USA");
    }
    set_countries(kind, given);
  }

  void set_countries(Kind kind, const Words& given) {
    const Words sorted = countries_in_order(given);
    if (sorted != given) order_of_countries();
    const Words listed = all_countries(sorted, {});
    if (listed != sorted) {
      wrong("SBL0507", "a country stands beside a group that it belongs to",
            "take the country out");
    }
    add(kind, listed);
  }

  // ---- Categories ----

  void add(Kind kind, Words words = {}) {
    if (has(marking_, kind)) {
      wrong("SBL0506", "a control stands twice", "take one of them out");
      const Words before = words_of(marking_, kind);
      words.insert(words.end(), before.begin(), before.end());
      words = in_order(std::move(words));
    }
    set(marking_, kind, std::move(words));
    seen(kind);
  }

  // That a control has been read: the order of categories and, in them, of controls.
  void seen(Kind kind) {
    const Category category = entry(kind).category;
    if (segment_ && *segment_ != category) {
      wrong("SBL0503", "controls of two categories stand between the same //",
            "write // between categories, and / between controls of one");
    } else if (!segment_ && last_ && *last_ == category) {
      wrong("SBL0503", "controls of one category stand apart",
            "write / between controls of one category");
    } else if (last_ && category < *last_) {
      wrong("SBL0503", "the categories do not stand in their order",
            "the order is SCI, SAP, AEA, FGI, dissemination, non-IC dissemination");
    } else if (is_ic() && last_kind_ && kind < *last_kind_) {
      wrong("SBL0503", "the controls of a category do not stand in the order of the register",
            "put them in order");
    }
    segment_ = last_ = category;
    last_kind_ = kind;
  }

  void category(std::string_view segment, bool first) {
    segment_.reset();
    is_first_ = first;
    open_list_.reset();
    segment = trimmed(segment);
    if (segment.empty()) {
      return wrong("SBL0504", "a category is empty", "take the // out");
    }
    if (const size_t eyes = segment.find(kEyesOnly); eyes != std::string_view::npos) {
      return eyes_only(segment, eyes);
    }
    for (std::string_view token : split(segment, "/")) {
      token = trimmed(token);
      if (token.empty()) {
        wrong("SBL0504", "a / stands at the end, or two stand together", "take it out");
        continue;
      }
      this->token(token);
      if (!readable_) return;
    }
  }

  // "NOFORN/USA/CAN EYES ONLY/PROPIN": countries with / between them.
  void eyes_only(std::string_view segment, size_t end) {
    const std::vector<std::string_view> before = split(segment.substr(0, end), "/");
    size_t begin = before.size();
    while (begin > 0 && is_country(before[begin - 1]) && find_entry(before[begin - 1]) == nullptr) {
      --begin;
    }
    for (size_t i = 0; i < begin && readable_; ++i) token(trimmed(before[i]));
    Words countries(before.begin() + static_cast<std::ptrdiff_t>(begin), before.end());
    if (countries.empty() || countries.front() != "USA") {
      wrong("SBL0507", "the list of EYES ONLY begins with USA", "put USA first");
    }
    std::erase(countries, "USA");
    if (countries.empty()) {
      return unreadable("EYES ONLY names no country but the United States",
                        "name the countries, or write NOFORN");
    }
    set_countries(kEyes, countries);
    std::string_view rest = segment.substr(end + std::string_view(kEyesOnly).size());
    if (rest.empty()) return;
    for (const std::string_view one : split(rest.substr(rest.starts_with('/') ? 1 : 0), "/")) {
      if (readable_) token(trimmed(one));
    }
  }

  void token(std::string_view token) {
    if (const Entry* found = find_entry(token); found != nullptr && takes_no_list(found->kind)) {
      return simple(*found, token);
    }
    if (with_list(token)) return;
    if (open_list_) return add_word(*open_list_, token);
    if (may_be_sci(token)) return sci(token);
    unknown_control(token);
  }

  static bool takes_no_list(Kind kind) {
    return kind != kRelTo && kind != kDisplayOnly && kind != kEyes && kind != kAccm &&
           kind != kFgi && kind != kRd && kind != kFrd;
  }

  void simple(const Entry& found, std::string_view token) {
    open_list_.reset();
    const bool is_banner = token == found.banner;
    const bool is_portion = token == found.portion;
    if (form_ == Form::banner && is_portion && !is_banner) {
      wrong("SBL0502", fmt::format("{} is a portion spelling in a banner", found.portion),
            fmt::format("write {}", found.banner));
    }
    if (form_ == Form::portion && !is_portion) {
      wrong("SBL0502", fmt::format("{} is a banner spelling in a portion mark", found.banner),
            fmt::format("write {}", found.portion));
    }
    add(found.kind);
  }

  // Controls that have a list, or may have one.
  bool with_list(std::string_view token) {
    constexpr std::string_view kPrefixes[] = {"SAR-", "SPECIAL ACCESS REQUIRED-"};
    for (const std::string_view prefix : kPrefixes) {
      if (!token.starts_with(prefix)) continue;
      open_list_ = kSap;
      if (form_ == Form::portion && prefix != "SAR-") {
        wrong("SBL0502", "SPECIAL ACCESS REQUIRED is a banner spelling in a portion mark",
              "write SAR");
      }
      if (has(marking_, kSap)) wrong("SBL0506", "SAR stands twice", "write SAR- once");
      add_word(kSap, token.substr(prefix.size()));
      return true;
    }
    if (token.starts_with("ACCM-")) {
      open_list_ = kAccm;
      add_word(kAccm, token.substr(std::string_view("ACCM-").size()));
      return true;
    }
    return countries(token) || nuclear(token);
  }

  bool countries(std::string_view token) {
    if (token == "FGI" || token.starts_with("FGI ")) {
      const std::string_view list = token.substr(std::string_view("FGI").size());
      const Words given = country_words(list, ' ', "FGI");
      if (!readable_) return true;
      if (fmt::format("{}{}", given.empty() ? "" : " ", fmt::join(given, " ")) != list) {
        wrong("SBL0507", "a blank stands between the codes of FGI", "write them so");
      }
      if (std::find(given.begin(), given.end(), "USA") != given.end()) {
        unreadable("USA is not foreign", "take USA out of the list of FGI", entry(kFgi).source);
        return true;
      }
      const Words sorted = countries_in_order(given);
      if (sorted != given) order_of_countries();
      add(kFgi, sorted);
      return true;
    }
    if (token == "REL" || token == "EYES") {
      if (form_ == Form::banner) {
        unreadable(fmt::format("{} without a list is a portion spelling in a banner", token),
                   "write the list");
        return true;
      }
      add(token == "REL" ? kRelTo : kEyes, {kAsBanner});
      return true;
    }
    for (const Kind kind : {kRelTo, kDisplayOnly}) {
      const std::string_view name = entry(kind).banner;
      if (!token.starts_with(name) || (token.size() > name.size() && token[name.size()] != ' ')) {
        continue;
      }
      countries_with_commas(kind, token.substr(name.size()));
      return true;
    }
    return false;
  }

  // "RD-CNWDI-SIGMA 1 2", "FRD-SG 14".
  bool nuclear(std::string_view token) {
    const std::vector<std::string_view> parts = split(token, "-");
    const Entry* found = find_entry(parts[0]);
    if (found == nullptr || (found->kind != kRd && found->kind != kFrd)) return false;
    if (form_ == Form::portion && parts[0] != found->portion) {
      wrong("SBL0502", fmt::format("{} is spelt out in a portion mark", found->banner),
            fmt::format("write {}", found->portion));
    }
    Words words;
    for (size_t i = 1; i < parts.size(); ++i) {
      if (parts[i] == "CNWDI" || parts[i] == "N") {
        cnwdi(*found, parts[i], words);
      } else if (parts[i].starts_with("SIGMA ") || parts[i].starts_with("SG ")) {
        sigma(parts[i], words);
      } else {
        unreadable(fmt::format("behind {} stand CNWDI and SIGMA alone", found->banner),
                   "write one of them, or take it out", found->source);
      }
    }
    add(found->kind, in_order(std::move(words)));
    return true;
  }

  void cnwdi(const Entry& found, std::string_view part, Words& words) {
    if (found.kind == kFrd) {
      wrong("SBL0505", "CNWDI belongs to RD alone", "take it out",
            is_ic() ? found.source : "DoDM 5200.01 v2, encl. 4, 8.c.3");
      readable_ = false;
      return;
    }
    if (is_ic() && part == "N") {
      wrong("SBL0502", "-N is the older spelling of -CNWDI", "write -CNWDI", found.source);
    }
    words.emplace_back("CNWDI");
  }

  void sigma(std::string_view part, Words& words) {
    const size_t blank = part.find(' ');
    const bool is_short = part.starts_with("SG");
    if (form_ != Form::any && is_short != (form_ == Form::portion)) {
      wrong("SBL0502", "SIGMA stands in banners, SG in portion marks", "write the other");
    }
    uint32_t last = 0;
    for (const std::string_view number : split(part.substr(blank + 1), " ")) {
      uint32_t value = 0;
      const auto [end, error] =
          std::from_chars(number.data(), number.data() + number.size(), value);
      if (error != std::errc() || end != number.data() + number.size() || value == 0 ||
          value > kHighestSigma) {
        return unreadable("SIGMA numbers are whole numbers from 1 to 99", "correct the number",
                          is_ic() ? entry(kRd).source : "DoDM 5200.01 v2, encl. 4, 8.d.3");
      }
      if (value <= last) wrong("SBL0503", "SIGMA numbers ascend", "put them in order");
      last = value;
      words.push_back(fmt::format("SIGMA {:03}", value));
    }
  }

  // ---- Open words ----

  // A nickname of ACCM or a program with its compartments.
  void add_word(Kind kind, std::string_view token) {
    const bool begins = !has(marking_, kind);
    Words words = words_of(marking_, kind);
    if (kind == kSap) {
      if (!add_paths(token, true, words)) return;
    } else if (is_name(token)) {
      words.emplace_back(token);
    } else {
      return unreadable("a nickname is made of letters and digits", "correct it");
    }
    set(marking_, kind, in_order(words));
    if (begins) seen(kind);
  }

  static bool is_name(std::string_view text) {
    const std::vector<std::string_view> words = split(text, " ");
    return std::all_of(words.begin(), words.end(), is_word);
  }

  // "SI-G ABCD DEFG-MMM" as "SI", "SI-G", "SI-G ABCD", …
  bool add_paths(std::string_view token, bool is_program, Words& words) {
    const std::vector<std::string_view> parts = split(token, "-");
    const std::string_view top = is_program ? parts[0] : current_system(parts[0]);
    bool right = is_program ? is_name(top) : is_word(top);
    words.emplace_back(top);
    std::string_view last;
    for (size_t i = 1; i < parts.size(); ++i) {
      const std::vector<std::string_view> names = split(parts[i], " ");
      std::string_view compartment = names[0];
      if (top == "SI" && compartment == "GAMMA") compartment = "G";
      if (is_ic() && compartment <= last) order_of_compartments();
      last = compartment;
      const std::string path = fmt::format("{}-{}", top, compartment);
      words.push_back(path);
      right = right && is_word(compartment);
      for (size_t k = 1; k < names.size(); ++k) {
        right = right && is_word(names[k]);
        if (is_ic() && k > 1 && names[k] <= names[k - 1]) order_of_compartments();
        words.push_back(fmt::format("{} {}", path, names[k]));
      }
    }
    if (!right) {
      unreadable("compartments are made of letters and digits",
                 "write - before a compartment, and a blank before a subcompartment",
                 entry(is_program ? kSap : kSci).source);
    }
    return right;
  }

  void order_of_compartments() {
    wrong("SBL0503", "compartments ascend, digits before letters", "put them in order",
          entry(kSci).source);
  }

  // A control system may be one that the register does not publish: only the place tells
  // it, and that it comes near to no other control.
  bool may_be_sci(std::string_view token) const {
    const std::string_view system = token.substr(0, token.find('-'));
    if (is_known_system(current_system(system))) return true;
    if (!is_first_ || (segment_ && *segment_ != Category::sci)) return false;
    constexpr size_t kShortest = 3, kShortestNear = 4;
    const bool near = token.size() >= kShortestNear && token == system &&
                      !nearest_spelling(token, known_spellings()).empty();
    return is_word(system) && system.size() >= kShortest && !near;
  }

  void sci(std::string_view token) {
    const std::string_view system = token.substr(0, token.find('-'));
    if (is_ic() && (system != current_system(system) || token.find("-GAMMA") != token.npos)) {
      wrong("SBL0502", "a control system is spelt by its abbreviation",
            fmt::format("write {}",
                        system != current_system(system) ? current_system(system) : "SI-G"),
            entry(kSci).source);
    }
    const bool begins = !segment_ || !has(marking_, kSci);
    Words words = words_of(marking_, kSci);
    Words added;
    if (!add_paths(token, false, added)) return;
    if (is_ic() && std::find(words.begin(), words.end(), added.front()) != words.end()) {
      wrong("SBL0506", "a control system stands twice", "write its compartments behind each other",
            entry(kSci).source);
    } else if (is_ic() && !words.empty() && added.front() < last_system_) {
      wrong("SBL0503", "control systems ascend, digits before letters", "put them in order",
            entry(kSci).source);
    }
    last_system_ = added.front();
    words.insert(words.end(), added.begin(), added.end());
    set(marking_, kSci, in_order(std::move(words)));
    if (begins) {
      seen(kSci);
    } else if (segment_ != Category::sci) {
      seen(kSci);
    }
  }

  void unknown_control(std::string_view token) {
    constexpr const char* kHelp = "docs/markings.md lists the controls";
    const std::string near = nearest_spelling(token, known_spellings());
    const Entry* found = find_entry(near);
    if (found == nullptr || !takes_no_list(found->kind))
      return unreadable(not_of_system("control"), kHelp);
    wrong("SBL0500", not_of_system("control"), kHelp);
    add(found->kind);
  }

  Form form_;
  Dialect dialect_;
  Marking marking_;
  std::vector<Finding> findings_;
  bool readable_ = true;
  Form spelt_ = Form::banner;
  std::optional<Category> segment_;  // of what was read behind the last //
  std::optional<Category> last_;
  std::optional<Kind> last_kind_;
  bool is_first_ = false;          // the segment stands behind the level
  std::optional<Kind> open_list_;  // whose words go on
  std::string last_system_;
};

}  // namespace

Read read(std::string_view spelling, Form form, Dialect dialect) {
  return Reader(form, dialect).read(spelling);
}

}  // namespace sable::marking::us
