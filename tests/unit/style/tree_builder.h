// Trees for tests, from a little XML: elements, attributes in single quotes, text.
#pragma once

#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "markup/tree.h"

namespace sable::style {

// Names live as long as the program, as those of the real tables do.
inline std::string_view lasting(std::string_view name) {
  static std::set<std::string, std::less<>> names;
  return *names.emplace(name).first;
}

class TreeBuilder {
 public:
  markup::Tree build(std::string_view xml) {
    while (!xml.empty()) {
      if (xml[0] != '<') {
        add_text(xml.substr(0, xml.find('<')));
        xml.remove_prefix(std::min(xml.find('<'), xml.size()));
        continue;
      }
      const size_t end = xml.find('>');
      add_tag(xml.substr(1, end - 1));
      xml.remove_prefix(end + 1);
    }
    return std::move(tree_);
  }

 private:
  void add_tag(std::string_view tag) {
    if (tag[0] == '/') {
      open_ = tree_.nodes[open_].parent;
      return;
    }
    const bool empty = tag.back() == '/';
    if (empty) tag.remove_suffix(1);
    const size_t name_end = std::min(tag.find(' '), tag.size());
    markup::Node node;
    node.element = lasting(tag.substr(0, name_end));
    tag.remove_prefix(name_end);
    while (tag.find('=') != std::string_view::npos) {
      const size_t equals = tag.find('=');
      if (tag.substr(equals + 1, 1) != "'")
        throw std::invalid_argument("attributes stand in ' here");
      const size_t close = tag.find('\'', equals + 2);
      node.attributes.push_back({lasting(tag.substr(1, equals - 1)),
                                 std::string(tag.substr(equals + 2, close - equals - 2))});
      tag.remove_prefix(close + 1);
    }
    const markup::NodeId id = append(std::move(node));
    if (!empty) open_ = id;
  }

  void add_text(std::string_view text) {
    markup::Node node;
    node.text = std::string(text);
    append(std::move(node));
  }

  markup::NodeId append(markup::Node node) {
    const auto id = static_cast<markup::NodeId>(tree_.nodes.size());
    node.parent = open_;
    if (open_ != markup::kNoNode) {
      markup::Node& parent = tree_.nodes[open_];
      if (parent.last_child == markup::kNoNode)
        parent.first_child = id;
      else
        tree_.nodes[parent.last_child].next = id;
      parent.last_child = id;
    }
    tree_.nodes.push_back(std::move(node));
    return id;
  }

  markup::Tree tree_;
  markup::NodeId open_ = markup::kNoNode;
};

inline markup::Tree tree_of(std::string_view xml) { return TreeBuilder().build(xml); }

}  // namespace sable::style
