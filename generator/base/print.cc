#include "base/print.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

namespace sable::base {

namespace {

constexpr std::string_view kMask = "▒▒▒";
constexpr size_t kLongestExcerpt = 160;  // bytes of a line that are worth showing

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool matches_word(std::string_view text, size_t at, size_t to, std::string_view word) {
  if (at + word.size() > to) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(text[at + i])) != word[i]) return false;
  }
  return true;
}

// An opener is the word "redact" or "withheld" in any case that is not part of a
// longer word before it ("unredacted:" says nothing of secrets) and that stands by
// a colon, bracket or brace, with blanks or letters between at most.
bool opens_redaction(std::string_view text, size_t at, size_t to) {
  const bool word = matches_word(text, at, to, "redact") || matches_word(text, at, to, "withheld");
  if (!word || (at > 0 && is_letter(text[at - 1]))) return false;
  size_t before = at;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '"' || text[before - 1] == '\'')) --before;
  if (before > 0 && (text[before - 1] == ':' || text[before - 1] == '[' || text[before - 1] == '{')) {
    return true;
  }
  size_t after = at;
  while (after < to && is_letter(text[after])) ++after;
  while (after < to && (text[after] == ' ' || text[after] == '"' || text[after] == '\'')) ++after;
  return after < to && (text[after] == ':' || text[after] == '[' || text[after] == '{' || text[after] == '(');
}

// A line of YAML: where it starts, how far its dash or text is indented, and how
// far its text is.
struct SourceLine {
  size_t start = 0;
  size_t end = 0;
  size_t dash = 0;
  size_t content = 0;
  bool blank = true;
  bool item = false;  // begins a list item
};

SourceLine line_holding(std::string_view text, size_t at) {
  SourceLine line;
  line.start = std::min(at, text.size());
  while (line.start > 0 && text[line.start - 1] != '\n') --line.start;
  line.end = std::min(text.find('\n', line.start), text.size());
  const std::string_view words = text.substr(line.start, line.end - line.start);
  const size_t first = words.find_first_not_of(" \r");
  if (first == std::string_view::npos) return line;
  line.blank = false;
  line.dash = first;
  line.item = words.substr(first).starts_with("- ") || words.substr(first) == "-";
  const size_t content = words.find_first_not_of(" -", first);
  line.content = content == std::string_view::npos ? words.size() : content;
  return line;
}

// The start of the block that holds `at`: the line that begins its list item,
// or the nearest one above that is less indented.
size_t block_start(std::string_view text, size_t at) {
  SourceLine line = line_holding(text, at);
  const size_t content = line.content;
  while (line.start > 0 && !(line.item && line.content <= content)) {
    const SourceLine above = line_holding(text, line.start - 1);
    line = above;
    if (!above.blank && above.content < content) break;
  }
  return line.start;
}

// The outermost list item, or else the value of a top-level key, that holds `at`.
std::pair<size_t, size_t> outermost_block(std::string_view text, size_t at) {
  SourceLine line = line_holding(text, at);
  SourceLine outer = line;
  bool in_item = line.item;
  while (line.start > 0 && !(line.dash == 0 && !line.blank && !line.item)) {
    line = line_holding(text, line.start - 1);
    if (line.blank) continue;
    const bool further = line.item && (!in_item || line.dash < outer.dash);
    if (further || (!in_item && line.dash < outer.dash)) outer = line;
    in_item = in_item || line.item;
  }
  size_t end = outer.end;
  while (end < text.size()) {
    const SourceLine next = line_holding(text, end + 1);
    if (!next.blank && next.dash <= outer.dash) break;
    end = std::max(next.end, end + 1);
  }
  return {outer.start, end};
}

// Whether a key `redact:` or `withheld:` stands in [from, to): it withholds what
// stands beside it, before it as well as behind it.
bool has_redaction_key(std::string_view text, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    if (!matches_word(text, i, to, "redact") && !matches_word(text, i, to, "withheld")) continue;
    if (i > 0 && is_letter(text[i - 1])) continue;
    size_t after = i;
    while (after < to && is_letter(text[after])) ++after;
    if (after < to && (text[after] == '"' || text[after] == '\'')) ++after;
    if (after < to && text[after] == ':' && (after + 1 >= to || text[after + 1] != '[')) return true;
  }
  return false;
}

