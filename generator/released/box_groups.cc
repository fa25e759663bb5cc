#include "released/box_groups.h"

#include <algorithm>
#include <string_view>

namespace sable::released {

namespace {

// Whether a box of that kind can be for another text too, behind `last`.
bool takes(HoleKind kind, const Wording& last, const Wording& next) {
  const std::string_view what = next.what;
  switch (kind) {
    case HoleKind::section:
    case HoleKind::quote:
    case HoleKind::box:
      return true;
    case HoleKind::bullet:
      return what == "bullet";
    case HoleKind::table:
      return what == "caption" || what == "cell" || what == "row";
    case HoleKind::row:
      return next.row == last.row && next.row != 0;
    case HoleKind::figure:
      return what == "caption" || what == "description of a picture";
    default:
      return false;
  }
}

}  // namespace

std::vector<BoxGroup> group_by_box(const TextList& boxes, const TextList& texts) {
  std::vector<BoxGroup> groups;
  const size_t pairs = std::min(boxes.size(), texts.size());
  size_t next = 0;  // of the texts
  for (size_t i = 0; i < pairs; ++i) {
    BoxGroup& group = groups.emplace_back();
    group.boxes.push_back(boxes[i]);
    group.texts.push_back(texts[next++]);
    const HoleKind kind = hole_of(boxes[i]->words.front())->kind;
    while (texts.size() - next > pairs - i - 1 &&
           (i + 1 == pairs || takes(kind, *texts[next - 1], *texts[next]))) {
      group.texts.push_back(texts[next++]);
    }
  }
  // More texts than the boxes can be for are the last one's, and so are more boxes.
  if (!groups.empty()) {
    groups.back().boxes.insert(groups.back().boxes.end(),
                               boxes.begin() + static_cast<std::ptrdiff_t>(pairs), boxes.end());
  }
  return groups;
}

}  // namespace sable::released
