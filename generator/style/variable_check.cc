// What of custom properties can be checked before there is a tree.
//
// Which definition an element sees depends on the tree. So each value with var()
// is tried with each definition of each custom property that it can reach, one
// varied at a time: a wrong value is found in the sheet and not on a page.

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "style/blame.h"
#include "style/rules.h"

namespace sable::style {
namespace {

// The most definitions of one property that are tried in a value, and the most
// values that are tried at all: beyond, a wrong one is `unset` (CSS Variables 1,
// 3.1). No sheet written by hand comes near.
constexpr size_t kMostTried = 64;
constexpr size_t kMostTries = 20'000;
constexpr const char* kNoFamily = "SBL0735";

struct Candidate {
  const TokenList* value = nullptr;
  std::optional<base::Span> place;  // none: a token of a theme without a file
  bool of_theme = false;
};

using Candidates = std::map<std::string, std::vector<Candidate>>;

template <typename Visit>
void for_each_declaration(const Sheet::Rules& rules, Visit visit) {
  const auto each = [&](const Declarations& list) {
    for (const Declaration& declaration : list) visit(declaration);
  };
  for (const StyleRule& rule : rules.rules) each(rule.declarations);
  for (const PageBlock& block : rules.blocks) {
    each(block.page);
    each(block.notes);
    for (const auto& [name, declarations] : block.boxes) each(declarations);
  }
}

class Checker {
 public:
  Checker(const Sheet::Rules& rules, const Setting& setting, Findings& findings)
      : rules_(rules),
        findings_(findings),
        families_(setting.families),
        tokens_(setting.tokens),
        blame_(setting.tokens) {
    for (const auto& [name, value] : setting.theme) {
      const auto written = setting.tokens.find(name.substr(kDashes));
      candidates_[name].push_back({value.get(), written->second.place, true});
    }
    for_each_declaration(rules, [&](const Declaration& declaration) {
      if (!declaration.is_custom()) return;
      candidates_[declaration.custom].push_back({&declaration.tokens, declaration.span, false});
    });
    for (const auto& [name, list] : candidates_) names_.push_back(name);
  }

  void run() {
    const size_t before = findings_.size();
    for (const auto& [name, list] : candidates_) {
      for (const Candidate& candidate : list) check_references(candidate);
    }
    for_each_declaration(rules_, [&](const Declaration& declaration) {
      if (declaration.is_pending()) {
        check_references({&declaration.tokens, declaration.span, false});
      }
    });
    for (const auto& [name, list] : candidates_) measure(name, 0);
    if (findings_.size() != before) return;
    for_each_declaration(rules_, [&](const Declaration& declaration) {
      if (declaration.is_pending()) {
        try_values(declaration);
      } else if (auto problem = wrong_families(declaration.longhands, {})) {
        problem->span = declaration.span;
        findings_.add(*std::move(problem));
      }
    });
    blame_.report(findings_);
  }

 private:
  static constexpr size_t kDashes = 2;  // of "--name"

  void report(std::optional<base::Span> place, Problem problem) {
    if (place) {
      problem.span = *place;
      return findings_.add(std::move(problem));
    }
    base::Diagnostic diagnostic =
        base::error_without_place(base::Fault::input, problem.code,
                                  problem.message + ", in a token of the theme", problem.help);
    diagnostic.echo = problem.echo;
    findings_.add(std::move(diagnostic));
  }

  void check_references(const Candidate& candidate) {
    for (const Reference& reference : find_references(*candidate.value)) {
      const auto where = candidate.of_theme ? candidate.place : std::optional(reference.span);
      if (reference.name.empty()) {
        report(where, {{},
                       "SBL0730",
                       "this var() does not name a custom property",
                       "write var(--name) or var(--name, fallback)",
                       {}});
      } else if (!reference.has_fallback && !candidates_.contains(reference.name)) {
        report(where, {{},
                       "SBL0730",
                       "this custom property is not defined anywhere",
                       missing_help(reference.name),
                       reference.name});
      }
    }
  }

  std::string missing_help(const std::string& name) const {
    const std::string near = suggest(name, names_);
    if (near.starts_with("did")) return near;
    return "define it as a token of the theme or on :root, or give var() a fallback";
  }

