// Scalars: where they end. See lexer.h.
#include <algorithm>
#include <array>
#include <utility>

#include "source/bytes.h"
#include "source/codes.h"
#include "source/escape.h"
#include "source/lexer.h"

namespace sable::source {
namespace {

// YAML 1.2, 7.4.2 allows keys of 1024 characters; yaml-cpp counts bytes.
constexpr uint32_t kLongestKey = 1024;

constexpr std::array<bool, 256> stops(std::string_view characters) {
  std::array<bool, 256> table{};
  for (const char c : characters) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kBlockStops = stops("\n:#");
constexpr std::array<bool, 256> kFlowStops = stops("\n:#,[]{}");
constexpr std::array<bool, 256> kDoubleQuotedStops = stops("\n\"\\");
constexpr std::array<bool, 256> kSingleQuotedStops = stops("\n'");

// One word of ASCII that does not end a sentence: a value such as `sealed`,
// behind which a comment is what it looks like.
bool is_word(std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F;
  });
  return plain && !text.empty() &&
         std::string_view(".?!,;").find(text.back()) == std::string_view::npos;
}

}  // namespace

// --- Plain -----------------------------------------------------------------

// Reads plain text to the end of its line (YAML 1.2, 7.3.3).
Lexer::PlainLine Lexer::plain_line(uint32_t from) const {
  using Stop = PlainLine::Stop;
  const auto& table = in_flow() ? kFlowStops : kBlockStops;
  PlainLine line;
  uint32_t at = from;
  for (;; ++at) {
    while (at < size() && !table[static_cast<unsigned char>(text_[at])]) ++at;
    if (at >= size() || text_[at] == '\n') {
      if (at < size() && at > from && text_[at - 1] == '\r') --at;
      line.stop = Stop::line_end;
      break;
    }
    const char c = text_[at];
    if (c == '#') {
      if (at == 0 || !blank_at(at - 1)) continue;
      line.stop = Stop::comment;
    } else if (c == ':') {
      const bool mark = blank_or_end_at(at + 1) ||
                        (in_flow() && (is(at + 1, ',') || is(at + 1, ']') || is(at + 1, '}')));
      if (!mark) continue;
      line.stop = Stop::colon;
    } else {
      line.stop = Stop::bracket;
    }
    break;
  }
  line.next = at;
  while (at > from && blank_at(at - 1)) --at;
  line.end = at;
  return line;
}

// Whether the text goes on in a line below; if so, reads that line.
bool Lexer::next_plain_line(Token& token, PlainLine& line) {
  uint32_t begin = next_line(line.next);
  while (begin < size()) {
    const uint32_t at = skip_blanks(begin);
    if (line_end_at(at)) {
      tab(begin, at);
      begin = next_line(at);
      continue;
    }
    const int column = static_cast<int>(at - begin);
    if (text_[at] == '#' || column <= levels_.back().column) return false;
    if (column == 0 && document_mark_at(at)) return false;
    if (in_flow() && std::string_view(",[]{}").find(text_[at]) != std::string_view::npos)
      return false;
    line_begin_ = begin;
    tab(begin, at);
    token.multiline = true;
    line = plain_line(at);
    return true;
  }
  return false;
}

// `reported`: something is wrong with this text already.
void Lexer::plain(bool reported) {
  using Stop = PlainLine::Stop;
  Token token;
  token.style = Style::plain;
  token.begin = pos_;
  token.in_flow = in_flow();
  PlainLine line = plain_line(pos_);
  const bool key =
      line.stop == Stop::colon && line.next - pos_ <= kLongestKey && (in_flow() || key_allowed_);
  if (key) {
    token.end = line.end;
    pos_ = line.next;
    return end_scalar(token, true);
  }
  const bool placed = in_flow() || place(Role::value, pos_);
  if (!placed && !fresh_) return;
  reported |= !placed;
  while (true) {
    if (line.stop == Stop::colon) {
      if (!reported) colon_in_text(token, line.next);
      reported = true;
      line = plain_line(line.next + 1);
    } else if (line.stop != Stop::line_end || !next_plain_line(token, line)) {
      break;
    }
  }
  token.end = std::max(line.end, token.begin + 1);
  pos_ = token.end;
  if (placed) end_scalar(token, false);
}

void Lexer::colon_in_text(const Token& token, uint32_t at) {
  const Stretch where{at, at + 1};
  const Words words{
      code::kColonInText,
      token.multiline ? "a colon with a blank behind it stands in text that began in a line above"
                      : "a colon with a blank behind it stands inside this text",
      token.multiline ? "if this line is a key, align it with the keys above; if it is text, put "
                        "the whole text in quotes or in a block under `|`"
                      : "put the text in quotes, or in a block under `|`"};
  if (in_flow()) {
    flow_error(where, words);
  } else {
    report(where, words);
  }
}

