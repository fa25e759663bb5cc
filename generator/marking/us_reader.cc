#include "marking/us_reader.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/spelling.h"
#include "marking/us_level_reader.h"
#include "marking/us_lists.h"
#include "marking/us_notes.h"
#include "marking/us_value.h"

namespace sable::marking::us {

namespace {

constexpr const char* kEyesOnly = " EYES ONLY";

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
  Reader(Form form, Dialect dialect) : notes_(form, dialect) {}

  Read read(std::string_view spelling) {
    std::string text(spelling);
    if (notes_.form() == Form::banner && text.starts_with('(')) {
      notes_.wrong("SBL0502", "brackets stand around portion marks alone", "take the brackets out");
    }
    text = std::string(without_brackets(spelling));
    if (text != upper_case(text)) {
      notes_.wrong("SBL0502", "markings are written in capitals", "write them in capitals");
      text = upper_case(text);
    }
    std::vector<std::string_view> segments = split(text, "//");
    size_t first = 0;
    Form spelt = Form::banner;
    if (segments.size() > 1 && segments[0].empty()) {
      first = 1;
      spelt = read_owner(trimmed(segments[1]), marking_, notes_);
    } else {
      spelt = read_level(trimmed(segments[0]), marking_, notes_);
    }
    for (size_t i = first + 1; i < segments.size() && notes_.readable(); ++i) {
      category(segments[i], i == first + 1);
    }
    Read result;
    if (notes_.readable()) result.marking = std::move(marking_);
    result.findings = notes_.take();
    result.form = spelt;
    return result;
  }

 private:
  // ---- Blanks and empty parts ----

  std::string_view trimmed(std::string_view part) {
    const std::string_view text = without_blanks_around(part);
    if (text.size() != part.size()) {
      notes_.wrong("SBL0504", "no blanks stand around / and //", "take the blanks out");
    }
    return text;
  }

  // ---- Categories ----

