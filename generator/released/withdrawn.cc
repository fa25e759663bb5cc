#include "released/withdrawn.h"

#include "released/compare.h"
#include "released/wording.h"

namespace sable::released {

namespace {

struct Place {
  const Word* word = nullptr;
  Ordinal ordinal = 0;
};

struct Sequence {
  std::vector<uint32_t> keys;
  std::vector<Place> places;
};

Sequence sequence_of(const std::vector<Wording>& texts) {
  Sequence all;
  for (const Wording& text : texts) {
    for (const Word& word : text.words) {
      all.keys.push_back(word.key);
      all.places.push_back({&word, text.ordinal});
    }
  }
  return all;
}

}  // namespace

std::vector<Ordinal> withdrawn(Released now, Released before) {
  Numbering numbering;
  const std::vector<Wording> then = wordings_of(before, numbering);
  const std::vector<Wording> texts = wordings_of(now, numbering);
  const Sequence old_words = sequence_of(then), new_words = sequence_of(texts);
  std::vector<Ordinal> found;
  bool words_gone = false;     // since what both have
  std::vector<Ordinal> boxes;  // likewise
  const auto judge = [&] {
    for (const Ordinal box : boxes) {
      if (words_gone && (found.empty() || found.back() != box)) found.push_back(box);
    }
    words_gone = false;
    boxes.clear();
  };
  for (const Step& step : compare(old_words.keys, new_words.keys)) {
    if (step.kind == Step::Kind::kept) {
      judge();
    } else if (step.kind == Step::Kind::gone) {
      words_gone = words_gone || hole_of(*old_words.places[step.before].word) == nullptr;
    } else if (hole_of(*new_words.places[step.now].word) != nullptr) {
      boxes.push_back(new_words.places[step.now].ordinal);
    }
  }
  judge();
  return found;
}

}  // namespace sable::released