  struct Size {
    enum class State : uint8_t { begun, done, bad } state = State::begun;
    size_t tokens = 0;
    size_t depth = 0;
  };

  // The greatest size that a property can have with all var() replaced. Finds
  // cycles (CSS Variables 1, 2.3) by the way; each is reported once.
  Size measure(const std::string& name, size_t level) {
    const auto known = sizes_.find(name);
    if (known != sizes_.end() && known->second.state != Size::State::begun) return known->second;
    const bool cycle = known != sizes_.end();
    if (cycle || level > kLongestChain) return refuse(name, cycle);
    sizes_[name] = Size();
    Size total;
    for (const Candidate& candidate : candidates_.at(name)) {
      const Size size = measure_value(*candidate.value, level);
      total.tokens = std::max(total.tokens, size.tokens);
      total.depth = std::max(total.depth, size.depth);
      if (size.state == Size::State::bad) total.state = Size::State::bad;
    }
    if (total.state != Size::State::bad) {
      if (total.tokens > kLongestValue || total.depth > kLongestChain) return refuse(name, false);
      total.state = Size::State::done;
    }
    return sizes_[name] = total;
  }

  Size measure_value(const TokenList& value, size_t level) {
    Size size{.state = Size::State::done, .tokens = value.size()};
    for (const Reference& reference : find_references(value)) {
      if (!candidates_.contains(reference.name)) continue;
      const Size inner = measure(reference.name, level + 1);
      size.tokens += inner.tokens;
      size.depth = std::max(size.depth, inner.depth + 1);
      if (inner.state == Size::State::bad) size.state = Size::State::bad;
    }
    return size;
  }

  Size refuse(const std::string& name, bool cycle) {
    if (refused_.insert(name).second) {
      const auto place = candidates_.at(name).back().place;
      if (cycle) {
        report(place, {{},
                       "SBL0731",
                       "this custom property refers to itself",
                       "break the circle of var()",
                       name});
      } else {
        report(place, {{},
                       "SBL0732",
                       "this custom property becomes too long",
                       "refer to fewer others",
                       name});
      }
    }
    return sizes_[name] = Size{.state = Size::State::bad};
  }

  using Choice = std::map<std::string, size_t>;

  // All names that a value can reach.
  void collect(TokenRange value, std::set<std::string>& names) const {
    for (const Reference& reference : find_references(value)) {
      const auto found = candidates_.find(reference.name);
      if (found == candidates_.end() || !names.insert(reference.name).second) continue;
      const size_t count = std::min(found->second.size(), kMostTried);
      for (size_t i = 0; i < count; ++i) collect(*found->second[i].value, names);
    }
  }

  std::optional<TokenList> expand(TokenRange value, const Choice& choice,
                                  std::set<std::string>* read) const {
    std::map<std::string, TokenList> done;
    Lookup lookup = [&](const std::string& name) -> const TokenList* {
      if (read != nullptr && candidates_.contains(name)) read->insert(name);
      if (const auto found = done.find(name); found != done.end()) return &found->second;
      const auto found = candidates_.find(name);
      if (found == candidates_.end()) return nullptr;
      const auto chosen = choice.find(name);
      const size_t index = chosen == choice.end() ? 0 : chosen->second;
      auto inner = substitute(*found->second[index].value, lookup);
      if (!inner) return nullptr;
      return &(done[name] = std::move(*inner));
    };
    return substitute(value, lookup);
  }

  void try_values(const Declaration& declaration) {
    if (tries_ > kMostTries) return;
    std::set<std::string> names;
    collect(declaration.tokens, names);
    if (!try_theme(declaration)) return;
    for (const std::string& name : names) {
      const std::vector<Candidate>& list = candidates_.at(name);
      for (size_t i = 1; i < std::min(list.size(), kMostTried); ++i) {
        auto problem = try_choice(declaration, {{name, i}});
        if (problem) return told(declaration, *std::move(problem), list[i]);
      }
    }
  }

