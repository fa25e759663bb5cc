// Figures in the flow: pictures scaled to the room that there is (CSS 2.2, 10.3.2 and
// 10.6.2), boxes over their withheld regions, captions.

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "layout/change_bars.h"
#include "layout/flow.h"
#include "layout/picture_size.h"
#include "layout/redaction_box.h"

namespace sable::layout {

namespace {

using base::Length;
using base::Rect;
using markup::NodeId;
using style::ComputedStyle;

struct Sides {
  Length left, right, top, bottom;

  Length across() const { return left + right; }
  Length down() const { return top + bottom; }
};

// What stands between a picture and the edge of its border.
Sides around(const ComputedStyle& style) {
  return {
      style.padding.left + style.border.left.width, style.padding.right + style.border.right.width,
      style.padding.top + style.border.top.width, style.padding.bottom + style.border.bottom.width};
}

// Where a picture begins in the room that is left of its line.
Length aligned(Length room, const ComputedStyle& style) {
  using style::Align;
  const bool right_to_left = style.direction == style::Direction::right_to_left;
  switch (style.align) {
    case Align::center:
      return room / 2;
    case Align::right:
      return room;
    case Align::left:
      return {};
    case Align::end:
      return right_to_left ? Length() : room;
    case Align::start:
    case Align::justify:
    case Align::automatic:
      break;
  }
  return right_to_left ? room : Length();
}

// "x y width height"; nullopt if that is no area of the picture.
std::optional<released::PixelArea> area_of(std::string_view text,
                                           const released::Picture& picture) {
  std::array<uint32_t, 4> numbers{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (uint32_t& number : numbers) {
    while (at != end && *at == ' ') ++at;
    const auto [rest, error] = std::from_chars(at, end, number);
    if (error != std::errc()) return std::nullopt;
    at = rest;
  }
  const auto [x, y, width, height] = numbers;
  const bool fits = at == end && x <= picture.width && width <= picture.width - x &&
                    y <= picture.height && height <= picture.height - y;
  if (!fits) return std::nullopt;
  return released::PixelArea{x, y, width, height};
}

// A share of another width than that of the room.
ComputedStyle in_lengths(const ComputedStyle& style, Length whole) {
  ComputedStyle made = style;
  if (style.width.kind != style::Dimension::Kind::percent) return made;
  made.width.kind = style::Dimension::Kind::length;
  made.width.length = whole.scaled(style.width.percent, 10000);
  return made;
}

}  // namespace

void Flow::figure(NodeId id, const Measure& measure) {
  const size_t first = column_.strips->size();
  std::vector<Picture> pictures;
  std::swap(pictures_, pictures);
  block_content(id, measure);
  std::swap(pictures_, pictures);
  fit_pictures(first, pictures);
  for (const Picture& picture : pictures) draw_picture(picture);
}

// A picture's strip, still empty: how high it can be is known when its caption is set.
void Flow::picture(NodeId id, const Measure& measure) {
  const released::Picture* shown = picture_of(context_, id);
  if (shown == nullptr) return report_picture(id);
  const ComputedStyle& style = context_.style(context_.styled(id).style);
  Picture picture;
  picture.node = id;
  picture.measure = {measure.x + style.margin.left,
                     measure.width - style.margin.left - style.margin.right};
  const Length room = picture.measure.width - around(style).across();
  picture.size = picture_size(side_base_ ? in_lengths(style, *side_base_) : style, *shown,
                              {room, settings_.text_height});
  context_.structure.open(Role::figure);
  Element& element = context_.structure.element(context_.structure.current());
  element.alternative = std::string(context_.node(id).attribute("alt"));
  element.change = std::string(context_.node(id).attribute("changed"));
  picture.leaf = context_.structure.text_leaf();
  context_.structure.close();
  picture.strip = column_.strips->size();
  Strip strip;
  strip.height = picture.size.height + around(style).down();
  strip.change_bar = change_bar_of(context_, context_.styled(id).style);
  emit(std::move(strip));
  column_.strips->back().has_text = true;
  pictures_.push_back(std::move(picture));
}

void Flow::report_picture(NodeId id) {
  context_.problem(base::error_at(context_.node(id).provenance.template_place, "SBL0870",
                                  "the release has no picture of that name",
                                  "write src=\"{{src}}\" inside {{#figure}}"));
}

// A box over the picture before it. It is read where it stands in the markup.
void Flow::region(NodeId id) {
  if (pictures_.empty()) return;
  context_.structure.open(Role::p);
  context_.structure.open(Role::span);
  const LeafId leaf = context_.structure.replaced_leaf(redaction_words(context_.node(id)));
  context_.structure.close();
  context_.structure.close();
  pictures_.back().regions.emplace_back(id, leaf);
}

// A figure is never higher than a page: its pictures are made smaller, not its words.
void Flow::fit_pictures(size_t first, std::vector<Picture>& pictures) {
  Length all, of_pictures;
  for (size_t i = first; i < column_.strips->size(); ++i) {
    const Strip& strip = (*column_.strips)[i];
    all += strip.height + (i > first ? strip.space_before : Length());
  }
  for (const Picture& picture : pictures) of_pictures += picture.size.height;
  const Length excess = all - settings_.text_height;
  if (excess <= Length() || of_pictures <= excess) return;
  for (Picture& picture : pictures) {
    const base::Size before = picture.size;
    const int64_t whole = of_pictures.units();
    picture.size.height = before.height.scaled((of_pictures - excess).units(), whole);
    picture.size.width = before.width.scaled((of_pictures - excess).units(), whole);
    (*column_.strips)[picture.strip].height -= before.height - picture.size.height;
  }
}

void Flow::draw_picture(const Picture& picture) {
  const ComputedStyle& style = context_.style(context_.styled(picture.node).style);
  const Sides sides = around(style);
  const Length outer = picture.size.width + sides.across();
  const Length x = picture.measure.x + aligned(picture.measure.width - outer, style);
  const Rect area{x + sides.left, sides.top, picture.size.width, picture.size.height};
  Strip& strip = (*column_.strips)[picture.strip];
  const released::Picture& shown = *picture_of(context_, picture.node);
  Fragment fragment;
  fragment.item = Image{area, picture_index(context_, picture.node)};
  fragment.leaf = picture.leaf;
  fragment.provenance = context_.node(picture.node).provenance;
  strip.fragments.push_back(std::move(fragment));
  for (const auto& [node, leaf] : picture.regions) {
    const auto pixels = area_of(context_.node(node).attribute("area"), shown);
    if (!pixels) {
      context_.problem(base::error_at(context_.node(node).provenance.template_place, "SBL0871",
                                      "a box over a picture has an area that is not inside it",
                                      "write area=\"{{area}}\" inside {{#regions}}"));
      continue;
    }
    const auto at = [](Length side, uint32_t pixel, uint32_t of) { return side.scaled(pixel, of); };
    const Length left = at(area.width, pixels->x, shown.width);
    const Length top = at(area.height, pixels->y, shown.height);
    const Length right = at(area.width, pixels->x + pixels->width, shown.width);
    const Length bottom = at(area.height, pixels->y + pixels->height, shown.height);
    draw_block_box(context_, node, {area.x + left, area.y + top, right - left, bottom - top}, leaf,
                   strip);
  }
  if (column_.decorations == nullptr || is_plain(style)) return;
  Decoration decoration;
  decoration.first = static_cast<uint32_t>(picture.strip);
  decoration.last = decoration.first + 1;
  decoration.x = x;
  decoration.width = outer;
  decoration.style = context_.styled(picture.node).style;
  decoration.provenance = context_.node(picture.node).provenance;
  column_.decorations->push_back(std::move(decoration));
}

}  // namespace sable::layout
