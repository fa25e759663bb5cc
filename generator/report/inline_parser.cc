#include "report/inline_parser.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/attributes.h"
#include "report/directive_attributes.h"
#include "report/emphasis.h"
#include "report/fields.h"
#include "report/near_miss.h"
#include "report/paragraphs.h"
#include "report/redaction.h"
#include "report/unmatched.h"

namespace sable::report {

namespace {

using base::error_at;

enum class Directive : uint8_t { redact, note_call, reference, term, link, small_caps, variable };

const std::vector<std::string> kDirectiveNames = {"redact", "fn",         "ref", "term",
                                                  "link",   "small-caps", "var"};
constexpr std::string_view kEscapable = ":[]{}*_`\\";
constexpr size_t kDeepestNesting = 16;
constexpr uint32_t kLongestCodeRun = 31;

// Characters at which something other than text may begin.
constexpr std::array<bool, 256> special_characters() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(":[]{*_`\\\n")) table[static_cast<uint8_t>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kSpecial = special_characters();

bool is_directive_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

// The content of one bracket, or of one code span, while it is read.
struct Sequence {
  bool bracketed = false;  // ends at the `]` that has no `[` in it
  bool code = false;       // no emphasis, no directive but redact
  uint32_t code_end = 0;   // ends at so many backticks; 0: does not
  uint32_t scope = 0;
  uint32_t brackets = 0;  // open ones that are text
  uint32_t no_code = 0;   // bit n: no n backticks close a code span any more
  bool closed = false;    // its end was found
  Inlines pieces;
  std::vector<DelimiterRun> runs;
  std::string text;  // read, not yet a piece
  size_t text_begin = 0;
};

class ParagraphParser {
 public:
  ParagraphParser(const Stretch& paragraph, base::Diagnostics& diagnostics)
      : prose_(*paragraph.value),
        text_(std::string_view(paragraph.value->text).substr(0, paragraph.end)),
        at_(paragraph.begin),
        end_(paragraph.end),
        diagnostics_(diagnostics) {}

  // One line of a block of code.
  Inlines parse_code() {
    literal_ = true;
    Sequence sequence;
    sequence.code = true;
    read(sequence);
    return finish(sequence);
  }

  Inlines parse() {
    Sequence sequence;
    read(sequence);
    Inlines pieces = finish(sequence);
    report_unmatched(std::move(unmatched_), prose_, diagnostics_);
    return pieces;
  }

 private:
  base::Span span(size_t begin, size_t end) const { return prose_.span_of(begin, end); }

  void fail(size_t begin, size_t end, const char* code, std::string message, std::string help) {
    diagnostics_.push_back(error_at(span(begin, end), code, std::move(message), std::move(help)));
  }

  // Takes [at_, to) as text.
  void take(Sequence& sequence, size_t to) {
    if (sequence.text.empty()) sequence.text_begin = at_;
    sequence.text.append(text_, at_, to - at_);
    at_ = to;
  }

  void flush(Sequence& sequence, size_t to) {
    if (sequence.text.empty()) return;
    sequence.pieces.push_back(
        Inline{span(sequence.text_begin, to), Text{std::move(sequence.text)}});
    sequence.text.clear();
  }

  void add(Sequence& sequence, size_t begin, Inline piece) {
    flush(sequence, begin);
    piece.span = span(begin, at_);
    sequence.pieces.push_back(std::move(piece));
  }

  Inlines finish(Sequence& sequence) {
    if (sequence.runs.empty()) return std::move(sequence.pieces);
    std::vector<DelimiterRun> left;
    Inlines nested = nest_emphasis(std::move(sequence.pieces), sequence.runs, prose_, left);
    for (const DelimiterRun& run : left) note_unmatched(sequence, run);
    return nested;
  }

  void note_unmatched(const Sequence& sequence, const DelimiterRun& run) {
    unmatched_.push_back({run, sequence.scope, redactions_ > 0});
  }

  // Reads until the sequence's own end or the paragraph's. Does not take a `]`.
  void read(Sequence& sequence) {
    while (at_ < end_ && !sequence.closed) {
      size_t next = at_;
      while (next < end_ && !kSpecial[static_cast<uint8_t>(text_[next])]) ++next;
      if (next > at_) take(sequence, next);
      if (at_ < end_ && !special(sequence)) break;
    }
    flush(sequence, at_);
  }

  // One special character; false at an end that the sequence leaves to its caller.
  bool special(Sequence& sequence) {
    switch (text_[at_]) {
      case '\\':
        escape(sequence);
        return true;
      case '\n':
        line_end(sequence);
        return true;
      case '[':
        opening_bracket(sequence);
        return true;
      case ']':
        return closing_bracket(sequence);
      case '{':
        brace(sequence);
        return true;
      case ':':
        colon(sequence);
        return true;
      case '`':
        backticks(sequence);
        return true;
      default:
        delimiter(sequence);
        return true;
    }
  }

  void escape(Sequence& sequence) {
    const bool is_text = literal_ && redactions_ == 0 && (at_ + 1 >= end_ || text_[at_ + 1] != ':');
    const bool escapes =
        !is_text && at_ + 1 < end_ && kEscapable.find(text_[at_ + 1]) != std::string_view::npos;
    if (!escapes) return take(sequence, at_ + 1);
    if (sequence.text.empty()) sequence.text_begin = at_;
    sequence.text += text_[at_ + 1];
    at_ += 2;
  }

  // A line end and the blanks around it are one blank.
  void line_end(Sequence& sequence) {
    while (!sequence.text.empty() && (sequence.text.back() == ' ' || sequence.text.back() == '\t' ||
                                      sequence.text.back() == '\r')) {
      sequence.text.pop_back();
    }
    if (sequence.text.empty()) sequence.text_begin = at_;
    sequence.text += ' ';
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), end_);
  }

