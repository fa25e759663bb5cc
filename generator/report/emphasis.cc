#include "report/emphasis.h"

#include <array>

#include "base/utf8.h"

namespace sable::report {

namespace {

enum class CharacterClass : uint8_t { blank, punctuation, other };

// Unicode general categories Zs, and P with S, as far as prose in Latin, Greek
// and Cyrillic script needs them; anything else is a letter to the flanking rule.
CharacterClass class_of(char32_t c) {
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x1680 ||
      (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
      c == 0x3000) {
    return CharacterClass::blank;
  }
  if (c < 0x80) {
    const bool alphanumeric =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return alphanumeric ? CharacterClass::other : CharacterClass::punctuation;
  }
  const bool latin_1 = c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA;
  const bool general = c >= 0x2010 && c <= 0x205E;
  const bool symbols = c >= 0x20A0 && c <= 0x20CF;
  const bool cjk = (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011);
  return latin_1 || general || symbols || cjk ? CharacterClass::punctuation : CharacterClass::other;
}

CharacterClass class_before(std::string_view prose, size_t offset) {
  if (offset == 0) return CharacterClass::blank;
  size_t begin = offset - 1;
  while (begin > 0 && (static_cast<uint8_t>(prose[begin]) & 0xC0) == 0x80) --begin;
  return class_of(base::next_code_point(prose, begin));
}

CharacterClass class_after(std::string_view prose, size_t offset) {
  if (offset >= prose.size()) return CharacterClass::blank;
  return class_of(base::next_code_point(prose, offset));
}

base::Span joined(base::Span a, base::Span b) { return {a.file, a.begin, b.end}; }

struct Match {
  SpanStyle style = SpanStyle::emphasis;
  size_t opener = 0;
  size_t closer = 0;
  uint32_t begin = 0;  // offsets in the prose, delimiters included
  uint32_t end = 0;
};

// CommonMark 0.30, appendix "process emphasis", on indices of runs.
class Matcher {
 public:
  explicit Matcher(const std::vector<DelimiterRun>& runs) : runs_(runs), left_(runs.size()) {
    for (size_t i = 0; i < runs.size(); ++i) left_[i] = runs[i].count;
    bottoms_.fill(0);
    for (size_t i = 0; i < runs.size(); ++i) visit(i);
  }

  const std::vector<Match>& matches() const { return matches_; }
  uint32_t left(size_t run) const { return left_[run]; }

 private:
  void visit(size_t closer) {
    if (runs_[closer].can_close) close(closer);
    if (runs_[closer].can_open && left_[closer] > 0) openers_.push_back(closer);
  }

  void close(size_t closer) {
    size_t& bottom = bottoms_[bottom_index(runs_[closer])];
    while (left_[closer] > 0) {
      const size_t depth = find_opener(closer, bottom);
      if (depth == kNone) {
        bottom = closer;
        return;
      }
      match(openers_[depth], closer);
      // Runs between the two can have no partner any more.
      openers_.resize(left_[openers_[depth]] > 0 ? depth + 1 : depth);
    }
  }

  // Place in openers_ of the nearest run that `closer` can close, or kNone.
  size_t find_opener(size_t closer, size_t bottom) const {
    for (size_t depth = openers_.size(); depth-- > 0 && openers_[depth] >= bottom;) {
      if (fits(runs_[openers_[depth]], runs_[closer])) return depth;
    }
    return kNone;
  }

  // With the "multiple of 3" rule of CommonMark (rules 9 and 10).
  static bool fits(const DelimiterRun& opener, const DelimiterRun& closer) {
    if (opener.mark != closer.mark) return false;
    const bool both =
        (opener.can_open && opener.can_close) || (closer.can_open && closer.can_close);
    if (!both || (opener.count + closer.count) % 3 != 0) return true;
    return opener.count % 3 == 0 && closer.count % 3 == 0;
  }

  void match(size_t opener, size_t closer) {
    const uint32_t used = left_[opener] >= 2 && left_[closer] >= 2 ? 2 : 1;
    Match found;
    found.style = used == 2 ? SpanStyle::strong : SpanStyle::emphasis;
    found.opener = opener;
    found.closer = closer;
    found.begin = runs_[opener].begin + left_[opener] - used;
    found.end = runs_[closer].begin + (runs_[closer].count - left_[closer]) + used;
    left_[opener] -= used;
    left_[closer] -= used;
    matches_.push_back(found);
  }

  static size_t bottom_index(const DelimiterRun& closer) {
    return (closer.mark == '*' ? 0u : 6u) + (closer.can_open ? 3u : 0u) + closer.count % 3;
  }

