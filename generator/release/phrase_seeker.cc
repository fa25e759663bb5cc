#include "release/phrase_seeker.h"

#include <algorithm>

namespace sable::release {

namespace {

using words::Entry;
using words::Gap;
using words::Word;

// A form may have that many bytes more than the phrase that is looked for.
constexpr size_t kLongestEnding = 12;
// Characters that stand for a word in scripts without spaces.
constexpr size_t kCharactersOfAWord = 3;
constexpr size_t kPrefix = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Puts a word behind others. Digits do not run together, unless as a group of three.
void join(std::string& to, const std::string& word) {
  const bool digits = !to.empty() && !word.empty() && is_digit(to.back()) && is_digit(word[0]);
  if (digits && word.size() != 3) to += '|';
  to += word;
}

bool tells_nothing(const Entry& entry) {
  return entry.common || (entry.letters < 2 && !entry.alone) || entry.folded.empty();
}

size_t count_words(const words::Lexicon& lexicon, const std::vector<Word>& words) {
  size_t whole = 0, characters = 0;
  for (const Word& word : words) {
    if (lexicon[word.id].alone) {
      ++characters;
    } else if (word.gap != Gap::joint || whole == 0) {
      ++whole;
    }
  }
  return whole + (characters + kCharactersOfAWord - 1) / kCharactersOfAWord;
}

}  // namespace

// Words of a text that stand one behind the other.
struct PhraseSeeker::Run {
  std::string folded, stems;
  size_t words = 0;
  size_t first = 0, last = 0;
  bool spaced_common = false;  // a common word with a space before or behind it
};

// The words of a phrase that can be looked for, or none.
std::vector<Word> PhraseSeeker::content_of(std::string_view phrase, size_t most) {
  std::vector<Word> words;
  lexicon_.cut(phrase, words);
  if (words.empty() || count_words(lexicon_, words) > most) return {};
  const auto entry = [&](size_t i) -> const Entry& { return lexicon_[words[i].id]; };
  // In German every noun has a capital, and a name no article.
  const bool named = words.size() > 1 && entry(0).article && entry(1).capital && !german_;
  if (named) {
    words.erase(words.begin());
  }
  const bool empty = std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return tells_nothing(lexicon_[word.id]);
  });
  const bool acronym = words.size() == 1 && entry(0).acronym && entry(0).common;
  const bool lone = words.size() == 1 && entry(0).letters < 2;
  if ((empty && !acronym) || lone) return {};
  return words;
}

PhraseSeeker::Phrase PhraseSeeker::phrase_of(std::string_view text,
                                             const std::vector<Word>& words) {
  Phrase made;
  for (const Word& word : words) {
    join(made.folded, lexicon_[word.id].folded);
    join(made.stems, lexicon_[word.id].stem);
  }
  made.stem = lexicon_.stem(made.folded);
  made.words = words.size();
  const Entry& first = lexicon_[words.front().id];
  if (words.size() == 1 && first.acronym && first.common) {
    made.exact = text.substr(words.front().begin, words.front().end - words.front().begin);
  }
  return made;
}

std::optional<uint32_t> PhraseSeeker::add(std::string_view phrase, size_t most) {
  const std::vector<Word> words = content_of(phrase, most);
  if (words.empty()) return std::nullopt;
  Phrase made = phrase_of(phrase, words);
  const auto next = static_cast<uint32_t>(phrases_.size());
  const auto [place, fresh] = numbers_.emplace(made.folded + '\n' + made.exact, next);
  if (!fresh) return place->second;
  by_first_[static_cast<unsigned char>(made.folded.front())].push_back(next);
  phrases_.push_back(std::move(made));
  candidates_.clear();
  known_.clear();
  return next;
}

bool PhraseSeeker::has(std::string_view phrase) {
  const std::vector<Word> words = content_of(phrase, phrase.size());
  if (words.empty()) return false;
  const Phrase made = phrase_of(phrase, words);
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const Phrase& known) {
    return known.folded == made.folded || known.stems == made.stems || known.stem == made.stem;
  });
}

// The phrases that can begin with that word.
const std::vector<uint32_t>& PhraseSeeker::candidates(words::WordId word) {
  if (word >= known_.size()) {
    known_.resize(lexicon_.size(), false);
    candidates_.resize(lexicon_.size());
  }
  if (!known_[word]) {
    known_[word] = true;
    const std::string& folded = lexicon_[word].folded;
    if (folded.empty()) return candidates_[word];
    for (const uint32_t i : by_first_[static_cast<unsigned char>(folded.front())]) {
      const size_t length = std::min({folded.size(), phrases_[i].folded.size(), kPrefix});
      if (folded.compare(0, length, phrases_[i].folded, 0, length) == 0) {
        candidates_[word].push_back(i);
      }
    }
  }
  return candidates_[word];
}

bool PhraseSeeker::is(const Run& run, const Phrase& phrase, std::string_view text) {
  if (run.words != phrase.words && run.spaced_common && run.words > 1) return false;
  if (!phrase.exact.empty()) {
    const Word& first = words_[run.first];
    return text.substr(first.begin, words_[run.last].end - first.begin) == phrase.exact;
  }
  if (run.folded == phrase.folded || run.stems == phrase.stems) return true;
  return (run.words > 1 || phrase.words > 1) && lexicon_.stem(run.folded) == phrase.stem;
}

size_t PhraseSeeker::match(const Phrase& phrase, std::string_view text, size_t at) {
  Run run;
  run.first = at;
  size_t end = 0;
  for (size_t i = at; i < words_.size(); ++i) {
    const Word& word = words_[i];
    if (i > at && word.gap == Gap::hole) break;
    const Entry& entry = lexicon_[word.id];
    const bool spaced = i > at && word.gap != Gap::joint;
    if (spaced && (entry.common || lexicon_[words_[i - 1].id].common)) run.spaced_common = true;
    join(run.folded, entry.folded);
    join(run.stems, entry.stem);
    ++run.words;
    run.last = i;
    if (run.folded.size() > phrase.folded.size() + kLongestEnding) break;
    if (is(run, phrase, text)) end = word.end;
  }
  return end;
}

std::vector<PhraseHit> PhraseSeeker::find(std::string_view text) {
  std::vector<PhraseHit> hits;
  lexicon_.cut(text, words_);
  for (size_t at = 0; at < words_.size(); ++at) {
    PhraseHit longest;
    for (const uint32_t candidate : candidates(words_[at].id)) {
      const size_t end = match(phrases_[candidate], text, at);
      if (end <= longest.end) continue;
      longest = {candidate, words_[at].begin, static_cast<uint32_t>(end)};
    }
    if (longest.end > 0) hits.push_back(longest);
  }
  return hits;
}

}  // namespace sable::release