  void opening_bracket(Sequence& sequence) {
    if (const size_t word = redaction_before_bracket(text_, at_); word != at_) {
      fail(word, at_ + 1, "SBL0236", "this looks like a redaction and is none",
           "write `:redact[…]{code=…}`, or `\\[` if the bracket is meant as text");
    }
    ++sequence.brackets;
    take(sequence, at_ + 1);
  }

  bool closing_bracket(Sequence& sequence) {
    if (sequence.bracketed && sequence.brackets == 0) return false;
    if (sequence.brackets > 0) --sequence.brackets;
    take(sequence, at_ + 1);
    return true;
  }

  void brace(Sequence& sequence) {
    if (const size_t end = stray_attribute(text_, at_); end != at_) {
      fail(at_, end, "SBL0236", "these attributes of a redaction belong to none",
           "put them directly behind the `]` of `:redact[…]`, or write `\\{` for a brace");
    }
    take(sequence, at_ + 1);
  }

  void colon(Sequence& sequence) {
    size_t name_end = at_ + 1;
    while (name_end < end_ && is_directive_letter(text_[name_end])) ++name_end;
    const std::string name(text_.substr(at_ + 1, name_end - at_ - 1));
    if (name.empty()) return take(sequence, at_ + 1);
    const bool bracket = name_end < end_ && text_[name_end] == '[';
    const auto known = std::find(kDirectiveNames.begin(), kDirectiveNames.end(), name);
    if (bracket && known != kDirectiveNames.end()) {
      const auto directive = static_cast<Directive>(known - kDirectiveNames.begin());
      if (!sequence.code || directive == Directive::redact) {
        return this->directive(sequence, directive, name_end + 1);
      }
    } else if (is_redaction_word(name)) {
      fail(at_, name_end, "SBL0236", "this looks like a redaction and is none",
           "write `:redact[…]{code=…}` in small letters and without blanks, or `\\:` for a colon");
    } else if (bracket && !sequence.code) {
      unknown_directive(name, name_end);
    } else {
      return take(sequence, name_end);
    }
    if (bracket) ++sequence.brackets;
    take(sequence, name_end + (bracket ? 1 : 0));
  }

  void unknown_directive(const std::string& name, size_t name_end) {
    base::Diagnostic diagnostic = error_at(
        span(at_, name_end), "SBL0250", "there is no such directive",
        suggestion(name, kDirectiveNames) + " (or write `\\:` if the colon is meant as text)");
    diagnostic.echo = name;
    diagnostics_.push_back(std::move(diagnostic));
  }

  // `content` is the offset behind the `[`; at_ is that of the colon.
  void directive(Sequence& sequence, Directive directive, size_t content) {
    const size_t begin = at_;
    flush(sequence, begin);
    at_ = content;
    if (depth_ >= kDeepestNesting) {
      fail(begin, content, "SBL0255", "directives are nested too deeply",
           fmt::format("{} levels are allowed", kDeepestNesting));
      at_ = end_;
      return;
    }
    ++depth_;
    switch (directive) {
      case Directive::redact:
        redact(sequence, begin);
        break;
      case Directive::note_call:
        named<NoteCall>(sequence, begin);
        break;
      case Directive::reference:
        named<Reference>(sequence, begin);
        break;
      case Directive::term:
        styled(sequence, begin, SpanStyle::term);
        break;
      case Directive::small_caps:
        styled(sequence, begin, SpanStyle::small_caps);
        break;
      case Directive::link:
        link(sequence, begin);
        break;
      case Directive::variable:
        variable(begin);
        break;
    }
    --depth_;
  }