// --- Quoted ----------------------------------------------------------------

void Lexer::quoted() {
  Token token;
  token.style = text_[pos_] == '"' ? Style::double_quoted : Style::single_quoted;
  token.begin = pos_;
  token.in_flow = in_flow();
  uint32_t last_line = line_begin_;
  const bool closed = find_quote_end(token, last_line);
  pos_ = token.end;
  if (!closed && in_flow()) return give_up_brackets();
  if (!closed) last_line = line_begin_;
  const uint32_t next = skip_blanks(token.end);
  const bool colon = closed && is(next, ':') && (in_flow() || blank_or_end_at(next + 1));
  if (colon && (in_flow() || key_allowed_)) {
    pos_ = next;
    end_scalar(token, true);
  } else if (in_flow() || place(Role::value, token.begin)) {
    end_scalar(token, false);
    if (colon) {
      report({next, next + 1},
             {code::kColonInText, "a colon stands behind quoted text",
              "put all of the text in one pair of quotes, or in a block under `|`"});
      skip_line();
    }
  }
  line_begin_ = std::max(line_begin_, last_line);
}

// Sets the end of a quoted scalar (YAML 1.2, 7.3.1 and 7.3.2); `line` becomes
// the start of its last line. False if it is never closed.
bool Lexer::find_quote_end(Token& token, uint32_t& line) {
  const bool twofold = token.style == Style::double_quoted;
  const auto& table = twofold ? kDoubleQuotedStops : kSingleQuotedStops;
  uint32_t at = token.begin + 1;
  while (true) {
    while (at < size() && !table[static_cast<unsigned char>(text_[at])]) ++at;
    if (at >= size()) break;
    if (text_[at] == '\n') {
      if (!quoted_line(token, at, line)) return false;
    } else if (text_[at] == '\\') {
      check_escape(token, at);
    } else if (!twofold && is(at + 1, '\'')) {
      at += 2;
    } else {
      token.end = at + 1;
      return true;
    }
  }
  open_quote(token, {});
  return false;
}

// Enters the line below `at`. Lines of quoted text must be indented more than
// the collection that holds it (YAML 1.2, 7.3.1); yaml-cpp does not ask for it,
// and so a quote that is never closed would swallow the keys below it.
bool Lexer::quoted_line(Token& token, uint32_t& at, uint32_t& line) {
  line = at + 1;
  at = skip_blanks(line);
  token.multiline = true;
  if (line_end_at(at)) return true;
  const int column = static_cast<int>(at - line);
  if (column <= levels_.back().column || (column == 0 && document_mark_at(at))) {
    open_quote(token, {at, find_line_end(at)});
    return false;
  }
  tab(line, at);
  return true;
}

// Reports a quote that is not closed and ends its text with its line.
void Lexer::open_quote(Token& token, Stretch swallowed) {
  out_.sound = false;
  flow_broken_ = true;
  const Stretch where{token.begin, token.begin + 1};
  const Words words{code::kOpenQuote, "this quote is never closed",
                    "close it where its text ends; indent further lines of the text more than the "
                    "key; an apostrophe that begins text needs double quotes around the text"};
  if (swallowed == Stretch{}) {
    findings_.error(where, words);
  } else {
    findings_.error(where, words, swallowed, "the text would go on here");
  }
  token.end = std::max(find_line_end(token.begin), token.begin + 1);
  token.multiline = false;
}

// Moves `at` from a backslash to behind what it escapes.
void Lexer::check_escape(Token& token, uint32_t& at) {
  token.escapes = true;
  const Escape escape = read_escape(text_, at);
  const uint32_t end = std::min(size(), at + std::max(2u, escape.length));
  if (escape.kind == Escape::Kind::line_break) {
    at += escape.length - 1;
    return;
  }
  if (escape.kind == Escape::Kind::unknown) {
    report({at, end},
           {code::kBadEscape, "YAML knows no such escape in double quotes",
            "write `\\\\` for a backslash that is part of the text, or use single quotes or "
            "a block under `|`, where a backslash is just that"});
  } else if (judge(escape.code_point) != Verdict::fine) {
    findings_.error({at, end}, {code::kForbiddenEscape,
                                "this escape stands for a character that text cannot hold",
                                "delete it or type the intended character"});
  }
  at = escape.kind == Escape::Kind::unknown ? std::min(size(), at + 2) : at + escape.length;
}

// --- Blocks ----------------------------------------------------------------

