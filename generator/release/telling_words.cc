#include "release/telling_words.h"

#include <algorithm>
#include <tuple>

namespace sable::release {

namespace {

using words::Entry;
using words::Word;

constexpr size_t kMostTold = 8;   // for a release
constexpr size_t kMostNames = 5;  // in the open; more often it is known
constexpr size_t kMostNumbers = 2;
constexpr size_t kMostRare = 1;
constexpr size_t kMostOfCell = 4;       // words of a text that is no sentence
constexpr uint32_t kShortestRare = 10;  // letters

const char* code_of(int kind) {
  const char* codes[] = {"SBL0456", "SBL0457", "SBL0458"};
  return codes[kind];
}

const char* word_for(int kind) {
  const char* words[] = {"a name", "a number", "a rare word"};
  return words[kind];
}

}  // namespace

// In German every noun has a capital.
TellingWords::TellingWords(words::Lexicon& lexicon, std::string_view language)
    : lexicon_(lexicon), capitals_mean_names_(language.substr(0, language.find('-')) != "de") {}

std::optional<TellingWords::Kind> TellingWords::kind_of(const Word& word, bool brief) const {
  const Entry& entry = lexicon_[word.id];
  if (entry.common || entry.calendar || entry.letters < 2) return std::nullopt;
  if (entry.number) return Kind::number;
  const bool named =
      entry.capital && capitals_mean_names_ && (brief || word.gap != words::Gap::sentence);
  if (named || entry.acronym) return Kind::name;
  return entry.letters >= kShortestRare ? std::optional(Kind::rare) : std::nullopt;
}

void TellingWords::add(std::string_view text, base::Span place) {
  lexicon_.cut(text, words_);
  for (const Word& word : words_) {
    const std::optional<Kind> kind = kind_of(word, words_.size() <= kMostOfCell);
    if (!kind) continue;
    const auto [found, fresh] = candidates_.try_emplace(lexicon_[word.id].stem);
    Candidate& candidate = found->second;
    if (fresh) {
      candidate.order = candidates_.size();
      candidate.withheld = place;
      candidate.kind = *kind;
    }
    candidate.kind = std::min(candidate.kind, *kind);
  }
}

// What stands in the title is what the whole report is about.
void TellingWords::forget_title(const std::vector<ShownText>& texts) {
  for (const ShownText& text : texts) {
    if (text.channel != Channel::title) continue;
    lexicon_.cut(text.text, words_);
    for (const Word& word : words_) {
      if (!lexicon_[word.id].number) candidates_.erase(lexicon_[word.id].stem);
    }
  }
}

void TellingWords::count(const ShownText& text) {
  lexicon_.cut(text.text, words_);
  for (const Word& word : words_) {
    const Entry& entry = lexicon_[word.id];
    const auto found = candidates_.find(entry.stem);
    if (found == candidates_.end()) continue;
    Candidate& candidate = found->second;
    if (candidate.kind == Kind::name && !entry.capital) continue;
    if (candidate.count++ > 0) continue;
    candidate.text = &text;
    candidate.begin = word.begin;
    candidate.end = word.end;
  }
}

bool TellingWords::tells(const Candidate& candidate, const std::string& stem) {
  if (candidate.count == 0) return false;
  switch (candidate.kind) {
    case Kind::name:
      return candidate.count <= kMostNames;
    case Kind::number:
      return candidate.count <= (stem.size() > 2 ? kMostNumbers : 1);
    case Kind::rare:
      break;
  }
  return candidate.count <= kMostRare;
}

std::vector<TellingWord> TellingWords::find(const std::vector<ShownText>& texts) {
  if (candidates_.empty()) return {};
  forget_title(texts);
  for (const ShownText& text : texts) count(text);
  std::vector<const Candidate*> telling;
  for (const auto& [stem, candidate] : candidates_) {
    if (tells(candidate, stem)) telling.push_back(&candidate);
  }
  std::sort(telling.begin(), telling.end(), [](const Candidate* a, const Candidate* b) {
    return std::tie(a->kind, a->count, a->order) < std::tie(b->kind, b->count, b->order);
  });
  if (telling.size() > kMostTold) telling.resize(kMostTold);
  std::vector<TellingWord> all;
  for (const Candidate* each : telling) {
    const int kind = static_cast<int>(each->kind);
    all.push_back({code_of(kind), word_for(kind), each->text,
                   std::string_view(each->text->text).substr(each->begin, each->end - each->begin),
                   each->withheld});
  }
  return all;
}

}  // namespace sable::release
