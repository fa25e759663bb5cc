#include "released/alteration.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace sable::released {

namespace {

// So many words that both have are told beside a difference.
constexpr size_t kBeside = 6;

std::string joined(const TextList& texts) {
  std::string out;
  for (size_t i = 0; i < texts.size(); ++i) {
    const bool in_row = i > 0 && texts[i]->row != 0 && texts[i]->row == texts[i - 1]->row;
    if (i > 0) out += in_row ? " | " : "\n";
    out += text_of(*texts[i]);
  }
  return out;
}

std::vector<Hole> boxes_in(const TextList& texts) {
  std::vector<Hole> boxes;
  for (const Wording* text : texts) {
    for (Hole& box : boxes_of(*text, whole(*text))) boxes.push_back(std::move(box));
  }
  return boxes;
}

// What several texts are together.
const char* what_of(const TextList& texts) {
  const Wording& first = *texts.front();
  const bool one_row = first.row != 0 && std::all_of(texts.begin(), texts.end(), [&](auto* text) {
                         return text->row == first.row;
                       });
  return one_row && texts.size() > 1 ? "row" : first.what;
}

// A full stop or comma that both end with is beside the difference.
void part_punctuation(Alteration& one) {
  constexpr std::string_view kPunctuation = ".,;:!?";
  std::string ending;
  while (one.before.size() > 1 && one.now.size() > 1 && one.before.back() == one.now.back() &&
         kPunctuation.find(one.now.back()) != std::string_view::npos) {
    ending.insert(ending.begin(), one.now.back());
    one.before.pop_back();
    one.now.pop_back();
  }
  if (!one.right.empty() && !ending.empty()) ending += ' ';
  one.right.insert(0, ending);
}

}  // namespace

Stretch whole(const Wording& text) { return {0, text.words.size()}; }

bool is_boxes(const Wording& text) {
  const Share share = contents_of(text, whole(text));
  return share.boxes > 0 && share.words == 0;
}

bool say_the_same(const Hole& a, const Hole& b) {
  return a.kind == b.kind && a.extent == b.extent && a.codes == b.codes && a.label == b.label &&
         a.id == b.id && a.statutes == b.statutes && a.justification == b.justification &&
         a.referred_to == b.referred_to;
}

bool say_the_same(const std::vector<Hole>& a, const std::vector<Hole>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Hole& one, const Hole& other) { return say_the_same(one, other); });
}

std::string kind_of(const Wording& text) {
  if (text.level == 0) return text.what;
  return fmt::format("{} of level {}", text.what, text.level);
}

void shorten(std::string& text) {
  size_t end = 0;
  for (size_t i = 0; i < kBeside && end < text.size(); ++i) {
    end = std::min(text.find_first_of(" \n", end + 1), text.size());
  }
  if (end == text.size()) return;
  text.resize(end);
  text += " …";
}

Alteration alteration_of(Turn turn, const TextList& before, const TextList& now) {
  Alteration one;
  one.turn = turn;
  const TextList& said = now.empty() || (turn == Turn::withheld && !before.empty()) ? before : now;
  one.section = (now.empty() ? before : now).front()->section;
  one.what = what_of(said);
  one.before = joined(before);
  one.now = joined(now);
  one.boxes_before = boxes_in(before);
  one.boxes_now = boxes_in(now);
  return one;
}

Alteration alteration_of(const Wording& before, const Wording& now, const Gap& gap) {
  Alteration one;
  one.turn = gap.turn;
  if (gap.boxes_only) one.of = Aspect::box;
  one.section = now.section;
  one.what = now.what;
  one.before = text_of(before, gap.before);
  one.now = text_of(now, gap.now);
  one.boxes_before = boxes_of(before, gap.before);
  one.boxes_now = boxes_of(now, gap.now);
  if (gap.turn == Turn::changed && !gap.boxes_only && one.before == one.now) {
    one.of = Aspect::look;
  }
  const size_t left = gap.now.begin - std::min(gap.now.begin, kBeside);
  const size_t right = std::min(gap.now.end + kBeside, now.words.size());
  one.left = text_of(now, {left, gap.now.begin});
  one.right = text_of(now, {gap.now.end, right});
  part_punctuation(one);
  if (left > 0) one.left.insert(0, "… ");
  if (right < now.words.size()) one.right += " …";
  return one;
}

}  // namespace sable::released
