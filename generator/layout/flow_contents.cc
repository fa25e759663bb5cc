// Contents, lists of tables and figures, and indexes in the flow.
//
// ISO 32000-1, 14.8.4.3.2 (TOC, TOCI, Index) and 14.8.4.4 (Lbl, Reference, Link).

#include "layout/flow.h"

namespace sable::layout {

namespace {

using markup::NodeId;

// An entry that is open, and whether entries below it are.
struct OpenEntry {
  int level = 0;
  bool has_below = false;
};

class Nesting {
 public:
  Nesting(StructureBuilder& structure, bool index) : structure_(structure), index_(index) {}

  void begin(int level) {
    if (index_) return begin_index();
    if (!begun_) structure_.open(Role::toc);
    begun_ = true;
    while (!open_.empty() && open_.back().level >= level) close();
    if (!open_.empty() && !open_.back().has_below) {
      structure_.open(Role::toc);
      open_.back().has_below = true;
    }
    structure_.open(Role::toci);
    open_.push_back({level, false});
  }

  void end() {
    while (!open_.empty()) close();
    if (begun_) structure_.close();
  }

 private:
  // Each entry of an index is a paragraph of it.
  void begin_index() {
    while (!open_.empty()) close();
    if (!begun_) structure_.open(Role::index);
    begun_ = true;
    structure_.open(Role::p);
    open_.push_back({});
  }

  void close() {
    if (open_.back().has_below) structure_.close();
    structure_.close();
    open_.pop_back();
  }

  StructureBuilder& structure_;
  const bool index_;
  bool begun_ = false;
  std::vector<OpenEntry> open_;
};

bool is_entry(const markup::Node& node) {
  return node.element == "toc-entry" || node.element == "index-entry";
}

}  // namespace

// What stands before the entries, such as a heading, and the entries, one in another
// by their levels.
void Flow::contents(NodeId id, const Measure& measure) {
  Nesting nesting(context_.structure, context_.node(id).element == "index");
  for (NodeId child = context_.node(id).first_child; child != markup::kNoNode;
       child = context_.node(child).next) {
    const markup::Node& node = context_.node(child);
    if (is_entry(node)) {
      const std::string_view level = node.attribute("level");
      nesting.begin(level.empty() ? 1 : level.front() - '0');
    }
    block(child, measure);
  }
  nesting.end();
}

}  // namespace sable::layout
