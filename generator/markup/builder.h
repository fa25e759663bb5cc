// Builds the markup tree, checking each element. Private to the room.
//
// In:  start tags, end tags and text in document order, with their provenance.
// Out: the tree; findings where elements.h is not kept.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup/elements.h"
#include "markup/findings.h"
#include "markup/tree.h"

namespace sable::markup {

using RawAttribute = std::pair<std::string_view, std::string_view>;

// Of a start tag or a text: where it comes from, and whether it is new.
struct Origin {
  Provenance where;
  released::Change change = released::Change::none;
};

class TreeBuilder {
 public:
  explicit TreeBuilder(Findings& findings) : findings_(findings) {}

  // False where the tree is too deep to go on.
  bool start(std::string_view name, std::span<const RawAttribute> attributes, Origin origin);
  void text(std::string_view text, Origin origin);
  void end();

  // An element that is still open, as the template writes its name.
  struct OpenElement {
    std::string_view name;
    Provenance where;
  };
  // The innermost; nullopt: none is open.
  std::optional<OpenElement> innermost() const;
  bool is_open(std::string_view name) const;

  Tree take() { return std::move(tree_); }

 private:
  struct Open {
    NodeId node;
    const ElementRule* rule;  // nullptr: unknown, its content is not checked
    std::string unknown;      // its name, if it is
    std::string_view name() const { return rule ? std::string_view(rule->name) : unknown; }
  };

  const ElementRule* check_element(std::string_view name, Provenance where);
  void check_place(const ElementRule& rule, Provenance where);
  void add_attributes(Node& node, const ElementRule& rule,
                      std::span<const RawAttribute> attributes);
  void add_attribute(Node& node, const ElementRule& rule, const RawAttribute& attribute);
  void check_required(const Node& node, const ElementRule& rule);
  // Adds the text that is waiting, unless it is white space that cannot matter.
  void settle_text(bool before_block);
  bool is_needless(bool before_block) const;
  bool text_may_stand(const ElementRule& rule) const;
  NodeId append(Node node);
  NodeId append_to(NodeId parent, Node node);
  bool is_block(const Node& node) const;

  Findings& findings_;
  Tree tree_;
  std::vector<Open> open_;
  std::string waiting_;  // text not yet in the tree
  Origin waiting_origin_;
};

}  // namespace sable::markup