// Text under `|` or `>` (YAML 1.2, 8.1).
void Lexer::block_scalar() {
  const uint32_t begin = pos_;
  if (!place(Role::value, begin) && !fresh_) return;
  Token token;
  token.style = text_[begin] == '|' ? Style::literal : Style::folded;
  token.begin = begin;
  token.multiline = true;
  if (!block_header(token)) {
    report({begin, begin + 1},
           {code::kBlockHeader, "text begins with a mark that announces a block of text",
            "put the text on the lines below the mark, indented, or in quotes"});
    key_allowed_ = false;
    pending_ = true;
    return plain(true);
  }
  if (token.indent == 0) find_block_indent(token);
  find_block_end(token);
  end_scalar(token, false);
  start_line(token.end);
}

// Reads the header's line. An explicit indentation goes to token.indent.
bool Lexer::block_header(Token& token) {
  const auto floor = static_cast<uint32_t>(std::max(levels_.back().column, 0));
  uint32_t at = token.begin + 1;
  for (int marks = 0; marks < 2 && at < size(); ++marks) {
    const char c = text_[at];
    if ((c == '+' || c == '-') && token.chomp == Chomp::clip) {
      token.chomp = c == '+' ? Chomp::keep : Chomp::strip;
    } else if (c >= '1' && c <= '9' && token.indent == 0) {
      token.indent = floor + static_cast<uint32_t>(c - '0');
    } else {
      break;
    }
    ++at;
  }
  const uint32_t next = skip_blanks(at);
  tab(at, next);
  const bool comment = is(next, '#') && next > at;
  if (!comment && !line_end_at(next)) return false;
  const uint32_t end = find_line_end(next);
  if (comment) out_.comments.push_back({next, end});
  token.content = next_line(end);
  return true;
}

// The first line that is not blank gives the indentation (YAML 1.2, 8.1.1.1).
void Lexer::find_block_indent(Token& token) {
  const auto floor = static_cast<uint32_t>(std::max(levels_.back().column, 0)) + 1;
  uint32_t widest = 0;
  uint32_t widest_at = 0;
  token.indent = floor;
  for (uint32_t at = token.content; at < size(); at = next_line(at)) {
    const uint32_t text_at = skip_spaces(at);
    const uint32_t blanks = text_at - at;
    if (line_end_at(text_at)) {
      if (blanks > widest) widest_at = at;
      widest = std::max(widest, blanks);
      continue;
    }
    if (blanks < floor) return;
    token.indent = blanks;
    if (widest > blanks) {
      report({widest_at, widest_at + widest},
             {code::kBlockIndentation,
              "this empty line holds more blanks than the text below is indented by",
              "delete the blanks on this line"});
    }
    return;
  }
  token.indent = std::max(floor, widest);
}

void Lexer::find_block_end(Token& token) {
  uint32_t at = token.content;
  while (at < size()) {
    const uint32_t text_at = std::min(skip_spaces(at), at + token.indent);
    const bool indented = text_at - at == token.indent;
    if (!indented && is(text_at, '\t')) {
      tab(at, text_at + 1);
    } else if (!indented && !line_end_at(text_at)) {
      break;
    }
    at = next_line(at);
  }
  token.end = at;
}

uint32_t Lexer::skip_spaces(uint32_t at) const {
  while (is(at, ' ')) ++at;
  return at;
}

// --- All -------------------------------------------------------------------

// A scalar ended; `colon` tells that pos_ is at the colon that makes it a key.
void Lexer::end_scalar(Token token, bool colon) {
  const std::string_view words = text_.substr(token.begin, token.end - token.begin);
  const bool block = token.style == Style::literal || token.style == Style::folded;
  before_ = block                         ? Before::block
            : token.style != Style::plain ? Before::closed
            : is_word(words)              ? Before::word
                                          : Before::prose;
  cut_ = false;
  if (in_flow()) {
    if (token.style == Style::plain) mask(token);
    return end_flow_scalar(token, colon);
  }
  if (!colon) {
    pending_ = key_allowed_ = false;
    out_.tokens.push_back(token);
    return;
  }
  if (!place(Role::key, token.begin)) return;
  token.key = true;
  check_key(token);
  out_.tokens.push_back(token);
  ++pos_;
  pending_ = true;
  pending_at_ = pos_;
  key_allowed_ = false;
  before_ = Before::key;
}

void Lexer::mask(Token& token) {
  for (uint32_t at = token.begin; at < token.end; ++at) {
    if (text_[at] != '?') continue;
    out_.masks.push_back(at);
    token.masked = true;
  }
}

void Lexer::check_key(const Token& token) {
  const Stretch where{token.begin, token.end};
  if (token.style == Style::plain && text_.substr(token.begin, token.end - token.begin) == "<<") {
    findings_.error(where, {code::kMergeKey, "YAML merge keys are not allowed in reports",
                            "write the entries themselves"});
  }
  if (token.multiline || pos_ - token.begin > kLongestKey) {
    report(where, {code::kComplexKey, "a key must be short and stand on one line",
                   "write `key: value` with a word as the key; put text that holds a colon in "
                   "quotes or in a block under `|`"});
  }
}

}  // namespace sable::source
