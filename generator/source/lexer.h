// Reads the layout of a YAML file before the YAML library does.
//
// In:  the bytes behind the byte order mark.
// Out: each scalar with its exact place, the comments, and every finding that
//      needs no tree.
//
// yaml-cpp's events show neither comments nor tabs nor where a scalar ends, and
// its errors are few, unplaced and about the first thing only. So the lexer
// follows YAML 1.2 (chapters 6 to 9) by itself, far enough to know where each
// scalar begins and ends, and is stricter where YAML loses prose. The library's
// events must then agree with it token by token (see build.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/findings.h"
#include "source/token.h"

namespace sable::source {

struct Lexed {
  std::vector<Token> tokens;      // in the order of the library's events
  std::vector<Stretch> comments;  // with their `#`
  std::vector<Stretch> brackets;  // each collection in [ ] or { }, by its opening
  // Bytes that yaml-cpp 0.7 misreads in plain text between brackets (`?`, which
  // it takes for a key mark); it is shown another letter in their place.
  std::vector<uint32_t> masks;
  bool sound = true;      // the structure is understood throughout
  bool too_deep = false;  // reading was given up
};

Lexed lex(std::string_view text, size_t depth_limit, Findings& findings);

// The lexer's state. Its parts: lexer.cc (white space, comments, documents),
// lexer_block.cc (indentation), lexer_flow.cc (brackets), lexer_scalar.cc.
class Lexer {
 public:
  Lexer(std::string_view text, size_t depth_limit, Findings& findings);
  Lexed run();

 private:
  // A block collection that is open; the first is the document itself.
  struct Level {
    int column = -1;
    bool list = false;
    uint32_t begin = 0;
  };
  // A collection in brackets that is open.
  struct Bracket {
    enum class Due : uint8_t { first, entry, value, comma } due = Due::first;
    bool map = false;
    bool has_pair = false;  // [a: b]: one level more
    uint32_t begin = 0;
    size_t index = 0;  // in Lexed::brackets
  };
  enum class Role : uint8_t { key, item, value };
  // What stands before the place of a comment.
  enum class Before : uint8_t { nothing, key, item, word, prose, closed, block };
  struct PlainLine {
    enum class Stop : uint8_t { line_end, comment, colon, bracket } stop = Stop::line_end;
    uint32_t end = 0;   // of the text, without blanks behind it
    uint32_t next = 0;  // where reading stopped
  };

  // lexer.cc
  bool skip_to_token();
  void start_line(uint32_t at);
  void skip_line();
  void comment(uint32_t blanks_from);
  void judge_comment(Stretch comment, uint32_t blanks);
  void judge_own_line_comment(Stretch comment);
  bool document_mark();
  void start_document(uint32_t at);
  void finish();
  void emit_missing();
  void check_depth(uint32_t at);

  // lexer_block.cc
  void block_token();
  void dash();
  bool node_property();
  bool place(Role role, uint32_t at);
  void leave_levels(Role role, int column);
  bool goes_on(Role role, int column) const;
  void push_level(Role role, uint32_t at);
  void misplaced(Role role, uint32_t at);
  void bad_indentation(uint32_t at);
  void forbidden_key_here(uint32_t at);
  void stray_mark(Words words, uint32_t length);

  // lexer_flow.cc
  void flow_token();
  void open_bracket();
  void close_bracket();
  void comma();
  void flow_colon();
  bool begin_entry(uint32_t at);
  void end_flow_node();
  bool left_brackets();
  void give_up_brackets();
  void flow_error(Stretch where, Words words);
  void end_flow_scalar(Token token, bool colon);

  // lexer_scalar.cc
  void plain(bool reported = false);
  PlainLine plain_line(uint32_t from) const;
  bool next_plain_line(Token& token, PlainLine& line);
  void colon_in_text(const Token& token, uint32_t at);
  void quoted();
  bool find_quote_end(Token& token, uint32_t& line);
  bool quoted_line(Token& token, uint32_t& at, uint32_t& line);
  void check_escape(Token& token, uint32_t& at);
  void open_quote(Token& token, Stretch swallowed);
  void block_scalar();
  bool block_header(Token& token);
  void find_block_indent(Token& token);
  void find_block_end(Token& token);
  void end_scalar(Token token, bool colon);
  void check_key(const Token& token);
  void mask(Token& token);

  // Characters.
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  bool is(uint32_t at, char c) const { return at < size() && text_[at] == c; }
  bool blank_at(uint32_t at) const { return is(at, ' ') || is(at, '\t'); }
  // A line end or the end of the file.
  bool line_end_at(uint32_t at) const;
  bool blank_or_end_at(uint32_t at) const { return blank_at(at) || line_end_at(at); }
  uint32_t skip_blanks(uint32_t at) const;
  uint32_t skip_spaces(uint32_t at) const;
  uint32_t find_line_end(uint32_t at) const;  // offset of the line end
  uint32_t next_line(uint32_t at) const;      // offset behind the line end
  bool document_mark_at(uint32_t at) const;
  int column_of(uint32_t at) const { return static_cast<int>(at - line_begin_); }
  bool in_flow() const { return !brackets_.empty(); }
  void report(Stretch where, Words words);  // an error after which structure is a guess
  void tab(uint32_t from, uint32_t to);

  std::string_view text_;
  size_t depth_limit_;
  Findings& findings_;
  Lexed out_;

  uint32_t pos_ = 0;
  uint32_t line_begin_ = 0;
  bool fresh_ = true;        // nothing stands on this line yet
  bool key_allowed_ = true;  // a key or list item may begin here
  bool pending_ = true;      // a value is due
  uint32_t pending_at_ = 0;
  Before before_ = Before::nothing;
  bool cut_ = false;  // a comment stands where text could have gone on
  bool flow_broken_ = false;
  bool document_begun_ = false;
  bool document_ended_ = false;
  uint32_t document_at_ = 0;
  bool stopped_ = false;
  std::vector<Level> levels_{Level{}};
  std::vector<Bracket> brackets_;
};

}  // namespace sable::source
