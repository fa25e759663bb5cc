#include "markup/contents.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "markup/elements.h"
#include "markup/index_entries.h"

namespace sable::markup {

namespace {

bool is_filled(std::string_view element) {
  return element == "toc" || element == "list-of" || element == "index";
}

// 1 to 6 for h1 to h6, else 0.
int heading_level(std::string_view element) {
  const bool heading =
      element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6';
  return heading ? element[1] - '0' : 0;
}

// What an entry stands for.
struct Place {
  enum class Kind : uint8_t { heading, table, figure } kind = Kind::heading;
  NodeId words = kNoNode;   // what the entry repeats: a heading, a caption, a box
  NodeId target = kNoNode;  // where it leads
  int level = 1;
};

// Finds what has an entry, and gives its target an id.
class Finder {
 public:
  explicit Finder(Tree& tree) : tree_(tree) {}

  void find(NodeId parent, int sections) {
    for (NodeId id = tree_.node(parent).first_child; id != kNoNode; id = tree_.node(id).next) {
      const Node& node = tree_.node(id);
      if (node.is_text() || is_filled(node.element) || node.element == "running" ||
          node.element == "head" || node.element == "endnotes") {
        continue;
      }
      look(id, sections);
      find(id, sections + (node.element == "section" ? 1 : 0));
    }
  }

  std::vector<Place> places;
  std::vector<Term> terms;
  bool numbered = false;  // some heading has a number

 private:
  void look(NodeId id, int sections) {
    const Node& node = tree_.node(id);
    const std::string_view kind = node.attribute("kind");
    if (const int level = heading_level(node.element)) {
      add({Place::Kind::heading, id, id, level});
    } else if (node.element == "redaction" && (kind == "section" || kind == "heading") &&
               heading_level(tree_.node(node.parent).element) == 0) {
      // Its level is withheld: it counts as one of the section that it stands in.
      add({Place::Kind::heading, id, id, sections + 1});
    } else if (node.element == "caption") {
      add({Place::Kind::table, id, node.parent, 1});
    } else if (node.element == "figcaption") {
      add({Place::Kind::figure, id, node.parent, 1});
    } else if (node.element == "span") {
      term(id);
    }
  }

  void add(const Place& place) {
    // A caption without words, such as a mark alone, names nothing.
    if (place.kind != Place::Kind::heading && tree_.node(place.words).first_child == kNoNode)
      return;
    numbered = numbered || (place.kind == Place::Kind::heading &&
                            !tree_.node(place.words).attribute("number").empty());
    give_id(place.target);
    places.push_back(place);
  }

  // No id that an author or a template writes holds a blank.
  std::string give_id(NodeId id) {
    Node& node = tree_.nodes[id];
    const std::string_view own = node.attribute("id");
    if (!own.empty()) return std::string(own);
    node.attributes.push_back({"id", fmt::format("entry {}", ++ids_)});
    return node.attributes.back().value;
  }

  // A term with a box in it is withheld in part: nothing of it is entered.
  void term(NodeId id) {
    const auto& attributes = tree_.node(id).attributes;
    const auto written = std::find_if(attributes.begin(), attributes.end(),
                                      [](const Attribute& each) { return each.name == "index"; });
    if (written == attributes.end()) return;
    std::string words;
    if (!append_words(id, words) || words.empty()) return;
    std::string entry = written->value.empty() ? without_commas(words) : written->value;
    terms.push_back(
        {std::move(entry), give_id(id), std::string(mark_of(id)), tree_.node(id).provenance});
  }

  // False if there is a box among them.
  bool append_words(NodeId id, std::string& words) const {
    const Node& node = tree_.node(id);
    if (node.element == "redaction") return false;
    if (node.element == "note") return true;
    for (const char c : node.text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!blank)
        words += c;
      else if (!words.empty() && words.back() != ' ')
        words += ' ';
    }
    for (NodeId child = node.first_child; child != kNoNode; child = tree_.node(child).next) {
      if (!append_words(child, words)) return false;
    }
    return true;
  }

  // A comma in the text of a term is no part of the grammar of entries.
  static std::string without_commas(std::string words) {
    std::erase(words, ',');
    return words;
  }

