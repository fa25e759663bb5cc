// Parsing of selectors: Selectors 3, 10.

#include <algorithm>

#include "style/cursor.h"
#include "style/selector.h"
#include "style/vocabulary.h"

namespace sable::style {
namespace {

constexpr uint32_t kMostOfAKind = 1023;

struct PseudoElement {
  const char* name;
  Pseudo pseudo;
  const char* element;  // the only element that has it; empty: any
};
constexpr PseudoElement kPseudoElements[] = {
    {"before", Pseudo::before, ""},
    {"after", Pseudo::after, ""},
    {"marker", Pseudo::marker, "li"},
    {"code", Pseudo::code, "redaction"},
    {"footnote-call", Pseudo::footnote_call, "note"},
    {"footnote-marker", Pseudo::footnote_marker, "note"},
    {"footnote-continues", Pseudo::footnote_continues, "note"},
    {"continued", Pseudo::continued, "caption"},
};

const std::vector<std::string>& pseudo_element_names() {
  static const std::vector<std::string> names = {"before",
                                                 "after",
                                                 "marker",
                                                 "code",
                                                 "footnote-call",
                                                 "footnote-marker",
                                                 "footnote-continues",
                                                 "continued"};
  return names;
}

const std::vector<std::string>& pseudo_class_names() {
  static const std::vector<std::string> names = {"first-child", "last-child", "only-child", "root",
                                                 "not"};
  return names;
}

// Counts of ids, of classes and the like, and of elements (9).
struct Counts {
  uint32_t ids = 0, classes = 0, elements = 0;

  void add(const Compound& compound) {
    ids += !compound.id.empty();
    classes += static_cast<uint32_t>(compound.classes.size() + compound.attributes.size());
    classes += uint32_t{compound.root} + compound.first_child + compound.last_child;
    elements += !compound.element.empty();
    for (const Compound& negated : compound.negations) add(negated);
  }
  uint32_t packed() const {
    return (std::min(ids, kMostOfAKind) << 20) + (std::min(classes, kMostOfAKind) << 10) +
           std::min(elements, kMostOfAKind);
  }
};

class SelectorParser {
 public:
  explicit SelectorParser(Cursor& cursor) : cursor_(cursor) {}

  // Up to a comma or the end; false where the cursor holds a problem.
  bool parse(Selector& selector) {
    std::vector<Compound> compounds;  // leftmost first
    Combinator left = Combinator::none;
    cursor_.skip_space();
    for (;;) {
      Compound compound;
      compound.left = left;
      if (!parse_compound(compound, selector.pseudo)) return false;
      compounds.push_back(std::move(compound));
      if (!next_combinator(left)) return false;
      if (left == Combinator::none) break;
      if (selector.pseudo != Pseudo::none) return pseudo_inside();
    }
    std::reverse(compounds.begin(), compounds.end());
    selector.compounds = std::move(compounds);
    Counts counts;
    for (const Compound& compound : selector.compounds) counts.add(compound);
    counts.elements += selector.pseudo != Pseudo::none;
    selector.specificity = counts.packed();
    return true;
  }

 private:
  bool problem(const char* code, const char* message, std::string help, std::string echo = {}) {
    cursor_.fail(code, message, std::move(help), std::move(echo));
    return false;
  }

  bool malformed() {
    return problem("SBL0714", "this is not a selector",
                   "write elements, .classes, #ids, [attributes] and :pseudo-classes, joined by "
                   "spaces, '>' or '+'");
  }

  bool pseudo_inside() {
    return problem("SBL0715", "nothing can stand behind a pseudo-element",
                   "put the pseudo-element last in its selector");
  }

