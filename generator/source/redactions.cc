#include "source/redactions.h"

#include <algorithm>
#include <string>

#include "source/codes.h"
#include "source/decode.h"

namespace sable::source {
namespace {

constexpr std::string_view kWord = "redact";
constexpr std::string_view kWideColon = "\xEF\xBC\x9A";    // U+FF1A
constexpr std::string_view kWideBracket = "\xEF\xBC\xBB";  // U+FF3B

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }
bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool has_word_at(std::string_view text, size_t at) {
  for (size_t i = 0; i < kWord.size(); ++i) {
    if (lower(text[at + i]) != kWord[i]) return false;
  }
  return true;
}

// The next place at or behind `from` where the word stands, in any case.
size_t find_word(std::string_view text, size_t from) {
  if (text.size() < kWord.size()) return std::string_view::npos;
  const size_t last = text.size() - kWord.size();
  // The `d` in third place is rarer than the `r` in first.
  for (size_t at = from; at <= last; ++at) {
    if ((text[at + 2] | 0x20) == 'd' && has_word_at(text, at)) return at;
  }
  return std::string_view::npos;
}

// One word that holds "redact", with what stands around it.
class Candidate {
 public:
  Candidate(std::string_view text, size_t at, size_t escape_width)
      : text_(text), escape_width_(escape_width), begin_(at), end_(at + kWord.size()) {
    while (begin_ > 0 && is_word_character(text[begin_ - 1])) --begin_;
    while (end_ < text.size() && is_word_character(text[end_])) ++end_;
  }

  size_t end() const { return end_; }

  std::optional<Sighting> judge() const {
    const size_t colon = colon_before();
    const bool has_colon = colon != begin_;
    const bool touches = has_colon && colon + colon_length(colon) == begin_;
    if (has_colon && is_escaped(colon)) return std::nullopt;
    const std::string_view word = text_.substr(begin_, end_ - begin_);
    if (touches && word == kWord && at(end_) == '[' && text_[colon] == ':') {
      return Sighting{colon, end_ + 1, true};
    }
    const size_t end = end_of_near_miss(has_colon, touches);
    if (end == end_ && !touches) return std::nullopt;
    if (touches && at(end_) == '\\') return std::nullopt;
    return Sighting{colon, end, false};
  }

 private:
  char at(size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  bool opens(size_t offset) const {
    return at(offset) == '[' ||
           text_.substr(std::min(offset, text_.size())).starts_with(kWideBracket);
  }
  size_t bracket_length(size_t offset) const { return at(offset) == '[' ? 1 : kWideBracket.size(); }
  size_t colon_length(size_t offset) const { return at(offset) == ':' ? 1 : kWideColon.size(); }
  bool is_colon(size_t offset) const {
    return at(offset) == ':' ||
           text_.substr(std::min(offset, text_.size())).starts_with(kWideColon);
  }
  size_t skip_spaces(size_t offset) const {
    while (offset < text_.size() && is_space(text_[offset])) ++offset;
    return offset;
  }

  // Offset of a colon before the word, blanks between them allowed; or the word.
  size_t colon_before() const {
    size_t offset = begin_;
    while (offset > 0 && is_space(text_[offset - 1])) --offset;
    if (offset > 0 && text_[offset - 1] == ':') return offset - 1;
    if (offset >= kWideColon.size() && is_colon(offset - kWideColon.size())) {
      return offset - kWideColon.size();
    }
    return begin_;
  }

  bool is_escaped(size_t offset) const {
    size_t count = 0;
    while (offset > count && text_[offset - count - 1] == '\\') ++count;
    return (count / escape_width_) % 2 == 1;
  }

  bool is_bare_word() const {
    return end_ - begin_ == kWord.size();  // in any case: `Redact`
  }

  // End of what makes the word look like an opener; end_ if nothing does.
  size_t end_of_near_miss(bool has_colon, bool touches) const {
    if (opens(end_)) return end_ + bracket_length(end_);
    const size_t next = skip_spaces(end_);
    if (opens(next) && (has_colon || is_bare_word())) return next + bracket_length(next);
    if (is_colon(next)) {
      const size_t behind = next + colon_length(next);
      if (at(behind) == '{' || at(behind) == '(') return behind + 1;
      const size_t far = skip_spaces(behind);
      if (opens(far)) return far + bracket_length(far);
    }
    const bool brace = at(end_) == '{' || (touches && at(end_) == '(');
    return brace && (touches || is_bare_word()) ? end_ + 1 : end_;
  }

  std::string_view text_;
  size_t escape_width_;
  size_t begin_;
  size_t end_;
};

const char* const kRepair =
    "write `:redact[text]{code=…}`, or `\\:` and `\\[` if no redaction is meant";

// Behind `redact`, `redact-rows` or `redact-cells`.
size_t end_of_redact_key(std::string_view comment, size_t at) {
  at += kWord.size();
  for (const std::string_view suffix : {"-rows", "-cells"}) {
    if (comment.substr(at).starts_with(suffix)) return at + suffix.size();
  }
  return at;
}

// A `redact:` key, or one of a table's rows or cells, with a map behind it on its
// line or on the next ones: where it begins, or npos. In a comment it withholds
// nothing.
size_t find_redact_key(std::string_view comment) {
  for (size_t at = find_word(comment, 0); at != std::string_view::npos;
       at = find_word(comment, at + 1)) {
    const bool word_before = at > 0 && is_word_character(comment[at - 1]);
    const size_t colon = comment.find_first_not_of(" \t", end_of_redact_key(comment, at));
    if (word_before || colon == std::string_view::npos || comment[colon] != ':') continue;
    const size_t value = comment.find_first_not_of(" \t\r\n", colon + 1);
    if (value == std::string_view::npos || comment[value] == '{') return at;
  }
  return std::string_view::npos;
}

// Reports sightings of one stretch of the file.
class Reporter {
 public:
  Reporter(std::string_view text, Findings& findings) : text_(text), findings_(findings) {}

