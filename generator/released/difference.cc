#include "released/difference.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "released/alteration.h"
#include "released/box_groups.h"
#include "released/change_marks.h"
#include "released/gaps.h"
#include "released/likeness.h"
#include "released/matching.h"
#include "released/setting_changes.h"

namespace sable::released {

namespace {

// The differences of two releases, and the words of the later one that they touch.
class Comparer {
 public:
  Comparer(const Wordings& before, Wordings& now) : before_(before), now_(now) {}

  Difference compare() {
    const auto is_head = [](const Wording& text) { return text.is_head; };
    const auto heads = [&](const Wordings& all) {
      return static_cast<size_t>(std::count_if(all.begin(), all.end(), is_head));
    };
    const size_t before_body = heads(before_), now_body = heads(now_);
    compare_heads(before_body, now_body);
    compare_bodies(before_body, now_body);
    for (Wording& text : now_) tell_calls(text);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Placed& a, const Placed& b) { return a.place < b.place; });
    Difference sorted;
    for (Placed& one : found_) sorted.push_back(std::move(one.what));
    return sorted;
  }

 private:
  struct Placed {
    size_t place = 0;  // of the text that has it, or before which a text is gone
    Alteration what;
  };

  // Each line of the title block against its like: they have names.
  void compare_heads(size_t before_end, size_t now_end) {
    size_t was = 0, is = 0;
    for (const char* name : {"kind", "office", "title", "date", "number", "codeword"}) {
      const bool had = was < before_end && std::string_view(before_[was].what) == name;
      const bool has = is < now_end && std::string_view(now_[is].what) == name;
      if (had && has && is_boxes(before_[was]) == is_boxes(now_[is])) {
        is_boxes(now_[is]) ? compare_boxes(before_[was], now_[is])
                           : compare_texts(before_[was], now_[is]);
      } else {
        if (had) gone_.push_back(&before_[was]);
        if (has) added_.push_back(is);
        after_ = is;
        judge(is);
      }
      was += had;
      is += has;
    }
  }

  void compare_bodies(size_t before_begin, size_t now_begin) {
    const WordingSpan before(before_), now(now_);
    after_ = now_begin;
    for (const TextStep& step :
         match(before.subspan(before_begin), now.subspan(now_begin), likeness_beside_boxes)) {
      const size_t was = before_begin + step.before, is = now_begin + step.now;
      if (step.kind == TextStep::Kind::gone) gone_.push_back(&before_[was]);
      if (step.kind == TextStep::Kind::added) added_.push_back(is);
      if (step.kind != TextStep::Kind::alike && step.kind != TextStep::Kind::same) continue;
      judge(is);
      compare_texts(before_[was], now_[is]);
      after_ = is + 1;
    }
    judge(now_.size());
  }

  // Whole texts that only one of the two has, between two that both have.
  void judge(size_t next) {
    TextList boxes_gone, words_gone, boxes_added, words_added;
    for (const Wording* text : gone_) sort(*text, boxes_gone, words_gone);
    for (const size_t at : added_) sort(now_[at], boxes_added, words_added);
    if (!gone_.empty()) cut(next);
    if (only_regions(boxes_gone, words_gone, boxes_added, words_added)) {
      tell_regions(boxes_gone, boxes_added);
    } else {
      tell_groups(boxes_gone, words_gone, boxes_added, words_added);
    }
    gone_.clear();
    added_.clear();
  }

  static void sort(const Wording& text, TextList& boxes, TextList& words) {
    if (!text.words.empty()) (is_boxes(text) ? boxes : words).push_back(&text);
  }

  // Of a picture that both show. Its pixels are no text: nothing else tells them.
  static bool only_regions(const TextList& boxes_gone, const TextList& words_gone,
                           const TextList& boxes_added, const TextList& words_added) {
    if (!words_gone.empty() || !words_added.empty()) return false;
    const auto is_region = [](const Wording* text) {
      return text->unseen && std::string_view(text->what) == "region";
    };
    return boxes_gone.empty() != boxes_added.empty() &&
           std::all_of(boxes_gone.begin(), boxes_gone.end(), is_region) &&
           std::all_of(boxes_added.begin(), boxes_added.end(), is_region);
  }

