// The checks and the tree of builder.h.
#include "markup/builder.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::markup {
namespace {

// Deep enough for 64 nested lists or quotes inside another; later stages recurse.
constexpr size_t kDeepest = 512;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

// A box that stands in a line, by its kind.
bool is_inline_kind(std::string_view kind) { return kind == "span" || kind == "banner"; }

// The value of `changed`; none where nothing is.
const char* word_of(released::Change change) {
  switch (change) {
    case released::Change::cut:
      return "cut";
    case released::Change::released:
      return "released";
    default:
      return "new";
  }
}

// What may be new by itself. Of all others it is their words.
bool may_be_new(std::string_view element) {
  return element == "redaction" || element == "img" || element == "ref";
}

bool is_block_start(const ElementRule& rule, std::span<const RawAttribute> attributes) {
  if (rule.level != Level::by_kind) return rule.level == Level::block;
  return std::ranges::none_of(attributes, [](const RawAttribute& attribute) {
    return attribute.first == "kind" && is_inline_kind(attribute.second);
  });
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         std::string otherwise) {
  const std::string* near = base::nearest(std::string(word), candidates);
  return near ? fmt::format("did you mean \"{}\"?", *near) : std::move(otherwise);
}

std::string unknown_element_help(std::string_view name) {
  const std::string_view instead = instead_of(name);
  if (!instead.empty()) return fmt::format("write {}", instead);
  return did_you_mean(name, element_names(),
                      "use one of the elements that docs/templates.md lists");
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string describe_values(const AttributeRule& rule) {
  if (rule.values == Values::count) return "it is a whole number from 1 to 999999999";
  if (rule.values == Values::whole_number) return "it is a whole number from 1 to 9999";
  return fmt::format("it is one of: {}", rule.list);
}

}  // namespace

bool TreeBuilder::start(std::string_view name, std::span<const RawAttribute> attributes,
                        Origin origin) {
  const Provenance where = origin.where;
  const ElementRule* rule = check_element(name, where);
  settle_text(rule && is_block_start(*rule, attributes));
  if (open_.size() >= kDeepest) {
    findings_.add(where, "SBL0646", "elements are nested too deeply",
                  fmt::format("no more than {} may stand inside one another", kDeepest));
    return false;
  }
  if (rule) check_place(*rule, where);
  Node node;
  node.element = rule ? rule->name : "span";
  node.provenance = where;
  if (rule) add_attributes(node, *rule, attributes);
  if (origin.change != released::Change::none && may_be_new(node.element)) {
    node.attributes.push_back({"changed", word_of(origin.change)});
  }
  open_.push_back({append(std::move(node)), rule, rule ? std::string() : std::string(name)});
  return true;
}

void TreeBuilder::text(std::string_view text, Origin origin) {
  if (text.empty()) return;
  if (origin.change != waiting_origin_.change) settle_text(false);
  if (waiting_.empty()) waiting_origin_ = origin;
  waiting_ += text;
}

void TreeBuilder::end() {
  settle_text(true);
  open_.pop_back();
}

std::optional<TreeBuilder::OpenElement> TreeBuilder::innermost() const {
  if (open_.empty()) return std::nullopt;
  return OpenElement{open_.back().name(), tree_.node(open_.back().node).provenance};
}

bool TreeBuilder::is_open(std::string_view name) const {
  return std::ranges::any_of(open_, [name](const Open& open) { return open.name() == name; });
}

const ElementRule* TreeBuilder::check_element(std::string_view name, Provenance where) {
  const ElementRule* rule = find_element(name);
  if (!rule) {
    findings_.add(where, "SBL0640", "the template emits an unknown element",
                  unknown_element_help(name), std::string(name));
  }
  return rule;
}

void TreeBuilder::check_place(const ElementRule& rule, Provenance where) {
  if (open_.empty()) {
    if (rule.name == "html") return;
    return findings_.add(where, "SBL0645", "the outermost element is not <html>",
                         "put everything that the template emits inside <html>");
  }
  const ElementRule* parent = open_.back().rule;
  if (!parent) return;
  if (parent->content == Content::nothing) {
    return findings_.add(where, "SBL0643", fmt::format("<{}> has to be empty", parent->name),
                         fmt::format("write <{}/>", parent->name));
  }
  const bool listed = is_among(rule.parents, parent->name);
  if ((!rule.parents.empty() || parent->content == Content::structure) && !listed) {
    return findings_.add(where, "SBL0645",
                         fmt::format("<{}> cannot stand in <{}>", rule.name, parent->name),
                         rule.name == "html" ? std::string("there is one <html>, around everything")
                         : rule.parents.empty() ? fmt::format("take it out of <{}>", parent->name)
                                                : fmt::format("it stands in: {}", rule.parents));
  }
  const bool lines =
      parent->content == Content::phrasing || parent->content == Content::preformatted;
  if (lines && rule.level == Level::block) {
    findings_.add(where, "SBL0645",
                  fmt::format("<{}> cannot stand in <{}>", rule.name, parent->name),
                  fmt::format("<{}> holds text and inline elements only", parent->name));
  }
}

void TreeBuilder::add_attributes(Node& node, const ElementRule& rule,
                                 std::span<const RawAttribute> attributes) {
  node.attributes.reserve(attributes.size());
  for (const RawAttribute& attribute : attributes) add_attribute(node, rule, attribute);
  check_required(node, rule);
}

void TreeBuilder::add_attribute(Node& node, const ElementRule& rule,
                                const RawAttribute& attribute) {
  const auto& [name, value] = attribute;
  const AttributeRule* found = find_attribute(rule, name);
  if (!found) {
    const auto known = attribute_names(rule);
    return findings_.add(node.provenance, "SBL0641",
                         fmt::format("<{}> has an unknown attribute", rule.name),
                         did_you_mean(name, known, fmt::format("it may have: {}", joined(known))),
                         std::string(name));
  }
  if (!accepts(*found, value)) {
    findings_.add(node.provenance, "SBL0642",
                  fmt::format("the attribute \"{}\" of <{}> has a value that it cannot have",
                              found->name, rule.name),
                  describe_values(*found));
  }
  node.attributes.push_back({found->name, std::string(value)});
}

void TreeBuilder::check_required(const Node& node, const ElementRule& rule) {
  for (const AttributeRule& each : rule.attributes) {
    if (!each.required) continue;
    if (std::ranges::find(node.attributes, each.name, &Attribute::name) != node.attributes.end()) {
      continue;
    }
    findings_.add(node.provenance, "SBL0648",
                  fmt::format("<{}> lacks the attribute \"{}\"", rule.name, each.name),
                  fmt::format("write <{} {}=\"…\">", rule.name, each.name));
  }
}

void TreeBuilder::settle_text(bool before_block) {
  if (waiting_.empty()) return;
  const bool wanted = !open_.empty() && (!open_.back().rule || text_may_stand(*open_.back().rule));
  if (wanted && !is_needless(before_block)) {
    Node node;
    node.text = waiting_;
    node.provenance = waiting_origin_.where;
    NodeId parent = open_.back().node;
    if (waiting_origin_.change != released::Change::none) {
      Node span;
      span.element = "span";
      span.attributes.push_back({"changed", word_of(waiting_origin_.change)});
      span.provenance = node.provenance;
      parent = append_to(parent, std::move(span));
    }
    append_to(parent, std::move(node));
  }
  waiting_.clear();
}

// CSS Text 3, 4.1.1 removes white space at the start and end of a line; between
// blocks it makes no line at all. Inside phrasing the layout collapses it.
bool TreeBuilder::is_needless(bool before_block) const {
  const ElementRule* rule = open_.back().rule;
  if (!is_blank(waiting_) || (rule && rule->content != Content::flow)) return false;
  const NodeId previous = tree_.nodes[open_.back().node].last_child;
  return before_block || previous == kNoNode || is_block(tree_.nodes[previous]);
}

bool TreeBuilder::text_may_stand(const ElementRule& rule) const {
  if (rule.content != Content::nothing && rule.content != Content::structure) return true;
  if (rule.content == Content::structure && is_blank(waiting_)) return false;
  if (rule.content == Content::structure) {
    findings_.add(waiting_origin_.where, "SBL0644",
                  fmt::format("text cannot stand in <{}>", rule.name),
                  "put it into an element that holds text");
  } else {
    findings_.add(waiting_origin_.where, "SBL0643", fmt::format("<{}> has to be empty", rule.name),
                  fmt::format("write <{}/>", rule.name));
  }
  return false;
}

NodeId TreeBuilder::append(Node node) {
  return append_to(open_.empty() ? kNoNode : open_.back().node, std::move(node));
}

NodeId TreeBuilder::append_to(NodeId parent, Node node) {
  const auto id = static_cast<NodeId>(tree_.nodes.size());
  if (parent != kNoNode) {
    Node& around = tree_.nodes[parent];
    node.parent = parent;
    if (around.last_child == kNoNode) {
      around.first_child = id;
    } else {
      tree_.nodes[around.last_child].next = id;
    }
    around.last_child = id;
  }
  tree_.nodes.push_back(std::move(node));
  return id;
}

bool TreeBuilder::is_block(const Node& node) const {
  if (node.is_text()) return false;
  const ElementRule* rule = find_element(node.element);
  if (!rule || rule->level != Level::by_kind) return rule && rule->level == Level::block;
  return !is_inline_kind(node.attribute("kind"));
}

}  // namespace sable::markup
