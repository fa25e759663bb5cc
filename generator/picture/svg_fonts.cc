#include "picture/svg_fonts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace sable::picture {

namespace {

// Names that stand for families of the same widths, and the generic ones (CSS Fonts 4,
// 2.1.3).
struct Alias {
  std::string_view name;
  std::array<std::string_view, 3> families;  // the first that the stock has
};

constexpr std::array<std::string_view, 3> kSerif = {"Liberation Serif", "TeX Gyre Termes",
                                                    "DejaVu Sans"};
constexpr std::array<std::string_view, 3> kSans = {"Liberation Sans", "TeX Gyre Heros",
                                                   "DejaVu Sans"};
constexpr std::array<std::string_view, 3> kMono = {"Liberation Mono", "DejaVu Sans Mono", ""};

constexpr std::array<Alias, 14> kAliases = {{{"serif", kSerif},
                                             {"times", kSerif},
                                             {"times new roman", kSerif},
                                             {"sans-serif", kSans},
                                             {"sans", kSans},
                                             {"system-ui", kSans},
                                             {"arial", kSans},
                                             {"helvetica", kSans},
                                             {"helvetica neue", kSans},
                                             {"bitstream vera sans", {"DejaVu Sans", "", ""}},
                                             {"monospace", kMono},
                                             {"courier", kMono},
                                             {"courier new", kMono},
                                             {"mono", kMono}}};

// What is used where nothing is asked for (SVG 1.1, 10.10: it depends on the program).
constexpr const char* kDefault = "Times New Roman";

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "'Gill Sans', Arial" to its names, without quotes.
std::vector<std::string> names_of(std::string_view list) {
  std::vector<std::string> names;
  for (size_t at = 0; at <= list.size();) {
    const size_t end = std::min(list.find(',', at), list.size());
    std::string_view name = list.substr(at, end - at);
    const size_t begin = name.find_first_not_of(" \t\r\n\"'");
    const size_t last = name.find_last_not_of(" \t\r\n\"'");
    if (begin != std::string_view::npos) names.emplace_back(name.substr(begin, last - begin + 1));
    at = end + 1;
  }
  return names;
}

class Chooser {
 public:
  explicit Chooser(const FontStock& stock) : stock_(stock) {}

  base::Result<FontChoice> choose(const std::vector<std::string>& lists) {
    add(kDefault);
    for (const std::string& list : lists) {
      const std::vector<std::string> names = names_of(list);
      const bool inherited = names.size() == 1 && (names[0] == "inherit" || names[0] == "initial");
      bool known = names.empty() || inherited;
      for (size_t i = 0; i < names.size() && !known; ++i) known = add(names[i]);
      if (!known) return base::fail(unknown(list));
    }
    for (const std::string& family : stock_.fallbacks) {
      choice_.fallbacks.emplace_back();
      for (const FontFile& file : stock_.files) {
        if (file.family == family) choice_.fallbacks.back().push_back(file);
      }
    }
    return std::move(choice_);
  }

 private:
  // The stock's spelling of a family; empty if it has none of that name.
  std::string_view in_stock(std::string_view name) const {
    const std::string wanted = lower_case(name);
    for (const FontFile& file : stock_.files) {
      if (lower_case(file.family) == wanted) return file.family;
    }
    return {};
  }

  bool add(const std::string& name) {
    std::string_view family = in_stock(name);
    if (family.empty()) {
      const auto alias = std::find_if(kAliases.begin(), kAliases.end(), [&](const Alias& one) {
        return one.name == lower_case(name);
      });
      for (size_t i = 0; alias != kAliases.end() && family.empty() && i < 3; ++i) {
        family = in_stock(alias->families[i]);
      }
      if (family.empty()) return false;
      add_alias(name, family);
    }
    const auto of_family = [&](const FontFile& file) { return file.family == family; };
    if (std::any_of(choice_.files.begin(), choice_.files.end(), of_family)) return true;
    std::copy_if(stock_.files.begin(), stock_.files.end(), std::back_inserter(choice_.files),
                 of_family);
    return true;
  }

  void add_alias(const std::string& name, std::string_view family) {
    const std::pair<std::string, std::string> alias{name, family};
    std::vector<std::pair<std::string, std::string>>& all = choice_.aliases;
    if (std::find(all.begin(), all.end(), alias) == all.end()) all.push_back(alias);
  }

  base::Diagnostic unknown(const std::string& list) const {
    std::vector<std::string> families;
    for (const FontFile& file : stock_.files) {
      if (families.empty() || families.back() != file.family) families.push_back(file.family);
    }
    base::Diagnostic diagnostic = base::error_without_place(
        base::Fault::input, "SBL0308", "this SVG picture asks for a font that is not there",
        fmt::format("set its texts in one of {}, or have the program that made it turn texts into "
                    "paths",
                    fmt::join(families, ", ")));
    diagnostic.echo = list;
    return diagnostic;
  }

  const FontStock& stock_;
  FontChoice choice_;
};

}  // namespace

base::Result<FontChoice> choose_fonts(const std::vector<std::string>& lists,
                                      const FontStock& stock) {
  return Chooser(stock).choose(lists);
}

}  // namespace sable::picture
