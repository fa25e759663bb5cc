#include "layout/compose.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/borders.h"
#include "layout/change_bars.h"
#include "layout/float_pages.h"
#include "layout/page_areas.h"
#include "layout/redaction_box.h"

namespace sable::layout {

namespace {

using base::Length;
using base::Point;
using style::ComputedStyle;

class Composer {
 public:
  Composer(Context& context, Galley& galley) : context_(context), galley_(galley) {
    // Outer decorations begin first and are painted first.
    std::stable_sort(galley.decorations.begin(), galley.decorations.end(),
                     [](const Decoration& a, const Decoration& b) {
                       return a.first != b.first ? a.first < b.first : a.last > b.last;
                     });
  }

  void page(const PagePlan& plan) {
    number_ = static_cast<uint32_t>(context_.pages.pages.size()) + 1;
    master_ = &master_of(context_.input.styled, plan.name, number_, plan.blank);
    page_ = {};
    page_.size = master_->size;
    page_.label = context_.page_labels[number_ - 1].text;
    page_.mark = context_.input.system.lowest();
    page_is_marked_ = false;
    margin_cursor_ = left_cursor_ = {};
    const Length left = master_->margin.left;
    context_.numbered_lines.emplace_back();
    layout_areas(galley_, plan,
                 {*master_, height_of_floats(galley_, {number_, plan.floats}, false)}, areas_,
                 tops_);
    decorations(plan);
    rules(plan);
    for (const Area& area : areas_) this->area(area, plan);
    margin_side_ = MarginSide::right;
    floats(plan, left);
    notes(plan, left);
    bars_.draw(context_, number_, page_.fragments);
    context_.pages.pages.push_back(std::move(page_));
  }

 private:
  // CSS Multi-column 1, 5: between columns that both have content.
  void rules(const PagePlan& plan) {
    for (const ColumnsPlan& columns : plan.columns) {
      const ColumnSet& set = galley_.columns[galley_.strips[columns.first].columns];
      const bool hidden = set.rule.style == style::LineStyle::hidden;
      if (hidden || set.rule.width <= Length()) continue;
      for (const Area& area : areas_) {
        if (area.first <= columns.first || area.first >= columns.last) continue;
        const Length between = (set.step < Length() ? -set.step : set.step) - set.width;
        const Length left =
            set.step < Length() ? area.at.x + set.x + set.width : area.at.x + set.x - between;
        Fragment fragment;
        fragment.item = Filled{{left + (between - set.rule.width) / 2, area.top_of_all,
                                set.rule.width, area.bottom_of_all - area.top_of_all},
                               set.rule.color};
        fragment.artifact = Artifact::layout;
        page_.fragments.push_back(std::move(fragment));
      }
    }
  }

  void area(const Area& area, const PagePlan& plan) {
    margin_side_ = area.codes;
    if (const uint32_t set = galley_.strips[area.first].columns; set != kNoColumns) {
      const Length left = area.at.x + galley_.columns[set].x;
      bars_.interrupt(left, left + galley_.columns[set].width);
    } else {
      interrupt_bars();
    }
    repeat_above(area, plan);
    for (uint32_t i = area.first; i < area.last; ++i) {
      const Length top = tops_[i - plan.first];
      count_line(galley_.strips[i], top, area.at.x - master_->margin.left);
      place(galley_.strips[i], {area.at.x, top}, i == area.first);
      if (begins_box(i, area)) box(i, area, plan);
    }
    repeat_below(area);
  }

  const Repeat* around(uint32_t outer) const {
    return outer == kNoRepeat ? nullptr : &galley_.repeats[outer];
  }

  // From the text outwards.
  void repeat_above(const Area& area, const PagePlan& plan) {
    Length top = tops_[area.first - plan.first];
    for (const Repeat* it = area.head; it != nullptr; it = around(it->outer)) {
      top -= it->head_height;
      repeat(it->head, {area.at.x, top});
    }
  }

