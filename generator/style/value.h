// Values of declarations, as specified: parsed, not yet computed.
//
// In:  made by the parsers of value_parser.h.
// Out: read by compute.h, which makes lengths absolute.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "style/computed.h"
#include "style/number.h"

namespace sable::style {

// CSS Values 3, 5; `rem` and `lh` of CSS Values 4.
enum class Unit : uint8_t { pt, pc, in, mm, cm, px, em, rem, lh, percent, number };

struct Measure {
  Number number;
  Unit unit = Unit::pt;
  bool operator==(const Measure&) const = default;
};

// CSS Cascade 4, 7.3
enum class Wide : uint8_t { inherit, initial, unset };

// One of a property's own keywords, as the number that its row gives it.
struct Keyword {
  int id = 0;
};

struct CurrentColor {};
struct Transparent {};

// attr(lines lh): the attribute's number times a unit.
struct AttributeMeasure {
  std::string attribute = {};
  Unit unit = Unit::lh;
  std::optional<Measure> fallback = {};
};

using Families = std::vector<std::string>;

// A piece of `content:`; `attribute` where its text is attr().
struct ContentPart {
  ContentItem item;
  std::string attribute;
};
using ContentParts = std::vector<ContentPart>;

struct PageSize {
  Measure width, height;
};

using Value = std::variant<Wide, Keyword, Measure, base::Color, CurrentColor, Transparent,
                           AttributeMeasure, std::string, Families, ContentParts, PageSize>;

// Lengths beyond this are held at it: 1,000,000 pt, some 350 m.
constexpr int64_t kLongest = 1'000'000 * base::Length::kUnitsPerPoint;

// The points in one of an absolute unit, as a fraction; 0/1 for a relative one.
struct Ratio {
  int64_t numerator = 0;
  int64_t denominator = 1;
};
Ratio points_in(Unit unit);

}  // namespace sable::style
