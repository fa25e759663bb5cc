// Indentation: which collection a line belongs to. See lexer.h.
#include <string>

#include "source/codes.h"
#include "source/lexer.h"

namespace sable::source {
namespace {

const char* const kQuoteIt = "if it is text, put it in quotes or in a block under `|`";

}  // namespace

void Lexer::block_token() {
  if (document_mark()) return;
  if (is(pos_, '%') && fresh_ && column_of(pos_) == 0) {
    findings_.error({pos_, find_line_end(pos_)},
                    {code::kDirective, "YAML directives are not allowed",
                     "delete this line; " + std::string(kQuoteIt)});
    if (document_begun_) out_.sound = false;
    return skip_line();
  }
  if (document_ended_) {
    document_ended_ = false;
    document_begun_ = true;
    start_document(pos_);
  } else if (!document_begun_) {
    document_begun_ = true;
    document_at_ = pos_;
  }
  const char c = text_[pos_];
  switch (c) {
    case '-':
      return blank_or_end_at(pos_ + 1) ? dash() : plain();
    case '?':
      if (!blank_or_end_at(pos_ + 1)) return plain();
      return stray_mark({code::kComplexKey, "`?` begins a key that is not a plain word",
                         "write `key: value` with a word as the key; " + std::string(kQuoteIt)},
                        1);
    case ':':
      if (!blank_or_end_at(pos_ + 1)) return plain();
      return stray_mark({code::kColonInText, "a colon stands here without a key before it",
                         "write `key: value`; " + std::string(kQuoteIt)},
                        1);
    case '&':
    case '!':
    case '*':
      if (node_property()) return;
      return plain(true);
    case '[':
    case '{':
      if (!place(Role::value, pos_) && !fresh_) return;
      return open_bracket();
    case ']':
    case '}':
    case ',':
      return stray_mark({code::kStrayBracket, "this character cannot stand here",
                         "delete it, or put the text in quotes"},
                        1);
    case '|':
    case '>':
      return block_scalar();
    case '"':
    case '\'':
      return quoted();
    case '%':
    case '@':
    case '`':
      report({pos_, pos_ + 1}, {code::kReservedStart, "text cannot begin with this character",
                                "put the text in quotes or in a block under `|`"});
      return plain(true);
    default:
      return plain();
  }
}

// Reports what cannot stand here and leaves its line.
void Lexer::stray_mark(Words words, uint32_t length) {
  report({pos_, pos_ + length}, std::move(words));
  pending_ = false;
  before_ = Before::closed;
  skip_line();
}

void Lexer::dash() {
  const uint32_t at = pos_;
  ++pos_;
  if (!place(Role::item, at)) return;
  pending_ = true;
  pending_at_ = pos_;
  key_allowed_ = true;
  before_ = Before::item;
}

// Anchors, aliases and tags. True if reading can go on behind it; false if what
// follows is best read as the text that was probably meant.
bool Lexer::node_property() {
  const uint32_t begin = pos_;
  uint32_t end = begin + 1;
  while (!blank_or_end_at(end) && !(in_flow() && (is(end, ',') || is(end, ']') || is(end, '}')))) {
    ++end;
  }
  const char kind = text_[begin];
  if (kind == '*') {
    report({begin, end}, {code::kAlias, "YAML takes `*` at the start of a value for an alias",
                          "if it is emphasis, put the text in quotes or in a block under `|`; "
                          "aliases are not allowed in reports: write the value again"});
    return false;
  }
  findings_.error({begin, end},
                  kind == '&' ? Words{code::kAnchor, "YAML anchors are not allowed in reports",
                                      "delete the anchor; " + std::string(kQuoteIt)}
                              : Words{code::kTag, "YAML tags are not allowed in reports",
                                      "delete the tag: fields have their types already; " +
                                          std::string(kQuoteIt)});
  // What stands behind a property is of no meaning here: an error was reported.
  out_.sound = false;
  pos_ = end;
  return true;
}

bool Lexer::goes_on(Role role, int column) const {
  const Level& top = levels_.back();
  return role != Role::value && fresh_ && top.column == column && top.list == (role == Role::item);
}

// Closes the collections that a line at `column` is not part of.
void Lexer::leave_levels(Role role, int column) {
  bool left = false;
  while (levels_.back().column > column ||
         (levels_.back().column == column && levels_.back().list && role != Role::item)) {
    if (!left) emit_missing();
    left = true;
    levels_.pop_back();
  }
  if (goes_on(role, column)) emit_missing();
}

// Finds the place of a token in the structure: true if it fits.
bool Lexer::place(Role role, uint32_t at) {
  const int column = column_of(at);
  if (fresh_) leave_levels(role, column);
  const Level& top = levels_.back();
  if (goes_on(role, column)) return true;
  if (!pending_) {
    misplaced(role, at);
    return !stopped_ && role != Role::value && fresh_;
  }
  if (role == Role::value) {
    if (fresh_ && column <= top.column) bad_indentation(at);
    pending_ = false;
    return true;
  }
  if (!key_allowed_) {
    forbidden_key_here(at);
    return false;
  }
  push_level(role, at);
  return !stopped_;
}

void Lexer::push_level(Role role, uint32_t at) {
  levels_.push_back({column_of(at), role == Role::item, at});
  pending_ = false;
  check_depth(at);
}

void Lexer::forbidden_key_here(uint32_t at) {
  report({at, at + 1}, {code::kIndentation, "a list cannot begin on the line of its key",
                        "put the list on the next line; " + std::string(kQuoteIt)});
  skip_line();
  pending_ = false;
  before_ = Before::closed;
}

// Something stands where no value is due.
void Lexer::misplaced(Role role, uint32_t at) {
  const int column = column_of(at);
  const Level top = levels_.back();
  if (!fresh_) {
    report({at, find_line_end(at)},
           {code::kTextBehindEnd, "something stands behind the end of a value",
            "if text begins with a quote or bracket, put all of it in quotes (single quotes around "
            "double ones) or in a block under `|`"});
    skip_line();
    return;
  }
  if (role == Role::value && column == top.column && !top.list) {
    report({at, find_line_end(at)},
           {code::kKeyWithoutColon, "a key is due here, and a colon is missing",
            "write `key: value`; indent the line further if it belongs to the text above"});
  } else if (role == Role::value && cut_) {
    report({at, find_line_end(at)},
           {code::kCommentInText, "a comment cuts this text off from the text above",
            "put the whole text in quotes or in a block under `|`, or move the comment"});
  } else if (role == Role::value && before_ == Before::block) {
    report({at, find_line_end(at)},
           {code::kBlockIndentation, "this line is indented less than the block of text above it",
            "align it with the first line of the block"});
  } else {
    bad_indentation(at);
  }
  if (role != Role::value && column > levels_.back().column) push_level(role, at);
}

void Lexer::bad_indentation(uint32_t at) {
  out_.sound = false;
  const Level& top = levels_.back();
  const Words words{code::kIndentation, "the indentation of this line fits nothing above it",
                    "align it with the lines that it belongs to"};
  if (top.column < 0) {
    findings_.error({at, find_line_end(at)}, words);
  } else {
    findings_.error({at, find_line_end(at)}, words, {top.begin, top.begin + 1},
                    top.list ? "the list above begins here" : "the entries above begin here");
  }
}

}  // namespace sable::source
