// Which texts of two releases are the same text. Private to the room.
//
// In:  the texts of both (wording.h), and how much alike two have to be.
// Out: a way from one to the other: texts that are equal, texts that were changed, and
//      those that only one has.
//
// Texts are first compared as wholes, by the O(NP) algorithm (compare.h). Those between
// two that are equal are paired in order, so that all together are as alike as they can
// be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "released/wording.h"

namespace sable::released {

using Wordings = std::vector<Wording>;
using WordingSpan = std::span<const Wording>;

struct TextStep {
  enum class Kind : uint8_t { gone, added, alike, same } kind = Kind::same;
  size_t before = 0;  // the index in the first, unless added
  size_t now = 0;     // the index in the second, unless gone
};

// How much two texts have in common, in hundredths; 0: they are two texts.
using Likeness = std::function<size_t(const Wording&, const Wording&)>;

// Between texts that are equal or alike, what is gone comes before what is added.
std::vector<TextStep> match(WordingSpan before, WordingSpan now, const Likeness& likeness);

}  // namespace sable::released