  void repeat_below(const Area& area) {
    Length top = area.bottom;
    for (const Repeat* it = area.foot; it != nullptr; it = around(it->outer)) {
      repeat(it->foot, {area.at.x, top});
      top += it->foot_height;
    }
  }

  void repeat(const std::vector<Strip>& strips, Point at) {
    for (const Strip& strip : strips) {
      Strip copy = strip;
      place(copy, at);
      at.y += strip.height;
    }
  }

  void decorations(const PagePlan& plan) {
    const std::vector<Decoration>& all = galley_.decorations;
    while (next_ < all.size() && all[next_].first < plan.last) open_.push_back(next_++);
    std::erase_if(open_, [&](size_t i) { return all[i].last <= plan.first; });
    for (const size_t i : open_) {
      if (all[i].columns == kNoColumns)
        decoration_of_page(all[i], plan);
      else
        decoration_of_columns(all[i], plan);
    }
  }

  // What a decoration surrounds on the page.
  struct Slice {
    uint32_t first = 0, last = 0;
    Length x, top, bottom;
  };

  void decoration_of_page(const Decoration& decoration, const PagePlan& plan) {
    Slice slice;
    bool any = false;
    for (const Area& area : areas_) {
      const uint32_t first = std::max(decoration.first, area.first);
      const uint32_t last = std::min(decoration.last, area.last);
      if (first >= last) continue;
      const bool columns = galley_.strips[first].columns != kNoColumns;
      const Length top = columns ? area.top_of_all : top_of(first, area, decoration, plan);
      const Length bottom = columns ? area.bottom_of_all : bottom_of(last, area, decoration, plan);
      if (!std::exchange(any, true)) slice = {first, last, master_->margin.left, top, bottom};
      slice.last = last;
      slice.bottom = std::max(slice.bottom, bottom);
    }
    if (any) draw(decoration, slice);
  }

  void decoration_of_columns(const Decoration& decoration, const PagePlan& plan) {
    for (const Area& area : areas_) {
      const uint32_t first = std::max(decoration.first, area.first);
      const uint32_t last = std::min(decoration.last, area.last);
      if (first >= last) continue;
      draw(decoration, {first, last, area.at.x, top_of(first, area, decoration, plan),
                        bottom_of(last, area, decoration, plan)});
    }
  }

  // What goes on from the page before, or on the next, holds what is repeated in it.
  Length top_of(uint32_t first, const Area& area, const Decoration& decoration,
                const PagePlan& plan) const {
    const Length top = tops_[first - plan.first];
    if (area.head == nullptr || first != area.first || decoration.first == first) return top;
    const Repeat* outer = around(decoration.outer);
    return top - area.head->all_above + (outer != nullptr ? outer->all_above : Length());
  }

  Length bottom_of(uint32_t last, const Area& area, const Decoration& decoration,
                   const PagePlan& plan) const {
    const Length bottom = tops_[last - 1 - plan.first] + galley_.strips[last - 1].height;
    if (area.foot == nullptr || last != area.last || decoration.last == last) return bottom;
    const Repeat* outer = around(decoration.outer);
    return bottom + area.foot->all_below - (outer != nullptr ? outer->all_below : Length());
  }

  void draw(const Decoration& decoration, const Slice& slice) {
    const base::Rect area{slice.x + decoration.x, slice.top, decoration.width,
                          slice.bottom - slice.top};
    draw_decoration(context_, decoration, area,
                    {slice.first == decoration.first || decoration.clones,
                     slice.last == decoration.last || decoration.clones},
                    page_.fragments);
  }

  // A line of words or of a box: what has a baseline.
  void count_line(const Strip& strip, Length top, Length shift) {
    if (!strip.numbered) return;
    for (size_t i = strip.of_floats; i < strip.fragments.size(); ++i) {
      const auto* glyphs = std::get_if<GlyphRun>(&strip.fragments[i].item);
      if (glyphs == nullptr) continue;
      context_.numbered_lines.back().push_back({top + glyphs->origin.y, shift});
      return;
    }
  }

