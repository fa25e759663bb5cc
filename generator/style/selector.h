// Selectors: Selectors 3, in the subset of docs/templates.md.
//
// In:  the tokens before a rule's block.
// Out: selectors that match nodes of a markup tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "markup/tree.h"
#include "style/token.h"

namespace sable::style {

// What of an element is styled: itself or generated content.
enum class Pseudo : uint8_t {
  none,
  before,
  after,
  marker,
  code,
  footnote_call,
  footnote_marker,
  footnote_continues,
  continued,
};
constexpr size_t kPseudoCount = 9;

// How a compound is joined to the one on its left.
enum class Combinator : uint8_t { none, descendant, child, next_sibling };

struct AttributeTest {
  enum class Operator : uint8_t { present, equal, word, dash, prefix, suffix, substring };
  std::string name;
  Operator op = Operator::present;
  std::string value;
};

// Tests on one element; all have to hold.
struct Compound {
  std::string element;  // empty: any
  std::string id;
  std::vector<std::string> classes;
  std::vector<AttributeTest> attributes;
  bool root = false;
  bool first_child = false;
  bool last_child = false;
  std::vector<Compound> negations;  // :not(), of one simple selector each
  Combinator left = Combinator::none;
};

struct Selector {
  std::vector<Compound> compounds;  // the rightmost first; never empty
  Pseudo pseudo = Pseudo::none;
  uint32_t specificity = 0;  // a·2²⁰ + b·2¹⁰ + c (Selectors 3, 9)
};

// A comma list. What is wrong is reported; a list with a fault gives nothing.
std::vector<Selector> parse_selectors(TokenRange tokens, base::Span place, Findings& findings);

// The neighbours of each element, which the tree's nodes do not hold. Text nodes
// do not count (Selectors 3, 6.6.5.4).
struct Neighbours {
  std::vector<markup::NodeId> previous;  // element before it, of the same parent
  std::vector<bool> last;                // no element behind it
};
Neighbours find_neighbours(const markup::Tree& tree);

struct Match {
  const markup::Tree& tree;
  const Neighbours& neighbours;
};
bool matches(const Selector& selector, const Match& match, markup::NodeId node);

// Value of an attribute, or nullptr.
const std::string* find_attribute(const markup::Node& node, std::string_view name);

// Calls `visit` with each word of a list separated by white space.
template <typename Visit>
void for_each_word(std::string_view list, Visit visit) {
  constexpr std::string_view kSpace = " \t\n\r\f";
  size_t begin = list.find_first_not_of(kSpace);
  while (begin != std::string_view::npos) {
    const size_t end = std::min(list.find_first_of(kSpace, begin), list.size());
    visit(list.substr(begin, end - begin));
    begin = list.find_first_not_of(kSpace, end);
  }
}

}  // namespace sable::style
