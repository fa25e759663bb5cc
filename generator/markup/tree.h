// The markup that a filled template gives: an XML tree with the names of HTML.
//
// In:  made by fill.h.
// Out: nodes in document order, each with its provenance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "released/released.h"

namespace sable::markup {

using NodeId = uint32_t;
constexpr NodeId kNoNode = 0xFFFFFFFF;

// Where a node comes from: a block of the release and a place in a template.
struct Provenance {
  released::Ordinal ordinal = kNone;
  base::Span template_place;
  static constexpr released::Ordinal kNone = 0xFFFFFFFF;
};

struct Attribute {
  std::string_view name;  // one of the names that elements.h allows
  std::string value;
};

struct Node {
  std::string_view element;  // "p", "redaction"; empty for a text node
  std::string text;          // of a text node, provenance marks stripped
  std::vector<Attribute> attributes;
  NodeId parent = kNoNode;
  NodeId first_child = kNoNode;
  NodeId last_child = kNoNode;
  NodeId next = kNoNode;
  Provenance provenance;

  bool is_text() const { return element.empty(); }
  // The attribute's value, or "".
  std::string_view attribute(std::string_view name) const;
};

struct Tree {
  std::vector<Node> nodes;  // nodes[0] is the root element, <html>

  const Node& node(NodeId id) const { return nodes[id]; }
};

// The tree as indented text, for tests.
std::string dump(const Tree& tree);

}  // namespace sable::markup
