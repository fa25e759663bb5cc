// Matching, cascade and sharing of styles over a whole tree.
//
// Elements with the same parent context, the same matching selectors and the same
// attribute values (as far as the style reads them) have the same style: it is
// computed once and found again by a key made of these.

#include "style/styler.h"

#include <algorithm>
#include <array>

#include "style/compute.h"
#include "style/direction.h"
#include "style/masters.h"
#include "style/rules.h"

namespace sable::style {
namespace {

using markup::kNoNode;
using markup::Node;
using markup::NodeId;

using Matched = std::array<std::vector<uint32_t>, kPseudoCount>;

GeneratedId StyledNode::*slot_of(Pseudo pseudo) {
  switch (pseudo) {
    case Pseudo::before:
      return &StyledNode::before;
    case Pseudo::after:
      return &StyledNode::after;
    case Pseudo::marker:
      return &StyledNode::marker;
    case Pseudo::code:
      return &StyledNode::code;
    case Pseudo::footnote_call:
      return &StyledNode::note_call;
    case Pseudo::footnote_continues:
      return &StyledNode::note_notice;
    case Pseudo::continued:
      return &StyledNode::continued;
    default:
      return &StyledNode::note_marker;
  }
}

// What a ::marker has without content of its own (CSS Lists 3, 3.3).
std::vector<ContentItem> mark_content(const ListMark& mark) {
  using Kind = ContentItem::Kind;
  switch (mark.kind) {
    case ListMark::Kind::none:
      return {};
    case ListMark::Kind::disc:
      return {{Kind::text, "\u2022"}};
    case ListMark::Kind::circle:
      return {{Kind::text, "\u25E6"}};
    case ListMark::Kind::square:
      return {{Kind::text, "\u25AA"}};
    case ListMark::Kind::decimal:
      return {{Kind::list_number, {}}, {Kind::text, "."}};
    case ListMark::Kind::lower_alpha:
      return {{Kind::list_number, "lower-alpha"}, {Kind::text, "."}};
    case ListMark::Kind::upper_alpha:
      return {{Kind::list_number, "upper-alpha"}, {Kind::text, "."}};
    case ListMark::Kind::lower_roman:
      return {{Kind::list_number, "lower-roman"}, {Kind::text, "."}};
    case ListMark::Kind::upper_roman:
      return {{Kind::list_number, "upper-roman"}, {Kind::text, "."}};
    case ListMark::Kind::text:
      return {{Kind::text, mark.text}};
  }
  return {};
}

class Styler {
 public:
  Styler(const Sheet::Rules& rules, const markup::Tree& tree)
      : rules_(rules), tree_(tree), neighbours_(find_neighbours(tree)), table_(styled_) {
    styled_.nodes.resize(tree.nodes.size());
    contexts_.resize(tree.nodes.size());
    Context above = initial_context();
    above.environment = table_.intern(rules.theme);
    above_root_ = table_.intern(above);
  }

  StyledTree run() {
    if (tree_.nodes.empty()) table_.intern(initial_context().style);
    // Document order, without recursion: a tree may be deep.
    for (NodeId id = tree_.nodes.empty() ? kNoNode : 0; id != kNoNode; id = next(id)) style(id);
    const ContextId root = tree_.nodes.empty() ? above_root_ : contexts_[0];
    styled_.masters = make_masters(rules_, table_.context(root), table_);
    return std::move(styled_);
  }

 private:
  struct Shared {
    ContextId context = 0;
    StyledNode node;
  };

  NodeId next(NodeId id) const {
    if (tree_.node(id).first_child != kNoNode) return tree_.node(id).first_child;
    while (id != kNoNode && tree_.node(id).next == kNoNode) id = tree_.node(id).parent;
    return id == kNoNode ? kNoNode : tree_.node(id).next;
  }

  ContextId parent_context(NodeId id) const {
    const NodeId parent = tree_.node(id).parent;
    return parent == kNoNode ? above_root_ : contexts_[parent];
  }

  void style(NodeId id) {
    const Node& node = tree_.node(id);
    if (node.is_text()) {
      if (node.parent == kNoNode) return;
      contexts_[id] = contexts_[node.parent];
      styled_.nodes[id].style = styled_.nodes[node.parent].style;
      return;
    }
    match(id);
    make_key(id);
    const auto [place, added] = shared_.try_emplace(key_);
    if (added) place->second = make(id);
    contexts_[id] = place->second.context;
    styled_.nodes[id] = place->second.node;
  }

  // Fills `matched_` with the entries that match, ascending.
  void match(NodeId id) {
    for (auto& list : matched_) list.clear();
    const Node& node = tree_.node(id);
    const SelectorIndex& index = rules_.index;
    try_bucket(index.by_element, node.element, id);
    try_entries(index.others, id);
    if (const std::string* name = find_attribute(node, "id")) try_bucket(index.by_id, *name, id);
    if (const std::string* classes = find_attribute(node, "class")) {
      for_each_word(*classes, [&](std::string_view name) { try_bucket(index.by_class, name, id); });
    }
    for (auto& list : matched_) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
  }