 public:
  // The mark of the innermost element around a node that has one; empty if there is none.
  std::string_view mark_of(NodeId id) const {
    for (; id != kNoNode; id = tree_.node(id).parent) {
      const std::string_view mark = tree_.node(id).attribute("mark");
      if (!mark.empty()) return mark;
    }
    return {};
  }

 private:
  Tree& tree_;
  uint32_t ids_ = 0;
};

// Copies a tree in document order, entries put in.
class Copier {
 public:
  Copier(const Tree& from, const Finder& found, const WordOrder& order)
      : from_(from), found_(found), order_(order) {
    for (const Node& node : from.nodes) {
      if (node.element == "note") notes_.insert(node.attribute("id"));
    }
  }

  Tree copy() {
    copy(0, kNoNode);
    return std::move(to_);
  }

 private:
  NodeId append(NodeId parent, Node node) {
    const auto id = static_cast<NodeId>(to_.nodes.size());
    node.parent = parent;
    node.first_child = node.last_child = node.next = kNoNode;
    to_.nodes.push_back(std::move(node));
    if (parent == kNoNode) return id;
    Node& above = to_.nodes[parent];
    if (above.last_child == kNoNode)
      above.first_child = id;
    else
      to_.nodes[above.last_child].next = id;
    above.last_child = id;
    return id;
  }

  NodeId append(NodeId parent, std::string_view element, const Provenance& provenance,
                std::vector<Attribute> attributes = {}) {
    Node node;
    node.element = element;
    node.attributes = std::move(attributes);
    node.provenance = provenance;
    return append(parent, std::move(node));
  }

  void append_text(NodeId parent, std::string text, const Provenance& provenance) {
    Node node;
    node.text = std::move(text);
    node.provenance = provenance;
    append(parent, std::move(node));
  }

  void copy(NodeId id, NodeId parent) {
    const Node& node = from_.node(id);
    if (is_filled(node.element)) return fill(id, parent);
    const NodeId made = append(parent, node);
    for (NodeId child = node.first_child; child != kNoNode; child = from_.node(child).next) {
      copy(child, made);
    }
  }

  // Without entries nothing is shown, a heading of its own neither.
  void fill(NodeId id, NodeId parent) {
    const Node& node = from_.node(id);
    std::vector<const Place*> places;
    for (const Place& place : found_.places) {
      if (is_in(place, node)) places.push_back(&place);
    }
    std::vector<IndexEntry> index;
    if (node.element == "index") index = index_of(found_.terms, order_);
    if (places.empty() && index.empty()) return;
    const NodeId made = append(parent, node);
    for (NodeId child = node.first_child; child != kNoNode; child = from_.node(child).next) {
      copy(child, made);
    }
    for (const Place* place : places) entry(*place, made);
    for (const IndexEntry& each : index) entry(each, node.provenance, made);
  }

  static bool is_in(const Place& place, const Node& node) {
    if (node.element == "list-of") {
      const bool tables = node.attribute("what") == "tables";
      return place.kind == (tables ? Place::Kind::table : Place::Kind::figure);
    }
    if (node.element != "toc" || place.kind != Place::Kind::heading) return false;
    const std::string_view depth = node.attribute("depth");
    return depth.empty() || depth.size() > 1 || place.level <= depth.front() - '0';
  }

  void entry(const Place& place, NodeId parent) {
    const Node& words = from_.node(place.words);
    const Provenance& where = words.provenance;
    const std::string id(from_.node(place.target).attribute("id"));
    std::vector<Attribute> attributes{{"level", std::to_string(place.level)}};
    if (const std::string_view mark = found_.mark_of(place.words); !mark.empty())
      attributes.push_back({"mark", std::string(mark)});
    const NodeId made = append(parent, "toc-entry", where, std::move(attributes));
    if (place.kind == Place::Kind::heading) number_of(words, made);
    const NodeId link = append(made, "a", where, {{"href", "#" + id}});
    const NodeId title = append(link, "toc-title", where);
    if (words.element == "redaction")
      repeat(place.words, title);
    else
      repeat_children(place.words, title);
    append(link, "toc-page", where, {{"to", id}});
  }

