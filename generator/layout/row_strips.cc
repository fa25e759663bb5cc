#include "layout/row_strips.h"

#include <algorithm>
#include <iterator>

#include "layout/borders.h"
#include "layout/compose.h"

namespace sable::layout {

namespace {

using base::Length;

// A strip of a cell at its height.
struct Placed {
  Strip* strip = nullptr;
  Length top;

  Length bottom() const { return top + strip->height; }
};

class Slicer {
 public:
  Slicer(const Context& context, SetRows& rows) : context_(context), rows_(rows) {
    for (SetCell& cell : rows.cells) place(cell);
  }

  std::vector<Strip> slices(bool breaks) {
    std::vector<Length> cuts{Length()};
    if (breaks) {
      const std::vector<Length> inner = inner_cuts();
      cuts.insert(cuts.end(), inner.begin(), inner.end());
    }
    cuts.push_back(rows_.height);
    std::vector<Strip> strips;
    for (size_t i = 0; i + 1 < cuts.size(); ++i) {
      strips.push_back(slice(cuts[i], cuts[i + 1]));
      strips.back().may_break_before = i == 0 || breaks;
    }
    return strips;
  }

 private:
  void place(SetCell& cell) {
    std::vector<Placed> placed;
    Length y = cell.top;
    for (size_t i = 0; i < cell.strips.size(); ++i) {
      if (i > 0) y += cell.strips[i].space_before;
      placed.push_back({&cell.strips[i], y});
      y += cell.strips[i].height;
    }
    for (Decoration& decoration : cell.decorations) {
      const Length top = placed[decoration.first].top;
      const Length bottom = placed[decoration.last - 1].bottom();
      rows_.decorations.push_back({{decoration.x, top, decoration.width, bottom - top},
                                   decoration.style,
                                   decoration.provenance});
    }
    cells_.push_back(std::move(placed));
  }

  // Heights at which a line ends or begins, and none goes on.
  std::vector<Length> inner_cuts() const {
    std::vector<Length> cuts;
    for (const auto& cell : cells_) {
      for (size_t i = 1; i < cell.size(); ++i) cuts.push_back(cell[i].top);
      if (!cell.empty()) cuts.push_back(cell.back().bottom());
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::erase_if(cuts, [this](Length y) { return !is_cut(y); });
    return cuts;
  }

  // Something stands above and below it.
  bool is_cut(Length y) const {
    bool above = false, below = false;
    for (const auto& cell : cells_) {
      for (size_t i = 0; i < cell.size(); ++i) {
        if (cell[i].top < y && cell[i].bottom() > y) return false;
        if (cell[i].top >= y && i > 0 && cell[i - 1].bottom() <= y &&
            (!cell[i].strip->may_break_before || cell[i].strip->breaks_minimum)) {
          return false;
        }
        above = above || cell[i].bottom() <= y;
        below = below || cell[i].top >= y;
      }
    }
    return above && below;
  }

  Strip slice(Length from, Length to) {
    Strip strip;
    strip.height = to - from;
    // No background covers the borders of another element.
    for (const bool borders : {false, true}) {
      for (const RowDecoration& decoration : rows_.decorations) {
        if (!borders || decoration.borders) decorate(decoration, from, to, borders, strip);
      }
    }
    for (const RowLine& line : rows_.lines) rule(line, from, to, strip);
    for (const auto& cell : cells_) {
      for (const Placed& placed : cell) {
        const bool inside = placed.top >= from && (placed.top < to || to == rows_.height);
        if (inside) add(*placed.strip, placed.top - from, strip);
      }
    }
    return strip;
  }

  void decorate(const RowDecoration& decoration, Length from, Length to, bool borders,
                Strip& strip) const {
    const Length top = std::max(decoration.area.y, from);
    const Length bottom = std::min(decoration.area.bottom(), to);
    if (top >= bottom) return;
    Decoration part;
    part.style = decoration.style;
    part.provenance = decoration.provenance;
    draw_decoration(context_, part,
                    {decoration.area.x, top - from, decoration.area.width, bottom - top},
                    {decoration.area.y >= from, decoration.area.bottom() <= to, !borders, borders},
                    strip.fragments);
  }

  // A line that runs down is cut, one that runs across belongs to where its middle is.
  void rule(const RowLine& line, Length from, Length to, Strip& strip) const {
    base::Rect area = line.area;
    if (line.upright) {
      const Length top = std::max(area.y, from);
      area.height = std::min(area.bottom(), to) - top;
      area.y = top;
      if (area.height <= Length()) return;
    } else {
      const Length middle = area.y + area.height / 2;
      const bool below = middle >= to && to < rows_.height;
      const bool above = middle < from && from > Length();
      if (below || above) return;
    }
    area.y -= from;
    draw_border_line(area, line.edge, line.upright, [&](const base::Rect& part, base::Color color) {
      Fragment fragment;
      fragment.item = Filled{part, color};
      fragment.artifact = Artifact::layout;
      strip.fragments.push_back(std::move(fragment));
    });
  }

  template <typename T>
  static void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }

  void add(Strip& from, Length down, Strip& to) const {
    for (Fragment& fragment : from.fragments) shift(fragment, {{}, down});
    for (LinkArea& link : from.links) link.area.y += down;
    for (MarginCode& code : from.margin_codes) {
      for (Fragment& fragment : code.fragments) shift(fragment, {{}, down});
    }
    append(to.fragments, from.fragments);
    append(to.links, from.links);
    append(to.margin_codes, from.margin_codes);
    append(to.notes, from.notes);
    append(to.outline, from.outline);
    append(to.anchors, from.anchors);
    if (from.change_bar != kNoBar) to.change_bar = from.change_bar;
    if (!from.has_text) return;
    to.mark = to.has_text ? context_.input.system.join(to.mark, from.mark) : from.mark;
    to.has_text = true;
  }

  const Context& context_;
  SetRows& rows_;
  std::vector<std::vector<Placed>> cells_;
};

}  // namespace

Length height_of(const std::vector<Strip>& strips) {
  Length height;
  for (size_t i = 0; i < strips.size(); ++i) {
    height += strips[i].height + (i > 0 ? strips[i].space_before : Length());
  }
  return height;
}

std::vector<Strip> row_strips(const Context& context, SetRows rows, bool breaks) {
  return Slicer(context, rows).slices(breaks);
}

}  // namespace sable::layout
