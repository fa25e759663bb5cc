#include "released/changes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "released/compare.h"
#include "released/wording.h"

namespace sable::released {

namespace {

using Wordings = std::vector<Wording>;

// Texts that have less than this in common, in hundredths, are two texts.
constexpr size_t kLeastAlike = 40;
// What is newly released may be longer than what stood around it.
constexpr size_t kLeastAlikeReleased = 4;
// More pairs of texts between two that are equal are not weighed against each other.
constexpr size_t kMostPairs = 40'000;

std::vector<uint32_t> keys_of(const Wording& wording) {
  std::vector<uint32_t> keys;
  for (const Word& word : wording.words) keys.push_back(word.key);
  return keys;
}

// A number for each text, equal for equal texts.
class WholeTexts {
 public:
  std::vector<uint32_t> of(const Wordings& all) {
    std::vector<uint32_t> numbers;
    for (const Wording& each : all) {
      std::vector<uint32_t> key = keys_of(each);
      key.insert(key.end(), {each.kind, each.mark});
      const auto next = static_cast<uint32_t>(numbers_.size());
      numbers.push_back(numbers_.emplace(std::move(key), next).first->second);
    }
    return numbers;
  }

 private:
  std::map<std::vector<uint32_t>, uint32_t> numbers_;
};

// How much two texts have in common, in hundredths: Dice's coefficient of their words.
size_t likeness(const Wording& a, const Wording& b) {
  if (a.kind != b.kind) return 0;
  std::vector<uint32_t> of_a = keys_of(a), of_b = keys_of(b), common;
  if (of_a.empty() && of_b.empty()) return 100;
  std::sort(of_a.begin(), of_a.end());
  std::sort(of_b.begin(), of_b.end());
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::back_inserter(common));
  return 200 * common.size() / (of_a.size() + of_b.size());
}

class Marker {
 public:
  Marker(Wordings& before, Wordings& now, size_t least_alike)
      : before_(before), now_(now), least_alike_(least_alike) {}

  // Texts that both have stay; those between two of them are judged together.
  void mark() {
    WholeTexts whole;
    const std::vector<uint32_t> numbers = whole.of(before_);
    for (const Step& step : compare(numbers, whole.of(now_))) {
      if (step.kind == Step::Kind::gone) gone_.push_back(step.before);
      if (step.kind == Step::Kind::added) added_.push_back(step.now);
      if (step.kind == Step::Kind::kept) judge(step.now);
    }
    judge(now_.size());
  }

 private:
  // What is gone and what is new before text `next`.
  void judge(size_t next) {
    const size_t first = next - added_.size();
    size_t paired = 0;  // of those that are gone
    for (const auto& [before, now] : pairs()) {
      if (before > paired) cut_between(first, now);
      compare_words(before_[gone_[before]], now_[added_[now]]);
      matched_.push_back(now);
      paired = before + 1;
    }
    if (paired < gone_.size()) cut_between(first, added_.size());
    for (size_t i = 0; i < added_.size(); ++i) {
      if (std::find(matched_.begin(), matched_.end(), i) == matched_.end()) add(now_[added_[i]]);
    }
    gone_.clear();
    added_.clear();
    matched_.clear();
  }

  // Which of the texts that are gone each of the new ones was: in order, so that all
  // together are as alike as they can be.
  std::vector<std::pair<size_t, size_t>> pairs() const {
    const size_t rows = gone_.size(), columns = added_.size();
    if (rows == 0 || columns == 0 || rows * columns > kMostPairs) return {};
    std::vector<std::vector<size_t>> best(rows + 1, std::vector<size_t>(columns + 1, 0));
    std::vector<std::vector<size_t>> alike(rows, std::vector<size_t>(columns, 0));
    for (size_t i = rows; i-- > 0;) {
      for (size_t j = columns; j-- > 0;) {
        const size_t found = likeness(before_[gone_[i]], now_[added_[j]]);
        alike[i][j] = found >= least_alike_ ? found : 0;
        best[i][j] = std::max(best[i + 1][j], best[i][j + 1]);
        if (alike[i][j] > 0) best[i][j] = std::max(best[i][j], best[i + 1][j + 1] + alike[i][j]);
      }
    }
    std::vector<std::pair<size_t, size_t>> found;
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
      if (alike[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + alike[i][j]) {
        found.emplace_back(i++, j++);
      } else if (best[i][j] == best[i + 1][j]) {
        ++i;
      } else {
        ++j;
      }
    }
    return found;
  }

  // A whole text is gone before new text `at` of a stretch that begins at `first`: the
  // word before it tells, or if there is none that behind it.
  void cut_between(size_t first, size_t at) {
    for (size_t i = first + at; i-- > 0;) {
      if (!now_[i].words.empty()) return cut(now_[i].words.back());
    }
    for (size_t i = first + at; i < now_.size(); ++i) {
      if (!now_[i].words.empty()) return cut(now_[i].words.front());
    }
  }

  static void cut(Word& word) {
    if (word.change == Change::none) word.change = Change::cut;
  }

  static void add(Wording& text) {
    for (Word& word : text.words) word.change = Change::added;
    tell_calls(text);
  }

