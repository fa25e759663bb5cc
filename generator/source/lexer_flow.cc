// Collections in brackets. See lexer.h.
#include <utility>

#include "source/codes.h"
#include "source/lexer.h"

namespace sable::source {
namespace {

const char* const kQuoteInBrackets =
    "between brackets, text that holds , [ ] { } must stand in quotes";

}  // namespace

// Errors between the same brackets mostly follow from the first.
void Lexer::flow_error(Stretch where, Words words) {
  out_.sound = false;
  if (flow_broken_) return;
  flow_broken_ = true;
  findings_.error(where, std::move(words));
}

void Lexer::flow_token() {
  const char c = text_[pos_];
  const bool marks = blank_or_end_at(pos_ + 1);
  switch (c) {
    case '[':
    case '{':
      if (begin_entry(pos_)) open_bracket();
      return;
    case ']':
    case '}':
      return close_bracket();
    case ',':
      return comma();
    case ':':
      if (marks || is(pos_ + 1, ',') || is(pos_ + 1, ']') || is(pos_ + 1, '}')) return flow_colon();
      break;
    case '?':
    case '-':
      if (!marks) break;
      flow_error({pos_, pos_ + 1}, {c == '?' ? code::kComplexKey : code::kFlowEntry,
                                    "this mark cannot stand between brackets",
                                    "separate entries by commas; put text in quotes"});
      ++pos_;
      return;
    case '|':
    case '>':
      flow_error({pos_, pos_ + 1},
                 {code::kBlockHeader, "a block of text cannot stand between brackets",
                  "put the text in quotes, or write the entries on lines of their own"});
      break;
    case '&':
    case '!':
    case '*':
      if (node_property()) return;
      break;
    case '"':
    case '\'':
      return quoted();
    case '@':
    case '`':
    case '%':
      flow_error({pos_, pos_ + 1}, {code::kReservedStart, "text cannot begin with this character",
                                    "put the text in quotes"});
      break;
    default:
      break;
  }
  plain();
}

// A node begins: false if it cannot stand here.
bool Lexer::begin_entry(uint32_t at) {
  using Due = Bracket::Due;
  Bracket& bracket = brackets_.back();
  if (bracket.due == Due::comma) {
    flow_error({at, at + 1}, {code::kFlowEntry, "a comma is missing here, or quotes around text",
                              kQuoteInBrackets});
  }
  const bool collection = text_[at] == '[' || text_[at] == '{';
  if (bracket.map && bracket.due != Due::value && collection) {
    flow_error({at, at + 1}, {code::kComplexKey, "a key must be a plain word",
                              "write `key: value` with a word as the key"});
  }
  return true;
}

void Lexer::open_bracket() {
  Bracket bracket;
  bracket.map = text_[pos_] == '{';
  bracket.begin = pos_;
  bracket.index = out_.brackets.size();
  out_.brackets.push_back({pos_, pos_});
  if (!in_flow()) flow_broken_ = false;
  brackets_.push_back(bracket);
  before_ = Before::nothing;
  check_depth(pos_);
  ++pos_;
}

void Lexer::close_bracket() {
  using Due = Bracket::Due;
  const uint32_t at = pos_++;
  const Bracket bracket = brackets_.back();
  if (bracket.map != (text_[at] == '}')) {
    flow_broken_ = true;
    out_.sound = false;
    findings_.error({at, at + 1},
                    {code::kStrayBracket, "this bracket does not match the one that is open",
                     bracket.map ? "close `{` with `}`" : "close `[` with `]`"},
                    {bracket.begin, bracket.begin + 1}, "opened here");
  }
  if (bracket.due == Due::value) {
    pending_ = true;
    emit_missing();
  }
  out_.brackets[bracket.index].end = pos_;
  brackets_.pop_back();
  if (in_flow()) return end_flow_node();
  pending_ = false;
  key_allowed_ = false;
  before_ = Before::closed;
  const uint32_t next = skip_blanks(pos_);
  if (!is(next, ':') || !blank_or_end_at(next + 1)) return;
  report({bracket.begin, pos_}, {code::kComplexKey, "a key must be a plain word",
                                 "write `key: value` with a word as the key; put text that begins "
                                 "with a bracket in quotes"});
  skip_line();
}

// A value between brackets is complete.
void Lexer::end_flow_node() {
  brackets_.back().due = Bracket::Due::comma;
  brackets_.back().has_pair = false;
  before_ = Before::closed;
}

void Lexer::comma() {
  using Due = Bracket::Due;
  Bracket& bracket = brackets_.back();
  if (bracket.due == Due::first || bracket.due == Due::entry) {
    flow_error({pos_, pos_ + 1}, {code::kFlowEntry, "an entry is missing before this comma",
                                  "delete the comma, or put the text in quotes"});
  }
  if (bracket.due == Due::value) {
    pending_ = true;
    emit_missing();
  }
  bracket.due = Due::entry;
  bracket.has_pair = false;
  before_ = Before::nothing;
  ++pos_;
}

// A colon that does not follow a key on its line.
void Lexer::flow_colon() {
  flow_error({pos_, pos_ + 1}, {code::kColonInText, "a colon stands here without a key before it",
                                "write `key: value` on one line; put text in quotes"});
  ++pos_;
}

// A scalar between brackets ended at pos_; `colon` tells that `:` is next.
void Lexer::end_flow_scalar(Token token, bool colon) {
  using Due = Bracket::Due;
  Bracket& bracket = brackets_.back();
  begin_entry(token.begin);
  const bool may_be_key = bracket.due != Due::value;
  if (colon && !may_be_key) {
    flow_error({pos_, pos_ + 1}, {code::kColonInText, "a second colon stands in this entry",
                                  "put the text in quotes, or a comma between two entries"});
    colon = false;
    ++pos_;
  }
  if (colon) {
    token.key = true;
    check_key(token);
    bracket.has_pair = !bracket.map;
    bracket.due = Due::value;
    pos_ = skip_blanks(pos_) + 1;
    pending_at_ = pos_;
    before_ = Before::key;
    out_.tokens.push_back(token);
    if (bracket.has_pair) check_depth(token.begin);
    return;
  }
  if (bracket.map && may_be_key) {
    flow_error({token.begin, token.end},
               {code::kKeyWithoutColon, "a key stands here without a value",
                std::string("write `key: value`; ") + kQuoteInBrackets});
  }
  const Before before = before_;
  end_flow_node();
  before_ = before;
  out_.tokens.push_back(token);
}

// A line outside the indentation of the brackets tells that one is missing.
bool Lexer::left_brackets() {
  if (!fresh_) return false;
  const char c = text_[pos_];
  const bool closes = c == ']' || c == '}' || c == ',';
  const bool mark = column_of(pos_) == 0 && document_mark_at(pos_);
  if (!mark && (closes || column_of(pos_) > levels_.back().column)) return false;
  give_up_brackets();
  return true;
}

void Lexer::give_up_brackets() {
  const Bracket bracket = brackets_.back();
  out_.sound = false;
  if (!flow_broken_) {
    findings_.error(
        {bracket.begin, bracket.begin + 1},
        {code::kOpenBracket, "this bracket is never closed",
         bracket.map ? "close it with `}`; text that begins with a bracket must stand in quotes"
                     : "close it with `]`; text that begins with a bracket must stand in quotes"});
  }
  brackets_.clear();
  pending_ = false;
  before_ = Before::closed;
}

}  // namespace sable::source
