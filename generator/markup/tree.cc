// Reading and printing of the tree of tree.h.
#include "markup/tree.h"

namespace sable::markup {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

void append_node(std::string& out, const Node& node, size_t depth) {
  out.append(2 * depth, ' ');
  if (node.is_text()) {
    append_quoted(out, node.text);
  } else {
    out += node.element;
    for (const Attribute& attribute : node.attributes) {
      out += ' ';
      out += attribute.name;
      out += '=';
      append_quoted(out, attribute.value);
    }
  }
  out += '\n';
}

}  // namespace

std::string_view Node::attribute(std::string_view name) const {
  for (const Attribute& each : attributes) {
    if (each.name == name) return each.value;
  }
  return {};
}

std::string dump(const Tree& tree) {
  std::string out;
  std::vector<size_t> depths(tree.nodes.size(), 0);  // parents stand before their children
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    if (node.parent != kNoNode) depths[i] = depths[node.parent] + 1;
    append_node(out, node, depths[i]);
  }
  return out;
}

}  // namespace sable::markup
