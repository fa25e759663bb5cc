// White space, comments, documents. See lexer.h.
#include "source/lexer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "source/codes.h"

namespace sable::source {

Lexed lex(std::string_view text, size_t depth_limit, Findings& findings) {
  return Lexer(text, depth_limit, findings).run();
}

Lexer::Lexer(std::string_view text, size_t depth_limit, Findings& findings)
    : text_(text), depth_limit_(depth_limit), findings_(findings) {
  out_.tokens.reserve(text.size() / 48);
}

Lexed Lexer::run() {
  while (!stopped_ && skip_to_token()) {
    if (in_flow() && left_brackets()) continue;
    const uint32_t at = pos_;
    if (in_flow()) {
      flow_token();
    } else {
      block_token();
    }
    pos_ = std::max(pos_, at + 1);  // whatever is wrong, reading goes on
    fresh_ = pos_ == line_begin_;
  }
  if (!stopped_) finish();
  return std::move(out_);
}

// Moves to the next character that is not white space or a comment.
bool Lexer::skip_to_token() {
  while (true) {
    const uint32_t from = pos_;
    pos_ = skip_blanks(pos_);
    if (pos_ >= size()) return false;
    if (line_end_at(pos_)) {
      start_line(next_line(pos_));
      continue;
    }
    tab(from, pos_);
    if (text_[pos_] != '#') return true;
    comment(from);
  }
}

void Lexer::start_line(uint32_t at) {
  pos_ = line_begin_ = at;
  fresh_ = true;
  key_allowed_ = true;
}

void Lexer::skip_line() { pos_ = find_line_end(pos_); }

void Lexer::comment(uint32_t blanks_from) {
  const Stretch stretch{pos_, find_line_end(pos_)};
  const uint32_t blanks = pos_ - blanks_from;
  if (fresh_) {
    judge_own_line_comment(stretch);
  } else if (blanks == 0) {
    findings_.error(stretch, {code::kCommentWithoutBlank, "a comment must have a blank before it",
                              "put a blank before `#`, or put the text in quotes"});
  } else {
    judge_comment(stretch, blanks);
  }
  out_.comments.push_back(stretch);
  pos_ = stretch.end;
}

// A comment on the line of a value. YAML drops it; that is what is meant behind
// `mode: sealed   # note`, and never behind `text: The delegation met in room #4`.
void Lexer::judge_comment(Stretch stretch, uint32_t blanks) {
  const bool looks_like_text = !blank_or_end_at(stretch.begin + 1);
  const bool bare = before_ == Before::key || before_ == Before::item || before_ == Before::word;
  if (before_ == Before::prose || (bare && looks_like_text)) {
    findings_.error(stretch,
                    {code::kCommentBehindText,
                     "YAML takes the rest of this line for a comment and would drop it",
                     "put the text in quotes or in a block under `|`; or, if it is a comment, move "
                     "it to a line of its own above"});
  } else if (before_ == Before::word && blanks == 1) {
    findings_.warning(stretch, {code::kCommentBehindWord,
                                "the rest of this line is read as a comment, not as text",
                                "put two blanks before `#` to show that it is a comment, or put "
                                "the text in quotes"});
  }
}

// A line that is only a comment loses prose if text above could go on there.
void Lexer::judge_own_line_comment(Stretch stretch) {
  const bool text_above = before_ == Before::prose || before_ == Before::block ||
                          (before_ == Before::word && !blank_or_end_at(stretch.begin + 1));
  const bool inside = in_flow() || column_of(stretch.begin) > levels_.back().column;
  if (before_ == Before::prose || before_ == Before::word || before_ == Before::block) {
    cut_ = inside;
  }
  if (!text_above || !inside) return;
  findings_.error(stretch,
                  {code::kCommentInText,
                   "YAML takes this line for a comment, but it is indented like the text above it",
                   "if it is text, put the whole text in quotes or in a block under `|`, aligned "
                   "with its first line; if it is a comment, indent it like the key above"});
}

bool Lexer::document_mark_at(uint32_t at) const {
  const std::string_view mark = text_.substr(at, 3);
  return (mark == "---" || mark == "...") && blank_or_end_at(at + 3);
}

bool Lexer::document_mark() {
  if (!fresh_ || column_of(pos_) != 0 || !document_mark_at(pos_)) return false;
  const uint32_t at = pos_;
  pos_ += 3;
  if (text_[at] == '.') {
    document_ended_ = document_begun_;
    emit_missing();
    levels_.assign(1, Level{});
    if (!document_begun_) {
      report({at, at + 3}, {code::kSeveralDocuments, "a document ends here before it has begun",
                            "delete this line"});
    }
    return true;
  }
  start_document(at);
  key_allowed_ = false;
  return true;
}

// One document a file; a mark before it is allowed.
void Lexer::start_document(uint32_t at) {
  if (!document_begun_) {
    document_at_ = at;
  } else {
    out_.sound = false;
    findings_.error({at, std::min(at + 3, size())},
                    {code::kSeveralDocuments, "a second document begins in this file",
                     "keep one document in a file: delete this line, or move what follows to a "
                     "file of its own"},
                    {document_at_, document_at_ + 1}, "the first document begins here");
    emit_missing();
    levels_.assign(1, Level{});
    pending_ = true;
  }
  document_begun_ = true;
  document_ended_ = false;
  pending_at_ = pos_;
  before_ = Before::nothing;
}

void Lexer::finish() {
  if (in_flow()) give_up_brackets();
  if (document_begun_) emit_missing();
}

// A value that is due and does not stand there is null.
void Lexer::emit_missing() {
  if (!pending_) return;
  Token token;
  token.begin = token.end = pending_at_;
  out_.tokens.push_back(token);
  pending_ = false;
}

void Lexer::check_depth(uint32_t at) {
  const auto pairs = std::count_if(brackets_.begin(), brackets_.end(),
                                   [](const Bracket& bracket) { return bracket.has_pair; });
  const size_t depth = levels_.size() - 1 + brackets_.size() + static_cast<size_t>(pairs);
  if (depth <= depth_limit_) return;
  findings_.error(
      {at, at + 1},
      {code::kTooDeep, "values are nested more than " + std::to_string(depth_limit_) + " deep",
       "nest less; move a part to a file of its own and include it"});
  out_.too_deep = stopped_ = true;
  out_.sound = false;
}

bool Lexer::line_end_at(uint32_t at) const {
  return at >= size() || text_[at] == '\n' || (text_[at] == '\r' && is(at + 1, '\n'));
}

uint32_t Lexer::skip_blanks(uint32_t at) const {
  while (blank_at(at)) ++at;
  return at;
}

uint32_t Lexer::find_line_end(uint32_t at) const {
  const size_t found = text_.find('\n', at);
  if (found == std::string_view::npos) return size();
  const auto end = static_cast<uint32_t>(found);
  return end > at && text_[end - 1] == '\r' ? end - 1 : end;
}

uint32_t Lexer::next_line(uint32_t at) const {
  const size_t found = text_.find('\n', at);
  return found == std::string_view::npos ? size() : static_cast<uint32_t>(found) + 1;
}

void Lexer::report(Stretch where, Words words) {
  out_.sound = false;
  findings_.error(where, std::move(words));
}

// Reports a tab among the blanks [from, to).
void Lexer::tab(uint32_t from, uint32_t to) {
  const size_t at = text_.substr(0, to).find('\t', from);
  if (at == std::string_view::npos) return;
  const auto begin = static_cast<uint32_t>(at);
  const bool indents = from == 0 || text_[from - 1] == '\n';
  out_.sound = false;  // yaml-cpp takes no key behind a tab
  findings_.error(
      {begin, begin + 1},
      {code::kTab, indents ? "a tab stands in the indentation" : "a tab separates words here",
       "use blanks; let the editor replace tabs"});
}

}  // namespace sable::source