  // The content of a bracket and its `]`; nullopt, reported, if there is none.
  std::optional<Inlines> bracket(size_t begin, bool code, const char* diagnostic_code,
                                 const char* message) {
    const size_t content = at_;
    Sequence inner;
    inner.bracketed = true;
    inner.code = code;
    inner.scope = ++scopes_;
    read(inner);
    if (at_ >= end_) {
      fail(begin, content, diagnostic_code, message,
           "close it with `]` in the same paragraph; brackets inside have to balance, or be "
           "written `\\[` and `\\]`");
      return std::nullopt;
    }
    ++at_;
    return finish(inner);
  }

  void redact(Sequence& sequence, size_t begin) {
    const size_t content = at_;
    ++redactions_;
    std::optional<Inlines> children =
        bracket(begin, sequence.code, "SBL0230", "the bracket of this redaction is not closed");
    --redactions_;
    if (!children) return;
    if (!attributes_follow()) {
      return fail(begin, content, "SBL0231", "this redaction names no code",
                  "write `{code=…}` directly behind its `]`, for example `{code=b1}`");
    }
    Redacted redacted;
    redacted.redaction = read_redaction(attributes(), span(begin, content), diagnostics_);
    redacted.redaction.span = span(begin, at_);
    // Empty brackets stand for matter that the source itself does not have.
    redacted.redaction.absent =
        std::all_of(children->begin(), children->end(), [](const Inline& child) {
          const auto* text = std::get_if<Text>(&child.value);
          return text != nullptr && text->text.find_first_not_of(' ') == std::string::npos;
        });
    redacted.children = std::move(*children);
    add(sequence, begin, {{}, std::move(redacted)});
  }

  // `:fn[id]` and `:ref[id]`.
  template <typename T>
  void named(Sequence& sequence, size_t begin) {
    const size_t content = at_;
    const std::optional<Stretch> written = raw_bracket(begin);
    if (!written) return;
    if (written->trimmed().text().empty()) {
      return fail(begin, content, "SBL0257", "this directive is empty",
                  "write the id of what it calls between its brackets");
    }
    T named;
    std::string id = read_id(*written, diagnostics_);
    if constexpr (std::is_same_v<T, NoteCall>) {
      named.id = std::move(id);
    } else {
      named.target = std::move(id);
      if (attributes_follow()) named.show = read_reference_attributes(attributes(), diagnostics_);
    }
    add(sequence, begin, {{}, std::move(named)});
  }

  bool attributes_follow() const { return at_ < end_ && text_[at_] == '{'; }

  Attributes attributes() {
    Attributes read = read_attributes({&prose_, at_, end_}, diagnostics_);
    at_ = read.end;
    return read;
  }

  // Everything up to the next `]`.
  std::optional<Stretch> raw_bracket(size_t begin) {
    const size_t content = at_;
    const size_t close = text_.find(']', at_);
    if (close == std::string_view::npos) {
      fail(begin, content, "SBL0251", "the bracket of this directive is not closed",
           "close it with `]` in the same paragraph");
      at_ = end_;
      return std::nullopt;
    }
    at_ = close + 1;
    return Stretch{&prose_, content, close};
  }

  std::optional<Inlines> directive_content(size_t begin) {
    const size_t content = at_;
    std::optional<Inlines> children =
        bracket(begin, false, "SBL0251", "the bracket of this directive is not closed");
    if (children && children->empty()) {
      fail(begin, content, "SBL0257", "this directive is empty",
           "write its text between the brackets, or take it out");
    }
    return children;
  }

  void styled(Sequence& sequence, size_t begin, SpanStyle style) {
    std::optional<Inlines> children = directive_content(begin);
    if (!children) return;
    Styled styled{style, std::move(*children)};
    if (style == SpanStyle::term && attributes_follow())
      styled.entry = read_term_attributes(attributes(), diagnostics_);
    add(sequence, begin, {{}, std::move(styled)});
  }

  void link(Sequence& sequence, size_t begin) {
    if (links_ > 0) {
      fail(begin, at_, "SBL0258", "a link stands inside another", "end the outer one first");
    }
    ++links_;
    std::optional<Inlines> children = directive_content(begin);
    --links_;
    if (!children) return;
    const size_t brace = at_;
    const size_t close = text_.find('}', brace);
    const bool braces = brace < end_ && text_[brace] == '{' && close != std::string_view::npos;
    const std::string_view url = braces ? text_.substr(brace + 1, close - brace - 1) : "";
    if (!is_link_target(url)) {
      return fail(begin, brace, "SBL0252", "this link has no address that can be opened",
                  "write `{https://…}`, `{http://…}` or `{mailto:…}` directly behind its `]`");
    }
    at_ = close + 1;
    add(sequence, begin, {{}, Link{std::string(url), std::move(*children)}});
  }