  bool begins_box(uint32_t i, const Area& area) const {
    const uint32_t box = galley_.strips[i].box;
    return box != kNoBox && (i == area.first || galley_.strips[i - 1].box != box);
  }

  // As much of the box that begins or goes on with strip `first` as the area holds.
  void box(uint32_t first, const Area& area, const PagePlan& plan) {
    const uint32_t index = galley_.strips[first].box;
    uint32_t last = first;
    while (last + 1 < area.last && galley_.strips[last + 1].box == index) ++last;
    const BlockBox& box = galley_.boxes[index];
    const Length top = tops_[first - plan.first];
    const Length bottom = tops_[last - plan.first] + galley_.strips[last].height;
    const bool goes_on = first > 0 && galley_.strips[first - 1].box == index;
    page_.stands_for += galley_.strips[first].stands_for - 1;
    Strip drawn;
    draw_block_box(context_, box.node, {box.x, Length(), box.width, bottom - top},
                   goes_on ? kNoLeaf : box.leaf, drawn);
    place(drawn, {area.at.x, top});
  }

  // The first is no join with the lowest marking: that belongs to one owner, and matter of
  // another would be marked as mixed.
  void mark(const marking::Marking& mark) {
    page_.mark = page_is_marked_ ? context_.input.system.join(page_.mark, mark) : mark;
    page_is_marked_ = true;
  }

  // `resumes`: the page, a column, or its part of a note begins with the strip.
  void place(Strip& strip, Point at, bool resumes = false) {
    if (resumes) resume(strip);
    bars_.add(strip, at.y);
    page_.stands_for += strip.stands_for - 1;
    if (strip.has_text) mark(strip.mark);
    for (Fragment& fragment : strip.fragments) {
      shift(fragment, at);
      page_.fragments.push_back(std::move(fragment));
    }
    strip.fragments = {};
    for (LinkArea& link : strip.links) {
      link.area.x += at.x;
      link.area.y += at.y;
      page_.links.push_back(std::move(link));
    }
    margin_codes(strip, at.y);
    const auto page = static_cast<uint32_t>(context_.pages.pages.size());
    for (const uint32_t i : strip.outline) {
      context_.pages.outline[i].page = page;
      context_.pages.outline[i].y = at.y;
    }
    for (const uint32_t i : strip.anchors) anchor(i, page, at);
    for (const NoteId note : strip.notes) {
      if (galley_.notes[note].at_end) anchor(galley_.notes[note].call_anchor, page, at);
    }
  }

  static void resume(Strip& strip) {
    strip.fragments.insert(strip.fragments.end(), std::make_move_iterator(strip.resumed.begin()),
                           std::make_move_iterator(strip.resumed.end()));
    strip.margin_codes.insert(strip.margin_codes.begin(),
                              std::make_move_iterator(strip.resumed_codes.begin()),
                              std::make_move_iterator(strip.resumed_codes.end()));
  }

  void anchor(uint32_t destination, uint32_t page, Point at) {
    context_.pages.destinations[destination].page = page;
    context_.pages.destinations[destination].place = at;
  }

  // Codes stand at the height of their line, below those of the line before; those of a
  // column of the left half in the left margin.
  void margin_codes(Strip& strip, Length top) {
    const bool at_left = margin_side_ == MarginSide::left;
    const Length edge =
        at_left ? master_->margin.left : master_->size.width - master_->margin.right;
    Length& cursor = at_left ? left_cursor_ : margin_cursor_;
    Length shifted = top;
    for (MarginCode& code : strip.margin_codes) {
      shifted = std::max(shifted, cursor);
      const Length back = at_left ? width_of(code) + numbers_beside(strip) : Length();
      for (Fragment& fragment : code.fragments) {
        shift(fragment, {edge - back, shifted});
        page_.fragments.push_back(std::move(fragment));
      }
      cursor = shifted + code.height;
      shifted = cursor;
    }
    strip.margin_codes = {};
  }