  // 8; Combinator::none at the end of the selector.
  bool next_combinator(Combinator& left) {
    const bool space = cursor_.skip_space();
    left = Combinator::none;
    if (cursor_.at_end() || cursor_.peek().is(TokenKind::comma)) return true;
    if (cursor_.peek().is_delim('>')) {
      left = Combinator::child;
    } else if (cursor_.peek().is_delim('+')) {
      left = Combinator::next_sibling;
    } else if (cursor_.peek().is_delim('~')) {
      return problem("SBL0716", "the combinator '~' is not supported",
                     "use '+', '>' or a space, or a class");
    } else if (space) {
      left = Combinator::descendant;
      return true;
    } else {
      return malformed();
    }
    cursor_.next();
    cursor_.skip_space();
    return true;
  }

  bool parse_compound(Compound& compound, Pseudo& pseudo) {
    bool any = parse_element(compound);
    if (cursor_.failed()) return false;
    for (; at_simple(); any = true) {
      if (pseudo != Pseudo::none) return pseudo_inside();
      if (at_pseudo_element()) {
        if (!parse_pseudo_element(compound, pseudo)) return false;
      } else if (!parse_simple(compound)) {
        return false;
      }
    }
    return any || malformed();
  }

  // 6.1, 6.2
  bool parse_element(Compound& compound) {
    if (cursor_.at_end()) return false;
    if (cursor_.peek().is_delim('*')) {
      cursor_.next();
      return true;
    }
    if (!cursor_.peek().is(TokenKind::ident)) return false;
    const std::string& name = cursor_.peek().text;
    if (!contains(element_names(), name)) {
      return problem("SBL0710", "there is no such element", element_help(name), name);
    }
    compound.element = cursor_.next().text;
    return true;
  }

  bool at_simple() const {
    if (cursor_.at_end()) return false;
    const Token& token = cursor_.peek();
    return token.is(TokenKind::hash) || token.is_delim('.') || token.is(TokenKind::open_bracket) ||
           token.is(TokenKind::colon);
  }

  bool at_pseudo_element() const {
    return cursor_.peek().is(TokenKind::colon) && cursor_.peek(1).is(TokenKind::colon);
  }

  bool parse_simple(Compound& compound) {
    if (cursor_.peek().is(TokenKind::hash)) return parse_id(compound);
    if (cursor_.peek().is_delim('.')) return parse_class(compound);
    if (cursor_.peek().is(TokenKind::open_bracket)) return parse_attribute(compound);
    return parse_pseudo_class(compound);
  }

  // 6.5; two different ids match nothing, and are a mistake
  bool parse_id(Compound& compound) {
    if (!compound.id.empty()) return malformed();
    compound.id = cursor_.next().text;
    return true;
  }

  // 6.4
  bool parse_class(Compound& compound) {
    cursor_.next();
    if (cursor_.at_end() || !cursor_.peek().is(TokenKind::ident)) return malformed();
    compound.classes.push_back(cursor_.next().text);
    return true;
  }

  // 6.3
  bool parse_attribute(Compound& compound) {
    cursor_.next();
    cursor_.skip_space();
    if (!cursor_.peek().is(TokenKind::ident)) return malformed();
    const std::string& name = cursor_.peek().text;
    if (!contains(attribute_names(), name)) {
      return problem("SBL0711", "there is no such attribute", suggest(name, attribute_names()),
                     name);
    }
    AttributeTest test;
    test.name = cursor_.next().text;
    cursor_.skip_space();
    if (!cursor_.peek().is(TokenKind::close_bracket) && !parse_test(test)) return false;
    cursor_.next();
    compound.attributes.push_back(std::move(test));
    return true;
  }

  bool parse_test(AttributeTest& test) {
    using Operator = AttributeTest::Operator;
    static constexpr std::string_view kMarks = "~|^$*";
    static constexpr Operator kOperators[] = {Operator::word, Operator::dash, Operator::prefix,
                                              Operator::suffix, Operator::substring};
    test.op = Operator::equal;
    if (cursor_.peek().is(TokenKind::delim)) {
      const size_t mark = kMarks.find(cursor_.peek().text[0]);
      if (mark != std::string_view::npos) {
        test.op = kOperators[mark];
        cursor_.next();
      }
    }
    if (!cursor_.peek().is_delim('=')) return malformed();
    cursor_.next();
    cursor_.skip_space();
    if (!cursor_.peek().is(TokenKind::ident) && !cursor_.peek().is(TokenKind::string)) {
      return problem("SBL0714", "an attribute is compared with a name or a quoted string",
                     "put the value in quotes");
    }
    test.value = cursor_.next().text;
    cursor_.skip_space();
    return cursor_.peek().is(TokenKind::close_bracket) || malformed();
  }

