#include "released/gaps.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "released/compare.h"

namespace sable::released {

namespace {

// So many words that both have between two gaps do not part them.
constexpr size_t kFewest = 2;
// Beside words in place of a box: they are new as a whole, and what an older word seems
// to be among them is there by chance.
constexpr size_t kFewestBesideABox = 3;

std::string box_text(const Hole& hole) {
  if (hole.codes.empty()) return "[withheld]";
  return fmt::format("[{}]", fmt::join(hole.codes, ", "));
}

std::string text_of(const Word& word) {
  if (const Hole* hole = hole_of(word)) return box_text(*hole);
  if (std::holds_alternative<Figure*>(word.owner)) return "[picture]";
  const Inline& owner = *std::get<Inline*>(word.owner);
  if (const auto* text = std::get_if<Text>(&owner.value)) {
    return text->text.substr(word.begin, word.end - word.begin);
  }
  if (const auto* reference = std::get_if<Reference>(&owner.value)) {
    return reference->target.empty() ? std::string("[see: withheld]")
                                     : fmt::format("[see: {}]", reference->target);
  }
  return "[note]";
}

Gap gap_of(const Wording& before, const Wording& now, Stretch gone, Stretch added) {
  const Share was = contents_of(before, gone), is = contents_of(now, added);
  return {gone, added, turn_of(was, is), was.words + is.words == 0};
}

bool is_plain(const Gap& gap, const Wording& before, const Wording& now) {
  return contents_of(before, gap.before).boxes + contents_of(now, gap.now).boxes == 0;
}

class Merger {
 public:
  Merger(const Wording& before, const Wording& now) : before_(before), now_(now) {}

  std::vector<Gap> merge(const std::vector<Gap>& all) {
    std::vector<Gap> merged;
    for (const Gap& next : all) {
      if (merged.empty() || !are_one(merged.back(), next)) {
        merged.push_back(next);
        continue;
      }
      const Gap& last = merged.back();
      merged.back() = trimmed({last.before.begin, next.before.end}, {last.now.begin, next.now.end});
    }
    return merged;
  }

 private:
  // Without the words with which both begin and end.
  Gap trimmed(Stretch before, Stretch now) const {
    const auto same = [&](size_t was, size_t is) {
      const Word& word = before_.words[was];
      return hole_of(word) == nullptr && word.key == now_.words[is].key;
    };
    while (!before.empty() && !now.empty() && same(before.end - 1, now.end - 1)) {
      --before.end;
      --now.end;
    }
    while (!before.empty() && !now.empty() && same(before.begin, now.begin)) {
      ++before.begin;
      ++now.begin;
    }
    return gap_of(before_, now_, before, now);
  }

  bool are_one(const Gap& one, const Gap& next) const {
    const Stretch between{one.now.end, next.now.begin};
    if (contents_of(now_, between).boxes > 0) return false;
    const size_t words = between.end - between.begin;
    if (is_plain(one, before_, now_) && is_plain(next, before_, now_)) return words <= kFewest;
    const bool stretched = goes_on(one, next) || goes_on(next, one);
    return stretched && words <= kFewestBesideABox;
  }

  // Whether `plain` may be a part of what stands in place of the box, or stood there.
  bool goes_on(const Gap& box, const Gap& plain) const {
    if (!is_plain(plain, before_, now_)) return false;
    return (box.turn == Turn::shown && plain.turn == Turn::added) ||
           (box.turn == Turn::withheld && plain.turn == Turn::removed);
  }

  const Wording& before_;
  const Wording& now_;
};

}  // namespace

Share contents_of(const Wording& text, Stretch stretch) {
  Share share;
  for (size_t i = stretch.begin; i < stretch.end; ++i) {
    (hole_of(text.words[i]) != nullptr ? share.boxes : share.words) += 1;
  }
  return share;
}

Turn turn_of(const Share& before, const Share& now) {
  if (before.words > 0 && now.boxes > 0) return Turn::withheld;
  if (before.boxes > 0 && now.words > 0) return Turn::shown;
  if (before.words + before.boxes == 0) return Turn::added;
  return now.words + now.boxes == 0 ? Turn::removed : Turn::changed;
}

TextDifference compare_texts(const Wording& before, const Wording& now) {
  TextDifference found;
  std::vector<Gap> gaps;
  Stretch gone, added;  // since the last word that both have
  const auto close = [&] {
    if (!gone.empty() || !added.empty()) gaps.push_back(gap_of(before, now, gone, added));
  };
  for (const Step& step : compare(keys_of(before), keys_of(now))) {
    if (step.kind == Step::Kind::gone) gone.end = step.before + 1;
    if (step.kind == Step::Kind::added) added.end = step.now + 1;
    if (step.kind != Step::Kind::kept) continue;
    close();
    gone = {step.before + 1, step.before + 1};
    added = {step.now + 1, step.now + 1};
    found.kept.push_back({step.before, step.now});
  }
  close();
  found.gaps = Merger(before, now).merge(gaps);
  return found;
}

std::string text_of(const Wording& text, Stretch stretch) {
  std::string out;
  for (size_t i = stretch.begin; i < stretch.end; ++i) {
    if (i > stretch.begin && text.words[i].spaced) out += ' ';
    out += text_of(text.words[i]);
  }
  return out;
}

std::string text_of(const Wording& text) { return text_of(text, {0, text.words.size()}); }

std::vector<Hole> boxes_of(const Wording& text, Stretch stretch) {
  std::vector<Hole> boxes;
  for (size_t i = stretch.begin; i < stretch.end; ++i) {
    if (const Hole* hole = hole_of(text.words[i])) boxes.push_back(*hole);
  }
  return boxes;
}

}  // namespace sable::released
