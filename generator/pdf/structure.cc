#include "pdf/structure.h"

#include <algorithm>
#include <string_view>

#include "pdf/number.h"
#include "pdf/strings.h"
#include "pdf/trees.h"

namespace sable::pdf {
namespace {

using layout::Element;
using layout::ElementId;
using layout::Kid;
using layout::LeafId;
using layout::Role;

constexpr size_t kPagesPerLeaf = 16;  // of the parent tree: each holds an array
constexpr size_t kIdsPerLeaf = 64;
constexpr uint32_t kNoPage = 0xFFFFFFFF;

// A marked-content sequence.
struct Occurrence {
  uint32_t page = 0;
  uint32_t mark = 0;
};

// The occurrences of each leaf, in the order of the pages.
class Occurrences {
 public:
  Occurrences(size_t leaves, const std::vector<std::vector<LeafId>>& marks) : ends_(leaves + 1) {
    for (const auto& page : marks) {
      for (const LeafId leaf : page) ++ends_[leaf + 1];
    }
    for (size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
    all_.resize(ends_.back());
    std::vector<uint32_t> next(ends_.begin(), ends_.end() - 1);
    for (uint32_t page = 0; page < marks.size(); ++page) {
      for (uint32_t mark = 0; mark < marks[page].size(); ++mark) {
        all_[next[marks[page][mark]]++] = {page, mark};
      }
    }
  }
  const Occurrence* begin(LeafId leaf) const { return all_.data() + ends_[leaf]; }
  const Occurrence* end(LeafId leaf) const { return all_.data() + ends_[leaf + 1]; }

 private:
  std::vector<uint32_t> ends_;
  std::vector<Occurrence> all_;
};

class StructureWriter {
 public:
  StructureWriter(const TagSource& source, HiddenObjects& hidden)
      : source_(source),
        elements_(source.structure.elements),
        hidden_(hidden),
        occurrences_(source.structure.leaves.size(), source.marks) {}

  Tags write();

 private:
  void place_links();
  void write_element(ElementId id);
  void write_made_link(uint32_t object, const Link& link);
  void append_kids(std::string& out, ElementId id);
  void append_leaf(std::string& kids, LeafId leaf, uint32_t page, size_t& count) const;
  void append_link_reference(std::string& kids, const Link& link, uint32_t page,
                             size_t& count) const;
  void append_attributes(std::string& out, ElementId id) const;
  void append_cell_attributes(std::string& out, const Element& cell) const;
  void append_box(std::string& out, ElementId figure) const;
  void append_own_attributes(std::string& out, ElementId id) const;
  void append_replacement(std::string& out, const Element& element) const;
  const char* scope_of_header(const Element& header) const;
  std::string_view first_label(const Element& list) const;
  uint32_t first_page(ElementId id) const;
  uint32_t parent_tree();
  uint32_t id_tree();
  uint32_t object_of(ElementId id) const { return first_element_ + id; }

