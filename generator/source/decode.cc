#include "source/decode.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "source/escape.h"

namespace sable::source {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Collects text together with its places.
class Writer {
 public:
  Writer(std::string_view source, uint32_t shift) : source_(source), shift_(shift) {}

  // Source bytes [begin, end) as they are.
  void copy(uint32_t begin, uint32_t end) {
    if (begin >= end) return;
    if (!linear_ || begin != next_) start_segment(begin);
    out_.text.append(source_.substr(begin, end - begin));
    linear_ = true;
    next_ = end;
  }

  // Text that stands for source bytes [begin, end) as a whole: an escape, a fold.
  void stand_for(uint32_t begin, uint32_t end, std::string_view text) {
    if (text.empty()) return;
    start_segment(begin);
    out_.text.append(text);
    linear_ = false;
    next_ = end;
  }

  // Marks that the source goes on for a while, from `begin`, without text.
  void gap(uint32_t begin) {
    start_segment(begin);
    linear_ = false;
    next_ = begin;
  }

  // Drops text from `length` on.
  void truncate(size_t length) {
    if (length >= out_.text.size()) return;
    out_.text.resize(length);
    while (!out_.segments.empty() && out_.segments.back().text_begin >= length) {
      next_ = out_.segments.back().source_begin - shift_;
      out_.segments.pop_back();
      linear_ = false;
    }
  }

  size_t size() const { return out_.text.size(); }
  bool ends_in_break(size_t length) const { return out_.text[length - 1] == '\n'; }

  // Where the first of the text stands, if there is any.
  std::optional<uint32_t> first() const {
    if (out_.segments.empty()) return std::nullopt;
    return out_.segments.front().source_begin - shift_;
  }

  // `content`: where the text stands. A closing segment tells where the last
  // one ends, if its text is not simply the bytes of the file.
  Decoded finish(Stretch content) {
    if (out_.segments.empty()) {
      out_.segments.push_back({0, content.begin + shift_});
    } else if (!linear_) {
      start_segment(next_);
    }
    out_.content = content;
    return std::move(out_);
  }

 private:
  void start_segment(uint32_t source_begin) {
    out_.segments.push_back({static_cast<uint32_t>(out_.text.size()), source_begin + shift_});
  }

  std::string_view source_;
  uint32_t shift_;
  Decoded out_;
  bool linear_ = false;
  uint32_t next_ = 0;
};

// Plain and quoted text: lines are folded, blanks around line ends go.
class FlowDecoder {
 public:
  FlowDecoder(std::string_view source, const Token& token, uint32_t shift)
      : source_(source), style_(token.style), writer_(source, shift) {
    const uint32_t quote = token.style == Style::plain ? 0 : 1;
    content_ = {token.begin + quote, std::max(token.begin + quote, token.end - quote)};
  }

  Decoded run() {
    uint32_t from = content_.begin;  // of the stretch that is copied as it is
    uint32_t at = from;
    while (at < content_.end) {
      const char c = source_[at];
      if (c == '\n') {
        at = from = fold(from, at);
      } else if (c == '\\' && style_ == Style::double_quoted) {
        writer_.copy(from, at);
        at = from = unescape(at);
      } else if (c == '\'' && style_ == Style::single_quoted) {
        writer_.copy(from, at);
        writer_.stand_for(at, at + 2, "'");
        at = from = at + 2;
      } else {
        ++at;
      }
    }
    writer_.copy(from, std::min(at, content_.end));
    Decoded out = writer_.finish(content_);
    out.known_deviation = deviates_ || (ends_in_breaks_ && style_ != Style::plain);
    return out;
  }

 private:
  // Folds the line end at `at`: one becomes a blank, each further one a line
  // feed (YAML 1.2, 6.5). Returns the start of the text below.
  uint32_t fold(uint32_t from, uint32_t at) {
    uint32_t text_end = at;
    if (text_end > from && source_[text_end - 1] == '\r') --text_end;
    while (text_end > from && is_blank(source_[text_end - 1])) --text_end;
    writer_.copy(from, text_end);
    uint32_t breaks = 0;
    uint32_t next = at;
    while (next < content_.end) {
      if (source_[next] == '\n') {
        ++breaks;
      } else if (!is_blank(source_[next]) && !is_return(next)) {
        break;
      }
      ++next;
    }
    if (breaks == 1) {
      if (!joined_) writer_.stand_for(text_end, next, " ");
    } else {
      writer_.stand_for(text_end, next, std::string(breaks - 1, '\n'));
    }
    ends_in_breaks_ = next == content_.end;
    joined_ = false;
    return next;
  }

  bool is_return(uint32_t at) const {
    return source_[at] == '\r' && at + 1 < content_.end && source_[at + 1] == '\n';
  }

  uint32_t unescape(uint32_t at) {
    const Escape escape = read_escape(source_, at);
    const uint32_t end = std::min(content_.end, at + escape.length);
    if (escape.kind == Escape::Kind::line_break) {
      joined_ = true;
      writer_.gap(at);
      return end - 1;  // the line end itself is folded to nothing
    }
    if (escape.kind == Escape::Kind::unknown) {  // reported; kept as it stands
      writer_.copy(at, end);
      return end;
    }
    // yaml-cpp writes these two as Latin-1.
    deviates_ |= escape.code_point == 0x85 || escape.code_point == 0xA0;
    std::string character;
    base::append_utf8(character, escape.code_point);
    writer_.stand_for(at, end, character);
    return end;
  }