  void try_bucket(const SelectorIndex::Bucket& bucket, std::string_view name, NodeId id) {
    const auto found = bucket.find(name);
    if (found != bucket.end()) try_entries(found->second, id);
  }

  void try_entries(const std::vector<uint32_t>& entries, NodeId id) {
    for (const uint32_t entry : entries) {
      const Selector& selector = rules_.entries[entry].selector;
      if (!matches(selector, {tree_, neighbours_}, id)) continue;
      matched_[static_cast<size_t>(selector.pseudo)].push_back(entry);
    }
  }

  // Everything that make() reads.
  void make_key(NodeId id) {
    const Node& node = tree_.node(id);
    key_.clear();
    append(parent_context(id));
    append(is_note(node) ? 1 : 0);
    append(node.parent == kNoNode ? 1 : 0);
    append_attribute(node, "lang");
    append_attribute(node, "dir");
    for (const auto& list : matched_) {
      append(static_cast<uint32_t>(list.size()));
      for (const uint32_t entry : list) {
        append(entry);
        for (const std::string& name : rules_.rules[rules_.entries[entry].rule].attributes) {
          append_attribute(node, name);
        }
      }
    }
  }

  void append(uint32_t value) { key_.append(reinterpret_cast<const char*>(&value), sizeof value); }

  void append_attribute(const Node& node, std::string_view name) {
    const std::string* value = find_attribute(node, name);
    append(value == nullptr ? 0 : static_cast<uint32_t>(value->size()) + 1);
    if (value != nullptr) key_ += *value;
  }

  // GCPM 3, 2: a note is taken out of the flow.
  static bool is_note(const Node& node) { return node.element == "note"; }

  ComputeInput input_for(NodeId id, Pseudo pseudo, const Context& parent) {
    ComputeInput input{.blocks = {},
                       .parent = parent,
                       .node = &tree_.node(id),
                       .root_em = root_em_,
                       .language = std::nullopt,
                       .direction = std::nullopt,
                       .out_of_flow = false};
    for (const uint32_t entry : matched_[static_cast<size_t>(pseudo)]) {
      input.blocks.push_back(&rules_.rules[rules_.entries[entry].rule].declarations);
    }
    return input;
  }

  Shared make(NodeId id) {
    const Node& node = tree_.node(id);
    ComputeInput input = input_for(id, Pseudo::none, table_.context(parent_context(id)));
    input.out_of_flow = is_note(node);
    if (const std::string* language = find_attribute(node, "lang")) input.language = *language;
    if (const std::string* dir = find_attribute(node, "dir")) {
      input.direction = direction_of_attribute(*dir);
    }
    Shared shared;
    shared.context = table_.intern(compute(input, table_));
    const Context& context = table_.context(shared.context);
    if (node.parent == kNoNode) root_em_ = context.style.font_size;
    shared.node.style = table_.intern(context.style);
    for (size_t i = 1; i < kPseudoCount; ++i) {
      const auto pseudo = static_cast<Pseudo>(i);
      const bool marked = pseudo == Pseudo::marker && context.style.display == Display::list_item;
      if (marked || (pseudo != Pseudo::marker && !matched_[i].empty())) {
        shared.node.*slot_of(pseudo) = make_generated(id, pseudo, context);
      }
    }
    return shared;
  }

  GeneratedId make_generated(NodeId id, Pseudo pseudo, const Context& element) {
    // The call of a note stands in the text around the note and is set as that
    // is, so it inherits from the note's parent.
    const Context& parent =
        pseudo == Pseudo::footnote_call ? table_.context(parent_context(id)) : element;
    Context context = compute(input_for(id, pseudo, parent), table_);
    if (pseudo == Pseudo::marker && !context.content) {
      context.content = mark_content(element.list_mark);
    }
    const bool shown =
        context.content && !context.content->empty() && context.style.display != Display::none;
    if (!shown) return kNoContent;
    return table_.intern(Generated{table_.intern(context.style), std::move(*context.content)});
  }

  const Sheet::Rules& rules_;
  const markup::Tree& tree_;
  const Neighbours neighbours_;
  StyledTree styled_;
  InternTable table_;
  ContextId above_root_ = 0;
  base::Length root_em_;             // zero until the root element has its style
  std::vector<ContextId> contexts_;  // parallel to the nodes
  Matched matched_;
  std::string key_;
  std::unordered_map<std::string, Shared> shared_;
};

}  // namespace

StyledTree apply(const Sheet& sheet, const markup::Tree& tree) {
  return Styler(sheet.rules(), tree).run();
}

}  // namespace sable::style
