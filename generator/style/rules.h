// A sheet's rules, ready to be applied.
//
// In:  made by sheet.cc from the sheet of the program itself (user_agent.h) and
//      the sheet of the template.
// Out: selectors in cascade order with an index by their rightmost part; @page
//      rules in cascade order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "style/declaration.h"
#include "style/selector.h"
#include "style/styler.h"

namespace sable::style {

struct StyleRule {
  Declarations declarations;
  std::vector<std::string> attributes;  // that attr() reads
};

// Later origins win (CSS Cascade 4, 6.1).
enum class Origin : uint8_t { user_agent, author };

struct SelectorEntry {
  Selector selector;
  uint32_t rule = 0;  // in Rules::rules
  Origin origin = Origin::author;
};

// CSS Paged Media 3, 3.1
struct PageSelector {
  std::string name;
  bool first = false;
  bool blank = false;
  std::optional<bool> left;
  uint32_t specificity = 0;
};

struct PageBlock {
  Declarations page;
  std::vector<std::pair<MarginBoxName, Declarations>> boxes;
  Declarations notes, continued_notes;
};

struct PageEntry {
  PageSelector selector;
  uint32_t block = 0;  // in Rules::blocks
  Origin origin = Origin::author;
};

// Selectors by what their rightmost compound asks for, as indices of entries.
struct SelectorIndex {
  using Bucket = std::unordered_map<std::string_view, std::vector<uint32_t>>;
  Bucket by_id, by_class, by_element;
  std::vector<uint32_t> others;
};

struct Sheet::Rules {
  std::vector<StyleRule> rules;
  std::vector<SelectorEntry> entries;  // ascending: the last wins
  std::vector<PageBlock> blocks;
  std::vector<PageEntry> pages;  // ascending
  Environment theme;             // of the root's parent, as it were
  SelectorIndex index;           // into `entries`, which owns its keys
};

// Sorts the entries and builds the index.
void put_in_order(Sheet::Rules& rules);

// Parses a sheet's text and adds its rules.
void add_rules(std::string_view text, base::FileId file, Origin origin, Sheet::Rules& rules,
               Findings& findings);

// The files, as it were, of the tokens of a theme, in their order: a token's place
// tells whence it was put in. None of them is in the SourceSet.
constexpr base::FileId kFirstThemeFile = 1u << 31;

// What of a sheet can be known only beside what it is used with.
struct Setting {
  const Tokens& tokens;                      // of the theme, as written
  const Environment& theme;                  // the same, read
  const std::vector<std::string>& families;  // that there are fonts of; empty: any
};

// What of custom properties can be known before there is a tree: that each var()
// has a definition, that there are no cycles, and that values which are put in
// where var() stands suit the property. Lists of font families are looked at too,
// with and without var().
void check_variables(const Sheet::Rules& rules, const Setting& setting, Findings& findings);

}  // namespace sable::style
