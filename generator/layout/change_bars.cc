#include "layout/change_bars.h"

#include <utility>

namespace sable::layout {

namespace {

using base::Length;
using Placement = style::ChangeBar::Placement;

bool stands_left(Placement placement, uint32_t page_number) {
  const bool left_page = page_number % 2 == 0;
  switch (placement) {
    case Placement::left:
      return true;
    case Placement::right:
      return false;
    case Placement::inside:
      return !left_page;
    case Placement::outside:
      return left_page;
  }
  return true;
}

}  // namespace

style::StyleId change_bar_of(const Context& context, style::StyleId style) {
  return context.style(style).change_bar.width > Length() ? style : kNoBar;
}

void ChangeBars::add(const Strip& strip, Length top) {
  const Length bottom = top + strip.height;
  if (strip.change_bar == kNoBar) {
    // An edge or a space between two lines ends no bar.
    if (strip.has_text) goes_on_ = false;
    return;
  }
  if (std::exchange(goes_on_, true) && bars_.back().style == strip.change_bar) {
    bars_.back().bottom = bottom;
  } else {
    bars_.push_back({top, bottom, strip.change_bar, left_, right_});
  }
}

void ChangeBars::draw(const Context& context, uint32_t page_number,
                      std::vector<Fragment>& fragments) {
  for (const Bar& bar : bars_) {
    const style::ChangeBar& look = context.style(bar.style).change_bar;
    const Length x = stands_left(look.placement, page_number) ? bar.left - look.offset - look.width
                                                              : bar.right + look.offset;
    Fragment fragment;
    fragment.item = Filled{{x, bar.top, look.width, bar.bottom - bar.top}, look.color};
    fragment.artifact = Artifact::layout;
    fragments.push_back(std::move(fragment));
  }
  bars_.clear();
  goes_on_ = false;
}

}  // namespace sable::layout