  static bool is_link_target(std::string_view url) {
    constexpr std::array<std::string_view, 3> kSchemes = {"https://", "http://", "mailto:"};
    const bool known = std::any_of(kSchemes.begin(), kSchemes.end(), [url](std::string_view s) {
      return url.starts_with(s) && url.size() > s.size();
    });
    return known && !holds_redaction(url) && std::none_of(url.begin(), url.end(), [](char c) {
             return static_cast<uint8_t>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '{';
           });
  }

  void variable(size_t begin) {
    const size_t content = at_;
    if (raw_bracket(begin)) {
      fail(begin, content, "SBL0253", "variables are not supported by this version",
           "write the text itself");
    }
  }

  void delimiter(Sequence& sequence) {
    DelimiterRun run = delimiter_run(text_, at_, end_);
    if (sequence.code || (!run.can_open && !run.can_close)) return take(sequence, at_ + run.count);
    flush(sequence, at_);
    run.at = sequence.pieces.size();
    sequence.runs.push_back(run);
    at_ += run.count;
  }

  void backticks(Sequence& sequence) {
    DelimiterRun run;
    run.mark = '`';
    run.begin = static_cast<uint32_t>(at_);
    run.count = static_cast<uint32_t>(std::min(text_.find_first_not_of('`', at_), end_) - at_);
    run.can_open = run.can_close = true;
    if (sequence.code) {
      if (run.count == sequence.code_end) {
        flush(sequence, at_);
        at_ += run.count;
        sequence.closed = true;
        return;
      }
    } else if (run.count <= kLongestCodeRun && (sequence.no_code >> run.count & 1) == 0) {
      if (code_span(sequence, run)) return;
      sequence.no_code |= 1u << run.count;
    }
    if (!sequence.code) note_unmatched(sequence, run);
    take(sequence, at_ + run.count);
  }

  // Reads a code span if there is one; otherwise nothing has happened.
  bool code_span(Sequence& sequence, const DelimiterRun& run) {
    const size_t begin = at_;
    const size_t reported = diagnostics_.size();
    const size_t unmatched = unmatched_.size();
    Sequence code;
    code.bracketed = sequence.bracketed;
    code.brackets = sequence.brackets;
    code.code = true;
    code.code_end = run.count;
    code.scope = ++scopes_;
    at_ += run.count;
    read(code);
    if (!code.closed) {
      at_ = begin;
      diagnostics_.resize(reported);
      unmatched_.resize(unmatched);
      return false;
    }
    sequence.brackets = code.brackets;
    add(sequence, begin, {{}, Styled{SpanStyle::code, std::move(code.pieces)}});
    return true;
  }

  const source::Value& prose_;
  std::string_view text_;
  size_t at_;
  size_t end_;
  base::Diagnostics& diagnostics_;
  bool literal_ = false;  // a block of code
  size_t depth_ = 0;
  size_t redactions_ = 0;  // around at_
  size_t links_ = 0;
  uint32_t scopes_ = 0;
  std::vector<Unmatched> unmatched_;
};

constexpr std::string_view kWhite = " \t\r\n";

}  // namespace

Inlines parse_code(const source::Value& code, base::Diagnostics& diagnostics) {
  const std::string_view text = code.text;
  const size_t words = text.find_first_not_of(kWhite);
  Inlines out;
  if (words == std::string_view::npos) return out;
  const size_t last = text.find_last_not_of(kWhite) + 1;
  // From the line on which its first words stand.
  const size_t first_line = text.rfind('\n', words);
  size_t begin = first_line == std::string_view::npos ? 0 : first_line + 1;
  while (begin <= last) {
    const size_t end = std::min(text.find('\n', begin), last);
    for (Inline& piece : ParagraphParser({&code, begin, end}, diagnostics).parse_code())
      out.push_back(std::move(piece));
    if (end >= last) break;
    // In place: g++ 12 takes a variant that is moved for one that may hold nothing.
    Inline& line_end = out.emplace_back();
    line_end.span = code.span_of(end, end + 1);
    std::get<Text>(line_end.value).text.assign(1, '\n');
    begin = end + 1;
  }
  return out;
}

std::vector<Inlines> parse_prose(const base::SourceSet& sources, const source::Value& prose,
                                 base::Diagnostics& diagnostics) {
  std::vector<Inlines> paragraphs;
  for (const Stretch& paragraph : split_paragraphs(sources, prose)) {
    paragraphs.push_back(ParagraphParser(paragraph, diagnostics).parse());
  }
  return paragraphs;
}

}  // namespace sable::report