  const TagSource& source_;
  const std::vector<Element>& elements_;
  HiddenObjects& hidden_;
  Occurrences occurrences_;
  uint32_t root_ = 0;
  uint32_t first_element_ = 0;
  // By link: the object that the parent tree names for it.
  std::vector<uint32_t> element_of_link_;
  // Links by the element that lists them, sorted; the order of pages within.
  std::vector<std::pair<ElementId, uint32_t>> placed_;
  size_t next_placed_ = 0;
};

// Separates what stands in an array.
void separate(std::string& kids, size_t& count) {
  if (count++ != 0 && kids.back() != '>') kids += ' ';
}

// Entries that name the page of an item, where it is not the element's own.
void append_page(std::string& out, uint32_t page) {
  out += "/Pg ";
  append_reference(out, page);
}

void StructureWriter::place_links() {
  for (uint32_t i = 0; i < source_.links.size(); ++i) {
    const Link& link = source_.links[i];
    const bool made = link.element == layout::kNoElement;
    element_of_link_.push_back(made ? hidden_.reserve() : object_of(link.element));
    placed_.emplace_back(made ? link.parent : link.element, i);
  }
  std::sort(placed_.begin(), placed_.end());
}

// Of the first leaf directly below, or else of the first link.
uint32_t StructureWriter::first_page(ElementId id) const {
  for (const Kid& kid : elements_[id].kids) {
    if (kid.is_leaf && occurrences_.begin(kid.id) != occurrences_.end(kid.id)) {
      return occurrences_.begin(kid.id)->page;
    }
  }
  if (next_placed_ < placed_.size() && placed_[next_placed_].first == id) {
    return source_.links[placed_[next_placed_].second].page;
  }
  return kNoPage;
}

void StructureWriter::append_leaf(std::string& kids, LeafId leaf, uint32_t page,
                                  size_t& count) const {
  for (auto* at = occurrences_.begin(leaf); at != occurrences_.end(leaf); ++at) {
    separate(kids, count);
    if (at->page == page) {
      append_integer(kids, at->mark);
      continue;
    }
    kids += "<</Type/MCR";
    append_page(kids, source_.pages[at->page]);
    kids += "/MCID ";
    append_integer(kids, at->mark);
    kids += ">>";
  }
}

void StructureWriter::append_link_reference(std::string& kids, const Link& link, uint32_t page,
                                            size_t& count) const {
  separate(kids, count);
  kids += "<</Type/OBJR/Obj ";
  append_reference(kids, link.object);
  if (link.page != page) append_page(kids, source_.pages[link.page]);
  kids += ">>";
}

void StructureWriter::append_kids(std::string& out, ElementId id) {
  const uint32_t page = first_page(id);
  if (page != kNoPage) append_page(out, source_.pages[page]);
  const size_t before = out.size();
  out += "/K[";
  size_t count = 0;
  for (const Kid& kid : elements_[id].kids) {
    if (kid.is_leaf) {
      append_leaf(out, kid.id, page, count);
    } else {
      separate(out, count);
      append_reference(out, object_of(kid.id));
    }
  }
  for (; next_placed_ < placed_.size() && placed_[next_placed_].first == id; ++next_placed_) {
    const uint32_t index = placed_[next_placed_].second;
    const Link& link = source_.links[index];
    if (link.element == id) {
      append_link_reference(out, link, page, count);
    } else {
      separate(out, count);
      append_reference(out, element_of_link_[index]);
    }
  }
  if (count == 0) {
    out.resize(before);
  } else {
    out += ']';
  }
}

// A label of the list's first item, for ListNumbering.
std::string_view StructureWriter::first_label(const Element& list) const {
  for (const Kid& item : list.kids) {
    if (item.is_leaf || elements_[item.id].role != Role::li) continue;
    for (const Kid& label : elements_[item.id].kids) {
      if (label.is_leaf || elements_[label.id].role != Role::lbl) continue;
      for (const Kid& leaf : elements_[label.id].kids) {
        if (leaf.is_leaf) return source_.labels[leaf.id];
      }
    }
    return {};
  }
  return {};
}

// A header cell that does not say so heads its column in the head of a table, and
// its row elsewhere.
const char* StructureWriter::scope_of_header(const Element& header) const {
  if (header.scope.starts_with("col")) return "Column";
  if (header.scope.starts_with("row")) return "Row";
  for (ElementId id = header.parent; id != layout::kNoElement; id = elements_[id].parent) {
    if (elements_[id].role == Role::thead) return "Column";
    if (elements_[id].role == Role::table) break;
  }
  return "Row";
}

// Readers that walk the structure look for ActualText at the element, those that
// walk the page at the marked content; where the element is the leaf, both find it.
void StructureWriter::append_replacement(std::string& out, const Element& element) const {
  if (element.kids.size() != 1 || !element.kids[0].is_leaf) return;
  const std::string& text = source_.structure.leaves[element.kids[0].id].actual_text;
  if (text.empty()) return;
  out += "/ActualText";
  append_text_string(out, text);
}

// ISO 32000-1, 14.8.5.7.
void StructureWriter::append_cell_attributes(std::string& out, const Element& cell) const {
  const bool header = cell.role == Role::th;
  if (!header && cell.rows == 1 && cell.columns == 1) return;
  out += "<</O/Table";
  if (header) out.append("/Scope/").append(scope_of_header(cell));
  if (cell.rows > 1) {
    out += "/RowSpan ";
    append_integer(out, cell.rows);
  }
  if (cell.columns > 1) {
    out += "/ColSpan ";
    append_integer(out, cell.columns);
  }
  out += ">>";
}

// ISO 32000-1, 14.8.5.4.3: of an illustration its place on the page.
void StructureWriter::append_box(std::string& out, ElementId figure) const {
  const auto found = std::lower_bound(
      source_.figure_boxes.begin(), source_.figure_boxes.end(), figure,
      [](const FigureBox& box, ElementId element) { return box.element < element; });
  if (found == source_.figure_boxes.end() || found->element != figure) return;
  out += "<</O/Layout/Placement/Block/BBox[";
  for (const Thousandths edge : {found->left, found->bottom, found->right, found->top}) {
    if (out.back() != '[') out += ' ';
    append_thousandths(out, edge);
  }
  out += "]>>";
}

void StructureWriter::append_attributes(std::string& out, ElementId id) const {
  const Element& element = elements_[id];
  if (!element.language.empty()) {
    out += "/Lang";
    append_text_string(out, element.language);
  }
  if (!element.alternative.empty()) {
    out += "/Alt";
    append_text_string(out, element.alternative);
  }
  append_replacement(out, element);
  if (!element.id.empty()) {
    out += "/ID";
    append_literal(out, element.id);
  }
  std::string attributes;
  append_own_attributes(attributes, id);
  if (!attributes.empty()) out.append("/A[").append(attributes) += ']';
}

void StructureWriter::append_own_attributes(std::string& out, ElementId id) const {
  const Element& element = elements_[id];
  if (element.role == Role::th || element.role == Role::td) {
    append_cell_attributes(out, element);
  } else if (element.role == Role::figure) {
    append_box(out, id);
  } else if (element.role == Role::l) {
    const char* numbering = list_numbering(first_label(element));
    if (*numbering != '\0') out.append("<</O/List/ListNumbering/").append(numbering) += ">>";
  }
  // ISO 32000-1, 14.7.5.4: of what no standard attribute tells.
  if (element.change.empty()) return;
  out += "<</O/UserProperties/P[<</N(Change)/V";
  append_literal(out, element.change);
  out += ">>]>>";
}

void StructureWriter::write_element(ElementId id) {
  const Element& element = elements_[id];
  std::string& out = hidden_.text(object_of(id));
  out += "<</S/";
  out += layout::role_name(element.role);
  out += "/P ";
  append_reference(out, element.parent == layout::kNoElement ? root_ : object_of(element.parent));
  append_attributes(out, id);
  append_kids(out, id);
  out += ">>";
}

// PDF/UA-1, 7.18.5: a link that the structure does not know gets its element.
void StructureWriter::write_made_link(uint32_t object, const Link& link) {
  std::string& out = hidden_.text(object);
  out += "<</S/Link/P ";
  append_reference(out, object_of(link.parent));
  append_page(out, source_.pages[link.page]);
  out += "/K[";
  size_t count = 0;
  append_link_reference(out, link, link.page, count);
  out += "]>>";
}

uint32_t StructureWriter::parent_tree() {
  TreeBuilder tree(hidden_, "Nums", kPagesPerLeaf);
  for (size_t page = 0; page < source_.marks.size(); ++page) {
    std::string key, value = "[";
    append_integer(key, static_cast<int64_t>(page));
    for (const LeafId leaf : source_.marks[page]) {
      if (value.size() > 1) value += ' ';
      append_reference(value, object_of(source_.structure.leaves[leaf].element));
    }
    if (!source_.marks[page].empty()) tree.add(key, value + "]");
  }
  for (size_t i = 0; i < source_.links.size(); ++i) {
    std::string key, value = " ";
    append_integer(key, static_cast<int64_t>(first_link_key(source_.pages.size()) + i));
    append_reference(value, element_of_link_[i]);
    tree.add(key, value + " ");
  }
  return tree.finish();
}

uint32_t StructureWriter::id_tree() {
  std::vector<std::pair<std::string_view, ElementId>> ids;
  for (ElementId id = 0; id < elements_.size(); ++id) {
    if (!elements_[id].id.empty()) ids.emplace_back(elements_[id].id, id);
  }
  std::sort(ids.begin(), ids.end());
  TreeBuilder tree(hidden_, "Names", kIdsPerLeaf);
  for (const auto& [name, id] : ids) {
    std::string key, value;
    append_literal(key, name);
    append_reference(value, object_of(id));
    tree.add(key, value);
  }
  return tree.finish();
}

Tags StructureWriter::write() {
  root_ = hidden_.reserve();
  first_element_ = hidden_.reserve(static_cast<uint32_t>(elements_.size()));
  place_links();
  for (ElementId id = 0; id < elements_.size(); ++id) write_element(id);
  for (size_t i = 0; i < source_.links.size(); ++i) {
    if (source_.links[i].element == layout::kNoElement) {
      write_made_link(element_of_link_[i], source_.links[i]);
    }
  }
  const uint32_t parents = parent_tree();
  const uint32_t ids = id_tree();
  std::string& out = hidden_.text(root_);
  out += "<</Type/StructTreeRoot/K ";
  append_reference(out, object_of(0));
  if (parents != 0) {
    out += "/ParentTree ";
    append_reference(out, parents);
  }
  out += "/ParentTreeNextKey ";
  append_integer(out,
                 static_cast<int64_t>(first_link_key(source_.pages.size()) + source_.links.size()));
  if (ids != 0) {
    out += "/IDTree ";
    append_reference(out, ids);
  }
  out += ">>";
  const bool changes = std::any_of(elements_.begin(), elements_.end(),
                                   [](const Element& element) { return !element.change.empty(); });
  return {root_, first_element_, changes};
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

const char* list_numbering(std::string_view label) {
  while (!label.empty() && (label[0] == '(' || label[0] == '[')) label.remove_prefix(1);
  if (label.empty()) return "";
  const char c = label[0];
  // Of several letters that are all Roman numerals, more than one alphabet would need.
  const auto is_roman = [label](std::string_view numerals) {
    return std::min(label.find_first_not_of(numerals), label.size()) > 1 &&
           (label.find_first_not_of(numerals) == std::string_view::npos ||
            std::string_view(".) ").find(label[label.find_first_not_of(numerals)]) !=
                std::string_view::npos);
  };
  if (is_roman("ivxlcdm")) return "LowerRoman";
  if (is_roman("IVXLCDM")) return "UpperRoman";
  if (c >= '0' && c <= '9') return "Decimal";
  // The first item of a list in Roman numbers is i; of one in letters, a.
  if (c == 'i') return "LowerRoman";
  if (c == 'I') return "UpperRoman";
  if (c >= 'a' && c <= 'z') return "LowerAlpha";
  if (c >= 'A' && c <= 'Z') return "UpperAlpha";
  if (starts_with_any(label, {"\u2022", "\u25CF", "\u00B7"})) return "Disc";
  if (starts_with_any(label, {"\u25E6", "\u25CB"})) return "Circle";
  if (starts_with_any(label, {"\u25AA", "\u25A0", "\u25FE"})) return "Square";
  return "";
}

Tags write_structure(const TagSource& source, HiddenObjects& hidden) {
  return StructureWriter(source, hidden).write();
}

}  // namespace sable::pdf