  // Of a definition that a rule makes: with it the value is none.
  void told(const Declaration& declaration, Problem problem, const Candidate& definition) {
    if (const auto source = token_at(problem.span)) {
      return blame_.add(
          {declaration.span, name_of(declaration.property), {*source}, std::move(problem)});
    }
    base::Diagnostic diagnostic =
        base::error_at(declaration.span, problem.code, problem.message, problem.help);
    diagnostic.echo = problem.echo;
    if (definition.place) diagnostic.related.push_back({*definition.place, "defined here"});
    findings_.add(std::move(diagnostic));
  }

  // With the first definition of each name, which is the theme's if there is one.
  bool try_theme(const Declaration& declaration) {
    std::set<std::string> read;
    auto problem = try_choice(declaration, {}, &read);
    std::set<std::string> tokens;
    for (const std::string& name : read) {
      if (candidates_.at(name).front().of_theme) tokens.insert(name.substr(kDashes));
    }
    if (!problem) {
      blame_.clear(tokens);
      return true;
    }
    if (const auto source = token_at(problem->span)) tokens = {*source};
    problem->span = declaration.span;
    blame_.add(
        {declaration.span, name_of(declaration.property), std::move(tokens), *std::move(problem)});
    return false;
  }

  // The token of the theme that put in what stands at that place.
  std::optional<std::string> token_at(base::Span span) const {
    if (span.file < kFirstThemeFile) return std::nullopt;
    return std::next(tokens_.begin(), span.file - kFirstThemeFile)->first;
  }

  // What is wrong with a declaration's value, the custom properties put in, and where
  // it came from. `read`: takes the names that were.
  std::optional<Problem> try_choice(const Declaration& declaration, const Choice& choice,
                                    std::set<std::string>* read = nullptr) {
    ++tries_;
    const auto value = expand(declaration.tokens, choice, read);
    Problem problem;
    if (value) {
      const auto longhands =
          parse_value(declaration.property, trimmed(*value), declaration.span, problem);
      if (longhands) return wrong_families(*longhands, *value);
    } else {
      problem = {declaration.span, "", "", "refer to fewer custom properties", ""};
    }
    return Problem{problem.span, "SBL0733",
                   "the custom properties put in here do not give a value of this property",
                   std::move(problem.help), value ? echo_of(*value) : std::string()};
  }

  // A list of families none of which has a font.
  std::optional<Problem> wrong_families(const Longhands& longhands, TokenRange value) const {
    if (families_.empty()) return std::nullopt;
    for (const Longhand& longhand : longhands) {
      if (longhand.property != Property::font_family) continue;
      const auto* asked = std::get_if<Families>(&longhand.value);
      if (asked == nullptr || std::any_of(asked->begin(), asked->end(),
                                          [this](const auto& name) { return has_family(name); })) {
        continue;
      }
      // Families stand last, in `font` too.
      return Problem{value.empty() ? base::Span{} : trimmed(value).back().span, kNoFamily,
                     "none of these font families is in the font manifest", families_help(*asked),
                     asked->front()};
    }
    return std::nullopt;
  }

  bool has_family(const std::string& name) const {
    return std::any_of(families_.begin(), families_.end(), [&](const std::string& family) {
      return lower_case(family) == lower_case(name);
    });
  }

  std::string families_help(const Families& asked) const {
    std::string help;
    for (const std::string& name : asked) {
      const std::string* near = base::nearest(name, families_);
      if (near != nullptr && help.empty()) help = fmt::format("did you mean \"{}\"? ", *near);
    }
    return help + fmt::format("the families are {}", fmt::join(families_, ", "));
  }

  static std::string_view name_of(PropertyRef property) {
    return property.longhand != nullptr ? property.longhand->name : property.shorthand->name;
  }

  static std::string echo_of(const TokenList& value) {
    std::string text;
    for (const Token& token : value) {
      if (token.is(TokenKind::ident) || token.is(TokenKind::string)) return token.text;
    }
    return text;
  }

  const Sheet::Rules& rules_;
  Findings& findings_;
  const std::vector<std::string>& families_;
  const Tokens& tokens_;
  Blame blame_;
  Candidates candidates_;
  std::vector<std::string> names_;
  std::map<std::string, Size> sizes_;
  std::set<std::string> refused_;
  size_t tries_ = 0;
};

}  // namespace

void check_variables(const Sheet::Rules& rules, const Setting& setting, Findings& findings) {
  Checker(rules, setting, findings).run();
}

}  // namespace sable::style