  // What the number of a line takes of the margin: three figures and the space behind it.
  Length numbers_beside(const Strip& strip) const {
    if (!strip.numbered) return {};
    for (const style::MarginBox& box : master_->boxes) {
      if (box.name != style::MarginBoxName::line_numbers) continue;
      const ComputedStyle& style = context_.style(box.style);
      return style.margin.right + style.font_size * 3 / 2;
    }
    return {};
  }

  // From edge to edge, with the same distance behind it as before it.
  static Length width_of(const MarginCode& code) {
    Length before, end;
    bool any = false;
    for (const Fragment& fragment : code.fragments) {
      const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
      if (glyphs == nullptr) continue;
      for (const PlacedRun& placed : glyphs->runs) {
        const Length begin = glyphs->origin.x + placed.x;
        before = any ? std::min(before, begin) : begin;
        end = std::max(end, begin + placed.run->advance);
        any = true;
      }
    }
    return before + end;
  }

  // Floats of a side below one another: those at the top from the top of the page, those
  // at its foot above the notes.
  void floats(const PagePlan& plan, Length left) {
    Length top = master_->margin.top;
    Length bottom = master_->size.height - master_->margin.bottom - notes_height(plan) -
                    height_of_floats(galley_, {number_, plan.floats}, true);
    Length below_top, below_bottom;
    bool any_at_top = false;
    for (const uint32_t i : plan.floats) {
      Float& each = galley_.floats[i];
      const bool at_foot = stands_at_foot(each, number_);
      Length& y = at_foot ? bottom : top;
      Length& below = at_foot ? below_bottom : below_top;
      // Nothing stands above the first one at the top.
      if (at_foot || std::exchange(any_at_top, true)) y += std::max(below, each.above);
      place_float(each, {left, y});
      y += each.height;
      below = each.below;
    }
  }

  // Beside text that is as wide as the page.
  void interrupt_bars() {
    bars_.interrupt(master_->margin.left, master_->size.width - master_->margin.right);
  }

  void place_float(Float& from, Point at) {
    interrupt_bars();
    std::vector<Length> tops;
    Length y = at.y;
    for (const Strip& strip : from.strips) {
      if (!tops.empty()) y += strip.space_before;
      tops.push_back(y);
      y += strip.height;
    }
    for (const Decoration& decoration : from.decorations) {
      const Length top = tops[decoration.first];
      const Length bottom = tops[decoration.last - 1] + from.strips[decoration.last - 1].height;
      draw_decoration(context_, decoration,
                      {at.x + decoration.x, top, decoration.width, bottom - top}, {},
                      page_.fragments);
    }
    for (size_t i = 0; i < from.strips.size(); ++i) place(from.strips[i], {at.x, tops[i]});
  }

  // Of the notes of a page, with all that belongs to them.
  Length notes_height(const PagePlan& plan) const {
    if (plan.notes.empty()) return {};
    const Note& last = galley_.notes[plan.notes.back().note];
    const bool goes_on = plan.notes.back().last < last.strips.size();
    const style::NoteArea& area =
        plan.notes.front().first > 0 ? master_->continued_notes : master_->notes;
    return note_overhead(context_.input.styled, area) + note_height(galley_, plan.notes) +
           (goes_on ? notice_height(last) : Length());
  }

  void notes(const PagePlan& plan, Length left) {
    if (plan.notes.empty()) return;
    const NotePart& last = plan.notes.back();
    const Note& last_note = galley_.notes[last.note];
    const bool goes_on = last.last < last_note.strips.size();
    const Length notice = goes_on ? notice_height(last_note) : Length();
    const Length bottom = master_->size.height - master_->margin.bottom;
    const style::NoteArea& area =
        plan.notes.front().first > 0 ? master_->continued_notes : master_->notes;
    Length y = bottom - notice - note_height(galley_, plan.notes);
    separator(area, left, y - context_.style(area.style).padding.top);
    interrupt_bars();
    bool at_top = true;
    for (const NotePart& part : plan.notes) {
      for (uint32_t i = part.first; i < part.last; ++i) {
        Strip& strip = galley_.notes[part.note].strips[i];
        if (!std::exchange(at_top, false)) y += strip.space_before;
        const Length next = y + strip.height;
        place(strip, {left, y}, i == part.first);
        y = next;
      }
    }
    if (goes_on) show_notice(last_note, {left, y});
  }