  void comment(Stretch stretch) {
    each(stretch, 1, [&](const Sighting&, Stretch where) {
      findings_.error(where, {code::kRedactionInComment, "a comment looks like a redaction",
                              "put the text that holds it in quotes or in a block under `|`; what "
                              "stands behind `#` is dropped"});
    });
    const size_t key = find_redact_key(text_.substr(stretch.begin, stretch.end - stretch.begin));
    if (key == std::string_view::npos) return;
    const uint32_t begin = stretch.begin + static_cast<uint32_t>(key);
    findings_.error({begin, begin + static_cast<uint32_t>(kWord.size())},
                    {code::kRedactionInComment, "a comment looks like a redaction",
                     "take out the `#`, or the whole comment: what stands behind `#` is dropped, "
                     "and the matter beside it is shown"});
  }

  void outside(Stretch stretch) {
    each(stretch, 1, [&](const Sighting&, Stretch where) { misplaced(where); });
  }

  void token(const Token& token) {
    if (token.escapes) return escaped_token(token);
    // Between brackets the opening bracket of a redaction ends plain text.
    const bool cut = token.in_flow && token.style == Style::plain;
    const auto reach = static_cast<uint32_t>(
        cut ? std::min<size_t>(text_.size(), token.end + kWideBracket.size()) : token.end);
    if (token.key && directive_in_key(token)) return;
    const size_t width = token.style == Style::double_quoted ? 2 : 1;
    each({std::max(token.begin, token.content), reach}, width,
         [&](const Sighting& sighting, Stretch where) {
           if (where.begin < token.end) judge(token, sighting, where);
         });
  }

 private:
  template <typename Action>
  void each(Stretch stretch, size_t escape_width, Action action) {
    const std::string_view part = text_.substr(stretch.begin, stretch.end - stretch.begin);
    for (const Sighting& sighting : sight_redactions(part, escape_width)) {
      action(sighting, {stretch.begin + static_cast<uint32_t>(sighting.begin),
                        stretch.begin + static_cast<uint32_t>(sighting.end)});
    }
  }

  // Escapes can hide an opener from the bytes: look at what they stand for.
  void escaped_token(const Token& token) {
    Decoded decoded = decode(text_, token, 0);
    Value value;
    value.text = std::move(decoded.text);
    value.segments = std::move(decoded.segments);
    for (const Sighting& sighting : sight_redactions(value.text)) {
      const base::Span span = value.span_of(sighting.begin, sighting.end);
      judge(token, sighting, {span.begin, span.end});
    }
  }

  void judge(const Token& token, const Sighting& sighting, Stretch where) {
    if (token.key) {
      findings_.error(where, {code::kRedactionInKey, "a key looks like a redaction",
                              "text that holds a colon must stand in quotes or in a block under "
                              "`|`; " +
                                  std::string(kRepair)});
    } else if (!sighting.well_formed) {
      findings_.error(
          where, {code::kRedactionNearMiss, "this looks like a redaction and is not one", kRepair});
    } else if (token.in_flow && token.style == Style::plain) {
      misplaced(where);
    }
  }

  // `:redcat[Agent` is no redaction by its letters; but no key holds a directive.
  bool directive_in_key(const Token& token) {
    for (uint32_t at = token.begin; at < token.end; ++at) {
      if (text_[at] != ':') continue;
      uint32_t end = at + 1;
      while (end < token.end && is_word_character(text_[end])) ++end;
      if (end == at + 1 || end >= token.end || text_[end] != '[') continue;
      judge(token, {}, {at, end + 1});
      return true;
    }
    return false;
  }

  void misplaced(Stretch where) {
    findings_.error(
        where, {code::kRedactionMisplaced, "a redaction stands where it cannot be read as text",
                "put the text that holds it in quotes or in a block under `|`"});
  }

  std::string_view text_;
  Findings& findings_;
};

}  // namespace

std::vector<Sighting> sight_redactions(std::string_view text, size_t escape_width) {
  std::vector<Sighting> found;
  for (size_t at = find_word(text, 0); at != std::string_view::npos;) {
    const Candidate candidate(text, at, escape_width);
    if (const auto sighting = candidate.judge()) found.push_back(*sighting);
    at = find_word(text, candidate.end());
  }
  return found;
}

// Walks tokens, comments and what lies between them, in the order of the file.
void check_redactions(std::string_view text, const Lexed& lexed, Findings& findings) {
  Reporter reporter(text, findings);
  uint32_t done = 0;
  const auto enter = [&](uint32_t begin) {
    if (begin > done) reporter.outside({done, begin});
  };
  auto comment = lexed.comments.begin();
  const auto comments_before = [&](uint32_t end) {
    for (; comment != lexed.comments.end() && comment->begin < end; ++comment) {
      enter(comment->begin);
      reporter.comment(*comment);
      done = std::max(done, comment->end);
    }
  };
  for (const Token& token : lexed.tokens) {
    if (token.style == Style::missing) continue;
    comments_before(token.begin);
    enter(token.begin);
    reporter.token(token);
    done = token.end;
  }
  comments_before(static_cast<uint32_t>(text.size()));
  enter(static_cast<uint32_t>(text.size()));
}

}  // namespace sable::source
