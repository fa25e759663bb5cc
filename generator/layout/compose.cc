#include "layout/compose.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/borders.h"
#include "layout/change_bars.h"
#include "layout/float_pages.h"
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
    margin_cursor_ = {};
    const Length left = master_->margin.left;
    context_.numbered_lines.emplace_back();
    layout_tops(plan);
    decorations(plan, left);
    if (!tops_.empty()) repeat_above(left);
    for (uint32_t i = plan.first; i < plan.last; ++i) {
      count_line(galley_.strips[i], tops_[i - plan.first]);
      place(galley_.strips[i], {left, tops_[i - plan.first]}, i == plan.first);
      if (begins_box(i, plan)) box(i, plan, left);
    }
    if (!tops_.empty()) repeat_below(left);
    floats(plan, left);
    notes(plan, left);
    bars_.draw(context_, *master_, number_, page_.fragments);
    context_.pages.pages.push_back(std::move(page_));
  }

 private:
  // The top of each strip on the page.
  void layout_tops(const PagePlan& plan) {
    tops_.clear();
    head_ = repeat_of(plan.first, plan);
    foot_ = repeat_of(plan.last, plan);
    Length most;  // that the spaces can grow by
    for (uint32_t i = plan.first + 1; i < plan.last; ++i) most += galley_.strips[i].stretch;
    Length seen;
    Length y = master_->margin.top + (head_ != nullptr ? head_->all_above : Length()) +
               height_of_floats(galley_, {number_, plan.floats}, false);
    for (uint32_t i = plan.first; i < plan.last; ++i) {
      const Strip& strip = galley_.strips[i];
      if (i > plan.first) {
        y += strip.space_before;
        seen += strip.stretch;
      }
      // Shares of the whole, so that they sum up to it.
      const Length grown =
          most > Length() ? plan.stretch.scaled(seen.units(), most.units()) : Length();
      tops_.push_back(y + grown);
      y += strip.height;
    }
    end_ = y + plan.stretch;
  }

  // What the table repeats that goes on with that strip.
  const Repeat* repeat_of(uint32_t strip, const PagePlan& plan) const {
    if (plan.first == plan.last || strip >= galley_.strips.size()) return nullptr;
    const uint32_t index = galley_.strips[strip].repeat;
    return index == kNoRepeat ? nullptr : &galley_.repeats[index];
  }

  const Repeat* around(uint32_t outer) const {
    return outer == kNoRepeat ? nullptr : &galley_.repeats[outer];
  }

  // From the text outwards.
  void repeat_above(Length left) {
    Length top = tops_.front();
    for (const Repeat* it = head_; it != nullptr; it = around(it->outer)) {
      top -= it->head_height;
      repeat(it->head, {left, top});
    }
  }

  void repeat_below(Length left) {
    Length top = end_;
    for (const Repeat* it = foot_; it != nullptr; it = around(it->outer)) {
      repeat(it->foot, {left, top});
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

  void decorations(const PagePlan& plan, Length left) {
    const std::vector<Decoration>& all = galley_.decorations;
    while (next_ < all.size() && all[next_].first < plan.last) open_.push_back(next_++);
    std::erase_if(open_, [&](size_t i) { return all[i].last <= plan.first; });
    for (const size_t i : open_) {
      const Decoration& decoration = all[i];
      const uint32_t first = std::max(decoration.first, plan.first);
      const uint32_t last = std::min(decoration.last, plan.last);
      if (first >= last) continue;
      Length top = tops_[first - plan.first];
      Length bottom = tops_[last - 1 - plan.first] + galley_.strips[last - 1].height;
      // What goes on from the page before, or on the next, holds what is repeated in it.
      const Repeat* outer = around(decoration.outer);
      if (head_ != nullptr && decoration.first < plan.first)
        top -= head_->all_above - (outer != nullptr ? outer->all_above : Length());
      if (foot_ != nullptr && decoration.last > plan.last)
        bottom += foot_->all_below - (outer != nullptr ? outer->all_below : Length());
      const base::Rect area{left + decoration.x, top, decoration.width, bottom - top};
      draw_decoration(context_, decoration, area,
                      {first == decoration.first || decoration.clones,
                       last == decoration.last || decoration.clones},
                      page_.fragments);
    }
  }

  // A line of words or of a box: what has a baseline.
  void count_line(const Strip& strip, Length top) {
    if (!strip.numbered) return;
    for (size_t i = strip.of_floats; i < strip.fragments.size(); ++i) {
      const auto* glyphs = std::get_if<GlyphRun>(&strip.fragments[i].item);
      if (glyphs == nullptr) continue;
      context_.numbered_lines.back().push_back(top + glyphs->origin.y);
      return;
    }
  }

  bool begins_box(uint32_t i, const PagePlan& plan) const {
    const uint32_t box = galley_.strips[i].box;
    return box != kNoBox && (i == plan.first || galley_.strips[i - 1].box != box);
  }

  // As much of the box that begins or goes on with strip `first` as the page holds.
  void box(uint32_t first, const PagePlan& plan, Length left) {
    const uint32_t index = galley_.strips[first].box;
    uint32_t last = first;
    while (last + 1 < plan.last && galley_.strips[last + 1].box == index) ++last;
    const BlockBox& box = galley_.boxes[index];
    const Length top = tops_[first - plan.first];
    const Length bottom = tops_[last - plan.first] + galley_.strips[last].height;
    const bool goes_on = first > 0 && galley_.strips[first - 1].box == index;
    Strip drawn;
    draw_block_box(context_, box.node, {box.x, Length(), box.width, bottom - top},
                   goes_on ? kNoLeaf : box.leaf, drawn);
    place(drawn, {left, top});
  }

  // `resumes`: the page, or its part of a note, begins with the strip.
  void place(Strip& strip, Point at, bool resumes = false) {
    if (resumes) resume(strip);
    bars_.add(strip, at.y);
    if (strip.has_text) page_.mark = context_.input.system.join(page_.mark, strip.mark);
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

  // Codes stand at the height of their line, below those of the line before.
  void margin_codes(Strip& strip, Length top) {
    const Length edge = master_->size.width - master_->margin.right;
    Length shifted = top;
    for (MarginCode& code : strip.margin_codes) {
      shifted = std::max(shifted, margin_cursor_);
      for (Fragment& fragment : code.fragments) {
        shift(fragment, {edge, shifted});
        page_.fragments.push_back(std::move(fragment));
      }
      margin_cursor_ = shifted + code.height;
      shifted = margin_cursor_;
    }
    strip.margin_codes = {};
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

  void place_float(Float& from, Point at) {
    bars_.interrupt();
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
    bars_.interrupt();
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
  std::vector<Length> tops_;
  Length end_;                    // of the last strip on the page
  const Repeat* head_ = nullptr;  // what a table repeats on the page
  const Repeat* foot_ = nullptr;
  size_t next_ = 0;           // the first decoration that has not begun
  std::vector<size_t> open_;  // those that have not ended
  Length margin_cursor_;
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