const char* severity_word(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "error";
}

const char* severity_color(Severity severity) {
  return severity == Severity::error ? "\x1b[1;31m" : severity == Severity::warning ? "\x1b[1;33m"
                                                                                     : "\x1b[1;36m";
}

std::string place(const Span& span, const SourceSet& sources) {
  const LineColumn at = sources.locate(span.file, span.begin);
  return fmt::format("{}:{}:{}", sources.file(span.file).name, at.line, at.column);
}

// Whether words at `span` may be quoted.
bool may_quote(const Span& span, const SourceSet& sources, const PrintOptions& options) {
  const SourceFile& file = sources.file(span.file);
  if (file.secrecy == Secrecy::open) return true;
  if (!options.excerpts) return false;
  const size_t at = std::min<size_t>(span.begin, file.text.size());
  const auto [from, to] = outermost_block(file.text, at);
  if (has_redaction_key(file.text, from, to)) return false;
  return find_redaction_opener(file.text, block_start(file.text, at), at) == at;
}

// The line with a caret under the span.
std::string excerpt(const Span& span, const SourceSet& sources) {
  const SourceFile& file = sources.file(span.file);
  std::string_view line = sources.line_at(span.file, span.begin);
  const size_t line_begin = static_cast<size_t>(line.data() - file.text.data());
  if (line.size() > kLongestExcerpt) return {};
  std::string shown(line);
  if (file.secrecy == Secrecy::secret) {
    const size_t line_end = line_begin + line.size();
    const size_t opener = find_redaction_opener(file.text, line_begin, line_end);
    if (opener < line_end) shown = fmt::format("{}{}", line.substr(0, opener - line_begin), kMask);
  }
  const LineColumn at = sources.locate(span.file, span.begin);
  const size_t last = std::min<size_t>(span.end, line_begin + line.size());
  size_t width = 0;
  for (size_t i = span.begin; i < last; ++i) {
    if ((static_cast<uint8_t>(file.text[i]) & 0xC0) != 0x80) ++width;
  }
  if (shown.size() < line.size()) width = 1;
  return fmt::format("  {:>5} | {}\n        | {}{}\n", at.line, shown,
                     std::string(at.column - 1, ' '), std::string(std::max<size_t>(width, 1), '^'));
}

}  // namespace

size_t find_redaction_opener(std::string_view text, size_t from, size_t to) {
  to = std::min(to, text.size());
  for (size_t i = from; i < to; ++i) {
    const char c = text[i];
    if (c != 'r' && c != 'R' && c != 'w' && c != 'W') continue;
    if (!opens_redaction(text, i, to)) continue;
    size_t begin = i;
    while (begin > from && (text[begin - 1] == ' ' || text[begin - 1] == ':')) --begin;
    while (begin < i && text[begin] == ' ') ++begin;
    return begin;
  }
  return to;
}

std::string print(const Diagnostic& diagnostic, const SourceSet& sources,
                  const PrintOptions& options) {
  std::string out;
  if (diagnostic.span) out += place(*diagnostic.span, sources) + ": ";
  else if (!diagnostic.place.empty()) out += diagnostic.place + ": ";
  else out += "sable: ";
  const char* word = severity_word(diagnostic.severity);
  if (options.color) out += fmt::format("{}{}:\x1b[0m ", severity_color(diagnostic.severity), word);
  else out += fmt::format("{}: ", word);
  out += diagnostic.message;
  const bool quote = diagnostic.span && may_quote(*diagnostic.span, sources, options);
  if (quote && !diagnostic.echo.empty()) out += fmt::format(" (here: {})", diagnostic.echo);
  out += fmt::format(" [{}]\n", diagnostic.code);
  if (quote) out += excerpt(*diagnostic.span, sources);
  for (const Label& label : diagnostic.related) {
    out += fmt::format("  {}: note: {}\n", place(label.span, sources), label.text);
  }
  if (!diagnostic.help.empty()) out += fmt::format("  help: {}\n", diagnostic.help);
  return out;
}

std::string print(const Diagnostics& diagnostics, const SourceSet& sources,
                  const PrintOptions& options) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += print(diagnostic, sources, options);
  return out;
}

}  // namespace sable::base
