#include "released/likeness.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

namespace sable::released {

namespace {

// Texts that have less than this in common, in hundredths, are two texts.
constexpr size_t kLeastAlike = 40;
// The same of texts of two kinds: a paragraph that has become a bullet.
constexpr size_t kLeastAlikeOfKinds = 60;
// Of the words that stand beside a box, in a text that is shown in part.
constexpr size_t kLeastBesideABox = 50;
// One picture may have come for another.
constexpr size_t kPictures = 50;

using Keys = std::vector<uint32_t>;

size_t common(Keys one, Keys other) {
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  Keys found;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                        std::back_inserter(found));
  return found.size();
}

size_t dice(const Wording& a, const Wording& b) {
  const size_t words = a.words.size() + b.words.size();
  return words == 0 ? 100 : 200 * common(keys_of(a), keys_of(b)) / words;
}

bool has_words(const Wording& text) {
  return std::any_of(text.words.begin(), text.words.end(),
                     [](const Word& word) { return hole_of(word) == nullptr; });
}

// Of the words of `boxed`, if it has boxes too, how many the other text has as well.
size_t beside_boxes(const Wording& boxed, const Wording& other) {
  Keys words;
  for (const Word& word : boxed.words) {
    if (hole_of(word) == nullptr) words.push_back(word.key);
  }
  if (words.empty() || words.size() == boxed.words.size()) return 0;
  const size_t all = words.size();
  const size_t found = 100 * common(std::move(words), keys_of(other)) / all;
  return found >= kLeastBesideABox ? found : 0;
}

bool is_picture(const Wording& text) { return std::string_view(text.what) == "picture"; }

}  // namespace

Likeness by_common_words(size_t least) {
  return [least](const Wording& a, const Wording& b) -> size_t {
    if (a.kind != b.kind) return 0;
    const size_t alike = dice(a, b);
    return alike >= least ? alike : 0;
  };
}

size_t likeness_beside_boxes(const Wording& a, const Wording& b) {
  if (a.unseen != b.unseen) return 0;
  if (!has_words(a) || !has_words(b)) return 0;
  if (is_picture(a) && is_picture(b)) return kPictures;
  const bool same = a.kind == b.kind;
  const size_t alike = dice(a, b);
  const size_t enough = alike >= (same ? kLeastAlike : kLeastAlikeOfKinds) ? alike : 0;
  return same ? std::max({enough, beside_boxes(a, b), beside_boxes(b, a)}) : enough;
}

}  // namespace sable::released
