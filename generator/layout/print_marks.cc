#include "layout/print_marks.h"

#include <array>

#include "layout/compose.h"

namespace sable::layout {

namespace {

using base::Length;
using base::Rect;

constexpr Length kMark = Length::points(18);         // length of a crop mark
constexpr Length kGap = Length::points(6);           // between it and the cut, or the bleed
constexpr Length kThickness = Length::points(1, 4);  // a hairline
constexpr base::Color kBlack{0, 0, 0};

class Sheet {
 public:
  Sheet(Page& page, const style::PageMaster& master)
      : page_(page), master_(master), slug_(slug_of(master)) {}

  Length slug() const { return slug_; }

  void mark() {
    const Length bleed = master_.bleed;
    const Rect trim{slug_, slug_, page_.size.width, page_.size.height};
    page_.trim = trim;
    page_.bleed =
        Rect{trim.x - bleed, trim.y - bleed, trim.width + bleed * 2, trim.height + bleed * 2};
    page_.size = {trim.width + slug_ * 2, trim.height + slug_ * 2};
    move();
    if (master_.crop_marks) crop_marks(trim);
    if (master_.registration_marks) registration_marks(trim);
  }

 private:
  // What the sheet is wider than the page at each side.
  static Length slug_of(const style::PageMaster& master) {
    const bool marks = master.crop_marks || master.registration_marks;
    return marks ? std::max(kGap, master.bleed) + kMark + kGap : master.bleed;
  }

  void move() {
    for (Fragment& fragment : page_.fragments) shift(fragment, {slug_, slug_});
    for (LinkArea& link : page_.links) {
      link.area.x += slug_;
      link.area.y += slug_;
    }
    page_.turned_about.x += slug_;
    page_.turned_about.y += slug_;
  }

  void line(const Rect& area) {
    Fragment fragment;
    fragment.item = Filled{area, kBlack};
    fragment.artifact = Artifact::layout;
    page_.fragments.push_back(std::move(fragment));
  }

  // Two at each corner, in line with the edges of the trimmed page.
  void crop_marks(const Rect& trim) {
    const Length from = std::max(kGap, master_.bleed);
    const Length half = kThickness / 2;
    for (const Length x : {trim.x, trim.right()}) {
      line({x - half, trim.y - from - kMark, kThickness, kMark});
      line({x - half, trim.bottom() + from, kThickness, kMark});
    }
    for (const Length y : {trim.y, trim.bottom()}) {
      line({trim.x - from - kMark, y - half, kMark, kThickness});
      line({trim.right() + from, y - half, kMark, kThickness});
    }
  }

  // A cross at the middle of each side.
  void registration_marks(const Rect& trim) {
    const Length from = std::max(kGap, master_.bleed) + kMark / 2;
    const Length half = kThickness / 2;
    const Length arm = kMark / 2;
    const Length x = trim.x + trim.width / 2;
    const Length y = trim.y + trim.height / 2;
    const std::array<base::Point, 4> centres{{{x, trim.y - from},
                                              {x, trim.bottom() + from},
                                              {trim.x - from, y},
                                              {trim.right() + from, y}}};
    for (const base::Point& at : centres) {
      line({at.x - arm, at.y - half, kMark, kThickness});
      line({at.x - half, at.y - arm, kThickness, kMark});
    }
  }

  Page& page_;
  const style::PageMaster& master_;
  const Length slug_;
};

}  // namespace

void add_print_marks(Context& context, const std::vector<PagePlan>& plans) {
  Pages& pages = context.pages;
  std::vector<Length> slugs;
  for (uint32_t i = 0; i < pages.pages.size(); ++i) {
    const style::PageMaster& master =
        master_of(context.input.styled, plans[i].name, i + 1, plans[i].blank);
    Sheet sheet(pages.pages[i], master);
    slugs.push_back(sheet.slug());
    if (sheet.slug() > Length()) sheet.mark();
  }
  for (OutlineItem& item : pages.outline) item.y += slugs[item.page];
  for (Destination& destination : pages.destinations) {
    destination.place.x += slugs[destination.page];
    destination.place.y += slugs[destination.page];
  }
}

}  // namespace sable::layout