  void add(Kind kind, Words words = {}) {
    if (has(marking_, kind)) {
      notes_.wrong("SBL0506", "a control stands twice", "take one of them out");
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
      notes_.wrong("SBL0503", "controls of two categories stand between the same //",
                   "write // between categories, and / between controls of one");
    } else if (!segment_ && last_ && *last_ == category) {
      notes_.wrong("SBL0503", "controls of one category stand apart",
                   "write / between controls of one category");
    } else if (last_ && category < *last_) {
      notes_.wrong("SBL0503", "the categories do not stand in their order",
                   "the order is SCI, SAP, AEA, FGI, dissemination, non-IC dissemination");
    } else if (notes_.is_ic() && last_kind_ && kind < *last_kind_) {
      notes_.wrong("SBL0503",
                   "the controls of a category do not stand in the order of the register",
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
      return notes_.wrong("SBL0504", "a category is empty", "take the // out");
    }
    if (const size_t eyes = segment.find(kEyesOnly); eyes != std::string_view::npos) {
      return eyes_only(segment, eyes);
    }
    for (std::string_view token : split(segment, "/")) {
      token = trimmed(token);
      if (token.empty()) {
        notes_.wrong("SBL0504", "a / stands at the end, or two stand together", "take it out");
        continue;
      }
      this->token(token);
      if (!notes_.readable()) return;
    }
  }

  // "NOFORN/USA/CAN EYES ONLY/PROPIN": countries with / between them.
  void eyes_only(std::string_view segment, size_t end) {
    const std::vector<std::string_view> before = split(segment.substr(0, end), "/");
    size_t begin = before.size();
    while (begin > 0 && is_country(before[begin - 1]) && find_entry(before[begin - 1]) == nullptr) {
      --begin;
    }
    for (size_t i = 0; i < begin && notes_.readable(); ++i) token(trimmed(before[i]));
    Words countries(before.begin() + static_cast<std::ptrdiff_t>(begin), before.end());
    if (countries.empty() || countries.front() != "USA") {
      notes_.wrong("SBL0507", "the list of EYES ONLY begins with USA", "put USA first");
    }
    std::erase(countries, "USA");
    if (countries.empty()) {
      return notes_.unreadable("EYES ONLY names no country but the United States",
                               "name the countries, or write NOFORN");
    }
    add(kEyes, put_in_order(countries, notes_));
    std::string_view rest = segment.substr(end + std::string_view(kEyesOnly).size());
    if (rest.empty()) return;
    for (const std::string_view one : split(rest.substr(rest.starts_with('/') ? 1 : 0), "/")) {
      if (notes_.readable()) token(trimmed(one));
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
    if (notes_.form() == Form::banner && is_portion && !is_banner) {
      notes_.wrong("SBL0502", fmt::format("{} is a portion spelling in a banner", found.portion),
                   fmt::format("write {}", found.banner));
    }
    if (notes_.form() == Form::portion && !is_portion) {
      notes_.wrong("SBL0502",
                   fmt::format("{} is a banner spelling in a portion mark", found.banner),
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
      if (notes_.form() == Form::portion && prefix != "SAR-") {
        notes_.wrong("SBL0502", "SPECIAL ACCESS REQUIRED is a banner spelling in a portion mark",
                     "write SAR");
      }
      if (has(marking_, kSap)) notes_.wrong("SBL0506", "SAR stands twice", "write SAR- once");
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
      const Words given = read_codes(list, ' ', "FGI", notes_);
      if (!notes_.readable()) return true;
      if (fmt::format("{}{}", given.empty() ? "" : " ", fmt::join(given, " ")) != list) {
        notes_.wrong("SBL0507", "a blank stands between the codes of FGI", "write them so");
      }
      if (std::find(given.begin(), given.end(), "USA") != given.end()) {
        notes_.unreadable("USA is not foreign", "take USA out of the list of FGI",
                          entry(kFgi).source);
        return true;
      }
      const Words sorted = countries_in_order(given);
      if (sorted != given) notes_.order_of_countries();
      add(kFgi, sorted);
      return true;
    }
    if (token == "REL" || token == "EYES") {
      if (notes_.form() == Form::banner) {
        notes_.unreadable(fmt::format("{} without a list is a portion spelling in a banner", token),
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
      if (const auto words = read_country_list(kind, token.substr(name.size()), notes_)) {
        add(kind, *words);
      }
      return true;
    }
    return false;
  }

  bool nuclear(std::string_view token) {
    std::optional<Control> control = read_nuclear(token, notes_);
    if (!control) return false;
    add(static_cast<Kind>(control->kind), std::move(control->words));
    return true;
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
      return notes_.unreadable("a nickname is made of letters and digits", "correct it");
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
      if (notes_.is_ic() && compartment <= last) order_of_compartments();
      last = compartment;
      const std::string path = fmt::format("{}-{}", top, compartment);
      words.push_back(path);
      right = right && is_word(compartment);
      for (size_t k = 1; k < names.size(); ++k) {
        right = right && is_word(names[k]);
        if (notes_.is_ic() && k > 1 && names[k] <= names[k - 1]) order_of_compartments();
        words.push_back(fmt::format("{} {}", path, names[k]));
      }
    }
    if (!right) {
      notes_.unreadable("compartments are made of letters and digits",
                        "write - before a compartment, and a blank before a subcompartment",
                        entry(is_program ? kSap : kSci).source);
    }
    return right;
  }

  void order_of_compartments() {
    notes_.wrong("SBL0503", "compartments ascend, digits before letters", "put them in order",
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
    if (notes_.is_ic() &&
        (system != current_system(system) || token.find("-GAMMA") != token.npos)) {
      notes_.wrong("SBL0502", "a control system is spelt by its abbreviation",
                   fmt::format("write {}",
                               system != current_system(system) ? current_system(system) : "SI-G"),
                   entry(kSci).source);
    }
    const bool begins = !segment_ || !has(marking_, kSci);
    Words words = words_of(marking_, kSci);
    Words added;
    if (!add_paths(token, false, added)) return;
    if (notes_.is_ic() && std::find(words.begin(), words.end(), added.front()) != words.end()) {
      notes_.wrong("SBL0506", "a control system stands twice",
                   "write its compartments behind each other", entry(kSci).source);
    } else if (notes_.is_ic() && !words.empty() && added.front() < last_system_) {
      notes_.wrong("SBL0503", "control systems ascend, digits before letters", "put them in order",
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
      return notes_.unreadable(notes_.not_of_system("control"), kHelp);
    notes_.wrong("SBL0500", notes_.not_of_system("control"), kHelp);
    add(found->kind);
  }

  Notes notes_;
  Marking marking_;
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
