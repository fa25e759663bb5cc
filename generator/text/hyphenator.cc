// Implements Hyphenator of breaks.h.
#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "text/breaks.h"
#include "text/hyphen_patterns.h"

namespace sable::text {
namespace {

// Two letters before a point and three behind it.
constexpr size_t kFewestLetters = 5;
// Longer words are not words; bounds the cost of a hostile one.
constexpr size_t kMostBytes = 400;
constexpr size_t kLargestFile = size_t{16} << 20;

bool is_letter(UChar32 c) { return (U_MASK(u_charType(c)) & U_GC_L_MASK) != 0; }
bool is_mark(UChar32 c) { return (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0; }

// Canonical composition, as the patterns are written; nothing if it fails.
std::string composed(const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  std::u16string units(utf8.size() + 1, u'\0'), normal(utf8.size() * 3 + 1, u'\0');
  int32_t length = 0;
  u_strFromUTF8(units.data(), static_cast<int32_t>(units.size()), &length, utf8.data(),
                static_cast<int32_t>(utf8.size()), &status);
  length = unorm2_normalize(nfc, units.data(), length, normal.data(),
                            static_cast<int32_t>(normal.size()), &status);
  std::string result(static_cast<size_t>(length) * 3 + 1, '\0');
  u_strToUTF8(result.data(), static_cast<int32_t>(result.size()), &length, normal.data(), length,
              &status);
  if (U_FAILURE(status)) return {};
  result.resize(static_cast<size_t>(length));
  return result;
}

size_t count_characters(std::string_view text) {
  size_t count = 0;
  for (size_t offset = 0; offset < text.size(); ++count) base::next_code_point(text, offset);
  return count;
}

// A word as the patterns know it, and where its letters stand in the original.
struct FoldedWord {
  std::string lower;              // lower case, NFC
  std::vector<uint16_t> letters;  // byte offset of each letter with its marks
};

// Nothing for what is not a word of letters, and for one whose letters and
// marks do not compose to a character each.
std::optional<FoldedWord> fold_word(std::string_view word) {
  FoldedWord folded;
  bool has_marks = false;
  for (size_t offset = 0; offset < word.size();) {
    const auto begin = static_cast<uint16_t>(offset);
    const auto c = static_cast<UChar32>(base::next_code_point(word, offset));
    if (is_letter(c)) {
      folded.letters.push_back(begin);
    } else if (is_mark(c) && !folded.letters.empty()) {
      has_marks = true;
    } else {
      return std::nullopt;
    }
    base::append_utf8(folded.lower, static_cast<char32_t>(u_tolower(c)));
  }
  if (has_marks) folded.lower = composed(folded.lower);
  if (count_characters(folded.lower) != folded.letters.size()) return std::nullopt;
  return folded;
}

std::vector<uint16_t> find_points(const PatternSet& patterns, std::string_view word) {
  std::vector<uint16_t> points;
  const std::optional<FoldedWord> folded = fold_word(word);
  if (!folded || folded->letters.size() < kFewestLetters) return points;
  for (const size_t letter :
       patterns.letters_before_points(folded->lower, folded->letters.size())) {
    points.push_back(folded->letters[letter]);
  }
  return points;
}

bool same_language(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using PointsOfWords =
    std::unordered_map<std::string, std::vector<uint16_t>, TextHash, std::equal_to<>>;

const std::vector<uint16_t> kNoPoints;

}  // namespace

// A pattern file and what became of it.
struct PatternShelf::Slot {
  HyphenPatterns source;
  bool tried = false;
  std::optional<PatternSet> patterns;
  std::optional<base::Diagnostic> problem;
};

struct PatternShelf::State {
  const base::World& world;
  std::vector<Slot> slots;  // never resized

  void open(Slot& slot) const;
};

PatternShelf::PatternShelf(const base::World& world, std::vector<HyphenPatterns> patterns)
    : state_(std::make_unique<State>(State{world, {}})) {
  for (HyphenPatterns& source : patterns) state_->slots.emplace_back().source = std::move(source);
}

PatternShelf::~PatternShelf() = default;

struct Hyphenator::State {
  // What this hyphenator asked of a pattern file.
  struct Slot {
    PatternShelf::Slot& file;
    bool met = false;
    PointsOfWords words = {};
  };

  std::shared_ptr<PatternShelf> shelf;
  std::vector<Slot> slots;
  std::string last_language;
  Slot* last = nullptr;  // of last_language; nullptr: none

  explicit State(std::shared_ptr<PatternShelf> a_shelf);
  Slot* slot_of(std::string_view language);
  const PatternSet* patterns_of(Slot& slot) const;
};

Hyphenator::State::State(std::shared_ptr<PatternShelf> a_shelf) : shelf(std::move(a_shelf)) {
  for (PatternShelf::Slot& file : shelf->state_->slots) slots.push_back(Slot{file});
}

// RFC 4647, 3.4 "Lookup": subtags are dropped from the end until one is listed.
Hyphenator::State::Slot* Hyphenator::State::slot_of(std::string_view language) {
  if (language == last_language) return last;
  last_language = language;
  last = nullptr;
  while (!last && !language.empty()) {
    for (Slot& slot : slots) {
      if (!last && same_language(slot.file.source.language, language)) last = &slot;
    }
    const size_t dash = language.rfind('-');
    language = dash == std::string_view::npos ? "" : language.substr(0, dash);
  }
  return last;
}

namespace {

base::Diagnostic missing_file(const HyphenPatterns& source) {
  const std::string install =
      source.package.empty() ? "" : fmt::format("install it: apt-get install {}; ", source.package);
  return base::error_without_place(
      base::Fault::environment, "SBL0820",
      fmt::format("the hyphenation patterns for {}, {}, cannot be read", source.language,
                  source.file),
      install + "the font manifest says where each file is expected");
}

base::Diagnostic unusable_file(const HyphenPatterns& source) {
  return base::error_without_place(
      base::Fault::input, "SBL0821",
      fmt::format("the hyphenation patterns for {}, {}, cannot be used: the file is not in "
                  "libhyphen's format",
                  source.language, source.file),
      "name another pattern file in the font manifest");
}

}  // namespace

void PatternShelf::State::open(Slot& slot) const {
  if (slot.tried) return;
  slot.tried = true;
  const base::Result<std::string> bytes = world.read(slot.source.file, kLargestFile);
  if (!bytes) {
    slot.problem = missing_file(slot.source);
    return;
  }
  slot.patterns = PatternSet::open(*bytes);
  if (!slot.patterns) slot.problem = unusable_file(slot.source);
}

const PatternSet* Hyphenator::State::patterns_of(Slot& slot) const {
  slot.met = true;
  shelf->state_->open(slot.file);
  return slot.file.patterns ? &*slot.file.patterns : nullptr;
}

Hyphenator::Hyphenator(const base::World& world, std::vector<HyphenPatterns> patterns)
    : Hyphenator(std::make_shared<PatternShelf>(world, std::move(patterns))) {}

Hyphenator::Hyphenator(std::shared_ptr<PatternShelf> shelf)
    : state_(std::make_unique<State>(std::move(shelf))) {}

Hyphenator::~Hyphenator() = default;

const std::vector<uint16_t>& Hyphenator::points(std::string_view word, std::string_view language) {
  if (word.size() < kFewestLetters || word.size() > kMostBytes) return kNoPoints;
  State::Slot* slot = state_->slot_of(language);
  if (!slot) return kNoPoints;
  const auto known = slot->words.find(word);
  if (known != slot->words.end()) return known->second;
  const PatternSet* patterns = state_->patterns_of(*slot);
  if (!patterns) return kNoPoints;
  return slot->words.emplace(word, find_points(*patterns, word)).first->second;
}

base::Diagnostics Hyphenator::problems() const {
  base::Diagnostics problems;
  for (const State::Slot& slot : state_->slots) {
    if (slot.met && slot.file.problem) problems.push_back(*slot.file.problem);
  }
  return problems;
}

}  // namespace sable::text
