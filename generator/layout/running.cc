// Running elements: the content of the margin boxes, for each page anew (CSS
// Paged Media 3, 4; GCPM 3, 1.2). Their height is that of the page margin, so
// they never move a page break.

#include <algorithm>
#include <iterator>

#include "layout/compose.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;
using style::MarginBoxName;

struct Area {
  base::Rect rect;
  Artifact artifact = Artifact::header;
};

// CSS Paged Media 3, 5.3: the boxes of an edge share it; here each may use the
// whole of it, and its own alignment keeps them apart.
Area area_of(const style::PageMaster& master, MarginBoxName name) {
  const Length left = master.margin.left;
  const Length right = master.size.width - master.margin.right;
  const Length top = master.margin.top;
  const Length bottom = master.size.height - master.margin.bottom;
  const Length text_width = right - left;
  const Length text_height = bottom - top;
  switch (name) {
    case MarginBoxName::top_left_corner:
      return {{{}, {}, left, top}, Artifact::header};
    case MarginBoxName::top_left:
    case MarginBoxName::top_center:
    case MarginBoxName::top_right:
      return {{left, {}, text_width, top}, Artifact::header};
    case MarginBoxName::top_right_corner:
      return {{right, {}, master.margin.right, top}, Artifact::header};
    case MarginBoxName::right_top:
    case MarginBoxName::right_middle:
    case MarginBoxName::right_bottom:
      return {{right, top, master.margin.right, text_height}, Artifact::header};
    case MarginBoxName::bottom_right_corner:
      return {{right, bottom, master.margin.right, master.margin.bottom}, Artifact::footer};
    case MarginBoxName::bottom_left:
    case MarginBoxName::bottom_center:
    case MarginBoxName::bottom_right:
      return {{left, bottom, text_width, master.margin.bottom}, Artifact::footer};
    case MarginBoxName::bottom_left_corner:
      return {{{}, bottom, left, master.margin.bottom}, Artifact::footer};
    case MarginBoxName::left_top:
    case MarginBoxName::left_middle:
    case MarginBoxName::left_bottom:
      return {{{}, top, left, text_height}, Artifact::header};
    case MarginBoxName::watermark:
      return {{{}, {}, master.size.width, master.size.height}, Artifact::watermark};
    case MarginBoxName::line_numbers:
      return {{{}, {}, left, master.size.height}, Artifact::layout};
  }
  return {};
}

Length height_of(const MarginContent& content) {
  Length height = content.space_after;
  for (const Strip& strip : content.strips) height += strip.space_before + strip.height;
  return height;
}

class Runner {
 public:
  Runner(Context& context, Flow& flow, const std::vector<PagePlan>& plans)
      : context_(context), flow_(flow), plans_(plans) {
    for (NodeId id = 0; id < context.input.tree.nodes.size(); ++id) {
      const markup::Node& node = context.node(id);
      if (node.element != "running") continue;
      elements_[{std::string(node.attribute("name")), std::string(node.attribute("level"))}] = id;
    }
    for (const PageLabel& label : context.page_labels) {
      last_labels_.resize(label.part + size_t{1});
      last_labels_.back() = label.text;
    }
  }

  void page(uint32_t index) {
    const PagePlan& plan = plans_[index];
    PageFacts facts;
    facts.number = index + 1;
    facts.count = static_cast<uint32_t>(context_.pages.pages.size());
    facts.running_number = running_number_;
    facts.stands_for = context_.pages.pages[index].stands_for;
    running_number_ += facts.stands_for;
    facts.label = context_.page_labels[index];
    facts.last_label = last_labels_[facts.label.part];
    facts.mark = context_.pages.pages[index].mark;
    facts.section_title = section_title(index);
    // The plan of the page behind is that of the other side where this one is a right one.
    facts.reverse_blank = index % 2 == 0 && index + 1 < plans_.size() && plans_[index + 1].blank;
    context_.facts = &facts;
    const style::PageMaster& master =
        master_of(context_.input.styled, plan.name, facts.number, plan.blank);
    for (const style::MarginBox& box : master.boxes) {
      if (box.name == MarginBoxName::line_numbers) {
        number_lines(index, master, box, facts);
      } else {
        fill(index, master, box);
      }
    }
    context_.facts = nullptr;
  }

 private:
  // A margin box holds a running element, or text and counters of its own.
  MarginContent content_of(const style::MarginBox& box, Length width) {
    for (const style::ContentItem& item : box.content) {
      if (item.kind != style::ContentItem::Kind::running) continue;
      const NodeId element = element_of(item.text);
      return element == markup::kNoNode ? MarginContent{} : flow_.running(element, width);
    }
    return flow_.margin_text(box, width);
  }