  // Not moved out of the galley: a long note goes on more than once.
  void show_notice(const Note& note, Point at) {
    for (const Strip& strip : note.notice) {
      at.y += strip.space_before;
      for (Fragment fragment : strip.fragments) {
        shift(fragment, at);
        fragment.artifact = Artifact::layout;
        page_.fragments.push_back(std::move(fragment));
      }
      at.y += strip.height;
    }
  }

  void separator(const style::NoteArea& area, Length left, Length bottom) {
    const style::BorderEdge& rule = context_.style(area.style).border.top;
    if (rule.width <= Length()) return;
    const Length measure = master_->size.width - master_->margin.left - master_->margin.right;
    Length width = measure;
    const style::Dimension& wanted = area.separator_width;
    if (wanted.kind == style::Dimension::Kind::length) width = std::min(measure, wanted.length);
    if (wanted.kind == style::Dimension::Kind::percent)
      width = measure.scaled(wanted.percent, 10000);
    Fragment fragment;
    fragment.item = Filled{{left, bottom - rule.width, width, rule.width}, rule.color};
    fragment.artifact = Artifact::layout;
    page_.fragments.push_back(std::move(fragment));
  }

  Context& context_;
  Galley& galley_;
  uint32_t number_ = 0;
  const style::PageMaster* master_ = nullptr;
  Page page_;
  bool page_is_marked_ = false;
  std::vector<Area> areas_;
  std::vector<Length> tops_;  // of strips
  size_t next_ = 0;           // the first decoration that has not begun
  std::vector<size_t> open_;  // those that have not ended
  Length margin_cursor_, left_cursor_;
  MarginSide margin_side_ = MarginSide::right;
  ChangeBars bars_;
};

}  // namespace

void shift(Fragment& fragment, base::Point by) {
  std::visit(
      [by](auto& item) {
        using Item = std::decay_t<decltype(item)>;
        if constexpr (std::is_same_v<Item, GlyphRun>) {
          item.origin.x += by.x;
          item.origin.y += by.y;
        } else {
          item.area.x += by.x;
          item.area.y += by.y;
        }
      },
      fragment.item);
}

void draw_decoration(const Context& context, const Decoration& decoration, const base::Rect& area,
                     Shows shows, std::vector<Fragment>& fragments) {
  const auto fill = [&](const base::Rect& part, base::Color color, bool behind) {
    if (part.width <= Length() || part.height <= Length()) return;
    Fragment fragment;
    fragment.item = Filled{part, color, behind};
    fragment.artifact = Artifact::layout;
    fragment.provenance = decoration.provenance;
    fragments.push_back(std::move(fragment));
  };
  const auto fill_plain = [&](const base::Rect& part, base::Color color) {
    fill(part, color, false);
  };
  const ComputedStyle& style = context.style(decoration.style);
  if (style.background && shows.background) fill(area, *style.background, true);
  if (!shows.borders || !decoration.borders) return;
  draw_borders(area, style.border, {shows.first, true, shows.last, true}, fill_plain);
}

const style::PageMaster& master_of(const style::StyledTree& styled, const std::string& name,
                                   uint32_t number, bool blank) {
  style::PageKey key;
  key.name = name;
  key.first = number == 1;
  key.left = number % 2 == 0;
  key.blank = blank;
  return styled.master(key);
}

base::Length note_overhead(const style::StyledTree& styled, const style::NoteArea& area) {
  const ComputedStyle& style = styled.style(area.style);
  return style.margin.top + style.border.top.width + style.padding.top;
}

void compose(Context& context, Galley& galley, const std::vector<PagePlan>& plans) {
  context.pages.pages.reserve(plans.size());
  context.numbered_lines.reserve(plans.size());
  Composer composer(context, galley);
  for (const PagePlan& plan : plans) composer.page(plan);
}

}  // namespace sable::layout