  // Those of captions are among their words. A heading without one among others that
  // have some, such as a box, has an empty one, so that its words begin below theirs.
  void number_of(const Node& words, NodeId entry) {
    const std::string_view number = words.attribute("number");
    if (!found_.numbered) return;
    const NodeId made = append(entry, "toc-number", words.provenance);
    if (!number.empty()) append_text(made, std::string(number), words.provenance);
  }

  void repeat_children(NodeId id, NodeId parent) {
    for (NodeId child = from_.node(id).first_child; child != kNoNode;
         child = from_.node(child).next) {
      repeat(child, parent);
    }
  }

  // A note, or the number of one that was called before; raised or not.
  bool calls_note(NodeId id) const {
    const Node& node = from_.node(id);
    if (node.element == "note") return true;
    if (node.element == "ref") return notes_.contains(node.attribute("to"));
    if (node.element != "sup") return false;
    for (NodeId child = node.first_child; child != kNoNode; child = from_.node(child).next) {
      if (calls_note(child)) return true;
    }
    return false;
  }

  // Words once more: no notes, no links, no places, and no boxes larger than a line.
  void repeat(NodeId id, NodeId parent) {
    const Node& node = from_.node(id);
    if (node.is_text()) {
      append(parent, node);
      return;
    }
    if (calls_note(id)) return;
    if (node.element == "br") return append_text(parent, " ", node.provenance);
    if (node.element == "redaction") return box(node, parent);
    const ElementRule* rule = find_element(node.element);
    if (rule != nullptr && rule->level == Level::block) return repeat_children(id, parent);
    Node copy = node;
    if (copy.element == "a") {
      copy.element = "span";
      std::erase_if(copy.attributes, [](const Attribute& each) { return each.name == "href"; });
    }
    std::erase_if(copy.attributes,
                  [](const Attribute& each) { return each.name == "id" || each.name == "index"; });
    repeat_children(id, append(parent, std::move(copy)));
  }

  void box(const Node& node, NodeId parent) {
    const std::string_view kind = node.attribute("kind");
    Node copy = node;
    std::erase_if(copy.attributes, [](const Attribute& each) {
      static const std::set<std::string_view> kOfPlace = {"id",    "kind",  "extent",
                                                          "lines", "pages", "words"};
      return kOfPlace.contains(each.name);
    });
    copy.attributes.insert(copy.attributes.begin(), {"kind", kind == "span" ? "span" : "heading"});
    append(parent, std::move(copy));
  }

  void entry(const IndexEntry& from, const Provenance& around, NodeId parent) {
    const Provenance where = from.terms.empty() ? around : from.terms.front()->provenance;
    std::vector<Attribute> attributes{{"level", std::to_string(from.level)}};
    if (const std::string marks = marks_of(from); !marks.empty())
      attributes.push_back({"mark", marks});
    const NodeId made = append(parent, "index-entry", where, std::move(attributes));
    append_text(made, from.words, where);
    if (from.terms.empty()) return;
    std::string ids;
    for (const Term* term : from.terms) ids += (ids.empty() ? "" : "\n") + term->id;
    append(made, "page-list", where, {{"to", ids}});
  }

  // An entry counts as marked with all of what its term stands in; one place without a
  // mark counts as the overall marking, and so then does the entry.
  static std::string marks_of(const IndexEntry& entry) {
    std::set<std::string> marks;
    for (const Term* term : entry.standing) {
      if (term->mark.empty()) return {};
      marks.insert(term->mark);
    }
    std::string joined;
    for (const std::string& mark : marks) joined += (joined.empty() ? "" : "\n") + mark;
    return joined;
  }

  const Tree& from_;
  const Finder& found_;
  const WordOrder& order_;
  std::set<std::string_view> notes_;  // their ids
  Tree to_;
};

}  // namespace

Tree with_contents(Tree tree, const WordOrder& order) {
  const bool wanted = std::any_of(tree.nodes.begin(), tree.nodes.end(),
                                  [](const Node& node) { return is_filled(node.element); });
  if (!wanted) return tree;
  Finder finder(tree);
  finder.find(0, 0);
  return Copier(tree, finder, order).copy();
}

}  // namespace sable::markup
