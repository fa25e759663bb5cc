// From the text of a style sheet to rules in cascade order.

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "style/page_rules.h"
#include "style/rules.h"
#include "style/user_agent.h"

namespace sable::style {
namespace {

unsigned places_of(const std::vector<Selector>& selectors) {
  unsigned places = 0;
  for (const Selector& selector : selectors) {
    places |= selector.pseudo == Pseudo::none ? kElement : kPseudo;
  }
  return places;
}

void add_style_rule(const RawRule& raw, Origin origin, Sheet::Rules& rules, Findings& findings) {
  std::vector<Selector> selectors = raw.prelude.empty()
                                        ? std::vector<Selector>()
                                        : parse_selectors(raw.prelude, raw.name_span, findings);
  if (raw.prelude.empty()) {
    findings.add({raw.name_span,
                  "SBL0714",
                  "this block has no selector",
                  "write before it which elements it styles",
                  {}});
  }
  for (const RawRule& inner : raw.rules) {
    findings.add({inner.name_span, "SBL0743", "an at-rule cannot stand here",
                  "move it out of this block", inner.name});
  }
  // Without its selectors a block is checked for what may stand on elements.
  const unsigned places = selectors.empty() ? unsigned{kElement} : places_of(selectors);
  StyleRule rule;
  rule.declarations = parse_declarations(raw.declarations, places, findings);
  rule.attributes = attributes_of(rule.declarations);
  for (Selector& selector : selectors) {
    rules.entries.push_back(
        {std::move(selector), static_cast<uint32_t>(rules.rules.size()), origin});
  }
  rules.rules.push_back(std::move(rule));
}

void add_rule(const RawRule& raw, Origin origin, Sheet::Rules& rules, Findings& findings) {
  if (!raw.at_rule) return add_style_rule(raw, origin, rules, findings);
  if (raw.name == "page") return add_page_rule(raw, origin, rules, findings);
  if (raw.name == "charset" && !raw.has_block) return;  // it is UTF-8, whatever that says
  findings.add({raw.name_span, "SBL0740", "there is no such rule", suggest(raw.name, {"page"}),
                "@" + raw.name});
}

// Each page name that an element asks for has an @page rule of its own; a name
// without one would be a misspelling that nobody sees.
void check_page_names(const Sheet::Rules& rules, Findings& findings) {
  std::vector<std::string> names;
  for (const PageEntry& entry : rules.pages) {
    if (!entry.selector.name.empty()) names.push_back(entry.selector.name);
  }
  for (const StyleRule& rule : rules.rules) {
    for (const Declaration& declaration : rule.declarations) {
      for (const Longhand& longhand : declaration.longhands) {
        const auto* name = std::get_if<std::string>(&longhand.value);
        if (longhand.property != Property::page || name == nullptr || name->empty()) continue;
        if (std::find(names.begin(), names.end(), *name) != names.end()) continue;
        findings.add({declaration.span, "SBL0744", "no @page rule has this name",
                      suggest(*name, names), *name});
      }
    }
  }
}

Environment tokenize_theme(const Tokens& tokens, Findings& findings) {
  Environment theme;
  base::FileId file = kFirstThemeFile;
  for (const auto& [name, value] : tokens) {
    Findings own;
    const base::FileId as_file = file++;
    const bool utf8 = !base::find_bad_utf8(value.text);
    TokenList list = utf8 ? tokenize(value.text, as_file, own) : TokenList();
    const bool sound = utf8 && own.empty() && behind_block(list, 0) <= list.size();
    int depth = 0;
    for (const Token& token : list) {
      depth += token.is(TokenKind::function) || token.is(TokenKind::open_paren);
      depth -= token.is(TokenKind::close_paren);
      if (token.is(TokenKind::semicolon) || token.is(TokenKind::open_brace) ||
          token.is(TokenKind::close_brace) || token.is(TokenKind::open_bracket) ||
          token.is(TokenKind::close_bracket) || depth < 0 || depth > 32) {
        depth = -1000;
      }
    }
    if (!sound || depth != 0) {
      base::Diagnostic diagnostic = base::error_without_place(
          base::Fault::input, "SBL0734", "a token of the theme is not a value of a style sheet",
          "write it as it would stand in the style sheet, such as 11pt, #333 or \"Liberation "
          "Serif\", serif");
      diagnostic.span = value.place;
      diagnostic.echo = value.place ? value.text : name;
      findings.add(std::move(diagnostic));
      continue;
    }
    const TokenRange range = trimmed(list);
    theme["--" + name] = std::make_shared<const TokenList>(range.begin(), range.end());
  }
  return theme;
}

// Their references to one another replaced.
Environment resolve_theme(const Environment& tokens) {
  std::map<std::string, const TokenList*> declared;
  for (const auto& [name, value] : tokens) declared[name] = value.get();
  return resolve({}, declared);
}

}  // namespace

void add_rules(std::string_view text, base::FileId file, Origin origin, Sheet::Rules& rules,
               Findings& findings) {
  if (const auto bad = base::find_bad_utf8(text)) {
    const auto at = static_cast<uint32_t>(*bad);
    findings.add({{file, at, at + 1},
                  "SBL0700",
                  "the style sheet is not UTF-8 here",
                  "save it as UTF-8",
                  {}});
    return;
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    // The mark is no token; blanks keep the offsets.
    const std::string blanked = "   " + std::string(text.substr(3));
    return add_rules(blanked, file, origin, rules, findings);
  }
  for (const RawRule& raw : parse_rules(tokenize(text, file, findings), findings)) {
    add_rule(raw, origin, rules, findings);
  }
}

void put_in_order(Sheet::Rules& rules) {
  // CSS Cascade 4, 6: origin, specificity, order of appearance.
  std::stable_sort(rules.entries.begin(), rules.entries.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.origin, a.selector.specificity) <
           std::tuple(b.origin, b.selector.specificity);
  });
  std::stable_sort(rules.pages.begin(), rules.pages.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.origin, a.selector.specificity) <
           std::tuple(b.origin, b.selector.specificity);
  });
  SelectorIndex& index = rules.index;
  for (uint32_t i = 0; i < rules.entries.size(); ++i) {
    const Compound& last = rules.entries[i].selector.compounds[0];
    if (!last.id.empty()) {
      index.by_id[last.id].push_back(i);
    } else if (!last.classes.empty()) {
      index.by_class[last.classes[0]].push_back(i);
    } else if (!last.element.empty()) {
      index.by_element[last.element].push_back(i);
    } else {
      index.others.push_back(i);
    }
  }
}

base::Result<Sheet> parse_sheet(const base::SourceSet& sources,
                                const std::vector<base::FileId>& files, const Tokens& tokens,
                                const std::vector<std::string>& families) {
  Findings findings;
  auto rules = std::make_shared<Sheet::Rules>();
  // Nothing is wrong with the program's own, so no place in it is ever named.
  add_rules(user_agent_sheet(), files.empty() ? 0 : files.front(), Origin::user_agent, *rules,
            findings);
  for (const base::FileId file : files) {
    add_rules(sources.file(file).text, file, Origin::author, *rules, findings);
  }
  const Environment theme = tokenize_theme(tokens, findings);
  check_page_names(*rules, findings);
  check_variables(*rules, {tokens, theme, families}, findings);
  if (!findings.empty()) return base::fail(findings.take());
  rules->theme = resolve_theme(theme);
  put_in_order(*rules);
  return Sheet(std::move(rules));
}

}  // namespace sable::style
