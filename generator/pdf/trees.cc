#include "pdf/trees.h"

#include "pdf/number.h"

namespace sable::pdf {
namespace {

constexpr size_t kFanOut = 64;

}  // namespace

void TreeBuilder::add(const std::string& key, const std::string& value) {
  if (leaves_.empty() || leaves_.back().count == entries_per_leaf_) {
    leaves_.push_back({key, key, std::string("/") + entries_key_ + "[", 0});
  }
  Node& leaf = leaves_.back();
  leaf.content += key;
  leaf.content += value;
  leaf.last = key;
  ++leaf.count;
}

// Writes `nodes` as objects, which then have limits, and groups them.
std::vector<TreeBuilder::Node> TreeBuilder::parents_of(const std::vector<Node>& nodes) {
  std::vector<Node> parents;
  for (const Node& node : nodes) {
    std::string text = "<</Limits[" + node.first;
    text += node.first.back() == ')' || node.first.back() == '>' ? "" : " ";
    text += node.last + "]" + node.content + "]>>";
    if (parents.empty() || parents.back().count == kFanOut) {
      parents.push_back({node.first, node.last, "/Kids[", 0});
    }
    Node& parent = parents.back();
    if (parent.count != 0) parent.content += ' ';
    append_reference(parent.content, hidden_.add(text));
    parent.last = node.last;
    ++parent.count;
  }
  return parents;
}

uint32_t TreeBuilder::finish() {
  if (leaves_.empty()) return 0;
  std::vector<Node> level = std::move(leaves_);
  while (level.size() > 1) level = parents_of(level);
  return hidden_.add("<<" + level.front().content + "]>>");
}

}  // namespace sable::pdf
