#include "released/changes.h"

#include "released/change_marks.h"
#include "released/compare.h"
#include "released/likeness.h"
#include "released/matching.h"

namespace sable::released {

namespace {

// Texts that have less than this in common, in hundredths, are two texts.
constexpr size_t kLeastAlike = 40;
// What is newly released may be longer than what stood around it.
constexpr size_t kLeastAlikeReleased = 4;

void compare_words(const Wording& before, Wording& now) {
  const std::vector<Step> steps = compare(keys_of(before), keys_of(now));
  for (const Step& step : steps) {
    if (step.kind == Step::Kind::added) now.words[step.now].change = Change::added;
  }
  size_t next = 0;  // of the words there are now
  for (const Step& step : steps) {
    if (step.kind == Step::Kind::gone) mark_cut_in(now, next);
    if (step.kind != Step::Kind::gone) next = step.now + 1;
  }
  if (before.mark != now.mark && !now.words.empty()) mark_cut(now.words.front());
  tell_calls(now);
}

void mark_words(const Wordings& before, Wordings& now, size_t least_alike) {
  const std::vector<TextStep> steps = match(before, now, by_common_words(least_alike));
  bool gone = false;  // since the last text that both have
  for (const TextStep& step : steps) {
    gone = gone || step.kind == TextStep::Kind::gone;
    if (step.kind != TextStep::Kind::alike && step.kind != TextStep::Kind::same) continue;
    if (gone) mark_cut_between(now, step.now);
    gone = false;
    if (step.kind == TextStep::Kind::alike) compare_words(before[step.before], now[step.now]);
  }
  if (gone) mark_cut_between(now, now.size());
  for (const TextStep& step : steps) {
    if (step.kind != TextStep::Kind::added) continue;
    for (Word& word : now[step.now].words) word.change = Change::added;
    tell_calls(now[step.now]);
  }
}

// What the superseded release withheld: words and pictures, and nothing that is gone.
void keep_released(Wordings& texts) {
  for (Wording& text : texts) {
    for (Word& word : text.words) {
      const bool is_new = word.change == Change::added && hole_of(word) == nullptr;
      word.change = is_new ? Change::released : Change::none;
    }
  }
}

void mark(Released& now, Released& before, bool released_only) {
  Numbering numbering;
  const Wordings then = wordings_of(before, numbering);
  Wordings texts = wordings_of(now, numbering);
  mark_words(then, texts, released_only ? kLeastAlikeReleased : kLeastAlike);
  if (released_only) keep_released(texts);
  write_changes(texts);
}

}  // namespace

void mark_changes(Released& now, Released before) { mark(now, before, false); }

void mark_released(Released& now, Released before) { mark(now, before, true); }

}  // namespace sable::released
