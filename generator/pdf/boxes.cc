#include "pdf/boxes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "released/holes.h"

namespace sable::pdf {

namespace {

using base::Color;
using base::Length;
using base::Point;
using base::Rect;
using layout::Filled;
using layout::Fragment;
using layout::GlyphRun;
using layout::Page;
using layout::Stroked;
using released::Hole;
using released::HolePlace;
using released::Ordinal;

constexpr int kLeastContrast = 300;                    // of codes: WCAG 2.1, 1.4.11
constexpr int kLeastOfBox = 120;                       // of a box without words, and its ground
constexpr Length kSmallestBox = Length::points(3, 2);  // a side
constexpr Length kSmallestCode = Length::points(3);    // the size of its font
constexpr Color kPaper{255, 255, 255};
constexpr std::string_view kWords = "[redacted";

// Relative luminance (WCAG 2.1).
double luminance(Color color) {
  const auto linear = [](uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

bool contains(const Rect& area, Point point) {
  return point.x >= area.x && point.x <= area.right() && point.y >= area.y &&
         point.y <= area.bottom();
}

bool lies_inside(const Rect& inner, const Rect& outer) {
  constexpr Length kSlack = Length::points(1, 2);
  return inner.x >= outer.x - kSlack && inner.y >= outer.y - kSlack &&
         inner.right() <= outer.right() + kSlack && inner.bottom() <= outer.bottom() + kSlack;
}

// What a reader who does not see the page is told, with the label or without it.
bool says(std::string_view words, const Hole& hole) {
  std::string exact(kWords);
  if (!hole.codes.empty()) exact += fmt::format(": {}", fmt::join(hole.codes, " "));
  return words == exact + "]" || (!hole.label.empty() && words == exact + " " + hole.label + "]");
}

// Among text from right to left the words stand between two marks of direction.
std::string without_marks(std::string words) {
  for (const std::string_view mark : {"\u200E", "\u200F"}) {
    for (size_t at = words.find(mark); at != std::string::npos; at = words.find(mark)) {
      words.erase(at, mark.size());
    }
  }
  return words;
}

std::string text_of(const GlyphRun& glyphs) {
  std::string text;
  for (const layout::PlacedRun& placed : glyphs.runs) text += placed.run->text;
  return text;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(' ') == std::string_view::npos;
}

// What was drawn for one thing of a template, to find a box's area and codes by.
using Origin = std::pair<Ordinal, uint64_t>;
Origin origin_of(const Fragment& fragment) {
  const base::Span& place = fragment.provenance.template_place;
  return {fragment.provenance.ordinal, uint64_t{place.file} << 32 | place.begin};
}

// One page as the eye has it.
class Sight {
 public:
  explicit Sight(const Page& page) : page_(page) {
    for (const Fragment& fragment : page.fragments) {
      if (is_area(fragment)) areas_[origin_of(fragment)].push_back(&fragment);
    }
  }

  const Page& page() const { return page_; }
  Rect sheet() const {
    return page_.trim.value_or(Rect{Length(), Length(), page_.size.width, page_.size.height});
  }
  const std::vector<const Fragment*>& areas_of(const Fragment& words) const {
    static const std::vector<const Fragment*> kNone;
    const auto found = areas_.find(origin_of(words));
    return found == areas_.end() ? kNone : found->second;
  }

  static Rect area_of(const Fragment& fragment) {
    if (const auto* filled = std::get_if<Filled>(&fragment.item)) return filled->area;
    return std::get<Stroked>(fragment.item).area;
  }

  // What is under a fragment at a point; nothing: a picture. Fragments are painted in
  // their order.
  std::optional<Color> ground(const Fragment& fragment, Point point) const {
    std::optional<Color> color = kPaper;
    for (const Fragment& other : page_.fragments) {
      if (&other == &fragment) break;
      if (is_picture_at(other, point)) color = std::nullopt;
      if (const std::optional<Color> painted = painted_at(other, point)) color = painted;
    }
    return color;
  }

  // Whether something is drawn over it there.
  bool is_covered(const Fragment& fragment, Point point) const {
    bool after = false;
    for (const Fragment& other : page_.fragments) {
      if (after && (is_picture_at(other, point) || painted_at(other, point))) return true;
      after = after || &other == &fragment;
    }
    return false;
  }

 private:
  static bool is_picture_at(const Fragment& fragment, Point point) {
    const auto* image = std::get_if<layout::Image>(&fragment.item);
    return image != nullptr && contains(image->area, point);
  }

  // The colour of a rectangle, or of the line around one.
  static std::optional<Color> painted_at(const Fragment& fragment, Point point) {
    if (const auto* filled = std::get_if<Filled>(&fragment.item)) {
      return contains(filled->area, point) ? std::optional(filled->color) : std::nullopt;
    }
    const auto* stroked = std::get_if<Stroked>(&fragment.item);
    if (stroked == nullptr || !contains(stroked->area, point)) return std::nullopt;
    const Length line = stroked->width;
    const Rect inside{stroked->area.x + line, stroked->area.y + line,
                      stroked->area.width - line * 2, stroked->area.height - line * 2};
    const bool is_clear =
        inside.width > Length() && inside.height > Length() && contains(inside, point);
    return is_clear ? std::nullopt : std::optional(stroked->color);
  }

  static bool is_area(const Fragment& fragment) {
    return std::holds_alternative<Filled>(fragment.item) ||
           std::holds_alternative<Stroked>(fragment.item);
  }

  const Page& page_;
  std::map<Origin, std::vector<const Fragment*>> areas_;
};

// The middle of each word that is drawn, and what it takes of the page.
struct Drawn {
  std::vector<Point> middles;
  Rect area;
  Length size;

  explicit Drawn(const GlyphRun& glyphs) {
    for (const layout::PlacedRun& placed : glyphs.runs) {
      size = std::max(size, placed.run->size);
      if (is_blank(placed.run->text)) continue;
      const Length x = glyphs.origin.x + placed.x;
      middles.push_back({x + placed.run->advance / 2, glyphs.origin.y - placed.run->size / 3});
      const Length right = std::max(area.right(), x + placed.run->advance);
      if (middles.size() == 1) area.x = x;
      area.x = std::min(area.x, x);
      area.width = (middles.size() == 1 ? x + placed.run->advance : right) - area.x;
    }
    area.y = glyphs.origin.y - size / 2;
    area.height = size / 2;
  }
};

class Checker {
 public:
  Checker(const released::Released& released, const layout::Pages& pages) : pages_(pages) {
    for (const HolePlace& placed : released::holes_of(released)) {
      of_block_[placed.ordinal].push_back(placed);
    }
  }

  base::Diagnostics run() {
    for (const Page& page : pages_.pages) look_at(page);
    for (const auto& [ordinal, holes] : of_block_) count(ordinal, holes);
    return std::move(found_);
  }

 private:
  // Each kind of failure is told once a block.
  void fail(Ordinal ordinal, const char* code, const char* message, const char* help) {
    if (!told_.insert({ordinal, code}).second) return;
    base::Diagnostic diagnostic =
        base::error_without_place(base::Fault::input, code, message, help);
    if (ordinal != markup::Provenance::kNone) diagnostic.ordinal = ordinal;
    found_.push_back(std::move(diagnostic));
  }

  void look_at(const Page& page) {
    const Sight sight(page);
    for (const Fragment& fragment : page.fragments) {
      const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
      if (glyphs == nullptr || fragment.leaf == layout::kNoLeaf) continue;
      const std::string words = without_marks(pages_.structure.leaves[fragment.leaf].actual_text);
      if (!words.starts_with(kWords)) continue;
      box(sight, fragment, *glyphs, words);
    }
  }

  const Hole* hole_of(Ordinal ordinal, std::string_view words) const {
    const auto block = of_block_.find(ordinal);
    if (block == of_block_.end()) return nullptr;
    for (const HolePlace& placed : block->second) {
      if (placed.unseen) continue;  // not seen
      if (says(words, *placed.hole)) return placed.hole;
    }
    return nullptr;
  }

  void box(const Sight& sight, const Fragment& fragment, const GlyphRun& glyphs,
           const std::string& words) {
    const Ordinal ordinal = fragment.provenance.ordinal;
    const Hole* hole = hole_of(ordinal, words);
    if (hole == nullptr) {
      fail(ordinal, "SBL0962", "a box says other codes than the release cites there",
           "give `redaction` the attributes `codes` and `label` as the release has them");
      return;
    }
    shown_[{ordinal, words}].insert(fragment.leaf);
    const std::string text = text_of(glyphs);
    const bool has_words = !is_blank(text);
    area(sight, fragment, glyphs, !has_words);
    if (has_words) {
      codes(*hole, text, ordinal);
      seen(sight, fragment, glyphs);
    } else if (!hole->codes.empty() && hole->kind != released::HoleKind::region) {
      codes_elsewhere(sight, fragment, *hole);
    }
  }

  // The area that stands for what is withheld.
  void area(const Sight& sight, const Fragment& words, const GlyphRun& glyphs, bool alone) {
    const Ordinal ordinal = words.provenance.ordinal;
    const Fragment* own = nullptr;
    bool stands_out = false;
    for (const Fragment* fragment : sight.areas_of(words)) {
      const Rect area = Sight::area_of(*fragment);
      if (area.y > glyphs.origin.y + area.height || area.bottom() < glyphs.origin.y - area.height) {
        continue;
      }
      if (area.width < kSmallestBox || area.height < kSmallestBox) continue;
      if (!lies_inside(area, sight.sheet())) continue;
      own = fragment;
      stands_out = stands_out || differs_from_ground(sight, *fragment);
    }
    if (own == nullptr) {
      fail(ordinal, "SBL0961", "what is withheld here has no box on its page",
           "let the style sheet give `redaction` a background or a border, a size, and a place "
           "inside the page");
    } else if (alone && !stands_out) {
      fail(ordinal, "SBL0963", "a box cannot be told from what is behind it",
           "let the style sheet give `redaction` another background, or a border");
    }
  }

  static bool differs_from_ground(const Sight& sight, const Fragment& fragment) {
    const Rect area = Sight::area_of(fragment);
    const Point middle{area.x + area.width / 2, area.y + area.height / 2};
    const auto* filled = std::get_if<Filled>(&fragment.item);
    const Color color = filled != nullptr ? filled->color : std::get<Stroked>(fragment.item).color;
    const std::optional<Color> ground = sight.ground(fragment, middle);
    return !sight.is_covered(fragment, middle) &&
           (!ground || contrast(color, *ground) >= kLeastOfBox);
  }

  void codes(const Hole& hole, std::string_view text, Ordinal ordinal) {
    for (const std::string& code : hole.codes) {
      if (text.find(code) != std::string_view::npos) continue;
      fail(ordinal, "SBL0964", "a box does not show the codes under which matter is withheld",
           "let the style sheet print them: `redaction::code { content: attr(codes) }`");
    }
  }

  void seen(const Sight& sight, const Fragment& fragment, const GlyphRun& glyphs) {
    const Ordinal ordinal = fragment.provenance.ordinal;
    const Drawn drawn(glyphs);
    bool visible = drawn.size >= kSmallestCode && lies_inside(drawn.area, sight.sheet());
    for (const Point& point : drawn.middles) {
      const std::optional<Color> ground = sight.ground(fragment, point);
      visible = visible && !sight.is_covered(fragment, point) &&
                (!ground || contrast(glyphs.color, *ground) >= kLeastContrast);
    }
    if (visible) return;
    fail(ordinal, "SBL0965", "the words of a box cannot be seen",
         "codes need a contrast of 3:1 to what is behind them, 3 pt, and a place on the page that "
         "nothing covers; a box has to be as wide as they are");
  }

  // Codes in the margin, which boxes side by side may share, and which stand below one
  // another where it is narrow.
  void codes_elsewhere(const Sight& sight, const Fragment& words, const Hole& hole) {
    for (const std::string& code : hole.codes) {
      const Fragment* shown = code_in_margin(sight.page(), code);
      if (shown == nullptr) return codes(hole, "", words.provenance.ordinal);
      seen(sight, *shown, std::get<GlyphRun>(shown->item));
    }
  }

  static const Fragment* code_in_margin(const Page& page, const std::string& code) {
    for (const Fragment& fragment : page.fragments) {
      const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
      if (glyphs == nullptr || fragment.artifact != layout::Artifact::layout) continue;
      if (text_of(*glyphs).find(code) != std::string::npos) return &fragment;
    }
    return nullptr;
  }

  // Among what every template prints.
  static bool stands_in_text(const HolePlace& placed) {
    return !placed.unseen && !placed.in_banner && !placed.in_title;
  }

  // As many boxes as there are holes that say the same.
  void count(Ordinal ordinal, const std::vector<HolePlace>& holes) {
    for (const HolePlace& placed : holes) {
      if (!stands_in_text(placed)) continue;
      size_t wanted = 0, boxes = 0;
      for (const HolePlace& other : holes) {
        const bool same = other.hole->codes == placed.hole->codes;
        wanted += same && stands_in_text(other);
      }
      for (const auto& [key, leaves] : shown_) {
        if (key.first == ordinal && says_codes(key.second, *placed.hole)) boxes += leaves.size();
      }
      if (boxes >= wanted) continue;
      fail(ordinal, "SBL0961", "what is withheld here has no box on its page",
           "let the template print each `redaction`, and the style sheet display it");
    }
  }

  // Whatever the label.
  static bool says_codes(std::string_view words, const Hole& hole) {
    std::string begin(kWords);
    if (!hole.codes.empty()) begin += fmt::format(": {}", fmt::join(hole.codes, " "));
    if (!words.starts_with(begin)) return false;
    const std::string_view rest = words.substr(begin.size());
    return rest == "]" || (rest.starts_with(" ") && !rest.starts_with(" ("));
  }

  const layout::Pages& pages_;
  std::map<Ordinal, std::vector<HolePlace>> of_block_;
  std::map<std::pair<Ordinal, std::string>, std::set<layout::LeafId>> shown_;
  std::set<std::pair<Ordinal, std::string>> told_;
  base::Diagnostics found_;
};

}  // namespace

int contrast(Color a, Color b) {
  const double one = luminance(a), other = luminance(b);
  return static_cast<int>(100 * (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05));
}

base::Diagnostics check_boxes(const released::Released& released, const layout::Pages& pages) {
  return Checker(released, pages).run();
}

}  // namespace sable::pdf