  // 6.6
  bool parse_pseudo_class(Compound& compound) {
    cursor_.next();
    const Token& token = cursor_.peek();
    if (token.is_function("not")) return parse_not(compound);
    if (token.is_ident("root")) {
      compound.root = true;
    } else if (token.is_ident("first-child") || token.is_ident("only-child")) {
      compound.first_child = true;
      compound.last_child |= token.is_ident("only-child");
    } else if (token.is_ident("last-child")) {
      compound.last_child = true;
    } else {
      return unknown_pseudo_class(token);
    }
    cursor_.next();
    return true;
  }

  bool unknown_pseudo_class(const Token& token) {
    if (!token.is(TokenKind::ident) && !token.is(TokenKind::function)) return malformed();
    // ":before", as CSS 2 wrote it
    if (contains(pseudo_element_names(), lower_case(token.text))) {
      return problem("SBL0713", "a pseudo-element is written with two colons",
                     "write '::' before it", token.text);
    }
    return problem("SBL0712", "there is no such pseudo-class",
                   suggest(lower_case(token.text), pseudo_class_names()), token.text);
  }

  // 6.6.7: one simple selector
  bool parse_not(Compound& compound) {
    cursor_.next();
    cursor_.skip_space();
    Compound negated;
    if (!parse_element(negated)) {
      if (cursor_.failed()) return false;
      if (!at_simple() || at_pseudo_element() || cursor_.peek(1).is_function("not")) {
        return malformed();
      }
      if (!parse_simple(negated)) return false;
    }
    cursor_.skip_space();
    if (!cursor_.peek().is(TokenKind::close_paren)) {
      return problem("SBL0714", "':not()' takes one simple selector",
                     "write several ':not()' one after another");
    }
    cursor_.next();
    compound.negations.push_back(std::move(negated));
    return true;
  }

  // 7
  bool parse_pseudo_element(const Compound& compound, Pseudo& pseudo) {
    cursor_.next();
    cursor_.next();
    const Token& token = cursor_.peek();
    if (!token.is(TokenKind::ident)) return malformed();
    const std::string name = lower_case(token.text);
    for (const PseudoElement& known : kPseudoElements) {
      if (name != known.name) continue;
      if (*known.element != '\0' && !compound.element.empty() &&
          compound.element != known.element) {
        return problem("SBL0715", "this element has no such pseudo-element",
                       std::string("it belongs to the element '") + known.element + "'", name);
      }
      pseudo = known.pseudo;
      cursor_.next();
      return true;
    }
    return problem("SBL0713", "there is no such pseudo-element",
                   suggest(name, pseudo_element_names()), token.text);
  }

  Cursor& cursor_;
};

}  // namespace

std::vector<Selector> parse_selectors(TokenRange tokens, base::Span place, Findings& findings) {
  std::vector<Selector> selectors;
  bool sound = true;
  size_t begin = 0;
  for (size_t at = 0; at <= tokens.size(); ++at) {
    const bool inside = at < tokens.size() && !tokens[at].is(TokenKind::comma);
    if (inside) continue;
    Cursor cursor(tokens.subspan(begin, at - begin), place);
    Selector selector;
    if (SelectorParser(cursor).parse(selector)) {
      selectors.push_back(std::move(selector));
    } else {
      findings.add(cursor.problem());
      sound = false;
    }
    begin = at + 1;
  }
  return sound ? std::move(selectors) : std::vector<Selector>();
}

}  // namespace sable::style