  static constexpr size_t kNone = ~size_t{0};
  const std::vector<DelimiterRun>& runs_;
  std::vector<uint32_t> left_;        // characters of each run not yet used
  std::vector<size_t> openers_;       // runs that may still be closed
  std::array<size_t, 12> bottoms_{};  // below it no opener fits: keeps this linear
  std::vector<Match> matches_;        // inner ones before outer ones
};

// Builds the nesting from the matches, left to right.
class Nester {
 public:
  Nester(Inlines pieces, const std::vector<DelimiterRun>& runs, const source::Value& prose)
      : pieces_(std::move(pieces)), runs_(runs), prose_(prose), matcher_(runs) {
    opens_.resize(runs.size());
    closes_.resize(runs.size());
    for (size_t i = 0; i < matcher_.matches().size(); ++i) {
      opens_[matcher_.matches()[i].opener].push_back(i);
      ++closes_[matcher_.matches()[i].closer];
    }
  }

  Inlines nest(std::vector<DelimiterRun>& unmatched) {
    levels_.emplace_back();
    size_t next = 0;
    for (size_t i = 0; i < runs_.size(); ++i) {
      for (; next < runs_[i].at; ++next) add(std::move(pieces_[next]));
      run(i, unmatched);
    }
    for (; next < pieces_.size(); ++next) add(std::move(pieces_[next]));
    return std::move(levels_.front().pieces);
  }

 private:
  struct Level {
    size_t match = 0;
    Inlines pieces;
  };

  void add(Inline piece) {
    if (const auto* text = std::get_if<Text>(&piece.value)) {
      append_text(levels_.back().pieces, text->text, piece.span);
    } else {
      levels_.back().pieces.push_back(std::move(piece));
    }
  }

  void run(size_t index, std::vector<DelimiterRun>& unmatched) {
    for (uint32_t i = 0; i < closes_[index]; ++i) close();
    literal(index, unmatched);
    // The last match of an opener is the outermost.
    for (auto match = opens_[index].rbegin(); match != opens_[index].rend(); ++match) {
      levels_.push_back({*match, {}});
    }
  }

  void close() {
    const Match& match = matcher_.matches()[levels_.back().match];
    Inline styled;
    styled.span = prose_.span_of(match.begin, match.end);
    styled.value = Styled{match.style, std::move(levels_.back().pieces)};
    levels_.pop_back();
    levels_.back().pieces.push_back(std::move(styled));
  }

  // What is left of a run: between what it closed and what it opens.
  void literal(size_t index, std::vector<DelimiterRun>& unmatched) {
    const uint32_t left = matcher_.left(index);
    if (left == 0) return;
    DelimiterRun rest = runs_[index];
    uint32_t opened = 0;
    for (const size_t match : opens_[index]) {
      opened += matcher_.matches()[match].style == SpanStyle::strong ? 2 : 1;
    }
    rest.begin += rest.count - left - opened;
    rest.count = left;
    append_text(levels_.back().pieces, std::string(left, rest.mark),
                prose_.span_of(rest.begin, rest.begin + left));
    if (rest.can_open || rest.can_close) unmatched.push_back(rest);
  }

  Inlines pieces_;
  const std::vector<DelimiterRun>& runs_;
  const source::Value& prose_;
  Matcher matcher_;
  std::vector<std::vector<size_t>> opens_;  // matches that each run opens, inner first
  std::vector<uint32_t> closes_;
  std::vector<Level> levels_;
};

}  // namespace

DelimiterRun delimiter_run(std::string_view prose, size_t begin, size_t end) {
  constexpr uint32_t kLongestRun = 3;
  DelimiterRun run;
  run.mark = prose[begin];
  run.begin = static_cast<uint32_t>(begin);
  size_t last = begin;
  while (last < end && prose[last] == run.mark) ++last;
  run.count = static_cast<uint32_t>(last - begin);
  if (run.count > (run.mark == '_' ? 1 : kLongestRun)) return run;
  const CharacterClass before = class_before(prose, begin);
  const CharacterClass after = class_after(prose, last);
  const auto flanks = [](CharacterClass inner, CharacterClass outer) {
    if (inner == CharacterClass::blank) return false;
    return inner != CharacterClass::punctuation || outer != CharacterClass::other;
  };
  const bool left = flanks(after, before);
  const bool right = flanks(before, after);
  if (run.mark == '*') {
    run.can_open = left;
    run.can_close = right;
  } else {
    run.can_open = left && (!right || before == CharacterClass::punctuation);
    run.can_close = right && (!left || after == CharacterClass::punctuation);
  }
  return run;
}

Inlines nest_emphasis(Inlines pieces, const std::vector<DelimiterRun>& runs,
                      const source::Value& prose, std::vector<DelimiterRun>& unmatched) {
  return Nester(std::move(pieces), runs, prose).nest(unmatched);
}

void append_text(Inlines& pieces, std::string_view text, base::Span span) {
  if (!pieces.empty()) {
    if (auto* last = std::get_if<Text>(&pieces.back().value)) {
      last->text += text;
      pieces.back().span = joined(pieces.back().span, span);
      return;
    }
  }
  pieces.push_back(Inline{span, Text{std::string(text)}});
}

}  // namespace sable::report
