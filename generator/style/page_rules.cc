#include "style/page_rules.h"

#include <algorithm>

namespace sable::style {
namespace {

class PageSelectorParser {
 public:
  PageSelectorParser(TokenRange tokens, base::Span place) : cursor_(tokens, place) {}

  // [ name ]? [ :first | :left | :right | :blank ]*
  std::optional<PageSelector> parse(Findings& findings) {
    PageSelector selector;
    cursor_.skip_space();
    const bool named = cursor_.peek().is(TokenKind::ident);
    if (named) {
      selector.name = cursor_.next().text;
      selector.specificity += 1U << 20;
    }
    bool sound = named || cursor_.peek().is(TokenKind::colon);
    while (sound && cursor_.peek().is(TokenKind::colon)) sound = parse_pseudo(selector);
    if (sound && cursor_.done()) return selector;
    cursor_.fail("SBL0741", "this is not the selector of a page",
                 "write a name, :first, :left, :right, :blank, or a name followed by these");
    findings.add(cursor_.problem());
    return std::nullopt;
  }

 private:
  bool parse_pseudo(PageSelector& selector) {
    cursor_.next();
    const Token& token = cursor_.peek();
    if (token.is_ident("first") || token.is_ident("blank")) {
      (token.is_ident("first") ? selector.first : selector.blank) = true;
      selector.specificity += 1U << 10;
    } else if (token.is_ident("left") || token.is_ident("right")) {
      selector.left = token.is_ident("left");
      selector.specificity += 1;
    } else {
      if (token.is(TokenKind::ident)) {
        cursor_.fail("SBL0741", "there is no such kind of page",
                     suggest(lower_case(token.text), {"first", "left", "right", "blank"}),
                     token.text);
      }
      return false;
    }
    cursor_.next();
    return true;
  }

  Cursor cursor_;
};

std::vector<PageSelector> parse_page_selectors(const RawRule& raw, Findings& findings) {
  if (raw.prelude.empty()) return {PageSelector()};
  std::vector<PageSelector> selectors;
  const TokenRange tokens = raw.prelude;
  size_t begin = 0;
  for (size_t at = 0; at <= tokens.size(); ++at) {
    if (at < tokens.size() && !tokens[at].is(TokenKind::comma)) continue;
    PageSelectorParser parser(tokens.subspan(begin, at - begin), raw.name_span);
    if (auto selector = parser.parse(findings)) selectors.push_back(std::move(*selector));
    begin = at + 1;
  }
  return selectors;
}

void check_box(const RawRule& raw, Findings& findings) {
  if (!raw.has_block || !raw.prelude.empty()) {
    findings.add({raw.name_span, "SBL0742", "a box of the page has no block of its own here",
                  "write its name and directly behind it its declarations in braces", raw.name});
  }
  for (const RawRule& inner : raw.rules) {
    findings.add({inner.name_span, "SBL0743", "an at-rule cannot stand here",
                  "move it out of this block", inner.name});
  }
}

void add_box(const RawRule& raw, PageBlock& block, Findings& findings) {
  const std::vector<std::string>& names = margin_box_names();
  const auto found = std::find(names.begin(), names.end(), raw.name);
  const bool is_notes = raw.name == "footnote" || raw.name == "footnote-continued";
  if (!is_notes && found == names.end()) {
    std::vector<std::string> candidates = names;
    candidates.insert(candidates.end(), {"footnote", "footnote-continued"});
    findings.add({raw.name_span, "SBL0742", "a page has no such box", suggest(raw.name, candidates),
                  raw.name});
    return;
  }
  check_box(raw, findings);
  if (is_notes) {
    Declarations notes = parse_declarations(raw.declarations, kNoteArea, findings);
    Declarations& area = raw.name == "footnote" ? block.notes : block.continued_notes;
    std::move(notes.begin(), notes.end(), std::back_inserter(area));
    return;
  }
  block.boxes.emplace_back(static_cast<MarginBoxName>(found - names.begin()),
                           parse_declarations(raw.declarations, kMarginBox, findings));
}

void refuse_custom(const Declarations& declarations, Findings& findings) {
  for (const Declaration& each : declarations) {
    if (!each.is_custom()) continue;
    findings.add({each.span,
                  "SBL0721",
                  "a custom property cannot be defined in @page",
                  "define it on :root; pages see what the root element has",
                  {}});
  }
}

}  // namespace

const std::vector<std::string>& margin_box_names() {
  // In the order of MarginBoxName.
  static const std::vector<std::string> names = {
      "top-left-corner",     "top-left",     "top-center",    "top-right",
      "top-right-corner",    "right-top",    "right-middle",  "right-bottom",
      "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left",
      "bottom-left-corner",  "left-bottom",  "left-middle",   "left-top",
      "watermark",           "line-numbers"};
  return names;
}

void add_page_rule(const RawRule& raw, Origin origin, Sheet::Rules& rules, Findings& findings) {
  if (!raw.has_block) {
    findings.add({raw.name_span,
                  "SBL0705",
                  "this rule has no block of declarations",
                  "write the declarations in braces behind it",
                  {}});
    return;
  }
  PageBlock block;
  block.page = parse_declarations(raw.declarations, kPage, findings);
  for (const RawRule& box : raw.rules) add_box(box, block, findings);
  refuse_custom(block.page, findings);
  refuse_custom(block.notes, findings);
  refuse_custom(block.continued_notes, findings);
  for (const auto& [name, declarations] : block.boxes) refuse_custom(declarations, findings);
  for (PageSelector& selector : parse_page_selectors(raw, findings)) {
    rules.pages.push_back(
        {std::move(selector), static_cast<uint32_t>(rules.blocks.size()), origin});
  }
  rules.blocks.push_back(std::move(block));
}

}  // namespace sable::style