  std::string_view source_;
  Style style_;
  Stretch content_;
  Writer writer_;
  bool joined_ = false;          // the line end at hand was escaped
  bool ends_in_breaks_ = false;  // yaml-cpp chomps line ends before a closing quote
  bool deviates_ = false;
};

// Text under `|` and `>`.
class BlockDecoder {
 public:
  BlockDecoder(std::string_view source, const Token& token, uint32_t shift)
      : source_(source), token_(token), writer_(source, shift) {}

  Decoded run() {
    for (uint32_t at = token_.content; at < token_.end;) {
      const Line line = line_at(at);
      if (token_.style == Style::literal) {
        literal_line(line);
      } else {
        folded_line(line);
      }
      at = line.next;
    }
    if (token_.style == Style::folded) end_folded();
    chomp();
    const uint32_t begin = writer_.first().value_or(token_.content);
    Decoded out = writer_.finish({begin, std::max(begin, text_end_)});
    out.known_deviation = deviates_;
    return out;
  }

 private:
  struct Line {
    uint32_t begin = 0;  // of its content, behind the indentation
    uint32_t end = 0;
    uint32_t next = 0;  // behind its line end
    bool has_break = false;
  };

  Line line_at(uint32_t at) const {
    Line line;
    const size_t found = source_.find('\n', at);
    line.has_break = found != std::string_view::npos && found < token_.end;
    line.end = line.has_break ? static_cast<uint32_t>(found) : token_.end;
    line.next = line.has_break ? line.end + 1 : line.end;
    if (line.has_break && line.end > at && source_[line.end - 1] == '\r') --line.end;
    line.begin = at;
    while (line.begin < line.end && line.begin < at + token_.indent && source_[line.begin] == ' ') {
      ++line.begin;
    }
    return line;
  }

  void literal_line(const Line& line) {
    if (line.begin < line.end) text_end_ = line.end;
    writer_.copy(line.begin, line.end);
    if (line.has_break) writer_.stand_for(line.end, line.next, "\n");
  }

  // YAML 1.2, 8.1.3: a line end between two lines of text becomes a blank; one
  // next to an empty line or to a line that begins with a blank stays.
  void folded_line(const Line& line) {
    const bool empty = line.begin == line.end;
    if (empty) {
      if (breaks_ == 0) breaks_at_ = line.begin;
      if (line.has_break) ++breaks_;
      return;
    }
    text_end_ = line.end;
    const bool spaced = is_blank(source_[line.begin]);
    if (!any_line_) {
      if (breaks_ > 0) writer_.stand_for(breaks_at_, line.begin, std::string(breaks_, '\n'));
    } else if (spaced || spaced_) {
      writer_.stand_for(breaks_at_, line.begin, std::string(breaks_, '\n'));
    } else {
      writer_.stand_for(breaks_at_, line.begin,
                        breaks_ == 1 ? " " : std::string(breaks_ - 1, '\n'));
    }
    writer_.copy(line.begin, line.end);
    any_line_ = true;
    spaced_ = spaced;
    breaks_ = line.has_break ? 1 : 0;
    breaks_at_ = line.end;
  }

  // At the end of folded text, yaml-cpp miscounts the line ends that `+` keeps
  // and takes blanks before the end of the file for text.
  void end_folded() {
    const bool keeps_several = token_.chomp == Chomp::keep && breaks_ > 1;
    const bool blanks_at_end = token_.end > token_.content && is_blank(source_[token_.end - 1]);
    deviates_ = keeps_several || blanks_at_end;
    if (breaks_ > 0) writer_.stand_for(breaks_at_, token_.end, std::string(breaks_, '\n'));
  }

  void chomp() {
    if (token_.chomp == Chomp::keep) return;
    size_t end = writer_.size();
    while (end > 0 && writer_.ends_in_break(end)) --end;
    const bool clip = token_.chomp == Chomp::clip && end > 0 && end < writer_.size();
    writer_.truncate(clip ? end + 1 : end);
  }

  std::string_view source_;
  const Token& token_;
  Writer writer_;
  uint32_t text_end_ = 0;  // of the last line of text
  bool deviates_ = false;
  bool any_line_ = false;
  bool spaced_ = false;  // the last line of text began with a blank
  size_t breaks_ = 0;    // line ends since the last line of text
  uint32_t breaks_at_ = 0;
};

}  // namespace

Decoded decode(std::string_view source, const Token& token, uint32_t shift) {
  switch (token.style) {
    case Style::missing:
      return Writer(source, shift).finish({token.begin, token.end});
    case Style::plain:
      if (!token.multiline) {
        Writer writer(source, shift);
        writer.copy(token.begin, token.end);
        return writer.finish({token.begin, token.end});
      }
      [[fallthrough]];
    case Style::single_quoted:
    case Style::double_quoted:
      return FlowDecoder(source, token, shift).run();
    case Style::literal:
    case Style::folded:
      return BlockDecoder(source, token, shift).run();
  }
  return {};
}

}  // namespace sable::source