  void tell_regions(const TextList& gone, const TextList& added) {
    const bool shown = added.empty();
    Alteration& one = tell(shown ? Turn::shown : Turn::withheld, gone, added);
    (shown ? one.now : one.before) = "[picture]";
  }

  void tell_groups(TextList boxes_gone, TextList words_gone, TextList boxes_added,
                   TextList words_added) {
    const bool shows = !boxes_gone.empty() && !words_added.empty();
    const bool withholds = !words_gone.empty() && !boxes_added.empty();
    if (!withholds) tell_each(Turn::removed, std::exchange(words_gone, {}), {});
    if (shows) {
      mark_all(words_added, Change::released);
      for (const BoxGroup& one : group_by_box(boxes_gone, words_added)) {
        tell(Turn::shown, one.boxes, one.texts);
      }
      boxes_gone.clear();
      words_added.clear();
    }
    if (withholds) {
      mark_all(boxes_added, Change::added);
      for (const BoxGroup& one : group_by_box(boxes_added, words_gone)) {
        tell(Turn::withheld, one.texts, one.boxes);
      }
      boxes_added.clear();
    }
    mark_all(boxes_added, Change::added);
    mark_all(words_added, Change::added);
    tell_boxes(boxes_gone, boxes_added);
    tell_each(Turn::added, {}, words_added);
  }

  // Boxes on both sides: those that are no match for another are new, or gone.
  void tell_boxes(const TextList& gone, const TextList& added) {
    const size_t pairs = std::min(gone.size(), added.size());
    for (size_t i = 0; i < pairs; ++i) compare_boxes(*gone[i], *added[i]);
    for (size_t i = pairs; i < gone.size(); ++i) {
      tell(Turn::removed, {gone[i]}, {}).of = Aspect::box;
    }
    for (size_t i = pairs; i < added.size(); ++i) {
      tell(Turn::added, {}, {added[i]}).of = Aspect::box;
    }
  }

  void compare_boxes(const Wording& before, const Wording& now) {
    if (!say_the_same(boxes_of(before, whole(before)), boxes_of(now, whole(now)))) {
      mark_all({&now}, Change::added);
      tell(Turn::changed, {&before}, {&now}).of = Aspect::box;
    }
    compare_marks(before, now);
  }

  // One for each text, and for the cells of a row one together.
  void tell_each(Turn turn, const TextList& gone, const TextList& added) {
    const TextList& all = turn == Turn::removed ? gone : added;
    for (size_t i = 0; i < all.size();) {
      TextList texts = {all[i++]};
      while (i < all.size() && all[i]->row != 0 && all[i]->row == texts.front()->row) {
        texts.push_back(all[i++]);
      }
      turn == Turn::removed ? tell(turn, texts, {}) : tell(turn, {}, texts);
    }
  }

  Alteration& tell(Turn turn, const TextList& before, const TextList& now) {
    const size_t place = now.empty() ? after_ : place_of(*now.front());
    return found_.emplace_back(Placed{place, alteration_of(turn, before, now)}).what;
  }

  // A text that both have, or that was changed.
  void compare_texts(const Wording& before, Wording& now) {
    compare_marks(before, now);
    const TextDifference difference = released::compare_texts(before, now);
    size_t kept = 0;
    for (const Gap& gap : difference.gaps) {
      for (; kept < difference.kept.size() && difference.kept[kept].now < gap.now.begin; ++kept) {
        compare_words(before, now, difference.kept[kept]);
      }
      tell_gap(before, now, gap);
    }
    for (; kept < difference.kept.size(); ++kept) {
      compare_words(before, now, difference.kept[kept]);
    }
  }

  // Boxes with one key may still have other ids, or other grounds.
  void compare_words(const Wording& before, Wording& now, const WordPair& pair) {
    const Hole* was = hole_of(before.words[pair.before]);
    const Hole* is = hole_of(now.words[pair.now]);
    if (was == nullptr || is == nullptr || say_the_same(*was, *is)) return;
    tell_gap(before, now,
             {{pair.before, pair.before + 1}, {pair.now, pair.now + 1}, Turn::changed, true});
  }