  static void compare_words(const Wording& before, Wording& now) {
    const std::vector<Step> steps = compare(keys_of(before), keys_of(now));
    for (const Step& step : steps) {
      if (step.kind == Step::Kind::added) now.words[step.now].change = Change::added;
    }
    size_t next = 0;  // of the words there are now
    for (const Step& step : steps) {
      if (step.kind == Step::Kind::gone) cut_at(now, next);
      if (step.kind != Step::Kind::gone) next = step.now + 1;
    }
    if (before.mark != now.mark && !now.words.empty()) cut(now.words.front());
    tell_calls(now);
  }

  // A word is gone before word `next`. Where another one came for it that one tells.
  static void cut_at(Wording& text, size_t next) {
    std::vector<Word>& words = text.words;
    const bool replaced = (next < words.size() && words[next].change == Change::added) ||
                          (next > 0 && words[next - 1].change == Change::added);
    if (replaced || words.empty()) return;
    cut(words[next > 0 ? next - 1 : 0]);
  }

  // The number of a note is not written by an author: the word before its call tells.
  static void tell_calls(Wording& text) {
    for (size_t i = 0; i < text.words.size(); ++i) {
      auto* const* inlined = std::get_if<Inline*>(&text.words[i].owner);
      if (inlined == nullptr || !std::holds_alternative<NoteCall>((*inlined)->value)) continue;
      if (std::exchange(text.words[i].change, Change::none) != Change::none && i > 0) {
        cut(text.words[i - 1]);
      }
    }
  }

  Wordings& before_;
  Wordings& now_;
  size_t least_alike_;
  std::vector<size_t> gone_, added_;  // since the last text that both have
  std::vector<size_t> matched_;       // of added_
};

// Texts are cut where their changes begin and end.
class Writer {
 public:
  explicit Writer(const Wordings& all) {
    for (const Wording& each : all) {
      for (const Word& word : each.words) {
        if (word.change != Change::none) tell(word);
      }
    }
  }

 private:
  using Pieces = std::vector<const Word*>;

  void tell(const Word& word) {
    if (auto* const* hole = std::get_if<Hole*>(&word.owner)) {
      (*hole)->change = word.change;
    } else if (auto* const* figure = std::get_if<Figure*>(&word.owner)) {
      (*figure)->change = word.change;
    } else {
      Inline& owner = *std::get<Inline*>(word.owner);
      if (std::holds_alternative<Text>(owner.value)) {
        pieces_[&owner].push_back(&word);
      } else {
        owner.change = word.change;
      }
    }
  }

 public:
  void split(Inlines& all) const {
    Inlines out;
    for (Inline& each : all) {
      if (auto* styled = std::get_if<Styled>(&each.value)) split(styled->children);
      if (auto* link = std::get_if<Link>(&each.value)) split(link->children);
      if (auto* outlined = std::get_if<Outlined>(&each.value)) split(outlined->children);
      const auto found = pieces_.find(&each);
      if (found == pieces_.end()) {
        out.push_back(std::move(each));
      } else {
        split(std::get<Text>(each.value).text, found->second, out);
      }
    }
    all = std::move(out);
  }

 private:
  static void split(const std::string& text, const Pieces& words, Inlines& out) {
    size_t done = 0;
    const auto put = [&](size_t end, Change change) {
      if (end == done) return;
      out.push_back({Text{text.substr(done, end - done)}, change});
      done = end;
    };
    for (size_t i = 0; i < words.size();) {
      size_t last = i;
      while (last + 1 < words.size() && follows(text, *words[last], *words[last + 1])) ++last;
      put(words[i]->begin, Change::none);
      put(words[last]->end, words[i]->change);
      i = last + 1;
    }
    put(text.size(), Change::none);
  }

  // With nothing but space between them.
  static bool follows(const std::string& text, const Word& one, const Word& next) {
    return one.change == next.change && text.find_first_not_of(" \t\n\r", one.end) == next.begin;
  }

  std::map<const Inline*, Pieces> pieces_;
};

}  // namespace

namespace {

// What the superseded release withheld: words and pictures, and nothing that is gone.
void keep_released(Wordings& texts) {
  for (Wording& text : texts) {
    for (Word& word : text.words) {
      const auto* const* inlined = std::get_if<Inline*>(&word.owner);
      const bool hole = std::holds_alternative<Hole*>(word.owner) ||
                        (inlined != nullptr && std::holds_alternative<Hole>((*inlined)->value));
      word.change = word.change == Change::added && !hole ? Change::released : Change::none;
    }
  }
}

void mark(Released& now, Released& before, bool released_only) {
  Numbering numbering;
  Wordings then = wordings_of(before, numbering);
  Wordings texts = wordings_of(now, numbering);
  Marker(then, texts, released_only ? kLeastAlikeReleased : kLeastAlike).mark();
  if (released_only) keep_released(texts);
  const Writer writer(texts);
  for (const Wording& text : texts) {
    for (Inlines* part : text.parts) writer.split(*part);
  }
}

}  // namespace

void mark_changes(Released& now, Released before) { mark(now, before, false); }

void mark_released(Released& now, Released before) { mark(now, before, true); }

}  // namespace sable::released
