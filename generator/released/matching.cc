#include "released/matching.h"

#include <algorithm>
#include <map>
#include <utility>

#include "released/compare.h"

namespace sable::released {

namespace {

// More pairs of texts between two that are equal are not weighed against each other.
constexpr size_t kMostPairs = 40'000;

// A number for each text, equal for equal texts.
class WholeTexts {
 public:
  std::vector<uint32_t> of(WordingSpan all) {
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

class Matcher {
 public:
  Matcher(WordingSpan before, WordingSpan now, const Likeness& likeness)
      : before_(before), now_(now), likeness_(likeness) {}

  // Texts that both have stay; those between two of them are judged together.
  std::vector<TextStep> match() {
    WholeTexts whole;
    const std::vector<uint32_t> numbers = whole.of(before_);
    for (const Step& step : compare(numbers, whole.of(now_))) {
      if (step.kind == Step::Kind::gone) gone_.push_back(step.before);
      if (step.kind == Step::Kind::added) added_.push_back(step.now);
      if (step.kind == Step::Kind::kept) {
        judge();
        steps_.push_back({TextStep::Kind::same, step.before, step.now});
      }
    }
    judge();
    return std::move(steps_);
  }

 private:
  // What is gone and what is new since the last text that both have.
  void judge() {
    size_t next_gone = 0, next_added = 0;
    const auto tell_until = [&](size_t gone, size_t added) {
      for (; next_gone < gone; ++next_gone) {
        steps_.push_back({TextStep::Kind::gone, gone_[next_gone], 0});
      }
      for (; next_added < added; ++next_added) {
        steps_.push_back({TextStep::Kind::added, 0, added_[next_added]});
      }
    };
    for (const auto& [gone, added] : pairs()) {
      tell_until(gone, added);
      steps_.push_back({TextStep::Kind::alike, gone_[next_gone++], added_[next_added++]});
    }
    tell_until(gone_.size(), added_.size());
    gone_.clear();
    added_.clear();
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
        alike[i][j] = likeness_(before_[gone_[i]], now_[added_[j]]);
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

  WordingSpan before_;
  WordingSpan now_;
  const Likeness& likeness_;
  std::vector<size_t> gone_, added_;  // since the last text that both have
  std::vector<TextStep> steps_;
};

}  // namespace

std::vector<TextStep> match(WordingSpan before, WordingSpan now, const Likeness& likeness) {
  return Matcher(before, now, likeness).match();
}

}  // namespace sable::released