  void compare_marks(const Wording& before, const Wording& now) {
    const auto add = [&](Aspect of, std::string was, std::string is) {
      Alteration& one = tell(Turn::changed, {&before}, {&now});
      one.of = of;
      one.right = std::exchange(one.now, std::move(is));
      one.before = std::move(was);
      one.boxes_before.clear();
      one.boxes_now.clear();
      shorten(one.right);
      mark_first(now);
    };
    if (before.mark != now.mark) add(Aspect::mark, before.portion, now.portion);
    if (before.kind != now.kind) add(Aspect::kind, kind_of(before), kind_of(now));
  }

  void tell_gap(const Wording& before, Wording& now, const Gap& gap) {
    mark_gap(now, gap);
    found_.push_back({place_of(now), alteration_of(before, now, gap)});
  }

  static void mark_gap(Wording& now, const Gap& gap) {
    if (now.unseen) return;
    if (gap.now.empty()) return mark_cut_in(now, gap.now.begin);
    for (size_t i = gap.now.begin; i < gap.now.end; ++i) {
      Word& word = now.words[i];
      const bool is_shown = gap.turn == Turn::shown && hole_of(word) == nullptr;
      word.change = is_shown ? Change::released : Change::added;
    }
  }

  void mark_all(const TextList& texts, Change change) {
    for (const Wording* text : texts) {
      if (text->unseen) continue;
      for (Word& word : mine(*text).words) {
        word.change = hole_of(word) != nullptr ? Change::added : change;
      }
    }
  }

  void mark_first(const Wording& text) {
    if (!text.unseen && !text.words.empty()) mark_cut(mine(text).words.front());
  }

  void cut(size_t next) {
    const bool replaced = std::any_of(added_.begin(), added_.end(),
                                      [&](size_t at) { return !now_[at].words.empty(); });
    if (!replaced) mark_cut_between(now_, next);
  }

  size_t place_of(const Wording& text) const { return static_cast<size_t>(&text - now_.data()); }
  Wording& mine(const Wording& text) { return now_[place_of(text)]; }

  const Wordings& before_;
  Wordings& now_;
  TextList gone_;              // since the last text that both have
  std::vector<size_t> added_;  // likewise
  size_t after_ = 0;           // the first text behind that one
  std::vector<Placed> found_;
};

// Without what two releases are called, and for whom they are.
std::string look_of(Released released) {
  released.release.clear();
  released.audience.clear();
  released.unredacted = false;
  return dump(released);
}

Difference compare(Released& before, Released& now, Wordings& texts) {
  const bool same = look_of(before) == look_of(now);
  Difference found = setting_changes(before, now);
  Numbering numbering;
  const Wordings then = wordings_of(before, numbering, Texts::all);
  texts = wordings_of(now, numbering, Texts::all);
  for (Alteration& one : Comparer(then, texts).compare()) found.push_back(std::move(one));
  if (found.empty() && !same) found.emplace_back().of = Aspect::arrangement;
  return found;
}

}  // namespace

Difference difference(Released before, Released now) {
  Wordings texts;
  return compare(before, now, texts);
}

Difference mark_difference(Released& now, Released before) {
  Wordings texts;
  Difference found = compare(before, now, texts);
  write_changes(texts);
  return found;
}

size_t count(const Difference& difference, Turn turn) {
  return static_cast<size_t>(std::count_if(difference.begin(), difference.end(),
                                           [&](const auto& one) { return one.turn == turn; }));
}

const char* turn_name(Turn turn) {
  constexpr const char* kNames[] = {"shown", "withheld", "added", "removed", "changed"};
  return kNames[static_cast<size_t>(turn)];
}

const char* aspect_name(Aspect aspect) {
  constexpr const char* kNames[] = {"words", "box",     "mark",       "look",
                                    "kind",  "setting", "arrangement"};
  return kNames[static_cast<size_t>(aspect)];
}

}  // namespace sable::released
