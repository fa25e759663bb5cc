// Matching: Selectors 3, 6 and 8, from right to left.

#include <algorithm>

#include "style/selector.h"

namespace sable::style {
namespace {

using markup::kNoNode;
using markup::Node;
using markup::NodeId;

bool has_word(std::string_view list, std::string_view word) {
  bool found = false;
  for_each_word(list, [&](std::string_view candidate) { found = found || candidate == word; });
  return found;
}

// 6.3.1, 6.3.2; an empty value matches nothing with ~= ^= $= *=.
bool holds(const AttributeTest& test, const Node& node) {
  const std::string* value = find_attribute(node, test.name);
  if (value == nullptr) return false;
  using Operator = AttributeTest::Operator;
  const std::string& wanted = test.value;
  switch (test.op) {
    case Operator::present:
      return true;
    case Operator::equal:
      return *value == wanted;
    case Operator::word:
      return !wanted.empty() && has_word(*value, wanted);
    case Operator::dash:
      return value->starts_with(wanted) &&
             (value->size() == wanted.size() || (*value)[wanted.size()] == '-');
    case Operator::prefix:
      return !wanted.empty() && value->starts_with(wanted);
    case Operator::suffix:
      return !wanted.empty() && value->ends_with(wanted);
    case Operator::substring:
      return !wanted.empty() && value->find(wanted) != std::string::npos;
  }
  return false;
}

bool has_classes(const Compound& compound, const Node& node) {
  if (compound.classes.empty()) return true;
  const std::string* classes = find_attribute(node, "class");
  return classes != nullptr &&
         std::all_of(compound.classes.begin(), compound.classes.end(),
                     [&](const std::string& name) { return has_word(*classes, name); });
}

bool has_id(const Compound& compound, const Node& node) {
  if (compound.id.empty()) return true;
  const std::string* id = find_attribute(node, "id");
  return id != nullptr && *id == compound.id;
}

bool has_place(const Compound& compound, const Match& match, NodeId id) {
  if (compound.root && match.tree.node(id).parent != kNoNode) return false;
  if (compound.first_child && match.neighbours.previous[id] != kNoNode) return false;
  return !compound.last_child || match.neighbours.last[id];
}

bool matches(const Compound& compound, const Match& match, NodeId id) {
  const Node& node = match.tree.node(id);
  if (!compound.element.empty() && compound.element != node.element) return false;
  if (!has_classes(compound, node) || !has_id(compound, node)) return false;
  if (!has_place(compound, match, id)) return false;
  return std::all_of(compound.attributes.begin(), compound.attributes.end(),
                     [&](const AttributeTest& test) { return holds(test, node); }) &&
         std::none_of(compound.negations.begin(), compound.negations.end(),
                      [&](const Compound& negated) { return matches(negated, match, id); });
}

// `nowhere`: not from any place further up either, because every ancestor was
// tried. It ends the search, which otherwise would try each ancestor for each.
enum class Outcome : uint8_t { found, not_here, nowhere };

// Matches compounds[at…] leftwards of compounds[at - 1], which matched at `id`. Of
// the ancestors the nearest that matches is not always the right one ("a > b c"),
// so that a descendant step may have to climb on; the other steps admit one place.
Outcome match_left(const Selector& selector, const Match& match, size_t at, NodeId id) {
  if (at == selector.compounds.size()) return Outcome::found;
  const Combinator left = selector.compounds[at - 1].left;
  const bool climb = left == Combinator::descendant;
  NodeId place =
      left == Combinator::next_sibling ? match.neighbours.previous[id] : match.tree.node(id).parent;
  for (; place != kNoNode; place = climb ? match.tree.node(place).parent : kNoNode) {
    if (!matches(selector.compounds[at], match, place)) continue;
    const Outcome outcome = match_left(selector, match, at + 1, place);
    if (outcome != Outcome::not_here) return outcome;
  }
  return climb ? Outcome::nowhere : Outcome::not_here;
}

}  // namespace

const std::string* find_attribute(const Node& node, std::string_view name) {
  for (const markup::Attribute& attribute : node.attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

Neighbours find_neighbours(const markup::Tree& tree) {
  Neighbours neighbours;
  neighbours.previous.assign(tree.nodes.size(), kNoNode);
  neighbours.last.assign(tree.nodes.size(), false);
  if (!tree.nodes.empty()) neighbours.last[0] = true;
  for (const Node& parent : tree.nodes) {
    NodeId previous = kNoNode;
    for (NodeId child = parent.first_child; child != kNoNode; child = tree.node(child).next) {
      if (tree.node(child).is_text()) continue;
      neighbours.previous[child] = previous;
      previous = child;
    }
    if (previous != kNoNode) neighbours.last[previous] = true;
  }
  return neighbours;
}

bool matches(const Selector& selector, const Match& match, NodeId node) {
  return matches(selector.compounds[0], match, node) &&
         match_left(selector, match, 1, node) == Outcome::found;
}

}  // namespace sable::style
