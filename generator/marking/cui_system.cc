#include "marking/cui_system.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/spelling.h"
#include "marking/us_value.h"

namespace sable::marking {

namespace {

using us::countries_in_order;
using us::in_order;
using us::shared_countries;
using us::Words;

constexpr const char* kHandbook = "CUI Marking Handbook 1.1";
constexpr const char* kRule = "32 CFR 2002.20";
constexpr uint8_t kUncontrolled = 0, kControlled = 1;

// In the order of the banner: categories, then the controls by the alphabet.
enum Kind : uint16_t {
  kCategories,  // words: "SP-PRVCY", "EMGT"
  kAttorneyClient,
  kAttorneyWorkProduct,
  kDisplayOnly,  // words: countries
  kDlOnly,
  kFedOnly,
  kFedCon,
  kNoCon,
  kNoforn,
  kRelTo,  // words: countries without USA
  kRelido,
  kKinds
};

struct Entry {
  std::string_view banner, portion, meaning;
};
constexpr std::array<Entry, kKinds> kEntries = {{
    {"", "", "categories of the registry; SP- tells one with rules of its own"},
    {"ATTORNEY-CLIENT", "AC", "of an attorney and a client"},
    {"ATTORNEY-WP", "AWP", "work of an attorney"},
    {"DISPLAY ONLY", "DISPLAY ONLY", "may be shown, and not given, to these countries"},
    {"DL ONLY", "DL ONLY", "for those on the distribution list"},
    {"FED ONLY", "FED ONLY", "for federal employees"},
    {"FEDCON", "FEDCON", "for federal employees and contractors"},
    {"NOCON", "NOCON", "not for contractors"},
    {"NOFORN", "NF", "not releasable to foreign nationals"},
    {"REL TO", "REL TO", "may be released to these countries, and to no others"},
    {"RELIDO", "RELIDO", "may be released by an information disclosure official"},
}};

struct Exclusion {
  Kind one, other;
};
constexpr Exclusion kExclusions[] = {
    {kNoforn, kRelTo},   {kNoforn, kRelido}, {kNoforn, kDisplayOnly}, {kRelido, kDisplayOnly},
    {kFedOnly, kFedCon}, {kFedOnly, kNoCon}, {kFedCon, kNoCon}};

bool is_specified(std::string_view category) { return category.starts_with("SP-"); }

// Specified ones first, each group by the alphabet.
bool category_less(const std::string& a, const std::string& b) {
  return is_specified(a) != is_specified(b) ? is_specified(a) : a < b;
}
Words categories_in_order(Words words) {
  std::sort(words.begin(), words.end(), category_less);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool is_category(std::string_view word) {
  if (is_specified(word)) word.remove_prefix(std::string_view("SP-").size());
  constexpr size_t kShortest = 2, kLongest = 12;
  return word.size() >= kShortest && word.size() <= kLongest &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

const Control* find(const Marking& marking, Kind kind) {
  return us::find(marking, static_cast<us::Kind>(kind));
}
bool has(const Marking& marking, Kind kind) { return find(marking, kind) != nullptr; }
Words words_of(const Marking& marking, Kind kind) {
  return us::words_of(marking, static_cast<us::Kind>(kind));
}
void set(Marking& marking, Kind kind, Words words = {}) {
  us::set(marking, static_cast<us::Kind>(kind), std::move(words));
}
void erase(Marking& marking, Kind kind) { us::erase(marking, static_cast<us::Kind>(kind)); }

std::string spell(const Control& control, Form form) {
  const Entry& entry = kEntries[control.kind];
  const std::string_view name = form == Form::portion ? entry.portion : entry.banner;
  switch (control.kind) {
    case kCategories:
      return fmt::format("{}", fmt::join(control.words, "/"));
    case kRelTo:
      return fmt::format("{} USA, {}", name, fmt::join(control.words, ", "));
    case kDisplayOnly:
      return fmt::format("{} {}", name, fmt::join(control.words, ", "));
    default:
      return std::string(name);
  }
}

std::string spell(const Marking& marking, Form form) {
  if (marking.level == kUncontrolled) return form == Form::portion ? "U" : "UNCLASSIFIED";
  std::string text = "CUI";
  bool in_controls = false;
  for (const Control& control : marking.controls) {
    text += in_controls ? "/" : "//";
    text += spell(control, form);
    in_controls = control.kind != kCategories;
  }
  return text;
}

class Reader {
 public:
  explicit Reader(Form form) : form_(form) {}

  Verdict read(std::string_view spelling) {
    std::string text(form_ == Form::banner ? spelling : without_brackets(spelling));
    if (text != upper_case(text)) {
      wrong("SBL0502", "markings are written in capitals", "write them in capitals");
      text = upper_case(text);
    }
    const std::vector<std::string_view> segments = split(text, "//");
    control_marking(trimmed(segments[0]));
    for (size_t i = 1; i < segments.size() && readable_; ++i) segment(trimmed(segments[i]));
    Verdict verdict;
    if (readable_) {
      excluded();
      verdict.marking = std::move(marking_);
    }
    verdict.findings = std::move(findings_);
    return verdict;
  }

 private:
  void wrong(std::string code, std::string message, std::string help,
             const char* source = kHandbook) {
    findings_.push_back({std::move(code), std::move(message), source, std::move(help)});
  }
  void unreadable(std::string message, std::string help, const char* source = kHandbook) {
    wrong("SBL0500", std::move(message), std::move(help), source);
    readable_ = false;
  }

  std::string_view trimmed(std::string_view part) {
    const std::string_view text = without_blanks_around(part);
    if (text.size() != part.size()) {
      wrong("SBL0504", "no blanks stand around / and //", "take the blanks out");
    }
    return text;
  }

  void control_marking(std::string_view word) {
    marking_.level = kControlled;
    if (word == "CUI" || (word == "CONTROLLED" && form_ != Form::portion)) return;
    const bool uncontrolled = (form_ != Form::portion && word == "UNCLASSIFIED") ||
                              (form_ != Form::banner && word == "U");
    if (uncontrolled) {
      marking_.level = kUncontrolled;
      return;
    }
    if (word.starts_with("CUI/")) {
      return unreadable("// stands before the categories", "write CUI//, and the categories");
    }
    unreadable("this marking's level is not one of the system us-cui",
               form_ == Form::portion ? "write CUI or U" : "write CUI or CONTROLLED", kRule);
  }

  void segment(std::string_view segment) {
    if (marking_.level == kUncontrolled) {
      return unreadable("nothing stands behind the word for uncontrolled matter",
                        "write CUI where the matter is controlled", kRule);
    }
    if (segment.empty()) return wrong("SBL0504", "a part is empty", "take the // out");
    const std::vector<std::string_view> tokens = split(segment, "/");
    const bool controls = is_control(trimmed(tokens[0]));
    if (controls_read_ || (!controls && has(marking_, kCategories))) {
      return unreadable("categories, and then controls, stand behind one // each",
                        "write / between categories, and between controls");
    }
    controls_read_ = controls;
    for (std::string_view token : tokens) {
      token = trimmed(token);
      if (!readable_) return;
      if (controls) {
        control(token);
      } else {
        category(token);
      }
    }
    if (!controls) finish_categories();
  }

  static Kind kind_of(std::string_view token) {
    for (uint16_t kind = kAttorneyClient; kind < kKinds; ++kind) {
      const Entry& entry = kEntries[kind];
      if (token == entry.banner || token == entry.portion) return static_cast<Kind>(kind);
    }
    if (token.starts_with("REL TO ")) return kRelTo;
    if (token.starts_with("DISPLAY ONLY ")) return kDisplayOnly;
    return kCategories;
  }
  static bool is_control(std::string_view token) { return kind_of(token) != kCategories; }

  void category(std::string_view token) {
    if (!is_category(token) || is_control(token)) {
      return unreadable("a category is an abbreviation of the registry, behind SP- if specified",
                        "see the CUI Registry", kRule);
    }
    categories_.emplace_back(token);
  }

  void finish_categories() {
    if (!readable_) return;
    const Words sorted = categories_in_order(categories_);
    if (sorted != categories_) {
      wrong("SBL0503",
            "categories stand in order: specified ones first, each group by the alphabet",
            "put them in order");
    }
    set(marking_, kCategories, sorted);
  }

  void control(std::string_view token) {
    const Kind kind = kind_of(token);
    if (kind == kCategories) {
      return unreadable("this marking's control is not one of the system us-cui",
                        "see the limited dissemination controls of the CUI Registry");
    }
    const Entry& entry = kEntries[kind];
    if (form_ == Form::banner && token == entry.portion && entry.portion != entry.banner) {
      wrong("SBL0502", fmt::format("{} is a portion spelling in a banner", entry.portion),
            fmt::format("write {}", entry.banner));
    }
    if (form_ == Form::portion && token == entry.banner && entry.portion != entry.banner) {
      wrong("SBL0502", fmt::format("{} is a banner spelling in a portion mark", entry.banner),
            fmt::format("write {}", entry.portion));
    }
    if (has(marking_, kind)) wrong("SBL0506", "a control stands twice", "take one of them out");
    if (last_control_ > kind) {
      wrong("SBL0503", "controls stand in the order of the alphabet", "put them in order");
    }
    last_control_ = kind;
    set(marking_, kind);
    if (kind == kRelTo || kind == kDisplayOnly) {
      countries(kind, token.substr(std::min(entry.banner.size(), token.size())));
    }
  }

  void countries(Kind kind, std::string_view list) {
    Words given;
    for (const std::string_view part : split(list, ",")) {
      const std::string_view code = without_blanks_around(part);
      if (!us::is_country(code)) {
        return unreadable("a list of countries holds a word that is no code",
                          "codes are the trigraphs of ISO 3166-1, and tetragraphs");
      }
      given.emplace_back(code);
    }
    if (fmt::format(" {}", fmt::join(given, ", ")) != list) {
      wrong("SBL0507", "a comma and a blank stand between codes", "write them so");
    }
    if (kind == kRelTo && given.front() != "USA") {
      wrong("SBL0507", "the list of REL TO begins with USA", "put USA first");
    }
    std::erase(given, "USA");
    if (given.empty()) {
      return unreadable("the list names no country but the United States",
                        "name the countries, or write NOFORN");
    }
    const Words sorted = countries_in_order(given);
    if (sorted != given) {
      wrong("SBL0507",
            "countries stand in the order of the alphabet, trigraphs before longer codes",
            "put them in order");
    }
    set(marking_, kind, us::all_countries(sorted, {}));
  }

  void excluded() {
    for (const Exclusion& one : kExclusions) {
      if (!has(marking_, one.one) || !has(marking_, one.other)) continue;
      wrong("SBL0505",
            fmt::format("{} and {} exclude each other", kEntries[one.one].banner,
                        kEntries[one.other].banner),
            "keep one of them");
    }
  }

  Form form_;
  Marking marking_;
  std::vector<Finding> findings_;
  Words categories_;
  Kind last_control_ = kCategories;
  bool controls_read_ = false;
  bool readable_ = true;
};

// A basic category beside the same one specified says nothing more.
Words joined_categories(const Words& a, const Words& b) {
  Words all = a;
  all.insert(all.end(), b.begin(), b.end());
  all = categories_in_order(std::move(all));
  Words kept;
  for (const std::string& category : all) {
    const std::string specified = fmt::format("SP-{}", category);
    if (std::find(all.begin(), all.end(), specified) == all.end()) kept.push_back(category);
  }
  return kept;
}

// Of release: nothing said allows all; a list allows what is on it; NOFORN nothing.
struct Release {
  bool said = false;
  Words released, shown;
  bool relido = false;
};

Release release_of(const Marking& marking) {
  Release it;
  it.relido = has(marking, kRelido);
  it.released = words_of(marking, kRelTo);
  it.shown = us::all_countries(it.released, words_of(marking, kDisplayOnly));
  it.said =
      has(marking, kNoforn) || has(marking, kRelTo) || has(marking, kDisplayOnly) || it.relido;
  return it;
}

Release joined(const Release& a, const Release& b) {
  if (!a.said) return b;
  if (!b.said) return a;
  return {true, shared_countries(a.released, b.released), shared_countries(a.shown, b.shown),
          a.relido && b.relido};
}

class CuiSystem : public System {
 public:
  CuiSystem() : System("us-cui", {{"UNCLASSIFIED", "U", "#007a33"}, {"CUI", "CUI", "#502b85"}}) {}

  Verdict examine(std::string_view spelling, Form form) const override {
    Verdict verdict = Reader(form).read(spelling);
    if (!verdict.marking || verdict.findings.empty()) return verdict;
    const Form repaired =
        form == Form::any ? (spelling.starts_with('(') ? Form::portion : Form::banner) : form;
    const std::string repair = spell(*verdict.marking, repaired);
    if (Reader(form).read(repair).valid()) verdict.repair = repair;
    return verdict;
  }

  std::string banner(const Marking& marking) const override { return spell(marking, Form::banner); }
  std::string portion(const Marking& marking) const override {
    return spell(marking, Form::portion);
  }

  std::vector<Meaning> explain(const Marking& marking) const override {
    std::vector<Meaning> meanings = {
        {levels()[marking.level].banner, levels()[marking.level].portion,
         marking.level == kControlled ? "controlled unclassified information" : "uncontrolled",
         kRule}};
    for (const Control& control : marking.controls) {
      meanings.push_back({spell(control, Form::banner), spell(control, Form::portion),
                          std::string(kEntries[control.kind].meaning), kHandbook});
    }
    return meanings;
  }

 private:
  Marking joined(const Marking& a, const Marking& b, std::vector<Reason>* reasons) const override {
    Marking join;
    join.level = std::max(a.level, b.level);
    const auto because = [&](const char* text) {
      if (reasons != nullptr) reasons->push_back({text, kHandbook});
    };
    const Words categories = joined_categories(words_of(a, kCategories), words_of(b, kCategories));
    if (!categories.empty()) set(join, kCategories, categories);
    for (const Kind kind :
         {kAttorneyClient, kAttorneyWorkProduct, kDlOnly, kFedOnly, kFedCon, kNoCon}) {
      if (has(a, kind) || has(b, kind)) set(join, kind);
    }
    if (has(join, kFedCon) && has(join, kNoCon)) {
      because("FEDCON without contractors is FED ONLY");
      set(join, kFedOnly);
    }
    if (has(join, kFedOnly)) {
      erase(join, kFedCon);
      erase(join, kNoCon);
    }
    const Release release = marking::joined(release_of(a), release_of(b));
    if (release.said) disclose(join, release);
    if (has(join, kNoforn) && !has(a, kNoforn) && !has(b, kNoforn)) {
      because("what the parts allow has nothing in common: NOFORN");
    }
    return join;
  }

  static void disclose(Marking& marking, const Release& release) {
    if (release.released.empty() && release.shown.empty() && !release.relido) {
      return set(marking, kNoforn);
    }
    if (!release.released.empty()) set(marking, kRelTo, release.released);
    if (release.relido) set(marking, kRelido);
    Words shown;
    for (const std::string& country : release.shown) {
      if (shared_countries(release.released, {country}) != Words{country}) shown.push_back(country);
    }
    if (!shown.empty()) set(marking, kDisplayOnly, std::move(shown));
  }
};

}  // namespace

std::shared_ptr<const System> make_cui_system() { return std::make_shared<CuiSystem>(); }

}  // namespace sable::marking