  // The element for the level of the page, or the one for all levels.
  NodeId element_of(const std::string& name) const {
    const auto& levels = context_.input.system.levels();
    auto element = elements_.find({name, levels[context_.facts->mark.level].banner});
    if (element == elements_.end()) element = elements_.find({name, {}});
    return element == elements_.end() ? markup::kNoNode : element->second;
  }

  void fill(uint32_t index, const style::PageMaster& master, const style::MarginBox& box) {
    const Area area = area_of(master, box.name);
    MarginContent content = content_of(box, area.rect.width);
    const Length free = area.rect.height - height_of(content);
    Length y = area.rect.y;
    if (box.vertical == style::MarginBox::VerticalAlign::middle) y += free / 2;
    if (box.vertical == style::MarginBox::VerticalAlign::bottom) y += free;
    std::vector<Length> tops;
    for (const Strip& strip : content.strips) {
      y += strip.space_before;
      tops.push_back(y);
      y += strip.height;
    }
    std::vector<Fragment> fragments;
    decorate(content, area.rect.x, tops, fragments);
    for (size_t i = 0; i < tops.size(); ++i) {
      for (Fragment& fragment : content.strips[i].fragments) {
        shift(fragment, {area.rect.x, tops[i]});
        fragments.push_back(std::move(fragment));
      }
    }
    for (Fragment& fragment : fragments) {
      fragment.artifact = area.artifact;
      fragment.leaf = kNoLeaf;
    }
    Page& page = context_.pages.pages[index];
    // What lies behind the page is drawn first.
    const bool behind = box.name == MarginBoxName::watermark;
    if (behind) {
      page.turned = static_cast<uint32_t>(fragments.size());
      page.rotation = box.rotation;
      page.turned_about = {master.size.width / 2, master.size.height / 2};
    }
    page.fragments.insert(behind ? page.fragments.begin() : page.fragments.end(),
                          std::make_move_iterator(fragments.begin()),
                          std::make_move_iterator(fragments.end()));
  }

  // Beside the lines, on their baselines, in the margin at their left, or in the gap
  // before their column.
  void number_lines(uint32_t index, const style::PageMaster& master, const style::MarginBox& box,
                    PageFacts& facts) {
    const style::ComputedStyle& style = context_.style(box.style);
    const Length right = master.margin.left - style.margin.right;
    for (const NumberedLine& line : context_.numbered_lines[index]) {
      ++facts.line;
      MarginContent content = flow_.margin_text(box, right);
      for (const Strip& strip : content.strips) {
        for (Fragment fragment : strip.fragments) {
          auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
          if (glyphs == nullptr) continue;
          glyphs->origin.y = line.baseline;
          glyphs->origin.x += line.shift;
          fragment.artifact = Artifact::layout;
          fragment.leaf = kNoLeaf;
          context_.pages.pages[index].fragments.push_back(std::move(fragment));
        }
      }
    }
  }

  void decorate(MarginContent& content, Length left, const std::vector<Length>& tops,
                std::vector<Fragment>& fragments) {
    // Outer decorations are painted first; inner ones were finished first.
    std::reverse(content.decorations.begin(), content.decorations.end());
    for (const Decoration& decoration : content.decorations) {
      const Length top = tops[decoration.first];
      const Length bottom = tops[decoration.last - 1] + content.strips[decoration.last - 1].height;
      draw_decoration(context_, decoration,
                      {left + decoration.x, top, decoration.width, bottom - top}, {}, fragments);
    }
  }

  // The last heading of the first level that begins on this page or before it.
  std::string section_title(uint32_t index) {
    const std::vector<OutlineItem>& outline = context_.pages.outline;
    while (next_ < outline.size() && outline[next_].page <= index) {
      if (outline[next_].level == 1) title_ = outline[next_].title;
      ++next_;
    }
    return title_;
  }

  Context& context_;
  Flow& flow_;
  const std::vector<PagePlan>& plans_;
  std::map<std::pair<std::string, std::string>, NodeId> elements_;  // by name and level
  uint32_t running_number_ = 1;                                     // of the next page
  std::vector<std::string> last_labels_;                            // by part
  size_t next_ = 0;
  std::string title_;
};

}  // namespace

void add_running_elements(Context& context, Flow& flow, const std::vector<PagePlan>& plans) {
  Runner runner(context, flow, plans);
  for (uint32_t i = 0; i < context.pages.pages.size(); ++i) runner.page(i);
}

}  // namespace sable::layout
