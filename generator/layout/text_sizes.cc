#include "layout/text_sizes.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "layout/box_pages.h"

namespace sable::layout {

namespace {

using base::Length;
using released::Sizes;

// Lines nearer than that are one: calls of notes stand above theirs.
constexpr Length kLeastLeading = Length::points(6);
constexpr Length kUsualLeading = Length::points(12);

std::optional<Sizes::Stretch> stretch_of(const GlyphRun& glyphs, uint32_t page,
                                         released::Ordinal ordinal) {
  if (glyphs.runs.empty()) return std::nullopt;
  Sizes::Stretch stretch{ordinal, page, glyphs.origin.y, glyphs.origin.x + glyphs.runs.front().x,
                         glyphs.origin.x};
  for (const PlacedRun& placed : glyphs.runs) {
    const Length begin = glyphs.origin.x + placed.x;
    stretch.begin = std::min(stretch.begin, begin);
    stretch.end = std::max(stretch.end, begin + placed.run->advance);
  }
  return stretch;
}

// Where the text of the pages begins, and where their feet do.
struct TextArea {
  Length top = Length::raw(std::numeric_limits<int64_t>::max());
  Length bottom = Length::raw(std::numeric_limits<int64_t>::max());

  uint32_t lines(Length leading) const {
    if (bottom <= top) return 1;
    return static_cast<uint32_t>((bottom - top).units() / leading.units()) + 1;
  }
};

class Survey {
 public:
  explicit Survey(const Pages& pages) : pages_(pages) {}

  Sizes all() {
    for (uint32_t i = 0; i < pages_.pages.size(); ++i) page(i);
    sizes_.leading = leading();
    sizes_.measure = measure();
    sizes_.page_lines = area_.lines(sizes_.leading);
    return std::move(sizes_);
  }

 private:
  void page(uint32_t at) {
    const Page& page = pages_.pages[at];
    for (const Fragment& fragment : page.fragments) {
      const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
      if (fragment.artifact == Artifact::footer) {
        if (glyphs != nullptr) area_.bottom = std::min(area_.bottom, glyphs->origin.y);
        continue;
      }
      const bool counts = fragment.artifact == Artifact::none && fragment.leaf != kNoLeaf &&
                          !repeats(pages_.structure, fragment.leaf);
      if (!counts || fragment.provenance.ordinal == markup::Provenance::kNone) continue;
      if (const auto* image = std::get_if<Image>(&fragment.item)) {
        sizes_.pictures.push_back({fragment.provenance.ordinal, image->area.height});
      } else if (glyphs != nullptr) {
        line(*glyphs, at, fragment.provenance.ordinal);
      }
    }
    area_.bottom = std::min(area_.bottom, page.size.height);
  }

  void line(const GlyphRun& glyphs, uint32_t page, released::Ordinal ordinal) {
    const auto stretch = stretch_of(glyphs, page, ordinal);
    if (!stretch) return;
    area_.top = std::min(area_.top, stretch->baseline);
    sizes_.stretches.push_back(*stretch);
  }

  // The distance that most neighbouring lines have; of equals the least.
  Length leading() const {
    std::map<Length, size_t> counts;
    for (size_t i = 1; i < sizes_.stretches.size(); ++i) {
      const Sizes::Stretch& above = sizes_.stretches[i - 1];
      const Sizes::Stretch& below = sizes_.stretches[i];
      const Length distance = below.baseline - above.baseline;
      if (above.page == below.page && distance >= kLeastLeading) ++counts[distance];
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? kUsualLeading : most->first;
  }

  Length measure() const {
    Length longest = Length::points(1);
    std::map<std::pair<released::Ordinal, std::pair<uint32_t, Length>>, std::pair<Length, Length>>
        lines;
    for (const Sizes::Stretch& one : sizes_.stretches) {
      const auto [at, is_new] =
          lines.try_emplace({one.ordinal, {one.page, one.baseline}}, std::pair(one.begin, one.end));
      at->second = {std::min(at->second.first, one.begin), std::max(at->second.second, one.end)};
      longest = std::max(longest, at->second.second - at->second.first);
    }
    return longest;
  }

  const Pages& pages_;
  Sizes sizes_;
  TextArea area_;
};

}  // namespace

Sizes text_sizes(const Pages& pages) { return Survey(pages).all(); }

}  // namespace sable::layout
